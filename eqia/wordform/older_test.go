package wordform_test

import (
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	wt "dorset-eqia/eqia/word/wordtest"
)

// older is an older form as someone filled it in, with all that it says and nothing else.
type older struct {
	name    string
	body    string
	want    func(c *eqia.Content)
	people  []eqia.Named
	puzzles []string // words of what is not understood, in order
	empty   []string
}

func text(words string) eqia.Answer           { return eqia.Answer{Text: words} }
func chosen(codes ...string) eqia.Answer      { return eqia.Answer{Choices: codes} }
func effects(all ...eqia.Effect) eqia.Effects { return all }

// found puts a card with one block into a record.
func found(c *eqia.Content, code string, b eqia.Block) {
	b.Aims, b.Evidence = []string{}, []int{}
	if b.Effects == nil {
		b.Effects = eqia.Effects{}
	}
	for i, k := range c.Cards {
		if k.Code == code {
			c.Cards[i].Blocks = append(k.Blocks, b)
			return
		}
	}
	c.Cards = append(c.Cards, eqia.Card{Code: code, Blocks: []eqia.Block{b}})
}

func blank() eqia.Content {
	return eqia.NewContent(eqia.FormRef{Profile: eqiatest.Profile, Version: "2026-1"})
}

func row(label, answer string) string { return wt.Texts(label, answer) }

func ticked(on bool, label string) string { return wt.Para(wt.Box(on), wt.R(" "+label)) }

// olderForms are forms as councils laid them out, each another way.
func olderForms() []older {
	return []older{runningText(), labelsBeside(), groupsDown(), ticksAcross(), groupByGroup(), labelsAbove(), controls(), mergedRows(), nested(), groupsAcross()}
}

func runningText() older {
	return older{name: "headings with running text", body: wt.H("Mobile library timetable") + wt.H("1. Initial information") +
		wt.Para(wt.B("Name of the policy, project, strategy, project or service being assessed:")) + wt.Item("Mobile library timetable 2025") +
		wt.H("2. Is this a new/refreshed strategy?") + wt.P("It replaces the timetable of 2019.") + wt.P("Three stops are dropped.") +
		wt.H("3. Is this for internal and external?") + wt.P("Internal (employees only) and External (residents, partners, visitors)") +
		wt.H("4. Please provide a brief overview of its aims and objectives:") + wt.P("To keep every village within three miles of a stop:") + wt.Item("fewer stops") + wt.Item("longer stays") +
		wt.H("6. What sources of data, evidence or research has been used for this assessment? (e.g. national statistics)") + wt.Item("Loans by stop, 2024") + wt.Item("Census 2021") +
		wt.H("7. What did this tell you?") + wt.P("Most borrowers are over 65.") +
		wt.H("8. Who have you engaged and consulted with as part of this assessment?") + wt.P("We talked to 40 borrowers at the stops.") + wt.P("They asked for a Saturday stop.") +
		wt.H("9. Is further information needed to help inform decision making?") + wt.P("We do not think so.") +
		wt.H("Risk rating") + wt.P("Low") +
		wt.H("Next Steps:") + wt.P("Send the form to the equality officer.") +
		wt.Para(wt.B("Officer completing this EqIA: "), wt.R("Library manager")) +
		wt.Para(wt.B("Date of completion: "), wt.R("12 July 2024")) +
		wt.Para(wt.B("EqIA review date: "), wt.R("End of March 2025")),
		want: func(c *eqia.Content) {
			c.Answers["title"] = text("Mobile library timetable 2025")
			c.Answers["change"] = text("It replaces the timetable of 2019.\nThree stops are dropped.")
			c.Answers["affected"] = chosen("both")
			c.Answers["aims"] = text("To keep every village within three miles of a stop:\n- fewer stops\n- longer stays")
			c.Answers["evidence_says"] = text("Most borrowers are over 65.")
			c.Evidence = []eqia.Evidence{{No: 1, Title: "Loans by stop, 2024", Characteristics: []string{}}, {No: 2, Title: "Census 2021", Characteristics: []string{}}}
			c.Engagement = []eqia.Engagement{{No: 1, Who: "As written on the earlier form", How: "We talked to 40 borrowers at the stops.\nThey asked for a Saturday stop."}}
		},
		people:  []eqia.Named{{Role: eqia.WroteIt, Name: "Library manager"}},
		puzzles: []string{"We do not think so.", "Low", "Send the form", "End of March 2025"},
		empty:   nil,
	}
}

