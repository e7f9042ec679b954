package store

import (
	"slices"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// reportTextRow is an equality section that was put in a version of a report. The one with the highest number is what the report says.
type reportTextRow struct {
	ID              string `gorm:"primaryKey"`
	ReportVersionID string
	Seq             int
	Body            string
	Source          string
	GeneratedFrom   string
	GeneratedText   string
	MadeAt          int64
	MadeBy          string
}

func (reportTextRow) TableName() string { return "report_texts" }

// text puts another equality section in a version of a report, unless someone else did since or an agenda with it is published.
func (b *batch) text(c *committee.Change) error {
	if c.Text == nil {
		return nil
	}
	v, act := c.Text.Version, c.Acts[0]
	var published, newer int64
	if err := b.tx.Table("appearances a").Joins("JOIN agenda_items i ON i.id = a.agenda_item_id").Joins("JOIN agenda_editions e ON e.meeting_id = i.meeting_id").
		Where("a.report_version_id = ? AND e.kind = ?", string(v.ID), string(committee.MainEdition)).Count(&published).Error; err != nil {
		return err
	}
	if err := b.tx.Model(&reportTextRow{}).Where("report_version_id = ?", string(v.ID)).Count(&newer).Error; err != nil {
		return err
	}
	if published > 0 || newer != int64(c.Text.Was) {
		return eqia.ErrMoved
	}
	return b.added(&reportTextRow{ID: c.Text.ID, ReportVersionID: string(v.ID), Seq: c.Text.Was + 1, Body: v.EqualityText, Source: string(v.EqualitySource),
		GeneratedFrom: spaced(v.GeneratedFrom), GeneratedText: v.Generated, MadeAt: micros(act.At), MadeBy: string(act.By)}, "put the text in the report")
}

// intoText gives a version of a report the newest section that was put in it.
func intoText(texts []reportTextRow, v *committee.ReportVersion) {
	if len(texts) == 0 {
		return
	}
	last := slices.MaxFunc(texts, func(x, y reportTextRow) int { return x.Seq - y.Seq })
	v.EqualityText, v.EqualitySource, v.Generated, v.Texts = last.Body, committee.EqualitySource(last.Source), last.GeneratedText, last.Seq
	v.GeneratedFrom = unspaced[eqia.VersionID](last.GeneratedFrom)
}

// textsOf is the sections that were put in report versions, by version.
func textsOf(db *gorm.DB, versions []string) (map[string][]reportTextRow, error) {
	var rows []reportTextRow
	err := db.Where("report_version_id IN ?", versions).Find(&rows).Error
	out := map[string][]reportTextRow{}
	for _, r := range rows {
		out[r.ReportVersionID] = append(out[r.ReportVersionID], r)
	}
	return out, err
}
