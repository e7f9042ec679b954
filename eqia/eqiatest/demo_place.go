package eqiatest

import "dorset-eqia/eqia"

func floodScheme() proposal {
	return proposal{
		title: "Lower Weir flood scheme", kind: "project", status: "new",
		change:   "A wall and two pumps will protect 94 homes by the river. The riverside path is closed for eleven months while they are built.",
		aims:     "To keep homes, a school and a care home dry in a flood that comes once in a hundred years.",
		affected: "external", directorate: "place", unit: "Flood risk", route: "committee", maker: "Cabinet", decision: 2, review: 12,
		triggers:   groups("key_decision"),
		background: "The river came into 31 homes in the winter of 2024. Four families have not gone back.",
		evidence: []eqia.Evidence{
			{No: 1, Title: "Homes at risk", Source: "Flood risk team", Date: "2025", Area: "Lower Weir", Says: "94 homes, a primary school and a care home with 42 beds are inside the line.", Characteristics: groups("age", "disability", "socio_economic")},
			{No: 2, Title: "Count of people on the path", Source: "Highways", Date: "September 2025", Area: "Riverside path", Says: "310 people on a school day. 22 used a wheelchair, a scooter or a pushchair.", Characteristics: groups("disability", "pregnancy_and_maternity")},
		},
		evidenceSays: "Those who live inside the line are older and poorer than the town as a whole, and a flood is hardest on them. The path is the only level way from the estate to the school.",
		engagement: []eqia.Engagement{
			{No: 1, Who: "Households inside the line", How: "Letters, and two evenings at the school", Depth: "asked", When: "October 2025", HowMany: "61 of 94 households", Said: "They want the wall. People without a car fear losing the path.", Changed: "A level path through the allotments is built first."},
			{No: 2, Who: "A walk with wheelchair users", How: "We walked and wheeled the other way together", Depth: "involved", When: "November 2025", HowMany: "5 people", Said: "Two kerbs and a gate are in the way.", Changed: "Both kerbs are lowered and the gate is taken out."},
		},
		findings: []found{
			{groups: groups("age", "disability"), effects: mixed(), evidence: []int{1, 2}, how: "42 people in the care home and many older people in the terrace will be safe from a flood. For eleven months the level path to the school and the surgery is closed to them.", mitigation: "A level path through the allotments opens before the old one closes."},
			{groups: groups("pregnancy_and_maternity"), effects: worse(), evidence: []int{2}, how: "Parents with a pushchair use the path to the school. Until it opens again their way is 200 metres longer.", mitigation: "The path through the allotments is wide enough for a double pushchair."},
			{groups: groups("socio_economic"), effects: better(), evidence: []int{1}, how: "Half of the 94 homes are rented from the council or a landlord, and few tenants have insurance. They gain most from staying dry."},
			{groups: groups("race"), effects: better(), evidence: []int{1}, how: "Six Gypsy and Traveller families live on the site by the weir. The wall goes round the site, which the first plan left outside."},
		},
		shared:     "Water and building work reach everyone inside the line alike. The two evenings brought up nothing that is different for these groups.",
		summary:    "94 homes, a school and a care home will be safer. While it is built, older people, disabled people and parents with pushchairs have a longer way. A level path opens first, so that nobody is cut off.",
		monitoring: "The site manager counts complaints every week and walks the other path every day. We ask the care home and the school each month.",
		actions: []eqia.Action{
			{No: 1, Issue: "The level path is closed", What: "Build and open the allotment path before work starts", Who: "Project manager, flood risk", When: eqia.When{Kind: eqia.InMonth, Month: "2027-01"}, Measure: "Open two weeks before the old path closes", Start: "No other level way", Answers: forGroups("age", "disability", "pregnancy_and_maternity")},
			{No: 2, Issue: "Watching how it goes", What: "Meet the residents' group", Who: "Project manager, flood risk", When: eqia.When{Kind: eqia.Recurring, Text: "First Tuesday of each month"}, Measure: "Minutes are put up at the site", Start: "Not yet met"},
		},
	}
}

