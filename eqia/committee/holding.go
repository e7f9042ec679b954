package committee

import (
	"cmp"
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Holding is who an item waits for, and since when.
type Holding struct {
	Who   string
	Since time.Time // zero when it is not known
}

// clerks is how democratic services are called where an item waits for them.
const clerks = "Democratic services"

// Holding is who a judged item waits for; false when it waits for nobody.
func (i Item) Holding() (Holding, bool) {
	if !i.Kind.Asks() || i.Readiness == NothingOutstanding {
		return Holding{}, false
	}
	if i.Appearance == nil {
		return Holding{clerks, i.AddedAt}, true
	}
	for _, r := range i.Appearance.Given() {
		if !r.Agreed() {
			return Holding{i.Agrees(r.Code).Label(), r.At}, true
		}
	}
	for _, e := range i.Awaited() {
		return e.holding(), true
	}
	return Holding{cmp.Or(i.Answers(), "The report’s author"), i.Appearance.At}, true
}

// Answers is who answers for the report on an item, by name or post; empty when nobody is known.
func (i Item) Answers() string {
	r := i.appearance().Report
	return cmp.Or(r.LeadOfficer, r.AuthorName)
}

// Awaited lists the assessments that should be before members with an item and are not linked.
func (i Item) Awaited() []Expected {
	at := i.appearance()
	return slices.DeleteFunc(slices.Clone(at.Expected), func(e Expected) bool {
		return slices.ContainsFunc(at.Live(), func(l Link) bool { return l.Pinned.AssessmentID == e.AssessmentID })
	})
}

// holding is who an assessment waits for that is expected: its author while it is written, the equality team while it is read, and then the clerk.
func (e Expected) holding() Holding {
	switch {
	case e.SignedNumber != "":
		return Holding{clerks, e.Since}
	case e.State == workflow.Submitted || e.State == workflow.InReview:
		return Holding{"The equality team, with " + e.Reference, e.Since}
	default:
		return Holding{"The author of " + e.Reference, e.Since}
	}
}

// AgendaDue is by when a meeting's agenda has to be published.
type AgendaDue struct {
	On   eqia.Day
	Left int  // working days from today to then: 0 on the day itself, below 0 once it has gone by
	Done bool // it is recorded as published
}

// AgendaDue works out by when a meeting's agenda has to be published: the day that the clerk stated, or the last that leaves the clear days.
func (s *Service) AgendaDue(m Meeting) AgendaDue {
	days := s.Calendar.Deadlines()
	on := m.AgendaOn
	if on == "" {
		latest, _ := days.LatestAgenda(date(m.Day()))
		on = dayOf(latest)
	}
	_, done := m.Published()
	today, due := date(eqia.DayOf(s.Now())), date(on)
	if due.Before(today) {
		return AgendaDue{on, -workflow.ClearDays(due, today.AddDate(0, 0, 1), days.Works), done}
	}
	return AgendaDue{on, workflow.ClearDays(today, due.AddDate(0, 0, 1), days.Works), done}
}
