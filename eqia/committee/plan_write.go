package committee

import (
	"cmp"
	"fmt"
	"io"
	"strings"
)

// planSheet lists the columns of an exported plan before and after those of the committees consulted.
var planSheet = []struct {
	name string
	of   func(Planned) string
}{
	{"plan_body", func(p Planned) string { return p.Plan }},
	{"edition_published", func(p Planned) string { return string(p.Edition) }},
	{"item_ref", func(p Planned) string { return p.Ref }},
	{"title", func(p Planned) string { return p.Title }},
	{"summary", func(p Planned) string { return p.Summary }},
	{"key_decision", func(p Planned) string { return yesNo(p.Key) }},
	{"access", func(p Planned) string {
		return map[Access]string{Open: "open", PartExempt: "part", FullyExempt: "full", Confidential: "confidential"}[p.Access]
	}},
	{"sch12a_paras", func(p Planned) string { return p.Paragraphs }},
	{"decision_maker", func(p Planned) string { return p.Maker }},
	{"decision_date", func(p Planned) string { return string(p.On) }},
	{"decision_period", func(p Planned) string { return p.Period }},
	{"", nil}, // here stand the committees consulted
	{"portfolio_holders", func(p Planned) string { return p.Portfolio }},
	{"lead_officer", func(p Planned) string { return p.Lead }},
	{"lead_officer_email", func(p Planned) string { return p.LeadEmail }},
	{"lead_director", func(p Planned) string { return p.Director }},
	{"wards", func(p Planned) string { return p.Wards }},
	{"documents", func(p Planned) string { return p.Documents }},
	{"eqia_refs", Planned.references},
	{"eqia_state", func(p Planned) string { return string(p.State()) }},
	{"no_eqia_reason", func(p Planned) string { return p.NoReason }},
	{"report_ref", Planned.reportReference},
	{"source_url", func(p Planned) string { return p.Address }},
	{"kind", func(p Planned) string { return string(p.Kind) }},
	{"aims", func(p Planned) string { return p.Aims }},
	{"other_information", func(p Planned) string { return p.Other }},
}

// PlanColumns lists the columns that a file can have besides those that it needs.
func PlanColumns() []string {
	var out []string
	for _, name := range sheetHeader(1) {
		if name != "eqia_state" && name != "plan_body" && name != "title" {
			out = append(out, name)
		}
	}
	return out
}

// references are the references of the item's assessments: those that are linked here or else those that the plan names.
func (p Planned) references() string {
	var out []string
	for _, c := range p.Assessments {
		out = append(out, c.Reference)
	}
	return cmp.Or(strings.Join(out, " | "), p.Named)
}

func (p Planned) reportReference() string {
	if len(p.Reports) > 0 {
		return p.Reports[0].Reference
	}
	return p.NamedReport
}

// WritePlan writes items as CSV with the columns that ReadPlan reads; with a byte order mark in front when it is asked for.
func WritePlan(out io.Writer, items []Planned, mark bool) error {
	most := 1
	for _, p := range items {
		most = max(most, min(len(p.Visits()), mostVisits))
	}
	rows := [][]string{sheetHeader(most)}
	for _, p := range items {
		rows = append(rows, sheetRow(p, most))
	}
	return writeSheet(out, rows, mark)
}

func sheetHeader(most int) []string {
	var out []string
	for _, c := range planSheet {
		if c.of != nil {
			out = append(out, c.name)
			continue
		}
		for n := 1; n <= most; n++ {
			out = append(out, fmt.Sprintf("consulted_committee_%d", n), fmt.Sprintf("date_%d", n))
		}
	}
	return out
}

func sheetRow(p Planned, most int) []string {
	var out []string
	for _, c := range planSheet {
		if c.of != nil {
			out = append(out, c.of(p))
			continue
		}
		visits := p.Visits()
		for n := range most {
			v := Visit{}
			if n < len(visits) {
				v = visits[n]
			}
			out = append(out, v.Body, string(v.On))
		}
	}
	return out
}
