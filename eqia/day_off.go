package eqia

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"dorset-eqia/workflow"
)

// ActDayOff and ActNotDayOff are the acts of the council's own days off: they are added, and taken out again.
const (
	ActDayOff    workflow.Event = "calendar.add"
	ActNotDayOff workflow.Event = "calendar.remove"
)

// DayOff is days on which the council does not work besides weekends and the bank holidays that are in the rules.
type DayOff struct {
	ID      DayOffID
	Name    string
	Kind    OffKind
	From    Day
	Until   Day // the last of the days; the same as From for a single one
	MadeAt  time.Time
	MadeBy  PersonID
	EndedAt time.Time // zero while they hold
}

// On reports whether a day is among them.
func (d DayOff) On(day Day) bool { return d.From <= day && day <= d.Until }

// Words is the days as they are written on pages.
func (d DayOff) Words() string {
	if d.From == d.Until {
		return d.From.Words()
	}
	return d.From.Words() + " to " + d.Until.Words()
}

// OffKind is why the council does not work.
type OffKind string

// The kinds of days off.
const (
	Closure OffKind = "closure"
	OneOff  OffKind = "one_off"
)

// OffKinds lists the kinds in the order they are offered.
func OffKinds() []OffKind { return []OffKind{Closure, OneOff} }

// Valid reports whether k is one of the kinds.
func (k OffKind) Valid() bool { return slices.Contains(OffKinds(), k) }

// Label is the kind in the words shown on pages.
func (k OffKind) Label() string {
	return map[OffKind]string{Closure: "The council’s offices are closed", OneOff: "A bank holiday for one year only"}[k]
}

// mostOff is how many days one entry can last, so that a slip of the pen in the year does not stop the calendar.
const mostOff = 31

func (d *DayOff) validate(others []DayOff) error {
	d.Name = strings.Join(strings.Fields(d.Name), " ")
	last := d.From.Time().AddDate(0, 0, mostOff-1)
	switch {
	case d.Name == "":
		return &Invalid{Field: "name", Says: "Enter what the days are called, for example Christmas closure"}
	case len(d.Name) > 200:
		return &Invalid{Field: "name", Says: "This is too long. Keep it under 200 characters"}
	case !d.Kind.Valid():
		return &Invalid{Field: "kind", Says: "Select why the council does not work on these days"}
	case d.From == "" || d.Until == "":
		return &Invalid{Field: "from", Says: "Enter the first and the last day"}
	case d.Until < d.From:
		return &Invalid{Field: "until", Says: "The last day must be the same as or after the first"}
	case d.Until > DayOf(last):
		return &Invalid{Field: "until", Says: "Enter no more than 31 days at a time"}
	}
	for _, o := range others {
		if o.From <= d.Until && d.From <= o.Until {
			return &Invalid{Field: "from", Says: "“" + o.Name + "” has some of these days already. Take it out first, or choose other days"}
		}
	}
	return ValidText("name", d.Name)
}

// DaysOff lists the council's own days off that end on a day or later, the first to begin first. Anyone who is signed in may.
func (s *Service) DaysOff(ctx context.Context, since Day) ([]DayOff, error) {
	all, err := s.Store.DaysOff(ctx)
	return slices.DeleteFunc(all, func(d DayOff) bool { return d.Until < since }), err
}

// AddDayOff adds days on which the council does not work. Administrators may; for others the page is not there.
func (s *Service) AddDayOff(ctx context.Context, by Person, d DayOff, once string) error {
	if !by.Holds(workflow.Administrator) {
		return ErrNotFound
	}
	if made, used, err := s.Store.Repeated(ctx, once); err != nil {
		return err
	} else if used {
		return &Repeat{Result: made}
	}
	others, err := s.Store.DaysOff(ctx)
	if err != nil {
		return err
	}
	if err := d.validate(others); err != nil {
		return err
	}
	d.ID, d.MadeAt, d.MadeBy = DayOffID(s.NewID()), s.Now().UTC().Truncate(time.Microsecond), by.ID
	defer s.Pace.Calendar.Forget()
	return s.Store.Write(ctx, &Change{Once: once, Result: string(d.ID), Off: &d, Acts: []Act{s.offAct(by, ActDayOff, d)}})
}

// RemoveDayOff takes days off out of the calendar again. What they were stays in the record.
func (s *Service) RemoveDayOff(ctx context.Context, by Person, id DayOffID) error {
	if !by.Holds(workflow.Administrator) {
		return ErrNotFound
	}
	all, err := s.Store.DaysOff(ctx)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(all, func(d DayOff) bool { return d.ID == id })
	if i < 0 {
		return ErrNotFound
	}
	d := all[i]
	d.EndedAt = s.Now().UTC().Truncate(time.Microsecond)
	defer s.Pace.Calendar.Forget()
	return s.Store.Write(ctx, &Change{Off: &d, Acts: []Act{s.offAct(by, ActNotDayOff, d)}})
}

func (s *Service) offAct(by Person, kind workflow.Event, d DayOff) Act {
	return Act{At: s.Now().UTC(), By: by.ID, Kind: kind, Subject: "day-off/" + string(d.ID), Facts: map[string]string{"kind": string(d.Kind),
		"from": string(d.From), "until": string(d.Until), "days": strconv.Itoa(len(d.Days()))}}
}

// Days are the days one by one.
func (d DayOff) Days() []Day {
	var out []Day
	for t := d.From.Time(); DayOf(t) <= d.Until; t = t.AddDate(0, 0, 1) {
		out = append(out, DayOf(t))
	}
	return out
}

// OffOn is what the council's own day off on a day is called, among a list; empty when there is none.
func OffOn(list []DayOff, day Day) string {
	for _, d := range list {
		if d.On(day) {
			return d.Name
		}
	}
	return ""
}
