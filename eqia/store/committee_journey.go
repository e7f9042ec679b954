package store

import (
	"cmp"
	"slices"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// visitRow is one place where a report was or will be, with its meeting and what was with it, as the rules and the journey look at it.
type visitRow struct {
	Sat        satRow           `gorm:"embedded"`
	Item       agendaItemRow    `gorm:"embedded;embeddedPrefix:it_"`
	Appearance appearanceRow    `gorm:"embedded;embeddedPrefix:ap_"`
	Version    reportVersionRow `gorm:"embedded;embeddedPrefix:rv_"`
	Reference  string
	Title      string
	Lists      listsRow `gorm:"embedded"`
	LinkList   string
	ReasonList string
}

// seenLink is a link with what names its version.
type seenLink struct {
	linkRow
	Reference    string
	Major, Minor int
	Restricted   int
}

const versionNames = "'Reference', (SELECT s.reference FROM assessments s WHERE s.id = x.assessment_id), " +
	"'Restricted', (SELECT CASE WHEN s.restricted THEN 1 ELSE 0 END FROM assessments s WHERE s.id = x.assessment_id), " +
	"'Major', (SELECT v.major FROM versions v WHERE v.id = x.version_id), 'Minor', (SELECT v.minor FROM versions v WHERE v.id = x.version_id)"

// fillJourneys gives appearances every place where their report was or will be, in one query. There, links and reasons are as they stand now.
func (s *Store) fillJourneys(db *gorm.DB, at map[string]*committee.Appearance) error {
	var reports []string
	for _, a := range at {
		reports = append(reports, string(a.Report.ID))
	}
	slices.Sort(reports)
	var rows []visitRow
	err := sat(db).Select(satColumns+", "+columnsAs(agendaItemRow{}, "i", "it_")+", "+
		columnsAs(appearanceRow{}, "a", "ap_")+", "+columnsAs(reportVersionRow{}, "rv", "rv_")+", r.reference, r.title, "+s.appearanceLists()+", "+
		s.listOf(linkRow{}, "x.appearance_id = a.id", versionNames)+" AS link_list, "+
		s.listOf(reasonRow{}, "x.appearance_id = a.id")+" AS reason_list").
		Joins("JOIN agenda_items i ON i.meeting_id = meetings.id").Joins("JOIN appearances a ON a.agenda_item_id = i.id").
		Joins("JOIN report_versions rv ON rv.id = a.report_version_id").Joins("JOIN reports r ON r.id = rv.report_id").
		Where("r.id IN ?", slices.Compact(reports)).Order("meetings.starts_at, a.id").Find(&rows).Error
	if err != nil {
		return err
	}
	journeys := map[committee.ReportID][]committee.Item{}
	for _, r := range rows {
		i, err := r.visit()
		if err != nil {
			return err
		}
		id := i.Appearance.Version.ReportID
		journeys[id] = append(journeys[id], i)
	}
	for _, a := range at {
		a.Journey = slices.DeleteFunc(slices.Clone(journeys[a.Report.ID]), func(i committee.Item) bool { return i.Appearance.ID == a.ID })
	}
	return nil
}

func (r visitRow) visit() (committee.Item, error) {
	i, err := placedRow{Row: r.Item, Appearance: r.Appearance, Version: r.Version, Lists: r.Lists}.item()
	if err != nil {
		return i, err
	}
	i.Meeting = r.Sat.meeting()
	a := i.Appearance
	a.Report.ID, a.Report.Reference, a.Report.Title = a.Version.ReportID, r.Reference, r.Title
	links, err := rowsOf[seenLink](r.LinkList)
	if err != nil {
		return i, err
	}
	slices.SortFunc(links, func(x, y seenLink) int { return cmp.Or(cmp.Compare(x.MadeAt, y.MadeAt), cmp.Compare(x.ID, y.ID)) })
	for _, l := range links {
		a.Links = append(a.Links, l.link())
	}
	reasons, err := rowsOf[reasonRow](r.ReasonList)
	a.Reasons = made(reasons, reasonRow.reason, func(x reasonRow) (int64, string) { return x.MadeAt, x.ID })
	return i, err
}

func (l seenLink) link() committee.Link {
	out := pinnedRow{Row: l.linkRow}.link()
	out.Pinned = committee.Pinned{AssessmentID: eqia.AssessmentID(l.AssessmentID), VersionID: eqia.VersionID(l.VersionID), Reference: l.Reference,
		Number: number(l.Major, l.Minor), Restricted: l.Restricted == 1}
	return out
}
