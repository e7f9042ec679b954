package form

import (
	"slices"
	"strings"
)

// Kinds lists every kind of answer.
func Kinds() []Kind {
	return []Kind{Line, Text, OneOf, PickOne, AnyOf, Day, DayOrNot, Evidence, Engagement, Options, Actions}
}

// Valid reports whether the kind is one the service can ask.
func (k Kind) Valid() bool { return slices.Contains(Kinds(), k) }

// Closed reports whether the answer is picked from the question's choices.
func (k Kind) Closed() bool { return k == OneOf || k == PickOne || k == AnyOf }

// Typed reports whether the answer is words that the person types.
func (k Kind) Typed() bool { return k == Line || k == Text }

// checkQuestions finds questions that could not be asked, and conditions that could never be met.
func (v Version) checkQuestions(found *problems) {
	var earlier []Question
	var codes []string
	for _, p := range v.PagesInOrder() {
		p.If.check("page "+p.Code, earlier, found)
		for _, q := range p.Questions {
			q.check(found)
			found.unless(!p.Aside || !q.Required, "question %q is required but its page is not on the short path", q.Code)
			q.If.check("question "+q.Code, earlier, found)
			earlier = append(earlier, q)
			codes = append(codes, q.Code)
		}
	}
	found.unique("question", codes)
}

// check finds what is wrong with one question taken alone.
func (q Question) check(found *problems) {
	found.unless(q.Kind.Valid(), "question %q is of an unknown kind, %q", q.Code, q.Kind)
	found.unless(q.Label != "" && q.Short != "", "question %q needs a label and a short name", q.Code)
	found.unless(q.Kind.Closed() == (len(q.Choices) > 0), "question %q of kind %s has %d choices", q.Code, q.Kind, len(q.Choices))
	found.unless(q.Kind.Typed() == (q.MaxChars > 0), "question %q of kind %s allows %d characters", q.Code, q.Kind, q.MaxChars)
	found.unless(q.MinChars >= 0 && q.MinChars <= q.MaxChars, "question %q needs at least %d characters but allows %d", q.Code, q.MinChars, q.MaxChars)
	found.unless(!q.Required || q.Error != "", "question %q is required but has no error message", q.Code)
	said := q.Error == "" || strings.HasPrefix(q.Error, "Enter ") || strings.HasPrefix(q.Error, "Select ")
	found.unless(said, "question %q has an error message that does not say what to do: %q", q.Code, q.Error)
	found.unique("choice of "+q.Code, codesOf(q.Choices, func(c Choice) string { return c.Code }))
	for _, c := range q.Choices {
		found.unless(c.Label != "", "question %q has a choice %q with no label", q.Code, c.Code)
	}
}

// check finds a condition on a question that is not asked earlier, is not closed, or does not offer the value.
func (c *Condition) check(where string, earlier []Question, found *problems) {
	if c == nil {
		return
	}
	asked, ok := find(earlier, func(q Question) bool { return q.Code == c.Question })
	found.unless(ok, "%s depends on question %q, which is not asked before it", where, c.Question)
	found.unless((len(c.Is) > 0) != (len(c.Not) > 0), "%s depends on question %q but names no answer, or both kinds", where, c.Question)
	for _, value := range slices.Concat(c.Is, c.Not) {
		_, offered := asked.Choice(value)
		found.unless(!ok || offered, "%s depends on answer %q, which question %q does not offer", where, value, c.Question)
	}
}

// checkReliedOn makes sure that the questions the service reads are asked, in the way it reads them.
func (v Version) checkReliedOn(found *problems) {
	for _, r := range reliedOnQuestions() {
		q, ok := v.Question(r.code)
		if !ok {
			found.add("question %q is missing", r.code)
			continue
		}
		found.unless(q.Kind == r.kind, "question %q is of kind %s, but the service reads it as %s", q.Code, q.Kind, r.kind)
		for _, code := range r.choices {
			_, offered := q.Choice(code)
			found.unless(offered, "question %q does not offer %q", q.Code, code)
		}
	}
}
