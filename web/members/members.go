// Package members holds what councillors read before they decide: for each item the same page, with what could go wrong first.
package members

import (
	"cmp"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// Pages are the councillors' pages.
type Pages struct{}

// briefing is one item on its page.
type briefing struct {
	committee.Briefing
	questions []committee.Question
}

// Briefing shows what members need to know of one item before they decide.
func (Pages) Briefing(r *page.Request) error {
	id, err := eqia.ParseID[committee.ItemID](r.Param("item"))
	if err != nil {
		return err
	}
	b, err := r.Kit.Committee.Briefing(r.Ctx(), r.Person, id)
	if err != nil {
		return err
	}
	if string(b.Meeting.ID) != r.Param("meeting") {
		return eqia.ErrNotFound
	}
	v := briefing{b, b.Questions(func(c eqia.Case) []eqia.Finding { return r.Kit.Eqia.Judge(c, eqia.AtSubmit) })}
	f := r.Frame(v.name(), v.meeting())
	f.Back = &components.BackLink{Href: "/meetings/" + string(b.Meeting.ID), Text: "Back to the meeting"}
	return r.Show(f, briefingPage(v))
}

func (v briefing) name() string { return strings.TrimSpace(v.Number + " " + v.Title) }

func (v briefing) meeting() string {
	return v.Meeting.Committee.Name + ", " + v.Meeting.Day().Words()
}

// given is the reasons for having no assessment that hold.
func (v briefing) given() []committee.Reason {
	var out []committee.Reason
	for _, n := range v.Appearance.Given() {
		if n.Agreed() {
			out = append(out, n)
		}
	}
	return out
}

// heading is an assessment as its part of the page is called.
func heading(w committee.Accounted) string {
	return "Assessment " + w.Reference + ", version " + w.Number
}

func facts(w committee.Accounted) []components.Row {
	rows := []components.Row{{Key: "How it is with the report", Text: strings.Join(filled(w.Link.Relation.Label(), w.Link.Appendix), ", ")},
		{Key: "Signed off", Text: strings.Join(filled(w.Signed.Words(), w.Signer), ", ")}}
	if w.Before != nil {
		rows = append(rows, components.Row{Key: "Seen before", Text: seen(*w.Before, w.Number)})
	}
	return rows
}

// seen says which version an earlier meeting had, and what has changed.
func seen(b committee.EarlierVersion, now string) string {
	said := b.Body + " had version " + b.Number + " before it on " + b.On.Words()
	if b.Number == now {
		return said + ", which is the same"
	}
	if len(b.Changes) == 0 {
		return said
	}
	return said + ". Since then these have changed: " + eqia.Listed(b.Changes)
}

func filled(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

// told is a group with its effects, as a heading.
func told(t committee.Told) string {
	name := t.Label
	if t.About != "" {
		name += ", " + t.About
	}
	return name + ": " + t.Words()
}

// promised is an action with who does it and when.
func promised(p committee.Promise) string {
	return strings.Join(filled(p.What, p.Who, p.When), ". ")
}

// asked lists who was asked, a row each with what they said and what changed.
func asked(w committee.Accounted) []components.Row {
	var rows []components.Row
	for _, e := range w.Case.Content.Engagement {
		rows = append(rows, components.Row{Key: e.Who, Text: strings.Join(filled(e.How, "They said: "+cmp.Or(e.Said, "not recorded"),
			"What changed: "+cmp.Or(e.Changed, "not recorded")), "\n")})
	}
	return rows
}

// unasked is why nobody was asked.
func unasked(w committee.Accounted) string {
	return cmp.Or(w.Case.Content.Answers[form.QuestionNoEngagement].Text, "No reason is recorded.")
}

// unknown lists what is not known: each unclear effect.
func unknown(w committee.Accounted) []committee.Told {
	var out []committee.Told
	for _, t := range w.Adverse {
		if t.Effects.Has(eqia.Unclear) {
			out = append(out, t)
		}
	}
	return out
}

func labels(groups []committee.Group) string {
	var out []string
	for _, g := range groups {
		out = append(out, g.Label)
	}
	return strings.Join(out, ", ")
}
