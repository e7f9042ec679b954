package eqia

import "slices"

// Effect is what a proposal may do to a group.
type Effect string

// The four effects. A group may have positive, negative and unclear ones at once; neutral stands alone.
const (
	Positive Effect = "positive"
	Negative Effect = "negative"
	Unclear  Effect = "unclear"
	Neutral  Effect = "neutral"
)

// AllEffects lists the effects in the order they are offered.
func AllEffects() []Effect { return []Effect{Positive, Negative, Unclear, Neutral} }

// Label is the effect in one word, as shown on pages.
func (e Effect) Label() string {
	return map[Effect]string{Positive: "Positive", Negative: "Negative", Unclear: "Unclear", Neutral: "Neutral"}[e]
}

// Meaning is the key to the effect, as shown beside the boxes.
func (e Effect) Meaning() string {
	return map[Effect]string{
		Positive: "It removes or lowers discrimination, gives people a fairer chance, or helps people get on with each other",
		Negative: "It could put people in this group at a disadvantage",
		Unclear:  "We do not know enough yet to decide",
		Neutral:  "No change, or none that matters",
	}[e]
}

// Effects is a set of effects, kept in the order of AllEffects. Empty means unanswered, never neutral.
type Effects []Effect

// NewEffects makes a set from codes as posted; unknown codes, repeats, and neutral beside another are refused.
func NewEffects(codes []string) (Effects, error) {
	set := Effects{}
	for _, e := range AllEffects() {
		if slices.Contains(codes, string(e)) {
			set = append(set, e)
		}
	}
	if len(set) != len(codes) {
		return nil, &Invalid{Field: "effects", Says: "Select the effects from the list"}
	}
	return set, set.validate()
}

// Has reports whether the set holds the effect.
func (s Effects) Has(e Effect) bool { return slices.Contains(s, e) }

// Only reports whether the set holds the effect and nothing else.
func (s Effects) Only(e Effect) bool { return len(s) == 1 && s[0] == e }

// Codes is the set as plain words, for forms and filters.
func (s Effects) Codes() []string {
	out := make([]string, len(s))
	for i, e := range s {
		out[i] = string(e)
	}
	return out
}

func (s Effects) validate() error {
	if s.Has(Neutral) && len(s) > 1 {
		return &Invalid{Field: "effects", Says: "Select neutral on its own, or take it away and keep the others"}
	}
	return nil
}