func labelsBeside() older {
	return older{name: "labels beside answers", body: wt.P("Equality impact assessment") + wt.Table(
		wt.Head(wt.P("Question"), wt.P("Answer")),
		row("Title of proposal", "Grit bins in car parks"), row("Service area", "Highways"), row("Type of proposal", "Service change"),
		row("Is this new or refreshed?", "New"), row("Cost centre", "C1234"),
		row("Aims and objectives\nSay what you want to achieve.", "Fewer falls on ice."),
		row("Decision maker", "Cabinet"), row("Date of decision", "14/01/2027"), row("How will this be monitored?", ""), row("Next review date", "spring 2028")),
		want: func(c *eqia.Content) {
			c.Answers["title"], c.Answers["service"], c.Answers["kind"] = text("Grit bins in car parks"), text("Highways"), chosen("service_change")
			c.Answers["status"], c.Answers["aims"] = chosen("new"), text("Fewer falls on ice.")
			c.Answers["decision_maker"], c.Answers["decision_date"] = text("Cabinet"), eqia.Answer{Day: "2027-01-14"}
		},
		puzzles: []string{"C1234", "spring 2028"}, empty: []string{"How will this be monitored?"},
	}
}

func groupsDown() older {
	return older{name: "a row for each group", body: wt.Para(wt.B("Name of proposal")) + wt.P("Swimming lessons") + wt.Para(wt.B("Impacts")) + wt.Table(
		wt.Head(wt.P("Impacts on who or what?"), wt.P("Choose impact"), wt.P("How"), wt.P("Lead officer")),
		wt.Texts("Age", "Anticipated positive impact", "More lessons for children.", ""),
		wt.Texts("Disability", "Positive and negative", "A hoist, but fewer quiet hours.", "Pool manager"),
		wt.Texts("Race and Ethnicity", "No impact", "We saw none.", ""),
		wt.Texts("Sex (consider men and women)", "Choose an item.", "", ""),
		wt.Texts("Gender reassignment and Gender Identity", "Neutral", "Changing rooms stay as they are.", ""),
		wt.Texts("Single parents", "Unclear", "", ""), wt.Texts("Welsh language", "Neutral", "None.", "")),
		want: func(c *eqia.Content) {
			c.Answers["title"] = text("Swimming lessons")
			found(c, "age", eqia.Block{Effects: effects(eqia.Positive), How: "More lessons for children."})
			found(c, "disability", eqia.Block{Effects: effects(eqia.Positive, eqia.Negative), How: "A hoist, but fewer quiet hours."})
			found(c, "race", eqia.Block{How: "We saw none."})
			found(c, "lone_parent", eqia.Block{Effects: effects(eqia.Unclear)})
		},
		puzzles: []string{"Pool manager", "No impact", "Neutral | Changing rooms stay as they are.", "Neutral | None."}, empty: []string{"Sex: Choose impact"},
	}
}

