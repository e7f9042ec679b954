package store

import (
	"cmp"
	"errors"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/workflow"
)

// listsRow is the short lists that belong to an appearance, as JSON.
type listsRow struct {
	PointList      string
	TextList       string
	ClearanceList  string
	OverrideList   string
	ChallengeList  string
	CommitmentList string
}

// appearanceLists are the sub-selects of listsRow, beside the tables a (appearances) and rv (report_versions).
func (s *Store) appearanceLists() string {
	return s.listOf(reportPointRow{}, "x.report_version_id = rv.id") + " AS point_list, " +
		s.listOf(reportTextRow{}, "x.report_version_id = rv.id") + " AS text_list, " +
		s.listOf(clearanceRow{}, "x.report_version_id = rv.id", nameOfMaker) + " AS clearance_list, " +
		s.listOf(overrideRow{}, "x.appearance_id = a.id", nameOfMaker) + " AS override_list, " +
		s.listOf(challengeRow{}, "x.appearance_id = a.id") + " AS challenge_list, " +
		s.listOf(commitmentRow{}, "x.appearance_id = a.id") + " AS commitment_list"
}

// nameOfMaker gives a row of a list the name of whoever made it.
const nameOfMaker = "'ByName', (SELECT p.name FROM people p WHERE p.id = x.made_by)"

// namedClearance is a clearance with the name of whoever recorded it.
type namedClearance struct {
	clearanceRow
	ByName string
}

// namedOverride is an override with the name of whoever recorded it.
type namedOverride struct {
	overrideRow
	ByName string
}

// into reads the lists back into an appearance, in the order in which they were made.
func (r listsRow) into(a *committee.Appearance) error {
	points, err1 := rowsOf[reportPointRow](r.PointList)
	cleared, err2 := rowsOf[namedClearance](r.ClearanceList)
	passed, err3 := rowsOf[namedOverride](r.OverrideList)
	asked, err4 := rowsOf[challengeRow](r.ChallengeList)
	promised, err5 := rowsOf[commitmentRow](r.CommitmentList)
	texts, err6 := rowsOf[reportTextRow](r.TextList)
	intoVersion(points, &a.Version)
	intoText(texts, &a.Version)
	a.Clearances = made(cleared, namedClearance.clearance, func(x namedClearance) (int64, string) { return x.MadeAt, x.ID })
	a.Overrides = made(passed, namedOverride.override, func(x namedOverride) (int64, string) { return x.MadeAt, x.ID })
	a.Challenges = made(asked, challengeRow.challenge, func(x challengeRow) (int64, string) { return x.MadeAt, x.ID })
	a.Commitments = made(promised, commitmentRow.commitment, func(x commitmentRow) (int64, string) { return x.MadeAt, x.ID })
	return errors.Join(err1, err2, err3, err4, err5, err6)
}

// made is rows as what they stand for, in the order in which they were made.
func made[R, T any](rows []R, as func(R) T, order func(R) (at int64, id string)) []T {
	slices.SortFunc(rows, func(x, y R) int {
		xAt, xID := order(x)
		yAt, yID := order(y)
		return cmp.Or(cmp.Compare(xAt, yAt), cmp.Compare(xID, yID))
	})
	var out []T
	for _, r := range rows {
		out = append(out, as(r))
	}
	return out
}

// intoVersion gives a version of a report its recommendations and options, in their order.
func intoVersion(points []reportPointRow, v *committee.ReportVersion) {
	slices.SortFunc(points, func(x, y reportPointRow) int { return cmp.Compare(x.Position, y.Position) })
	for _, p := range points {
		if p.Kind == recommendationPoint {
			v.Recommendations = append(v.Recommendations, committee.Recommendation{ID: p.point(), Label: p.Label, Text: p.Body,
				Origin: committee.Origin(p.Origin), Since: instant(p.Since)})
		} else {
			v.Options = append(v.Options, committee.Option{ID: p.point(), Label: p.Label, Text: p.Body,
				Status: committee.OptionStatus(p.Status), Since: instant(p.Since)})
		}
	}
}

// point is the point that a row stands for, which is the same in every version that has its words.
func (r reportPointRow) point() committee.PointID { return committee.PointID(cmp.Or(r.PointID, r.ID)) }

func (r namedClearance) clearance() committee.Clearance {
	return committee.Clearance{ID: r.ID, Version: committee.ReportVersionID(r.ReportVersionID), Role: committee.ClearanceRole(r.Role),
		State: committee.ClearanceState(r.State), Comment: r.Comment, At: instant(r.MadeAt), By: eqia.PersonID(r.MadeBy), ByName: r.ByName}
}

func (r namedOverride) override() committee.Override {
	return committee.Override{ID: committee.OverrideID(r.ID), AppearanceID: committee.AppearanceID(r.AppearanceID), Rule: r.Rule, Mark: r.Mark,
		Public: r.PublicText, Private: r.PrivateNote, AgreedHow: r.AgreedHow, Role: workflow.Actor(r.Role), At: instant(r.MadeAt),
		By: eqia.PersonID(r.MadeBy), ByName: r.ByName, ConfirmBy: eqia.Day(r.ConfirmBy), ConfirmedAt: instant(r.ConfirmedAt),
		ConfirmedBy: eqia.PersonID(r.ConfirmedBy), EndedAt: instant(r.EndedAt), EndedBy: eqia.PersonID(r.EndedBy), Counter: r.Counter}
}

func (r challengeRow) challenge() committee.Challenge {
	return committee.Challenge{ID: committee.ChallengeID(r.ID), AppearanceID: committee.AppearanceID(r.AppearanceID), Councillor: r.Councillor,
		Channel: committee.Channel(r.Channel), Text: r.Body, AskedOn: eqia.Day(r.AskedOn), Answer: r.Answer, LedTo: committee.LedTo(r.LedTo),
		At: instant(r.MadeAt), By: eqia.PersonID(r.MadeBy), Counter: r.Counter}
}

func (r commitmentRow) commitment() committee.Commitment {
	return committee.Commitment{ID: committee.CommitmentID(r.ID), AppearanceID: committee.AppearanceID(r.AppearanceID), Text: r.Body, Owner: r.Owner,
		DueOn: eqia.Day(r.DueOn), At: instant(r.MadeAt), By: eqia.PersonID(r.MadeBy), ClosedAt: instant(r.ClosedAt),
		ClosedBy: eqia.PersonID(r.ClosedBy), Closing: r.Closing, Counter: r.Counter}
}
