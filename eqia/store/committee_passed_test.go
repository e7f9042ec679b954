package store_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

// waiting puts a report on the agenda whose assessment is still a draft, and gives what a clerk was told by telephone of that finding.
func (h *hall) waiting() (at committee.AppearanceID, draft string, told committee.PassCommand) {
	h.t.Helper()
	at, draft = h.appeared(), h.started()
	h.ok(h.Expect(h.t.Context(), eqiatest.Clerk(), committee.ExpectCommand{Appearance: at, Reference: draft}))
	return at, draft, committee.PassCommand{Once: "k1", Mark: h.finding().Mark(), Public: "Members will have it at the meeting.",
		Private: "Canary of advice", How: "by telephone at 16:35"}
}

// finding is what weighs most on the third item.
func (h *hall) finding() committee.Finding { return h.item(3).Findings[0] }

func TestAFindingPassesOnlyForAReasonAndByWhomItsRuleNames(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk, officer := t.Context(), eqiatest.Clerk(), eqiatest.MonitoringOfficer()
		at, _, told := h.waiting()
		short := told
		short.Once, short.Public = "", "It is fine."
		_, err := h.Pass(ctx, clerk, at, short)
		wantInvalid(t, err, "public")
		unsaid := told
		unsaid.Once, unsaid.How = "", ""
		_, err = h.Pass(ctx, clerk, at, unsaid)
		wantInvalid(t, err, "how")
		for _, p := range []eqia.Person{eqiatest.Author(), eqiatest.Lead()} {
			if _, err := h.Pass(ctx, p, at, unsaid); !refused(err) {
				t.Errorf("%s let it pass: %v", p.Name, err)
			}
		}
		id, err := h.Pass(ctx, officer, at, committee.PassCommand{Mark: told.Mark, Public: told.Public})
		h.ok(err)
		if o := h.finding().Override; o == nil || o.ID != id || o.ConfirmBy != "" {
			t.Errorf("the officer's own pass is %+v", o)
		}
		if err := h.ConfirmPass(ctx, clerk, id, committee.Settling{Counter: 1}); !refused(err) {
			t.Errorf("the clerk confirmed it: %v", err)
		}
	})
}

func TestAClerksWordLetsAFindingPassUntilTheNextWorkingDay(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk, officer := t.Context(), eqiatest.Clerk(), eqiatest.MonitoringOfficer()
		at, _, told := h.waiting()
		id, err := h.Pass(ctx, clerk, at, told)
		h.ok(err)
		_, err = h.Pass(ctx, clerk, at, told)
		wantRepeat(t, err, string(id))
		h.reads("nothing_outstanding EQ-02")
		waits, err := h.Unconfirmed(ctx, officer)
		h.ok(err)
		if len(waits) != 1 || waits[0].Override.ID != id || waits[0].Override.ByName != clerk.Name || waits[0].Item.Number != "3" || waits[0].Item.Meeting.ID != h.meeting {
			t.Fatalf("it waits as %+v", waits)
		}
		h.clock.Pass(4 * 24 * time.Hour)
		h.reads("blocked EQ-02")
		h.ok(h.ConfirmPass(ctx, officer, id, committee.Settling{Counter: 1, Once: "k2"}))
		h.reads("nothing_outstanding EQ-02")
		if err := h.ConfirmPass(ctx, officer, id, committee.Settling{Counter: 2}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("it was confirmed twice: %v", err)
		}
		h.ok(h.EndPass(ctx, officer, id, committee.Settling{Counter: 2}))
		h.reads("blocked EQ-02")
		if waits, err = h.Unconfirmed(ctx, officer); err != nil || len(waits) != 0 {
			t.Errorf("it still waits: %+v, %v", waits, err)
		}
	})
}

func TestTheAuditOfAPassNamesTheAssessmentAndHoldsNoWords(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, officer := t.Context(), eqiatest.MonitoringOfficer()
		at, draft, told := h.waiting()
		id, err := h.Pass(ctx, eqiatest.Clerk(), at, told)
		h.ok(err)
		h.ok(h.ConfirmPass(ctx, officer, id, committee.Settling{Counter: 1}))
		h.ok(h.EndPass(ctx, officer, id, committee.Settling{Counter: 2}))
		for e, err := range s.Chain(ctx) {
			h.ok(err)
			if strings.Contains(e.Detail+e.Subject, "Canary") || strings.Contains(e.Detail, "telephone") {
				t.Errorf("the audit of %s holds words: %s", e.Kind, e.Detail)
			}
		}
		c := h.as(eqiatest.Author(), draft)
		history, err := h.store.History(ctx, c.AssessmentID)
		h.ok(err)
		kinds := ""
		for _, r := range history {
			kinds += string(r.Kind) + " "
		}
		for _, want := range []string{"committee.pass", "committee.confirm_pass", "committee.end_pass"} {
			if !strings.Contains(kinds, want) {
				t.Errorf("the assessment's history has no %s: %s", want, kinds)
			}
		}
	})
}

func TestOnlyKeepersWriteInTheRuleBook(t *testing.T) {
	s := opened(t, sqliteFile(t))
	h := hallOn(t, s)
	ctx := t.Context()
	book := committee.RuleBook{Set: committee.Strict, Weights: map[string]eqia.Severity{"EQ-02": eqia.Warn, "EQ-03": eqia.Stop}}
	for _, p := range []eqia.Person{eqiatest.Clerk(), eqiatest.Lead(), eqiatest.Author()} {
		if err := h.KeepBook(ctx, p, book, ""); !refused(err) {
			t.Errorf("%s wrote in it: %v", p.Name, err)
		}
	}
	for id, weight := range map[string]eqia.Severity{"EQ-01": committee.Off, "EQ-15": eqia.Stop, "XX-01": eqia.Warn} {
		wantInvalid(t, h.KeepBook(ctx, eqiatest.MonitoringOfficer(), committee.RuleBook{Weights: map[string]eqia.Severity{id: weight}}, ""), "weight-"+id)
	}
	h.ok(h.KeepBook(ctx, eqiatest.MonitoringOfficer(), book, "k1"))
	wantRepeat(t, h.KeepBook(ctx, eqiatest.MonitoringOfficer(), book, "k1"), "rules")
	kept, err := h.Book(ctx, eqiatest.Clerk())
	h.ok(err)
	if len(kept.Weights) != 1 || kept.Weighs("EQ-02") != eqia.Warn || kept.Weighs("EQ-03") != eqia.Stop || kept.Counter != 1 {
		t.Errorf("the book is %+v", kept)
	}
	at, draft := h.appeared(), h.started()
	h.ok(h.Expect(ctx, eqiatest.Clerk(), committee.ExpectCommand{Appearance: at, Reference: draft}))
	h.reads("warnings EQ-02")
	if err := h.KeepBook(ctx, eqiatest.Administrator(), book, "k2"); !errors.Is(err, eqia.ErrMoved) {
		t.Errorf("a book read before was kept: %v", err)
	}
	if _, err := h.Book(ctx, eqiatest.Author()); !refused(err) {
		t.Errorf("an author read it: %v", err)
	}
}
