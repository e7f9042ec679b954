package clerk

import (
	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// ReportText shows the equality section for the report at an item, made from everything that is with it. The report's author may read it too.
func (Pages) ReportText(r *page.Request) error {
	id, err := eqia.ParseID[committee.ItemID](r.Param("item"))
	if err != nil {
		return err
	}
	style, wrong := document.SectionStyle(r)
	i, text, err := r.Kit.Committee.SectionFor(r.Ctx(), r.Person, id, style)
	if err != nil {
		return err
	}
	if string(i.Meeting.ID) != r.Param("meeting") {
		return eqia.ErrNotFound
	}
	f := r.Frame("Text for the report", i.Appearance.Report.Reference)
	if r.Person.Holds(staff...) {
		f.Back = &components.BackLink{Href: toMeeting(i.Meeting.ID), Text: "Back to the meeting"}
	}
	return r.Show(page.Failed(f, wrong), reportTextPage(i, document.ReportText{Section: text, Number: r.Query("number"),
		Action: toItem(i, "report-text"), Wrong: wrong.For("number")}))
}
