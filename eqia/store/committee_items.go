package store

import (
	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// placedRow is an agenda item beside the report at it, if there is one.
type placedRow struct {
	Row             agendaItemRow `gorm:"embedded"`
	AppearanceID    string
	AppearedAt      int64
	AppearedBy      string
	ReportVersionID string
	ReportNo        int
	EqualityText    string
	VersionMadeAt   int64
	VersionMadeBy   string
	ReportID        string
	ReportReference string
	ReportTitle     string
	ReportAuthor    string
	AuthorName      string
	LeadOfficer     string
	Directorate     string
	Purpose         string
	ReportAccess    string
	ReportCounter   int
}

const placedColumns = "agenda_items.*, COALESCE(a.id, '') AS appearance_id, COALESCE(a.made_at, 0) AS appeared_at, COALESCE(a.made_by, '') AS appeared_by, " +
	"COALESCE(rv.id, '') AS report_version_id, COALESCE(rv.no, 0) AS report_no, COALESCE(rv.equality_text, '') AS equality_text, " +
	"COALESCE(rv.made_at, 0) AS version_made_at, COALESCE(rv.made_by, '') AS version_made_by, COALESCE(r.id, '') AS report_id, " +
	"COALESCE(r.reference, '') AS report_reference, COALESCE(r.title, '') AS report_title, COALESCE(r.author, '') AS report_author, " +
	"COALESCE(people.name, '') AS author_name, COALESCE(r.lead_officer, '') AS lead_officer, COALESCE(r.directorate, '') AS directorate, " +
	"COALESCE(r.purpose, '') AS purpose, COALESCE(r.access, '') AS report_access, COALESCE(r.counter, 0) AS report_counter"

// items loads the agenda items that match, with reports, links, expected assessments, reasons and recommendations: five queries. Their
// meetings have identifiers only.
func items(db, where *gorm.DB) ([]committee.Item, error) {
	var rows []placedRow
	err := db.Table("agenda_items").Select(placedColumns).Where(where).
		Joins("LEFT JOIN appearances a ON a.agenda_item_id = agenda_items.id").
		Joins("LEFT JOIN report_versions rv ON rv.id = a.report_version_id").Joins("LEFT JOIN reports r ON r.id = rv.report_id").
		Joins("LEFT JOIN people ON people.id = r.author").
		Order("agenda_items.meeting_id, agenda_items.position, agenda_items.id").Find(&rows).Error
	if err != nil {
		return nil, err
	}
	out := make([]committee.Item, len(rows))
	at := map[string]*committee.Appearance{}
	for i, r := range rows {
		out[i] = r.item()
		if a := out[i].Appearance; a != nil {
			at[r.AppearanceID] = a
		}
	}
	if len(at) == 0 {
		return out, nil
	}
	return out, fill(db, at)
}

func (r placedRow) item() committee.Item {
	p := r.Row
	i := committee.Item{ID: committee.ItemID(p.ID), Meeting: committee.Meeting{ID: committee.MeetingID(p.MeetingID)}, Order: p.Position,
		Number: p.NumberText, Title: p.Title, Kind: committee.ItemKind(p.Kind), Access: committee.Access(p.Access), UrgentReason: p.UrgentReason,
		Counter: p.Counter}
	if r.AppearanceID == "" {
		return i
	}
	report := reportRow{r.ReportID, r.ReportReference, r.ReportTitle, r.ReportAuthor, r.LeadOfficer, r.Directorate, r.Purpose, r.ReportAccess,
		r.ReportCounter}.report()
	report.AuthorName = r.AuthorName
	version := reportVersionRow{r.ReportVersionID, r.ReportID, r.ReportNo, r.EqualityText, r.VersionMadeAt, r.VersionMadeBy}.version()
	i.Appearance = &committee.Appearance{ID: committee.AppearanceID(r.AppearanceID), ItemID: i.ID, Report: report, Version: version,
		At: instant(r.AppearedAt), By: eqia.PersonID(r.AppearedBy)}
	return i
}

// fill gives appearances all that is with them.
func fill(db *gorm.DB, at map[string]*committee.Appearance) error {
	var ids, versions []string
	for id, a := range at {
		ids, versions = append(ids, id), append(versions, string(a.Version.ID))
	}
	if err := fillLinks(db, ids, at); err != nil {
		return err
	}
	if err := fillExpected(db, ids, at); err != nil {
		return err
	}
	if err := fillReasons(db, ids, at); err != nil {
		return err
	}
	points, err := pointsOf(db, versions)
	for _, a := range at {
		points.into(&a.Version)
	}
	return err
}
