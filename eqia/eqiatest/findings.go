package eqiatest

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// finding is what the made-up proposal means for a group. Groups that the decision points to have a reason of their own.
func finding(ch form.Characteristic, pointed bool) eqia.Block {
	b := eqia.BlankBlock()
	b.Evidence = []int{1}
	switch {
	case ch.Code == "age":
		b.Effects = eqia.Effects{eqia.Positive, eqia.Negative}
		b.How = "Working people can sign up in the evening. Four in ten people over 75 have no internet at home and could lose their place."
		b.Mitigation = "Every library will sign people up in person, and the phone line stays open for people over 75."
		b.Aims = advancing(ch)
	case ch.Code == "disability":
		b.Effects = eqia.Effects{eqia.Unclear}
		b.How = "We don't know yet how well the new pages work with screen readers and voice control."
		b.FindOut = "Twelve disabled residents will try the pages in January, and the digital service will put right what they find by March."
	case ch.Code == "carers":
		b.Effects = eqia.Effects{eqia.Positive}
		b.How = "Carers can sign up for the person they care for at any hour, without waiting on the phone."
		b.Aims = advancing(ch)
	case pointed:
		b.Effects = eqia.Effects{eqia.Neutral}
		b.How = "The price stays the same, and libraries in every market town have computers that are free to use."
	default:
		b.Effects = eqia.Effects{eqia.Neutral}
		b.Shared = true
	}
	return b
}

// advancing is the second aim, where it can be touched for this group.
func advancing(ch form.Characteristic) []string {
	if slices.Contains(ch.Aims, form.AimAdvance) {
		return []string{form.AimAdvance}
	}
	return []string{}
}

func evidence() []eqia.Evidence {
	return []eqia.Evidence{
		{No: 1, Title: "Garden waste customer survey", Source: "Waste service", Date: "June 2026", Area: "All of the council's area",
			Says: "1,204 customers answered. 58 in 100 of those over 75 would rather not sign up online.", Characteristics: []string{"age", "disability"}},
		{No: 2, Title: "Calls to the sign-up line", Source: "Customer services", Date: "2025", Area: "All of the council's area",
			Says: "9,310 calls in the year, a third of them after closing time.", Characteristics: []string{}},
	}
}

func engagement() []eqia.Engagement {
	return []eqia.Engagement{{No: 1, Who: "Older people's forum", How: "Two meetings in libraries", Depth: "asked", When: "July 2026", HowMany: "34",
		Said: "Keep a person to talk to.", Changed: "Libraries will sign people up, and the phone line stays."}}
}

func actions() []eqia.Action {
	return []eqia.Action{
		{No: 1, Issue: "People over 75 without the internet", What: "Train library staff to sign people up", Who: "Service manager, Libraries",
			When: eqia.When{Kind: eqia.InMonth, Month: "2027-03"}, Measure: "Every library has signed someone up by the end of April 2027",
			Answers: []eqia.BlockRef{{Card: "age"}}},
		{No: 2, Issue: "Unknown effect on disabled people", What: "Try the pages with twelve disabled residents", Who: "Product owner, Digital Services",
			When: eqia.When{Kind: eqia.OnDay, Day: "2027-01-29"}, Measure: "What they found is put right before the launch",
			Answers: []eqia.BlockRef{{Card: "disability"}}},
	}
}
