package store_test

import (
	"errors"
	"slices"
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

func TestAnItemGoesFromNotStartedToNothingOutstanding(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		h.reads("not_started EQ-01")
		at := h.appeared()
		h.reads("not_started EQ-01")
		draft := h.started()
		h.ok(h.Expect(ctx, clerk, committee.ExpectCommand{Appearance: at, Reference: draft}))
		h.reads("blocked EQ-02")
		_, err := h.Link(ctx, clerk, at, whole(draft))
		wantInvalid(t, err, "reference")
		h.ok(h.NotExpect(ctx, clerk, committee.ExpectCommand{Appearance: at, Reference: draft}))
		signed := h.complete()
		h.ok(h.Expect(ctx, clerk, committee.ExpectCommand{Appearance: at, Reference: signed}))
		h.reads("blocked EQ-02")
		_, err = h.Link(ctx, clerk, at, whole(signed))
		h.ok(err)
		h.reads("nothing_outstanding")
		p := h.item(3).Appearance.Links[0].Pinned
		if p.Reference != signed || p.Number != "1.0" || p.State != workflow.SignedOff || p.SignerName != eqiatest.Lead().Name || p.Title == "" {
			t.Errorf("the link knows %+v", p)
		}
		seen, err := h.OpenVersion(ctx, clerk, signed, "1.0")
		h.ok(err)
		places, err := h.Appearances(ctx, seen)
		h.ok(err)
		if len(places) != 1 || places[0].Reference != h.report || places[0].Number != "1.0" || places[0].Expected() {
			t.Errorf("it appeared at %+v", places)
		}
	})
}

func TestALinkStaysAsItWasWhenANewVersionReplacesWhatItPointsAt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk, author := t.Context(), eqiatest.Clerk(), eqiatest.Author()
		at, reference := h.appeared(), h.complete()
		first, err := h.Link(ctx, clerk, at, whole(reference))
		h.ok(err)
		h.clock.Pass(24 * time.Hour)
		_, err = h.NewVersion(ctx, h.as(author, reference), eqia.NewVersionCommand{Purpose: eqia.Revises})
		h.ok(err)
		h.reads("nothing_outstanding")
		h.ok(eqiatest.Sign(ctx, h.world.Service, reference, author, eqiatest.Lead()))
		h.reads("blocked EQ-03")
		second, err := h.ReplaceLink(ctx, clerk, first, whole(reference))
		h.ok(err)
		h.reads("nothing_outstanding")
		links := h.item(3).Appearance.Links
		if len(links) != 2 || links[0].ID != first || links[0].Pinned.Number != "1.0" || links[0].ReplacedBy != second || links[0].Live() ||
			links[1].Pinned.Number != "2.0" || !links[1].Live() {
			t.Errorf("the links are %+v", links)
		}
		if _, err := h.ReplaceLink(ctx, clerk, first, whole(reference)); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("a link that ended was replaced: %v", err)
		}
		_, err = h.Link(ctx, clerk, at, whole(reference))
		wantInvalid(t, err, "reference")
		h.ok(h.WithdrawLink(ctx, clerk, second, committee.WithdrawCommand{Reason: "It belongs to another report."}))
		h.reads("not_started EQ-01")
	})
}

func TestNothingOfALinkCanBeChangedInTheDatabase(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		at, reference, draft := h.appeared(), h.signed(), h.started()
		id, err := h.Link(t.Context(), eqiatest.Clerk(), at, whole(reference))
		h.ok(err)
		reason, err := h.GiveReason(t.Context(), eqiatest.Clerk(), at, committee.ReasonCommand{Code: committee.ProceduralItem, Public: "Appointments."})
		h.ok(err)
		d := h.as(eqiatest.Author(), draft)
		for name, attempt := range map[string]func(*gorm.DB) error{
			"a link never changes": func(db *gorm.DB) error {
				return db.Table("assessment_links").Where("id = ?", string(id)).Update("version_id", string(d.ID)).Error
			},
			"a link is never removed": func(db *gorm.DB) error {
				return db.Exec("DELETE FROM assessment_links WHERE id = ?", string(id)).Error
			},
			"a link points at a signed version": func(db *gorm.DB) error {
				return db.Exec("INSERT INTO assessment_links (id, appearance_id, assessment_id, version_id, relation, covers, signer_contributed, made_at, made_by) "+
					"VALUES (?, ?, ?, ?, 'appended', 'all', FALSE, 1, '')", eqiatest.NewID(), string(at), string(d.AssessmentID), string(d.ID)).Error
			},
			"a reason keeps its words": func(db *gorm.DB) error {
				return db.Table("no_assessment_reasons").Where("id = ?", string(reason)).Update("public_text", "Other words.").Error
			},
			"a reason is never removed": func(db *gorm.DB) error {
				return db.Exec("DELETE FROM no_assessment_reasons WHERE id = ?", string(reason)).Error
			},
			"a report version never changes": func(db *gorm.DB) error {
				return db.Exec("UPDATE report_versions SET equality_text = 'Other words.'").Error
			},
			"a report point never changes": func(db *gorm.DB) error {
				return db.Exec("UPDATE report_points SET body = 'Other words.'").Error
			},
		} {
			if err := s.Batch(attempt)[0]; err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("%s: got %v", name, err)
			}
		}
	})
}

