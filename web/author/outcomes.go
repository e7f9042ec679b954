package author

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

const outcomesTitle = "What happened since"

// outcomes is the page that a review begins with: what was predicted and promised, and what became of it.
type outcomes struct {
	Case eqia.Case
	Rows []happened
}

// happened is one prediction or action with what is said to have become of it.
type happened struct {
	eqia.Outcome
	Name     string
	Actions  string // the actions that were to deal with it
	Base     string
	Comments []components.Comment
	Errors   webform.Errors
}

func (h happened) came() string { return "came-" + strconv.Itoa(h.No) }
func (h happened) text() string { return "text-" + strconv.Itoa(h.No) }
func (h happened) part() string { return "outcome-" + strconv.Itoa(h.No) }

// outcomesPage opens the page; a version that is no review has none.
func outcomesPage(r *page.Request) (outcomes, error) {
	c, err := editing(r)
	if err != nil {
		return outcomes{}, err
	}
	if len(c.Content.Outcomes) == 0 {
		return outcomes{}, eqia.ErrNotFound
	}
	v := outcomes{Case: c.WithComments()}
	for _, o := range c.Content.Outcomes {
		key := eqia.Entry(eqia.OutcomePart, o.No)
		v.Rows = append(v.Rows, happened{Outcome: o, Name: document.Predicted(c, o), Actions: dealtWith(c, o), Comments: document.Threads(c, c.On(key)),
			Base: stamp(c.Stamps[key].Counter, said(o))})
	}
	return v, nil
}

// said is what a person says of an outcome, as its stamp marks it.
func said(o eqia.Outcome) [2]string { return [2]string{string(o.Came), o.Text} }

// dealtWith names the actions that were to deal with a prediction.
func dealtWith(c eqia.Case, o eqia.Outcome) string {
	var names []string
	for _, a := range c.Content.Actions {
		if !o.IsAction() && slices.Contains(a.Answers, o.Ref()) {
			names = append(names, a.What)
		}
	}
	return strings.Join(names, "\n")
}

// Outcomes asks what became of each prediction and each action of the version before.
func (Pages) Outcomes(r *page.Request) error {
	v, err := outcomesPage(r)
	if err != nil {
		return err
	}
	return r.Show(frame(r, v.Case, outcomesTitle), outcomesView(v))
}

// PostOutcomes keeps what was said; some may be left for later.
func (Pages) PostOutcomes(r *page.Request) error {
	v, err := outcomesPage(r)
	if err != nil {
		return err
	}
	settle(r)
	reports, errs := v.read(r)
	if len(errs) > 0 {
		return r.Show(page.Failed(frame(r, v.Case, outcomesTitle), errs), outcomesView(v))
	}
	err = r.Kit.Eqia.SaveOutcomes(r.Ctx(), v.Case, reports)
	var clash *eqia.Conflict
	if errors.As(err, &clash) {
		return v.conflict(r, clash)
	}
	if err != nil {
		return err
	}
	return leave(r, v.Case, eqia.OutcomeStep, "")
}

// read takes what was posted, and gives what was changed.
func (v *outcomes) read(r *page.Request) ([]eqia.Reported, webform.Errors) {
	var reports []eqia.Reported
	var all webform.Errors
	for i := range v.Rows {
		h := &v.Rows[i]
		if !r.Request.PostForm.Has("base-" + h.part()) {
			continue // it was not on the page that was sent
		}
		spec := webform.Field{Name: h.came(), Label: "What happened", Choice: true, Rule: "max=1", Error: "Select what happened"}
		for _, c := range eqia.CameOf(h.IsAction()) {
			spec.Options = append(spec.Options, string(c))
		}
		picked, errs := r.Kit.Reader.Choices(r.Request.PostForm, spec)
		text, more := r.Kit.Reader.Text(r.Request.PostForm, webform.Field{Name: h.text(), Label: "What happened, in words", Lines: true, Rule: "max=50000"})
		h.Came, h.Text, h.Errors = eqia.Came(strings.Join(picked, "")), text, append(errs, more...)
		if h.Text != "" && h.Came == "" && len(errs) == 0 {
			h.Errors = append(h.Errors, webform.FieldError{Field: h.came(), ID: h.came(), Message: "Select what happened, to go with what you wrote"})
		}
		all = append(all, h.Errors...)
		if n, same := base(r, h.part(), said(h.Outcome)); !same {
			reports = append(reports, eqia.Reported{No: h.No, Came: h.Came, Text: h.Text, Base: n})
		}
		h.Base = r.Posted("base-" + h.part())
	}
	return reports, all
}

// conflict shows what someone else said of the same predictions.
func (v outcomes) conflict(r *page.Request, clash *eqia.Conflict) error {
	now, err := r.Kit.Eqia.Open(r.Ctx(), r.Person, v.Case.Assessment.Reference)
	if err != nil {
		return err
	}
	view := conflict{Action: page.ToCase(now.Assessment.Reference).Do("outcomes"), Title: outcomesTitle}
	bases := map[string]string{}
	for _, h := range v.Rows {
		key := eqia.Entry(eqia.OutcomePart, h.No)
		e, err := now.Content.EntryOf(key.Kind, h.No)
		theirs, ok := e.(eqia.Outcome)
		if err != nil || !ok || !slices.Contains(clash.Parts, key) {
			continue
		}
		s := now.Stamps[key]
		view.By, view.At = s.ByName, s.At
		view.Rows = append(view.Rows, clashing{Label: h.Name, Name: h.came(), Theirs: theirs.Came.Label(), Mine: h.Came.Label()},
			clashing{Label: h.Name + ", in words", Name: h.text(), Theirs: theirs.Text, Mine: h.Text, Text: true})
		bases["base-"+h.part()] = strconv.Itoa(s.Counter) + settled
	}
	view.carry(r, bases)
	return showConflict(r, now, view)
}

func (v outcomes) hidden() []components.Hidden {
	var out []components.Hidden
	for _, h := range v.Rows {
		out = append(out, components.Hidden{Name: "base-" + h.part(), Value: h.Base})
	}
	return out
}

// of is the version whose predictions these are.
func (v outcomes) of() string { return v.Rows[0].Of }

// rows is what was predicted or promised.
func (h happened) rows() []components.Row {
	all := []components.Row{{Key: "What was predicted", Text: h.Said}, {Key: "What was to be done about it", Text: h.Planned}, {Key: "Actions for it", Text: h.Actions}}
	if h.IsAction() {
		all = []components.Row{{Key: "What was to be done", Text: h.Said}, {Key: "By whom, and when", Text: h.Planned}}
	}
	return slices.DeleteFunc(all, func(row components.Row) bool { return row.Text == "" })
}

func (h happened) asks() string {
	if h.IsAction() {
		return "Was it done? "
	}
	return "What happened? "
}

func (h happened) asksWords() string {
	if h.IsAction() {
		return "In a few words, what came of it, or why was it not done? "
	}
	return "In a few words, how do you know? "
}

func (h happened) items() []components.Item {
	var out []components.Item
	for _, c := range eqia.CameOf(h.IsAction()) {
		out = append(out, components.Item{Value: string(c), Text: c.Label()})
	}
	return out
}
