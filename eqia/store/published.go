package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"dorset-eqia/eqia"
)

// publishedCommitteeRow says that a published assessment was linked to a report before a committee, at whatever item and in whatever way.
type publishedCommitteeRow struct {
	CommitteeID  string `gorm:"primaryKey"`
	PublishedAt  int64  `gorm:"primaryKey"`
	VersionID    string `gorm:"primaryKey"`
	AssessmentID string
}

func (publishedCommitteeRow) TableName() string { return "published_committees" }

// wasBefore notes the committees that published versions in force were linked before; where narrows it to some.
func (b *batch) wasBefore(where string, args ...any) error {
	err := b.tx.Exec("INSERT INTO published_committees (committee_id, published_at, version_id, assessment_id) "+
		"SELECT DISTINCT m.committee_id, published.published_at, published.version_id, v.assessment_id FROM published "+
		"JOIN versions v ON v.id = published.version_id JOIN assessment_links l ON l.assessment_id = v.assessment_id "+
		"JOIN appearances a ON a.id = l.appearance_id JOIN agenda_items i ON i.id = a.agenda_item_id JOIN meetings m ON m.id = i.meeting_id "+
		"WHERE published.standing = '"+eqia.InForce+"' AND "+where+" ON CONFLICT DO NOTHING", args...).Error
	if err != nil {
		return fmt.Errorf("note the committees it was before: %w", err)
	}
	return nil
}

// Effects lists the effects that versions found, each once for a group; one query.
func (r *Register) Effects(ctx context.Context, versions []eqia.VersionID) (map[eqia.VersionID][]eqia.Effected, error) {
	out := map[eqia.VersionID][]eqia.Effected{}
	if len(versions) == 0 {
		return out, nil
	}
	var rows []publishedEffectRow
	err := r.read.WithContext(ctx).Where("version_id IN ?", versions).Order("version_id, characteristic, effect").Find(&rows).Error
	for _, e := range rows {
		id := eqia.VersionID(e.VersionID)
		out[id] = append(out[id], eqia.Effected{Characteristic: e.Characteristic, Effect: eqia.Effect(e.Effect)})
	}
	return out, err
}

// Years lists the years in which a version in force was published, the newest first; a query each.
func (r *Register) Years(ctx context.Context) ([]int, error) {
	var years []int
	for before := past; ; {
		var newest []int64
		err := r.read.WithContext(ctx).Table("published").Where("standing = ? AND published_at < ?", eqia.InForce, before).
			Order("published_at DESC").Limit(1).Pluck("published_at", &newest).Error
		if err != nil || len(newest) == 0 {
			return years, err
		}
		year := instant(newest[0]).In(eqia.London()).Year()
		years, before = append(years, year), micros(time.Date(year, 1, 1, 0, 0, 0, 0, eqia.London()))
	}
}

// why says which words of a publication were looked for, and where they stand. Of one that was withdrawn only what its page shows is told.
func why(p eqia.Publication, text string) []eqia.Why {
	if reference(eqia.PublicFilter{Text: text}) != "" || checkCode(eqia.PublicFilter{Text: text}) != "" {
		return []eqia.Why{{In: eqia.InReference, Words: []string{p.Reference}}}
	}
	looked := wordsIn(text)
	looked = looked[:min(len(looked), mostAsked)]
	parts := []eqia.Why{{In: eqia.InTitle, Words: matched(p.Title, looked)}}
	if p.Standing != eqia.TakenAway {
		parts = append(parts, eqia.Why{In: eqia.InSummary, Words: matched(p.Summary, looked)})
	}
	parts = append(parts, eqia.Why{In: eqia.InReference, Words: matched(p.Reference, looked)})
	return slices.DeleteFunc(parts, func(w eqia.Why) bool { return len(w.Words) == 0 })
}

// matched lists the words of a text, as they are written there, whose stems were looked for; each once.
func matched(text string, looked []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, word := range strings.FieldsFunc(text, between) {
		if !begins(word, looked) {
			continue
		}
		key := strings.Join(wordsIn(word), " ")
		if slices.Contains(looked, key) && !seen[key] {
			seen[key] = true
			out = append(out, word)
		}
	}
	return out
}

// begins reports whether a word can have one of these stems: a stem begins as its words do. It spares the stemming of almost all of a text.
func begins(word string, stems []string) bool {
	first := word[0] | 0x20 // the small letter of a plain one
	plain := first >= 'a' && first <= 'z'
	return !plain || slices.ContainsFunc(stems, func(stem string) bool { return stem[0] == first })
}

// between reports whether a character stands between words, as plainText has it.
func between(r rune) bool {
	return !unicode.In(r, unicode.L, unicode.N, unicode.M) && r != '\'' && r != '’'
}
