package clerk

import (
	"cmp"
	"slices"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/workflow"
)

// actions lists what else there is to do or to read about a meeting.
func (v sat) actions() []components.Link {
	var out []components.Link
	add := func(text, href string) { out = append(out, components.Link{Text: text, Href: href}) }
	if v.clerk() {
		add("Change the meeting", toMeeting(v.ID)+"/edit")
		if len(v.Items) > 0 {
			add("Do something with several items", toMeeting(v.ID)+"/together")
		}
	}
	if v.works() {
		add("Publish check", toMeeting(v.ID)+"/publish")
		add("Check the pack", toPacks(v.ID))
		add("Minutes", toMeeting(v.ID)+"/minutes")
		add("Changes since publication", "/meetings/changes")
	}
	if v.person.Holds(evidenceFor...) {
		add("Evidence bundle", toMeeting(v.ID)+"/evidence")
	}
	return out
}

// next lists what the person can do about an item straight from the agenda, most useful first. Everything else is on the item's own page.
func (v sat) next(i committee.Item) []components.Link {
	about := "for item " + numbered(i)
	var out []components.Link
	add := func(text, unseen, href string) {
		out = append(out, components.Link{Text: text, Unseen: unseen, Href: href})
	}
	a := i.Appearance
	if i.Kind.Asks() && v.clerk() && a == nil {
		add("Add the report", about, toItem(i, "report"))
	}
	if i.Kind.Asks() && v.clerk() && a != nil {
		for _, e := range i.Awaited() {
			if e.SignedNumber != "" {
				add("Link "+e.Reference, about, toItem(i, "link")+"?q="+e.Reference)
			}
		}
		add("Link an assessment", about, toItem(i, "link"))
	}
	if i.Kind.Asks() && a != nil && len(a.Live())+len(a.Given()) == 0 {
		add("Record a reason for none", about, toItem(i, "reason"))
	}
	add("Open item "+cmp.Or(i.Number, i.Title), numberless(i), toItem(i, "check"))
	return out
}

// numberless is the title of an item that is called by its number, for those who hear a link by itself.
func numberless(i committee.Item) string {
	if i.Number == "" {
		return ""
	}
	return i.Title
}

// itemActions lists what the person can do on an item's own page besides what stands beside its parts.
func (v drawer) itemActions() []components.Link {
	var out []components.Link
	add := func(text, href string) { out = append(out, components.Link{Text: text, Href: href}) }
	if v.clerk() {
		add("Change item", toItem(v.Item, "edit"))
	}
	after := sat{person: v.person}.removals(v.Item)
	if v.Appearance != nil {
		after = append(sat{person: v.person}.afterwards(v.Item), after...)
	}
	if !v.Kind.Asks() {
		return append(out, after...)
	}
	if v.clerk() && v.Appearance == nil {
		add("Add the report", toItem(v.Item, "report"))
	}
	if v.Appearance != nil {
		if v.clerk() {
			add("Link an assessment", toItem(v.Item, "link"))
		}
		add("Record a reason for none", toItem(v.Item, "reason"))
		add("Text for the report", toItem(v.Item, "report-text"))
	}
	return append(out, after...)
}

// agreeable lists the reasons on an item that wait for this person.
func (v sat) agreeable(i committee.Item) []committee.Reason {
	return given(i, func(n committee.Reason) bool { return !n.Agreed() && v.person.Holds(i.Agrees(n.Code)) })
}

// endable lists the reasons on the item that this person may withdraw.
func (v drawer) endable() []committee.Reason {
	return given(v.Item, func(n committee.Reason) bool { return v.person.Holds(workflow.Clerk, v.Agrees(n.Code)) })
}

func given(i committee.Item, fits func(committee.Reason) bool) []committee.Reason {
	if i.Appearance == nil {
		return nil
	}
	return slices.DeleteFunc(i.Appearance.Given(), func(n committee.Reason) bool { return !fits(n) })
}
