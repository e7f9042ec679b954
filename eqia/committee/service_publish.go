package committee

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// PublishCommand records that an agenda was published, or what was published after it.
type PublishCommand struct {
	Once         string
	Kind         EditionKind
	StatedAt     time.Time // when it was published, as the clerk says; zero when it is being published now
	StatedSource string    // how the clerk knows
	Reason       string    // why there is another edition
	Looked       bool      // the person looked at what could be private in the assessments that become public
}

func (c *PublishCommand) validate(now time.Time) error {
	c.StatedSource, c.Reason = line(c.StatedSource), eqia.Lines(c.Reason)
	switch {
	case !c.Kind.Valid() || c.Kind == AsMet:
		return &eqia.Invalid{Field: "kind", Says: "Select what was published"}
	case c.Kind != MainEdition && c.Reason == "":
		return &eqia.Invalid{Field: "reason", Says: "Enter why there is something to publish after the agenda"}
	}
	if err := validStatement(c.StatedAt, c.StatedSource, now); err != nil {
		return err
	}
	return eqia.ValidText("reason", c.Reason)
}

// validStatement refuses a time of publication that is still to come, or that nobody says how they know.
func validStatement(at time.Time, source string, now time.Time) error {
	switch {
	case at.After(now):
		return &eqia.Invalid{Field: "stated", Says: "Enter a time that is not in the future"}
	case !at.IsZero() && source == "":
		return &eqia.Invalid{Field: "source", Says: "Enter how you know when it was published, for example the council’s website"}
	}
	return short("source", source)
}

// NotReady means that the publish check found something that stands in the way; nothing was recorded.
type NotReady struct {
	Blocks []Block
}

// Block is one finding that stands in the way of publication, with its item.
type Block struct {
	Item    Item
	Finding Finding
}

func (e *NotReady) Error() string { return fmt.Sprintf("%d findings stand in the way", len(e.Blocks)) }

// Blocks lists every finding of a judged meeting that stands in the way of publication.
func (m Meeting) Blocks() []Block {
	var out []Block
	for _, i := range m.Items {
		for _, f := range Outstanding(i.Findings) {
			if f.Severity == eqia.Stop {
				out = append(out, Block{i, f})
			}
		}
	}
	return out
}

// Standing lists what would stand in the way if an edition of a kind were recorded as published now, at the time that is stated or else at this
// moment: what blocks an agenda may only do so once it is out, as one that is out too late does.
func (s *Service) Standing(m Meeting, kind EditionKind, stated time.Time) []Block {
	if !kind.Checked() {
		return nil
	}
	m = m.with(Edition{Meeting: m.ID, Kind: kind, RecordedAt: s.Now(), StatedAt: stated})
	s.judgeAll(m.Items)
	return m.Blocks()
}

// Goes lists the assessments that become public with a meeting's papers: those in force that are appended to, or expressly referred to in,
// items that are open, and are neither restricted nor public yet.
func (m Meeting) Goes() []Link {
	var out []Link
	for _, i := range m.Items {
		if i.Access != Open {
			continue
		}
		for _, l := range i.appearance().Live() {
			listed := slices.ContainsFunc(out, func(o Link) bool { return o.Pinned.VersionID == l.Pinned.VersionID })
			if l.goes() && !listed {
				out = append(out, l)
			}
		}
	}
	return out
}

// Exposing lists those of the assessments that become public in which something could be private, or show who is meant.
func (m Meeting) Exposing() []Link {
	return slices.DeleteFunc(m.Goes(), func(l Link) bool { return len(l.Pinned.Facts.Look) == 0 })
}

func (l Link) goes() bool {
	given := l.Relation == Appended || l.Relation == ExpresslyReferred
	return given && l.Pinned.State == workflow.SignedOff && !l.Pinned.Restricted && !l.Pinned.Published
}

// publishTries is how often a publication is tried when what it publishes changes under its hands.
const publishTries = 5

