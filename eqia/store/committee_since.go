package store

import (
	"context"
	"iter"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/record"
)

// papersRow is a meeting with the newest edition of its papers and what members were told since.
type papersRow struct {
	Known    knownRow   `gorm:"embedded"`
	Newest   editionRow `gorm:"embedded;embeddedPrefix:ne_"`
	ToldList string
}

// newestPapers is the newest edition of a meeting's papers: those that the publish check stands before.
const newestPapers = "JOIN agenda_editions n ON n.meeting_id = meetings.id AND n.seq = (SELECT MAX(x.seq) FROM agenda_editions x " +
	"WHERE x.meeting_id = meetings.id AND x.kind IN ('main', 'supplement', 'revised', 'to_follow', 'exempt_pack'))"

// Papers lists meetings whose agenda is published, soonest first, with the newest edition of their papers; six queries, however many.
func (c *Committees) Papers(ctx context.Context, f committee.PapersFilter, page eqia.Page) ([]committee.Papers, error) {
	db := c.s.read.WithContext(ctx)
	q := sat(db).Select(satColumns + ", " + c.s.editionList() + " AS edition_list, " + c.s.bookList() + " AS book_list, " + columnsAs(editionRow{}, "n", "ne_") + ", " +
		c.s.listOf(toldRow{}, "x.meeting_id = meetings.id") + " AS told_list").Joins(newestPapers)
	if f.Meeting != "" {
		q = q.Where("meetings.id = ?", string(f.Meeting))
	} else {
		q = q.Where("meetings.starts_at >= ? AND meetings.status NOT IN ?", micros(f.From), []string{string(committee.Held), string(committee.Cancelled)})
	}
	var rows []papersRow
	if err := q.Order("meetings.starts_at, meetings.id").Limit(page.Size).Find(&rows).Error; err != nil || len(rows) == 0 {
		return nil, err
	}
	out, list := make([]committee.Papers, len(rows)), make([]committee.Meeting, len(rows))
	for n, r := range rows {
		var err error
		if out[n], err = r.papers(); err != nil {
			return nil, err
		}
		list[n] = out[n].Meeting
	}
	err := c.s.withItems(db, list)
	for n := range out {
		out[n].Meeting = list[n]
	}
	return out, err
}

func (r papersRow) papers() (committee.Papers, error) {
	m, err := r.Known.meeting()
	if err != nil {
		return committee.Papers{}, err
	}
	told, err := rowsOf[toldRow](r.ToldList)
	return committee.Papers{Meeting: m, Newest: statedEdition{editionRow: r.Newest}.edition(),
		Told: made(told, toldRow.told, func(x toldRow) (int64, string) { return x.MadeAt, x.ID })}, err
}

func (r toldRow) told() committee.Notified {
	return committee.Notified{ID: r.ID, Meeting: committee.MeetingID(r.MeetingID), Mark: r.Mark, Way: committee.Way(r.Way), ToldAt: instant(r.ToldAt), Note: r.Note,
		At: instant(r.MadeAt), By: eqia.PersonID(r.MadeBy)}
}

// told keeps how members were told of a change.
func (b *batch) told(c *committee.Change) error {
	t := c.Told
	if t == nil {
		return nil
	}
	return b.added(&toldRow{ID: t.ID, MeetingID: string(t.Meeting), Mark: t.Mark, Way: string(t.Way), ToldAt: micros(t.ToldAt), Note: t.Note,
		MadeAt: micros(t.At), MadeBy: string(t.By)}, "keep what members were told")
}

// Chain reads the whole audit in order.
func (c *Committees) Chain(ctx context.Context) iter.Seq2[record.Sealed, error] {
	return c.s.Chain(ctx)
}
