package eqia

import "strings"

// DraftSummary is a first summary made from the cards, negatives and unclear ones first, for the author to read and change; empty until
// every group has an effect.
func (c Case) DraftSummary() string {
	groups := map[Effect][]string{}
	for _, ch := range c.Characteristics() {
		set := c.Content.Card(ch.Code).Effects()
		if len(set) == 0 {
			return ""
		}
		for _, e := range set {
			groups[e] = append(groups[e], strings.ToLower(ch.Label[:1])+ch.Label[1:])
		}
	}
	for _, ch := range c.Intersections() {
		for _, e := range c.Content.Card(ch.Code).Effects() {
			groups[e] = append(groups[e], strings.ToLower(ch.Label[:1])+ch.Label[1:]+" together")
		}
	}
	var lines []string
	for _, part := range []struct {
		effect Effect
		start  string
	}{
		{Negative, "There may be a negative effect on people because of: "},
		{Unclear, "We do not know enough yet about: "},
		{Positive, "We expect a positive effect on people because of: "},
		{Neutral, "We found no effect that matters for: "},
	} {
		if list := groups[part.effect]; len(list) > 0 {
			lines = append(lines, part.start+Listed(list)+".")
		}
	}
	return strings.Join(lines, "\n")
}

// Listed joins words as a sentence does: "age, race and sex".
func Listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
