package author

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// newGroup says that the form of the version before did not ask about a group by itself; "" when it did, or there was none before.
func newGroup(c eqia.Case, code string) string {
	isNew := slices.ContainsFunc(c.NewlyAsked().Characteristics, func(ch form.Characteristic) bool { return ch.Code == code })
	if !isNew {
		return ""
	}
	return "New since version " + c.FromNumber + ". That form did not ask about this group"
}

// newQuestions names the questions of a page that the form of the version before did not ask; "" when there are none.
func newQuestions(c eqia.Case, p form.Page) string {
	var names []string
	for _, q := range c.NewlyAsked().Questions {
		if slices.ContainsFunc(p.Questions, func(o form.Question) bool { return o.Code == q.Code }) {
			names = append(names, strings.ToLower(q.Short[:1])+q.Short[1:])
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "New since version " + c.FromNumber + ": " + strings.Join(names, ", ")
}
