package eqia

import (
	"slices"
	"strings"

	"dorset-eqia/workflow"
)

// Involved is the relation of someone named as having helped to write it, who has no access through it.
const Involved workflow.Actor = "involved"

// Party is one person's part in one version.
type Party struct {
	VersionID   VersionID
	Person      PersonID // empty for someone outside the service, named only
	Name        string
	Relation    workflow.Actor // author, editor, commenter or involved
	Active      bool           // false once removed; what they contributed stays
	Contributed bool           // wrote or changed an answer, or is named as involved
}

// Person is someone with an account.
type Person struct {
	ID       PersonID
	Email    string
	Name     string
	Roles    []workflow.Actor
	Disabled bool
	Demo     bool
}

// Holds reports whether the person holds any of the roles.
func (p Person) Holds(any ...workflow.Actor) bool {
	return slices.ContainsFunc(any, func(a workflow.Actor) bool { return slices.Contains(p.Roles, a) })
}

// StandingOf is everything a person is towards a version: the roles they hold and their relations to it.
func (v Version) StandingOf(p Person) workflow.Standing {
	s := workflow.Standing{workflow.Officer}
	s = append(s, p.Roles...)
	for _, party := range v.Parties {
		if party.Person == p.ID && party.Active && party.VersionID == v.ID && party.Relation != Involved {
			s = append(s, party.Relation)
		}
	}
	if v.Reviewer == p.ID && v.State == workflow.InReview {
		s = append(s, workflow.Holder)
	}
	return s
}

// Contributors is everyone who wrote any of this cycle, or is named as having helped, each once.
func (v Version) Contributors() []Party {
	var out []Party
	for _, p := range v.Parties {
		same := func(o Party) bool { return o.Person == p.Person && o.Name == p.Name }
		if p.Contributed && !slices.ContainsFunc(out, same) {
			out = append(out, p)
		}
	}
	return out
}

// ContributedTo reports whether the person wrote any of this version's cycle or is named as involved: by their account, or by a name that
// is the same but for capitals and spaces.
func (v Version) ContributedTo(p Person) bool {
	return slices.ContainsFunc(v.Parties, func(o Party) bool { return o.Contributed && o.stands(p) })
}

// stands reports whether the party is this person, by account or, where it has none, by name.
func (o Party) stands(p Person) bool {
	if o.Person != "" {
		return o.Person == p.ID
	}
	return sameName(o.Name, p.Name)
}

// sameName reports whether two names are the same but for capitals and spaces; two empty ones are not.
func sameName(a, b string) bool {
	plain := func(name string) string { return strings.Join(strings.Fields(name), " ") }
	return plain(a) != "" && strings.EqualFold(plain(a), plain(b))
}

// AuthorOf is the party who started this version; the zero Party for an import without one.
func (v Version) AuthorOf() Party {
	i := slices.IndexFunc(v.Parties, func(p Party) bool { return p.VersionID == v.ID && p.Relation == workflow.Author })
	if i < 0 {
		return Party{}
	}
	return v.Parties[i]
}
