package eqia

import (
	"context"
	"slices"
	"strings"

	"dorset-eqia/eqia/form"
)

// Reach is why a change is more than a correction.
type Reach string

// What a correction should leave as it was.
const (
	ReachesEffects Reach = "effects" // the effects on a group
	ReachesGroups  Reach = "groups"  // which people were looked at
	ReachesScope   Reach = "scope"   // what is being decided
)

// Reached is one part whose change is more than a correction.
type Reached struct {
	Part PartKey
	Why  Reach
}

// scopeQuestions are those that say what is being decided, how and for whom. A form that asks for less leaves some of them out.
var scopeQuestions = []string{form.QuestionKind, form.QuestionAssessmentNeeded, form.QuestionRoute, form.QuestionDecisionMaker, form.QuestionTriggers,
	"change", "aims", "place", "period", "money", "people", "delivered_with"}

// BeyondCorrection lists what a correction changed that a correction should not: an effect, a group or the scope of the decision. Words
// about an effect may change; whether they still say the same is for the reader of the changes.
func BeyondCorrection(before, after Content) []Reached {
	var out []Reached
	for _, key := range Changed(before, after) {
		switch {
		case key.Kind == CardPart:
			if why := cardReach(before.Card(key.Key), after.Card(key.Key)); why != "" {
				out = append(out, Reached{key, why})
			}
		case key == PartKey{AnswerPart, form.QuestionAffected}:
			out = append(out, Reached{key, ReachesGroups})
		case key.Kind == OptionPart, key.Kind == AnswerPart && slices.Contains(scopeQuestions, key.Key) && scopeMoved(before, after, key.Key):
			out = append(out, Reached{key, ReachesScope})
		}
	}
	return out
}

// cardReach says whether a card's effects changed, or whom it is about.
func cardReach(was, is Card) Reach {
	effects := func(k Card) map[BlockRef]string {
		out := map[BlockRef]string{}
		for _, b := range k.Blocks {
			out[b.Ref(k.Code)] = strings.Join(b.Effects.Codes(), " ")
		}
		return out
	}
	before, after := effects(was), effects(is)
	if len(before) != len(after) || !slices.Equal(was.Covers, is.Covers) {
		return ReachesGroups
	}
	why := Reach("")
	for ref, set := range after {
		old, there := before[ref]
		if !there {
			return ReachesGroups
		}
		if old != set {
			why = ReachesEffects
		}
	}
	return why
}

// scopeMoved reports whether an answer about the decision says something else: another choice, a number that is not the same, or text of
// which more than a few letters changed.
func scopeMoved(before, after Content, code string) bool {
	was, is := before.Answers[code], after.Answers[code]
	if was.Day != is.Day || was.NotKnown != is.NotKnown || !slices.Equal(was.Choices, is.Choices) || digits(was.Text) != digits(is.Text) {
		return true
	}
	return wordsApart(was.Text, is.Text) > fewWords
}

// fewWords is how many words of an answer a correction may put right before it counts as a change of scope.
const fewWords = 3

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// wordsApart is how many words one text has that the other has not, whichever is more.
func wordsApart(a, b string) int {
	count := map[string]int{}
	for _, w := range strings.Fields(strings.ToLower(a)) {
		count[w]++
	}
	gone, come := 0, 0
	for _, w := range strings.Fields(strings.ToLower(b)) {
		count[w]--
	}
	for _, n := range count {
		gone, come = gone+max(n, 0), come+max(-n, 0)
	}
	return max(gone, come)
}

// Corrected is the version that a correction corrects, as this person may see it.
func (s *Service) Corrected(ctx context.Context, c Case) (Case, error) {
	if !c.IsMinor() || c.FromNumber == "" {
		return Case{}, ErrNotFound
	}
	return s.OpenVersion(ctx, c.Person, c.Assessment.Reference, c.FromNumber)
}
