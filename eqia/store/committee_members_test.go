package store_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// keep makes one change with an act of its own.
func (h *hall) keep(c committee.Change) {
	h.t.Helper()
	c.Acts = []eqia.Act{{At: h.clock.Now().Truncate(time.Microsecond), By: eqiatest.Clerk().ID, Kind: "test", Facts: map[string]string{}}}
	h.ok(h.Store.Write(h.t.Context(), &c))
}

func TestWhatIsRecordedAboutAReportComesBackWithItsItem(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		at := h.appeared()
		now := h.clock.Now().Truncate(time.Microsecond)
		a := h.item(3).Appearance
		a.Decision = committee.Decision{Role: committee.Decides, Outcome: committee.AgreedAmended, Amendments: "A seventh one", Considered: committee.Discussed}
		h.keep(committee.Change{Decided: a})
		h.keep(committee.Change{Clearance: &committee.Clearance{ID: eqiatest.NewID(), Version: a.Version.ID, Role: "s151", State: committee.Cleared, At: now}})
		override := committee.Override{ID: committee.OverrideID(eqiatest.NewID()), AppearanceID: at, Rule: "EQ-02", Mark: "m", Public: "It was agreed by telephone.",
			Role: workflow.MonitoringOfficer, At: now, By: eqiatest.Clerk().ID}
		h.keep(committee.Change{Override: &override})
		h.keep(committee.Change{Challenge: &committee.Challenge{ID: committee.ChallengeID(eqiatest.NewID()), AppearanceID: at, Councillor: "Ward member",
			Channel: "meeting", Text: "Who was asked?", AskedOn: "2026-07-01", At: now}})
		h.keep(committee.Change{Commitment: &committee.Commitment{ID: committee.CommitmentID(eqiatest.NewID()), AppearanceID: at, Text: "A survey", Owner: "Parking", At: now}})
		a = h.item(3).Appearance
		if a.Outcome != committee.AgreedAmended || a.Considered != committee.Discussed || a.Counter != 2 {
			t.Errorf("the decision came back as %+v, counter %d", a.Decision, a.Counter)
		}
		if c, ok := a.Clearance("s151"); !ok || c.State != committee.Cleared || !c.At.Equal(now) {
			t.Errorf("the clearance came back as %+v", c)
		}
		if len(a.Overrides) != 1 || a.Overrides[0].Public != override.Public || a.Overrides[0].ByName == "" {
			t.Errorf("the override came back as %+v", a.Overrides)
		}
		if len(a.Challenges) != 1 || len(a.Commitments) != 1 || a.Commitments[0].Text != "A survey" {
			t.Errorf("got %+v and %+v", a.Challenges, a.Commitments)
		}
	})
}

func TestAnEditionKeepsItsNumberItsManifestAndEveryStatedTime(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		now := h.clock.Now().Truncate(time.Microsecond)
		e := committee.Edition{ID: committee.EditionID(eqiatest.NewID()), Meeting: h.meeting, Kind: committee.MainEdition, RecordedAt: now,
			RecordedBy: eqiatest.Clerk().ID, StatedAt: now.Add(-time.Hour), StatedSource: "The council's website", Manifest: []byte(`{"items":[]}`), Digest: "d", Ruleset: committee.Ruleset}
		h.keep(committee.Change{Edition: &e})
		h.keep(committee.Change{Edition: &committee.Edition{ID: committee.EditionID(eqiatest.NewID()), Meeting: h.meeting, Kind: committee.Supplement, RecordedAt: now, Reason: "A late paper"}})
		e.StatedAt, e.Reason = now.Add(-2*time.Hour), "The clock was wrong"
		h.keep(committee.Change{Stated: &e})
		m, err := h.Meeting(t.Context(), eqiatest.Clerk(), h.meeting)
		h.ok(err)
		if len(m.Editions) != 2 || m.Editions[0].Seq != 1 || m.Editions[1].Kind != committee.Supplement {
			t.Fatalf("got %+v", m.Editions)
		}
		if first, ok := m.Published(); !ok || !first.At().Equal(now.Add(-2*time.Hour)) {
			t.Errorf("published at %s", first.At())
		}
		whole, err := h.Store.Edition(t.Context(), e.ID)
		h.ok(err)
		if string(whole.Manifest) != `{"items":[]}` || !whole.At().Equal(now.Add(-2*time.Hour)) {
			t.Errorf("got %+v", whole)
		}
		for name, statement := range map[string]string{"an edition never changes": "UPDATE agenda_editions SET manifest = '{}'",
			"an edition is never removed": "DELETE FROM agenda_editions", "a stated time never changes": "UPDATE edition_statements SET stated_at = 1"} {
			if err := s.Batch(func(tx *gorm.DB) error { return tx.Exec(statement).Error })[0]; err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("%s: got %v", name, err)
			}
		}
	})
}

func TestARuleBookIsKeptFromTheCounterItWasReadWith(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		h.keep(committee.Change{Book: &committee.RuleBook{Set: committee.Introductory}})
		book, err := h.Store.Book(t.Context())
		h.ok(err)
		if book.Set != committee.Introductory || book.Counter != 1 {
			t.Errorf("got %+v", book)
		}
		book.Set = committee.Strict
		h.keep(committee.Change{Book: &book})
		stale := committee.Change{Book: &book, Acts: []eqia.Act{{At: h.clock.Now(), Kind: "test"}}}
		if err := h.Store.Write(t.Context(), &stale); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("a book read before was kept: %v", err)
		}
	})
}
