package eqiatest

import "dorset-eqia/eqia"

func homeLibrary() proposal {
	return proposal{
		title: "Home library service: visits every three weeks", kind: "service_change", status: "refreshed",
		change:   "Volunteers bring books to people who can't get to a library. They come every two weeks now and will come every three weeks, with more books each time.",
		aims:     "To reach 120 people who are waiting, with the same 70 volunteers.",
		affected: "external", directorate: "place", unit: "Libraries", route: "officer", maker: "Head of libraries", decision: 1, review: 12,
		triggers:   groups("eligibility"),
		background: "The service started in 2012. It now visits 410 people from twelve branches.",
		evidence: []eqia.Evidence{
			{No: 1, Title: "Home library visits", Source: "Libraries", Date: "2025 to 2026", Area: "Dorset", Says: "410 people were visited. 344 were over 75, and 292 said that they have a disability.", Characteristics: groups("age", "disability")},
			{No: 2, Title: "Waiting list", Source: "Libraries", Date: "March 2026", Area: "Dorset", Says: "120 people wait, 38 of them in villages without a bus on weekdays.", Characteristics: groups("rural_isolation")},
		},
		evidenceSays: "Almost everyone who is visited is over 75 or disabled, so a change in how often we come is a change for them first. The list of people waiting is longest in the villages.",
		engagement: []eqia.Engagement{
			{No: 1, Who: "People who are visited", How: "A card left with the books, and 40 phone calls", Depth: "asked", When: "February 2026", HowMany: "186 of 410 answered", Said: "Seven in ten were content with three weeks if they could have more books. One in ten said that the visit is the only one they get.", Changed: "Volunteers will offer a phone call in the week between."},
		},
		findings: []found{
			{groups: groups("age", "disability"), effects: mixed(), evidence: []int{1}, how: "120 more people over 75 or with a disability will get books at home. The 410 who are visited now will have one visit fewer in six weeks, and for about 40 of them it is the only visit they have.", mitigation: "A volunteer phones in the week between, for everyone who would like it."},
			{groups: groups("carers"), effects: better(), evidence: []int{2}, how: "Carers who can't leave the house can join the service too, and 17 of those waiting are carers."},
			{groups: groups("rural_isolation"), effects: better(), evidence: []int{2}, how: "38 of the people waiting live in villages without a bus on weekdays. They will be visited first."},
		},
		shared:     "Anyone who can't get to a library can join, and the books are chosen with each person. Nothing about these groups makes three weeks harder or easier.",
		summary:    "120 more people will be visited at home. People over 75 and disabled people who are visited now will be visited less often. A phone call in between is offered to all of them.",
		monitoring: "We will count visits, calls and people waiting every three months, and ask everyone once a year whether three weeks suits them.",
		actions: []eqia.Action{
			{No: 1, Issue: "Fewer visits to people who see nobody else", What: "Find and train 15 volunteers to phone in the week between", Who: "Home library manager", When: eqia.When{Kind: eqia.InSeason, Text: "Before the autumn round starts"}, Measure: "Everyone who asked for a call gets one", Start: "No calls are made now", Answers: forGroups("age", "disability")},
		},
	}
}

