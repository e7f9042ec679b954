package committee

import (
	"context"
	"slices"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// Papers is a meeting whose agenda is published, with the newest edition of its papers and how members were told of what changed since.
type Papers struct {
	Meeting Meeting
	Newest  Edition    // with its manifest
	Told    []Notified // oldest first
}

// Notified is how and when members were told of one change, other than by a further edition. It never changes.
type Notified struct {
	ID      string
	Meeting MeetingID
	Mark    string // of the difference
	Way     Way
	ToldAt  time.Time // as the clerk says
	Note    string
	At      time.Time // the server's
	By      eqia.PersonID
}

// Way is how members were told of a change.
type Way string

// The ways beside a further edition of the papers.
const (
	Verbally Way = "verbal"
	PutOff   Way = "defer"
)

// Ways lists the ways in the order they are offered.
func Ways() []Way { return []Way{Verbally, PutOff} }

// Label is the way in the words shown on pages.
func (w Way) Label() string {
	return map[Way]string{Verbally: "Told at the meeting, and recorded in the minutes", PutOff: "The item was put off to another meeting"}[w]
}

// Difference is one thing about an agenda that is no longer as its newest edition says.
type Difference struct {
	Item Item // as it is now; one that was removed as it was
	Says string
	Mark string
	Told *Notified // nil while nobody was told
}

// Differences lists what is no longer as the newest edition says, in the order of the agenda.
func (p Papers) Differences() ([]Difference, error) {
	frozen, err := ReadManifest(p.Newest)
	if err != nil {
		return nil, err
	}
	var out []Difference
	for _, i := range p.Meeting.Items {
		n := slices.IndexFunc(frozen.Items, func(f FrozenItem) bool { return f.ID == i.ID })
		if n < 0 {
			out = append(out, p.differs(i, "This item was added after the papers were published."))
			continue
		}
		for _, says := range i.since(frozen.Items[n], p.Newest) {
			out = append(out, p.differs(i, says))
		}
	}
	for _, f := range frozen.Items {
		if !slices.ContainsFunc(p.Meeting.Items, func(i Item) bool { return i.ID == f.ID }) {
			out = append(out, p.differs(Item{ID: f.ID, Number: f.Number, Title: f.Title, Meeting: p.Meeting}, "This item was removed after the papers were published."))
		}
	}
	return out, nil
}

func (p Papers) differs(i Item, says string) Difference {
	d := Difference{Item: i, Says: says, Mark: record.Short(record.Digest([]byte(string(i.ID) + "\n" + says)))}
	for _, t := range p.Told {
		if t.Mark == d.Mark {
			d.Told = &t
		}
	}
	return d
}

// since says what about an item is no longer as it was frozen.
func (i Item) since(was FrozenItem, e Edition) []string {
	var out []string
	now := i.frozen()
	if now.Title != was.Title || now.Number != was.Number {
		out = append(out, "The item was “"+strings.TrimSpace(was.Number+" "+was.Title)+"” in the papers.")
	}
	if now.Access != was.Access {
		out = append(out, "In the papers the item was: "+lower(was.Access.Label())+". Now it is: "+lower(now.Access.Label())+".")
	}
	out = append(out, reportSince(was.Report, now.Report)...)
	out = append(out, linksSince(was.Links, now.Links)...)
	for _, l := range i.appearance().Live() {
		out = append(out, l.since(e)...)
	}
	for _, r := range was.Reasons {
		if !slices.ContainsFunc(now.Reasons, func(o FrozenReason) bool { return o.ID == r.ID }) {
			out = append(out, "The reason “"+r.Code.Label()+"” was in the papers and is withdrawn.")
		}
	}
	for _, r := range now.Reasons {
		if !slices.ContainsFunc(was.Reasons, func(o FrozenReason) bool { return o.ID == r.ID }) {
			out = append(out, "The reason “"+r.Code.Label()+"” was given after the papers were published.")
		}
	}
	return out
}

func reportSince(was, now *FrozenReport) []string {
	switch {
	case was == nil && now == nil || was != nil && now != nil && was.Reference == now.Reference && was.Version == now.Version:
		return nil
	case was == nil:
		return []string{"Report " + now.Reference + " was put on the item after the papers were published."}
	case now == nil:
		return []string{"Report " + was.Reference + " was in the papers and is taken off the item."}
	}
	return []string{"The item has another report, or another version of it, than the papers."}
}

func linksSince(was, now []FrozenLink) []string {
	var out []string
	for _, l := range was {
		if !slices.ContainsFunc(now, func(o FrozenLink) bool { return o.ID == l.ID }) {
			out = append(out, l.Assessment+" version "+l.Version+" was in the papers. The link to it was changed or withdrawn since.")
		}
	}
	for _, l := range now {
		if !slices.ContainsFunc(was, func(o FrozenLink) bool { return o.ID == l.ID }) {
			out = append(out, l.Assessment+" version "+l.Version+" was linked after the papers were published.")
		}
	}
	return out
}

// since says what became of a linked version after an edition was recorded.
func (l Link) since(e Edition) []string {
	p := l.Pinned
	switch {
	case p.State == workflow.Withdrawn && p.WithdrawnAt.After(e.RecordedAt):
		return []string{p.name() + " was withdrawn on " + eqia.DayOf(p.WithdrawnAt).Words() + "."}
	case p.NewerNumber != "" && p.NewerSignedAt.After(e.RecordedAt):
		return []string{"Version " + p.NewerNumber + " of " + p.Reference + " was signed off on " + eqia.DayOf(p.NewerSignedAt).Words() + ". The papers have version " + p.Number + "."}
	}
	return nil
}

// Changed is what changed about one meeting's papers since they were published.
type Changed struct {
	Papers
	List []Difference
}

// Outstanding counts the changes that nobody was told of.
func (c Changed) Outstanding() int {
	return len(slices.DeleteFunc(slices.Clone(c.List), func(d Difference) bool { return d.Told != nil }))
}

// Since lists meetings from today on whose agenda is published, soonest first, with what changed since. Those who work with meetings may.
func (s *Service) Since(ctx context.Context, by eqia.Person, page eqia.Page) ([]Changed, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	list, err := s.Store.Papers(ctx, PapersFilter{From: eqia.DayOf(s.Now()).Time().UTC()}, page)
	if err != nil {
		return nil, err
	}
	out := make([]Changed, len(list))
	for n, p := range list {
		if out[n], err = changed(p); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// SinceAt is what changed about one meeting's papers. ErrNotFound when its agenda is not published.
func (s *Service) SinceAt(ctx context.Context, by eqia.Person, id MeetingID) (Changed, error) {
	if err := may(by, actRead, readers...); err != nil {
		return Changed{}, err
	}
	list, err := s.Store.Papers(ctx, PapersFilter{Meeting: id}, eqia.Page{Size: 1})
	if err != nil {
		return Changed{}, err
	}
	if len(list) == 0 {
		return Changed{}, eqia.ErrNotFound
	}
	return changed(list[0])
}

func changed(p Papers) (Changed, error) {
	list, err := p.Differences()
	return Changed{p, list}, err
}

// TellCommand is how and when members were told of one change.
type TellCommand struct {
	Once string
	Mark string
	Way  Way
	At   time.Time
	Note string
}

// Tell records how members were told of a change. Clerks may.
func (s *Service) Tell(ctx context.Context, by eqia.Person, id MeetingID, cmd TellCommand) error {
	if err := may(by, ActTell, workflow.Clerk); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return err
	}
	c, err := s.SinceAt(ctx, by, id)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(c.List, func(d Difference) bool { return d.Mark == cmd.Mark }) {
		return eqia.ErrMoved
	}
	cmd.Note = eqia.Lines(cmd.Note)
	switch {
	case !slices.Contains(Ways(), cmd.Way):
		return &eqia.Invalid{Field: "way", Says: "Select what was done"}
	case cmd.At.IsZero() || cmd.At.After(s.Now()):
		return &eqia.Invalid{Field: "told", Says: "Enter when members were told, not in the future"}
	}
	if err := eqia.ValidText("note", cmd.Note); err != nil {
		return err
	}
	act := s.act(by, ActTell, "meeting/"+string(id))
	act.Facts["mark"], act.Facts["way"] = cmd.Mark, string(cmd.Way)
	told := &Notified{ID: s.NewID(), Meeting: id, Mark: cmd.Mark, Way: cmd.Way, ToldAt: cmd.At.UTC(), Note: cmd.Note, At: act.At, By: by.ID}
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: told.ID, Told: told, Acts: []eqia.Act{act}})
}
