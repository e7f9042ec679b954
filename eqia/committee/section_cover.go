package committee

import (
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
)

// reason says why there is no assessment with the report, or with some of it.
func (b Brief) reason(r Reasoned) string {
	said := stopped(line(r.Public))
	if some := b.labels(r.Recommendations); some != "" {
		said = "For " + some + ": " + said
	}
	due := r.DueOn.Words()
	switch {
	case r.Code == Screened && r.RelyOn != nil && !b.Closed:
		return fmt.Sprintf("A screening (%s, version %s) was signed off%s. It found that no full assessment is needed. %s", r.RelyOn.Reference,
			r.RelyOn.Number, r.RelyOn.signature(), said)
	case r.Code == CoveredBy && r.RelyOn != nil && !b.Closed:
		return fmt.Sprintf("Another Equality Impact Assessment (%s, version %s, signed off%s) covers this report. %s", r.RelyOn.Reference,
			r.RelyOn.Number, r.RelyOn.signature(), said)
	case r.Code == Screened:
		return "A screening found that no full assessment is needed. " + said
	case r.Code == CoveredBy:
		return "Another Equality Impact Assessment covers this report. " + said
	case r.Code == Partner:
		return "The council relies on an assessment that a partner made. " + said
	case r.Code == LaterStage:
		return "This report does not ask for a final decision. An assessment will be before members on " + due + ". " + said
	case r.Code == ToNote:
		return "Members are only asked to note this report, so it has no assessment. " + said
	case r.Code == QuasiJudicial:
		return "This item decides one case on its own facts, so it has no assessment of its own. " + said
	case r.Code == UrgentItem:
		return "This item is urgent, and has no assessment yet. " + said + " An assessment will follow by " + due + "."
	default:
		return "There is no assessment with this report. " + said
	}
}

// coverage says which recommendations each assessment covers, and which of them nothing covers.
func (b Brief) coverage() []Paragraph {
	var said []string
	for _, w := range b.With {
		if b.private(w) {
			continue
		}
		ids, whole := b.covered(w)
		switch some := b.labels(ids); {
		case whole:
			said = append(said, b.name(w, "It")+" covers all of this report.")
		case some != "":
			said = append(said, b.name(w, "It")+" covers "+some+".")
		}
		if note := line(w.Link.Note); note != "" {
			said = append(said, stopped(note))
		}
	}
	if left := b.uncovered(); left != "" && len(b.With)+len(b.Reasons) > 0 {
		said = append(said, "No assessment or reason covers "+left+".")
	}
	if len(said) == 0 {
		return nil
	}
	return []Paragraph{{Text: strings.Join(said, " ")}}
}

// covered is what an assessment covers of the report; whole for one that nobody has linked yet, so that nobody has said what it covers.
func (b Brief) covered(w Accounted) (ids []PointID, whole bool) {
	if w.Link.Covers == "" {
		return nil, true
	}
	return ReportVersion{Recommendations: b.Recommendations}.Covers(w.Link)
}

// uncovered names the recommendations that nothing covers; "" when there are none.
func (b Brief) uncovered() string {
	var left []PointID
	for _, r := range b.Recommendations {
		linked := slices.ContainsFunc(b.With, func(w Accounted) bool {
			ids, whole := b.covered(w)
			return whole || slices.Contains(ids, r.ID)
		})
		reasoned := slices.ContainsFunc(b.Reasons, func(n Reasoned) bool {
			return len(n.Recommendations) == 0 || slices.Contains(n.Recommendations, r.ID)
		})
		if !linked && !reasoned {
			left = append(left, r.ID)
		}
	}
	return b.labels(left)
}

// labels names recommendations by their labels: "recommendations 1 and 3(a)"; "" for none.
func (b Brief) labels(ids []PointID) string {
	var out []string
	for _, r := range b.Recommendations {
		if slices.Contains(ids, r.ID) {
			out = append(out, r.Label)
		}
	}
	switch len(out) {
	case 0:
		return ""
	case 1:
		return "recommendation " + out[0]
	default:
		return "recommendations " + eqia.Listed(out)
	}
}
