package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// groundsRow is why one finding is let stand.
type groundsRow struct {
	VersionID  string `gorm:"primaryKey"`
	Mark       string `gorm:"primaryKey"`
	Rule       string
	PartKind   string
	PartName   string
	Message    string
	Ruleset    string
	Passes     bool
	Reason     string
	PersonID   string
	PersonName string // of someone without an account
	PersonRole string
	MadeAt     int64
	Counter    int
}

func (groundsRow) TableName() string { return "grounds" }

func groundsOf(g eqia.Grounds) groundsRow {
	row := groundsRow{VersionID: string(g.Version), Mark: g.Mark, Rule: g.Rule, PartKind: string(g.Where.Kind), PartName: g.Where.Key,
		Message: g.Message, Ruleset: g.Ruleset, Passes: g.Passes, Reason: g.Text, PersonID: string(g.By), PersonRole: string(g.Role),
		MadeAt: micros(g.At), Counter: g.Counter + 1}
	if g.By == "" {
		row.PersonName = g.ByName
	}
	return row
}

// grounds keeps why findings are let stand, each against the counter it was read with, and names the parts where someone else was first.
func (b *batch) grounds(c *eqia.Change) error {
	conflict := &eqia.Conflict{}
	for _, g := range c.Grounds {
		ok, err := b.ground(groundsOf(g), g.Counter)
		if err != nil {
			return fmt.Errorf("keep the reason: %w", err)
		}
		if !ok {
			conflict.Parts = append(conflict.Parts, g.Where)
		}
	}
	if len(conflict.Parts) > 0 {
		return conflict
	}
	return nil
}

// ground inserts or updates one row against its counter. Finding exactly this reason there already is no conflict.
func (b *batch) ground(row groundsRow, base int) (bool, error) {
	at := b.tx.Model(&groundsRow{}).Where("version_id = ? AND mark = ?", row.VersionID, row.Mark).Session(&gorm.Session{})
	var done *gorm.DB
	if base == 0 {
		done = b.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	} else {
		done = at.Where("counter = ?", base).Select("*").Omit("version_id", "mark").Updates(&row)
	}
	if done.Error != nil || done.RowsAffected == 1 {
		return done.Error == nil, done.Error
	}
	var same int64
	err := at.Where("reason = ? AND passes = ?", row.Reason, row.Passes).Count(&same).Error
	return same == 1, err
}

// groundsList is why findings of a version are let stand, as JSON.
func (s *Store) groundsList() string {
	list, one := s.jsonNames()
	return "(SELECT COALESCE(" + list + "(" + one + "('mark', g.mark, 'rule', g.rule, 'part_kind', g.part_kind, 'part_name', g.part_name, " +
		"'message', g.message, 'ruleset', g.ruleset, 'passes', CASE WHEN g.passes THEN 'yes' ELSE '' END, 'reason', g.reason, " +
		"'person', g.person_id, 'role', g.person_role, 'called', COALESCE(who.name, g.person_name), 'made_at', g.made_at, " +
		"'counter', g.counter)), '[]') FROM grounds g LEFT JOIN people who ON who.id = g.person_id WHERE g.version_id = versions.id)"
}

// grounds reads the list back, in the order of the marks.
func grounds(version eqia.VersionID, list string) ([]eqia.Grounds, error) {
	var rows []struct {
		Mark, Rule, Message, Ruleset, Passes, Reason, Person, Role, Called string
		PartKind                                                           eqia.PartKind `json:"part_kind"`
		PartName                                                           string        `json:"part_name"`
		MadeAt                                                             int64         `json:"made_at"`
		Counter                                                            int
	}
	if err := json.Unmarshal([]byte(list), &rows); err != nil {
		return nil, fmt.Errorf("read the reasons given: %w", err)
	}
	var out []eqia.Grounds
	for _, r := range rows {
		out = append(out, eqia.Grounds{Version: version, Mark: r.Mark, Rule: r.Rule, Where: eqia.PartKey{Kind: r.PartKind, Key: r.PartName},
			Message: r.Message, Ruleset: r.Ruleset, Passes: r.Passes != "", Text: r.Reason, By: eqia.PersonID(r.Person), ByName: r.Called,
			Role: workflow.Actor(r.Role), At: instant(r.MadeAt), Counter: r.Counter})
	}
	slices.SortFunc(out, func(a, b eqia.Grounds) int { return cmp.Compare(a.Mark, b.Mark) })
	return out, nil
}