func TestPressingTwiceOnTheCommitteeSideDoesItOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		reference := h.signed()
		body := committee.Committee{Name: "Audit", Kind: committee.Regulatory, Regime: committee.LGA1972}
		id, err := h.AddCommittee(ctx, clerk, body, "k1")
		h.ok(err)
		_, err = h.AddCommittee(ctx, clerk, body, "k1")
		wantRepeat(t, err, string(id))
		report := committee.ReportCommand{Once: "k2", Report: committee.Report{Title: "Budget", Access: committee.Open}}
		ref, err := h.AddReport(ctx, clerk, report)
		h.ok(err)
		_, err = h.AddReport(ctx, clerk, report)
		wantRepeat(t, err, ref)
		if next, err := h.AddReport(ctx, clerk, committee.ReportCommand{Report: report.Report}); err != nil || next != "R-2026-0003" {
			t.Errorf("the next report is %s, %v: a repeat used up a reference", next, err)
		}
		agenda := committee.AgendaCommand{Once: "k3", Meeting: h.meeting, Items: committee.ParseAgenda("5. Budget")}
		h.ok(h.AddItems(ctx, clerk, agenda))
		wantRepeat(t, h.AddItems(ctx, clerk, agenda), string(h.meeting))
		appear := committee.AppearCommand{Once: "k4", Item: h.item(3).ID, Reference: h.report}
		at, err := h.Appear(ctx, clerk, appear)
		h.ok(err)
		_, err = h.Appear(ctx, clerk, appear)
		wantRepeat(t, err, string(at))
		link := whole(reference)
		link.Once = "k5"
		first, err := h.Link(ctx, clerk, at, link)
		h.ok(err)
		_, err = h.Link(ctx, clerk, at, link)
		wantRepeat(t, err, string(first))
		link.Once, link.Appendix = "k6", "Appendix 4"
		second, err := h.ReplaceLink(ctx, clerk, first, link)
		h.ok(err)
		_, err = h.ReplaceLink(ctx, clerk, first, link)
		wantRepeat(t, err, string(second))
		h.ok(h.WithdrawLink(ctx, clerk, second, committee.WithdrawCommand{Once: "k7", Reason: "Wrong report."}))
		wantRepeat(t, h.WithdrawLink(ctx, clerk, second, committee.WithdrawCommand{Once: "k7", Reason: "Wrong report."}), string(second))
		if items := count(t, s, "agenda_items"); items != 5 {
			t.Errorf("there are %d items, want 5", items)
		}
	})
}

func TestTwoClerksCannotOverwriteEachOther(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		m, err := h.Meeting(ctx, clerk, h.meeting)
		h.ok(err)
		mine, theirs := m, m
		mine.Venue, theirs.Venue = "Room 1", "Room 2"
		h.ok(h.EditMeeting(ctx, clerk, mine))
		wantRepeat(t, h.EditMeeting(ctx, clerk, mine), string(m.ID))
		if err := h.EditMeeting(ctx, clerk, theirs); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("the meeting was overwritten: %v", err)
		}
		i := h.item(4)
		j := i
		i.Title, j.Title = "Library hours", "Libraries"
		h.ok(h.EditItem(ctx, clerk, i))
		if err := h.EditItem(ctx, clerk, j); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("the item was overwritten: %v", err)
		}
		if err := h.RemoveItem(ctx, clerk, j.ID, committee.Settling{Counter: j.Counter}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("a changed item was removed: %v", err)
		}
		h.ok(h.RemoveItem(ctx, clerk, j.ID, committee.Settling{Counter: j.Counter + 1}))
		r, err := h.Report(ctx, clerk, h.report)
		h.ok(err)
		q := r
		r.Title, q.Title = "Parking", "Charges"
		h.ok(h.EditReport(ctx, clerk, r))
		if err := h.EditReport(ctx, clerk, q); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("the report was overwritten: %v", err)
		}
	})
}

func TestEveryActOfTheCommitteeSideIsInTheChainAndSaysNothingThatPeopleWrote(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		at, reference := h.appeared(), h.signed()
		id, err := h.Link(ctx, clerk, at, whole(reference))
		h.ok(err)
		h.ok(h.WithdrawLink(ctx, clerk, id, committee.WithdrawCommand{Reason: "Canary words."}))
		_, err = h.GiveReason(ctx, clerk, at, committee.ReasonCommand{Code: committee.ProceduralItem, Public: "Canary words.", Private: "Canary words."})
		h.ok(err)
		var kinds []string
		for e, err := range s.Chain(ctx) {
			h.ok(err)
			kinds = append(kinds, e.Kind)
			if strings.Contains(e.Detail+e.Subject, "Canary") {
				t.Errorf("the audit of %s holds words: %s", e.Kind, e.Detail)
			}
		}
		for _, want := range []workflow.Event{committee.ActCommittee, committee.ActMeeting, committee.ActAgenda, committee.ActReport,
			committee.ActAppear, committee.ActLink, committee.ActWithdrawLink, committee.ActReason} {
			if !slices.Contains(kinds, string(want)) {
				t.Errorf("there is no act %s", want)
			}
			if committee.Did(want) == "" {
				t.Errorf("a history has no words for %s", want)
			}
		}
		c := h.as(eqiatest.Author(), reference)
		history, err := h.store.History(ctx, c.AssessmentID)
		h.ok(err)
		if !slices.ContainsFunc(history, func(r eqia.Recorded) bool { return r.Kind == committee.ActLink && r.Number == "1.0" }) {
			t.Error("the assessment's history does not say that it was linked")
		}
	})
}
