// Package admin holds the administrators' pages: the versions of the council's form, and the one being prepared.
package admin

import (
	"cmp"
	"errors"
	"strconv"

	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// Pages are the administrators' pages. Blank draws a version of the form as its authors meet it, with nothing in it.
type Pages struct {
	Blank func(form.Version) templ.Component
}

const (
	home  = "/forms"
	draft = "/forms/draft"
)

// drafting is a page about the version being prepared.
type drafting struct {
	eqia.Editing
	Errors webform.Errors
	once   components.Hidden
}

// opened is the version being prepared; for anyone but an administrator it is not there.
func opened(r *page.Request) (drafting, error) {
	e, err := r.Kit.Eqia.EditingForm(r.Ctx(), r.Person)
	return drafting{Editing: e, once: r.Key()}, err
}

// hidden is what every form about the draft carries: how often it was changed when the page was read, and a key.
func (d drafting) hidden() []components.Hidden {
	return []components.Hidden{{Name: "revision", Value: strconv.Itoa(d.Counter)}, d.once}
}

// edit makes one change and goes on; where something is to be put right the page is shown again.
func (d drafting) edit(r *page.Request, e form.Edit, to string, again func(webform.Errors) error) error {
	err := r.Kit.Eqia.EditForm(r.Ctx(), r.Person, r.Seen(), e)
	if errs, ok := page.Wrong(err); ok {
		return again(errs)
	}
	if err != nil {
		return err
	}
	return r.Go(to, "form-saved")
}

// show draws a page about the draft under a way back to it.
func (d drafting) show(r *page.Request, title string, body templ.Component) error {
	f := r.Frame(title, "Form")
	f.Back = &components.BackLink{Href: draft, Text: "Back to the new version"}
	return r.Show(page.Failed(f, d.Errors), body)
}

// Forms lists the versions of the council's form.
func (Pages) Forms(r *page.Request) error {
	v, err := versionsOf(r)
	if err != nil {
		return err
	}
	return r.Show(r.Frame("Versions of the form", ""), formsPage(v))
}

// versions are all versions of the form, newest first, and the one being prepared.
type versions struct {
	Council   form.Profile
	Published map[string]eqia.PublishedForm
	Draft     *eqia.Editing
	Today     string
	once      components.Hidden
}

func versionsOf(r *page.Request) (versions, error) {
	council, published, err := r.Kit.Eqia.FormVersions(r.Ctx(), r.Person)
	if err != nil {
		return versions{}, err
	}
	v := versions{Council: council, Published: map[string]eqia.PublishedForm{}, Today: string(eqia.DayOf(r.Kit.Now())), once: r.Key()}
	for _, p := range published {
		v.Published[p.Version.Code] = p
	}
	d, err := r.Kit.Eqia.EditingForm(r.Ctx(), r.Person)
	if errors.Is(err, eqia.ErrNotFound) {
		return v, nil
	}
	v.Draft = &d
	return v, err
}

// rows are the versions as a table shows them, newest first.
func (v versions) rows() [][]components.Cell {
	var rows [][]components.Cell
	for i := len(v.Council.Versions) - 1; i >= 0; i-- {
		f := v.Council.Versions[i]
		by := "Came with the service"
		if p, ok := v.Published[f.Code]; ok {
			by = "Published by " + cmp.Or(p.ByName, "someone who has left") + " on " + eqia.DayOf(p.PublishedAt).Words()
		}
		rows = append(rows, []components.Cell{{Text: f.Code, Href: home + "/versions/" + f.Code, Unseen: "of the form"},
			{Content: v.standing(f).View()}, {Text: eqia.Day(f.From).Words()}, {Text: cmp.Or(eqia.Day(f.To).Words(), "No end")}, {Text: by}})
	}
	return rows
}

func (v versions) standing(f form.Version) components.Tag {
	switch {
	case f.From > v.Today:
		return components.Tag{Text: "Not yet in force", Colour: components.Yellow}
	case f.To != "" && f.To < v.Today:
		return components.Tag{Text: "No longer in force", Colour: components.Grey}
	default:
		return components.Tag{Text: "In force", Colour: components.Green}
	}
}

// PostDraft starts a version from the newest one.
func (Pages) PostDraft(r *page.Request) error {
	if err := page.Done(r.Kit.Eqia.DraftForm(r.Ctx(), r.Person, r.Once())); err != nil {
		return err
	}
	return r.Go(draft, "")
}

// Draft shows the version being prepared, question by question.
func (Pages) Draft(r *page.Request) error {
	d, err := opened(r)
	if err != nil {
		return err
	}
	return d.overview(r)
}

func (d drafting) overview(r *page.Request) error {
	f := r.Frame("New version of the form", "")
	f.Back = &components.BackLink{Href: home, Text: "Back to the versions of the form"}
	return r.Show(page.Failed(f, d.Errors), draftPage(d))
}

// Version shows a version as a blank form, as authors meet it; the one being prepared too.
func (p Pages) Version(r *page.Request) error {
	v, err := versionsOf(r)
	if err != nil {
		return err
	}
	code := r.Param("version")
	if v.Draft != nil && code == v.Draft.Version.Code {
		return drafting{Editing: *v.Draft}.show(r, "Preview of the new version", blankPage("Preview of the new version", p.Blank(v.Draft.Version)))
	}
	fv, ok := v.Council.Version(code)
	if !ok {
		return eqia.ErrNotFound
	}
	f := r.Frame("Version "+fv.Code, "Form")
	f.Back = &components.BackLink{Href: home, Text: "Back to the versions of the form"}
	return r.Show(f, blankPage("Version "+fv.Code+" of the form", p.Blank(fv)))
}

// Changes shows what the new version says differently from the one it is based on.
func (Pages) Changes(r *page.Request) error {
	d, err := opened(r)
	if err != nil {
		return err
	}
	return d.show(r, "What changes", changesPage(d))
}

// changed is one part of the form with everything that differs in it.
type changed struct {
	Name  string
	Lines []form.Change
}

// changes groups what differs by what it is about.
func (d drafting) changes() []changed {
	var out []changed
	last := ""
	for _, c := range form.Changes(d.Draft().BasedOn, d.Version) {
		if c.Subject != last {
			out, last = append(out, changed{Name: c.Name}), c.Subject
		}
		out[len(out)-1].Lines = append(out[len(out)-1].Lines, c)
	}
	return out
}

// runs are the two texts of a change, the earlier one first.
func runs(c form.Change) []components.Run {
	var out []components.Run
	if c.Before != "" {
		out = append(out, components.Run{Kind: components.Removed, Text: c.Before})
	}
	if c.After != "" {
		out = append(out, components.Run{Kind: components.Added, Text: c.After})
	}
	return out
}
