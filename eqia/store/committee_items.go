package store

import (
	"slices"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// placedRow is an agenda item beside the report at it, if there is one, and the short lists that belong to that.
type placedRow struct {
	Row          agendaItemRow    `gorm:"embedded"`
	Appearance   appearanceRow    `gorm:"embedded;embeddedPrefix:ap_"`
	Version      reportVersionRow `gorm:"embedded;embeddedPrefix:rv_"`
	Report       reportRow        `gorm:"embedded;embeddedPrefix:re_"`
	TwinNumber   string
	TwinTitle    string
	TwinKind     string
	AuthorName   string
	ExpectedList string
	Lists        listsRow `gorm:"embedded"`
}

// placed joins what belongs to agenda items.
func (s *Store) placedItems(db *gorm.DB) *gorm.DB {
	return db.Table("agenda_items").Select("agenda_items.*, COALESCE(t.number_text, '') AS twin_number, COALESCE(t.title, '') AS twin_title, " +
		"COALESCE(t.kind, '') AS twin_kind, COALESCE(people.name, '') AS author_name, " + columnsAs(appearanceRow{}, "a", "ap_") + ", " +
		columnsAs(reportVersionRow{}, "rv", "rv_") + ", " + columnsAs(reportRow{}, "r", "re_") + ", " + s.appearanceLists() +
		", " + s.expectedList() + " AS expected_list").
		Joins("LEFT JOIN agenda_items t ON t.id = agenda_items.twin_of AND t.meeting_id = agenda_items.meeting_id").
		Joins("LEFT JOIN appearances a ON a.agenda_item_id = agenda_items.id").
		Joins("LEFT JOIN report_versions rv ON rv.id = a.report_version_id").Joins("LEFT JOIN reports r ON r.id = rv.report_id").
		Joins("LEFT JOIN people ON people.id = r.author")
}

// items loads the agenda items that match, with reports, links, expected assessments, reasons and where else the reports were: four queries.
// Their meetings have identifiers only.
func (s *Store) items(db, where *gorm.DB) ([]committee.Item, error) {
	out, at, err := s.itemsAlone(db, where)
	if err != nil || len(at) == 0 {
		return out, err
	}
	if err := fill(db, at); err != nil {
		return nil, err
	}
	return out, s.fillJourneys(db, at)
}

// itemsAlone loads the agenda items that match with their reports, and gives the appearances by identifier.
func (s *Store) itemsAlone(db, where *gorm.DB) ([]committee.Item, map[string]*committee.Appearance, error) {
	var rows []placedRow
	if err := s.placedItems(db).Where(where).Order("agenda_items.meeting_id, agenda_items.position, agenda_items.id").Find(&rows).Error; err != nil {
		return nil, nil, err
	}
	out := make([]committee.Item, len(rows))
	at := map[string]*committee.Appearance{}
	for i, r := range rows {
		var err error
		if out[i], err = r.item(); err != nil {
			return nil, nil, err
		}
		if a := out[i].Appearance; a != nil {
			at[string(a.ID)] = a
		}
	}
	return out, at, nil
}

func (r placedRow) item() (committee.Item, error) {
	p := r.Row
	i := committee.Item{ID: committee.ItemID(p.ID), Meeting: committee.Meeting{ID: committee.MeetingID(p.MeetingID)}, Order: p.Position,
		Number: p.NumberText, Title: p.Title, Kind: committee.ItemKind(p.Kind), Access: committee.Access(p.Access), UrgentReason: p.UrgentReason,
		Counter: p.Counter, Paragraphs: unspaced[string](p.Paragraphs), PageFrom: p.PageFrom, PageTo: p.PageTo, Source: p.Source, SourceID: p.SourceID,
		TwinOf: committee.ItemID(p.TwinOf), AddedAt: instant(p.AddedAt), Silent: p.Silent,
		Twin: committee.Twin{Number: r.TwinNumber, Title: r.TwinTitle, Kind: committee.ItemKind(r.TwinKind)}}
	if r.Appearance.ID == "" {
		return i, nil
	}
	a := r.Appearance.appearance()
	a.Report, a.Version = r.Report.report(), r.Version.version()
	a.Report.AuthorName = r.AuthorName
	i.Appearance = &a
	var err error
	if a.Expected, err = expectedAt(a.ID, r.ExpectedList); err != nil {
		return i, err
	}
	return i, r.Lists.into(&a)
}

func (r appearanceRow) appearance() committee.Appearance {
	return committee.Appearance{ID: committee.AppearanceID(r.ID), ItemID: committee.ItemID(r.AgendaItemID), At: instant(r.MadeAt),
		By: eqia.PersonID(r.MadeBy), Counter: r.Counter, Decision: committee.Decision{Role: committee.Role(r.Role), Outcome: committee.Outcome(r.Outcome),
			Resolution: r.Resolution, Amendments: r.Amendments, Considered: committee.Considered(r.Considered), Minute: r.Minute}}
}

// fill gives appearances the links and reasons that are with them.
func fill(db *gorm.DB, at map[string]*committee.Appearance) error {
	var ids []string
	for id := range at {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	if err := fillLinks(db, ids, at); err != nil {
		return err
	}
	return fillReasons(db, ids, at)
}
