package eqia

import (
	"context"
	"errors"

	"dorset-eqia/eqia/library"
	"dorset-eqia/workflow"
)

// The acts on the library of facts, as the audit names them.
const (
	ActSeedLibrary workflow.Event = "library.seed"
	ActAddFact     workflow.Event = "library.add"
	ActReplaceFact workflow.Event = "library.replace"
)

// Library is the part of the store that keeps facts, and which versions rest on them.
type Library interface {
	// Facts is a council's library, in order, replaced facts included. At is the change of the library it is wanted at, as a version
	// has it; -1 asks. What it gives is shared, and is not to be changed.
	Facts(ctx context.Context, profile string, at int64) ([]library.Fact, error)
	// Uses lists the versions that rest on a fact, newest first, with what the person is to each.
	Uses(ctx context.Context, fact library.ID, person PersonID) ([]Use, error)
	// Outdated lists the open versions that rest on a fact of the council's that was replaced, with what the person is to each.
	Outdated(ctx context.Context, profile string, person PersonID) ([]Use, error)
}

// LibraryChange adds facts to a council's library, or takes one out of use. One that was taken out already is ErrMoved.
type LibraryChange struct {
	Profile  string
	Add      []library.Fact
	Replaced library.ID // empty when nothing is taken out
	On       Day
	By       library.ID // what takes its place; empty when nothing does
}

// Use is one version that rests on a fact.
type Use struct {
	Fact       library.ID
	Entry      int // the number of the source of evidence
	Reference  string
	Number     string
	Title      string
	State      workflow.State
	Restricted bool
	Relation   workflow.Actor // of the person who asks, to this version; empty when there is none
	Reviewer   PersonID
}

// seenBy reports whether the person may read the version.
func (u Use) seenBy(p Person) bool {
	standing := append(workflow.Standing{workflow.Officer}, p.Roles...)
	if u.Relation != "" {
		standing = append(standing, u.Relation)
	}
	if u.Reviewer == p.ID && u.State == workflow.InReview {
		standing = append(standing, workflow.Holder)
	}
	facts := workflow.Facts{workflow.Unrestricted: !u.Restricted, workflow.Restricted: u.Restricted}
	_, err := workflow.Find(u.State, workflow.See, standing, facts)
	return err == nil
}

// Overtaken is a source of evidence whose fact was replaced.
type Overtaken struct {
	No       int
	Was, Now library.Fact // Now is zero when nothing took its place
}

// HasNew reports whether there is a newer fact to use.
func (o Overtaken) HasNew() bool { return o.Now.ID != "" }

// evidenceOf is a fact as a source of evidence of this case.
func (c Case) evidenceOf(f library.Fact) Evidence {
	e := Evidence{Title: f.Title(), Source: f.Source, Date: f.Date, Area: f.Area, Link: f.Link, Says: f.Says(), Characteristics: []string{},
		Fact: string(f.ID)}
	if _, ok := c.Form.Characteristic(f.Characteristic); ok {
		e.Characteristics = []string{f.Characteristic}
	}
	return e
}

// Cites is the number of the source of evidence that a fact was taken into; 0 when it was not.
func (c Content) Cites(id library.ID) int {
	for _, e := range c.Evidence {
		if e.Fact == string(id) {
			return e.No
		}
	}
	return 0
}

// invalidFact puts what is wrong with a fact in the words every page reads.
func invalidFact(err error) error {
	var wrong *library.Wrong
	if errors.As(err, &wrong) {
		return &Invalid{Field: wrong.Field, Says: wrong.Says}
	}
	return err
}
