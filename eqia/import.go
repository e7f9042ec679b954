package eqia

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// FormOutside is the version of a form that this service never had.
const FormOutside = "outside"

// broughtIn stands in for the author of a draft that nobody with an account brought in.
const broughtIn = "Brought in from a file"

// ImportOptions says how a document is brought in. Legacy keeps a sign-off made outside this service as such; without it the document
// becomes a draft.
type ImportOptions struct {
	Legacy   bool
	Operator PersonID // who brings it in, where that is not the author; empty for whoever runs commands
	Once     string   // the form's key; empty for none
	Takes    Brought  // the file that waited for this; the zero one for none
}

// byCommand is the operator in the record of an import that no account stands for.
const byCommand = "the command line"

// Import makes an assessment from a document and gives its reference: the document's own where it is free, and otherwise a new one. The
// person becomes the author of a draft; the people named in the document are kept as names. What the form does not take is an
// *Unreadable that names the line and the field.
func (s *Service) Import(ctx context.Context, by PersonID, d Document, o ImportOptions) (string, error) {
	v, err := s.imported(ctx, d, o)
	if err != nil {
		return "", err
	}
	act := Act{At: s.Now().UTC(), By: cmp.Or(o.Operator, by), Kind: Imported, Assessment: v.AssessmentID, Version: v.ID, Facts: map[string]string{}}
	if act.By == "" {
		act.Facts["operator"] = byCommand
	}
	change := &Change{Once: o.Once, Family: &v.Assessment, Made: &v, Parties: d.parties(v.ID, by, o), Takes: o.Takes, Acts: []Act{act}}
	if o.Legacy {
		if err := s.keepOutside(d, &v, change); err != nil {
			return "", err
		}
	}
	if v.Assessment.Reference != "" {
		if _, err := s.Store.Version(ctx, v.Assessment.Reference, ""); !errors.Is(err, ErrNotFound) {
			v.Assessment.Reference = ""
		}
	}
	if err := s.Store.Write(ctx, change); err != nil {
		return "", err
	}
	return v.Assessment.Reference, nil
}

// imported is a document as a version, before it is known whether its sign-off is kept.
func (s *Service) imported(ctx context.Context, d Document, o ImportOptions) (Version, error) {
	council, err := s.CouncilWith(ctx, d.Content.Form.Profile, d.Content.Form.Version)
	if errors.Is(err, errNoProfile) {
		return Version{}, d.wrong("content.form.profile", "There is no such form here")
	}
	if err != nil {
		return Version{}, err
	}
	if err := d.checkRecord(o); err != nil {
		return Version{}, err
	}
	if err := d.checkPast(DayOf(s.Now())); err != nil {
		return Version{}, err
	}
	if err := d.checkContent(council, o); err != nil {
		return Version{}, err
	}
	d.Content.Sort()
	now := s.Now().UTC()
	family := Assessment{ID: AssessmentID(s.NewID()), Reference: d.Record.Reference, Profile: council.Code, Legacy: o.Legacy,
		Restricted: d.Record.Restricted, Current: VersionID(s.NewID())}
	if !family.Restricted && d.formIn(council).DepthOf(d.Content.Answers[form.QuestionKind].Choice()).Restricted {
		family.Restricted, family.RestrictedBy = true, family.Current
	}
	v := Version{Assessment: family, Content: d.Content, Header: Header{ID: family.Current, AssessmentID: family.ID, Major: 1,
		Form: d.Content.Form.Version, State: workflow.Draft, Revision: 1, Legacy: o.Legacy, StartedAt: now, SavedAt: now}}
	v.Lists()
	return v, nil
}

