package store

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
)

type publishedRow struct {
	VersionID   string `gorm:"primaryKey"`
	Reference   string
	Major       int
	Minor       int
	Title       string
	Summary     string
	Kind        string
	Directorate string
	Service     string
	Screening   bool
	Legacy      bool
	Profile     string
	Form        string
	StartedOn   string
	DecisionOn  string
	ReviewDue   string
	SignedOn    string
	SignerRole  string
	Digest      string
	CheckCode   string
	Content     string
	PublishedAt int64
	Standing    string
	WithdrawnOn string
	Notice      string
	Conditions  string // a JSON list of texts
	CopyOf      string
	Grounds     string // codes
	Withheld    bool
}

type publishedEffectRow struct {
	Characteristic string `gorm:"primaryKey"`
	Effect         string `gorm:"primaryKey"`
	PublishedAt    int64  `gorm:"primaryKey"`
	VersionID      string `gorm:"primaryKey"`
}

func (publishedRow) TableName() string       { return "published" }
func (publishedEffectRow) TableName() string { return "published_effects" }

// public takes published versions away, and publishes another.
func (b *batch) public(c *eqia.Change) error {
	for _, p := range c.Withdrew {
		err := b.tx.Model(&publishedRow{}).Where("version_id = ?", string(p.Version)).
			Updates(map[string]any{"standing": p.Standing, "withdrawn_on": string(p.WithdrawnOn), "notice": p.Notice, "withheld": p.Withheld}).Error
		if err != nil {
			return fmt.Errorf("withdraw the publication: %w", err)
		}
		if err := b.unfindable(p.Version); err != nil {
			return err
		}
	}
	if c.Public == nil {
		return nil
	}
	return b.publish(*c.Public)
}

func (b *batch) publish(p eqia.Publication) error {
	inForce := func() *gorm.DB {
		return b.tx.Model(&publishedRow{}).Where("reference = ? AND standing = ?", p.Reference, eqia.InForce)
	}
	if err := b.behind(inForce); err != nil {
		return err
	}
	err := inForce().
		Updates(map[string]any{"standing": eqia.Replaced}).Error
	if err != nil {
		return fmt.Errorf("replace the earlier publication: %w", err)
	}
	raw, err := p.Content.Canonical()
	if err != nil {
		return err
	}
	conditions, err := encode(slices.Concat([]string{}, p.Conditions))
	if err != nil {
		return err
	}
	row := publishedRow{VersionID: string(p.Version), Reference: p.Reference, Major: p.Major, Minor: p.Minor, Title: p.Title, Summary: p.Summary,
		Kind: p.Kind, Directorate: p.Directorate, Service: p.Service, Screening: p.Screening, Legacy: p.Legacy, Profile: p.Profile, Form: p.Form,
		StartedOn: string(p.StartedOn), DecisionOn: string(p.DecisionOn), ReviewDue: string(p.ReviewDue), SignedOn: string(p.SignedOn),
		SignerRole: p.SignerRole, Digest: p.Digest, CheckCode: p.CheckCode, Content: string(raw), PublishedAt: micros(p.PublishedAt), Standing: p.Standing,
		Conditions: conditions, CopyOf: p.CopyOf, Grounds: spaced(p.Grounds)}
	if err := b.tx.Create(&row).Error; err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if err := b.findable(row, micros(p.PublishedAt), p.Title+" "+p.Reference+" "+p.Summary); err != nil {
		return err
	}
	if err := b.wasBefore("published.version_id = ?", row.VersionID); err != nil {
		return err
	}
	return b.publishEffects(p)
}

func (b *batch) publishEffects(p eqia.Publication) error {
	var rows []publishedEffectRow
	for _, e := range p.Effects {
		rows = append(rows, publishedEffectRow{e.Characteristic, string(e.Effect), micros(p.PublishedAt), string(p.Version)})
	}
	if len(rows) == 0 {
		return nil
	}
	return b.tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&rows).Error
}

// Register is the store as the public reads it: it holds no way to any table but the published ones.
type Register struct {
	read    *gorm.DB
	pg      bool
	edition func(context.Context) (int64, error)
}

// Register is the public's view of the record.
func (s *Store) Register() *Register {
	return &Register{read: s.read, pg: s.pg, edition: s.Edition}
}

// Edition names the state of the record; see the contract in eqia.Register.
func (r *Register) Edition(ctx context.Context) (int64, error) { return r.edition(ctx) }

// Published is one published version: the one in force, or else the newest, when major is 0.
func (r *Register) Published(ctx context.Context, reference string, major, minor int) (eqia.Publication, error) {
	q := r.read.WithContext(ctx).Where("reference = ?", reference)
	if major > 0 {
		q = q.Where("major = ? AND minor = ?", major, minor)
	}
	var row publishedRow
	if err := q.Order("CASE standing WHEN 'current' THEN 0 ELSE 1 END, major DESC, minor DESC").Take(&row).Error; err != nil {
		return eqia.Publication{}, missing(err)
	}
	return row.whole()
}