func libraryDay() proposal {
	return proposal{
		title: "Closing Marsh Road library on Wednesdays", kind: "budget_saving", round: "budget_2027_28", status: "new",
		change:   "Marsh Road library is open six days a week. From April it would be closed on Wednesdays, and the homework club would move to Thursdays.",
		aims:     "To save £31,000 a year and keep all other branches open as they are.",
		affected: "both", directorate: "place", unit: "Libraries", route: "committee", maker: "Cabinet", decision: 3, review: 12,
		triggers:   groups("saving", "closure", "staffing"),
		background: "Wednesday is the day with the fewest visits, though the building is also used by two clubs on that day.",
		evidence: []eqia.Evidence{
			{No: 1, Title: "Door counts", Source: "Libraries", Date: "2025 to 2026", Area: "Marsh Road", Says: "On Wednesdays 84 people come in, against 131 on other weekdays."},
			{No: 2, Title: "Visitor survey", Source: "Libraries", Date: "June 2026", Area: "Marsh Road", Says: "Four in ten Wednesday visitors were over 65 and one in four came with a child.", Characteristics: groups("age", "sex")},
			{No: 3, Title: "Rota of the branch", Source: "Libraries", Date: "July 2026", Area: "Marsh Road", Says: "Six people work on Wednesdays. Five are women and four work part time.", Characteristics: groups("sex")},
		},
		evidenceSays: "Wednesday visitors are older than on other days, and some come for the warmth and the company. The homework club brings children from two estates where many homes have no computer.",
		engagement: []eqia.Engagement{
			{No: 1, Who: "Visitors of the branch", How: "Paper survey at the desk", Depth: "asked", When: "June 2026", HowMany: "212 answers", Said: "Most could come on another day. The knitting group said that no other room in the area is free of charge.", Changed: "The group may use the room on Wednesdays with its own key."},
			{No: 2, Who: "Staff of the branch", How: "Two meetings with the union present", Depth: "involved", When: "July 2026", HowMany: "All nine", Said: "Part-time staff asked to keep their hours.", Changed: "Hours move to Thursday and Saturday, and nobody loses any."},
		},
		findings: []found{
			{groups: groups("age"), effects: worse(), evidence: []int{1, 2}, how: "About 34 people over 65 come on a Wednesday morning, and 20 children to the homework club. Some older people say that it is the only place they go to.", mitigation: "The homework club moves to Thursday, and the knitting group keeps the room."},
			{groups: groups("disability"), effects: worse(), evidence: []int{2}, how: "Nine Wednesday visitors said that they come because it is quiet. Other days are busier, which is hard for people who are autistic or anxious.", mitigation: "A quiet hour is kept on Thursday mornings, with low light and no events."},
			{groups: groups("sex"), effects: worse(), evidence: []int{3}, how: "Five of the six people who work on Wednesdays are women, and four have set their week around it.", mitigation: "Each person agrees new hours with the manager, with eight weeks' notice."},
			{groups: groups("socio_economic"), effects: worse(), evidence: []int{1}, how: "People without a computer at home lose one of six days on which they can use one. The branch serves two of the poorest estates in the county.", mitigation: "Two more computers are moved here, so that there is less waiting on the other five days."},
			{groups: groups("rural_isolation"), effects: same(), how: "The branch is in a town. Those who come from the villages come on market day, which is Friday."},
			{groups: groups("pregnancy_and_maternity"), effects: same(), how: "Baby songs are on Mondays and stay there. Nobody on the rota is pregnant or on leave."},
		},
		shared:     "The survey asked about each of these groups. Nobody in them gave Wednesday as a day that matters more than another.",
		summary:    "Closing on Wednesdays is harder for older people, some disabled people, children in the homework club and people without a computer at home. Women on the staff have to change their week. A quiet hour, a moved club and more computers make it less so.",
		monitoring: "We will compare door counts by age before and after, and ask the homework club after one term how many children still come.",
		actions: []eqia.Action{
			{No: 1, Issue: "Homework club", What: "Move the club to Thursdays and tell every family", Who: "Branch manager", When: eqia.When{Kind: eqia.InMonth, Month: "2027-03"}, Measure: "18 of 20 children still come", Start: "20 children", Answers: forGroups("age", "socio_economic")},
			{No: 2, Issue: "Quiet time", What: "Start a quiet hour on Thursday mornings", Who: "Branch manager", When: eqia.When{Kind: eqia.OnDay, Day: "2027-04-08"}, Measure: "Five or more people use it", Start: "None", Answers: forGroups("disability")},
			{No: 3, Issue: "Working hours", What: "Agree new hours with each person", Who: "Head of libraries", When: eqia.When{Kind: eqia.InMonth, Month: "2027-02"}, Measure: "All agreed eight weeks before", Start: "None agreed", Answers: forGroups("sex")},
		},
	}
}

