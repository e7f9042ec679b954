package eqia_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
)

// saying is a block about an audience and an option that says one thing.
func saying(audience, option, how string, effects ...eqia.Effect) eqia.Block {
	b := eqia.BlankBlock()
	b.Audience, b.Option, b.How, b.Effects = audience, option, how, append(b.Effects, effects...)
	return b
}

// told is a card in short: each block's audience, option, effects and words.
func told(k eqia.Card) string {
	var out []string
	for _, b := range k.Blocks {
		out = append(out, fmt.Sprintf("%s/%s %v %s", b.Audience, b.Option, b.Effects.Codes(), strings.ReplaceAll(b.How, "\n\n", " + ")))
	}
	return strings.Join(out, "; ")
}

func TestDividingCopiesAndPuttingTogetherKeepsAll(t *testing.T) {
	both, two := []string{"residents", "employees"}, []string{"1", "2"}
	whole := []eqia.Block{saying("", "", "Fares go up", eqia.Negative)}
	byAudience := []eqia.Block{saying("residents", "", "Fares go up", eqia.Negative), saying("employees", "", "No change", eqia.Neutral)}
	byOption := []eqia.Block{saying("", "1", "One bus goes", eqia.Negative), saying("", "2", "All stay", eqia.Neutral)}
	for _, c := range []struct {
		name               string
		was                []eqia.Block
		audiences, options []string
		want               string
	}{
		{"an untouched card by audience", nil, both, nil, "residents/ [] ; employees/ [] "},
		{"by audience", whole, both, nil, "residents/ [negative] Fares go up; employees/ [negative] Fares go up"},
		{"by option", whole, nil, two, "/1 [negative] Fares go up; /2 [negative] Fares go up"},
		{"from audience to both", byAudience, both, two, "residents/1 [negative] Fares go up; employees/1 [neutral] No change; " +
			"residents/2 [negative] Fares go up; employees/2 [neutral] No change"},
		{"from option to audience", byOption, both, nil, "residents/ [negative] One bus goes + All stay; employees/ [negative] One bus goes + All stay"},
		{"together from audiences", byAudience, nil, nil, "/ [negative] Fares go up + No change"},
		{"together what says the same", []eqia.Block{saying("residents", "", "Same", eqia.Positive), saying("employees", "", "Same", eqia.Unclear)},
			nil, nil, "/ [positive unclear] Same"},
		{"once more with a new option", byOption, nil, []string{"1", "2", "3"}, "/1 [negative] One bus goes; /2 [neutral] All stay; /3 [] "},
		{"by options that leave one out", byOption, nil, []string{"1"}, "/1 [negative] One bus goes; /2 [neutral] All stay"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(eqia.Card{Code: "age", Blocks: c.was}.Divide(c.audiences, c.options)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestDividingLeavesTheCardItCameFromAlone(t *testing.T) {
	k := eqia.Card{Code: "age", Blocks: []eqia.Block{saying("residents", "", "One", eqia.Positive), saying("employees", "", "Two", eqia.Negative)}}
	k.Blocks[0].Evidence, k.Blocks[0].Aims = []int{1}, []string{"advance"}
	before := told(k)
	one := k.Divide(nil, nil)
	one.Blocks[0].Evidence[0], one.Blocks[0].Aims[0] = 9, "foster"
	if told(k) != before || k.Blocks[0].Evidence[0] != 1 || k.Blocks[0].Aims[0] != "advance" {
		t.Errorf("it says %s and rests on %v", told(k), k.Blocks[0].Evidence)
	}
}

func TestNoWordIsLostHoweverACardIsDivided(t *testing.T) {
	layouts := [][2][]string{{nil, nil}, {{"residents", "employees"}, nil}, {nil, {"1", "2", "3"}}, {{"residents", "employees"}, {"1", "2"}}, {nil, {"2"}}}
	seed := rand.Uint64()
	t.Logf("the seed is %d", seed)
	dice := rand.New(rand.NewPCG(seed, 0))
	for range 200 {
		k := eqia.Card{Code: "age", Blocks: []eqia.Block{eqia.BlankBlock()}}
		var said []string
		for step := range 12 {
			i := dice.IntN(len(k.Blocks))
			word := fmt.Sprintf("words %d.", step)
			b := &k.Blocks[i]
			text := []*string{&b.How, &b.Mitigation, &b.Justification, &b.FindOut}[dice.IntN(4)]
			*text = strings.TrimSpace(*text + "\n\n" + word)
			said = append(said, word)
			if way := layouts[dice.IntN(len(layouts))]; dice.IntN(5) > 0 {
				k = k.Divide(way[0], way[1])
			} else {
				k = k.Without("2", "option 2")
			}
			for _, w := range said {
				if !slices.ContainsFunc(k.Blocks, func(b eqia.Block) bool {
					return strings.Contains(b.How+" "+b.Mitigation+" "+b.Justification+" "+b.FindOut, w)
				}) {
					t.Fatalf("%q is lost: %+v", w, k.Blocks)
				}
			}
		}
	}
}

func TestWhatWasSaidOfARemovedOptionIsKeptUnderItsName(t *testing.T) {
	for _, c := range []struct {
		name string
		was  []eqia.Block
		want string
	}{
		{"with another option", []eqia.Block{saying("", "1", "One bus goes", eqia.Negative), saying("", "2", "All go", eqia.Negative, eqia.Unclear)},
			"/1 [negative] One bus goes + About “Stop all buses”, which is no longer considered: All go"},
		{"with the same people", []eqia.Block{saying("residents", "1", "A", eqia.Neutral), saying("employees", "1", "B", eqia.Neutral),
			saying("residents", "2", "C", eqia.Negative), saying("employees", "2", "B", eqia.Negative)},
			"residents/1 [neutral] A + About “Stop all buses”, which is no longer considered: C; employees/1 [neutral] B"},
		{"saying the same", []eqia.Block{saying("", "1", "Same", eqia.Neutral), saying("", "2", "Same", eqia.Neutral)}, "/1 [neutral] Same"},
		{"the only one", []eqia.Block{saying("", "2", "All go", eqia.Negative)}, "/ [negative] All go"},
		{"not about it", []eqia.Block{saying("", "", "All", eqia.Neutral)}, "/ [neutral] All"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(eqia.Card{Code: "age", Blocks: c.was}.Without("2", "“Stop all buses”")); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
