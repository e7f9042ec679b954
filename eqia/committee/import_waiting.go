package committee

import (
	"bytes"
	"context"
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// ImportID identifies a file that was brought, until a clerk has looked at what it would do.
type ImportID string

// FileKind is what sort of file was brought.
type FileKind string

// The kinds of file.
const (
	PlanFile     FileKind = "plan"
	MeetingsFile FileKind = "meetings"
)

// FileKinds lists the kinds.
func FileKinds() []FileKind { return []FileKind{PlanFile, MeetingsFile} }

// Valid reports whether k is one of the kinds.
func (k FileKind) Valid() bool { return slices.Contains(FileKinds(), k) }

// Label is the kind in the words shown on pages.
func (k FileKind) Label() string {
	return map[FileKind]string{PlanFile: "Forward plan or work programme", MeetingsFile: "Meetings or an agenda"}[k]
}

// FileOutcome is what became of a file.
type FileOutcome string

// The outcomes. A file that waits has none.
const (
	Applied FileOutcome = "applied"
	Dropped FileOutcome = "dropped"
)

// Waiting is a file that was brought and waits for a clerk to look at what it would do, and to apply it or to drop it. Its content goes when it
// is settled.
type Waiting struct {
	ID      ImportID
	Kind    FileKind
	Source  string // how it came: "upload", "paste" or "fetch"
	Edition eqia.Day
	Raw     []byte
	Hash    string
	At      time.Time
	By      eqia.PersonID
	ByName  string
}

// Settled is a file that a clerk has applied or dropped.
type Settled struct {
	ID      ImportID
	Outcome FileOutcome
	At      time.Time
	By      eqia.PersonID
}

// The acts on files that were brought.
const (
	ActBring workflow.Event = "committee.bring_file"
	ActDrop  workflow.Event = "committee.drop_file"
)

// MostFile is how many bytes a file can have.
const MostFile = 20 << 20

// Bring keeps a file until a clerk has looked at what it would do, and gives its identifier. Clerks may. What can't be read at all is *UnreadablePlan.
func (s *Service) Bring(ctx context.Context, by eqia.Person, w Waiting, once string) (ImportID, error) {
	if err := may(by, ActBring, workflow.Clerk); err != nil {
		return "", err
	}
	if err := s.readable(w); err != nil {
		return "", err
	}
	return s.keep(ctx, by, w, once)
}

func (s *Service) keep(ctx context.Context, by eqia.Person, w Waiting, once string) (ImportID, error) {
	w.ID, w.At, w.By, w.Hash = ImportID(s.NewID()), s.Now().UTC().Truncate(time.Microsecond), by.ID, record.Digest(w.Raw)
	act := s.act(by, ActBring, "import/"+string(w.ID))
	act.Facts["kind"], act.Facts["source"], act.Facts["hash"] = string(w.Kind), w.Source, w.Hash
	return w.ID, s.Store.Write(ctx, &Change{Once: once, Result: string(w.ID), Waiting: &w, Acts: []eqia.Act{act}})
}

// readable refuses a file that is not what it is said to be.
func (s *Service) readable(w Waiting) error {
	switch {
	case len(bytes.TrimSpace(w.Raw)) == 0:
		return &UnreadablePlan{Says: "the file is empty"}
	case len(w.Raw) > MostFile:
		return &UnreadablePlan{Says: "the file is larger than 20 MB"}
	case w.Kind == PlanFile:
		if _, _, err := ReadPlan(bytes.NewReader(w.Raw)); err != nil {
			return &UnreadablePlan{Says: err.Error()}
		}
		return nil
	default:
		if _, err := s.readFile(w.Raw); err != nil {
			return &UnreadablePlan{Says: err.Error()}
		}
		return nil
	}
}

// WaitingFiles lists the files that wait, the oldest first, without what is in them.
func (s *Service) WaitingFiles(ctx context.Context, by eqia.Person) ([]Waiting, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	return s.Store.Waiting(ctx, "")
}

// waitingOf is one file of a kind that waits.
func (s *Service) waitingOf(ctx context.Context, by eqia.Person, kind FileKind, id ImportID) (Waiting, error) {
	w, err := s.WaitingFile(ctx, by, id)
	if err == nil && w.Kind != kind {
		err = eqia.ErrNotFound
	}
	return w, err
}

// WaitingFile is one file that waits.
func (s *Service) WaitingFile(ctx context.Context, by eqia.Person, id ImportID) (Waiting, error) {
	if err := may(by, ActBring, workflow.Clerk); err != nil {
		return Waiting{}, err
	}
	found, err := s.Store.Waiting(ctx, id)
	if err == nil && len(found) == 0 {
		err = eqia.ErrNotFound
	}
	if err != nil {
		return Waiting{}, err
	}
	return found[0], nil
}

// TryPlan says what a file of a plan that waits would do.
func (s *Service) TryPlan(ctx context.Context, by eqia.Person, w Waiting) (PlanImport, error) {
	return s.ImportPlan(ctx, by, PlanCommand{File: bytes.NewReader(w.Raw), Edition: w.Edition, DryRun: true})
}

// ApplyPlan does what a file of a plan that waits would do, once for each key of a form.
func (s *Service) ApplyPlan(ctx context.Context, by eqia.Person, id ImportID, once string) (PlanImport, error) {
	if err := s.Store.Used(ctx, once); err != nil {
		return PlanImport{}, err
	}
	w, err := s.waitingOf(ctx, by, PlanFile, id)
	if err != nil {
		return PlanImport{}, err
	}
	return s.ImportPlan(ctx, by, PlanCommand{File: bytes.NewReader(w.Raw), Edition: w.Edition, Settles: w.ID, Once: once})
}

// DropFile lets a file go that waits, and changes nothing else. Clerks may.
func (s *Service) DropFile(ctx context.Context, by eqia.Person, id ImportID, once string) error {
	if err := may(by, ActDrop, workflow.Clerk); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, once); err != nil {
		return err
	}
	act := s.act(by, ActDrop, "import/"+string(id))
	return s.Store.Write(ctx, &Change{Once: once, Result: string(id), Settled: settledBy(act, id, Dropped), Acts: []eqia.Act{act}})
}

// settledBy is what an act settles; nothing when there is no file.
func settledBy(act eqia.Act, id ImportID, outcome FileOutcome) *Settled {
	if id == "" {
		return nil
	}
	return &Settled{ID: id, Outcome: outcome, At: act.At, By: act.By}
}