// whole is the publication with its content.
func (r publishedRow) whole() (eqia.Publication, error) {
	p := r.publication()
	var err error
	if p.Content, err = eqia.ReadContent([]byte(r.Content)); err != nil {
		return p, err
	}
	return p, json.Unmarshal([]byte(r.Conditions), &p.Conditions)
}

// locator is how many symbols of a code lead to where it is kept. The others are compared there, all of them in the same time.
const locator = 4

// Coded is the published version that a check code was given to. The database looks by the first symbols alone, so that the time it takes
// tells nothing about the rest.
func (r *Register) Coded(ctx context.Context, code record.Code) (eqia.Publication, error) {
	if len(code) <= locator {
		return eqia.Publication{}, eqia.ErrNotFound
	}
	begins, rest := string(code[:locator]), len(code)-locator
	var rows []publishedRow
	err := r.read.WithContext(ctx).Where("check_code >= ? AND check_code <= ?", begins+strings.Repeat("0", rest), begins+strings.Repeat("Z", rest)).
		Find(&rows).Error
	if err != nil {
		return eqia.Publication{}, err
	}
	found := -1
	for i, row := range rows {
		if subtle.ConstantTimeCompare([]byte(row.CheckCode), []byte(code)) == 1 {
			found = i
		}
	}
	if found < 0 {
		return eqia.Publication{}, eqia.ErrNotFound
	}
	return rows[found].whole()
}

// listed is every column but the content, which lists do not need.
var listed = []string{"version_id", "reference", "major", "minor", "title", "summary", "kind", "directorate", "service", "screening", "legacy",
	"profile", "form", "started_on", "decision_on", "review_due", "signed_on", "signer_role", "digest", "check_code", "published_at", "standing",
	"withdrawn_on", "notice", "copy_of", "grounds", "withheld"}

// PublishedVersions lists every published version of a reference, newest first, without their content.
func (r *Register) PublishedVersions(ctx context.Context, reference string) ([]eqia.Publication, error) {
	q := r.read.WithContext(ctx).Table("published").Where("reference = ?", reference).Order("major DESC, minor DESC")
	return publications(q, byDay.at)
}

// Search lists published versions, those in force unless the filter says otherwise, newest first, without their content.
func (r *Register) Search(ctx context.Context, f eqia.PublicFilter, page eqia.Page) ([]eqia.Publication, error) {
	l := r.leading(f)
	out, err := publications(paged(r.matching(r.read.WithContext(ctx), f, true), l, page), l.at)
	for i, p := range out {
		out[i].Why = why(p, f.Text)
	}
	return newestFirst(out, page), err
}

// Count says how many match, up to the limit.
func (r *Register) Count(ctx context.Context, f eqia.PublicFilter, limit int) (int, error) {
	var n int64
	db := r.read.WithContext(ctx)
	found := r.matching(db, f, false).Select(r.leading(f).at).Limit(limit)
	err := db.Table("(?) AS found", found).Count(&n).Error
	return int(n), err
}

func yearSpan(year string) (from, to int64, ok bool) {
	n, err := strconv.Atoi(year)
	if err != nil || n < 2000 || n > 2999 {
		return 0, 0, false
	}
	start := time.Date(n, 1, 1, 0, 0, 0, 0, eqia.London())
	return micros(start), micros(start.AddDate(1, 0, 0)), true
}

// publications reads a list; place is the column that a cursor counts by.
func publications(q *gorm.DB, place string) ([]eqia.Publication, error) {
	columns := make([]string, len(listed), len(listed)+1)
	for i, c := range listed {
		columns[i] = "published." + c
	}
	var rows []struct {
		Row   publishedRow `gorm:"embedded"`
		Place int64
	}
	err := q.Select(append(columns, place+" AS place")).Find(&rows).Error
	out := make([]eqia.Publication, len(rows))
	for i, r := range rows {
		out[i] = r.Row.publication()
		out[i].Cursor = cursorOf(r.Place, r.Row.VersionID)
	}
	return out, err
}

func (r publishedRow) publication() eqia.Publication {
	p := eqia.Publication{Version: eqia.VersionID(r.VersionID), Reference: r.Reference, Major: r.Major, Minor: r.Minor, Title: r.Title,
		Summary: r.Summary, Kind: r.Kind, Directorate: r.Directorate, Service: r.Service, Screening: r.Screening, Legacy: r.Legacy,
		Profile: r.Profile, Form: r.Form, StartedOn: eqia.Day(r.StartedOn), DecisionOn: eqia.Day(r.DecisionOn), ReviewDue: eqia.Day(r.ReviewDue),
		SignedOn: eqia.Day(r.SignedOn), SignerRole: r.SignerRole, Digest: r.Digest, CheckCode: r.CheckCode, PublishedAt: instant(r.PublishedAt), Standing: r.Standing,
		WithdrawnOn: eqia.Day(r.WithdrawnOn), Notice: r.Notice, CopyOf: r.CopyOf, Grounds: unspaced[string](r.Grounds), Withheld: r.Withheld}
	if r.Withheld {
		p.Title, p.Summary, p.Service = eqia.TitleLeftOut, "", ""
	}
	return p
}
