package check

import (
	"slices"

	"dorset-eqia/eqia"
)

func particularRules() []Rule {
	return []Rule{
		{
			ID: "A14", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.Law, Waits: true,
			Title:  "It asks what could be made better",
			Why:    "The duty is to think about advancing equality as well as about avoiding harm. Courts have said that this part is often forgotten.",
			Weak:   "The harm to older people will be kept as small as possible.",
			Better: "With the van we buy anyway, 40 people over 80 could be driven to the lunch club for the first time.",
			Judge:  onlyHarm,
		},
		{
			ID: "A17", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.Law,
			Title:  "Sex and gender reassignment are kept apart",
			Why:    "They are two characteristics in the Equality Act 2010. In 2025 the Supreme Court decided that sex in the Act means biological sex.",
			Weak:   "Sex: people of every gender identity are treated alike.",
			Better: "Sex: six in ten visitors are women. Gender reassignment: two of the showers get doors, as trans people asked.",
			Judge:  mixedUp,
		},
		{
			ID: "A18", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.Law,
			Title:  "It says which disabled people, and what they need",
			Why:    "Section 149(4) of the Equality Act 2010 speaks of steps that take account of disabled people's disabilities. They differ from person to person.",
			Weak:   "Disabled people may find this harder.",
			Better: "Deaf people can't use the phone line, so there will be a text number. The letter comes in easy read.",
			Judge:  whichDisability,
		},
		{
			ID: "A19", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "It says which ages",
			Why:    "A child, a student and someone of 85 meet the same change in quite different ways.",
			Weak:   "Some age groups may be affected more than others.",
			Better: "People over 75 have a longer walk to the stop. Pupils at two schools gain a later bus.",
			Judge:  whichAges,
		},
		{
			ID: "A20", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "Rural isolation says where",
			Why:    "Isolation is about a place: how far it is, what runs there and what does not. A move online touches people there first.",
			Weak:   "Rural residents may find it harder to take part.",
			Better: "Fourteen villages north of the ridge have no bus on weekdays, and four have no mobile signal.",
			Judge:  where,
		},
	}
}

// The characteristics that a profile keeps apart by these codes.
const (
	cardSex                = "sex"
	cardGenderReassignment = "gender_reassignment"
	cardDisability         = "disability"
	cardAge                = "age"
	cardRural              = "rural_isolation"
)

// unparticular asks of what was found for one group that some text about it, or an action for it, is particular enough. A neutral group
// is another rule's.
func unparticular(c *reading, code string, particular func(*reading, string) bool, message string) []Remark {
	var out []Remark
	for b := range blocks(c) {
		if b.characteristic.Code != code || len(b.Effects) == 0 || b.Effects.Only(eqia.Neutral) || blank(b.How) || c.onlyPoints(b.How) {
			continue
		}
		says := func(text string) bool { return text != "" && particular(c, text) }
		enough := slices.ContainsFunc([]string{b.How, b.Mitigation, b.Justification, b.FindOut}, says)
		enough = enough || slices.ContainsFunc(b.actions(c), func(a eqia.Action) bool { return says(a.What) })
		if !enough {
			out = append(out, b.remark(message))
		}
	}
	return out
}
