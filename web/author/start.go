package author

import (
	"net/url"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// startPage is the code of the form's first page, which makes the assessment.
const startPage = "start"

type starting struct {
	Fields []field
	Told   told // what was answered before, which is not asked again
	Once   components.Hidden
	Aside  aside
}

// startingFrom is the first page with the questions that were not answered before, all of which are needed to begin.
func startingFrom(r *page.Request, values url.Values, prefix string) (starting, error) {
	fv, err := today(r)
	if err != nil {
		return starting{}, err
	}
	p, ok := fv.Page(startPage)
	if !ok {
		return starting{}, eqia.ErrNotFound
	}
	c, err := r.Kit.Eqia.Starting(r.Ctx(), r.Person)
	if err != nil {
		return starting{}, err
	}
	c.Drawn = r.Drawn()
	v := starting{Told: toldIn(fv, values, prefix), Once: r.Key(), Aside: asideOf(r, c)}
	for _, q := range p.Questions {
		if len(v.Told.choices[q.Code]) == 0 {
			v.Fields = append(v.Fields, field{Question: q})
		}
	}
	return v, nil
}

// Start shows the first page of a new assessment, with what was typed on it before when that is asked for.
func (Pages) Start(r *page.Request) error {
	c, err := r.Kit.Eqia.Starting(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	if shown, err := restored(r, c, func(u eqia.Unsaved) error { return restoreStart(r, u) }); shown {
		return err
	}
	v, err := startingFrom(r, r.Request.URL.Query(), "")
	if err != nil {
		return err
	}
	return v.show(r, nil)
}

// restoreStart shows the page with what was typed in its fields, and the choices that were made before it.
func restoreStart(r *page.Request, u eqia.Unsaved) error {
	v, err := startingFrom(r, r.Request.PostForm, carried)
	if err != nil {
		return err
	}
	v.Aside.take(u)
	readFields(r, v.Fields)
	for i := range v.Fields {
		v.Fields[i].Error = "" // nothing is judged before it is sent
	}
	return v.show(r, nil)
}

func (v starting) show(r *page.Request, errs webform.Errors) error {
	f := page.Failed(r.Frame("Start an assessment", ""), errs)
	f.Back = &components.BackLink{Href: "/casework", Text: "Back to your assessments"}
	return r.Show(f, startingPage(v))
}

// PostStart makes the assessment and goes on to its next page.
func (Pages) PostStart(r *page.Request) error {
	v, err := startingFrom(r, r.Request.PostForm, carried)
	if err != nil {
		return err
	}
	answers, _, errs := readFields(r, v.Fields)
	errs = append(errs, v.missing(errs)...)
	if len(errs) > 0 {
		return v.show(r, errs)
	}
	for code, choices := range v.Told.choices {
		answers[code] = eqia.Answer{Choices: choices}
	}
	ref, err := r.Kit.Eqia.Start(r.Ctx(), r.Person, eqia.StartCommand{Once: r.Once(), Drawn: r.Drawn(), Answers: answers})
	if again, ok := repeated(err); ok {
		ref = again
	} else if errs, ok := page.Wrong(err); ok {
		for i := range v.Fields {
			v.Fields[i].Error = errs.For(v.Fields[i].Code)
		}
		return v.show(r, errs)
	} else if err != nil {
		return err
	}
	c, err := r.Kit.Eqia.Open(r.Ctx(), r.Person, ref)
	if err != nil {
		return err
	}
	return r.Go(page.ToCase(ref).Step(c.After(eqia.PageStep, startPage)), "")
}

// missing says which of the first page's questions were left empty; this page alone can't be saved without them.
func (v *starting) missing(errs webform.Errors) webform.Errors {
	var out webform.Errors
	for i, f := range v.Fields {
		short := f.Kind == form.Line && len([]rune(f.Answer.Text)) < f.MinChars
		if (f.Answer.Empty() || short) && errs.For(f.Code) == "" {
			v.Fields[i].Error = f.Question.Error
			out = append(out, webform.FieldError{Field: f.Code, ID: f.Code, Message: f.Question.Error})
		}
	}
	return out
}
