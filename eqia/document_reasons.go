package eqia

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dorset-eqia/workflow"
)

// GivenReason is why a finding of the rules was let stand, as a document holds it.
type GivenReason struct {
	Rule    string         `json:"rule"`
	Part    string         `json:"part"` // as in card/age; empty for the whole
	Said    string         `json:"said"` // what the rule said
	Ruleset string         `json:"ruleset"`
	Passes  bool           `json:"passes"` // a lead let a block pass; otherwise an answer was kept as it was
	Reason  string         `json:"reason"`
	By      string         `json:"by"`
	Role    workflow.Actor `json:"role"`
	On      Day            `json:"on"`
}

// reasons are the grounds of a version as its document holds them, by day and rule; nil when none were given.
func (v Version) reasons() []GivenReason {
	var out []GivenReason
	for _, g := range v.Given() {
		out = append(out, GivenReason{Rule: g.Rule, Part: g.Where.String(), Said: g.Message, Ruleset: g.Ruleset, Passes: g.Passes, Reason: g.Text,
			By: g.ByName, Role: g.Role, On: DayOf(g.At)})
	}
	slices.SortFunc(out, func(a, b GivenReason) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Part, b.Part), cmp.Compare(a.Said, b.Said))
	})
	return out
}

// grounds are the reasons of a document as a legacy version keeps them.
func (d Document) grounds(id VersionID) []Grounds {
	var out []Grounds
	for _, r := range d.Record.Reasons {
		where, _ := ParsePartKey(r.Part) // checkReasons has refused any other
		out = append(out, Grounds{Version: id, Mark: r.finding(where).Mark(), Rule: r.Rule, Where: where, Message: r.Said, Ruleset: r.Ruleset,
			Passes: r.Passes, Text: r.Reason, ByName: r.By, Role: r.Role, At: r.On.Time().UTC()})
	}
	return out
}

// finding is what the reason was given for.
func (r GivenReason) finding(where PartKey) Finding {
	f := Finding{Rule: r.Rule, Severity: Warn, Where: where, Message: r.Said}
	if r.Passes {
		f.Severity = Stop
	}
	return f
}

var ruleForm = regexp.MustCompile(`^[A-Z]{1,4}-?[0-9]{1,3}$`)

// checkReasons looks at why findings were let stand. One finding has one reason.
func (d Document) checkReasons() error {
	seen := map[string]bool{}
	for i, r := range d.Record.Reasons {
		at := fmt.Sprintf("record.reasons[%d]", i)
		where, err := ParsePartKey(r.Part)
		mark := r.finding(where).Mark()
		_, day := ParseDay(string(r.On))
		switch {
		case !ruleForm.MatchString(r.Rule):
			return d.wrong(at+".rule", "Write the rule's short name, for example A3")
		case err != nil:
			return d.wrong(at+".part", "Write a part as in card/age, or leave it empty for the whole assessment")
		case strings.TrimSpace(r.Reason) == "":
			return d.wrong(at+".reason", "Write the reason, or leave this entry out")
		case len(r.By) > maxName || len(r.Ruleset) > maxName || len(r.Role) > maxName:
			return d.wrong(at, "Write a name, a role and a set of rules of at most 200 characters each")
		case day != nil:
			return d.wrong(at+".on", "Write the date as 2026-07-23")
		case seen[mark]:
			return d.wrong(at, "This finding has a reason already. Keep one of them")
		}
		seen[mark] = true
	}
	return nil
}
