package eqia

import "dorset-eqia/eqia/form"

// Unasked is what today's form asks and the form a record was written on did not.
type Unasked struct {
	Characteristics []form.Characteristic
	Questions       []form.Question
}

// Empty reports whether the record's form asked everything that today's asks.
func (u Unasked) Empty() bool { return len(u.Characteristics)+len(u.Questions) == 0 }

// NotAsked lists what the form of this record did not ask, for pages to say so beside the empty place. A record on a form that is known
// here is compared with that form; what a legacy record has no answer to, its form is taken not to have asked.
func (c Case) NotAsked() Unasked {
	today, ok := c.Council.Latest(string(c.Today))
	if !ok {
		return Unasked{}
	}
	var out Unasked
	for _, ch := range today.CharacteristicsInForce(string(c.Today)) {
		if !c.askedAbout(ch.Code) {
			out.Characteristics = append(out.Characteristics, ch)
		}
	}
	for page, q := range today.Questions() {
		if c.applies(page.If) && c.applies(q.If) && !c.asked(q) {
			out.Questions = append(out.Questions, q)
		}
	}
	return out
}

// NewlyAsked lists what this version's form asks and the form of the version before did not, for pages to mark as new. Of a form that this
// service never had it is not known what it asked: there, what has no answer yet is taken to be new. It is empty for a first version.
func (c Case) NewlyAsked() Unasked {
	if c.FromForm == "" || c.FromForm == c.Header.Form {
		return Unasked{}
	}
	before, known := c.Council.Version(c.FromForm)
	var out Unasked
	for _, ch := range c.Characteristics() {
		_, asked := before.Characteristic(ch.Code)
		if !asked && (known || len(c.Content.Card(ch.Code).Effects()) == 0) {
			out.Characteristics = append(out.Characteristics, ch)
		}
	}
	for page, q := range c.Form.Questions() {
		_, asked := before.Question(q.Code)
		if !asked && c.Met(page.If) && (known || c.Needs(q) && !c.Answered(q)) {
			out.Questions = append(out.Questions, q)
		}
	}
	return out
}

// askedAbout reports whether the record's form asked about a characteristic, in a row of its own or a merged one.
func (c Case) askedAbout(code string) bool {
	if !c.Legacy {
		for _, ch := range c.Characteristics() {
			if ch.Code == code {
				return true
			}
		}
		return false
	}
	for _, k := range c.Content.Cards {
		for _, part := range k.parted() {
			if part.Code == code {
				return true
			}
		}
	}
	return false
}

func (c Case) asked(q form.Question) bool {
	if c.Legacy {
		return c.Answered(q)
	}
	_, ok := c.Form.Question(q.Code)
	return ok
}

// applies is Met, where a legacy record that does not say whether an assessment was needed is taken to be one.
func (c Case) applies(cond *form.Condition) bool {
	return cond.Met(func(q string) []string {
		chosen := c.Content.Answers[q].Choices
		if len(chosen) == 0 && q == form.QuestionAssessmentNeeded {
			return []string{form.AssessmentYes}
		}
		return chosen
	})
}
