package author

import (
	"errors"
	"maps"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// questions is one page of questions as it is shown.
type questions struct {
	Case   eqia.Case
	Page   form.Page
	Fields []field
	Lists  []list
	Once   components.Hidden
	Aside  aside
	Begun  bool // something was answered besides the first page
}

// fieldOf and listOf find what a page shows for a question, so that it is drawn in the order of the form.
func (v questions) fieldOf(code string) (field, bool) {
	i := slices.IndexFunc(v.Fields, func(f field) bool { return f.Code == code })
	if i < 0 {
		return field{}, false
	}
	return v.Fields[i], true
}

func (v questions) listOf(code string) (list, bool) {
	i := slices.IndexFunc(v.Lists, func(l list) bool { return l.Code == code })
	if i < 0 {
		return list{}, false
	}
	return v.Lists[i], true
}

// Page shows one page of questions.
func (Pages) Page(r *page.Request) error {
	c, p, err := questionPage(r)
	if err != nil {
		return err
	}
	if shown, err := restored(r, c, func(u eqia.Unsaved) error { return restoreQuestions(r, questionsOf(r, c, p), u) }); shown {
		return err
	}
	return showQuestions(r, c, p, nil)
}

// questionPage opens the case and finds the page that the address names.
func questionPage(r *page.Request) (eqia.Case, form.Page, error) {
	c, err := editing(r)
	if err != nil {
		return c, form.Page{}, err
	}
	p, ok := c.Form.Page(r.Param("page"))
	if !ok || !c.Met(p.If) {
		return c, p, eqia.ErrNotFound
	}
	if c, err = r.Kit.Eqia.WithReplaced(r.Ctx(), c); err != nil {
		return c, p, err
	}
	return c.WithComments(), p, nil
}

// showQuestions draws the page with the answers kept so far, the generated summary offered where there is none yet.
func showQuestions(r *page.Request, c eqia.Case, p form.Page, errs webform.Errors) error {
	v := questionsOf(r, c, p)
	for i, f := range v.Fields {
		if draft := c.DraftSummary(); f.Code == form.QuestionSummary && f.Answer.Text == "" && draft != "" {
			v.Fields[i].Answer.Text = draft
			v.Fields[i].Note = "We wrote a first summary from your answers. Read it and change what is not right."
		}
	}
	v.look(r)
	return r.Show(page.Failed(frame(r, c, p.Title), errs), questionsPage(v))
}

// PostPage saves one page of questions, with the first entry of a list where one was typed.
func (Pages) PostPage(r *page.Request) error {
	c, p, err := questionPage(r)
	if err != nil {
		return err
	}
	settle(r)
	v := questionsOf(r, c, p)
	answers, bases, errs := readFields(r, v.Fields)
	entries, more := readFirst(r, v.Lists)
	if errs = append(errs, more...); len(errs) > 0 {
		return r.Show(page.Failed(frame(r, c, p.Title), errs), questionsPage(v))
	}
	if err := r.Kit.Eqia.SaveAnswers(r.Ctx(), c, answers, bases); err != nil {
		return wrongAnswers(r, v, err)
	}
	for i, e := range entries {
		if _, err := r.Kit.Eqia.AddEntry(r.Ctx(), c, e, r.OnceOf(e.Kind(), e)); page.Done(err) != nil {
			return wrongEntry(r, v, entries[i:], err)
		}
	}
	return leave(r, c, eqia.PageStep, p.Code)
}

// wrongAnswers shows the page again with what the service would not take, or both texts where someone else was first.
func wrongAnswers(r *page.Request, v questions, err error) error {
	if errs, ok := page.Wrong(err); ok {
		for i := range v.Fields {
			v.Fields[i].Error = errs.For(v.Fields[i].Code)
		}
		return r.Show(page.Failed(frame(r, v.Case, v.Page.Title), errs), questionsPage(v))
	}
	var clash *eqia.Conflict
	if !errors.As(err, &clash) {
		return err
	}
	return showAnswerConflict(r, v, clash)
}

func showAnswerConflict(r *page.Request, v questions, clash *eqia.Conflict) error {
	mine := map[string]eqia.Answer{}
	for _, f := range v.Fields {
		mine[f.Code] = f.Answer
	}
	now, err := r.Kit.Eqia.Open(r.Ctx(), r.Person, v.Case.Assessment.Reference)
	if err != nil {
		return err
	}
	view := conflict{Action: page.ToCase(now.Assessment.Reference).Page(v.Page.Code), Title: v.Page.Title}
	bases := map[string]string{}
	for _, key := range clash.Parts {
		q, ok := now.Form.Question(key.Key)
		if !ok {
			continue
		}
		theirs, s := now.Content.Answers[key.Key], now.Stamps[key]
		view.By, view.At = s.ByName, s.At
		view.Rows = append(view.Rows, clashing{Label: q.Short, Name: q.Code, Theirs: document.Words(q, theirs), Mine: document.Words(q, mine[key.Key]),
			Text: q.Kind == form.Text || q.Kind == form.Line})
		bases["base-"+q.Code] = strconv.Itoa(s.Counter) + settled
	}
	view.carry(r, bases)
	return showConflict(r, now, view)
}

// posted is a copy of what was posted, without the parts that belong to one sending of it.
func posted(r *page.Request) map[string][]string {
	out := maps.Clone(map[string][]string(r.Request.PostForm))
	delete(out, "once")
	delete(out, "settle")
	delete(out, "settle-shown")
	return out
}
