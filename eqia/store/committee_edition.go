package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/workflow"
)

// editionList is the editions of a meeting as JSON, without manifests, each with what is stated of it now.
func (s *Store) editionList() string {
	list, one := s.jsonNames()
	stated := func(column string) string {
		return "(SELECT t." + column + " FROM edition_statements t WHERE t.edition_id = x.id ORDER BY t.seq DESC LIMIT 1)"
	}
	return "(SELECT COALESCE(" + list + "(" + one + "('ID', x.id, 'MeetingID', x.meeting_id, 'Seq', x.seq, 'Kind', x.kind, 'RecordedAt', x.recorded_at, " +
		"'RecordedBy', x.recorded_by, 'Reason', x.reason, 'Digest', x.digest, 'Ruleset', x.ruleset, 'StatedAt', " + stated("stated_at") +
		", 'StatedSource', " + stated("source") + ")), '[]') FROM agenda_editions x WHERE x.meeting_id = meetings.id)"
}

// bookList is the rule book as JSON: a list of one, or of none.
func (s *Store) bookList() string { return s.listOf(ruleBookRow{}, "x.id = 1") }

// statedEdition is an edition with what is stated of it now.
type statedEdition struct {
	editionRow
	StatedAt     int64
	StatedSource string
}

func (r statedEdition) edition() committee.Edition {
	return committee.Edition{ID: committee.EditionID(r.ID), Meeting: committee.MeetingID(r.MeetingID), Seq: r.Seq, Kind: committee.EditionKind(r.Kind),
		RecordedAt: instant(r.RecordedAt), RecordedBy: eqia.PersonID(r.RecordedBy), StatedAt: instant(r.StatedAt), StatedSource: r.StatedSource,
		Reason: r.Reason, Manifest: []byte(r.Manifest), Digest: r.Digest, Ruleset: r.Ruleset}
}

func editionsOf(list string) ([]committee.Edition, error) {
	rows, err := rowsOf[statedEdition](list)
	slices.SortFunc(rows, func(x, y statedEdition) int { return cmp.Compare(x.Seq, y.Seq) })
	var out []committee.Edition
	for _, r := range rows {
		out = append(out, r.edition())
	}
	return out, err
}

func bookOf(list string) (committee.RuleBook, error) {
	rows, err := rowsOf[ruleBookRow](list)
	if err != nil || len(rows) == 0 {
		return committee.RuleBook{}, err
	}
	book := committee.RuleBook{}
	if err := json.Unmarshal([]byte(rows[0].Body), &book); err != nil {
		return book, fmt.Errorf("read the rule book: %w", err)
	}
	book.Counter = rows[0].Counter
	return book, nil
}

// Book is the rule book as it is now; one that nobody wrote in is the zero value.
func (c *Committees) Book(ctx context.Context) (committee.RuleBook, error) {
	var row struct{ BookList string }
	err := c.s.read.WithContext(ctx).Raw("SELECT " + c.s.bookList() + " AS book_list").Scan(&row).Error
	if err != nil {
		return committee.RuleBook{}, err
	}
	return bookOf(row.BookList)
}

// Times is the timetable in the rule book; the zero value where nobody set one.
func (c *Committees) Times(ctx context.Context) (workflow.Timetable, error) {
	book, err := c.Book(ctx)
	return book.Times, err
}

// Edition is one edition of an agenda with its manifest.
func (c *Committees) Edition(ctx context.Context, id committee.EditionID) (committee.Edition, error) {
	var row struct {
		Row          editionRow `gorm:"embedded"`
		StatedAt     int64
		StatedSource string
	}
	err := c.s.read.WithContext(ctx).Table("agenda_editions e").Select("e.*, COALESCE(t.stated_at, 0) AS stated_at, COALESCE(t.source, '') AS stated_source").
		Joins("LEFT JOIN edition_statements t ON t.edition_id = e.id AND t.seq = (SELECT MAX(u.seq) FROM edition_statements u WHERE u.edition_id = e.id)").
		Where("e.id = ?", string(id)).Take(&row).Error
	if err != nil {
		return committee.Edition{}, missing(err)
	}
	e := statedEdition{row.Row, row.StatedAt, row.StatedSource}.edition()
	var said []statementRow
	err = c.s.read.WithContext(ctx).Where("edition_id = ?", string(id)).Order("seq").Find(&said).Error
	for _, r := range said {
		e.Statements = append(e.Statements, committee.Statement{At: instant(r.StatedAt), Source: r.Source, Why: r.Why, RecordedAt: instant(r.MadeAt),
			RecordedBy: eqia.PersonID(r.MadeBy)})
	}
	return e, err
}

// freezes holds a meeting and reads it again inside the transaction, for a change that is made from what it is then.
func (s *Store) freezes(b *batch) func(*committee.Change) error {
	return func(c *committee.Change) error {
		if c.Freeze == nil {
			return nil
		}
		var held meetingRow
		err := b.tx.Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", string(c.Freeze.Meeting)).Take(&held).Error
		if err != nil {
			return missing(err)
		}
		m, err := s.meeting(b.tx, c.Freeze.Meeting)
		if err != nil {
			return fmt.Errorf("read the meeting again: %w", err)
		}
		return c.Freeze.Make(m)
	}
}

// published puts assessments in the public register with the papers that carry them.
func (b *batch) published(c *committee.Change) error {
	for _, p := range c.Publish {
		if err := b.apply(p); err != nil {
			return err
		}
	}
	return nil
}

