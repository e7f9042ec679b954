package author

import (
	"dorset-eqia/web/components"
	"dorset-eqia/web/copies"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// ReportText shows the equality section for a report, made from one signed version before any meeting is known.
func (Pages) ReportText(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	style, wrong := document.SectionStyle(r)
	text, err := r.Kit.Committee.SectionBefore(r.Ctx(), c, style)
	if err != nil {
		return err
	}
	to := page.To(page.ToCase(c.Assessment.Reference).Version(c.Number()))
	f := r.Frame("Text for your report", section(c))
	f.Back = &components.BackLink{Href: page.ToCase(c.Assessment.Reference).Hub(), Text: "Back to the assessment"}
	return r.Show(page.Failed(f, wrong), reportTextPage(c, document.ReportText{Section: text, Number: r.Query("number"),
		Action: to.Do("report-text"), Wrong: wrong.For("number"), Files: copies.Links("This text as a document", to.Do("report-text"))}))
}
