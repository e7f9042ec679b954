package store

import (
	"context"
	"fmt"
	"strconv"
	"sync"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/library"
	"dorset-eqia/workflow"
)

type factRow struct {
	ID             string `gorm:"primaryKey"`
	Profile        string
	Place          int
	Characteristic string
	Topic          string
	GroupName      string
	Population     string
	Measure        string
	Value          string
	Unit           string
	Base           string
	Dated          string
	Source         string
	Link           string
	Area           string
	Caveat         string
	Gap            string
	ReplacedOn     string
	ReplacedBy     string
}

// libraryRow counts the changes to one council's library, so that what was read of it can be remembered.
type libraryRow struct {
	Profile string `gorm:"primaryKey"`
	Changes int64
}

type factUseRow struct {
	VersionID string `gorm:"primaryKey"`
	EntryNo   int    `gorm:"primaryKey"`
	FactID    string
}

func (factRow) TableName() string    { return "facts" }
func (libraryRow) TableName() string { return "libraries" }
func (factUseRow) TableName() string { return "fact_uses" }

func factRowOf(profile string, f library.Fact) factRow {
	return factRow{string(f.ID), profile, f.Place, f.Characteristic, f.Topic, f.Group, string(f.Population), string(f.Measure), f.Value,
		string(f.Unit), f.Base, f.Date, f.Source, f.Link, f.Area, f.Caveat, f.Gap, f.ReplacedOn, string(f.ReplacedBy)}
}

func (r factRow) fact() library.Fact {
	return library.Fact{ID: library.ID(r.ID), Characteristic: r.Characteristic, Topic: r.Topic, Group: r.GroupName,
		Population: library.Population(r.Population), Measure: library.Measure(r.Measure), Value: r.Value, Unit: library.Unit(r.Unit),
		Base: r.Base, Date: r.Dated, Source: r.Source, Link: r.Link, Area: r.Area, Caveat: r.Caveat, Gap: r.Gap, ReplacedOn: r.ReplacedOn,
		ReplacedBy: library.ID(r.ReplacedBy), Place: r.Place}
}

// shelf remembers each council's library as it was read at one of its changes.
type shelf struct {
	mu   sync.Mutex
	kept map[string]shelved
}

type shelved struct {
	at    int64
	facts []library.Fact
}

func (s *shelf) get(profile string, at int64) ([]library.Fact, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, ok := s.kept[profile]
	return k.facts, ok && k.at == at
}

func (s *shelf) put(profile string, k shelved) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept == nil {
		s.kept = map[string]shelved{}
	}
	s.kept[profile] = k
}

// libraryAt is how often the library of an assessment's council was changed.
const libraryAt = "COALESCE((SELECT changes FROM libraries WHERE libraries.profile = assessments.profile), 0)"

// Facts is a council's library, from memory while it has not changed.
func (s *Store) Facts(ctx context.Context, profile string, at int64) ([]library.Fact, error) {
	if at < 0 {
		var row libraryRow
		if err := s.read.WithContext(ctx).Where("profile = ?", profile).Limit(1).Find(&row).Error; err != nil {
			return nil, err
		}
		at = row.Changes
	}
	if facts, ok := s.shelf.get(profile, at); ok || at == 0 {
		return facts, nil
	}
	var rows []factRow
	if err := s.read.WithContext(ctx).Where("profile = ?", profile).Order("place, id").Find(&rows).Error; err != nil {
		return nil, err
	}
	facts := make([]library.Fact, len(rows))
	for i, r := range rows {
		facts[i] = r.fact()
	}
	s.shelf.put(profile, shelved{at, facts})
	return facts, nil
}

// useRow is one version that rests on a fact, with its family and what one person is to it.
type useRow struct {
	FactID     string
	EntryNo    int
	Reference  string
	Restricted bool
	Major      int
	Minor      int
	Title      string
	State      string
	Reviewer   string
	Relation   string
}

// mostUses is how many versions a page lists at most.
const mostUses = 500

