package author

import (
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
	Once   components.Hidden
}

// startFields are the questions of the first page, all of which are needed to begin.
func startFields(r *page.Request) ([]field, error) {
	fv, ok := r.Council().Latest(string(eqia.DayOf(r.Kit.Now())))
	if !ok {
		return nil, eqia.ErrNotFound
	}
	p, ok := fv.Page(startPage)
	if !ok {
		return nil, eqia.ErrNotFound
	}
	var out []field
	for _, q := range p.Questions {
		out = append(out, field{Question: q})
	}
	return out, nil
}

// Start shows the first page of a new assessment.
func (Pages) Start(r *page.Request) error {
	fields, err := startFields(r)
	if err != nil {
		return err
	}
	f := r.Frame("Start an assessment", "")
	f.Back = &components.BackLink{Href: "/casework", Text: "Back to your assessments"}
	return r.Show(f, startingPage(starting{Fields: fields, Once: r.Key()}))
}

// PostStart makes the assessment and goes on to its next page.
func (Pages) PostStart(r *page.Request) error {
	fields, err := startFields(r)
	if err != nil {
		return err
	}
	v := starting{Fields: fields, Once: r.Key()}
	answers, _, errs := readFields(r, v.Fields)
	errs = append(errs, v.missing(errs)...)
	if len(errs) > 0 {
		return r.Show(page.Failed(r.Frame("Start an assessment", ""), errs), startingPage(v))
	}
	ref, err := r.Kit.Eqia.Start(r.Ctx(), r.Person, eqia.StartCommand{Once: r.Once(), Answers: answers})
	if again, ok := repeated(err); ok {
		ref = again
	} else if errs, ok := page.Wrong(err); ok {
		for i := range v.Fields {
			v.Fields[i].Error = errs.For(v.Fields[i].Code)
		}
		return r.Show(page.Failed(r.Frame("Start an assessment", ""), errs), startingPage(v))
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
