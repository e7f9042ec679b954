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
	if !item.Closed() {
		if copied, err = forAll(r, copied); err != nil {
			return err
		}
	}
	d, err := copied.Appendix(item.Appendix(link))
	if err != nil {
		return err
	}
	return f.Send(r, d, name(copied)+"-appendix")
}

// forAll is the copy as anyone may read it: where the public has the version with words left out, those are left out.
func forAll(r *page.Request, c document.Copy) (document.Copy, error) {
	versions, err := r.Kit.Eqia.Register.PublishedVersions(r.Ctx(), c.Record.Reference)
	if err != nil {
		return c, err
	}
	instead, found := Instead(versions, c.Record.Version)
	if !found {
		return c, nil
	}
	p, err := r.Kit.Eqia.Register.Published(r.Ctx(), instead.Reference, instead.Major, instead.Minor)
	if err != nil {
		return c, err
	}
	out := document.ForPublic(p, c.Form)
	out.Council, out.Home, out.Made = c.Council, c.Home, c.Made
	return out, nil
}

// Instead finds the published version that the public reads in the place of a whole one, because words are left out of it. One that
// was withdrawn since still stands for it: what was left out stays out.
func Instead(versions []eqia.Publication, whole string) (eqia.Publication, bool) {
	at := slices.IndexFunc(versions, func(p eqia.Publication) bool { return p.CopyOf == whole })
	if at < 0 {
		return eqia.Publication{}, false
	}
	return versions[at], true
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
