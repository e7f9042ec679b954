package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// engagedRow is what a search of who was asked before looks through: a row for each entry.
type engagedRow struct {
	VersionID string `gorm:"primaryKey"`
	No        int    `gorm:"primaryKey;autoIncrement:false"`
	Words     string
}

func (engagedRow) TableName() string { return "engaged" }

// engaged puts an entry in the search, or takes a removed one out.
func (b *batch) engaged(version eqia.VersionID, p eqia.Part) error {
	no, err := strconv.Atoi(p.Key.Key)
	if err != nil {
		return fmt.Errorf("an entry has a number: %w", err)
	}
	e, kept := p.Body.(eqia.Engagement)
	if !kept {
		return b.tx.Where("version_id = ? AND no = ?", string(version), no).Delete(&engagedRow{}).Error
	}
	said := strings.Join([]string{e.Who, e.How, e.When, e.Said, e.Changed}, " ")
	row := engagedRow{VersionID: string(version), No: no, Words: " " + strings.Join(wordsIn(said), " ") + " "}
	return b.tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "version_id"}, {Name: "no"}}, UpdateAll: true}).Create(&row).Error
}

// Asked lists people who were asked before, those of the newest version first. Of an assessment that the person may open it is the newest
// version that counts, of others the one in force.
func (s *Store) Asked(ctx context.Context, f eqia.AskedFilter, page eqia.Page) ([]eqia.Asked, error) {
	const works = "(EXISTS (SELECT 1 FROM parties me WHERE me.version_id = v.id AND me.person_id = ? AND me.active AND me.relation <> 'involved'))"
	q := s.read.WithContext(ctx).Table("engaged e").
		Select("e.version_id, e.no, p.body, a.reference, v.major, v.minor, v.title, v.id = a.current_version AS inside").
		Joins("JOIN versions v ON v.id = e.version_id").Joins("JOIN assessments a ON a.id = v.assessment_id").
		Joins("JOIN parts p ON p.version_id = e.version_id AND p.kind = 'engagement' AND p.name = CAST(e.no AS TEXT)").
		Where("NOT a.restricted")
	if f.Team {
		q = q.Where("v.id = a.current_version")
	} else {
		person := string(f.Person)
		q = q.Where("(v.id = a.current_version AND "+works+") OR (v.id = a.signed_version AND v.state = ? AND (? OR v.published_at > 0) AND NOT "+works+")",
			person, string(workflow.SignedOff), f.Signed, person)
	}
	for i, word := range wordsIn(f.Text) {
		if i < mostAsked {
			q = q.Where("e.words LIKE ?", "% "+word+"%") // a stem is letters and digits alone
		}
	}
	if no, id, ok := after(page.After); ok {
		q = q.Where("e.version_id < ? OR (e.version_id = ? AND e.no > ?)", id, id, no)
	}
	return askedLines(q.Order("e.version_id DESC, e.no").Limit(page.Size), f)
}

func askedLines(q *gorm.DB, f eqia.AskedFilter) ([]eqia.Asked, error) {
	var rows []struct {
		VersionID, Body, Reference, Title string
		No, Major, Minor                  int
		Inside                            bool
	}
	if err := q.Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make([]eqia.Asked, len(rows))
	for i, r := range rows {
		out[i] = eqia.Asked{Reference: r.Reference, Version: eqia.Header{Major: r.Major, Minor: r.Minor}.Number(), Title: r.Title,
			Inside: r.Inside || f.Signed, Cursor: cursorOf(int64(r.No), r.VersionID)}
		if err := json.Unmarshal([]byte(r.Body), &out[i].Engagement); err != nil {
			return nil, fmt.Errorf("read who was asked: %w", err)
		}
	}
	return out, nil
}
