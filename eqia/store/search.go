package store

import (
	"slices"
	"strings"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
)

// lead is the table that a list of the register follows, newest first: the words when some are asked for, else the effects, else the
// publications themselves. At and ID are its columns for when a row was published and which it is.
type lead struct {
	at, id string
	one    bool // it leads to one row at most, which needs no order
	code   bool // by a check code, which also leads to a version that was replaced
}

var (
	byWords  = lead{at: "w.place", id: "w.version_id"}
	byIndex  = lead{at: "s.docid", id: "w.version_id"} // on SQLite, whose index gives its rows in this order by itself
	byEffect = lead{at: "e.published_at", id: "e.version_id"}
	byDay    = lead{at: "published.published_at", id: "published.version_id"}
	byName   = lead{at: "published.published_at", id: "published.version_id", one: true}
	byCode   = lead{at: "published.published_at", id: "published.version_id", one: true, code: true}
)

func (r *Register) leading(f eqia.PublicFilter) lead {
	switch {
	case reference(f) != "":
		return byName
	case checkCode(f) != "":
		return byCode
	case len(wordsIn(f.Text)) > 0 && r.pg:
		return byWords
	case len(wordsIn(f.Text)) > 0:
		return byIndex
	case byGroup(f):
		return byEffect
	default:
		return byDay
	}
}

// reference is the reference that a person typed; "" when they typed anything else.
func reference(f eqia.PublicFilter) string {
	ref, err := eqia.ParseReference(strings.ToUpper(strings.TrimSpace(f.Text)))
	if err != nil {
		return ""
	}
	return ref
}

// checkCode is the check code that a person typed; "" when they typed anything else. A word of nine letters without a digit or a dash is
// taken for a word.
func checkCode(f eqia.PublicFilter) string {
	code, err := record.ParseCode(f.Text)
	if err != nil || !strings.ContainsAny(f.Text, "0123456789-") {
		return ""
	}
	return string(code)
}

// byGroup reports whether one effect on one group is asked for.
func byGroup(f eqia.PublicFilter) bool { return f.Characteristic != "" && f.Effect != "" }

// matching is what the filter finds, with the publications joined to it when their rows are wanted or needed. Words and effects are kept
// of versions in force alone.
func (r *Register) matching(db *gorm.DB, f eqia.PublicFilter, rows bool) *gorm.DB {
	l := r.leading(f)
	rows = rows || f.Directorate != "" || f.NotNeeded
	q := r.led(db, f)
	if l == byIndex && (rows || byGroup(f)) {
		q = q.Joins("CROSS JOIN published_words w").Where("w.place = s.docid")
	}
	if byGroup(f) {
		q = q.Where("e.characteristic = ? AND e.effect = ?", f.Characteristic, string(f.Effect))
	}
	if l != byEffect && byGroup(f) {
		q = q.Joins("CROSS JOIN published_effects e").Where("e.version_id = " + l.id)
	}
	if !slices.Contains([]lead{byDay, byName, byCode}, l) && rows {
		q = q.Joins("CROSS JOIN published").Where("published.version_id = " + l.id)
	}
	if f.Directorate != "" {
		q = q.Where("published.directorate = ?", f.Directorate)
	}
	if f.NotNeeded {
		q = q.Where("published.screening")
	}
	if from, to, ok := yearSpan(f.Year); ok {
		q = q.Where(l.at+" >= ? AND "+l.at+" < ?", from, to)
	}
	return q
}

// led is the leading table with what is asked of it alone.
func (r *Register) led(db *gorm.DB, f eqia.PublicFilter) *gorm.DB {
	switch r.leading(f) {
	case byWords:
		return db.Table("published_words w").Where("array_to_tsvector(string_to_array(w.words, ' ')) @@ CAST(? AS tsquery)", asked(f.Text, true))
	case byIndex:
		return db.Table("published_search s").Where("s.published_search MATCH ?", asked(f.Text, false))
	case byEffect:
		return db.Table("published_effects e")
	case byCode:
		return db.Table("published").Where("published.check_code = ? AND published.standing <> ?", checkCode(f), eqia.TakenAway)
	}
	q := db.Table("published").Where("published.standing = ?", eqia.InForce)
	if ref := reference(f); ref != "" {
		q = q.Where("published.reference = ?", ref)
	}
	return q
}

// paged orders the list newest first and takes the page after a cursor, or the one before it, which comes oldest first.
func paged(q *gorm.DB, l lead, page eqia.Page) *gorm.DB {
	if l.one {
		return q.Limit(1)
	}
	way, order := "<", " DESC"
	cursor := page.After
	if page.Before != "" {
		way, order, cursor = ">", "", page.Before
	}
	places := l == byWords || l == byIndex // no two rows have the same place
	if n, version, ok := after(cursor); ok && places {
		q = q.Where(l.at+" "+way+" ?", n)
	} else if ok {
		q = q.Where("("+l.at+", "+l.id+") "+way+" (?, ?)", n, version)
	}
	if places {
		return q.Order(l.at + order).Limit(page.Size)
	}
	return q.Order(l.at + order + ", " + l.id + order).Limit(page.Size)
}

// newestFirst turns a page that was read backwards the right way round.
func newestFirst(found []eqia.Publication, page eqia.Page) []eqia.Publication {
	if page.Before != "" {
		slices.Reverse(found)
	}
	return found
}
