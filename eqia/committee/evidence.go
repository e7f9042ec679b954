package committee

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// EvidenceOf names what evidence is asked of: one meeting, or one report wherever it went.
type EvidenceOf struct {
	Meeting MeetingID
	Report  string // its reference
}

// Evidence is what was recorded about a meeting or a report at a moment: nothing that came later is in it.
type Evidence struct {
	At       time.Time
	Subject  string // in words
	Items    []Item // in the order of the meetings
	Editions []Edition
	Packs    []PackCheck     // checks of the packs that members were sent, the newest of each meeting first
	Entries  []record.Sealed // of the audit, that concern it
	Chain    ChainResult
}

// ChainResult is what checking the whole audit up to a moment found.
type ChainResult struct {
	Count int64  // how many entries hold
	Head  string // the hash of the last of them
	Fault string // why the next one does not hold; empty when all do
}

// Evidence gathers what was recorded at a moment. The monitoring officer may.
func (s *Service) Evidence(ctx context.Context, by eqia.Person, of EvidenceOf, at time.Time) (Evidence, error) {
	if err := may(by, actRead, workflow.MonitoringOfficer); err != nil {
		return Evidence{}, err
	}
	if at.IsZero() || at.After(s.Now()) {
		return Evidence{}, &eqia.Invalid{Field: "at", Says: "Enter a time that is not in the future"}
	}
	e := Evidence{At: at.UTC()}
	meetings, err := s.evidenceOf(ctx, of, &e)
	if err != nil {
		return e, err
	}
	if err := s.editionsAt(ctx, meetings, &e); err != nil {
		return e, err
	}
	return e, s.auditAt(ctx, &e)
}

// evidenceOf finds the items that evidence is asked of, and gives their meetings.
func (s *Service) evidenceOf(ctx context.Context, of EvidenceOf, e *Evidence) ([]Meeting, error) {
	if of.Report != "" {
		r, err := s.Store.Report(ctx, of.Report)
		e.Subject, e.Items = "Report "+r.Reference, r.Journey
		var out []Meeting
		for _, i := range r.Journey {
			if !slices.ContainsFunc(out, func(m Meeting) bool { return m.ID == i.Meeting.ID }) {
				out = append(out, i.Meeting)
			}
		}
		return out, err
	}
	m, err := s.Store.Meeting(ctx, of.Meeting)
	e.Subject, e.Items = m.Committee.Name+", "+m.Day().Words(), m.Items
	return []Meeting{m}, err
}

func (s *Service) editionsAt(ctx context.Context, meetings []Meeting, e *Evidence) error {
	for _, m := range meetings {
		for _, known := range m.Editions {
			if known.RecordedAt.After(e.At) {
				continue
			}
			edition, err := s.Store.Edition(ctx, known.ID)
			if err != nil {
				return err
			}
			edition.Statements = upTo(edition.Statements, e.At, func(t Statement) time.Time { return t.RecordedAt })
			e.Editions = append(e.Editions, edition)
		}
		packs, err := s.Store.PackChecks(ctx, m.ID)
		if err != nil {
			return err
		}
		e.Packs = append(e.Packs, upTo(packs, e.At, func(c PackCheck) time.Time { return c.At })...)
	}
	return nil
}

// auditAt checks the audit up to the moment, takes the entries that concern the evidence, and brings every item back to what it was.
func (s *Service) auditAt(ctx context.Context, e *Evidence) error {
	concerned := e.subjects()
	later := map[string]bool{} // appearances whose outcome, and points whose answer, was recorded later
	var last int64
	for entry, err := range s.Store.Chain(ctx) {
		if err != nil {
			return err
		}
		switch about := strings.Split(entry.Subject, "|"); {
		case !entry.At.After(e.At):
			last = entry.Seq
			if slices.ContainsFunc(about, func(part string) bool { return concerned[part] }) {
				e.Entries = append(e.Entries, entry)
			}
		case entry.Kind == string(ActDecide):
			later[about[len(about)-1]] = true
		case entry.Kind == string(ActAnswerChallenge):
			var facts struct{ Challenge ChallengeID }
			if err := json.Unmarshal([]byte(entry.Detail), &facts); err != nil {
				return err
			}
			later[string(facts.Challenge)] = true
		}
	}
	for n, i := range e.Items {
		e.Items[n] = i.at(e.At, later)
	}
	e.Items = slices.DeleteFunc(e.Items, func(i Item) bool { return i.AddedAt.After(e.At) })
	if err := e.named(); err != nil {
		return err
	}
	return s.verifyUpTo(ctx, last, e)
}

func (s *Service) verifyUpTo(ctx context.Context, last int64, e *Evidence) error {
	var err error
	e.Chain.Count, e.Chain.Head, err = record.Verify(until(s.Store.Chain(ctx), last))
	var broken *record.Break
	if errors.As(err, &broken) {
		e.Chain.Fault = broken.Error()
		return nil
	}
	return err
}