// keepOutside marks a version as signed off elsewhere, on its own dates, and freezes it with its digest. It gets no check code: that is
// for what was signed here.
func (s *Service) keepOutside(d Document, v *Version, change *Change) error {
	raw, digest, err := Seal(v.Content, d.Record.Conditions)
	if err != nil {
		return err
	}
	for _, text := range d.Record.Conditions {
		v.Conditions = append(v.Conditions, Condition{Text: text})
	}
	change.Agreed = []Agreement{{Version: v.ID, Conditions: v.Conditions}}
	if given := d.Record.Digest; given != "" && given != digest {
		return d.wrong("record.digest", "The content is not what was signed off. Use the file as it was exported, or leave the digest out")
	}
	if d.Record.Version != "" {
		if v.Major, v.Minor, err = ParseNumber(d.Record.Version); err != nil {
			return d.wrong("record.version", "Write the version as 1.0")
		}
	}
	signed, finished := d.signedOn().Time(), d.Record.CompletedOn.Time()
	v.State, v.SignedAt, v.Digest = workflow.SignedOff, signed.UTC(), digest
	v.SignerName, v.SignerRole = d.signer()
	v.StartedAt, v.SavedAt = signed.UTC(), signed.UTC()
	if !finished.IsZero() {
		v.SubmittedAt, v.StartedAt = finished.UTC(), earlier(finished, signed).UTC()
	}
	v.Assessment.Signed, v.ReviewDue = v.ID, v.Content.ReviewDay(d.signedOn())
	v.Grounds = d.grounds(v.ID)
	change.Keep = []Snapshot{{Version: v.ID, Kind: workflow.SignOff, Content: raw, Digest: digest, At: v.SignedAt}}
	change.Acts[0].Facts["digest"], change.Acts[0].Facts["legacy"] = digest, "yes"
	return nil
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// parties are the people of a document: its names, and the person who brings a draft in as its author.
func (d Document) parties(v VersionID, by PersonID, o ImportOptions) []Party {
	var out []Party
	if !o.Legacy {
		author := Party{VersionID: v, Person: by, Relation: workflow.Author, Active: true, Contributed: true}
		if by == "" {
			author.Name = broughtIn
		}
		out = append(out, author)
	} else if by != "" { // an account that can start the next version; it wrote nothing of this one
		out = append(out, Party{VersionID: v, Person: by, Relation: workflow.Editor, Active: true})
	}
	for _, p := range d.Record.People {
		relation := Involved
		if p.Role == WroteIt && o.Legacy {
			relation = workflow.Author
		}
		there := slices.ContainsFunc(out, func(was Party) bool { return was.Name == p.Name })
		if p.Role != SignedIt && !there {
			out = append(out, Party{VersionID: v, Name: p.Name, Relation: relation, Active: true, Contributed: true})
		}
	}
	return out
}

// signedOn is the day of the sign-off, or of completion where that is the only day the document has.
func (d Document) signedOn() Day {
	if d.Record.SignedOff.On != "" {
		return d.Record.SignedOff.On
	}
	return d.Record.CompletedOn
}

// signer is who signed: the name, and what they signed as. Either may be empty.
func (d Document) signer() (name, role string) {
	by := d.Record.SignedOff.By
	for _, p := range d.Record.People {
		if by == "" && p.Role == SignedIt {
			by = p.Name
		}
	}
	return by, d.Record.SignedOff.Role
}

// OutsideSigner is the name of whoever signed a legacy record off and what they signed as; both empty when it was signed off here or
// not at all.
func (h Header) OutsideSigner() (name, role string) {
	if h.SignedBy != "" || !h.Legacy {
		return "", ""
	}
	return h.SignerName, h.SignerRole
}

// SignerContributed reports whether whoever signed a version also wrote some of it, or is named as having helped. Only a legacy record,
// or leave from the monitoring officer, lets that happen.
func SignerContributed(v Version) bool {
	if v.SignedBy != "" {
		return v.Allowed == v.SignedBy || v.ContributedTo(Person{ID: v.SignedBy})
	}
	return slices.ContainsFunc(v.Contributors(), func(p Party) bool { return sameName(p.Name, v.SignerName) })
}
