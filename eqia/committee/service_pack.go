package committee

import (
	"context"
	"errors"
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// ActCheckPack is the check of a pack.
const ActCheckPack workflow.Event = "committee.check_pack"

// MostPack is how many bytes a pack can have.
const MostPack = 50 << 20

// PackCommand is a pack to be checked.
type PackCommand struct {
	Once string
	Kind PackKind
	File []byte // a PDF
}

// CheckPack reads the pack of a meeting, holds it against the newest edition of its papers, or what is linked where there is none, and keeps
// what it found. Clerks may. A file that can't be read is the error of ReadPages, and nothing is kept then.
func (s *Service) CheckPack(ctx context.Context, by eqia.Person, id MeetingID, cmd PackCommand) (PackCheckID, error) {
	if err := may(by, ActCheckPack, workflow.Clerk); err != nil {
		return "", err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return "", err
	}
	if !cmd.Kind.Valid() {
		return "", &eqia.Invalid{Field: "kind", Says: "Select which pack it is"}
	}
	m, err := s.Store.Meeting(ctx, id)
	if err != nil {
		return "", err
	}
	edition, wanted, err := s.wanted(ctx, m)
	if err != nil {
		return "", err
	}
	read, err := s.readPack(ctx, cmd.File, judging{kind: cmd.Kind, wanted: wanted})
	if err != nil {
		return "", err
	}
	act := s.act(by, ActCheckPack, "meeting/"+string(id))
	c := PackCheck{ID: PackCheckID(s.NewID()), Meeting: id, Edition: edition, Kind: cmd.Kind, SHA256: record.Digest(cmd.File), Bytes: len(cmd.File),
		At: act.At, By: by.ID, PackRead: read}
	act.Facts["check"], act.Facts["edition"], act.Facts["sha256"] = string(c.ID), string(edition), c.SHA256
	return c.ID, s.Store.Write(ctx, &Change{Once: cmd.Once, Result: string(c.ID), Pack: &c, Acts: []eqia.Act{act}})
}

// ReadPack says what a file holds, without a meeting to hold it against and without keeping anything. It is for whoever can read the whole
// database.
func (s *Service) ReadPack(ctx context.Context, file []byte) (PackRead, error) {
	return s.readPack(ctx, file, judging{kind: PublicPack, any: true})
}

func (s *Service) readPack(ctx context.Context, file []byte, j judging) (PackRead, error) {
	var err error
	if j.pages, err = s.ReadPages(ctx, file); err != nil {
		return PackRead{}, err
	}
	j.copies, j.today = copies(leaves(j.pages)), eqia.DayOf(s.Now())
	if j.known, err = s.Store.Coded(ctx, j.codes()); err != nil {
		return PackRead{}, err
	}
	if err := s.compare(ctx, &j); err != nil {
		return PackRead{}, err
	}
	return j.judge(), nil
}

// mostCompared is how many copies of a pack have their words compared.
const mostCompared = 50

// compare holds the words of each whole copy against what was signed, where the service can.
func (s *Service) compare(ctx context.Context, j *judging) error {
	if s.Differs == nil {
		return nil
	}
	for i, c := range j.copies[:min(len(j.copies), mostCompared)] {
		v := j.known[c.name.code]
		if v.Reference != c.name.reference || v.Number != c.name.number || len(c.missing()) > 0 {
			continue
		}
		var err error
		if j.copies[i].differs, err = s.Differs(ctx, v.Reference, v.Number, c.words(j.pages)); err != nil {
			return err
		}
	}
	return nil
}

// wanted is what a meeting's papers have with their items, by the newest edition of them, or as it is linked now where nothing is published.
func (s *Service) wanted(ctx context.Context, m Meeting) (EditionID, []Wanted, error) {
	newest, ok := m.NewestPapers()
	if !ok {
		return "", wantedIn(m.manifest(Edition{RecordedAt: s.Now().UTC().Truncate(time.Microsecond)})), nil
	}
	e, err := s.Store.Edition(ctx, newest.ID)
	if err != nil {
		return "", nil, err
	}
	frozen, err := ReadManifest(e)
	return e.ID, wantedIn(frozen), err
}

func wantedIn(m Manifest) []Wanted {
	var out []Wanted
	for _, i := range m.Items {
		for _, l := range i.Links {
			out = append(out, Wanted{Item: i.Number, Access: i.Access, Reference: l.Assessment, Version: l.Version, Appended: l.Relation == Appended})
		}
	}
	return out
}

// NewestPapers is the newest edition of what members decide on; false when nothing is published.
func (m Meeting) NewestPapers() (Edition, bool) {
	for _, e := range slices.Backward(m.Editions) {
		if e.Kind.Checked() {
			return e, true
		}
	}
	return Edition{}, false
}

// PackChecks lists the checks of a meeting's packs, the newest first. Those who work with meetings may read them.
func (s *Service) PackChecks(ctx context.Context, by eqia.Person, id MeetingID) ([]PackCheck, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	return s.Store.PackChecks(ctx, id)
}

// VersionOf is the signed version that a check code was given to, as the council's own people may know it. ErrNotFound when no version has it.
func (s *Service) VersionOf(ctx context.Context, code record.Code) (Coded, error) {
	found, err := s.Store.Coded(ctx, []string{string(code)})
	if err == nil && len(found) == 0 {
		err = eqia.ErrNotFound
	}
	return found[string(code)], err
}

// nobodys is the assessment that stands for none where the work is to be the same.
const nobodys eqia.AssessmentID = "none"

// SaysRestricted reports whether a check code was given to a restricted assessment of which people outside may be told that there is one: a
// closed meeting has it, and no item that it is linked to forbids saying so. The work is the same whatever the code.
func (s *Service) SaysRestricted(ctx context.Context, code record.Code) (bool, error) {
	id := nobodys
	v, err := s.VersionOf(ctx, code)
	switch {
	case err != nil && !errors.Is(err, eqia.ErrNotFound):
		return false, err
	case v.Standing(eqia.DayOf(s.Now())) == eqia.CodeRestricted:
		id = v.Assessment
	}
	list, err := s.Store.ClosedPapers(ctx, id)
	return len(list) == 1 && list[0].Held() && !list[0].Silent(), err
}
