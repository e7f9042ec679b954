package public

import (
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// datum is a published version with its effects and its whole address.
type datum struct {
	eqia.Publication
	effects []eqia.Effected
	at      string
}

// column is one column of the open data: its name in both formats, what it holds, and what it can be.
type column struct {
	Name, Says, Values string
	of                 func(datum) any // a text, a bool or a list of texts
}

const (
	aDay   = "A day, as in 2026-03-01. Empty when there is none"
	ofForm = "form" // the values are those that a question of the form offers
	aList  = "A list of codes of groups. In the table they have semicolons between them"
)

// columns is the data dictionary.
var columns = []column{
	{"reference", "The assessment", "As in EQIA-2026-0001", func(d datum) any { return d.Reference }},
	{"version", "The version of the assessment", "As in 1.0", func(d datum) any { return d.Number() }},
	{"standing", "How this version stands", "current: in force; superseded: a later version replaced it; withdrawn", func(d datum) any { return d.Standing }},
	{"title", "What the proposal is called", "Text", func(d datum) any { return d.Title }},
	{"summary", "What the assessment found, or why none was needed. Empty for a version that was withdrawn", "Text", func(d datum) any { return d.Summary }},
	{form.QuestionKind, "What kind of proposal it is", ofForm, func(d datum) any { return d.Kind }},
	{"directorate", "The part of the council that is responsible", ofForm, func(d datum) any { return d.Directorate }},
	{"service", "The service that is responsible", "Text", func(d datum) any { return d.Service }},
	{"not_needed", "It says why no assessment was needed", "true or false; in the table, yes or no", func(d datum) any { return d.Screening }},
	{"older_form", "It was made on an older form, which did not ask everything", "true or false; in the table, yes or no", func(d datum) any { return d.Legacy }},
	{"decision_on", "When a decision was expected", aDay, func(d datum) any { return string(d.DecisionOn) }},
	{"signed_on", "When it was signed off", aDay, func(d datum) any { return string(d.SignedOn) }},
	{"signed_by", "The role of whoever signed it off", "Text", func(d datum) any { return d.SignerRole }},
	{"published_on", "When it was published", aDay, func(d datum) any { return string(eqia.DayOf(d.PublishedAt)) }},
	{"review_due", "When it is to be reviewed", aDay, func(d datum) any { return string(d.ReviewDue) }},
	{"withdrawn_on", "When it was withdrawn", aDay, func(d datum) any { return string(d.WithdrawnOn) }},
	{"groups_negative", "Groups with a negative effect", aList, with(eqia.Negative)},
	{"groups_unclear", "Groups with an effect that is not known", aList, with(eqia.Unclear)},
	{"groups_positive", "Groups with a positive effect", aList, with(eqia.Positive)},
	{"groups_neutral", "Groups with no effect", aList, with(eqia.Neutral)},
	{"check_code", "The code that is printed on each page", "Nine letters and numbers", func(d datum) any { return d.CheckCode }},
	{"digest", "The fingerprint of what was signed", "SHA-256, 64 characters", func(d datum) any { return d.Digest }},
	{"address", "Where this version is read", "A web address, which stays the same", func(d datum) any { return d.at }},
}

// with lists the groups that have an effect.
func with(effect eqia.Effect) func(datum) any {
	return func(d datum) any {
		groups := []string{}
		for _, e := range d.effects {
			if e.Effect == effect {
				groups = append(groups, e.Characteristic)
			}
		}
		return groups
	}
}

func names() []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.Name
	}
	return out
}

// valuesIn says what a column can be; codes of the form are given with their labels.
func valuesIn(fv form.Version) func(column) string {
	return func(c column) string {
		if c.Values != ofForm {
			return c.Values
		}
		q, _ := fv.Question(c.Name)
		var codes []string
		for _, choice := range q.Choices {
			codes = append(codes, choice.Code+": "+choice.Label)
		}
		return strings.Join(codes, "; ")
	}
}

// groupsIn lists the codes of the groups in force on a day with their names.
func groupsIn(fv form.Version, day string) []string {
	var out []string
	for _, c := range fv.CharacteristicsInForce(day) {
		out = append(out, c.Code+": "+c.Label)
	}
	return out
}
