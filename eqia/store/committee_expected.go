package store

import (
	"cmp"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/workflow"
)

// awaited is an assessment that is expected at an appearance, as the list of those has it.
type awaited struct {
	ID                       string
	Reference, Title, State  string
	Restricted               int
	Major, Minor             int
	SignedMajor, SignedMinor int
	Since                    int64
}

// expectedList is the assessments expected at an appearance as JSON, beside the table a (appearances).
func (s *Store) expectedList() string {
	list, one := s.jsonNames()
	since := "CASE WHEN n.id IS NOT NULL THEN n.signed_at WHEN v.state IN ('submitted', 'in_review') THEN v.submitted_at ELSE e.made_at END"
	return "(SELECT COALESCE(" + list + "(" + one + "('ID', s.id, 'Reference', s.reference, 'Title', v.title, 'State', v.state, " +
		"'Restricted', CASE WHEN s.restricted THEN 1 ELSE 0 END, 'Major', v.major, 'Minor', v.minor, 'SignedMajor', COALESCE(n.major, 0), " +
		"'SignedMinor', COALESCE(n.minor, 0), 'Since', " + since + ")), '[]') FROM expected_assessments e JOIN assessments s ON s.id = e.assessment_id " +
		"JOIN versions v ON v.id = s.current_version LEFT JOIN versions n ON n.id = s.signed_version WHERE e.appearance_id = a.id)"
}

// expectedAt reads such a list, in the order of the references.
func expectedAt(at committee.AppearanceID, list string) ([]committee.Expected, error) {
	rows, err := rowsOf[awaited](list)
	slices.SortFunc(rows, func(x, y awaited) int { return cmp.Compare(x.Reference, y.Reference) })
	var out []committee.Expected
	for _, r := range rows {
		e := committee.Expected{AppearanceID: at, AssessmentID: eqia.AssessmentID(r.ID), Reference: r.Reference, State: workflow.State(r.State),
			Title: titleOf(r.Title, r.Restricted == 1), Number: number(r.Major, r.Minor), Restricted: r.Restricted == 1, Since: instant(r.Since)}
		if r.SignedMajor > 0 {
			e.SignedNumber = number(r.SignedMajor, r.SignedMinor)
		}
		out = append(out, e)
	}
	return out, err
}
