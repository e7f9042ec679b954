package store_test

import (
	"errors"
	"strings"
	"testing"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

func TestWhatWasSignedSaidOrPublishedCannotBeChangedInTheDatabaseItself(t *testing.T) {
	cases := []struct{ name, statement, refusal string }{
		{"changing a snapshot", "UPDATE snapshots SET content = '{}'", "a snapshot never changes"},
		{"changing a snapshot's date", "UPDATE snapshots SET made_at = made_at + 1", "a snapshot never changes"},
		{"removing a snapshot", "DELETE FROM snapshots", "a snapshot is never removed"},
		{"changing a signed answer", "UPDATE parts SET body = '{}'", "a signed version never changes"},
		{"removing a signed answer", "DELETE FROM parts", "a signed version never changes"},
		{"adding to a signed version", "INSERT INTO parts (version_id, kind, name, counter, body, saved_at, saved_by) " +
			"SELECT id, 'answer', 'more', 1, '{}', 1, '' FROM versions", "a signed version never changes"},
		{"changing the audit", "UPDATE audit SET actor = ''", "the audit never changes"},
		{"cutting the audit", "DELETE FROM audit WHERE seq = (SELECT MAX(seq) FROM audit)", "the audit is never cut"},
		{"changing a comment's words", "UPDATE comments SET body = 'other words'", "a comment keeps its words"},
		{"changing who commented", "UPDATE comments SET person_id = ''", "a comment keeps its words"},
		{"changing a published text", "UPDATE published SET content = '{}'", "a published text never changes"},
		{"changing a published digest", "UPDATE published SET digest = ''", "a published text never changes"},
		{"removing a published text", "DELETE FROM published", ""},
		{"changing who signed", "UPDATE versions SET signed_by = ''", "a signature stays"},
		{"changing the digest", "UPDATE versions SET digest = 'x'", "a signature stays"},
		{"changing the check code", "UPDATE versions SET check_code = 'x'", "a signature stays"},
		{"changing when it was signed", "UPDATE versions SET signed_at = 0", "a signature stays"},
		{"changing a signed title", "UPDATE versions SET title = 'Another'", "a signature stays"},
		{"changing what the signer signed as", "UPDATE versions SET signer_role = 'Head'", "a signature stays"},
		{"changing a signed budget round", "UPDATE versions SET budget_round = 'budget_2027_28'", "a signature stays"},
		{"changing a signed version's number", "UPDATE versions SET minor = 7", "a signature stays"},
		{"making a signed version one from outside", "UPDATE versions SET legacy = TRUE", "a signature stays"},
		{"opening a signed version again", "UPDATE versions SET state = 'draft'", "a signed version never opens again"},
		{"changing what a version came from", "UPDATE versions SET from_number = '9.0'", "what a version came from stays"},
		{"making a correction of a change", "UPDATE versions SET purpose = 'correction'", "what a version came from stays"},
		{"changing when it was published", "UPDATE versions SET published_at = 1", "a date of publication stays"},
		{"changing a published title", "UPDATE published SET title = 'Another'", "a published text never changes"},
		{"changing a published summary", "UPDATE published SET summary = 'Another'", "a published text never changes"},
		{"changing a published check code", "UPDATE published SET check_code = 'X'", "a published text never changes"},
		{"changing the day of a published form", "UPDATE published SET started_on = '2001-01-01'", "a published text never changes"},
		{"changing who signed what is published", "UPDATE published SET signer_role = 'Me', signed_on = '2001-01-01'", "a published text never changes"},
		{"removing someone who worked on it", "DELETE FROM parties", "a signed version never changes"},
		{"saying that nobody contributed", "UPDATE parties SET contributed = FALSE", "a signed version never changes"},
		{"adding someone to a signed version", "INSERT INTO parties (version_id, person_id, name, relation, active, contributed) " +
			"SELECT id, 'x', '', 'editor', TRUE, TRUE FROM versions", "a signed version never changes"},
		{"removing a signed effect", "DELETE FROM effects", "a signed version never changes"},
		{"changing a signed effect", "UPDATE effects SET effect = 'positive'", "a signed version never changes"},
		{"adding a signed effect", "INSERT INTO effects (version_id, characteristic, audience, option_no, effect) " +
			"SELECT id, 'sex', '', '', 'neutral' FROM versions", "a signed version never changes"},
		{"adding a reason to a signed version", "INSERT INTO grounds (version_id, mark, rule, part_kind, part_name, message, ruleset, passes, reason, person_id, " +
			"person_name, person_role, made_at, counter) SELECT id, 'x', '', '', '', '', '', FALSE, 'x', '', '', '', 1, 1 FROM versions", "a signed version never changes"},
		{"changing a reason that was signed with it", "UPDATE grounds SET reason = 'Another'", "a signed version never changes"},
		{"removing a reason that was signed with it", "DELETE FROM grounds", "a signed version never changes"},
		{"removing a comment on a signed version", "DELETE FROM comments", "a signed version never changes"},
		{"taking back a comment that was sent", "UPDATE comments SET sent_at = 0", "a comment keeps its words"},
		{"a state that does not exist", "UPDATE versions SET state = 'approved'", ""},
		{"an effect that does not exist", "UPDATE effects SET effect = 'good'", ""},
		{"removing a version that has answers", "DELETE FROM versions", ""},
	}
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signedWithReasons()
		w.publish(reference)
		before := dump(t, s)
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				err := s.Writer().Exec(c.statement).Error
				if err == nil || !strings.Contains(err.Error(), c.refusal) {
					t.Errorf("got %v, want a refusal: %s", err, c.refusal)
				}
			})
		}
		if dump(t, s) != before {
			t.Error("something changed all the same")
		}
	})
}

