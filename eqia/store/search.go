package store

import (
	"slices"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
)

// lead is the table that a list of the register follows, newest first: the words when some are asked for, else the effects, else the
// publications themselves. At and ID are its columns for when a row was published and which it is.
type lead struct{ at, id string }

var (
	byWords  = lead{"w.place", "w.version_id"}
	byEffect = lead{"e.published_at", "e.version_id"}
	byDay    = lead{"published.published_at", "published.version_id"}
)

func leading(f eqia.PublicFilter) lead {
	switch {
	case len(wordsIn(f.Text)) > 0:
		return byWords
	case f.Characteristic != "" && f.Effect != "":
		return byEffect
	default:
		return byDay
	}
}

// matching joins what the filter needs to the leading table.
func (r *Register) matching(db *gorm.DB, f eqia.PublicFilter) *gorm.DB {
	l := leading(f)
	q := db
	switch l {
	case byWords:
		q = r.withWords(db, f.Text)
	case byEffect:
		q = db.Table("published_effects e").Joins("CROSS JOIN published").Where("published.version_id = e.version_id").
			Where("e.characteristic = ? AND e.effect = ?", f.Characteristic, string(f.Effect))
	default:
		q = db.Table("published")
	}
	q = q.Where("published.standing = ?", eqia.InForce)
	if l == byWords && f.Characteristic != "" && f.Effect != "" {
		q = q.Joins("JOIN published_effects e ON e.characteristic = ? AND e.effect = ? AND e.published_at = published.published_at "+
			"AND e.version_id = published.version_id", f.Characteristic, string(f.Effect))
	}
	if f.Directorate != "" {
		q = q.Where("published.directorate = ?", f.Directorate)
	}
	if from, to, ok := yearSpan(f.Year); ok {
		q = q.Where(l.at+" >= ? AND "+l.at+" < ?", from, to)
	}
	return q
}

func (r *Register) withWords(db *gorm.DB, text string) *gorm.DB {
	if r.pg {
		return db.Table("published_words w").Joins("JOIN published ON published.version_id = w.version_id").
			Where("array_to_tsvector(string_to_array(w.words, ' ')) @@ CAST(? AS tsquery)", asked(text, true))
	}
	return db.Table("published_search s").Joins("CROSS JOIN published_words w").Joins("CROSS JOIN published").
		Where("w.place = s.docid AND published.version_id = w.version_id").Where("s.published_search MATCH ?", asked(text, false))
}

// paged orders the list newest first and takes the page after a cursor, or the one before it, which comes oldest first.
func (r *Register) paged(q *gorm.DB, l lead, page eqia.Page) *gorm.DB {
	at, id := l.at, l.id
	if l == byWords && !r.pg {
		at = "s.docid" // the index gives its rows in this order by itself
	}
	way, order := "<", " DESC"
	cursor := page.After
	if page.Before != "" {
		way, order, cursor = ">", "", page.Before
	}
	if n, version, ok := after(cursor); ok && l == byWords {
		q = q.Where(at+" "+way+" ?", n)
	} else if ok {
		q = q.Where("("+at+", "+id+") "+way+" (?, ?)", n, version)
	}
	if l == byWords {
		return q.Order(at + order).Limit(page.Size)
	}
	return q.Order(at + order + ", " + id + order).Limit(page.Size)
}

// newestFirst turns a page that was read backwards the right way round.
func newestFirst(found []eqia.Publication, page eqia.Page) []eqia.Publication {
	if page.Before != "" {
		slices.Reverse(found)
	}
	return found
}
