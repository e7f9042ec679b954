package committee

import (
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// agendaRules look at when papers were out, and what came after that.
func agendaRules() []rule {
	const mo, clerk = workflow.MonitoringOfficer, workflow.Clerk
	return []rule{
		{Rule{"AG-01", eqia.Stop, eqia.Law, "The agenda is out the clear days before the meeting that it has to be",
			"Agendas and reports must be open to inspection for five clear days (Local Government Act 1972, section 100B; SI 2012/2089, regulation 7).", mo}, agendaLate},
		{Rule{"AG-02", eqia.Stop, eqia.Law, "A late item has the chairman’s reason",
			"An item that was not open to inspection in time can only be taken for a reason in the minutes (Local Government Act 1972, section 100B(4)(b)).", ""}, lateItem},
		{Rule{"AG-02", eqia.Warn, eqia.Law, "A late item of the executive has a reason",
			"The revised agenda and the report must be open to inspection when the item is added (SI 2012/2089, regulation 7).", ""}, lateExecutiveItem},
		{Rule{"AG-03", eqia.Warn, eqia.GoodPractice, "What was published has not changed",
			"Members and the public may be reading another version than the one that is linked.", clerk}, changedSince},
	}
}

// decidedRules ask what is to be recorded once a decision is.
func decidedRules() []rule {
	return []rule{
		{Rule{"JR-02", eqia.Warn, eqia.Policy, "The record says how the assessment was taken up",
			"Later it can only be shown that members had regard to it if the record says so.", workflow.Clerk}, notSaid},
	}
}

// agendaOn is the day on which the agenda was or will be published: as recorded, or else as the clerk states it.
func (m matter) agendaOn() eqia.Day {
	if e, ok := m.Meeting.Published(); ok {
		return dayOf(m.PublishedOn(e.At().In(eqia.London())))
	}
	return m.Meeting.AgendaOn
}

func (m matter) latestAgenda() eqia.Day {
	latest, _ := m.LatestAgenda(date(m.Meeting.Day()))
	return dayOf(latest)
}

// agendaLate speaks of each item that has to be on the agenda. An agenda that nobody has dated is late once its last day has gone by.
func agendaLate(m matter) []string {
	if !m.Meeting.Committee.Kind.Sits() || m.Meeting.ShortNotice != "" || m.UrgentReason != "" {
		return nil
	}
	day, latest, on := m.Meeting.Day(), m.latestAgenda(), m.agendaOn()
	const unless = " Record why the meeting was convened at short notice, or why this item is urgent."
	switch {
	case on == "" && latest < m.Today && m.Today <= day:
		return []string{fmt.Sprintf("The last day to publish the agenda with %s was %s, and no date is recorded.", clearDays(m.Agenda), latest.Words()) + unless}
	case on == "" || on <= latest:
		return nil
	}
	left := workflow.ClearDays(date(on), date(day), m.Works)
	return []string{fmt.Sprintf("The agenda date is %s, which leaves %s. The last day for %s was %s.", on.Words(), clearDays(left), clearDays(m.Agenda), latest.Words()) + unless}
}

func lateItem(m matter) []string {
	if m.Meeting.Committee.Regime == Exec2012 || !m.addedLate() {
		return nil
	}
	return []string{m.tooLate() + "Record the chairman’s reason for urgency. It must also be in the minutes."}
}

func lateExecutiveItem(m matter) []string {
	if m.Meeting.Committee.Regime != Exec2012 || !m.addedLate() {
		return nil
	}
	return []string{m.tooLate() + "Record why, and check that the new agenda and the report were open to inspection when it was added."}
}

// tooLate says that the item came too late.
func (m matter) tooLate() string {
	return fmt.Sprintf("This item was added after the agenda was published, with less than %s left. ", clearDays(m.Agenda))
}

// addedLate reports whether the item came after the agenda was recorded as published, too late for the clear days, and nobody said why.
func (m matter) addedLate() bool {
	e, ok := m.Meeting.Published()
	late := ok && m.AddedAt.After(e.RecordedAt) && eqia.DayOf(m.AddedAt) > m.latestAgenda()
	return late && m.UrgentReason == "" && m.Meeting.Committee.Kind.Sits()
}

// changedSince looks at versions signed, and links made, after the newest edition that members were given.
func changedSince(m matter) []string {
	last, ok := m.Meeting.lastGiven()
	if !ok {
		return nil
	}
	var out []string
	for _, l := range m.Live() {
		p := l.Pinned
		switch newer := p.NewerSignedAt; {
		case p.NewerNumber != "" && newer.After(last.RecordedAt) && newer.Before(m.Meeting.StartsAt):
			out = append(out, fmt.Sprintf("Version %s of %s was signed off after the agenda was published. Publish a supplement, or record how members were told.", p.NewerNumber, p.Reference))
		case l.At.After(last.RecordedAt) && l.At.Before(m.Meeting.StartsAt):
			out = append(out, p.name()+" was linked after the agenda was published. Publish a supplement, or record how members were told.")
		}
	}
	return out
}

// lastGiven is the newest edition by which papers came to members before the meeting.
func (m Meeting) lastGiven() (Edition, bool) {
	papers := []EditionKind{MainEdition, Supplement, Revised, ToFollow, ExemptPack}
	for _, e := range slices.Backward(m.Editions) {
		if slices.Contains(papers, e.Kind) {
			return e, true
		}
	}
	return Edition{}, false
}

func notSaid(m matter) []string {
	dealt := []Outcome{Agreed, AgreedAmended, Recommended, Noted}
	if len(m.Live()) == 0 || m.Considered != "" || !slices.Contains(dealt, m.Outcome) {
		return nil
	}
	return []string{"Record whether the assessment was discussed, noted or not mentioned."}
}

// wholeRule is a rule of an agenda as a whole.
type wholeRule struct {
	Rule
	finds func(Meeting) []string
}

func wholeRules() []wholeRule {
	return []wholeRule{
		{Rule{"AG-04", eqia.Inform, eqia.GoodPractice, "Every item and every page is accounted for",
			"What is on no list is easily published unread.", ""}, unaccounted},
	}
}

// JudgeAgenda says what there is to find about an agenda as a whole, once its items are judged.
func JudgeAgenda(m Meeting) []Finding {
	var found []Finding
	for _, r := range wholeRules() {
		if severity := m.Book.weighs(r.Rule); severity != Off {
			for _, message := range r.finds(m) {
				found = append(found, Finding{Finding: m.Book.finding(r.Rule, severity, message)})
			}
		}
	}
	return found
}

// unaccounted counts the items that nobody has begun with, and looks for pages of the pack that belong to no item or to two.
func unaccounted(m Meeting) []string {
	var out []string
	begun := 0
	for _, i := range m.Items {
		if !i.Kind.Asks() || i.Readiness != NotStarted {
			begun++
		}
	}
	if begun < len(m.Items) {
		out = append(out, fmt.Sprintf("The agenda has %d items. Accounted for so far: %d.", len(m.Items), begun))
	}
	paged := slices.DeleteFunc(slices.Clone(m.Items), func(i Item) bool { return i.PageFrom == 0 })
	for n := 1; n < len(paged); n++ {
		was, is := paged[n-1], paged[n]
		switch last := max(was.PageFrom, was.PageTo); {
		case is.PageFrom > last+1:
			out = append(out, fmt.Sprintf("No item has the pages between %d and %d of the pack.", last, is.PageFrom))
		case is.PageFrom <= last:
			out = append(out, fmt.Sprintf("%s and %s both have page %d of the pack.", was.called(), is.called(), is.PageFrom))
		}
	}
	return out
}

// called is an item in a sentence.
func (i Item) called() string { return strings.TrimSpace("Item " + i.Number) }
