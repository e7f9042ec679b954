package committee

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

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
	if i.Access.Closed() {
		i.Title, i.Appearance = i.Access.Label()+" item", nil
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