func ticksAcross() older {
	return older{name: "ticks under the effects", body: wt.Table(row("Proposal title", "Parking permits")) + wt.Table(
		`<w:tr>`+wt.Cell(`<w:vMerge w:val="restart"/>`, wt.P("Protected characteristic"))+wt.Cell(`<w:gridSpan w:val="4"/>`, wt.P("Impact"))+wt.Cell(`<w:vMerge w:val="restart"/>`, wt.P("Reason"))+`</w:tr>`,
		`<w:tr>`+wt.Cell(`<w:vMerge/>`, wt.P(""))+wt.Cell("", wt.P("Positive"))+wt.Cell("", wt.P("Negative"))+wt.Cell("", wt.P("Neutral"))+wt.Cell("", wt.P("Unclear"))+wt.Cell(`<w:vMerge/>`, wt.P(""))+`</w:tr>`,
		wt.Row(wt.P("Age"), wt.Para(wt.Box(false)), wt.Para(wt.Box(true)), wt.Para(wt.Box(false)), wt.Para(wt.Box(false)), wt.P("It is online only.")),
		wt.Row(wt.P("Disability"), wt.P("✓"), wt.P("X"), wt.P(""), wt.P(""), wt.P("Badges stay free.")),
		wt.Row(wt.P("Race"), wt.P(""), wt.P("They may park less"), wt.P(""), wt.P(""), wt.P("")),
		wt.Row(wt.P("Sex"), wt.P("x"), wt.P(""), wt.P("x"), wt.P(""), wt.P("Both.")),
		wt.Row(wt.P("Religion and belief"), wt.P(""), wt.P(""), wt.P(""), wt.P(""), wt.P("")),
		`<w:tr>`+wt.Cell(`<w:gridSpan w:val="6"/>`, wt.P("Local characteristics"))+`</w:tr>`,
		wt.Row(wt.P("Carers"), wt.P(""), wt.P(""), wt.P("Yes"), wt.P("No"), wt.P("Nothing changes for them."))),
		want: func(c *eqia.Content) {
			c.Answers["title"] = text("Parking permits")
			found(c, "age", eqia.Block{Effects: effects(eqia.Negative), How: "It is online only."})
			found(c, "disability", eqia.Block{Effects: effects(eqia.Positive, eqia.Negative), How: "Badges stay free."})
			found(c, "sex", eqia.Block{How: "Both."})
			found(c, "carers", eqia.Block{Effects: effects(eqia.Neutral), How: "Nothing changes for them."})
		},
		puzzles: []string{"They may park less", "positive and neutral"}, empty: []string{"Religion and belief"},
	}
}

func groupByGroup() older {
	return older{name: "a part for each group", body: wt.H("Title of policy or service") + wt.P("Day centre hours") + wt.H("Age") + wt.Table(
		row("Impact", "Negative"), row("Explanation", "It closes at four."), row("Mitigating actions", "A lift home."), row("Evidence", "Visits, 2024")) +
		wt.H("Disability (all impairments)") + ticked(true, "Positive") + ticked(false, "Negative") + ticked(false, "Neutral") + wt.Para(wt.B("How: "), wt.R("A quiet room.")) +
		wt.H("Carers") + wt.P("Unclear") + wt.P("We have not asked them.") + wt.H("Summary of the impacts") + wt.P("Mixed."),
		want: func(c *eqia.Content) {
			c.Answers["title"], c.Answers["summary"] = text("Day centre hours"), text("Mixed.")
			found(c, "age", eqia.Block{Effects: effects(eqia.Negative), How: "It closes at four.", Mitigation: "A lift home."})
			found(c, "disability", eqia.Block{Effects: effects(eqia.Positive), How: "A quiet room."})
			found(c, "carers", eqia.Block{Effects: effects(eqia.Unclear), How: "We have not asked them."})
		},
		puzzles: []string{"Visits, 2024"},
	}
}