// edition keeps a new edition with the next number of its meeting, and what is stated of it.
func (b *batch) edition(c *committee.Change) error {
	e := c.Edition
	if e == nil {
		return nil
	}
	var last int
	if err := b.tx.Model(&editionRow{}).Where("meeting_id = ?", string(e.Meeting)).Select("COALESCE(MAX(seq), 0)").Scan(&last).Error; err != nil {
		return fmt.Errorf("number the edition: %w", err)
	}
	e.Seq = last + 1
	err := b.added(&editionRow{ID: string(e.ID), MeetingID: string(e.Meeting), Seq: e.Seq, Kind: string(e.Kind), RecordedAt: micros(e.RecordedAt),
		RecordedBy: string(e.RecordedBy), Reason: e.Reason, Manifest: string(e.Manifest), Digest: e.Digest, Ruleset: e.Ruleset}, "keep the edition")
	if err != nil || e.StatedAt.IsZero() {
		return err
	}
	return b.statement(e, c.Acts[0])
}

// stated keeps another statement of when an edition was published; those made before are kept.
func (b *batch) stated(c *committee.Change) error {
	if c.Stated == nil {
		return nil
	}
	return b.statement(c.Stated, c.Acts[0])
}

func (b *batch) statement(e *committee.Edition, by eqia.Act) error {
	var last int
	if err := b.tx.Model(&statementRow{}).Where("edition_id = ?", string(e.ID)).Select("COALESCE(MAX(seq), 0)").Scan(&last).Error; err != nil {
		return fmt.Errorf("number the statement: %w", err)
	}
	return b.added(&statementRow{EditionID: string(e.ID), Seq: last + 1, StatedAt: micros(e.StatedAt), Source: e.StatedSource, Why: e.Reason,
		MadeAt: micros(by.At), MadeBy: string(by.By)}, "keep what is stated")
}

// decided records what became of a report at a meeting.
func (b *batch) decided(c *committee.Change) error {
	a := c.Decided
	if a == nil {
		return nil
	}
	d := a.Decision
	return b.edit(&appearanceRow{}, string(a.ID), a.Counter, map[string]any{"role": string(d.Role), "outcome": string(d.Outcome),
		"resolution": d.Resolution, "amendments": d.Amendments, "considered": string(d.Considered), "minute": d.Minute})
}

func (b *batch) clearance(c *committee.Change) error {
	l := c.Clearance
	if l == nil {
		return nil
	}
	return b.added(&clearanceRow{ID: l.ID, ReportVersionID: string(l.Version), Role: string(l.Role), State: string(l.State), Comment: l.Comment,
		MadeAt: micros(l.At), MadeBy: string(l.By)}, "keep the clearance")
}

// override keeps a new override, or the confirmation of one or its end.
func (b *batch) override(c *committee.Change) error {
	o := c.Override
	if o == nil {
		return nil
	}
	if o.Counter > 0 {
		return b.edit(&overrideRow{}, string(o.ID), o.Counter, map[string]any{"confirmed_at": micros(o.ConfirmedAt),
			"confirmed_by": string(o.ConfirmedBy), "ended_at": micros(o.EndedAt), "ended_by": string(o.EndedBy)})
	}
	return b.added(&overrideRow{ID: string(o.ID), AppearanceID: string(o.AppearanceID), Rule: o.Rule, Mark: o.Mark, PublicText: o.Public,
		PrivateNote: o.Private, AgreedHow: o.AgreedHow, Role: string(o.Role), MadeAt: micros(o.At), MadeBy: string(o.By),
		ConfirmBy: string(o.ConfirmBy), Counter: 1}, "keep the override")
}

func (b *batch) challenge(c *committee.Change) error {
	h := c.Challenge
	if h == nil {
		return nil
	}
	if h.Counter > 0 {
		return b.edit(&challengeRow{}, string(h.ID), h.Counter, map[string]any{"councillor": h.Councillor, "channel": string(h.Channel), "body": h.Text,
			"asked_on": string(h.AskedOn), "answer": h.Answer, "led_to": string(h.LedTo)})
	}
	return b.added(&challengeRow{ID: string(h.ID), AppearanceID: string(h.AppearanceID), Councillor: h.Councillor, Channel: string(h.Channel),
		Body: h.Text, AskedOn: string(h.AskedOn), Answer: h.Answer, LedTo: string(h.LedTo), MadeAt: micros(h.At), MadeBy: string(h.By), Counter: 1},
		"keep the challenge")
}

func (b *batch) commitment(c *committee.Change) error {
	m := c.Commitment
	if m == nil {
		return nil
	}
	if m.Counter > 0 {
		return b.edit(&commitmentRow{}, string(m.ID), m.Counter, map[string]any{"closed_at": micros(m.ClosedAt), "closed_by": string(m.ClosedBy),
			"closing": m.Closing})
	}
	return b.added(&commitmentRow{ID: string(m.ID), AppearanceID: string(m.AppearanceID), Body: m.Text, Owner: m.Owner, DueOn: string(m.DueOn),
		MadeAt: micros(m.At), MadeBy: string(m.By), Counter: 1}, "keep the commitment")
}

// book keeps the rule book from the counter it was read with.
func (b *batch) book(c *committee.Change) error {
	if c.Book == nil {
		return nil
	}
	body, err := json.Marshal(c.Book)
	if err != nil {
		return err
	}
	if c.Book.Counter == 0 {
		return b.added(&ruleBookRow{ID: 1, Body: string(body), Counter: 1}, "keep the rule book")
	}
	done := b.tx.Model(&ruleBookRow{}).Where("id = 1 AND counter = ?", c.Book.Counter).Updates(map[string]any{"body": string(body), "counter": c.Book.Counter + 1})
	return onlyOne(done, "keep the rule book")
}
