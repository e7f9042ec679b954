package store

import (
	"context"
	"fmt"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// report makes a new report with the next reference of the year, or changes one.
func (b *batch) report(c *committee.Change) error {
	r := c.Report
	if r == nil {
		return nil
	}
	if r.Counter > 0 {
		return b.edit(&reportRow{}, string(r.ID), r.Counter, map[string]any{"title": r.Title, "author": string(r.Author),
			"lead_officer": r.LeadOfficer, "directorate": r.Directorate, "purpose": r.Purpose, "access": string(r.Access),
			"aliases": lineList(r.Aliases), "director": r.Director, "cabinet_members": lineList(r.CabinetMembers), "wards": lineList(r.Wards),
			"key_decision": string(r.Key), "key_limb": string(r.KeyLimb), "value_pence": r.ValuePence, "policy_framework": r.PolicyFramework,
			"paragraphs": lineList(r.Paragraphs)})
	}
	year := int64(c.Acts[0].At.In(eqia.London()).Year())
	next := reportReferenceRow{Year: year, Last: 1}
	err := b.tx.Clauses(clause.OnConflict{
		Columns: []clause.Column{{Name: "year"}}, DoUpdates: clause.Assignments(map[string]any{"last": gorm.Expr("report_references_used.last + 1")}),
	}, clause.Returning{}).Create(&next).Error
	if err != nil {
		return fmt.Errorf("take the next report reference: %w", err)
	}
	r.Reference = fmt.Sprintf("R-%04d-%04d", year, next.Last)
	return b.added(&reportRow{ID: string(r.ID), Reference: r.Reference, Title: r.Title, Author: string(r.Author), LeadOfficer: r.LeadOfficer,
		Directorate: r.Directorate, Purpose: r.Purpose, Access: string(r.Access), Counter: 1, Aliases: lineList(r.Aliases), Director: r.Director,
		CabinetMembers: lineList(r.CabinetMembers), Wards: lineList(r.Wards), KeyDecision: string(r.Key), KeyLimb: string(r.KeyLimb),
		ValuePence: r.ValuePence, PolicyFramework: r.PolicyFramework, Paragraphs: lineList(r.Paragraphs)}, "add the report")
}

func (b *batch) reportVersion(c *committee.Change) error {
	v := c.Version
	if v == nil {
		return nil
	}
	err := b.added(&reportVersionRow{ID: string(v.ID), ReportID: string(v.ReportID), No: v.No, EqualityText: v.EqualityText,
		MadeAt: micros(v.At), MadeBy: string(v.By), Title: v.Title, Appendices: lineList(v.Appendices), Background: lineList(v.Background),
		EqualitySource: string(v.EqualitySource), GeneratedFrom: spaced(v.GeneratedFrom), GeneratedText: v.Generated}, "add the report version")
	if err != nil {
		return err
	}
	var rows []reportPointRow
	for i, r := range v.Recommendations {
		rows = append(rows, pointRow(v, reportPointRow{ID: string(r.ID), Kind: recommendationPoint, Position: i + 1, Label: r.Label, Body: r.Text,
			Origin: string(r.Origin), Status: string(committee.LiveOption), Since: micros(r.Since)}))
	}
	for i, o := range v.Options {
		rows = append(rows, pointRow(v, reportPointRow{ID: string(o.ID), Kind: optionPoint, Position: i + 1, Label: o.Label, Body: o.Text,
			Origin: string(committee.ByOfficer), Status: string(o.Status), Since: micros(o.Since)}))
	}
	if len(rows) == 0 {
		return nil
	}
	return b.added(&rows, "add the recommendations")
}

// pointRow is a point as its version keeps it, beside the same point in other versions.
func pointRow(v *committee.ReportVersion, r reportPointRow) reportPointRow {
	r.ReportVersionID, r.PointID, r.ID = string(v.ID), r.ID, string(v.ID)+"/"+r.ID
	return r
}

func (r reportRow) report() committee.Report {
	return committee.Report{ID: committee.ReportID(r.ID), Reference: r.Reference, Title: r.Title, Author: eqia.PersonID(r.Author),
		LeadOfficer: r.LeadOfficer, Directorate: r.Directorate, Purpose: r.Purpose, Access: committee.Access(r.Access), Counter: r.Counter,
		Aliases: linesOf(r.Aliases), Director: r.Director, CabinetMembers: linesOf(r.CabinetMembers), Wards: linesOf(r.Wards),
		Key: committee.KeyDecision(r.KeyDecision), KeyLimb: committee.KeyLimb(r.KeyLimb), ValuePence: r.ValuePence, PolicyFramework: r.PolicyFramework,
		Paragraphs: linesOf(r.Paragraphs)}
}

// Report is one report with its versions and the items it was or will be at, in the order of the meetings.
func (c *Committees) Report(ctx context.Context, reference string) (committee.Report, error) {
	db := c.s.read.WithContext(ctx)
	var row struct {
		Row        reportRow `gorm:"embedded"`
		AuthorName string
	}
	err := db.Table("reports").Select("reports.*, COALESCE(people.name, '') AS author_name").
		Joins("LEFT JOIN people ON people.id = reports.author").Where("reports.reference = ?", reference).Take(&row).Error
	if err != nil {
		return committee.Report{}, missing(err)
	}
	r := row.Row.report()
	r.AuthorName = row.AuthorName
	if r.Versions, err = reportVersions(db, row.Row.ID); err != nil {
		return r, err
	}
	if r.Journey, err = c.s.items(db, db.Where("agenda_items.id IN (SELECT w.agenda_item_id FROM appearances w "+
		"JOIN report_versions x ON x.id = w.report_version_id WHERE x.report_id = ?)", row.Row.ID)); err != nil || len(r.Journey) == 0 {
		return r, err
	}
	err = c.s.placed(db, r.Journey)
	slices.SortStableFunc(r.Journey, func(a, b committee.Item) int { return a.Meeting.StartsAt.Compare(b.Meeting.StartsAt) })
	return r, err
}

func reportVersions(db *gorm.DB, report string) ([]committee.ReportVersion, error) {
	var rows []reportVersionRow
	if err := db.Where("report_id = ?", report).Order("no").Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make([]committee.ReportVersion, len(rows))
	ids := make([]string, len(rows))
	for i, r := range rows {
		out[i], ids[i] = r.version(), r.ID
	}
	texts, err := textsOf(db, ids)
	if err != nil {
		return nil, err
	}
	points, err := pointsOf(db, ids)
	for i := range out {
		intoVersion(points[ids[i]], &out[i])
		intoText(texts[ids[i]], &out[i])
	}
	return out, err
}

func (r reportVersionRow) version() committee.ReportVersion {
	return committee.ReportVersion{ID: committee.ReportVersionID(r.ID), ReportID: committee.ReportID(r.ReportID), No: r.No,
		EqualityText: r.EqualityText, At: instant(r.MadeAt), By: eqia.PersonID(r.MadeBy), Title: r.Title, Appendices: linesOf(r.Appendices),
		Background: linesOf(r.Background), EqualitySource: committee.EqualitySource(r.EqualitySource), GeneratedFrom: unspaced[eqia.VersionID](r.GeneratedFrom),
		Generated: r.GeneratedText}
}

// pointsOf is the recommendations and options by report version.
func pointsOf(db *gorm.DB, versions []string) (map[string][]reportPointRow, error) {
	var rows []reportPointRow
	err := db.Where("report_version_id IN ?", versions).Find(&rows).Error
	out := map[string][]reportPointRow{}
	for _, r := range rows {
		out[r.ReportVersionID] = append(out[r.ReportVersionID], r)
	}
	return out, err
}
