package form

import (
	"iter"
	"slices"
)

// PagesInOrder lists every page of the form as the sections hold them, the pages off the short path included.
func (v Version) PagesInOrder() []Page {
	var pages []Page
	for _, s := range v.Sections {
		pages = append(pages, s.Pages...)
	}
	return pages
}

// Questions yields every question of the form in order, each with the page it is on.
func (v Version) Questions() iter.Seq2[Page, Question] {
	return func(yield func(Page, Question) bool) {
		for _, s := range v.Sections {
			for _, p := range s.Pages {
				for _, q := range p.Questions {
					if !yield(p, q) {
						return
					}
				}
			}
		}
	}
}

// Question finds a question by its code; false when the form does not ask it.
func (v Version) Question(code string) (Question, bool) {
	for _, q := range v.Questions() {
		if q.Code == code {
			return q, true
		}
	}
	return Question{}, false
}

// Page finds a page by its code; false when the form has none such.
func (v Version) Page(code string) (Page, bool) {
	for _, s := range v.Sections {
		if p, ok := find(s.Pages, func(p Page) bool { return p.Code == code }); ok {
			return p, true
		}
	}
	return Page{}, false
}

// Characteristic finds a characteristic by its code, in force or not; false when the form has none such.
func (v Version) Characteristic(code string) (Characteristic, bool) {
	return find(v.Characteristics, func(c Characteristic) bool { return c.Code == code })
}

// Aim finds an aim by its code; false when the form has none such.
func (v Version) Aim(code string) (Aim, bool) {
	return find(v.Aims, func(a Aim) bool { return a.Code == code })
}

// CharacteristicsInForce lists the characteristics asked about on a day (YYYY-MM-DD), in the order of the form.
func (v Version) CharacteristicsInForce(day string) []Characteristic {
	past := slices.ContainsFunc(v.Characteristics, func(c Characteristic) bool { return !c.InForce(day) })
	if !past {
		return slices.Clip(v.Characteristics)
	}
	return slices.DeleteFunc(slices.Clone(v.Characteristics), func(c Characteristic) bool { return !c.InForce(day) })
}

// AudiencesFor lists the audiences to ask about, from the answer to who is affected; none when that is unanswered.
func (v Version) AudiencesFor(affected string) []Choice {
	wanted := map[string][]string{
		AffectedInternal: {AudienceEmployees},
		AffectedExternal: {AudienceResidents},
		AffectedBoth:     {AudienceResidents, AudienceEmployees},
	}[affected]
	var asked []Choice
	for _, a := range v.Audiences {
		if slices.Contains(wanted, a.Code) {
			asked = append(asked, a)
		}
	}
	return asked
}

// Pointed lists the codes of the characteristics that the ticked triggers point to, once each, in the order of the form.
func (v Version) Pointed(triggers []string) []string {
	var pointed []string
	for _, c := range v.Characteristics {
		if slices.ContainsFunc(v.Triggers, func(t Trigger) bool {
			return slices.Contains(triggers, t.Code) && slices.Contains(t.Points, c.Code)
		}) {
			pointed = append(pointed, c.Code)
		}
	}
	return pointed
}

// Choice finds one of the question's choices by its code; false when it is not offered.
func (q Question) Choice(code string) (Choice, bool) {
	return find(q.Choices, func(c Choice) bool { return c.Code == code })
}

// Met reports whether the condition holds, given the values answered to each question; no condition at all always holds.
func (c *Condition) Met(answered func(question string) []string) bool {
	if c == nil {
		return true
	}
	among := func(list []string) bool {
		return slices.ContainsFunc(answered(c.Question), func(value string) bool { return slices.Contains(list, value) })
	}
	if len(c.Not) > 0 {
		return !among(c.Not)
	}
	return among(c.Is)
}

// find is the first item that a test accepts; false when it accepts none.
func find[T any](items []T, accept func(T) bool) (T, bool) {
	if i := slices.IndexFunc(items, accept); i >= 0 {
		return items[i], true
	}
	var none T
	return none, false
}