func drawingNames() proposal {
	return proposal{
		title: "New filing names for road works drawings", kind: "other", status: "refreshed",
		screening: "The change is to how the highways team names its drawings on its own drive. We looked at the list of the 14 people who use the drive and at the team's two requests for adjustments, and asked all of them in March. The new names were tried with a screen reader and are easier to hear apart. Nobody outside the team sees the names, and no service changes.",
		change:    "Drawings are named by road and year in place of a number.",
		aims:      "To find a drawing in one search.",
		affected:  "internal", directorate: "place", unit: "Highways", route: "officer", maker: "Highways design manager", decision: 1, triggers: groups("none"),
	}
}

func sundayParking() proposal {
	return proposal{
		title: "Charging for town centre parking on Sundays", kind: "budget_saving", round: "budget_2027_28", status: "new",
		change:   "Council car parks in five towns are free on Sundays. They would cost £1.50 for the day.",
		aims:     "To raise £240,000 a year towards repairs of the car parks.",
		affected: "external", directorate: "place", unit: "Parking", route: "committee", maker: "Cabinet", decision: 3, review: 12,
		triggers: groups("saving", "charging"),
		evidence: []eqia.Evidence{
			{No: 1, Title: "Count of cars on Sundays", Source: "Parking", Date: "Spring 2026", Area: "Five towns", Says: "1,900 cars on a Sunday, 600 of them between nine and noon."},
		},
		evidenceSays: "A third of Sunday parking is in the morning, when people go to church, visit relatives or work in shops and care homes.",
		notAsked:     "Nobody has been asked yet. The budget survey opens in November and has a question about this charge.",
		findings: []found{
			{groups: groups("religion_or_belief"), effects: worse(), evidence: []int{1}, how: "Most churches in the five towns have no car park. About 200 people who worship on Sundays would pay £1.50 each week.", mitigation: "The charge would start at noon."},
			{groups: groups("disability"), effects: same(), how: "Blue badge holders park free of charge in every council car park, on Sundays too."},
			{groups: groups("socio_economic"), effects: worse(), evidence: []int{1}, how: "Shop and care workers on low pay who work on Sundays would pay £78 a year.", mitigation: "A Sunday worker's permit would cost £20 a year."},
		},
		shared:     "The charge is the same for every driver. Nothing we know points to a difference for these groups.",
		summary:    "People who worship on Sundays and people on low pay who work on Sundays would pay more. Starting at noon and a worker's permit would lower that.",
		monitoring: "We would count cars by hour and permits sold for the first six months.",
		actions: []eqia.Action{
			{No: 1, Issue: "Worship on Sunday mornings", What: "Set the charge to start at noon", Who: "Parking manager", When: eqia.When{Kind: eqia.InYear, Year: "2027"}, Measure: "The order says so", Start: "Free all day", Answers: forGroups("religion_or_belief")},
			{No: 2, Issue: "Workers on low pay", What: "Sell a Sunday worker's permit", Who: "Parking manager", When: eqia.When{Kind: eqia.InYear, Year: "2027"}, Measure: "300 permits sold", Start: "None", Answers: forGroups("socio_economic")},
		},
	}
}

