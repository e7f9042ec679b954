package author

import (
	"net/url"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// The pages of the short questionnaire before an assessment is started.
const (
	questionsAt = "/casework/start/questions"
	adviceAt    = "/casework/start/advice"
)

// told are choices given before an assessment is made, by the codes of their questions. They travel in addresses and hidden fields.
type told struct {
	form    form.Version
	choices map[string][]string
}

// today is the form that a new assessment would be written on.
func today(r *page.Request) (form.Version, error) {
	fv, ok := r.Council().Latest(string(eqia.DayOf(r.Kit.Now())))
	if !ok {
		return fv, eqia.ErrNotFound
	}
	return fv, nil
}

// toldIn reads the choices that the advice rests on, and the one it leads to, under a prefix; what the form does not offer is left out.
func toldIn(fv form.Version, values url.Values, prefix string) told {
	t := told{fv, map[string][]string{}}
	for _, code := range append(slices.Clone(fv.Advice.Questions), form.QuestionAssessmentNeeded) {
		q, _ := fv.Question(code)
		for _, c := range q.Choices {
			if slices.Contains(values[prefix+code], c.Code) && (q.Kind == form.AnyOf || len(t.choices[code]) == 0) {
				t.choices[code] = append(t.choices[code], c.Code)
			}
		}
	}
	for code := range t.choices {
		if q, _ := fv.Question(code); !q.If.Met(t.chosen) {
			delete(t.choices, code)
		}
	}
	return t
}

func (t told) chosen(question string) []string { return t.choices[question] }

// carried is the name of a hidden field for a choice that was made before.
const carried = "told-"

// hidden carries the choices through the form that starts the assessment.
func (t told) hidden() []components.Hidden {
	var out []components.Hidden
	for _, q := range t.questions() {
		for _, code := range t.choices[q.Code] {
			out = append(out, components.Hidden{Name: carried + q.Code, Value: code})
		}
	}
	return out
}

// questions lists those that have been answered, in the order of the form.
func (t told) questions() []form.Question {
	var out []form.Question
	for _, q := range t.form.Questions() {
		if len(t.choices[q.Code]) > 0 {
			out = append(out, q)
		}
	}
	return out
}

// rows lists what was told, in words.
func (t told) rows() []components.Row {
	var out []components.Row
	for _, q := range t.questions() {
		var words []string
		for _, code := range t.choices[q.Code] {
			c, _ := q.Choice(code)
			words = append(words, c.Label)
		}
		out = append(out, components.Row{Key: q.Short, Text: strings.Join(words, "\n")})
	}
	return out
}

// address is a page with the choices, and another choice when one is given.
func (t told) address(at string, needed ...string) string {
	v := url.Values{}
	for code, choices := range t.choices {
		v[code] = choices
	}
	if len(needed) > 0 {
		v[form.QuestionAssessmentNeeded] = needed
	}
	return at + "?" + v.Encode()
}

// fields are the questions of the questionnaire, filled with what was told.
func (t told) fields() []field {
	var out []field
	for _, code := range t.form.Advice.Questions {
		q, _ := t.form.Question(code)
		if q.If != nil {
			q.Hint = t.unless(q)
		}
		out = append(out, field{Question: q, Answer: eqia.Answer{Choices: t.choices[code]}})
	}
	return out
}

// unless says which answer to another question makes this one needless.
func (t told) unless(q form.Question) string {
	other, _ := t.form.Question(q.If.Question)
	var labels []string
	for _, code := range q.If.Not {
		c, _ := other.Choice(code)
		labels = append(labels, strings.ToLower(c.Label))
	}
	if len(labels) == 0 {
		return q.Hint
	}
	return "Leave this empty for: " + strings.Join(labels, ", ")
}

// Questions asks the few questions that show whether an assessment is needed, before anything is made.
func (Pages) Questions(r *page.Request) error {
	fv, err := today(r)
	if err != nil {
		return err
	}
	return showQuestionnaire(r, toldIn(fv, r.Request.URL.Query(), "").fields(), nil)
}

func showQuestionnaire(r *page.Request, fields []field, errs webform.Errors) error {
	f := page.Failed(r.Frame("Do you need an assessment?", ""), errs)
	f.Back = &components.BackLink{Href: "/casework/start", Text: "Back to starting an assessment"}
	return r.Show(f, questionnairePage(fields))
}

// PostQuestions goes on to the advice, with the choices in its address.
func (Pages) PostQuestions(r *page.Request) error {
	fv, err := today(r)
	if err != nil {
		return err
	}
	t := toldIn(fv, r.Request.PostForm, "")
	fields := t.fields()
	_, _, errs := readFields(r, fields)
	for i, f := range fields {
		if f.Required && f.Answer.Empty() && errs.For(f.Code) == "" && f.If.Met(t.chosen) {
			fields[i].Error = f.Question.Error
			errs = append(errs, webform.FieldError{Field: f.Code, ID: f.Code, Message: f.Question.Error})
		}
		if f.Code == form.QuestionTriggers && len(f.Answer.Choices) > 1 && slices.Contains(f.Answer.Choices, form.TriggerNone) {
			fields[i].Error = "Select what is true of the proposal, or select none of these"
			errs = append(errs, webform.FieldError{Field: f.Code, ID: f.Code, Message: fields[i].Error})
		}
	}
	if len(errs) > 0 {
		return showQuestionnaire(r, fields, errs)
	}
	return r.Go(t.address(adviceAt), "")
}

// advice is what is suggested, and why. The person chooses.
type advice struct {
	told
	why []string
}

// depths are the two ways on, the one suggested first.
func (a advice) depths() []form.Depth {
	full, short := a.form.DepthOf(choiceOf(a.choices[form.QuestionKind])), a.form.Depth(form.DepthScreening)
	if len(a.why) == 0 {
		return []form.Depth{short, full}
	}
	return []form.Depth{full, short}
}

// button leads on to the start in one of the two ways.
func (a advice) button(d form.Depth, first bool) components.Button {
	needed := form.AssessmentYes
	if d.Code == form.DepthScreening {
		needed = form.AssessmentNo
	}
	q, _ := a.form.Question(form.QuestionAssessmentNeeded)
	c, _ := q.Choice(needed)
	b := components.Button{Text: c.Label, Href: a.address("/casework/start", needed)}
	if !first {
		b.Style = components.Secondary
	}
	return b
}

func choiceOf(choices []string) string {
	if len(choices) == 0 {
		return ""
	}
	return choices[0]
}

// Advice suggests whether an assessment is needed and how far it goes, from the choices in the address.
func (Pages) Advice(r *page.Request) error {
	fv, err := today(r)
	if err != nil {
		return err
	}
	t := toldIn(fv, r.Request.URL.Query(), "")
	delete(t.choices, form.QuestionAssessmentNeeded)
	if len(t.choices[form.QuestionKind]) == 0 {
		return r.Go(questionsAt, "")
	}
	f := r.Frame("What we suggest", "")
	f.Back = &components.BackLink{Href: t.address(questionsAt), Text: "Back to the questions"}
	return r.Show(f, advicePage(advice{t, t.form.Advised(t.chosen)}))
}