// PublishAgenda records an edition of an agenda and gives it. Clerks may. The agenda is judged again inside the transaction: what blocks is
// *NotReady, and what is frozen is what was judged. Assessments with open items become public at the same moment.
func (s *Service) PublishAgenda(ctx context.Context, by eqia.Person, id MeetingID, cmd PublishCommand) (EditionID, error) {
	if err := may(by, ActPublish, workflow.Clerk); err != nil {
		return "", err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return "", err
	}
	if err := cmd.validate(s.Now()); err != nil {
		return "", err
	}
	for try := 1; ; try++ {
		change, err := s.publishing(ctx, by, id, cmd)
		if err != nil {
			return "", err
		}
		err = s.Store.Write(ctx, change)
		if !errors.Is(err, eqia.ErrMoved) || try == publishTries {
			return change.Edition.ID, err
		}
	}
}

// publishing is the change that records an edition. What becomes public is read before, and held against the meeting as it is then.
func (s *Service) publishing(ctx context.Context, by eqia.Person, id MeetingID, cmd PublishCommand) (*Change, error) {
	m, err := s.Store.Meeting(ctx, id)
	if err != nil {
		return nil, err
	}
	act := s.act(by, ActPublish, "meeting/"+string(id))
	e := &Edition{ID: EditionID(s.NewID()), Meeting: id, Kind: cmd.Kind, RecordedAt: act.At, RecordedBy: by.ID, StatedAt: cmd.StatedAt.UTC(),
		StatedSource: cmd.StatedSource, Reason: cmd.Reason}
	if cmd.StatedAt.IsZero() {
		e.StatedAt = time.Time{}
	}
	change := &Change{Once: cmd.Once, Result: string(e.ID), Edition: e, Acts: []eqia.Act{act}}
	var public []eqia.VersionID
	if cmd.Kind.Public() {
		if exposing := m.Exposing(); len(exposing) > 0 && !cmd.Looked {
			return nil, &eqia.Invalid{Field: "looked", Says: "Select that you have looked at each of these"}
		}
		for _, l := range m.Goes() {
			p, err := s.goesPublic(ctx, l, act)
			if err != nil {
				return nil, err
			}
			change.Publish, public = append(change.Publish, p), append(public, l.Pinned.VersionID)
		}
	}
	change.Freeze = &Freeze{Meeting: id, Make: func(now Meeting) error { return s.freeze(now, change, public) }}
	return change, nil
}

// goesPublic is the change that publishes one linked version with the papers.
func (s *Service) goesPublic(ctx context.Context, l Link, papers eqia.Act) (*eqia.Change, error) {
	v, err := s.Assessments.Version(ctx, l.Pinned.Reference, l.Pinned.Number)
	if err != nil {
		return nil, err
	}
	p, err := eqia.PublishedWith(v, papers)
	var refused *workflow.Refusal
	if errors.As(err, &refused) {
		return nil, eqia.ErrMoved
	}
	return p, err
}

// freeze judges the meeting as it is inside the transaction and, when nothing stands in the way, seals it into the change's edition.
func (s *Service) freeze(now Meeting, change *Change, public []eqia.VersionID) error {
	e := change.Edition
	if err := e.follows(now); err != nil {
		return err
	}
	now = now.with(*e)
	s.judgeAll(now.Items)
	if blocks := now.Blocks(); e.Kind.Checked() && len(blocks) > 0 {
		return &NotReady{blocks}
	}
	if e.Kind.Public() && !samePublic(now, public) {
		return eqia.ErrMoved
	}
	if err := e.seal(now); err != nil {
		return err
	}
	facts := change.Acts[0].Facts
	facts["edition"], facts["kind"], facts["digest"], facts["ruleset"] = string(e.ID), string(e.Kind), e.Digest, e.Ruleset
	if day := eqia.DayOf(e.At()); e.Kind == MainEdition && now.AgendaOn != day {
		now.AgendaOn = day
		change.Meeting = &now
	}
	return nil
}

