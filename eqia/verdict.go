package eqia

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"dorset-eqia/workflow"
)

// Judgement is what a reviewer asks of a part that is not accepted as it stands.
type Judgement string

// The judgements. A part with neither is accepted.
const (
	Improve Judgement = "improve" // may be signed, on the condition that it is improved
	Correct Judgement = "correct" // may not be signed until it is put right
)

// Judgements lists the judgements in the order they are offered.
func Judgements() []Judgement { return []Judgement{Improve, Correct} }

// Valid reports whether j is one of the judgements.
func (j Judgement) Valid() bool { return slices.Contains(Judgements(), j) }

// Label is the judgement in the words shown on pages.
func (j Judgement) Label() string {
	return map[Judgement]string{Improve: "Improve: a condition of sign-off", Correct: "Correct: must change before sign-off"}[j]
}

// Verdict is a judgement on one part of a version, or on all of it, with what is asked for. It is kept beside what the author wrote.
type Verdict struct {
	Part   PartKey
	Says   Judgement
	Text   string
	Round  int // the submission that was judged, counted from 1
	At     time.Time
	By     PersonID
	ByName string
}

// Condition is one condition of a sign-off: the part it is about and what has to be improved, in words that stand alone.
type Condition struct {
	Part PartKey
	Text string
}

// Stands reports whether a verdict still stands in the way of signing: a correction asked for in this round. Sending it back ends the round.
func (c Case) Stands(v Verdict) bool { return v.Says == Correct && v.Round == c.Submissions }

// VerdictOn is the verdict on a part; false when it is accepted as it stands.
func (c Case) VerdictOn(k PartKey) (Verdict, bool) {
	i := slices.IndexFunc(c.Verdicts, func(v Verdict) bool { return v.Part == k })
	if i < 0 {
		return Verdict{}, false
	}
	return c.Verdicts[i], true
}

// ToSign lists the conditions that a signature now would carry, in the order of their parts.
func (c Case) ToSign() []Condition {
	out := []Condition{}
	for _, v := range c.Verdicts {
		if v.Says == Improve {
			out = append(out, Condition{Part: v.Part, Text: c.about(v.Part) + v.Text})
		}
	}
	slices.SortFunc(out, func(a, b Condition) int {
		return cmp.Or(strings.Compare(a.Part.String(), b.Part.String()), strings.Compare(a.Text, b.Text))
	})
	return out
}

// about begins a condition with the name of its part, so that it can be read apart from it.
func (c Case) about(k PartKey) string {
	if k == (PartKey{}) {
		return ""
	}
	if ch, ok := c.Form.Characteristic(k.Key); ok && k.Kind == CardPart {
		return ch.Label + ": "
	}
	if q, ok := c.Form.Question(k.Key); ok && k.Kind == AnswerPart {
		return q.Short + ": "
	}
	if k == (PartKey{AnswerPart, SharedReason}) {
		return "Shared reason: "
	}
	return strings.ToUpper(string(k.Kind)[:1]) + string(k.Kind)[1:] + " " + k.Key + ": "
}

// Words is conditions as the digest and the JSON record hold them.
func Words(list []Condition) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = c.Text
	}
	return out
}

// corrections are the verdicts that stand in the way of signing, as findings.
func (c Case) corrections() []Finding {
	var out []Finding
	for _, v := range c.Verdicts {
		if c.Stands(v) {
			out = append(out, Finding{Rule: "verdict", Severity: Stop, Gate: AtSignOff, Basis: Policy, Where: v.Part,
				Message: "The reviewer asked for a correction: " + v.Text})
		}
	}
	return out
}

// InTheWay lists what stops a version from being signed: rules, and corrections that the reviewer asked for in this round.
func (s *Service) InTheWay(c Case) []Finding {
	return append(c.Unpassed(s.Judge(c, AtSignOff)), c.corrections()...)
}

// VerdictCommand is a judgement as a reviewer gives it, on the revision they read.
type VerdictCommand struct {
	Part     PartKey
	Says     Judgement
	Text     string
	Revision int
	Once     string
}

// GiveVerdict records what a part needs, in place of what was asked of it before. It moves the revision on, so that nobody signs without it.
func (s *Service) GiveVerdict(ctx context.Context, c Case, cmd VerdictCommand) error {
	m, err := s.find(c, workflow.Judge, nil)
	if err != nil {
		return s.again(ctx, cmd.Once, err)
	}
	text := Lines(cmd.Text)
	switch {
	case !cmd.Says.Valid():
		return &Invalid{Field: "verdict", Says: "Select what this part needs"}
	case text == "":
		return &Invalid{Field: "text", Says: "Enter what has to change"}
	case !c.HasPart(cmd.Part):
		return ErrNotFound
	}
	if err := ValidText("text", text); err != nil {
		return err
	}
	v := Verdict{Part: cmd.Part, Says: cmd.Says, Text: text, Round: c.Submissions, At: s.Now().UTC().Truncate(time.Microsecond), By: c.Person.ID}
	return s.Store.Write(ctx, s.judging(c, m, cmd, Verdicted{Version: c.ID, Verdict: v}))
}

// LiftVerdict takes back what was asked of a part.
func (s *Service) LiftVerdict(ctx context.Context, c Case, cmd VerdictCommand) error {
	m, err := s.find(c, workflow.LiftVerdict, nil)
	if err != nil {
		return s.again(ctx, cmd.Once, err)
	}
	v, ok := c.VerdictOn(cmd.Part)
	if !ok {
		return s.again(ctx, cmd.Once, ErrNotFound)
	}
	cmd.Says = v.Says
	return s.Store.Write(ctx, s.judging(c, m, cmd, Verdicted{Version: c.ID, Verdict: v, Lifted: true}))
}

// judging is the change that keeps or lifts a verdict.
func (s *Service) judging(c Case, m workflow.Move, cmd VerdictCommand, v Verdicted) *Change {
	change, now := s.stepping(c, m, MoveCommand{Event: m.Event, Revision: cmd.Revision, Once: cmd.Once})
	change.Acts[0].Facts["part"], change.Acts[0].Facts["verdict"] = cmd.Part.String(), string(cmd.Says)
	change.Verdicts = []Verdicted{v}
	change.Steps = []Step{{Was: c.State, At: cmd.Revision, Now: *now}}
	return change
}
