package eqia

// eachText changes every text that people typed into a record. Codes, dates and numbers, by which its parts know each other, stay.
func (c *Content) eachText(change func(string) string) {
	for code, a := range c.Answers {
		a.Text = change(a.Text)
		c.Answers[code] = a
	}
	all := func(texts ...*string) {
		for _, t := range texts {
			*t = change(*t)
		}
	}
	for i := range c.Cards {
		all(&c.Cards[i].Label)
		for j := range c.Cards[i].Blocks {
			b := &c.Cards[i].Blocks[j]
			all(&b.How, &b.Mitigation, &b.Justification, &b.FindOut)
		}
	}
	for i := range c.Options {
		all(&c.Options[i].Label, &c.Options[i].Text)
	}
	for i := range c.Evidence {
		e := &c.Evidence[i]
		all(&e.Title, &e.Source, &e.Date, &e.Area, &e.Link, &e.Says)
	}
	for i := range c.Engagement {
		e := &c.Engagement[i]
		all(&e.Who, &e.How, &e.When, &e.HowMany, &e.Said, &e.Changed)
	}
	for i := range c.Actions {
		a := &c.Actions[i]
		all(&a.Issue, &a.What, &a.Who, &a.Measure, &a.Start, &a.When.Text)
		for j := range a.Others {
			all(&a.Others[j])
		}
	}
	for i := range c.Outcomes {
		o := &c.Outcomes[i]
		all(&o.Label, &o.Said, &o.Planned, &o.Text)
	}
}
