package committee

import (
	"cmp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
)

// PlanItemID identifies an item of a forward plan or a work programme.
type PlanItemID string

// PlanKind is whether an item announces a decision, or a committee's own work.
type PlanKind string

// The kinds of plan.
const (
	ForwardPlan   PlanKind = "forward_plan"
	WorkProgramme PlanKind = "work_programme"
)

// PlanKinds lists the kinds in the order they are offered.
func PlanKinds() []PlanKind { return []PlanKind{ForwardPlan, WorkProgramme} }

// Valid reports whether k is one of the kinds.
func (k PlanKind) Valid() bool { return slices.Contains(PlanKinds(), k) }

// Label is the kind in the words shown on pages.
func (k PlanKind) Label() string {
	return map[PlanKind]string{ForwardPlan: "Forward plan", WorkProgramme: "Work programme"}[k]
}

// PlanItem is one decision that a forward plan announces, or one report that a work programme asks for. A plan's own words are kept as they
// were written.
type PlanItem struct {
	ID          PlanItemID
	Kind        PlanKind
	Plan        string // the body whose plan it is, for example "Cabinet"
	Ref         string // the plan's own reference for the item; empty where it has none
	Title       string
	Summary     string
	Key         bool // a key decision
	Access      Access
	Paragraphs  string   // of Schedule 12A to the Local Government Act 1972, that a private item names
	Maker       string   // who will decide
	On          eqia.Day // when; empty where the plan does not say
	Period      string   // when, in the plan's words, where it names no day
	Consulted   string   // committees consulted before, each with its day, and "; " between them
	Portfolio   string   // the cabinet members, as written
	Lead        string   // the officer
	LeadEmail   string
	Director    string
	Wards       string
	Documents   string   // what will be put before those who decide
	Named       string   // references of assessments, as the plan names them
	NoReason    string   // why no assessment is needed; empty where nobody has said so
	NamedReport string   // the report’s reference, as the plan has it
	Address     string   // where the plan is published
	Aims        string   // of a work programme's report
	Other       string   // what a work programme says besides
	Edition     eqia.Day // the edition it was last seen in; empty when that is not known
	FirstSeen   eqia.Day // the edition it was first seen in, which is when notice of it was given; empty when that is not known
	Counter     int      // counts changes; 0 for an item not kept yet
}

// Identity tells the same item from one edition to the next: the plan's own reference or, where it has none, plan, title and date.
func (p PlanItem) Identity() string {
	key := plainly(p.Plan) + "|" + plainly(p.Title) + "|" + cmp.Or(string(p.On), plainly(p.Period))
	if p.Ref != "" {
		key = plainly(p.Plan) + "|ref|" + plainly(p.Ref)
	}
	if p.Kind == WorkProgramme {
		return string(WorkProgramme) + "|" + key
	}
	return key
}

// plainly is a text for comparing: small letters, single spaces.
func plainly(s string) string { return strings.ToLower(line(s)) }

// When is the day of the decision in words, or what the plan says instead.
func (p PlanItem) When() string {
	return cmp.Or(p.On.Words(), p.Period, "No date given")
}

// Visit is one body that an item goes to on a day, before those who decide.
type Visit struct {
	Body string
	On   eqia.Day // empty where the plan does not say
}

// Words is the visit as it is written on pages.
func (v Visit) Words() string { return strings.TrimRight(v.Body+", "+v.On.Words(), ", ") }

// Visits lists the bodies that are consulted, as the plan has them.
func (p PlanItem) Visits() []Visit { return visits(p.Consulted) }

func visits(text string) []Visit {
	var out []Visit
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == '|' || r == '\n' }) {
		if v := visit(strings.Fields(part)); v.Body != "" {
			out = append(out, v)
		}
	}
	return out
}

// visit reads a body with the day that may stand at its end, in one word or in three.
func visit(words []string) Visit {
	for _, n := range []int{1, 3} {
		if len(words) <= n {
			break
		}
		at := len(words) - n
		if on, ok := dayAs(strings.Join(words[at:], " ")); ok {
			return Visit{strings.TrimRight(strings.Join(words[:at], " "), " ,:"), on}
		}
	}
	return Visit{Body: strings.Join(words, " ")}
}

// written is visits as an item keeps them.
func written(list []Visit) string {
	parts := make([]string, len(list))
	for i, v := range list {
		parts[i] = strings.TrimSpace(v.Body + " " + string(v.On))
	}
	return strings.Join(parts, "; ")
}

// FirstMeeting is the earliest day on which the item goes to any body, by which an assessment is worked out; empty when no day is known.
func (p PlanItem) FirstMeeting() eqia.Day {
	first := p.On
	for _, v := range p.Visits() {
		if v.On != "" && (first == "" || v.On < first) {
			first = v.On
		}
	}
	return first
}

func (p *PlanItem) validate() error {
	for _, f := range planFields {
		text := eqia.Lines(f.get(*p))
		if !f.long {
			text = line(text)
		}
		f.set(p, text)
		if err := eqia.ValidText(f.name, text); err != nil {
			return err
		}
		if len(text) > mostCell || !f.long && len(text) > mostLine {
			return &eqia.Invalid{Field: f.name, Says: f.label + " is too long. Make it shorter"}
		}
	}
	p.Consulted = written(visits(p.Consulted))
	switch {
	case !p.Kind.Valid():
		return &eqia.Invalid{Field: "kind", Says: "Select whether it is in a forward plan or a work programme"}
	case p.Plan == "":
		return &eqia.Invalid{Field: "plan", Says: "Enter whose plan it is, for example Cabinet"}
	case p.Title == "":
		return &eqia.Invalid{Field: "title", Says: "Enter the title of the item"}
	case !p.Access.Valid():
		return &eqia.Invalid{Field: "access", Says: "Select who can read it"}
	}
	return nil
}