func parkingPermits() proposal {
	return proposal{
		title: "Moving parking permits online", kind: "service_change", status: "existing",
		change:   "Residents' parking permits are paper, sent by post. They will be applied for and kept online. People without the internet can phone or go to a library, where staff apply for them.",
		aims:     "To give a permit on the same day and to save the cost of paper and post.",
		affected: "both", directorate: "place", unit: "Parking", route: "officer", maker: "Executive director for place", decision: 2, review: 6,
		triggers:   groups("digital_only", "staffing"),
		background: "6,400 households have a permit. Four in ten renew online already.",
		evidence: []eqia.Evidence{
			{No: 1, Title: "Permits by how they were renewed", Source: "Parking", Date: "2025 to 2026", Area: "Dorset", Says: "Of 6,400 permits, 2,560 were renewed online. Among holders over 75 it was one in ten.", Characteristics: groups("age")},
			{No: 2, Title: "Test of the new form with people who use screen readers", Source: "Digital team", Date: "July 2026", Area: "Dorset", Says: "Six of seven people finished without help. One could not upload a photo.", Characteristics: groups("disability")},
		},
		evidenceSays: "Older people renew online far less. The new form works with screen readers but for one step, which has been mended since.",
		engagement: []eqia.Engagement{
			{No: 1, Who: "Permit holders over 75", How: "Phone calls", Depth: "asked", When: "August 2026", HowMany: "60 people", Said: "Half would ask a relative. A third would rather phone.", Changed: "A phone line is kept for good, not for one year."},
		},
		findings: []found{
			{groups: groups("age"), effects: worse(), evidence: []int{1}, how: "About 800 permit holders are over 75, and nine in ten of them renew by post. Some would need help to go on parking near their home.", mitigation: "They can phone or go to any library, and nobody loses a permit while they wait."},
			{groups: groups("disability"), effects: mixed(), evidence: []int{2}, how: "Blind people can fill in the form with a screen reader, which paper never let them do. People with a learning disability may find the upload of a photo hard.", mitigation: "The photo can be taken at a library or left out and checked by a visit."},
			{groups: groups("rural_isolation"), effects: same(), how: "Permit streets are all in towns, each with a library within a mile."},
			{groups: groups("socio_economic"), effects: worse(), evidence: []int{1}, how: "Households without the internet at home have to travel to a library or pay for a call.", mitigation: "The phone line is free to call."},
			{groups: groups("sex", "pregnancy_and_maternity"), effects: same(), how: "Four people in the permit team move to the phone line in the same building on the same hours. None is pregnant or on leave."},
			{groups: groups("carers"), effects: better(), evidence: []int{1}, how: "A carer can be given a visitor's permit on the day it is needed, without waiting for the post."},
		},
		shared:     "The form asks for an address, a car and a payment. Nothing in it differs for these groups, and nobody in the test or the calls said so.",
		summary:    "Most people get a permit on the same day. Older people and people without the internet could find it harder, and some people with a learning disability. A free phone line and help in libraries stay for good.",
		monitoring: "We will count renewals by way and by age every month, and how long the phone line takes to answer.",
		actions: []eqia.Action{
			{No: 1, Issue: "People without the internet", What: "Keep a free phone line and train library staff", Who: "Parking manager", When: eqia.When{Kind: eqia.Ongoing, Day: "2027-06-01"}, Measure: "Calls are answered within three minutes", Start: "Nine minutes", Answers: forGroups("age", "socio_economic")},
			{No: 2, Issue: "Uploading a photo", What: "Let people leave the photo out", Who: "Digital services manager", When: eqia.When{Kind: eqia.OnDay, Day: "2027-01-15"}, Measure: "The step can be skipped", Start: "It can't be skipped", Answers: forGroups("disability")},
		},
	}
}

func winterGritting() proposal {
	return proposal{
		title: "Winter gritting: which roads come first", kind: "policy", status: "refreshed",
		change:   "The order in which roads are gritted is looked at again. 46 miles join the first round and 29 miles leave it.",
		aims:     "To keep open the roads that most people need, with the same 21 lorries.",
		affected: "external", directorate: "place", unit: "Highways", route: "cabinet_member", maker: "Portfolio holder for highways", decision: 1, review: 10,
		triggers: groups("none"),
		evidence: []eqia.Evidence{
			{No: 1, Title: "Traffic and bus routes", Source: "Highways", Date: "2026", Area: "Dorset", Says: "The 46 miles carry nine bus routes and lead to four surgeries. The 29 miles carry none."},
			{No: 2, Title: "Home care visits by road", Source: "Adult social care", Date: "2026", Area: "Dorset", Says: "130 people who get care at home live along the 46 miles, and 11 along the 29.", Characteristics: groups("age", "disability")},
		},
		evidenceSays: "The change helps far more people who depend on a bus or a carer than it leaves out. The eleven who are left out are known by name to the care team.",
		engagement: []eqia.Engagement{
			{No: 1, Who: "Parish councils", How: "Letter with a map", Depth: "asked", When: "June 2026", HowMany: "48 of 112 answered", Said: "Nine asked for a grit bin.", Changed: "All nine get one."},
		},
		findings: []found{
			{groups: groups("age", "disability"), effects: mixed(), evidence: []int{2}, how: "Carers will reach 130 older and disabled people more surely in ice. For eleven others the road is gritted later in the day.", mitigation: "The care team plans those eleven visits for after ten on icy days, and agrees it with each person."},
			{groups: groups("carers"), effects: better(), evidence: []int{2}, how: "Unpaid carers along the 46 miles can get out, and paid carers can get in to give them a rest."},
			{groups: groups("rural_isolation"), effects: mixed(), evidence: []int{1}, how: "Nine bus routes between villages run in ice. Two hamlets on the 29 miles wait until the second round.", mitigation: "Both hamlets get a grit bin and a snow warden."},
		},
		shared:     "Roads are chosen by buses, surgeries, schools and care visits. None of these groups lives or travels along them in a different way that we know of.",
		summary:    "More people who rely on a bus, a surgery or a carer are helped in ice. Eleven older or disabled people and two hamlets wait longer, with a plan for each.",
		monitoring: "After each icy spell the care team says which visits were missed, and highways says which roads were late.",
		actions: []eqia.Action{
			{No: 1, Issue: "Eleven people on roads gritted later", What: "Agree a plan for icy days with each of them", Who: "Home care manager", When: eqia.When{Kind: eqia.OnDay, Day: "2026-12-01"}, Measure: "Eleven plans", Start: "None", Answers: forGroups("age", "disability")},
			{No: 2, Issue: "Two hamlets", What: "Put in grit bins and name snow wardens", Who: "Highways area manager", When: eqia.When{Kind: eqia.AtEvent, Text: "Before the first frost warning"}, Measure: "Both in place", Start: "None", Answers: forGroups("rural_isolation")},
		},
	}
}