func labelsAbove() older {
	return older{name: "labels above answers, and a plan", body: wt.Table(
		wt.Row(wt.Para(wt.B("1. Name of the proposal being assessed"))), wt.Row(wt.P("Allotment rents")),
		wt.Row(wt.Para(wt.B("2. Background to the proposal"))), wt.Row(wt.P("Rents were last changed in 2015.")+wt.P("Is that fair? We think not.")),
		wt.Row(wt.Para(wt.B("3. Which ward is it in?"))), wt.Row(wt.P("All"))) +
		wt.Para(wt.B("Action plan")) + wt.Table(
		wt.Texts("Issue", "Action to be taken", "Person(s) responsible", "Date to be completed by"),
		`<w:tr>`+wt.Cell(`<w:vMerge w:val="restart"/>`, wt.P("People with little money"))+wt.Cell("", wt.P("Offer a lower rent"))+wt.Cell("", wt.P("Parks manager"))+wt.Cell("", wt.P("By the end of October 2026"))+`</w:tr>`,
		`<w:tr>`+wt.Cell(`<w:vMerge/>`, wt.P(""))+wt.Cell("", wt.P("Write to plot holders"))+wt.Cell("", wt.P("Parks officer"))+wt.Cell("", wt.P("As soon as we can"))+`</w:tr>`,
		wt.Texts("", "", "", "")),
		want: func(c *eqia.Content) {
			c.Answers["title"], c.Answers["background"] = text("Allotment rents"), text("Rents were last changed in 2015.\nIs that fair? We think not.")
			c.Actions = []eqia.Action{
				{No: 1, Issue: "People with little money", What: "Offer a lower rent", Who: "Parks manager", When: eqia.When{Kind: eqia.InMonth, Month: "2026-10", Text: "By the end of October 2026"}, Answers: []eqia.BlockRef{}},
				{No: 2, Issue: "People with little money", What: "Write to plot holders", Who: "Parks officer", Answers: []eqia.BlockRef{}}}
		},
		puzzles: []string{"All", "As soon as we can"},
	}
}

func controls() older {
	return older{name: "controls, ticks and tracked changes", body: wt.Para(wt.B("Name of policy, project or service: "), wt.Control("Text1", wt.R("Bus passes"))) +
		wt.Para(wt.B("Service area: "), wt.Prompt(wt.R("Click or tap here to enter text."))) +
		wt.Para(wt.B("Is this a new or existing policy? "), wt.Box(false), wt.R(" New  "), wt.Box(true), wt.R(" Existing")) +
		wt.Para(wt.B("Who will it affect?")) + ticked(true, "Internal") + ticked(true, "External") +
		wt.Para(wt.B("Aims of the proposal")) + wt.Control("Text2", wt.Para(wt.R("To keep "), `<w:del><w:r><w:delText>all</w:delText></w:r></w:del>`, `<w:ins>`+wt.R("most")+`</w:ins>`, wt.R(" passes free."))+wt.P("From May.")) +
		wt.Para(wt.B("Is an EqIA required? ")) + wt.Para(wt.R("Yes "), wt.Box(true), wt.R(" No "), wt.Box(false)),
		want: func(c *eqia.Content) {
			c.Answers["title"], c.Answers["status"], c.Answers["affected"] = text("Bus passes"), chosen("existing"), chosen("both")
			c.Answers["aims"], c.Answers["assessment_needed"] = text("To keep most passes free.\nFrom May."), chosen("yes")
		},
		empty: []string{"Service area"},
	}
}