// uses lists the versions that rest on the facts asked for, those saved last first.
func uses(db *gorm.DB, person eqia.PersonID) ([]eqia.Use, error) {
	var rows []useRow
	err := db.Table("fact_uses u").Select("u.fact_id, u.entry_no, assessments.reference, assessments.restricted, v.major, v.minor, v.title, "+
		"v.state, v.reviewer, COALESCE(me.relation, '') AS relation").
		Joins("JOIN versions v ON v.id = u.version_id").Joins("JOIN assessments ON assessments.id = v.assessment_id").
		Joins("LEFT JOIN parties me ON me.version_id = v.id AND me.person_id = ? AND me.active AND me.relation <> ?", string(person),
			string(eqia.Involved)).
		Order("v.saved_at DESC, v.id DESC, u.entry_no").Limit(mostUses).Find(&rows).Error
	out := make([]eqia.Use, len(rows))
	for i, r := range rows {
		out[i] = eqia.Use{Fact: library.ID(r.FactID), Entry: r.EntryNo, Reference: r.Reference, Number: number(r.Major, r.Minor), Title: r.Title,
			State: workflow.State(r.State), Restricted: r.Restricted, Relation: workflow.Actor(r.Relation), Reviewer: eqia.PersonID(r.Reviewer)}
	}
	return out, err
}

// Uses lists the versions that rest on a fact, newest first; one query.
func (s *Store) Uses(ctx context.Context, fact library.ID, person eqia.PersonID) ([]eqia.Use, error) {
	return uses(s.read.WithContext(ctx).Where("u.fact_id = ?", string(fact)), person)
}

// Outdated lists the open versions that rest on a fact of the council's that was replaced; one query.
func (s *Store) Outdated(ctx context.Context, profile string, person eqia.PersonID) ([]eqia.Use, error) {
	old := s.read.Model(&factRow{}).Select("id").Where("profile = ? AND replaced_on <> ''", profile)
	return uses(s.read.WithContext(ctx).Where("u.fact_id IN (?) AND v.state IN ?", old, states(workflow.State.Open)), person)
}

// library adds facts, or takes one out of use, and counts the change.
func (b *batch) library(c *eqia.Change) error {
	if c.Library == nil {
		return nil
	}
	if err := b.replaceFact(*c.Library); err != nil {
		return err
	}
	if err := b.addFacts(*c.Library); err != nil {
		return fmt.Errorf("add to the library: %w", err)
	}
	count := clause.OnConflict{Columns: []clause.Column{{Name: "profile"}}, DoUpdates: clause.Assignments(map[string]any{"changes": gorm.Expr("libraries.changes + 1")})}
	return b.tx.Clauses(count).Create(&libraryRow{Profile: c.Library.Profile, Changes: 1}).Error
}

// replaceFact takes a fact out of use, unless that was done before.
func (b *batch) replaceFact(c eqia.LibraryChange) error {
	if c.Replaced == "" {
		return nil
	}
	done := b.tx.Model(&factRow{}).Where("id = ? AND profile = ? AND replaced_on = ''", string(c.Replaced), c.Profile).
		Updates(map[string]any{"replaced_on": string(c.On), "replaced_by": string(c.By)})
	if done.Error != nil {
		return fmt.Errorf("replace the fact: %w", done.Error)
	}
	if done.RowsAffected != 1 {
		return eqia.ErrMoved
	}
	return nil
}

// addFacts keeps new facts, those without a place of their own behind all the others.
func (b *batch) addFacts(c eqia.LibraryChange) error {
	if len(c.Add) == 0 {
		return nil
	}
	var last int
	if err := b.tx.Model(&factRow{}).Where("profile = ?", c.Profile).Select("COALESCE(MAX(place), 0)").Scan(&last).Error; err != nil {
		return err
	}
	rows := make([]factRow, len(c.Add))
	for i, f := range c.Add {
		if f.Place == 0 {
			f.Place = last + i + 1
		}
		rows[i] = factRowOf(c.Profile, f)
	}
	return b.tx.CreateInBatches(&rows, 50).Error
}

// cites keeps which fact a source of evidence was taken from in a row of its own, for the list of a fact's users.
func (b *batch) cites(version eqia.VersionID, p eqia.Part) error {
	no, err := strconv.Atoi(p.Key.Key)
	if err != nil {
		return err
	}
	if err := b.tx.Where("version_id = ? AND entry_no = ?", string(version), no).Delete(&factUseRow{}).Error; err != nil {
		return err
	}
	e, ok := p.Body.(eqia.Evidence)
	if !ok || e.Fact == "" {
		return nil
	}
	return b.tx.Create(&factUseRow{VersionID: string(version), EntryNo: no, FactID: e.Fact}).Error
}
