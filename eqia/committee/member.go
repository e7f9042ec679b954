package committee

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// StatedWords is what may be said of an assessment with an item that is taken in private: that there is one, and no more.
const StatedWords = "An equality impact assessment has been completed. Members can read it in private."

// visitors may read a meeting: those who work with meetings, and councillors.
var visitors = append(slices.Clone(readers), workflow.Member)

// shownTo is the meeting as a person may read it. A councillor is shown what is before members: no private notes, nothing that waits or
// was taken away, and no more of a closed item than that there is one.
func (m Meeting) shownTo(by eqia.Person) Meeting {
	if by.Holds(readers...) {
		return m
	}
	m.Items, m.Findings = slices.Clone(m.Items), nil
	for n, i := range m.Items {
		m.Items[n] = i.forMembers()
	}
	return m
}

func (i Item) forMembers() Item {
	i.Meeting.Items, i.UrgentReason, i.Readiness, i.Findings = nil, "", "", nil
	i.Stated = !i.Silent && len(i.appearance().Live()) > 0
	i.TwinOf, i.Twin, i.Silent = "", Twin{}, false
	if i.Closed() {
		i.shut()
	}
	if i.Appearance == nil {
		return i
	}
	a := *i.Appearance
	a.Links, a.Expected, a.Reasons = a.Live(), nil, agreed(a)
	a.Overrides, a.Challenges, a.Clearances, a.Journey = nil, nil, nil, nil
	a.Links = slices.DeleteFunc(a.Links, func(l Link) bool { return l.Pinned.Restricted })
	i.Appearance = &a
	return i
}

// shut leaves no more of an item than that there is one, and who may not read it.
func (i *Item) shut() {
	access := i.Access
	if !access.Closed() && i.Appearance != nil {
		access = i.Appearance.Report.Access
	}
	i.Access, i.Title, i.Appearance = access, access.Label()+" item", nil
}

// forPublic is the meeting as anyone may read it: what is open, and of that what is published.
func (m Meeting) forPublic(public map[eqia.VersionID]bool, today eqia.Day) Meeting {
	if !m.told(today) {
		m.Items = nil
	}
	m.Items, m.ShortNotice = slices.Clone(m.Items), ""
	for n, i := range m.Items {
		i = i.forMembers()
		if !i.Opens() {
			i.shut()
		}
		if i.Appearance != nil {
			a := *i.Appearance
			a.Report.Author, a.Report.AuthorName, a.Commitments = "", "", nil
			a.Links = slices.DeleteFunc(slices.Clone(a.Links), func(l Link) bool { return !public[l.Pinned.VersionID] })
			i.Appearance = &a
		}
		m.Items[n] = i
	}
	return m
}

// told reports whether the public has been given the agenda.
func (m Meeting) told(today eqia.Day) bool {
	_, published := m.Published()
	return published || m.Status == Held || m.AgendaOn != "" && m.AgendaOn <= today
}

// agreed is the reasons that hold, without their private notes.
func agreed(a Appearance) []Reason {
	var out []Reason
	for _, r := range a.Given() {
		if r.Agreed() {
			r.Private = ""
			out = append(out, r)
		}
	}
	return out
}
