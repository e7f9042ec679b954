package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Write makes one change, whole or not at all; see the contract in eqia.Store.
func (s *Store) Write(_ context.Context, c *eqia.Change) error {
	fresh := c.Family != nil && c.Family.Reference == ""
	err := s.queue.write(func(b *batch) error { return b.apply(c) })
	if err != nil && fresh {
		c.Family.Reference = "" // what was not kept took no reference, and may be tried again
	}
	return err
}

// apply does the parts of a change in the order in which they need each other. The form's key comes early, so that a repeat stops there; what
// was done before it is undone.
func (b *batch) apply(c *eqia.Change) error {
	steps := []func(*eqia.Change) error{b.family, b.once, b.brought, b.takes, b.made, b.steps, b.saves, b.parties, b.released, b.readers, b.comments, b.reworded,
		b.grounds, b.verdicts, b.agreed, b.away, b.off, b.publicText, b.keep, b.marked, b.redacted, b.attached, b.feedback, b.forget, b.public, b.discard, b.library, b.spent, b.copies, b.formDraft, b.formPublished, b.acts}
	for _, step := range steps {
		if err := step(c); err != nil {
			return err
		}
	}
	return nil
}

// once marks the form as used. A used one answers with what it made the first time.
func (b *batch) once(c *eqia.Change) error {
	if c.Once == "" {
		return nil
	}
	row := onceRow{FormKey: c.Once, Result: c.Result, MadeAt: micros(c.Acts[0].At)}
	if row.Result == "" && c.Family != nil {
		row.Result = c.Family.Reference
	}
	made := b.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if made.Error != nil || made.RowsAffected == 1 {
		return made.Error
	}
	if err := b.tx.Where("form_key = ?", c.Once).Take(&row).Error; err != nil {
		return err
	}
	return &eqia.Repeat{Result: row.Result}
}

// made brings a version into being with all its content.
func (b *batch) made(c *eqia.Change) error {
	if c.Made == nil {
		return nil
	}
	if err := b.onlyOne(c.Made.Header); err != nil {
		return err
	}
	row := rowOf(c.Made.Header)
	if err := b.tx.Create(&row).Error; err != nil {
		if errors.Is(err, gorm.ErrDuplicatedKey) {
			return eqia.ErrMoved
		}
		return fmt.Errorf("make the version: %w", err)
	}
	by := eqia.PersonID("")
	if len(c.Acts) > 0 {
		by = c.Acts[0].By
	}
	save := eqia.Save{Version: c.Made.ID, At: c.Made.StartedAt, By: by, Parts: eqia.PartsOf(c.Made.Content)}
	if err := b.parts(save); err != nil {
		return err
	}
	return b.grounds(&eqia.Change{Grounds: c.Made.Grounds})
}

// onlyOne refuses a second version under way in one family, also when two people start one at the same moment.
func (b *batch) onlyOne(h eqia.Header) error {
	if !h.State.Open() {
		return nil
	}
	var open int64
	err := b.tx.Model(&versionRow{}).Where("assessment_id = ? AND state IN ?", string(h.AssessmentID), states(workflow.State.Open)).Count(&open).Error
	if err == nil && open > 0 {
		return eqia.ErrMoved
	}
	return err
}

// steps changes headers, each only from the state and revision it was based on. A header that was read at another revision than the one the
// person saw would bring old answers back into the lists.
func (b *batch) steps(c *eqia.Change) error {
	for _, step := range c.Steps {
		if step.Now.Revision != step.At {
			return eqia.ErrMoved
		}
		row := rowOf(step.Now)
		row.Revision = step.At + 1
		done := b.tx.Model(&versionRow{}).Where("id = ? AND state = ? AND revision = ?", row.ID, string(step.Was), step.At).
			Select("*").Omit("id", "assessment_id", "major", "minor", "started_at", "purpose", "from_number", "from_form").Updates(&row)
		if done.Error != nil {
			return fmt.Errorf("move the version: %w", done.Error)
		}
		if done.RowsAffected != 1 {
			return eqia.ErrMoved
		}
		if !step.Now.State.Editable() {
			if err := b.tx.Where("version_id = ?", row.ID).Delete(&unsavedRow{}).Error; err != nil {
				return fmt.Errorf("drop what was not saved: %w", err)
			}
		}
		if step.Now.State == workflow.Withdrawn {
			if err := b.gone(row); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *batch) keep(c *eqia.Change) error {
	for _, k := range c.Keep {
		row := snapshotRow{VersionID: string(k.Version), Kind: string(k.Kind), No: k.No, Content: string(k.Content), Digest: k.Digest, MadeAt: micros(k.At)}
		if err := b.tx.Create(&row).Error; err != nil {
			return fmt.Errorf("keep the snapshot: %w", err)
		}
	}
	return nil
}

func (b *batch) comments(c *eqia.Change) error {
	if c.Send != "" {
		done := b.tx.Model(&commentRow{}).Where("version_id = ? AND sent_at = 0", string(c.Send)).Updates(map[string]any{"sent_at": micros(c.Acts[0].At)})
		if done.Error != nil {
			return fmt.Errorf("send the comments: %w", done.Error)
		}
	}
	for _, m := range c.Comments {
		if err := b.in(m.Version, workflow.State.Open); err != nil {
			return err
		}
		if err := b.stillOpen(m); err != nil {
			return err
		}
		row := commentRow{ID: string(m.ID), VersionID: string(m.Version), PartKind: string(m.Part.Kind), PartName: m.Part.Key,
			ReplyTo: string(m.ReplyTo), PersonID: string(m.By), PersonRole: string(m.Role), ReaderID: string(m.Reader), Body: m.Text, MadeAt: micros(m.At),
			SentAt: micros(m.SentAt), State: string(m.State), EditedAt: micros(m.Edited), WordingFor: m.Wording.For, Wording: m.Wording.Text,
			WordingBase: m.Wording.Base, WordingUsedAt: micros(m.Wording.UsedAt)}
		err := b.tx.Clauses(clause.OnConflict{
			Columns: []clause.Column{{Name: "id"}}, DoUpdates: clause.AssignmentColumns([]string{"state", "wording_used_at"}), // what was sent stays sent
		}).Create(&row).Error
		if err != nil {
			return fmt.Errorf("keep the comment: %w", err)
		}
	}
	return nil
}

func encode(v any) (string, error) {
	raw, err := json.Marshal(v)
	return string(raw), err
}

// Repeated reports whether a form's key was used before, and what that made.
func (s *Store) Repeated(ctx context.Context, once string) (string, bool, error) {
	var row onceRow
	err := s.read.WithContext(ctx).Where("form_key = ?", once).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return "", false, nil
	}
	return row.Result, err == nil, err
}
