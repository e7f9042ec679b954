package eqiatest

import (
	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// lately lets time go by until so many days before the present.
func (d *demo) lately(days int) { d.pass(int(d.now.Sub(d.clock.Now()).Hours()) - 24*days) }

// urgent could not wait for its review: it is signed, and the review that follows is still to be done.
func (d *demo) urgent() error {
	d.lately(16)
	reference, err := d.sent(demoHighways, bridgeClosure())
	if err != nil {
		return err
	}
	c, err := d.open(demoHighways, reference)
	if err != nil {
		return err
	}
	err = d.s.MarkUrgent(d.ctx, c, eqia.UrgentCommand{Revision: c.Revision, Agreed: "Executive director for place",
		Reason: "The inspection found a cracked beam. The bridge is not safe for cars, and the order has to be made this week."})
	if err != nil {
		return err
	}
	return d.sign(reference)
}

// judged is back with its author: one part has to be corrected, one improved, and there is wording to use for a third.
func (d *demo) judged() error {
	reference, err := d.sent(demoAdultCare, saturdayTransport())
	if err != nil {
		return err
	}
	return inTurn(
		func() error { return d.move(demoReviewer, reference, workflow.Take, "") },
		func() error {
			return d.verdict(reference, eqia.PartKey{Kind: eqia.CardPart, Key: "disability"}, eqia.Improve,
				"Say how many of the 58 cannot use a taxi because of their wheelchair.")
		},
		func() error {
			return d.verdict(reference, eqia.PartKey{Kind: eqia.AnswerPart, Key: form.QuestionEvidenceSays}, eqia.Correct,
				"The number of trips here is for two years, and the source gives it for one. Put it right.")
		},
		func() error { return d.wording(reference) },
		func() error {
			return d.move(demoReviewer, reference, workflow.RequestChanges, "Thank you for asking the riders. Two parts need more, and there is wording for the summary.")
		},
	)
}

func (d *demo) verdict(reference string, part eqia.PartKey, says eqia.Judgement, text string) error {
	d.pass(1)
	c, err := d.open(demoReviewer, reference)
	if err != nil {
		return err
	}
	return d.s.GiveVerdict(d.ctx, c, eqia.VerdictCommand{Part: part, Says: says, Text: text, Revision: c.Revision})
}

// wording suggests another summary.
func (d *demo) wording(reference string) error {
	d.pass(1)
	c, err := d.open(demoReviewer, reference)
	if err != nil {
		return err
	}
	return d.s.AddComment(d.ctx, c, eqia.Remark{Part: eqia.PartKey{Kind: eqia.AnswerPart, Key: form.QuestionSummary}, For: "text",
		Text: "Who loses out comes first for people who read only this.",
		Wording: "Older people and disabled people would lose a trip on Saturdays. 58 people ride then, and most have no other way to get out. " +
			"Taxi vouchers and volunteer drivers would help most of them."})
}

func bridgeClosure() proposal {
	return proposal{
		title: "Closing Mill Lane bridge to cars", kind: "service_change", status: "new",
		change:   "The bridge is closed to cars and lorries until it is mended, for about five months. People on foot and on bicycles can still cross.",
		aims:     "To keep people safe while a cracked beam is replaced.",
		affected: "external", directorate: "place", unit: "Highways", route: "officer", maker: "Executive director for place", decision: 1, review: 6,
		triggers: groups("none"),
		evidence: []eqia.Evidence{
			{No: 1, Title: "Count of who crosses the bridge", Source: "Highways", Date: "October 2026", Area: "Mill Lane", Says: "1,150 cars a day, and two school buses. 40 people on foot, six of them with a wheelchair or a scooter.", Characteristics: groups("disability", "age")},
			{No: 2, Title: "Home care visits across the bridge", Source: "Adult social care", Date: "October 2026", Area: "Mill Lane", Says: "17 people who get care at home live on the far side.", Characteristics: groups("age", "disability")},
		},
		evidenceSays: "The way round is four miles. It is longest for care workers, for children on the two school buses and for people who cannot walk across.",
		notAsked:     "The bridge had to close within days of the inspection. The parish council and both schools were told on the same day, and a drop-in is held in the first week.",
		findings: []found{
			{groups: groups("age", "disability"), effects: worse(), evidence: []int{1, 2}, how: "17 older or disabled people wait longer for care visits. Children on two school buses travel for 20 minutes more.", mitigation: "Visits are planned anew with each person, and both buses leave earlier so that nobody is late for school."},
			{groups: groups("rural_isolation"), effects: worse(), evidence: []int{1}, how: "Two hamlets on the far side are four miles further from the shop and the surgery by car.", mitigation: "The surgery holds a clinic in the village hall each week until the bridge opens."},
		},
		shared:     "Everyone who drives has the same way round. The count and the care team's list show no difference for these groups.",
		summary:    "Older people and disabled people wait longer for care visits, and children travel longer to school. Visits and school buses are planned anew, and a clinic comes to the village hall.",
		monitoring: "We will look each week at late care visits, late buses and complaints.",
		actions: []eqia.Action{
			{No: 1, Issue: "Care visits and school buses", What: "Plan visits and bus times anew", Who: "Home care manager", When: eqia.When{Kind: eqia.OnDay, Day: "2026-11-30"}, Measure: "No visit is more than ten minutes late", Start: "Not planned", Answers: forGroups("age", "disability")},
			{No: 2, Issue: "Way to the surgery", What: "Hold a weekly clinic in the village hall", Who: "Highways area manager", When: eqia.When{Kind: eqia.InMonth, Month: "2026-12"}, Measure: "A clinic every week", Start: "None", Answers: forGroups("rural_isolation")},
		},
	}
}

func saturdayTransport() proposal {
	return proposal{
		title: "Community transport: fewer trips on Saturdays", kind: "budget_saving", round: "budget_2027_28", status: "existing",
		change:   "Four minibuses take people to town and to clubs on Saturdays. The grant would pay for two.",
		aims:     "To save £86,000 a year and to keep every trip on weekdays.",
		affected: "external", directorate: "people_adults", unit: "Community transport", route: "committee", maker: "Cabinet", decision: 3, review: 12,
		triggers: groups("saving"),
		evidence: []eqia.Evidence{
			{No: 1, Title: "Who rides on Saturdays", Source: "Community transport", Date: "April 2025 to March 2026", Area: "Dorset", Says: "58 people made 2,450 trips. 44 were over 70 and 31 used a wheelchair or a frame.", Characteristics: groups("age", "disability")},
		},
		evidenceSays: "Saturday riders made 4,900 trips. Most are over 70, and more than half cannot walk far.",
		engagement: []eqia.Engagement{
			{No: 1, Who: "People who ride on Saturdays", How: "A talk on the bus", Depth: "asked", When: "September 2026", HowMany: "39 of 58 people", Said: "For most it is the only trip of the weekend.", Changed: "Two minibuses are kept, where one was planned."},
		},
		findings: []found{
			{groups: groups("age", "disability"), effects: worse(), evidence: []int{1}, how: "44 people over 70, and 31 who use a wheelchair or a frame, ride on Saturdays. About half of them would lose their trip.", mitigation: "Taxi vouchers for those who lose their trip, and volunteer drivers for those who cannot use a taxi."},
			{groups: groups("rural_isolation"), effects: worse(), evidence: []int{1}, how: "23 riders live in villages without a bus on Saturdays.", mitigation: "The two minibuses that stay go to the villages first."},
			{groups: groups("socio_economic"), effects: worse(), evidence: []int{1}, how: "The minibus is £2 for a trip. A taxi is £18 on average, which people on a low income cannot pay.", mitigation: "A voucher covers all but £2."},
			{groups: groups("carers"), effects: unclear(), evidence: []int{1}, how: "Some riders live with someone who cares for them, and Saturday is their rest. We do not know how many.", findOut: "Ask each rider who cares for them, and what Saturday means to them."},
		},
		shared:     "A place on the minibus goes to whoever cannot use a bus. The riders' list shows no difference for these groups.",
		summary:    "Two of four minibuses would stay. Riders would be offered taxi vouchers or a lift from a volunteer, so that those who go out on Saturdays still can.",
		monitoring: "We will count vouchers, lifts and people who stopped going out, after three and six months.",
		actions: []eqia.Action{
			{No: 1, Issue: "People who lose their trip", What: "Give out vouchers and find volunteer drivers", Who: "Community transport manager", When: eqia.When{Kind: eqia.InMonth, Month: "2027-03"}, Measure: "Nobody who rode stays at home for want of a lift", Start: "No vouchers", Answers: forGroups("age", "disability", "socio_economic")},
			{No: 2, Issue: "Villages and carers", What: "Draw up the new round with riders and carers", Who: "Community transport manager", When: eqia.When{Kind: eqia.InMonth, Month: "2027-02"}, Measure: "Every rider was asked", Start: "Not asked", Answers: forGroups("rural_isolation", "carers")},
		},
	}
}
