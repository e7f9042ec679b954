package committee

import (
	"cmp"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// Account is what one signed version found, as it is told to those who decide: what may get worse or is not known comes first.
type Account struct {
	Version   eqia.VersionID
	Reference string
	Number    string
	Title     string
	Signed    eqia.Day
	Signer    string // the role they signed in; empty when it is not known
	Screening bool
	ReviewDue eqia.Day
	CheckCode string
	Adverse   []Told // with a negative effect, then with an unclear one; some are positive as well
	Positive  []Told
	Same      []Group // those with no effect that matters
	Silent    []Group // those for which nothing is recorded
	Actions   []Promise
}

// Group is people that an assessment looked at, by the name its form gives them. Local ones are the council's own choice.
type Group struct {
	Code  string
	Label string
	Local bool
}

// Told is the effects on one group, or on some of it, with what will be done about them.
type Told struct {
	Group
	About   string // whom of the group and which option; empty when it is all
	Effects eqia.Effects
	How     string
	Answer  string // what will be done, or found out, or why it goes ahead all the same
	Actions []Promise
}

// Promise is one action with who does it and when, in words.
type Promise struct {
	No              int
	What, Who, When string
}

// AccountOf tells what a signed version found, by the form it is on.
func AccountOf(v eqia.Version, fv form.Version) Account {
	a := Account{Version: v.ID, Reference: v.Assessment.Reference, Number: v.Number(), Title: v.Title, Signer: v.SignerRole,
		Screening: v.Screening, ReviewDue: v.ReviewDue, CheckCode: v.CheckCode}
	if !v.SignedAt.IsZero() {
		a.Signed = eqia.DayOf(v.SignedAt)
	}
	for _, act := range v.Content.Actions {
		a.Actions = append(a.Actions, Promise{act.No, act.What, act.Responsible(), act.When.Words()})
	}
	for _, g := range groupsOf(v, fv) {
		a.tell(v.Content, fv, g)
	}
	slices.SortStableFunc(a.Adverse, func(x, y Told) int {
		return x.order() - y.order()
	})
	return a
}

func (t Told) order() int {
	if t.Effects.Has(eqia.Negative) {
		return 0
	}
	return 1
}

// Words is the effects in a sentence, those that matter most first: "negative and positive".
func (t Told) Words() string {
	var out []string
	for _, e := range []eqia.Effect{eqia.Negative, eqia.Unclear, eqia.Positive} {
		if t.Effects.Has(e) {
			out = append(out, string(e))
		}
	}
	return eqia.Listed(out)
}

// carded is a group with its card; merged when a row of an older form spoke for it.
type carded struct {
	Group
	card   eqia.Card
	merged bool
}

// groupsOf lists whom a version was asked about, those looked at together, and then the rows that an older form merged.
func groupsOf(v eqia.Version, fv form.Version) []carded {
	var out []carded
	c := eqia.Case{Version: v, Form: fv}
	if !v.Screening {
		for _, ch := range c.Groups() {
			merged := slices.ContainsFunc(v.Content.Cards, func(k eqia.Card) bool { return k.Code != ch.Code && slices.Contains(k.Covers, ch.Code) })
			out = append(out, carded{Group{ch.Code, ch.Label, ch.Kind == form.Local}, v.Content.Card(ch.Code), merged})
		}
	}
	for _, k := range v.Content.Cards {
		if k.Merged() {
			out = append(out, carded{Group{Code: k.Code, Label: k.Label}, k, false})
		}
	}
	return out
}

// tell adds what one group's card says.
func (a *Account) tell(content eqia.Content, fv form.Version, g carded) {
	set := g.card.Effects()
	switch {
	case len(set) == 0 && !g.merged:
		a.Silent = append(a.Silent, g.Group)
	case set.Only(eqia.Neutral):
		a.Same = append(a.Same, g.Group)
	}
	for _, b := range g.card.Blocks {
		t := Told{Group: g.Group, About: content.BlockName(fv, b), Effects: b.Effects, How: b.How, Answer: answerTo(b),
			Actions: a.promised(content, b.Ref(g.card.Code))}
		switch {
		case b.NeedsAnswer():
			a.Adverse = append(a.Adverse, t)
		case b.Effects.Has(eqia.Positive):
			a.Positive = append(a.Positive, t)
		}
	}
}

// answerTo is what a block says is done about an effect: what will be found out comes first where it is not known.
func answerTo(b eqia.Block) string {
	if b.Effects.Has(eqia.Negative) {
		return cmp.Or(b.Mitigation, b.Justification, b.FindOut)
	}
	return cmp.Or(b.FindOut, b.Mitigation, b.Justification)
}

func (a *Account) promised(content eqia.Content, ref eqia.BlockRef) []Promise {
	var out []Promise
	for i, act := range content.Actions {
		if slices.Contains(act.Answers, ref) {
			out = append(out, a.Actions[i])
		}
	}
	return out
}
