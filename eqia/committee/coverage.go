package committee

import (
	"slices"
	"time"
)

// point is a recommendation or an option, for asking what covers it.
type point struct {
	id     PointID
	called string // in a sentence: "recommendation 3(a)"
	text   string
	since  time.Time
	option bool
}

// points is every recommendation and every option that was not rejected, in their order.
func (v ReportVersion) points() []point {
	var out []point
	for _, r := range v.Recommendations {
		out = append(out, point{r.ID, "recommendation " + r.Label, r.Text, r.Since, false})
	}
	for _, o := range v.Options {
		if o.Status != RejectedOption {
			out = append(out, point{o.ID, "option " + o.Label, o.Text, o.Since, true})
		}
	}
	return out
}

// knew reports whether a link to the whole report was made when the point had its words already.
func (l Link) knew(p point) bool { return l.Covers == CoversAll && !p.since.After(l.At) }

func (l Link) covers(p point) bool {
	return l.knew(p) || slices.Contains(l.Recommendations, p.id) || slices.Contains(l.Options, p.id)
}

func (r Reason) covers(p point) bool {
	return len(r.Recommendations) == 0 || slices.Contains(r.Recommendations, p.id)
}

// Covers lists what a link covers of a version of a report, by identifier. Whole is true when it was linked to all of the report and nothing was
// written or changed in the report since.
func (v ReportVersion) Covers(l Link) (ids []PointID, whole bool) {
	whole = l.Covers == CoversAll
	for _, p := range v.points() {
		if l.covers(p) {
			ids = append(ids, p.id)
		} else {
			whole = false
		}
	}
	return ids, whole
}

// Newer names what was written or changed in a version of a report after a link to the whole of it was made, so that the link does not cover it.
func (v ReportVersion) Newer(l Link) []string {
	var out []string
	for _, p := range v.points() {
		if l.Covers == CoversAll && !l.covers(p) {
			out = append(out, p.called)
		}
	}
	return out
}

// Covered counts the recommendations and live options that a link or an agreed reason covers, and all there are. Where none are typed, all is 0
// and covered is 1 as soon as something covers the whole report.
func (a Appearance) Covered() (covered, all int) {
	agreed := slices.DeleteFunc(a.Given(), func(r Reason) bool { return !r.Agreed() })
	points := a.Version.points()
	if len(points) == 0 && (slices.ContainsFunc(a.Live(), func(l Link) bool { return l.Covers == CoversAll }) ||
		slices.ContainsFunc(agreed, func(r Reason) bool { return len(r.Recommendations) == 0 })) {
		return 1, 0
	}
	for _, p := range points {
		if slices.ContainsFunc(a.Live(), func(l Link) bool { return l.covers(p) }) || slices.ContainsFunc(agreed, func(r Reason) bool { return r.covers(p) }) {
			covered++
		}
	}
	return covered, len(points)
}

// inherit makes the points of a version those of the report's earlier versions, the newest first, where their words are the same.
func (v *ReportVersion) inherit(earlier []ReportVersion) {
	taken := map[PointID]bool{}
	same := func(text string, option bool) (point, bool) {
		for _, e := range slices.Backward(earlier) {
			for _, p := range e.points() {
				if p.option == option && !taken[p.id] && plainly(p.text) == plainly(text) {
					taken[p.id] = true
					return p, true
				}
			}
		}
		return point{}, false
	}
	for n, r := range v.Recommendations {
		if p, found := same(r.Text, false); found {
			v.Recommendations[n].ID, v.Recommendations[n].Since = p.id, p.since
		}
	}
	for n, o := range v.Options {
		if p, found := same(o.Text, true); found {
			v.Options[n].ID, v.Options[n].Since = p.id, p.since
		}
	}
}
