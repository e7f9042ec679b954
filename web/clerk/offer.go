package clerk

import (
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// offer is what may belong with one report of an agenda that is about to be added.
type offer struct {
	committee.Fitting
	n      int // its place among the items, from 0
	item   committee.Item
	agenda agenda
}

// isExpected is the answer that an assessment which is not signed off belongs with a report.
const isExpected = "expected"

// offers lists what may belong with each report on the agenda.
func (v agenda) offers() []offer {
	var out []offer
	for n, i := range v.items {
		if i.Kind == committee.ReportItem {
			out = append(out, offer{v.fits[n], n, i, v})
		}
	}
	return out
}

func (o offer) field(l committee.Offered) string {
	return committee.Placing{At: o.n}.Field(l.Reference)
}

func (o offer) labelField(l committee.Offered) string { return "label-" + o.field(l) }
func (o offer) reportField() string                   { return "report-" + strconv.Itoa(o.n+1) }

// how asks how members will find an assessment; one that is not signed off can only be expected.
func (o offer) how(l committee.Offered) components.Select {
	s := components.Select{Name: o.field(l), Label: l.Reference + ": " + l.Title, Hint: about(l), Size: components.Small,
		Value: o.agenda.request.Posted(o.field(l)), Error: o.agenda.Errors.For(o.field(l)),
		Items: []components.Item{{Text: "Not with this report"}}}
	if l.SignedNumber == "" {
		s.Items = append(s.Items, components.Item{Value: isExpected, Text: "It is expected. Link it once it is signed off"})
		return s
	}
	s.Items = append(s.Items, relations()...)
	return s
}

func (o offer) label(l committee.Offered) components.Input {
	return components.Input{Name: o.labelField(l), Label: "Appendix label of " + l.Reference + ", if it is appended", Width: 20,
		Value: o.agenda.request.Posted(o.labelField(l)), Error: o.agenda.Errors.For(o.labelField(l))}
}

// about says how an assessment stands and why it is offered.
func about(l committee.Offered) string {
	standing := l.State.Label() + ", not signed off."
	if l.SignedNumber != "" {
		standing = stands(l.Candidate)
	}
	return standing + " " + strings.Join(l.Why, ". ") + "."
}

// report asks whether the report was before another meeting, where one has a title like it.
func (o offer) report() components.Select {
	s := components.Select{Name: o.reportField(), Label: "Which report is item " + o.item.Number + "?", Size: components.Small, Value: o.agenda.request.Posted(o.reportField()),
		Items: []components.Item{{Text: "A new report"}}}
	for _, r := range o.Reports {
		s.Items = append(s.Items, components.Item{Value: r.Reference, Text: r.Reference + ": " + r.Title})
	}
	return s
}

// with is what the clerk said goes on the agenda with its reports. What was not offered is left out.
func (v agenda) with(r *page.Request) []committee.Placing {
	var out []committee.Placing
	for _, o := range v.offers() {
		p := committee.Placing{At: o.n}
		if slices.ContainsFunc(o.Reports, func(known committee.Report) bool { return known.Reference == r.Posted(o.reportField()) }) {
			p.Report = r.Posted(o.reportField())
		}
		for _, l := range o.Assessments {
			how := committee.Relation(r.Posted(o.field(l)))
			switch {
			case how == isExpected:
				p.Expect = append(p.Expect, l.Reference)
			case how.Valid():
				p.Links = append(p.Links, committee.LinkCommand{Reference: l.Reference, Relation: how, Covers: committee.CoversAll,
					Appendix: r.Posted(o.labelField(l))})
			}
		}
		out = append(out, p)
	}
	return out
}
