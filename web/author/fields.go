package author

import (
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// field is one question as a page shows it: what was answered or typed, and what is wrong with it.
type field struct {
	form.Question
	Answer   eqia.Answer
	Parts    webform.DateParts
	Base     string
	Error    string
	Comments []components.Comment
	Copied   bool   // as it was copied from another assessment: saving the page says that it was checked
	Note     string // what is to be known before answering
	Look     look
}

// notKnown is the name of the box beside a date that may be unknown.
func notKnown(code string) string { return code + "-not-known" }

// items are the choices of a question, for radios, boxes or a list.
func (f field) items() []components.Item {
	var out []components.Item
	if f.Kind == form.PickOne {
		out = append(out, components.Item{Text: "Select one"})
	}
	for _, ch := range f.Choices {
		none := f.Kind == form.AnyOf && ch.Code == form.TriggerNone
		if none {
			out = append(out, components.Item{Divider: "or"})
		}
		out = append(out, components.Item{Value: ch.Code, Text: ch.Label, Hint: ch.Hint, None: none})
	}
	return out
}

// described are the ids of the comments and of the words above a field, for those who hear the page.
func (f field) described() string {
	if len(f.Comments) == 0 {
		return f.Look.id()
	}
	return strings.TrimSpace(f.Code + "-comments " + f.Look.id())
}

func (f field) label() string {
	if f.Required || f.If != nil {
		return f.Label
	}
	return f.Label + " (optional)"
}

// fieldsOf are the questions of a page with the answers kept so far.
func fieldsOf(c eqia.Case, p form.Page) []field {
	var out []field
	for _, q := range p.Questions {
		if listKind(q.Kind) != "" || !asked(c, p, q) {
			continue
		}
		key := eqia.PartKey{Kind: eqia.AnswerPart, Key: q.Code}
		a := c.Content.Answers[q.Code]
		q.Hint = reviewHint(c, q, a)
		out = append(out, field{Question: q, Answer: a, Parts: webform.PartsOf(string(a.Day)), Base: stamp(c.Stamps[key].Counter, a),
			Comments: document.Threads(c, c.On(key)), Copied: c.Unchecked(key)})
	}
	return out
}

// reviewHint is a question's hint; for the day of the review with the day to suggest, and with what an older form had in words.
func reviewHint(c eqia.Case, q form.Question, a eqia.Answer) string {
	if q.Code != form.QuestionReviewDate {
		return q.Hint
	}
	since := "from today"
	if c.DecisionOn > c.Today {
		since = "after the expected decision"
	}
	hint := strings.TrimSpace(q.Hint + " 12 months " + since + " is " + c.SuggestedReview().Words() + ".")
	if a.Day == "" && a.Text != "" {
		hint += " Until now it said: " + a.Text + "."
	}
	return hint
}

// asked reports whether a page shows a question: always when what it depends on is asked on the same page, so that nothing has to
// appear and disappear.
func asked(c eqia.Case, p form.Page, q form.Question) bool {
	if q.If == nil || c.Met(q.If) {
		return true
	}
	for _, other := range p.Questions {
		if other.Code == q.If.Question {
			return true
		}
	}
	return false
}

// readFields reads what was posted for a page: every answer that was changed, with the counter it was read with, and what is wrong.
func readFields(r *page.Request, fields []field) (map[string]eqia.Answer, map[string]int, webform.Errors) {
	answers, bases := map[string]eqia.Answer{}, map[string]int{}
	var all webform.Errors
	for i := range fields {
		f := &fields[i]
		errs := f.read(r)
		f.Base = r.Posted("base-" + f.Code)
		f.Error = errs.For(f.Code)
		all = append(all, errs...)
		if n, same := base(r, f.Code, f.Answer); !same || f.Copied {
			answers[f.Code], bases[f.Code] = f.Answer, n
		}
	}
	return answers, bases, all
}

func (f *field) read(r *page.Request) (errs webform.Errors) {
	spec := webform.Field{Name: f.Code, Label: f.Short, Error: f.Question.Error}
	switch f.Kind {
	case form.Line, form.Text:
		spec.Lines, spec.Rule = f.Kind == form.Text, "max="+strconv.Itoa(f.most())
		var text string
		text, errs = r.Kit.Reader.Text(r.Request.PostForm, spec)
		f.Answer = eqia.Answer{Text: text}
	case form.Day, form.DayOrNot:
		words := f.Answer.Text // of an older form, kept until there is a day
		f.Parts, errs = r.Kit.Reader.Date(r.Request.PostForm, spec)
		if f.Answer = (eqia.Answer{Day: eqia.Day(f.Parts.ISO())}); f.Parts.Empty() {
			f.Answer.Text = words
		}
		if f.Kind == form.DayOrNot && r.Posted(notKnown(f.Code)) != "" {
			errs = f.unknown()
		}
	default:
		for _, ch := range f.Choices {
			spec.Options = append(spec.Options, ch.Code)
		}
		spec.Choice, spec.Rule = true, "max=200"
		var picked []string
		picked, errs = r.Kit.Reader.Choices(r.Request.PostForm, spec)
		f.Answer = eqia.Answer{Choices: picked}
	}
	return errs
}

// unknown takes "not known yet" as the answer, unless a date was typed as well.
func (f *field) unknown() webform.Errors {
	f.Answer = eqia.Answer{NotKnown: true}
	if f.Parts.Empty() {
		return nil
	}
	return webform.Errors{{Field: f.Code, ID: f.Code + "-day", Message: "Enter a date, or select that it is not known yet"}}
}

// most is how many characters an answer can have.
func (f *field) most() int {
	if f.MaxChars > 0 {
		return f.MaxChars
	}
	if f.Kind == form.Line {
		return 500
	}
	return 200_000
}

// listKind is the kind of part that a list question holds; "" for other questions.
func listKind(k form.Kind) eqia.PartKind {
	return map[form.Kind]eqia.PartKind{form.Evidence: eqia.EvidencePart, form.Engagement: eqia.EngagementPart, form.Options: eqia.OptionPart,
		form.Actions: eqia.ActionPart}[k]
}

// unknownValues ticks the box where "not known yet" is the answer.
func (f field) unknownValues() []string {
	if f.Answer.NotKnown {
		return []string{"yes"}
	}
	return nil
}
