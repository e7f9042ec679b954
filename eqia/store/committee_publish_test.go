package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// linked puts the report at the third item with a complete assessment, and says why the fourth has none.
func (h *hall) linked() (reference string) {
	h.t.Helper()
	ctx, clerk := h.t.Context(), eqiatest.Clerk()
	at, reference := h.appeared(), h.complete()
	_, err := h.Link(ctx, clerk, at, whole(reference))
	h.ok(err)
	h.settled(4)
	return reference
}

// settled puts a report of its own at the nth item, with a reason for having no assessment.
func (h *hall) settled(n int) {
	h.t.Helper()
	ctx, clerk := h.t.Context(), eqiatest.Clerk()
	report, err := h.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: h.item(n).Title, Access: committee.Open}})
	h.ok(err)
	at, err := h.Appear(ctx, clerk, committee.AppearCommand{Item: h.item(n).ID, Reference: report})
	h.ok(err)
	_, err = h.GiveReason(ctx, clerk, at, committee.ReasonCommand{Code: committee.ToNote, Public: "Members are asked to note it."})
	h.ok(err)
}

// publishes records an edition of the meeting and reads it back.
func (h *hall) publishes(cmd committee.PublishCommand) committee.Edition {
	h.t.Helper()
	id, err := h.PublishAgenda(h.t.Context(), eqiatest.Clerk(), h.meeting, cmd)
	h.ok(err)
	e, err := h.Edition(h.t.Context(), eqiatest.Clerk(), h.meeting, id)
	h.ok(err)
	return e
}

func frozen(t *testing.T, e committee.Edition) committee.Manifest {
	t.Helper()
	m, err := committee.ReadManifest(e)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var first = committee.PublishCommand{Kind: committee.MainEdition}

func TestAnAgendaIsNotRecordedAsPublishedWhileSomethingBlocks(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		_, err := h.PublishAgenda(t.Context(), eqiatest.Clerk(), h.meeting, first)
		var unready *committee.NotReady
		if !errors.As(err, &unready) || len(unready.Blocks) == 0 || unready.Blocks[0].Item.Number != "3" {
			t.Fatalf("got %v", err)
		}
		if n := count(t, s, "agenda_editions"); n != 0 {
			t.Errorf("%d editions are kept", n)
		}
		h.keep(committee.Change{Book: &committee.RuleBook{Set: committee.Introductory}})
		if m := frozen(t, h.publishes(first)); m.Set != committee.Introductory || len(m.Items[2].Findings) == 0 {
			t.Errorf("the introductory set froze %+v", m)
		}
	})
}

func TestAnEditionFreezesWhatIsLinkedAndMakesItPublic(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk, reference := t.Context(), eqiatest.Clerk(), h.linked()
		once := committee.PublishCommand{Once: "one press", Kind: committee.MainEdition, StatedAt: h.clock.Now().Add(-time.Hour), StatedSource: "The council’s website"}
		e := h.publishes(once)
		_, err := h.PublishAgenda(ctx, clerk, h.meeting, once)
		wantRepeat(t, err, string(e.ID))
		_, err = h.PublishAgenda(ctx, clerk, h.meeting, first)
		wantInvalid(t, err, "kind")
		h.froze(e, reference)
		sound(t, s)
	})
}

// froze fails unless an edition holds the report with its assessment and the reason beside it, and the assessment is public.
func (h *hall) froze(e committee.Edition, reference string) {
	h.t.Helper()
	t := h.t
	m, version := frozen(t, e), h.as(eqiatest.Lead(), reference)
	got := m.Items[2].Links
	if len(got) != 1 || got[0].Assessment != reference || got[0].Version != "1.0" || got[0].Digest != version.Digest || got[0].Appendix != "Appendix 3" {
		t.Errorf("it froze %+v", got)
	}
	if r := m.Items[2].Report; r == nil || r.Reference != h.report || r.Version != 1 {
		t.Errorf("it froze the report %+v", r)
	}
	if reasons := m.Items[3].Reasons; len(reasons) != 1 || reasons[0].AgreedBy != workflow.Clerk {
		t.Errorf("it froze the reasons %+v", reasons)
	}
	h.madePublic(e, reference)
}

// madePublic fails unless the assessment is public with an edition, which is when the agenda is said to be published.
func (h *hall) madePublic(e committee.Edition, reference string) {
	h.t.Helper()
	t, ctx, version := h.t, h.t.Context(), h.as(eqiatest.Lead(), reference)
	if p, err := h.store.Register().Published(ctx, reference, 1, 0); err != nil || p.Digest != version.Digest || !version.Published() {
		t.Errorf("the public reads %+v, %v", p, err)
	}
	meeting, err := h.Meeting(ctx, eqiatest.Clerk(), h.meeting)
	h.ok(err)
	if meeting.AgendaOn != eqia.DayOf(e.StatedAt) || len(e.Statements) != 1 {
		t.Errorf("the agenda is said to be published on %s, with %d statements", meeting.AgendaOn, len(e.Statements))
	}
}

