package eqia

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"dorset-eqia/workflow"
)

// Grounds are why a finding is let stand, in someone's words: the author's for a warning that is kept as it is, the equality lead's for a
// block that may pass. They belong to the record and never to the content, and a new version starts without any.
type Grounds struct {
	Version VersionID
	Mark    string // of the finding they were given for
	Rule    string
	Where   PartKey
	Message string // what the rule said then
	Ruleset string
	Passes  bool   // a lead lets a block pass
	Text    string // the reason; empty once it was taken back
	By      PersonID
	ByName  string // of the account; what an outside record says where there is none
	Role    workflow.Actor
	At      time.Time
	Counter int // how often they were given, changed or taken back
}

// markLength is how many hexadecimal letters of its digest name a finding.
const markLength = 32

var markForm = regexp.MustCompile(`^[0-9a-f]{32}$`)

// ParseMark reads the mark of a finding from an address.
func ParseMark(s string) (string, error) {
	if !markForm.MatchString(s) {
		return "", ErrNotFound
	}
	return s, nil
}

// GroundsFor are the grounds on which a finding is let stand now; false when there are none. Only a warning can be kept, and only a block
// can be let pass.
func (v Version) GroundsFor(f Finding) (Grounds, bool) {
	mark := f.Mark()
	for _, g := range v.Grounds {
		if g.Mark == mark && g.Text != "" && g.fits(f) {
			return g, true
		}
	}
	return Grounds{}, false
}

func (g Grounds) fits(f Finding) bool {
	if g.Passes {
		return f.passable()
	}
	return f.Severity == Warn
}

// Unsettled lists the blocks and warnings that nobody has given grounds for: what stands in the way of sending.
func (v Version) Unsettled(found []Finding) []Finding {
	var out []Finding
	for _, f := range found {
		if _, ok := v.GroundsFor(f); !ok && (f.Severity == Stop || f.Severity == Warn) {
			out = append(out, f)
		}
	}
	return out
}

// Unpassed lists the blocks that nobody let pass: what stands in the way of a signature.
func (v Version) Unpassed(found []Finding) []Finding { return Blocks(v.Unsettled(found)) }

// Given lists the grounds that have not been taken back, in the order in which they were given.
func (v Version) Given() []Grounds {
	out := slices.DeleteFunc(slices.Clone(v.Grounds), func(g Grounds) bool { return g.Text == "" })
	slices.SortStableFunc(out, func(a, b Grounds) int { return a.At.Compare(b.At) })
	return out
}

// SignedWith lists the grounds that go with a signature, for what the rules say at sign-off: the author's, and passes for blocks that are
// still there.
func (v Version) SignedWith(found []Finding) []Grounds {
	return slices.DeleteFunc(v.Given(), func(g Grounds) bool { return g.Passes && !g.livesIn(found) })
}

// livesIn reports whether the rules still say what the grounds were given for.
func (g Grounds) livesIn(found []Finding) bool {
	return slices.ContainsFunc(found, func(f Finding) bool { return f.Mark() == g.Mark })
}

// leastWords is how many words make a reason one of substance.
const leastWords = 3

// validGrounds refuses a reason that can't be kept or says too little.
func validGrounds(text string) error {
	words := 0
	for _, w := range strings.Fields(text) {
		if strings.ContainsFunc(w, unicode.IsLetter) {
			words++
		}
	}
	if words < leastWords {
		return &Invalid{Field: "reason", Says: "Enter a reason of at least three words"}
	}
	return ValidText("reason", text)
}
