package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/workflow"
)

// candidateRow is a family beside its current version and the one in force.
type candidateRow struct {
	ID          string
	Reference   string
	Restricted  bool
	Title       string
	State       string
	Major       int
	Minor       int
	Screening   bool
	SignedMajor int
	SignedMinor int
	SignedAt    int64
}

const candidateColumns = "s.id, s.reference, s.restricted, v.title, v.state, v.major, v.minor, v.screening, " +
	"COALESCE(n.major, 0) AS signed_major, COALESCE(n.minor, 0) AS signed_minor, COALESCE(n.signed_at, 0) AS signed_at"

func candidates(db *gorm.DB) *gorm.DB {
	return db.Table("assessments s").Select(candidateColumns).Joins("JOIN versions v ON v.id = s.current_version").
		Joins("LEFT JOIN versions n ON n.id = s.signed_version")
}

func (r candidateRow) candidate() committee.Candidate {
	c := committee.Candidate{AssessmentID: eqia.AssessmentID(r.ID), Reference: r.Reference, Title: titleOf(r.Title, r.Restricted),
		State: workflow.State(r.State), Number: number(r.Major, r.Minor), Screening: r.Screening, Restricted: r.Restricted}
	if r.SignedMajor > 0 {
		c.SignedNumber, c.SignedAt = number(r.SignedMajor, r.SignedMinor), instant(r.SignedAt)
	}
	return c
}

// Candidates lists assessments whose reference or title has the words. A restricted one is found by its whole reference alone.
func (c *Committees) Candidates(ctx context.Context, words string, limit int) ([]committee.Candidate, error) {
	db := c.s.read.WithContext(ctx)
	open := db.Where("s.restricted = ?", false)
	for _, like := range likes(words) {
		open = open.Where(`(LOWER(v.title) LIKE ? ESCAPE '\' OR LOWER(COALESCE(n.title, '')) LIKE ? ESCAPE '\' OR LOWER(s.reference) LIKE ? ESCAPE '\')`, like, like, like)
	}
	var rows []candidateRow
	err := candidates(db).Where(open.Or("s.reference = ?", strings.ToUpper(words))).Order("s.id DESC").Limit(limit).Find(&rows).Error
	out := make([]committee.Candidate, len(rows))
	for i, r := range rows {
		out[i] = r.candidate()
	}
	return out, err
}

// mostSought is how many words of a search for something to choose are looked at.
const mostSought = 6

// likes makes a pattern of each word of a search.
func likes(words string) []string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if len(out) < mostSought {
			out = append(out, "%"+likeEscape.Replace(w)+"%")
		}
	}
	return out
}

// Reports lists reports whose reference or title has the words, newest first.
func (c *Committees) Reports(ctx context.Context, words string, limit int) ([]committee.Report, error) {
	q := c.s.read.WithContext(ctx).Order("id DESC").Limit(limit)
	for _, like := range likes(words) {
		q = q.Where(`(LOWER(title) LIKE ? ESCAPE '\' OR LOWER(reference) LIKE ? ESCAPE '\')`, like, like)
	}
	var rows []reportRow
	err := q.Find(&rows).Error
	out := make([]committee.Report, len(rows))
	for i, r := range rows {
		out[i] = r.report()
	}
	return out, err
}

// Assessed is which of these reports have a signed assessment linked to them, at any meeting, in one query.
func (c *Committees) Assessed(ctx context.Context, references []string) (map[string]bool, error) {
	var found []string
	err := c.s.read.WithContext(ctx).Table("reports r").Where("r.reference IN ?", references).
		Where("EXISTS (SELECT 1 FROM report_versions rv JOIN appearances a ON a.report_version_id = rv.id "+
			"JOIN assessment_links l ON l.appearance_id = a.id AND l.ended_at = 0 WHERE rv.report_id = r.id)").Pluck("r.reference", &found).Error
	out := make(map[string]bool, len(found))
	for _, r := range found {
		out[r] = true
	}
	return out, err
}

// appearedRow is one place an assessment is linked to or expected at.
type appearedRow struct {
	Sat             satRow `gorm:"embedded"`
	ItemNumber      string
	ItemTitle       string
	Access          string
	ReportAccess    string
	ReportReference string
	ReportTitle     string
	Major           int
	Minor           int
	Relation        string
	Appendix        string
	LinkedAt        int64
	EndedAt         int64
}

const appearedColumns = satColumns + ", agenda_items.number_text AS item_number, agenda_items.title AS item_title, agenda_items.access, " +
	"reports.reference AS report_reference, reports.title AS report_title, reports.access AS report_access"

const linkedColumns = ", versions.major, versions.minor, l.relation, l.appendix, l.made_at AS linked_at, l.ended_at"

func appeared(db *gorm.DB, columns string) *gorm.DB {
	return sat(db).Select(appearedColumns + columns).Joins("JOIN agenda_items ON agenda_items.meeting_id = meetings.id").
		Joins("JOIN appearances ON appearances.agenda_item_id = agenda_items.id").
		Joins("JOIN report_versions ON report_versions.id = appearances.report_version_id").
		Joins("JOIN reports ON reports.id = report_versions.report_id")
}

func linked(db *gorm.DB) *gorm.DB {
	return appeared(db, linkedColumns).Joins("JOIN assessment_links l ON l.appearance_id = appearances.id").
		Joins("JOIN versions ON versions.id = l.version_id")
}

