package store

import (
	"encoding/json"
	"fmt"
	"strings"

	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

func (b *batch) appearance(c *committee.Change) error {
	a := c.Appearance
	if a == nil {
		return nil
	}
	return b.added(&appearanceRow{ID: string(a.ID), AgendaItemID: string(a.ItemID), ReportVersionID: string(a.Version.ID), MadeAt: micros(a.At),
		MadeBy: string(a.By), Role: string(a.Role), Counter: 1}, "put the report on the agenda")
}

// uses puts another version of a report in the place of the one at an appearance.
func (b *batch) uses(c *committee.Change) error {
	if c.Uses == nil {
		return nil
	}
	return b.edit(&appearanceRow{}, string(c.Uses.ID), c.Uses.Counter, map[string]any{"report_version_id": string(c.Uses.Version.ID)})
}

// takenOff removes an appearance that nothing was linked to and no reason was given for.
func (b *batch) takenOff(c *committee.Change) error {
	if c.TakenOff == "" {
		return nil
	}
	id := string(c.TakenOff)
	if err := b.tx.Where("appearance_id = ?", id).Delete(&expectedRow{}).Error; err != nil {
		return fmt.Errorf("take the report off: %w", err)
	}
	done := b.tx.Where("id = ? AND NOT EXISTS (SELECT 1 FROM assessment_links l WHERE l.appearance_id = appearances.id) "+
		"AND NOT EXISTS (SELECT 1 FROM no_assessment_reasons r WHERE r.appearance_id = appearances.id)", id).Delete(&appearanceRow{})
	return onlyOne(done, "take the report off")
}

func (b *batch) expected(c *committee.Change) error {
	if e := c.Unexpected; e != nil {
		done := b.tx.Where("appearance_id = ? AND assessment_id = ?", string(e.AppearanceID), string(e.AssessmentID)).Delete(&expectedRow{})
		return onlyOne(done, "note that it is not expected")
	}
	e := c.Expected
	if e == nil {
		return nil
	}
	row := expectedRow{AppearanceID: string(e.AppearanceID), AssessmentID: string(e.AssessmentID), MadeAt: micros(c.Acts[0].At), MadeBy: string(c.Acts[0].By)}
	done := b.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if done.Error == nil && done.RowsAffected == 0 {
		return &eqia.Repeat{Result: e.Reference}
	}
	return onlyOne(done, "note what is expected")
}

// ended closes a link that holds. What it said stays as it was.
func (b *batch) ended(c *committee.Change) error {
	l := c.Ended
	if l == nil {
		return nil
	}
	done := b.tx.Model(&linkRow{}).Where("id = ? AND ended_at = 0", string(l.ID)).Updates(map[string]any{"ended_at": micros(l.EndedAt),
		"ended_by": string(l.EndedBy), "replaced_by": string(l.ReplacedBy), "withdrawn_reason": l.WithdrawnReason})
	return onlyOne(done, "end the link")
}

func (b *batch) link(c *committee.Change) error {
	l := c.Link
	if l == nil {
		return nil
	}
	facts, err := json.Marshal(l.Pinned.Facts)
	if err != nil {
		return err
	}
	if err := b.added(&linkRow{ID: string(l.ID), AppearanceID: string(l.AppearanceID), AssessmentID: string(l.Pinned.AssessmentID),
		VersionID: string(l.Pinned.VersionID), Relation: string(l.Relation), Covers: string(l.Covers), RecommendationIds: spaced(l.Recommendations),
		OptionIds: spaced(l.Options), Note: l.Note, Appendix: l.Appendix, Unrated: strings.Join(l.Pinned.Unrated, "\n"), SignerContributed: l.Pinned.SignerContributed, MadeAt: micros(l.At),
		MadeBy: string(l.By), Facts: string(facts)}, "link the assessment"); err != nil {
		return err
	}
	return b.wasBefore("v.assessment_id = ?", string(l.Pinned.AssessmentID))
}

// reason keeps a new reason, or the agreement to one or its end.
func (b *batch) reason(c *committee.Change) error {
	r := c.Reason
	if r == nil {
		return nil
	}
	if r.Counter > 0 {
		return b.edit(&reasonRow{}, string(r.ID), r.Counter, map[string]any{"agreed_at": micros(r.AgreedAt), "agreed_by": string(r.AgreedBy),
			"agreed_role": string(r.AgreedRole), "ended_at": micros(r.EndedAt), "ended_by": string(r.EndedBy)})
	}
	return b.added(&reasonRow{ID: string(r.ID), AppearanceID: string(r.AppearanceID), Code: string(r.Code), RecommendationIds: spaced(r.Recommendations),
		PublicText: r.Public, PrivateNote: r.Private, ReliesOn: string(r.RelyOn.VersionID), DueOn: string(r.DueOn), MadeAt: micros(r.At),
		MadeBy: string(r.By), AgreedAt: micros(r.AgreedAt), AgreedBy: string(r.AgreedBy), AgreedRole: string(r.AgreedRole), Counter: 1}, "keep the reason")
}
