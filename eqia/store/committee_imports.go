package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// importedRow is what a source last said of a row that is kept here.
type importedRow struct {
	Kind      string `gorm:"primaryKey"`
	TargetID  string `gorm:"primaryKey"`
	Source    string
	SourceID  string
	FetchedAt int64
	RawHash   string
	Said      string
	Counter   int
}

// importRow is a file that was brought. Its content is packed, and goes when it is settled.
type importRow struct {
	ID        string `gorm:"primaryKey"`
	Kind      string
	Source    string
	Edition   string
	Raw       string
	RawHash   string
	MadeAt    int64
	MadeBy    string
	SettledAt int64
	SettledBy string
	Outcome   string
}

func (importedRow) TableName() string { return "imported_rows" }
func (importRow) TableName() string   { return "imports" }

// imported keeps what a source said, each against the counter it was read with.
func (b *batch) imported(c *committee.Change) error {
	for _, i := range c.Imported {
		said, err := json.Marshal(i.Said)
		if err != nil {
			return fmt.Errorf("pack what the source said: %w", err)
		}
		row := importedRow{Kind: string(i.Kind), TargetID: i.Target, Source: i.Source, SourceID: i.SourceID, FetchedAt: micros(i.FetchedAt), RawHash: i.Hash,
			Said: string(said), Counter: i.Counter + 1}
		if i.Counter == 0 {
			err = b.added(&row, "keep what the source said")
		} else {
			done := b.tx.Model(&importedRow{}).Where("kind = ? AND target_id = ? AND counter = ?", row.Kind, row.TargetID, i.Counter).
				Select("*").Omit("kind", "target_id").Updates(&row)
			err = onlyOne(done, "keep what the source says now")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Imported lists what sources last said of rows of a kind; of one row when a target is named.
func (c *Committees) Imported(ctx context.Context, kind committee.ImportedKind, target string) ([]committee.Imported, error) {
	q := c.s.read.WithContext(ctx).Where("kind = ?", string(kind))
	if target != "" {
		q = q.Where("target_id = ?", target)
	}
	var rows []importedRow
	if err := q.Order("target_id").Find(&rows).Error; err != nil {
		return nil, err
	}
	out := make([]committee.Imported, len(rows))
	for n, r := range rows {
		out[n] = committee.Imported{Kind: committee.ImportedKind(r.Kind), Target: r.TargetID, Source: r.Source, SourceID: r.SourceID,
			FetchedAt: instant(r.FetchedAt), Hash: r.RawHash, Counter: r.Counter}
		if err := json.Unmarshal([]byte(r.Said), &out[n].Said); err != nil {
			return nil, fmt.Errorf("read what the source said of %s: %w", r.TargetID, err)
		}
	}
	return out, nil
}

// mostKept is how many meetings an import looks through.
const mostKept = 10_000

// MeetingsKept is every meeting without its items, the newest first.
func (c *Committees) MeetingsKept(ctx context.Context) ([]committee.Meeting, error) {
	var rows []satRow
	err := sat(c.s.read.WithContext(ctx)).Order("meetings.starts_at DESC, meetings.id").Limit(mostKept).Find(&rows).Error
	out := make([]committee.Meeting, len(rows))
	for i, r := range rows {
		out[i] = r.meeting()
	}
	return out, err
}

// waiting keeps a file until a clerk has looked at what it would do.
func (b *batch) waiting(c *committee.Change) error {
	w := c.Waiting
	if w == nil {
		return nil
	}
	raw, err := packed(w.Raw)
	if err != nil {
		return err
	}
	return b.added(&importRow{ID: string(w.ID), Kind: string(w.Kind), Source: w.Source, Edition: string(w.Edition), Raw: raw, RawHash: w.Hash,
		MadeAt: micros(w.At), MadeBy: string(w.By)}, "keep the file")
}

// settled notes what became of a file that waited, and lets its content go.
func (b *batch) settled(c *committee.Change) error {
	s := c.Settled
	if s == nil {
		return nil
	}
	done := b.tx.Model(&importRow{}).Where("id = ? AND settled_at = 0", string(s.ID)).
		Updates(map[string]any{"settled_at": micros(s.At), "settled_by": string(s.By), "outcome": string(s.Outcome), "raw": ""})
	return onlyOne(done, "settle the file")
}

// Waiting lists the files that wait for a clerk, the oldest first, without what is in them; one with it when it is named.
func (c *Committees) Waiting(ctx context.Context, id committee.ImportID) ([]committee.Waiting, error) {
	columns, q := "imports.id, imports.kind, source, edition, raw_hash, made_at, made_by", c.s.read.WithContext(ctx).Table("imports").Where("settled_at = 0")
	if id != "" {
		columns, q = columns+", raw", q.Where("imports.id = ?", string(id))
	}
	var rows []struct {
		Row    importRow `gorm:"embedded"`
		ByName string
	}
	err := q.Select(columns + ", COALESCE(people.name, '') AS by_name").Joins("LEFT JOIN people ON people.id = imports.made_by").
		Order("imports.made_at, imports.id").Find(&rows).Error
	if err != nil {
		return nil, err
	}
	out := make([]committee.Waiting, len(rows))
	for n, r := range rows {
		out[n] = committee.Waiting{ID: committee.ImportID(r.Row.ID), Kind: committee.FileKind(r.Row.Kind), Source: r.Row.Source, Edition: eqia.Day(r.Row.Edition),
			Hash: r.Row.RawHash, At: instant(r.Row.MadeAt), By: eqia.PersonID(r.Row.MadeBy), ByName: r.ByName}
		if out[n].Raw, err = unpacked(r.Row.Raw); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// packed is a file as a column of text holds it, whatever its alphabet.
func packed(raw []byte) (string, error) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err1 := w.Write(raw)
	err2 := w.Close()
	return base64.StdEncoding.EncodeToString(b.Bytes()), errors.Join(err1, err2)
}

func unpacked(text string) ([]byte, error) {
	if text == "" {
		return nil, nil
	}
	raw, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, fmt.Errorf("unpack the file: %w", err)
	}
	r, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("unpack the file: %w", err)
	}
	return io.ReadAll(io.LimitReader(r, committee.MostFile+1))
}
