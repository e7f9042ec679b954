package store

import (
	"context"
	"slices"
	"strings"

	"dorset-eqia/eqia"
)

// Alike lists versions that a person works on whose title shares a word with the text, or whose reference it is; all of them when the text is
// empty. A person works on few enough for their titles to be looked through here.
func (s *Store) Alike(ctx context.Context, person eqia.PersonID, text string, size int) ([]eqia.Line, error) {
	mine, err := s.Mine(ctx, person, eqia.Page{Size: size})
	if err != nil || strings.TrimSpace(text) == "" {
		return mine, err
	}
	named, asked := reference(eqia.PublicFilter{Text: text}), telling(text)
	return slices.DeleteFunc(mine, func(l eqia.Line) bool {
		shares := slices.ContainsFunc(wordsIn(l.Title), func(w string) bool { return slices.Contains(asked, w) })
		return !shares && l.Reference != named
	}), nil
}

// plainWords are words that say nothing about what a text is about, as they are stemmed.
var plainWords = wordsIn("a about an and are as at be by for from how in into is it its new not of on or our that the their this to we what when who will with")

// telling is the words of a text that say what it is about, as they are searched for.
func telling(text string) []string {
	words := slices.DeleteFunc(wordsIn(text), func(w string) bool { return slices.Contains(plainWords, w) })
	return words[:min(len(words), mostAsked)]
}

// Alike lists published versions in force that share a word with the text, or whose reference it is, newest first.
func (r *Register) Alike(ctx context.Context, text string, size int) ([]eqia.Publication, error) {
	if reference(eqia.PublicFilter{Text: text}) != "" {
		return r.Search(ctx, eqia.PublicFilter{Text: text}, eqia.Page{Size: size})
	}
	words := telling(text)
	if len(words) == 0 {
		return nil, nil
	}
	db := r.read.WithContext(ctx)
	if r.pg {
		q := db.Table("published_words w").Where("array_to_tsvector(string_to_array(w.words, ' ')) @@ CAST(? AS tsquery) AND w.place > 0", anyOf(words)).
			Joins("CROSS JOIN published").Where("published.version_id = w.version_id")
		return publications(q.Order("w.place DESC").Limit(size), byWords.at)
	}
	q := db.Table("published_search s").Where("s.published_search MATCH ? AND s.docid > 0", strings.Join(words, " OR ")).
		Joins("CROSS JOIN published_words w").Where("w.place = s.docid").
		Joins("CROSS JOIN published").Where("published.version_id = w.version_id")
	return publications(q.Order("s.docid DESC").Limit(size), byIndex.at)
}

// anyOf asks PostgreSQL for any of the words.
func anyOf(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = "'" + w + "'"
	}
	return strings.Join(quoted, " | ")
}