func mergedRows() older {
	return older{name: "people apart within a group", body: wt.Table(
		row("What is being assessed?", "Depot move"),
		wt.Texts("Group", "People affected", "Effect", "Details"),
		`<w:tr>`+wt.Cell(`<w:vMerge w:val="restart"/>`, wt.P("Age"))+wt.Cell("", wt.P("Residents"))+wt.Cell("", wt.P("Neutral"))+wt.Cell("", wt.P("Rounds stay the same."))+`</w:tr>`,
		`<w:tr>`+wt.Cell(`<w:vMerge/>`, wt.P(""))+wt.Cell("", wt.P("Staff"))+wt.Cell("", wt.P("Negative"))+wt.Cell("", wt.P("A longer way to work."))+`</w:tr>`,
		`<w:tr>`+wt.Cell(`<w:vMerge w:val="restart"/>`, wt.P("Sex"))+wt.Cell("", wt.P("Visitors"))+wt.Cell("", wt.P("Negative"))+wt.Cell("", wt.P("Who knows."))+`</w:tr>`,
		`<w:tr>`+wt.Cell(`<w:vMerge/>`, wt.P(""))+wt.Cell("", wt.P("Staff"))+wt.Cell("", wt.P("Unclear"))+wt.Cell("", wt.P("Shifts are not set."))+`</w:tr>`,
		row("Please provide a summary of the impacts", "Worse for some staff.")),
		want: func(c *eqia.Content) {
			c.Answers["title"], c.Answers["summary"] = text("Depot move"), text("Worse for some staff.")
			found(c, "age", eqia.Block{Audience: "residents", Effects: effects(eqia.Neutral), How: "Rounds stay the same."})
			found(c, "age", eqia.Block{Audience: "employees", Effects: effects(eqia.Negative), How: "A longer way to work."})
			found(c, "sex", eqia.Block{Audience: "employees", Effects: effects(eqia.Unclear), How: "Shifts are not set."})
		},
		puzzles: []string{"Visitors | Negative | Who knows."},
	}
}

func nested() older {
	return older{name: "tables in tables", body: wt.Table(
		row("1", "Ignored")+wt.Row(wt.P("2"), wt.P("Policy or service being assessed"), wt.P("Market stalls")),
		wt.Row(wt.P("3"), wt.P("Data and evidence used"), wt.Table(wt.Texts("Source", "Date", "What it tells us", "Held by"), wt.Texts("Stall survey", "2024", "Most traders are over 50.", "Estates"))+wt.P("")),
		wt.Row(wt.P("4"), wt.P("Consultation and engagement"), wt.Table(wt.Texts("Who", "How", "What they said"), wt.Texts("Traders", "A meeting", "Keep Saturday."))+wt.P("")),
		wt.Row(wt.P("5"), wt.P("Impacts"), wt.Table(wt.Texts("Race", "Positive", "Room for new stalls."))+wt.P("")),
		wt.Row(wt.P("6"), wt.P("Monitoring arrangements"), wt.P("A count each June."), wt.P("Estates"))),
		want: func(c *eqia.Content) {
			c.Answers["title"] = text("Market stalls")
			c.Evidence = []eqia.Evidence{{No: 1, Title: "Stall survey", Date: "2024", Says: "Most traders are over 50.", Characteristics: []string{}}}
			c.Engagement = []eqia.Engagement{{No: 1, Who: "Traders", How: "A meeting", Said: "Keep Saturday."}}
			found(c, "race", eqia.Block{Effects: effects(eqia.Positive), How: "Room for new stalls."})
		},
		puzzles: []string{"Ignored", "Estates", "A count each June. | Estates"},
	}
}

func groupsAcross() older {
	return older{name: "plain text, and a column for each group", body: wt.P("Name of proposal: Bins on Fridays") + wt.P("Directorate: Place") + wt.P("Budget code: 7") +
		wt.P("Aims and objectives") + wt.P("One round less.") + wt.P("Risk:") + wt.P("Low.") +
		wt.Table(wt.Texts("", "Age", "Disability", "Carers"), wt.Texts("Impact", "Neutral", "Negative", ""), wt.Texts("How", "No change.", "Heavier bins.", ""), wt.Texts("Mitigation", "", "Help with bins.", "")),
		want: func(c *eqia.Content) {
			c.Answers["title"], c.Answers["directorate"], c.Answers["aims"] = text("Bins on Fridays"), chosen("place"), text("One round less.")
			found(c, "age", eqia.Block{Effects: effects(eqia.Neutral), How: "No change."})
			found(c, "disability", eqia.Block{Effects: effects(eqia.Negative), How: "Heavier bins.", Mitigation: "Help with bins."})
		},
		puzzles: []string{"7", "Low."}, empty: []string{"Carers"},
	}
}

// said is what a passage says, with the name it stands under.
func said(p eqia.Passage) string { return strings.TrimSpace(p.Name + " " + p.Text) }
