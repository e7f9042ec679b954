package eqia

import (
	"slices"
	"testing"
)

func TestChangedNamesThePartsThatSaySomethingElse(t *testing.T) {
	base := func() Content {
		c := NewContent(FormRef{"dorset", "2026-1"})
		c.Answers["aims"] = Answer{Text: "Safer roads"}
		c.Cards = []Card{{Code: "age", Blocks: []Block{{Effects: Effects{Neutral}, How: "The same for all ages"}}}}
		c.Evidence = []Evidence{{No: 1, Title: "Traffic count"}}
		return c
	}
	cases := map[string]struct {
		change func(*Content)
		want   []PartKey
	}{
		"nothing":             {func(*Content) {}, nil},
		"an answer":           {func(c *Content) { c.Answers["aims"] = Answer{Text: "Calmer roads"} }, []PartKey{{AnswerPart, "aims"}}},
		"an answer removed":   {func(c *Content) { delete(c.Answers, "aims") }, []PartKey{{AnswerPart, "aims"}}},
		"an answer emptied":   {func(c *Content) { c.Answers["aims"] = Answer{} }, []PartKey{{AnswerPart, "aims"}}},
		"an empty answer":     {func(c *Content) { c.Answers["place"] = Answer{} }, nil},
		"an untouched card":   {func(c *Content) { c.Cards = append(c.Cards, Card{Code: "sex"}) }, nil},
		"an effect":           {func(c *Content) { c.Cards[0].Blocks[0].Effects = Effects{Positive} }, []PartKey{{CardPart, "age"}}},
		"a source added":      {func(c *Content) { c.Evidence = append(c.Evidence, Evidence{No: 2}) }, []PartKey{{EvidencePart, "2"}}},
		"lists left out":      {func(c *Content) { c.Actions, c.Options = nil, nil }, nil},
		"two parts, in order": {func(c *Content) { c.Evidence, c.Cards = nil, nil }, []PartKey{{CardPart, "age"}, {EvidencePart, "1"}}},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			after := base()
			tc.change(&after)
			if got := Changed(base(), after); !slices.Equal(got, tc.want) {
				t.Errorf("Changed = %v, want %v", got, tc.want)
			}
		})
	}
}

func TestChangedIsTheSameBothWays(t *testing.T) {
	before, after := NewContent(FormRef{}), NewContent(FormRef{})
	before.Answers["aims"], after.Answers["place"] = Answer{Text: "a"}, Answer{Text: "b"}
	if there, back := Changed(before, after), Changed(after, before); !slices.Equal(there, back) {
		t.Errorf("there %v, back %v", there, back)
	}
}
