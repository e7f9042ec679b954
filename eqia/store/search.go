package store

import (
	"slices"
	"strings"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
)

// lead is the table that a list of the register follows, newest first: the words when some are asked for, else the effects, else the
// committees, else the publications themselves. At and ID are its columns for when a row was published and which it is.
type lead struct {
	at, id string
	one    bool // it leads to one row at most, which needs no order
	code   bool // by a check code, which also leads to a version that was replaced
}

// past is how far below its day a version stands in the search, among the effects and with the committees once it is no longer in force: behind
// every one that is, and still newest first.
const past = int64(1) << 62

var (
	byWords  = lead{at: "w.place", id: "w.version_id"}
	byIndex  = lead{at: "s.docid", id: "w.version_id"} // on SQLite, whose index gives its rows in this order by itself
	byEffect = lead{at: "e.published_at", id: "e.version_id"}
	byBody   = lead{at: "k.published_at", id: "k.version_id"}
	byDay    = lead{at: "published.published_at", id: "published.version_id"}
	byName   = lead{at: "published.published_at", id: "published.version_id", one: true}
	byCode   = lead{at: "published.published_at", id: "published.version_id", one: true, code: true}
)

func (r *Register) leading(f eqia.PublicFilter) lead {
	switch {
	case reference(f) != "" && f.Stands() == eqia.InForce:
		return byName
	case checkCode(f) != "":
		return byCode
	case len(wordsIn(f.Text)) > 0 && r.pg:
		return byWords
	case len(wordsIn(f.Text)) > 0:
		return byIndex
	case byGroup(f):
		return byEffect
	case f.Committee != "":
		return byBody
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

// matching is what the filter finds, with the publications joined to it when their rows are wanted or needed.
func (r *Register) matching(db *gorm.DB, f eqia.PublicFilter, rows bool) *gorm.DB {
	l := r.leading(f)
	rows = rows || f.Directorate != "" || f.NotNeeded || f.Stands() != eqia.InForce
	q := r.led(db, f)
	if l == byIndex && (rows || byGroup(f) || f.Committee != "") {
		q = q.Joins("CROSS JOIN published_words w").Where("w.place = s.docid")
	}
	if byGroup(f) {
		q = affecting(q, l, f)
	}
	if f.Committee != "" {
		q = before(q, l, f.Committee)
	}
	if l.own() && rows {
		q = q.Joins("CROSS JOIN published").Where("published.version_id = "+l.id+" AND published.standing = ?", f.Stands())
	}
	if f.Directorate != "" {
		q = q.Where("published.directorate = ?", f.Directorate)
	}
	if f.NotNeeded {
		q = q.Where("published.screening")
	}
	return l.within(q, f)
}

// own reports whether it leads by a table of its own, and not by the publications.
func (l lead) own() bool { return !slices.Contains([]lead{byDay, byName, byCode}, l) }

// within takes those of the year and the standing that are asked for.
func (l lead) within(q *gorm.DB, f eqia.PublicFilter) *gorm.DB {
	var down int64
	if l.own() && f.Stands() != eqia.InForce {
		down = past
	}
	if from, to, ok := yearSpan(f.Year); ok {
		return q.Where(l.at+" >= ? AND "+l.at+" < ?", from-down, to-down)
	}
	if l.own() {
		return q.Where(l.at + map[bool]string{true: " < 0", false: " > 0"}[down > 0])
	}
	return q
}

// affecting takes those with one effect on one group.
func affecting(q *gorm.DB, l lead, f eqia.PublicFilter) *gorm.DB {
	if l != byEffect {
		q = q.Joins("CROSS JOIN published_effects e").Where("e.version_id = " + l.id)
	}
	return q.Where("e.characteristic = ? AND e.effect = ?", f.Characteristic, string(f.Effect))
}

// before takes those that are linked to a report at an open item of a committee's meeting, as the public may know. The rows of the
// committees only say where to look.
func before(q *gorm.DB, l lead, body string) *gorm.DB {
	if l != byBody {
		q = q.Joins("CROSS JOIN published_committees k").Where("k.version_id = " + l.id)
	}
	return q.Where("k.committee_id = ? AND EXISTS (SELECT 1 FROM assessment_links al JOIN published shown ON shown.version_id = al.version_id "+
		"JOIN appearances a ON a.id = al.appearance_id JOIN agenda_items i ON i.id = a.agenda_item_id JOIN meetings m ON m.id = i.meeting_id "+
		"JOIN report_versions rv ON rv.id = a.report_version_id JOIN reports rp ON rp.id = rv.report_id "+
		"WHERE al.assessment_id = k.assessment_id AND al.ended_at = 0 AND m.committee_id = k.committee_id "+
		"AND m.status IN ? AND i.access IN ? AND rp.access IN ? AND NOT i.silent)", body, toldStatus, shownAccess, shownAccess)
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
	case byBody:
		return db.Table("published_committees k")
	case byCode:
		return db.Table("published").Where("published.check_code = ? AND published.standing <> ?", checkCode(f), eqia.TakenAway)
	}
	q := db.Table("published").Where("published.standing = ?", f.Stands())
	if ref := reference(f); ref != "" && r.leading(f) == byName {
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
