package store_test

import (
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/record"
	"dorset-eqia/eqia/store"
)

// shutItem makes the nth item one of a kind of access.
func (h *hall) shutItem(n int, access committee.Access) {
	h.t.Helper()
	i := h.item(n)
	i.Access = access
	h.ok(h.EditItem(h.t.Context(), eqiatest.Clerk(), i))
}

func (h *hall) isRestricted(reference string) bool {
	h.t.Helper()
	return h.as(eqiatest.Lead(), reference).Assessment.Restricted
}

// stage is what an assessment before a closed meeting waits for; "" when it is none such.
func (h *hall) stage(reference string) committee.AccessStage {
	h.t.Helper()
	list, err := h.ClosedPapers(h.t.Context(), eqiatest.Lead())
	h.ok(err)
	for _, p := range list {
		if p.Reference == reference {
			return p.Stage(eqia.DayOf(h.clock.Now()))
		}
	}
	return ""
}

func settling(outcome committee.AccessOutcome, day eqia.Day) committee.AccessCommand {
	return committee.AccessCommand{Outcome: outcome, Paragraphs: []string{"3"}, Reason: "The public interest is greater.", ReviewOn: day}
}

func TestAnAssessmentBeforeAClosedMeetingIsRestrictedUntilSomeoneDecides(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		h.world.Closed = h.Closed
		ctx, lead := t.Context(), eqiatest.Lead()
		at := h.appeared()
		h.shutItem(3, committee.FullyExempt)
		reference := h.signed()
		if h.stage(reference) != "" || h.isRestricted(reference) {
			t.Fatal("it is closed before it is linked")
		}
		_, err := h.Link(ctx, eqiatest.Clerk(), at, whole(reference))
		h.ok(err)
		if !h.isRestricted(reference) || h.stage(reference) != committee.AccessToDecide {
			t.Errorf("linked to a closed item it is restricted: %t, and waits for %q", h.isRestricted(reference), h.stage(reference))
		}
		wantInvalid(t, h.LiftRestriction(ctx, h.as(lead, reference), "No reason left."), "reason")
		h.ok(h.DecideAccess(ctx, h.as(lead, reference), settling(committee.KeptClosed, eqia.DayOf(h.clock.Now().AddDate(0, 0, 30)))))
		if !h.isRestricted(reference) || h.stage(reference) != committee.AccessSettled {
			t.Errorf("kept closed it waits for %q", h.stage(reference))
		}
		h.clock.Pass(31 * 24 * time.Hour)
		if h.stage(reference) != committee.AccessToReview {
			t.Errorf("on the day of its review it waits for %q", h.stage(reference))
		}
		h.ok(h.DecideAccess(ctx, h.as(lead, reference), settling(committee.OpenedUp, eqia.DayOf(h.clock.Now().AddDate(0, 0, 30)))))
		if h.isRestricted(reference) || h.stage(reference) != "" {
			t.Errorf("opened, it still waits for %q", h.stage(reference))
		}
	})
}

func TestOfTwoMeetingsTheStricterHoldsUntilSomeoneDecides(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		reference, at := h.signed(), h.appeared()
		_, err := h.Link(ctx, clerk, at, whole(reference))
		h.ok(err)
		second, err := h.Appear(ctx, clerk, committee.AppearCommand{Item: h.item(4).ID, Reference: h.report})
		h.ok(err)
		_, err = h.Link(ctx, clerk, second, whole(reference))
		h.ok(err)
		if h.isRestricted(reference) {
			t.Fatal("it is restricted while both items are open")
		}
		h.shutItem(4, committee.FullyExempt)
		if !h.isRestricted(reference) {
			t.Error("the open item keeps it open")
		}
		h.ok(h.DecideAccess(ctx, h.as(eqiatest.Lead(), reference), settling(committee.OpenedUp, eqia.DayOf(h.clock.Now().AddDate(1, 0, 0)))))
		h.shutItem(3, committee.FullyExempt)
		if h.isRestricted(reference) {
			t.Error("another closed item undoes what somebody decided")
		}
	})
}

func TestConfidentialInformationIsNotOpenedAndALinkTakenAwayIsALapse(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx := t.Context()
		reference, at := h.signed(), h.appeared()
		h.shutItem(3, committee.Confidential)
		link, err := h.Link(ctx, eqiatest.Clerk(), at, whole(reference))
		h.ok(err)
		soon := eqia.DayOf(h.clock.Now().AddDate(0, 1, 0))
		wantInvalid(t, h.DecideAccess(ctx, h.as(eqiatest.Lead(), reference), settling(committee.OpenedUp, soon)), "outcome")
		h.ok(h.WithdrawLink(ctx, eqiatest.Clerk(), link, committee.WithdrawCommand{Reason: "It was the wrong one."}))
		if h.stage(reference) != committee.AccessLapsed || !h.isRestricted(reference) {
			t.Errorf("it waits for %q", h.stage(reference))
		}
		h.ok(h.DecideAccess(ctx, h.as(eqiatest.MonitoringOfficer(), reference), settling(committee.OpenedUp, soon)))
		if h.isRestricted(reference) {
			t.Error("it cannot be opened afterwards")
		}
	})
}

func TestACodeSaysThatARecordIsNotPublicOnlyWhereThatMayBeSaid(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		reference, alone, plain := h.signed(), h.signed(), h.signed()
		h.restrict(alone)
		at := h.appeared()
		h.shutItem(3, committee.FullyExempt)
		_, err := h.Link(t.Context(), eqiatest.Clerk(), at, whole(reference))
		h.ok(err)
		said := func(of string) bool {
			t.Helper()
			out, err := h.SaysRestricted(t.Context(), record.Code(h.as(eqiatest.Lead(), of).CheckCode))
			h.ok(err)
			return out
		}
		if !said(reference) || said(alone) || said(plain) {
			t.Errorf("before a closed meeting %t, restricted by itself %t, signed and not public %t", said(reference), said(alone), said(plain))
		}
		if out, err := h.SaysRestricted(t.Context(), record.NewCode([]byte("other"), "a", "b", "c", "d", 0)); out || err != nil {
			t.Errorf("a code nobody was given: %t, %v", out, err)
		}
		item := h.item(3)
		item.Silent = true
		h.ok(h.EditItem(t.Context(), eqiatest.Clerk(), item))
		if said(reference) {
			t.Error("it is told of although nothing may say that there is an assessment with the item")
		}
	})
}
