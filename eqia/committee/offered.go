package committee

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Proposed is an assessment with what its author said about the decision.
type Proposed struct {
	Candidate
	Maker string   // who will decide, as the author wrote it
	On    eqia.Day // when; empty when that is not known yet
}

// Offered is an assessment that may belong with an agenda item, and why. Nothing is taken from it until a clerk confirms it.
type Offered struct {
	Proposed
	Why []string
}

// Fitting is what may belong with one agenda item.
type Fitting struct {
	Assessments []Offered
	Reports     []Report // with a title like the item's, for a report that was before another meeting
}

// How far around a meeting, in days, an author's date is looked for; how many assessments of each kind and reports are looked through; and how
// many are offered.
const (
	aroundMeeting  = 42
	mostProposed   = 400
	mostRecent     = 500
	mostFittingOne = 4
)

// Fitting gives, for each item of an agenda, the assessments and reports that may belong with it: those whose authors named this committee and
// day, and those whose titles share words with the item's. Clerks may. Restricted assessments are left out.
func (s *Service) Fitting(ctx context.Context, by eqia.Person, m Meeting, items []Item) ([]Fitting, error) {
	if err := may(by, actRead, workflow.Clerk); err != nil {
		return nil, err
	}
	all, err := s.proposed(ctx, m)
	if err != nil {
		return nil, err
	}
	reports, err := s.Store.Reports(ctx, "", mostRecent)
	if err != nil {
		return nil, err
	}
	out := make([]Fitting, len(items))
	for n, i := range items {
		if !i.Kind.Asks() {
			continue
		}
		out[n].Assessments = m.Offers(i, all)
		out[n].Reports = slices.DeleteFunc(slices.Clone(reports), func(r Report) bool { return !alike(i.Title, r.Title) })
		out[n].Reports = out[n].Reports[:min(len(out[n].Reports), mostFittingOne)]
	}
	return out, nil
}

// Naming lists the assessments whose authors named this committee and day and that are with none of the meeting's items yet. Those who work with
// meetings may.
func (s *Service) Naming(ctx context.Context, by eqia.Person, m Meeting) ([]Offered, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	all, err := s.proposed(ctx, m)
	var out []Offered
	for _, p := range all {
		if p.names(m) && p.On == m.Day() && !m.has(p.AssessmentID) {
			out = append(out, Offered{p, p.whyBefore(m)})
		}
	}
	return out, err
}

func (s *Service) proposed(ctx context.Context, m Meeting) ([]Proposed, error) {
	day := m.Day().Time()
	return s.Store.Proposed(ctx, eqia.DayOf(day.AddDate(0, 0, -aroundMeeting)), eqia.DayOf(day.AddDate(0, 0, aroundMeeting)), mostProposed)
}

// has reports whether an assessment is linked to, expected at or relied on by any item of the meeting.
func (m Meeting) has(a eqia.AssessmentID) bool {
	return slices.ContainsFunc(m.Items, func(i Item) bool {
		at := i.appearance()
		return slices.ContainsFunc(at.Live(), func(l Link) bool { return l.Pinned.AssessmentID == a }) ||
			slices.ContainsFunc(at.Expected, func(e Expected) bool { return e.AssessmentID == a }) ||
			slices.ContainsFunc(at.Given(), func(r Reason) bool { return r.RelyOn.AssessmentID == a })
	})
}

// Offers lists the assessments that may belong with an item of the meeting, the likeliest first. Words that the titles share have to be there: of two reports
// to one meeting, nothing else tells which an assessment is for.
func (m Meeting) Offers(i Item, all []Proposed) []Offered {
	type weighed struct {
		Offered
		weight int
	}
	var found []weighed
	for _, p := range all {
		shared := sharedWords(i.Title, p.Title)
		named, whole := p.names(m), len(shared) > 0 && len(shared) == len(telling(i.Title))
		if len(shared) == 0 || !named && len(shared) < 2 && !whole {
			continue
		}
		weight := 2 * len(shared)
		if named {
			weight++
		}
		if named && p.On == m.Day() {
			weight += 3
		}
		why := append(p.whyBefore(m), "Its title has the same words: "+strings.Join(shared, ", "))
		found = append(found, weighed{Offered{p, why}, weight})
	}
	slices.SortStableFunc(found, func(x, y weighed) int { return cmp.Compare(y.weight, x.weight) })
	var out []Offered
	for _, f := range found[:min(len(found), mostFittingOne)] {
		out = append(out, f.Offered)
	}
	return out
}

// names reports whether the author said that this committee decides.
func (p Proposed) names(m Meeting) bool { return p.Maker != "" && m.Committee.named(p.Maker) }

func (p Proposed) whyBefore(m Meeting) []string {
	switch {
	case p.names(m) && p.On == m.Day():
		return []string{"Its author named this committee and this day"}
	case p.names(m) && p.On != "":
		return []string{"Its author named this committee, and " + p.On.Words()}
	case p.names(m):
		return []string{"Its author named this committee"}
	default:
		return nil
	}
}

// alike reports whether two titles have the same words, or share at least two that say what they are about.
func alike(a, b string) bool { return plainly(a) == plainly(b) || len(sharedWords(a, b)) > 1 }

// sharedWords is the telling words of a title that are in another, be it with another ending: library, libraries.
func sharedWords(title, other string) []string {
	others := telling(other)
	return slices.DeleteFunc(telling(title), func(w string) bool {
		return !slices.ContainsFunc(others, func(o string) bool { return strings.HasPrefix(o, stem(w)) || strings.HasPrefix(w, stem(o)) })
	})
}

// stem is the start of a word, by which its forms are known.
func stem(word string) string { return word[:min(len(word), 6)] }