// follows refuses an edition that can't come after those that a meeting has.
func (e Edition) follows(m Meeting) error {
	_, published := m.Published()
	switch {
	case e.Kind == AsMet:
		return nil
	case m.Status != Confirmed && m.Status != Held:
		return &eqia.Invalid{Field: "kind", Says: "Confirm the meeting first. It is not confirmed yet, or does not go ahead"}
	case e.Kind == MainEdition && published:
		return &eqia.Invalid{Field: "kind", Says: "This agenda is recorded as published already. Select what was published after it"}
	case e.Kind != MainEdition && !published:
		return &eqia.Invalid{Field: "kind", Says: "Record the agenda as published first"}
	case len(m.Items) == 0:
		return &eqia.Invalid{Field: "kind", Says: "Add the agenda items first"}
	}
	return nil
}

// with is a meeting with one more edition, as each of its items sees it.
func (m Meeting) with(e Edition) Meeting {
	m.Editions = append(slices.Clone(m.Editions), e)
	m.Items = slices.Clone(m.Items)
	for n := range m.Items {
		m.Items[n].Meeting.Editions = m.Editions
	}
	return m
}

func samePublic(m Meeting, public []eqia.VersionID) bool {
	goes := m.Goes()
	return len(goes) == len(public) && !slices.ContainsFunc(goes, func(l Link) bool { return !slices.Contains(public, l.Pinned.VersionID) })
}

// asMet records, with the change that says that a meeting was held, what was linked to each item when it was. Saying so twice records it once.
func (s *Service) asMet(by eqia.Person, held Meeting, change *Change) {
	change.Freeze = &Freeze{Meeting: held.ID, Make: func(now Meeting) error {
		if now.Status == Held || len(now.Items) == 0 {
			return nil
		}
		now.Status, now.StartsAt, now.Venue = held.Status, held.StartsAt, held.Venue
		change.Edition = &Edition{ID: EditionID(s.NewID()), Meeting: held.ID, Kind: AsMet, RecordedAt: change.Acts[0].At, RecordedBy: by.ID}
		return s.freeze(now, change, nil)
	}}
}

// StateCommand says, once more, when an edition was published.
type StateCommand struct {
	Once   string
	At     time.Time
	Source string
	Why    string
}

// State keeps another statement of when an edition was published; those made before are kept. Clerks may.
func (s *Service) State(ctx context.Context, by eqia.Person, e Edition, cmd StateCommand) error {
	if err := may(by, ActState, workflow.Clerk); err != nil {
		return err
	}
	cmd.Source, cmd.Why = line(cmd.Source), eqia.Lines(cmd.Why)
	switch {
	case cmd.At.IsZero():
		return &eqia.Invalid{Field: "stated", Says: "Enter when it was published"}
	case cmd.Why == "":
		return &eqia.Invalid{Field: "why", Says: "Enter why the time is stated again"}
	}
	if err := errors.Join(validStatement(cmd.At, cmd.Source, s.Now()), eqia.ValidText("why", cmd.Why)); err != nil {
		return err
	}
	act := s.act(by, ActState, "meeting/"+string(e.Meeting))
	act.Facts["edition"] = string(e.ID)
	e.StatedAt, e.StatedSource, e.Reason = cmd.At.UTC(), cmd.Source, cmd.Why
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: string(e.ID), Stated: &e, Acts: []eqia.Act{act}})
}

// Edition is one edition of a meeting's agenda with its manifest, and everything that was stated of it.
func (s *Service) Edition(ctx context.Context, by eqia.Person, meeting MeetingID, id EditionID) (Edition, error) {
	if err := may(by, actRead, readers...); err != nil {
		return Edition{}, err
	}
	e, err := s.Store.Edition(ctx, id)
	if err == nil && e.Meeting != meeting {
		return Edition{}, eqia.ErrNotFound
	}
	return e, err
}
