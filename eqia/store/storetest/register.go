package storetest

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	_ "github.com/mattn/go-sqlite3" // registers the "sqlite3" driver
)

// Words in the titles that FillRegister makes up: one title in a thousand has Rare, one in twenty has Middling, and each has
// Every. They are their own stems, as a search wants them.
const (
	Every    = "council"
	Middling = "flood"
	Rare     = "harbour"
)

// FillRegister puts n made-up publications, the same ones every time, into the register of an SQLite file that holds one already: they
// are copies of it with titles, directorates and effects of their own, a minute apart. It writes past the queue, for benchmarks.
func FillRegister(ctx context.Context, path string, n int) error {
	var steps []step
	for _, copied := range registerCopies {
		steps = append(steps, step{copied.table, func(ctx context.Context, tx *sql.Tx) error { return copied.fill(ctx, tx, n) }})
	}
	for _, copied := range linkCopies {
		steps = append(steps, step{copied.table, func(ctx context.Context, tx *sql.Tx) error { return copied.some(ctx, tx, n, linkedEvery) }})
	}
	return fill(ctx, path, append(steps, step{"the effects", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, registerEffects, n)
		return err
	}}))
}

// step is one part of filling a database.
type step struct {
	what string
	do   func(context.Context, *sql.Tx) error
}

// fill does steps on an SQLite file in one transaction.
func fill(ctx context.Context, path string, steps []step) error {
	db, err := sql.Open("sqlite3", path+"?_foreign_keys=on&_txlock=immediate")
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return errors.Join(err, db.Close())
	}
	for _, s := range steps {
		if err := s.do(ctx, tx); err != nil {
			return errors.Join(fmt.Errorf("fill %s: %w", s.what, err), tx.Rollback(), db.Close())
		}
	}
	return errors.Join(tx.Commit(), db.Close())
}

// copies says which columns of a table's first row are made anew in each copy, where no is the number of the copy. A table without a row
// stays empty.
type copies struct {
	table string
	anew  map[string]string
}

const (
	numbers   = "WITH RECURSIVE numbers (no) AS (SELECT 1 UNION ALL SELECT no + 1 FROM numbers WHERE no < ?) "
	familyID  = "printf('01JA%022d', no)"
	versionID = "printf('01JV%022d', no)"
	reference = "printf('EQIA-2026-%04d', no)"
	subjects  = "json_extract('[\"library\",\"bus\",\"parking\",\"school\",\"housing\",\"leisure\",\"garden\",\"museum\"]', '$[' || (%s) || ']')"
)

var title = "'The " + Every + " changes its ' || " + fmt.Sprintf(subjects, "no % 8") + " || ' and ' || " + fmt.Sprintf(subjects, "no / 8 % 8") +
	" || ' service ' || no || IIF(no % 20 = 0, ' for " + Middling + "', '') || IIF(no % 1000 = 0, ' at the " + Rare + "', '')"

var registerCopies = []copies{
	{"assessments", map[string]string{"id": familyID, "reference": reference, "current_version": versionID, "signed_version": versionID}},
	{"versions", map[string]string{"id": versionID, "assessment_id": familyID, "title": title}},
	{"published", map[string]string{"version_id": versionID, "reference": reference, "title": title, "published_at": "published_at + no * 60000000",
		"directorate": "json_extract('[\"place\",\"people_adults\",\"people_children\",\"corporate\"]', '$[' || (no * 7 % 4) || ']')"}},
	{"published_words", map[string]string{"place": "place + no * 60000000", "version_id": versionID,
		"words": "LOWER(" + title + ") || ' eqia 2026 ' || printf('%04d', no) || ' ' || words"}},
}

// linkCopies link one copy in so many to the report that the first one is linked to, when it is.
const linkedEvery = 10

var linkCopies = []copies{
	{"assessment_links", map[string]string{"id": "printf('01JL%022d', no)", "version_id": versionID, "assessment_id": familyID}},
	{"published_committees", map[string]string{"published_at": "published_at + no * 60000000", "version_id": versionID, "assessment_id": familyID}},
}

// registerEffects gives each copy an effect on each of five groups.
const registerEffects = numbers + `INSERT INTO published_effects (characteristic, effect, published_at, version_id)
SELECT g.value, json_extract('["positive","negative","unclear","neutral"]', '$[' || (no * (g.key + 3) / 4 % 4) || ']'), p.published_at, p.version_id
FROM numbers, json_each('["age","disability","race","sex","carers"]') g, published p WHERE p.version_id = ` + versionID

// fill copies the table's first row n times.
func (c copies) fill(ctx context.Context, tx *sql.Tx, n int) error { return c.some(ctx, tx, n, 1) }

// some makes one in so many of the copies.
func (c copies) some(ctx context.Context, tx *sql.Tx, n, every int) error {
	rows, err := tx.QueryContext(ctx, "SELECT name FROM pragma_table_info(?)", c.table)
	if err != nil {
		return err
	}
	defer rows.Close()
	var names, values []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		names, values = append(names, name), append(values, name)
		if made, ok := c.anew[name]; ok {
			values[len(values)-1] = made
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, numbers+"INSERT INTO "+c.table+" ("+strings.Join(names, ", ")+") SELECT "+strings.Join(values, ", ")+
		" FROM numbers, (SELECT * FROM "+c.table+" LIMIT 1) WHERE numbers.no % ? = 0", n, every)
	return err
}
