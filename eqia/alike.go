package eqia

import (
	"context"
	"slices"
	"strings"
	"time"

	"dorset-eqia/workflow"
)

// Alike is an earlier assessment that a person may read, as a list of similar ones shows it.
type Alike struct {
	Reference   string
	Number      string
	Title       string
	Directorate string
	State       workflow.State
	Restricted  bool
	Casework    bool // the person reads it in the casework; otherwise it is read in the register
	At          time.Time
}

// mostAlike is how many similar assessments are listed, and how many are looked at before the list is ordered.
const (
	mostAlike   = 20
	lookedAlike = 200
)

// Alike lists assessments that the person may read whose names or summaries share words with a text, those that share most first, then those
// of the same directorate, then the newest. With no text it lists the person's own.
func (s *Service) Alike(ctx context.Context, by Person, text, directorate string) ([]Alike, error) {
	lines, err := s.Store.Alike(ctx, by.ID, text, lookedAlike)
	if err != nil {
		return nil, err
	}
	if by.Holds(workflow.Reviewer, workflow.Lead) && strings.TrimSpace(text) != "" {
		more, err := s.Store.List(ctx, Filter{Text: text}, Page{Size: mostAlike})
		if err != nil {
			return nil, err
		}
		lines = append(lines, more...)
	}
	published, err := s.Register.Alike(ctx, text, lookedAlike)
	if err != nil {
		return nil, err
	}
	var out []Alike
	add := func(a Alike) {
		if !slices.ContainsFunc(out, func(o Alike) bool { return o.Reference == a.Reference }) {
			out = append(out, a)
		}
	}
	for _, l := range lines {
		add(Alike{l.Reference, l.Number(), l.Title, l.Directorate, l.State, l.Restricted, true, l.SavedAt})
	}
	for _, p := range published {
		add(Alike{p.Reference, p.Number(), p.Title, p.Directorate, workflow.SignedOff, false, false, p.PublishedAt})
	}
	rank(out, text, directorate)
	return out[:min(len(out), mostAlike)], nil
}

// rank orders by shared words, then directorate, then age. Words count as the same when one begins the other, so that "library" meets
// "libraries" near enough to order by.
func rank(all []Alike, text, directorate string) {
	words := strings.Fields(strings.ToLower(text))
	score := func(a Alike) int {
		n := 0
		for _, w := range words {
			start := []rune(w)
			if len(start) > 3 && strings.Contains(strings.ToLower(a.Title), string(start[:min(len(start), 6)])) {
				n += 2
			}
		}
		if directorate != "" && a.Directorate == directorate {
			n++
		}
		return n
	}
	slices.SortStableFunc(all, func(a, b Alike) int {
		if d := score(b) - score(a); d != 0 {
			return d
		}
		return b.At.Compare(a.At)
	})
}