func leisurePrices() proposal {
	return proposal{
		title: "Leisure centres: one price list for all four", kind: "policy", status: "refreshed",
		change:   "Each leisure centre sets its own prices. From January all four use one list, and most swims cost 40p more. Half price for people on a low income starts at all four; now it is at two.",
		aims:     "To be fair between towns and to cover the cost of heating the pools.",
		affected: "external", directorate: "people_adults", unit: "Leisure", route: "cabinet_member", maker: "Portfolio holder for leisure", decision: 2, review: 12,
		triggers: groups("charging"),
		evidence: []eqia.Evidence{
			{No: 1, Title: "Members and visits", Source: "The four centres", Date: "2025", Area: "Dorset", Says: "9,200 members, 2,050 of them over 65. 640 have a disability recorded.", Characteristics: groups("age", "disability")},
			{No: 2, Title: "Use of the half-price card", Source: "The two centres that have it", Date: "2025", Area: "Two towns", Says: "In its first year, visits by people on a low income rose by a third.", Characteristics: groups("socio_economic")},
		},
		evidenceSays: "Price matters most to people on a low income, who swim more where the half-price card is taken. Women-only swims are full at every centre that has them.",
		engagement: []eqia.Engagement{
			{No: 1, Who: "Members and visitors", How: "Online survey and forms at the desk", Depth: "asked", When: "May 2026", HowMany: "1,140 answers", Said: "Half would pay 40p more. People over 65 asked to keep the morning price.", Changed: "The morning price stays, at all four."},
			{No: 2, Who: "A group of disabled swimmers", How: "Met twice at the pool", Depth: "involved", When: "June 2026", HowMany: "14 people", Said: "A carer who helps should not have to pay.", Changed: "A carer comes in free at all four."},
		},
		findings: []found{
			{groups: groups("age"), effects: mixed(), evidence: []int{1}, how: "Families with children pay £1.20 more for a swim for three. People over 65 keep the morning price, and get it at the two centres that did not have it.", mitigation: "A family ticket caps the price at what it costs now on weekdays."},
			{groups: groups("disability", "carers"), effects: better(), evidence: []int{1}, how: "A carer comes in free at all four centres, where two made them pay. 640 disabled members can use it."},
			{groups: groups("socio_economic"), effects: better(), evidence: []int{2}, how: "The half-price card is taken at all four centres. About 3,000 more people can use it without a bus ride."},
			{groups: groups("sex", "religion_or_belief"), effects: better(), evidence: []int{2}, how: "Women-only swims come to all four centres, at the price of any other swim. Some Muslim and Jewish women told us that they swim only then."},
		},
		shared:     "Prices do not depend on belonging to any of these groups, and the survey found no difference in what people pay or use.",
		summary:    "Most swims cost 40p more. Families with children pay more at weekends. People on a low income, disabled people, carers and women gain from offers that now hold at all four centres.",
		monitoring: "Each centre counts visits by kind of ticket every month. We look at them after six months and put back what drives people away.",
		actions: []eqia.Action{
			{No: 1, Issue: "Price for families", What: "Bring in the weekday family ticket with the new list", Who: "Leisure contracts manager", When: eqia.When{Kind: eqia.OnDay, Day: "2027-01-04"}, Measure: "Family visits stay within 5 in 100 of last year", Start: "2,310 family visits a month", Answers: forGroups("age")},
		},
	}
}

func carersStrategy() proposal {
	return proposal{
		title: "Carers' strategy 2027 to 2030", kind: "strategy", status: "new",
		change:   "It replaces the strategy that ends in March. There will be one front door for carers, a break each year for all who ask, and a card that shops and schools know.",
		aims:     "That carers are found early, have a life beside caring and are listened to.",
		affected: "both", directorate: "people_adults", unit: "Adult commissioning", route: "committee", maker: "Cabinet", decision: 4, review: 12,
		triggers: groups("key_decision"),
		evidence: []eqia.Evidence{
			{No: 1, Title: "Carers' assessments", Source: "Adult social care", Date: "2025 to 2026", Area: "Dorset", Says: "2,870 carers had an assessment. Seven in ten were women, and half were over 65.", Characteristics: groups("carers", "sex", "age")},
			{No: 2, Title: "Young carers in schools", Source: "Schools' own counts", Date: "January 2026", Area: "38 schools", Says: "412 young carers are known. Eleven schools know of none, which is unlikely to be right.", Characteristics: groups("age", "carers")},
		},
		evidenceSays: "Most carers we know are women and older people. Men, young people and carers from minority ethnic groups are fewer than they should be, so we are not reaching them.",
		findings: []found{
			{groups: groups("age"), effects: better(), evidence: []int{1, 2}, how: "Young carers get a card that teachers know, so that they do not have to explain themselves. Older carers get a break each year."},
			{groups: groups("armed_forces"), effects: better(), evidence: []int{1}, how: "Families of those who serve are often far from their relatives. The front door will take calls in the evening."},
			{groups: groups("care_experience"), effects: unclear(), evidence: []int{2}, how: "We do not know how many young people with care experience care for someone now.", findOut: "Ask the leaving care team to count."},
			{groups: groups("carers"), effects: better(), evidence: []int{1}, how: "2,870 carers, and those not yet known, get one place to turn to and a break each year."},
		},
		shared: "The strategy is open to all carers.", summary: "To be written.", monitoring: "To be agreed with the carers' board.",
	}
}
