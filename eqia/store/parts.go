package store

import (
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// saves changes answers: the version must still be open to edits, and each part must be as it was when it was read.
func (b *batch) saves(c *eqia.Change) error {
	for _, save := range c.Saves {
		if err := b.touch(save); err != nil {
			return err
		}
		if err := b.parts(save); err != nil {
			return err
		}
	}
	return nil
}

// touch moves the revision on, and fails with ErrMoved when the version is no longer being written.
func (b *batch) touch(save eqia.Save) error {
	set := map[string]any{"revision": gorm.Expr("revision + 1"), "saved_at": micros(save.At)}
	if save.Lists != nil {
		copied(save, set)
	}
	done := b.tx.Model(&versionRow{}).Where("id = ? AND state IN ?", string(save.Version), states(workflow.State.Editable)).Updates(set)
	if done.Error != nil {
		return fmt.Errorf("save: %w", done.Error)
	}
	if done.RowsAffected != 1 {
		return eqia.ErrMoved
	}
	return nil
}

// copied sets the copies for lists of the answers that are among the parts, and of no other: those in the header may be old by now.
func copied(save eqia.Save, set map[string]any) {
	h := rowOf(*save.Lists)
	copies := map[string]struct {
		column string
		value  any
	}{
		form.QuestionTitle: {"title", h.Title}, form.QuestionKind: {"kind", h.Kind}, "directorate": {"directorate", h.Directorate},
		"service": {"service", h.Service}, form.QuestionDecisionDate: {"decision_on", h.DecisionOn}, form.QuestionReviewDate: {"review_due", h.ReviewDue},
		form.QuestionBudgetRound: {"budget_round", h.BudgetRound}, form.QuestionAssessmentNeeded: {"screening", h.Screening},
	}
	for _, p := range save.Parts {
		if c, ok := copies[p.Key.Key]; ok && p.Key.Kind == eqia.AnswerPart {
			set[c.column] = c.value
		}
	}
}

// states lists the states that something holds for.
func states(holds func(workflow.State) bool) []string {
	var out []string
	for _, s := range workflow.States() {
		if holds(s) {
			out = append(out, string(s))
		}
	}
	return out
}

// parts saves each part against the counter it was read with, and names all that someone else saved first.
func (b *batch) parts(save eqia.Save) error {
	conflict := &eqia.Conflict{}
	for _, p := range save.Parts {
		ok, err := b.part(save, p)
		if err != nil {
			return fmt.Errorf("save %s: %w", p.Key, err)
		}
		if !ok {
			conflict.Parts = append(conflict.Parts, p.Key)
		}
	}
	if len(conflict.Parts) > 0 {
		return conflict
	}
	return nil
}

func (b *batch) part(save eqia.Save, p eqia.Part) (bool, error) {
	body, err := encode(p.Body) // a removed part stays as an empty row, so that its number is never given again
	if err != nil {
		return false, err
	}
	row := partRow{VersionID: string(save.Version), Kind: string(p.Key.Kind), Name: p.Key.Key, Counter: p.Base + 1, Body: body,
		SavedAt: micros(save.At), SavedBy: string(save.By)}
	ok, err := b.put(row, p.Base)
	if err != nil || !ok {
		return ok, err
	}
	switch p.Key.Kind {
	case eqia.CardPart:
		err = b.project(save.Version, p)
	case eqia.EngagementPart:
		err = b.engaged(save.Version, p)
	case eqia.EvidencePart:
		err = b.cites(save.Version, p)
	default: // nothing else is listed by what it says
	}
	return true, err
}

// put inserts or updates one row against its counter. Finding exactly this text there already is no conflict: the button was pressed twice.
func (b *batch) put(row partRow, base int) (bool, error) {
	var done *gorm.DB
	if base == 0 {
		done = b.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	} else {
		done = b.tx.Model(&partRow{}).Where("version_id = ? AND kind = ? AND name = ? AND counter = ?", row.VersionID, row.Kind, row.Name, base).
			Updates(map[string]any{"counter": row.Counter, "body": row.Body, "saved_at": row.SavedAt, "saved_by": row.SavedBy})
	}
	if done.Error != nil || done.RowsAffected == 1 {
		return done.Error == nil, done.Error
	}
	var same int64
	err := b.tx.Model(&partRow{}).Where("version_id = ? AND kind = ? AND name = ? AND body = ?", row.VersionID, row.Kind, row.Name, row.Body).
		Count(&same).Error
	return same == 1, err
}

// project keeps a card's effects in rows of their own, for filters and counts.
func (b *batch) project(version eqia.VersionID, p eqia.Part) error {
	err := b.tx.Where("version_id = ? AND characteristic = ?", string(version), p.Key.Key).Delete(&effectRow{}).Error
	if err != nil || len(p.Effects) == 0 {
		return err
	}
	rows := make([]effectRow, len(p.Effects))
	for i, e := range p.Effects {
		rows[i] = effectRow{string(version), e.Characteristic, e.Audience, e.Option, string(e.Effect)}
	}
	return b.tx.Create(&rows).Error
}