func TestATimeOfPublicationIsStatedAgainAndNeverChanged(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		h.linked()
		e := h.publishes(first)
		yesterday := h.clock.Now().AddDate(0, 0, -1)
		h.ok(h.State(t.Context(), eqiatest.Clerk(), e, committee.StateCommand{At: yesterday, Source: "The server’s log", Why: "It went up a day before"}))
		now, err := h.Edition(t.Context(), eqiatest.Clerk(), h.meeting, e.ID)
		h.ok(err)
		if !now.At().Equal(yesterday.Truncate(time.Microsecond)) || !now.RecordedAt.Equal(e.RecordedAt) || len(now.Statements) != 1 {
			t.Errorf("got %+v", now)
		}
		if _, err := h.Edition(t.Context(), eqiatest.Clerk(), committee.MeetingID(eqiatest.NewID()), e.ID); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("at another meeting: %v", err)
		}
	})
}

func TestNothingRestrictedAndNothingOfAClosedItemBecomesPublicWithAnAgenda(t *testing.T) {
	for name, changed := range map[string]func(h *hall, i committee.Item){
		"a closed item": func(h *hall, i committee.Item) {
			i.Access = committee.FullyExempt
			h.ok(h.EditItem(h.t.Context(), eqiatest.Clerk(), i))
		},
		"a restricted assessment on an item that is partly closed": func(h *hall, i committee.Item) {
			i.Access = committee.PartExempt
			h.ok(h.EditItem(h.t.Context(), eqiatest.Clerk(), i))
			h.restrict(i.Appearance.Links[0].Pinned.Reference)
		},
		"one that is only relied on": func(h *hall, i committee.Item) {
			cmd := whole(i.Appearance.Links[0].Pinned.Reference)
			cmd.Relation = committee.ReliedOnElsewhere
			_, err := h.ReplaceLink(h.t.Context(), eqiatest.Clerk(), i.Appearance.Links[0].ID, cmd)
			h.ok(err)
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := hallOn(t, opened(t, sqliteFile(t)))
			h.linked()
			changed(h, h.item(3))
			h.publishes(first)
			if n := count(t, h.store, "published"); n != 0 {
				t.Errorf("%d assessments are public", n)
			}
		})
	}
}

func TestAMeetingThatWasHeldKeepsWhatWasLinkedThen(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk, reference := t.Context(), eqiatest.Clerk(), h.linked()
		h.publishes(first)
		m, err := h.Meeting(ctx, clerk, h.meeting)
		h.ok(err)
		m.Status = committee.Held
		h.ok(h.EditMeeting(ctx, clerk, m))
		wantRepeat(t, h.EditMeeting(ctx, clerk, m), string(m.ID))
		h.ok(h.WithdrawLink(ctx, clerk, h.item(3).Appearance.Links[0].ID, committee.WithdrawCommand{Reason: "It was the wrong one."}))
		m, err = h.Meeting(ctx, clerk, h.meeting)
		h.ok(err)
		if len(m.Editions) != 2 || m.Editions[1].Kind != committee.AsMet {
			t.Fatalf("the editions are %+v", m.Editions)
		}
		e, err := h.Edition(ctx, clerk, h.meeting, m.Editions[1].ID)
		h.ok(err)
		if got := frozen(t, e); len(got.Items[2].Links) != 1 || got.Items[2].Links[0].Assessment != reference || got.Meeting.Status != committee.Held {
			t.Errorf("it keeps %+v", got.Items[2])
		}
	})
}

func TestWhicheverStatementOfAPublicationFailsNothingOfItIsKept(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		h.linked()
		f := (&faults{}).on(t, s)
		f.everywhere(t, h.world, step{"publish", func(ctx context.Context, _ world, _ string) error {
			_, err := h.PublishAgenda(ctx, eqiatest.Clerk(), h.meeting, committee.PublishCommand{Once: "press", Kind: committee.MainEdition,
				StatedAt: h.clock.Now().Add(-time.Hour), StatedSource: "The website"})
			return err
		}})
		if got := dump(t, s); !strings.Contains(got, "agenda_editions: ") || !strings.Contains(got, "published: ") {
			t.Error("nothing was published in the end")
		}
		sound(t, s)
	})
}