func housingTeam() proposal {
	return proposal{
		title: "Housing options team: from three teams to two", kind: "restructure", status: "existing",
		change:   "Three small teams become two larger ones. Two managers' posts become one, and eight people move to another office.",
		aims:     "That people in need of a home see the same officer from start to end.",
		affected: "internal", directorate: "people_adults", unit: "Housing", route: "officer", maker: "Executive director for adults and housing", decision: 2, review: 6,
		triggers: groups("staffing"),
		evidence: []eqia.Evidence{
			{No: 1, Title: "Who works in the three teams", Source: "Human resources", Date: "August 2026", Area: "Housing", Says: "26 people. 19 are women and seven work part time. Numbers below five are not shown.", Characteristics: groups("sex", "age")},
		},
		evidenceSays: "Most of the staff are women, and all who work part time are. The office they would move to is twelve miles away and has no late bus.",
		engagement: []eqia.Engagement{
			{No: 1, Who: "Everyone in the three teams", How: "Meetings with the union, and a talk with each person", Depth: "involved", When: "September 2026", HowMany: "26 people", Said: "Travel and school runs worry people most.", Changed: "Nobody moves before the summer holidays, and two days a week can be at home."},
		},
		findings: []found{
			{groups: groups("sex", "pregnancy_and_maternity"), effects: worse(), evidence: []int{1}, how: "Five of the eight who move are women who work part time. Twelve miles more make it hard to be at the school gate. Someone on leave has to be asked at home.", mitigation: "Start times are agreed with each person, and anyone on leave gets the same talk and the same choice of posts."},
			{groups: groups("age"), effects: same(), how: "Posts are filled by what people can do. The ages of those who move are those of the whole team."},
			{groups: groups("disability"), effects: unclear(), evidence: []int{1}, how: "Many staff have not said whether they have a disability, so we can't tell who would find the move hard.", findOut: "Ask each person, in private, what they need in the new office."},
			{groups: groups("carers"), effects: worse(), evidence: []int{1}, how: "Staff who care for someone have less time at each end of the day.", mitigation: "Two days a week can be worked at home, and hours can move."},
		},
		shared:     "The posts, the pay and the hours do not change for these groups, and nobody raised it in the talks.",
		summary:    "Women who work part time and carers could find the move hard, and what it means for disabled staff is not known yet. Nobody loses a post. Hours, home working and a talk with each person lower the harm.",
		monitoring: "We will look at who left, who asked for new hours and who was refused, after three and six months.",
		actions: []eqia.Action{
			{No: 1, Issue: "Travel and hours", What: "Agree hours and home days with each person who moves", Who: "Head of housing", When: eqia.When{Kind: eqia.InMonth, Month: "2027-02"}, Measure: "Eight agreements", Start: "None", Answers: forGroups("sex", "pregnancy_and_maternity", "carers")},
			{No: 2, Issue: "Disabled staff", What: "Ask each person what they need, and order it", Who: "Head of housing", When: eqia.When{Kind: eqia.InMonth, Month: "2027-01"}, Measure: "In place on the first day", Start: "Not asked", Answers: forGroups("disability")},
		},
	}
}