// named gives every item the number, title and access, and its meeting the time, that the newest edition of the moment has for it.
func (e *Evidence) named() error {
	for _, edition := range e.Editions {
		frozen, err := ReadManifest(edition)
		if err != nil {
			return err
		}
		starts, err := time.Parse(time.RFC3339Nano, frozen.Meeting.StartsAt)
		if err != nil {
			return fmt.Errorf("read the manifest of edition %s: %w", edition.ID, err)
		}
		for n, i := range e.Items {
			at := slices.IndexFunc(frozen.Items, func(f FrozenItem) bool { return f.ID == i.ID })
			if at >= 0 {
				f := frozen.Items[at]
				e.Items[n].Number, e.Items[n].Title, e.Items[n].Kind, e.Items[n].Access = f.Number, f.Title, f.Kind, f.Access
				e.Items[n].Meeting.StartsAt, e.Items[n].Meeting.Venue = starts, frozen.Meeting.Venue
			}
		}
	}
	return nil
}

// until is a chain up to an entry.
func until(chain iter.Seq2[record.Sealed, error], last int64) iter.Seq2[record.Sealed, error] {
	return func(yield func(record.Sealed, error) bool) {
		for entry, err := range chain {
			if err == nil && entry.Seq > last || !yield(entry, err) {
				return
			}
		}
	}
}

// subjects is everything that entries of the audit can name and that concerns the evidence.
func (e Evidence) subjects() map[string]bool {
	out := map[string]bool{}
	for _, i := range e.Items {
		a := i.appearance()
		for _, subject := range []string{"meeting/" + string(i.Meeting.ID), "item/" + string(i.ID), "appearance/" + string(a.ID), "report/" + string(a.Report.ID)} {
			out[subject] = true
		}
	}
	for _, p := range e.Named() {
		out[string(p.AssessmentID)] = true
	}
	return out
}

// Named lists each version of an assessment that is linked, was linked, or is relied on, once, in the order they come.
func (e Evidence) Named() []Pinned {
	var out []Pinned
	add := func(p Pinned) {
		if p.VersionID != "" && !slices.ContainsFunc(out, func(o Pinned) bool { return o.VersionID == p.VersionID }) {
			out = append(out, p)
		}
	}
	for _, i := range e.Items {
		for _, l := range i.appearance().Links {
			add(l.Pinned)
		}
		for _, r := range i.appearance().Reasons {
			add(Pinned{AssessmentID: r.RelyOn.AssessmentID, VersionID: r.RelyOn.VersionID, Reference: r.RelyOn.Reference, Number: r.RelyOn.Number})
		}
	}
	return out
}

// at is an item with what was recorded about it at a moment.
func (i Item) at(at time.Time, later map[string]bool) Item {
	if i.Appearance == nil || i.Appearance.At.After(at) {
		i.Appearance = nil
		return i
	}
	a := *i.Appearance
	a.Expected, a.Journey = nil, nil
	a.Links = upTo(a.Links, at, func(l Link) time.Time { return l.At })
	for n, l := range a.Links {
		if l.EndedAt.After(at) {
			a.Links[n].EndedAt, a.Links[n].EndedBy, a.Links[n].ReplacedBy, a.Links[n].WithdrawnReason = time.Time{}, "", "", ""
		}
	}
	a.Reasons = upTo(a.Reasons, at, func(r Reason) time.Time { return r.At })
	for n, r := range a.Reasons {
		if r.AgreedAt.After(at) {
			a.Reasons[n].AgreedAt, a.Reasons[n].AgreedBy, a.Reasons[n].AgreedName, a.Reasons[n].AgreedRole = time.Time{}, "", "", ""
		}
		if r.EndedAt.After(at) {
			a.Reasons[n].EndedAt, a.Reasons[n].EndedBy = time.Time{}, ""
		}
	}
	a.heldAt(at)
	if later["appearance/"+string(a.ID)] {
		a.Decision = Decision{}
	}
	for n, h := range a.Challenges {
		if later[string(h.ID)] {
			a.Challenges[n].Answer, a.Challenges[n].LedTo = "", ""
		}
	}
	i.Appearance = &a
	return i
}

// heldAt takes away what was let pass, asked or promised after a moment, and what was done about it since.
func (a *Appearance) heldAt(at time.Time) {
	a.Overrides = upTo(a.Overrides, at, func(o Override) time.Time { return o.At })
	for n, o := range a.Overrides {
		if o.ConfirmedAt.After(at) {
			a.Overrides[n].ConfirmedAt, a.Overrides[n].ConfirmedBy = time.Time{}, ""
		}
		if o.EndedAt.After(at) {
			a.Overrides[n].EndedAt, a.Overrides[n].EndedBy = time.Time{}, ""
		}
	}
	a.Clearances = upTo(a.Clearances, at, func(c Clearance) time.Time { return c.At })
	a.Challenges = upTo(a.Challenges, at, func(h Challenge) time.Time { return h.At })
	a.Commitments = upTo(a.Commitments, at, func(m Commitment) time.Time { return m.At })
	for n, m := range a.Commitments {
		if m.ClosedAt.After(at) {
			a.Commitments[n].ClosedAt, a.Commitments[n].ClosedBy, a.Commitments[n].Closing = time.Time{}, "", ""
		}
	}
}

// upTo is a copy of a list without what was made after a moment.
func upTo[T any](list []T, at time.Time, made func(T) time.Time) []T {
	return slices.DeleteFunc(slices.Clone(list), func(x T) bool { return made(x).After(at) })
}

// String says what checking the audit found.
func (c ChainResult) String() string {
	if c.Fault != "" {
		return fmt.Sprintf("The record does not hold after %d entries: %s.", c.Count, c.Fault)
	}
	return fmt.Sprintf("All %d entries up to this moment hold. The last hash is %s.", c.Count, c.Head)
}
