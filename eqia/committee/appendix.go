package committee

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
)

// Appendix is what the cover of an assessment says of the report it is put with.
type Appendix struct {
	Label     string // as printed: "Appendix 3"; empty when it has none
	Report    string // the report's title and reference
	Committee string
	On        eqia.Day
	Covers    string           // what of the report it covers, in words
	Leaves    string           // the recommendations it does not cover; empty when there are none
	Earlier   []EarlierVersion // at meetings before this one, the last at the end
}

// Appendix says what the cover of a linked assessment has to say. The item must have a report.
func (i Item) Appendix(l Link) Appendix {
	r := i.Appearance.Report
	a := Appendix{Label: l.Appendix, Report: r.Title + " (" + r.Reference + ")", Committee: i.Meeting.Committee.Name, On: i.Meeting.Day()}
	a.Covers, a.Leaves = l.covered(i.Appearance.Version)
	for _, then := range i.hadBefore(l) {
		a.Earlier = append(a.Earlier, EarlierVersion{Number: then.link.Pinned.Number, Body: then.meeting.Committee.Name, On: then.meeting.Day()})
	}
	return a
}

// covered says which recommendations of a report a link covers, and which it does not.
func (l Link) covered(v ReportVersion) (covers, leaves string) {
	b := Brief{Recommendations: v.Recommendations}
	if l.Covers != CoversSome {
		return "All of the report", ""
	}
	var left []PointID
	for _, r := range v.Recommendations {
		if !slices.Contains(l.Recommendations, r.ID) {
			left = append(left, r.ID)
		}
	}
	said := slices.DeleteFunc([]string{stopped(opened(b.labels(l.Recommendations))), stopped(line(l.Note))}, func(s string) bool { return s == "" })
	return strings.Join(said, " "), opened(b.labels(left))
}

// opened is words that begin as a sentence does.
func opened(words string) string {
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:]
}
