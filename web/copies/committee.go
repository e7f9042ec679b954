package copies

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// Appendix sends a linked assessment as it goes into the pack of a meeting, behind its cover. Those who work
// with meetings may, as far as they may read the assessment.
func (f Format) Appendix(r *page.Request) error {
	item, link, err := linked(r)
	if err != nil {
		return err
	}
	c, err := r.Kit.Eqia.OpenVersion(r.Ctx(), r.Person, link.Pinned.Reference, link.Pinned.Number)
	if err != nil {
		return err
	}
	copied, err := Copy(r, c)
	if err != nil {
		return err
	}
	copied.Public = true // what is put before a meeting names roles alone
	d, err := copied.Appendix(item.Appendix(link))
	if err != nil {
		return err
	}
	return f.Send(r, d, name(copied)+"-appendix")
}

// linked is the item and the link that holds of the address.
func linked(r *page.Request) (i committee.Item, l committee.Link, err error) {
	if !r.Person.Holds(workflow.Clerk, workflow.Lead, workflow.MonitoringOfficer) {
		return i, l, eqia.ErrNotFound
	}
	id, err := eqia.ParseID[committee.ItemID](r.Param("item"))
	if err != nil {
		return i, l, err
	}
	if i, err = r.Kit.Committee.Item(r.Ctx(), r.Person, id); err != nil {
		return i, l, err
	}
	if string(i.Meeting.ID) != r.Param("meeting") || i.Appearance == nil {
		return i, l, eqia.ErrNotFound
	}
	live := i.Appearance.Live()
	at := slices.IndexFunc(live, func(l committee.Link) bool { return string(l.ID) == r.Param("link") })
	if at < 0 {
		return i, l, eqia.ErrNotFound
	}
	return i, live[at], nil
}

// MeetingText sends the equality section for the report at an item, made from everything that is with it.
func (f Format) MeetingText(r *page.Request) error {
	id, err := eqia.ParseID[committee.ItemID](r.Param("item"))
	if err != nil {
		return err
	}
	style, wrong := document.SectionStyle(r)
	if len(wrong) > 0 {
		return eqia.ErrNotFound
	}
	i, text, err := r.Kit.Committee.SectionFor(r.Ctx(), r.Person, id, style)
	if err != nil {
		return err
	}
	if string(i.Meeting.ID) != r.Param("meeting") {
		return eqia.ErrNotFound
	}
	return f.Send(r, document.SectionPaper(text, r.Kit.Settings.Council), i.Appearance.Report.Reference+"-text")
}
