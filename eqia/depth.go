package eqia

import (
	"slices"

	"dorset-eqia/eqia/form"
)

// Depth is how far the assessment goes, for the kind of proposal it is about.
func (c Case) Depth() form.Depth {
	if c.Screens() {
		return c.Form.Depth(form.DepthScreening)
	}
	return c.Form.DepthOf(c.Content.Answers[form.QuestionKind].Choice())
}

// Audiences lists the audiences that are asked about: the only ones for this kind of proposal, or those that the answer to "who is
// affected" chose; empty while that is unanswered.
func (c Case) Audiences() []form.Choice {
	only := c.Depth().Audiences
	if len(only) == 0 {
		return c.Form.AudiencesFor(c.Content.Answers[form.QuestionAffected].Choice())
	}
	var out []form.Choice
	for _, a := range c.Form.Audiences {
		if slices.Contains(only, a.Code) {
			out = append(out, a)
		}
	}
	return out
}

// Asked parts a card's blocks into those that are asked about, and those set aside because this kind of proposal leaves their audience
// out. What is set aside is kept as it is, and is asked about again when the kind is changed back.
func (c Case) Asked(k Card) (asked, aside []Block) {
	only := c.Depth().Audiences
	for _, b := range k.Blocks {
		if b.Audience == "" || len(only) == 0 || slices.Contains(only, b.Audience) {
			asked = append(asked, b)
		} else {
			aside = append(aside, b)
		}
	}
	return asked, aside
}

// InRound reports whether the proposal counts in a budget round: the form asks its kind for one.
func (c Case) InRound() bool {
	q, ok := c.Form.Question(form.QuestionBudgetRound)
	return ok && c.Met(q.If) && c.BudgetRound != ""
}
