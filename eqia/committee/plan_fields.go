package committee

import (
	"strings"

	"dorset-eqia/eqia"
)

// planField is one thing that a plan says of an item, as text: what imports compare, and what a clerk's own words can stand in for.
type planField struct {
	name, label string
	long        bool // it may have several lines
	get         func(PlanItem) string
	set         func(*PlanItem, string)
}

// planFields lists what a plan says of an item, in the order of the pages.
var planFields = []planField{
	worded("plan", "Plan", false, func(p *PlanItem) *string { return &p.Plan }),
	worded("ref", "The plan’s reference", false, func(p *PlanItem) *string { return &p.Ref }),
	worded("title", "Title", false, func(p *PlanItem) *string { return &p.Title }),
	worded("summary", "Summary", true, func(p *PlanItem) *string { return &p.Summary }),
	{"key", "Key decision", false, func(p PlanItem) string { return yesNo(p.Key) }, func(p *PlanItem, s string) { p.Key = s == "yes" }},
	{"access", "Who can read it", false, func(p PlanItem) string { return string(p.Access) }, func(p *PlanItem, s string) { p.Access = Access(s) }},
	worded("paragraphs", "Exempt paragraphs", false, func(p *PlanItem) *string { return &p.Paragraphs }),
	worded("maker", "Who decides", false, func(p *PlanItem) *string { return &p.Maker }),
	{"on", "Date of the decision", false, func(p PlanItem) string { return string(p.On) }, func(p *PlanItem, s string) { p.On = eqia.Day(s) }},
	worded("period", "Period of the decision", false, func(p *PlanItem) *string { return &p.Period }),
	worded("consulted", "Committees consulted before", true, func(p *PlanItem) *string { return &p.Consulted }),
	worded("portfolio", "Cabinet members", false, func(p *PlanItem) *string { return &p.Portfolio }),
	worded("lead", "Lead officer", false, func(p *PlanItem) *string { return &p.Lead }),
	worded("lead_email", "Lead officer’s email address", false, func(p *PlanItem) *string { return &p.LeadEmail }),
	worded("director", "Lead director", false, func(p *PlanItem) *string { return &p.Director }),
	worded("wards", "Wards", false, func(p *PlanItem) *string { return &p.Wards }),
	worded("documents", "Documents", true, func(p *PlanItem) *string { return &p.Documents }),
	worded("assessments", "Assessments that the plan names", false, func(p *PlanItem) *string { return &p.Named }),
	worded("no_reason", "Why no assessment is needed", true, func(p *PlanItem) *string { return &p.NoReason }),
	worded("report", "Report that the plan names", false, func(p *PlanItem) *string { return &p.NamedReport }),
	worded("address", "Web address of the plan", false, func(p *PlanItem) *string { return &p.Address }),
	worded("aims", "Aims", true, func(p *PlanItem) *string { return &p.Aims }),
	worded("other", "Other information", true, func(p *PlanItem) *string { return &p.Other }),
}

// worded is a field that is a text of the item.
func worded(name, label string, long bool, at func(*PlanItem) *string) planField {
	return planField{name, label, long, func(p PlanItem) string { return *at(&p) }, func(p *PlanItem, s string) { *at(p) = s }}
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// said is everything that a plan says of the item, by the names of the fields.
func (p PlanItem) said() map[string]string {
	out := map[string]string{}
	for _, f := range planFields {
		out[f.name] = f.get(p)
	}
	return out
}

// with is the item with what is said of it instead; a field of which nothing is said stays.
func (p PlanItem) with(said map[string]string) PlanItem {
	for _, f := range planFields {
		if text, ok := said[f.name]; ok {
			f.set(&p, text)
		}
	}
	return p
}

// FieldChange is one thing that differs: what is here, and what the source says.
type FieldChange struct {
	Name  string
	Label string
	Was   string
	Is    string
	Held  bool // what is here was changed here, so it stays until a clerk takes over what the source says
}

// shown is what a field says, in the words of the pages.
func (f planField) shown(text string) string {
	switch f.name {
	case "access":
		return Access(text).Label()
	case "on":
		return eqia.Day(text).Words()
	case "consulted":
		return VisitWords(visits(text))
	default:
		return text
	}
}

// VisitWords is visits as they are written on pages, one to a line.
func VisitWords(list []Visit) string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = v.Words()
	}
	return strings.Join(out, "\n")
}
