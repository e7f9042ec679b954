package eqia

import (
	"maps"
	"slices"
	"strings"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
	"dorset-eqia/workflow"
)

// CaseOf is a document as the rules see a case, without its being brought in: the form it is on, the state and the people it names. What
// an import would refuse is refused here too, but for a sign-off that is not whole, which the rules speak of. A file says nothing of
// meetings, so it is taken to have found its own. It is read beside the library that the council
// starts with.
func CaseOf(d Document, profiles map[string]form.Profile, today Day) (Case, error) {
	council, ok := profiles[d.Content.Form.Profile]
	if !ok {
		return Case{}, d.wrong("content.form.profile", "There is no such form here. Write "+strings.Join(slices.Sorted(maps.Keys(profiles)), " or "))
	}
	outside := d.Content.Form.Version == FormOutside
	for _, check := range []func() error{
		func() error { return d.checkRecord(ImportOptions{}) },
		func() error { return d.checkPast(today) },
		func() error {
			return d.checkContent(council, ImportOptions{Legacy: outside || d.Record.Legacy || d.Record.State.Frozen()})
		},
	} {
		if err := check(); err != nil {
			return Case{}, err
		}
	}
	fv, known := council.Version(d.Content.Form.Version)
	if !known {
		fv = council.Versions[len(council.Versions)-1]
	}
	v := d.version(today)
	v.Legacy = outside || d.Record.Legacy
	facts, err := firstFacts(council.Code)
	if err != nil {
		return Case{}, err
	}
	return Case{Version: v, Form: fv, Council: council, Today: today, Known: facts, Facts: workflow.Facts{workflow.NotContributor: !SignerContributed(v)}}, nil
}

// firstFacts is the library that a council starts with; empty when it starts with none.
func firstFacts(profile string) ([]library.Fact, error) {
	edition := library.Edition(profile)
	if edition == "" {
		return nil, nil
	}
	return library.Load(edition)
}

// version is a document as a version with the state and the dates that it gives itself; a draft where it gives none, started today where
// nothing says when.
func (d Document) version(today Day) Version {
	d.Content.Sort()
	v := Version{Assessment: Assessment{Reference: d.Record.Reference}, Content: d.Content, Placed: true,
		Header: Header{Major: 1, Form: d.Content.Form.Version, State: workflow.Draft, StartedAt: today.Time()}}
	if d.Record.State.Frozen() {
		v.State, v.SignedAt = d.Record.State, d.signedOn().Time()
		v.SignerName, v.SignerRole = d.signer()
		if first := earlier(v.SignedAt, d.Record.CompletedOn.Time()); !first.IsZero() {
			v.StartedAt = first
		} else if !v.SignedAt.IsZero() {
			v.StartedAt = v.SignedAt
		}
	}
	v.Parties = d.parties("", "", ImportOptions{Legacy: true})
	v.Lists()
	return v
}
