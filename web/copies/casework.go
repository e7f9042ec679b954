package copies

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// Assessment sends a version of an assessment, or its screening record, to someone who may read it. A draft says that it is one.
func (f Format) Assessment(r *page.Request) error {
	c, err := opened(r)
	if err != nil {
		return err
	}
	return f.Send(r, c.Whole(), name(c))
}

// Plan sends the action plan of a version alone.
func (f Format) Plan(r *page.Request) error {
	c, err := opened(r)
	if err != nil {
		return err
	}
	return f.Send(r, c.ActionPlan(), name(c)+"-action-plan")
}

// opened is the version that the address names, for the person who asks.
func opened(r *page.Request) (document.Copy, error) {
	c, err := r.Case()
	if err != nil {
		return document.Copy{}, err
	}
	return Copy(r, c)
}

// ReportText sends the equality section for a report, made from one signed version before any meeting is known.
func (f Format) ReportText(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	style, wrong := document.SectionStyle(r)
	if len(wrong) > 0 {
		return eqia.ErrNotFound
	}
	text, err := r.Kit.Committee.SectionBefore(r.Ctx(), c, style)
	if err != nil {
		return err
	}
	return f.Send(r, document.SectionPaper(text, r.Kit.Settings.Council), c.Assessment.Reference+"-text-for-a-report")
}

// Blank sends the newest form with room to write.
func (f Format) Blank(r *page.Request) error {
	today := string(eqia.DayOf(r.Kit.Now()))
	fv, ok := r.Council().Latest(today)
	if !ok {
		return eqia.ErrNotFound
	}
	return f.Send(r, document.Blank{Form: fv, Day: today}.Paper(r.Kit.Settings.Council), "blank-form-"+fv.Code)
}