func TestOnSQLiteNothingKeptIsPutInAgainInOtherWords(t *testing.T) {
	s := opened(t, sqliteFile(t))
	w := worldOn(t, s)
	w.publish(w.signedWithReasons())
	before := dump(t, s)
	replace := func(table, column, value string) string {
		var names []string
		w.ok(s.Reader().Raw("SELECT name FROM pragma_table_info(?)", table).Scan(&names).Error)
		return "INSERT OR REPLACE INTO " + table + " SELECT " + strings.ReplaceAll(strings.Join(names, ", "), column, value+" AS "+column) + " FROM " + table
	}
	for _, c := range []struct{ table, column, value, refusal string }{
		{"snapshots", "content", "'{}'", "a snapshot never changes"},
		{"audit", "actor", "'x'", "the audit never changes"},
		{"published", "summary", "'Another'", "a published text never changes"},
		{"published", "version_id", "'another'", "a published text never changes"},
		{"comments", "body", "'Other words'", "a comment keeps its words"},
		{"versions", "digest", "'x'", "a signature stays"},
		{"parts", "body", "'{}'", "a signed version never changes"},
		{"parties", "contributed", "FALSE", "a signed version never changes"},
		{"effects", "effect", "'positive'", "a signed version never changes"},
		{"grounds", "reason", "'Another'", "a signed version never changes"},
	} {
		t.Run(c.table+" "+c.column, func(t *testing.T) {
			err := s.Writer().Exec(replace(c.table, c.column, c.value)).Error
			if err == nil || !strings.Contains(err.Error(), c.refusal) {
				t.Errorf("got %v, want a refusal: %s", err, c.refusal)
			}
		})
	}
	if dump(t, s) != before {
		t.Error("something changed all the same")
	}
}

// publish publishes the signed version.
func (w world) publish(reference string) {
	w.t.Helper()
	c := w.as(eqiatest.Lead(), reference)
	w.ok(w.Publish(w.t.Context(), c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision, Looked: true}))
}

func TestTheDatabaseItselfRefusesAContributorAsSigner(t *testing.T) {
	cases := []struct {
		name   string
		signer eqia.Person
		with   string
		kept   bool
	}{
		{"someone who did not contribute", eqiatest.Lead(), "", true},
		{"the author", eqiatest.Author(), "", false},
		{"someone named as involved", eqiatest.DeputyLead(), "", false},
		{"the author, whom the monitoring officer allowed", eqiatest.Author(), ", allowed = '" + string(eqiatest.Author().ID) + "'", true},
		{"the author, when someone else was allowed", eqiatest.Author(), ", allowed = '" + string(eqiatest.Lead().ID) + "'", false},
		{"the author of an assessment from before this service", eqiatest.Author(), ", legacy = TRUE", true},
	}
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.invite(eqiatest.DeputyLead(), w.started(), eqia.Involved)
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				err := triedOut(s, "UPDATE versions SET state = 'signed_off', signed_at = 1, signed_by = ?"+c.with, string(c.signer.ID))
				if (err == nil) != c.kept {
					t.Errorf("got %v; want it kept: %v", err, c.kept)
				}
				if err != nil && !strings.Contains(err.Error(), "a contributor does not sign") {
					t.Errorf("got %v", err)
				}
			})
		}
	})
}

// errTriedOut undoes a statement that was only tried out.
var errTriedOut = errors.New("only tried out")

// triedOut is what the database itself says to a statement, which is undone again.
func triedOut(s *store.Store, statement string, args ...any) error {
	err := s.Writer().Transaction(func(tx *gorm.DB) error {
		if err := tx.Exec(statement, args...).Error; err != nil {
			return err
		}
		return errTriedOut
	})
	if errors.Is(err, errTriedOut) {
		return nil
	}
	return err
}

func TestAContributorOfAnEarlierMinorVersionIsRefusedToo(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Lead(), reference), eqia.NewVersionCommand{})
		w.ok(err)
		const sign = "UPDATE versions SET state = 'signed_off', signed_at = 1, signed_by = ? WHERE minor = 1"
		if err := s.Writer().Exec(sign, string(eqiatest.Author().ID)).Error; err == nil {
			t.Error("the author of 1.0 signed 1.1")
		}
	})
}