// Appearances is every place an assessment is linked to or expected at, newest meeting first; one query.
func (c *Committees) Appearances(ctx context.Context, assessment eqia.AssessmentID) ([]committee.Appeared, error) {
	db := c.s.read.WithContext(ctx)
	links := linked(db).Where("l.assessment_id = ?", string(assessment))
	waiting := appeared(db, ", 0 AS major, 0 AS minor, '' AS relation, '' AS appendix, 0 AS linked_at, 0 AS ended_at").
		Joins("JOIN expected_assessments e ON e.appearance_id = appearances.id").
		Where("e.assessment_id = ? AND NOT EXISTS (SELECT 1 FROM assessment_links l WHERE l.appearance_id = appearances.id "+
			"AND l.assessment_id = e.assessment_id AND l.ended_at = 0)", string(assessment))
	var rows []appearedRow
	err := db.Raw("SELECT * FROM (?) AS waiting UNION ALL SELECT * FROM (?) AS linked ORDER BY linked_at DESC", waiting, links).Find(&rows).Error
	out := make([]committee.Appeared, len(rows))
	for i, r := range rows {
		out[i] = r.appeared()
	}
	slices.SortStableFunc(out, func(a, b committee.Appeared) int { return b.Meeting.StartsAt.Compare(a.Meeting.StartsAt) })
	return out, err
}

func (r appearedRow) appeared() committee.Appeared {
	a := committee.Appeared{Meeting: r.Sat.meeting(), ItemNumber: r.ItemNumber, ItemTitle: r.ItemTitle, Access: committee.Access(r.Access),
		Reference: r.ReportReference, Title: r.ReportTitle, Relation: committee.Relation(r.Relation), Appendix: r.Appendix,
		LinkedAt: instant(r.LinkedAt), EndedAt: instant(r.EndedAt)}
	if r.Major > 0 {
		a.Number = number(r.Major, r.Minor)
	}
	return a
}

// shownAccess is what the public is told of at all: an item that is closed is not named beside what is before it.
var shownAccess = []string{string(committee.Open), string(committee.PartExempt)}

// toldStatus is how a meeting stands that the public is told of beside what was before it.
var toldStatus = []string{string(committee.Confirmed), string(committee.Held)}

// PublicAppearances is every meeting a published version is linked to that the public may know of, newest first.
func (c *Committees) PublicAppearances(ctx context.Context, reference string, today eqia.Day) ([]committee.PublicAppeared, error) {
	var rows []appearedRow
	err := linked(c.s.read.WithContext(ctx)).
		Joins("JOIN published ON published.version_id = l.version_id").
		Where("published.reference = ? AND l.ended_at = 0 AND meetings.status IN ? AND agenda_items.access IN ? AND reports.access IN ? AND NOT agenda_items.silent",
			reference, toldStatus, shownAccess, shownAccess).
		Order("meetings.starts_at DESC, agenda_items.position").Find(&rows).Error
	out := make([]committee.PublicAppeared, len(rows))
	for i, r := range rows {
		out[i] = r.public(today)
	}
	return out, err
}

// public leaves out what is not open, and what no agenda has told the public yet.
func (r appearedRow) public(today eqia.Day) committee.PublicAppeared {
	m := r.Sat.meeting()
	p := committee.PublicAppeared{Committee: m.Committee.Name, StartsAt: m.StartsAt, Venue: m.Venue, Number: number(r.Major, r.Minor),
		Held: m.Status == committee.Held}
	told := m.AgendaOn != "" && m.AgendaOn <= today || m.Status == committee.Held
	if told && committee.Access(r.Access) == committee.Open && committee.Access(r.ReportAccess) == committee.Open {
		p.Item = strings.TrimSpace(r.ItemNumber + " " + r.ItemTitle)
	}
	return p
}

// Linked reports whether a link of the assessment holds at an item that is not closed, of a meeting that is confirmed or was held.
func (c *Committees) Linked(ctx context.Context, assessment eqia.AssessmentID) (bool, error) {
	var n int64
	err := c.s.read.WithContext(ctx).Table("assessment_links l").Joins("JOIN appearances a ON a.id = l.appearance_id").
		Joins("JOIN agenda_items i ON i.id = a.agenda_item_id").Joins("JOIN meetings m ON m.id = i.meeting_id").
		Joins("JOIN report_versions rv ON rv.id = a.report_version_id").Joins("JOIN reports r ON r.id = rv.report_id").
		Where("l.assessment_id = ? AND l.ended_at = 0", string(assessment)).
		Where("m.status IN ? AND i.access IN ? AND r.access IN ?", toldStatus, shownAccess, shownAccess).
		Count(&n).Error
	return n > 0, err
}

// AgreedSince reports whether the monitoring officer has agreed a reason of that code at the committee since then.
func (c *Committees) AgreedSince(ctx context.Context, at committee.ID, code committee.Code, since time.Time) (bool, error) {
	var n int64
	err := c.s.read.WithContext(ctx).Table("no_assessment_reasons r").Joins("JOIN appearances a ON a.id = r.appearance_id").
		Joins("JOIN agenda_items i ON i.id = a.agenda_item_id").Joins("JOIN meetings m ON m.id = i.meeting_id").
		Where("m.committee_id = ? AND r.code = ? AND r.agreed_role = ? AND r.agreed_at >= ? AND r.ended_at = 0", string(at), string(code),
			string(workflow.MonitoringOfficer), micros(since)).Count(&n).Error
	return n > 0, err
}
