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
)

// changes is what is said about the meeting's papers since they were published, in order.
func (h *hall) changes() []string {
	h.t.Helper()
	list, err := h.Since(h.t.Context(), eqiatest.Clerk(), eqia.Page{Size: 10})
	h.ok(err)
	var out []string
	for _, c := range list {
		for _, d := range c.List {
			out = append(out, d.Says)
		}
	}
	return out
}

func (h *hall) says(want ...string) {
	h.t.Helper()
	got := h.changes()
	if len(got) != len(want) {
		h.t.Fatalf("the changes are %q", got)
	}
	for n := range want {
		if !strings.Contains(got[n], want[n]) {
			h.t.Errorf("change %d is %q, want %q", n+1, got[n], want[n])
		}
	}
}

func TestWhatChangesAfterPublicationIsListedUntilItIsPublishedAgain(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk, reference := t.Context(), eqiatest.Clerk(), h.linked()
		h.says()
		h.publishes(first)
		h.says()
		h.clock.Pass(time.Hour)
		h.ok(h.WithdrawReason(ctx, clerk, h.item(4).Appearance.Reasons[0].ID, committee.Settling{Counter: 1}))
		_, err := h.ReplaceLink(ctx, clerk, h.item(3).Appearance.Links[0].ID, whole(reference))
		h.ok(err)
		_, err = h.NewVersion(ctx, h.as(eqiatest.Author(), reference), eqia.NewVersionCommand{})
		h.ok(err)
		h.ok(eqiatest.Sign(ctx, h.world.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		h.says("The link to it was changed or withdrawn", reference+" version 1.0 was linked after", "Version 1.1 of "+reference+" was signed off", "was in the papers and is withdrawn")
		_, err = h.GiveReason(ctx, clerk, h.item(4).Appearance.ID, committee.ReasonCommand{Code: committee.ToNote, Public: "To note."})
		h.ok(err)
		_, err = h.ReplaceLink(ctx, clerk, h.item(3).Appearance.Live()[0].ID, whole(reference))
		h.ok(err)
		h.publishes(committee.PublishCommand{Kind: committee.Supplement, Reason: "A new version of the assessment."})
		h.says()
	})
}

func TestMembersAreToldOfAChangeOnceAndItStaysSo(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		h.linked()
		h.publishes(first)
		i := h.item(3)
		i.Title = "Car parking"
		h.ok(h.EditItem(ctx, clerk, i))
		c, err := h.SinceAt(ctx, clerk, h.meeting)
		h.ok(err)
		if len(c.List) != 1 || c.Outstanding() != 1 {
			t.Fatalf("got %+v", c.List)
		}
		cmd := committee.TellCommand{Mark: c.List[0].Mark, Way: committee.Verbally, At: h.clock.Now().Add(-time.Minute), Note: "The chairman read it out."}
		h.ok(h.Tell(ctx, clerk, h.meeting, cmd))
		c, err = h.SinceAt(ctx, clerk, h.meeting)
		h.ok(err)
		if c.Outstanding() != 0 || c.List[0].Told == nil || c.List[0].Told.Note != cmd.Note {
			t.Errorf("got %+v", c.List)
		}
		cmd.Mark = "another"
		if err := h.Tell(ctx, clerk, h.meeting, cmd); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("of a change that is not there: %v", err)
		}
		err = s.Batch(func(tx *gorm.DB) error { return tx.Exec("UPDATE members_told SET note = ''").Error })[0]
		if err == nil || !strings.Contains(err.Error(), "what members were told never changes") {
			t.Errorf("it was changed: %v", err)
		}
	})
}

func TestARecommendationThatMembersAddedIsAVersionThatNothingCovers(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		h.linked()
		at := h.item(3).Appearance.ID
		h.clock.Pass(22 * 24 * time.Hour)
		cmd := committee.DecideCommand{Once: "press", Counter: 1, Added: "Freeze the charges for a year\n4(a) Report back", Origin: committee.CabinetAmendment,
			Decision: committee.Decision{Role: committee.Recommends, Outcome: committee.AgreedAmended, Considered: committee.Discussed, Minute: "Members discussed the cost."}}
		h.ok(h.Decide(ctx, clerk, at, cmd))
		wantRepeat(t, h.Decide(ctx, clerk, at, cmd), string(at))
		cmd.Once, cmd.Minute = "another press", "Members discussed something else."
		if err := h.Decide(ctx, clerk, at, cmd); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("from an old counter: %v", err)
		}
		r, err := h.Report(ctx, clerk, h.report)
		h.ok(err)
		if len(r.Versions) != 2 {
			t.Fatalf("there are %d versions", len(r.Versions))
		}
		points := r.Versions[1].Recommendations
		if len(points) != 4 || points[0].Origin != committee.ByOfficer || points[2].Label != "3" || points[2].Origin != committee.CabinetAmendment || points[3].Label != "4(a)" {
			t.Errorf("the recommendations are %+v", points)
		}
		if a := r.Journey[0].Appearance; a.Version.No != 1 || a.Outcome != committee.AgreedAmended || a.Minute != "Members discussed the cost." {
			t.Errorf("the meeting had %+v", a)
		}
	})
}

func TestChallengesAndPromisesAreRecordedAndClosed(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk, at := t.Context(), eqiatest.Clerk(), h.appeared()
		today := eqia.DayOf(h.clock.Now())
		asked := committee.Challenge{AppearanceID: at, Councillor: "Ward member", Channel: "meeting", Text: "Who was asked?", AskedOn: today}
		h.ok(h.RecordChallenge(ctx, clerk, asked, "press"))
		wantRepeat(t, h.RecordChallenge(ctx, clerk, asked, "press"), string(h.item(3).Appearance.Challenges[0].ID))
		answered := h.item(3).Appearance.Challenges[0]
		answered.Answer, answered.LedTo = "300 residents.", "clarified"
		h.ok(h.RecordChallenge(ctx, clerk, answered, ""))
		h.ok(h.Promise(ctx, clerk, committee.Commitment{AppearanceID: at, Text: "A survey", Owner: "Parking", DueOn: today}, ""))
		m := h.item(3).Appearance.Commitments[0]
		m.Closing = "The survey was done."
		h.ok(h.ClosePromise(ctx, eqiatest.Lead(), m, committee.Settling{Counter: m.Counter}))
		a := h.item(3).Appearance
		if len(a.Challenges) != 1 || a.Challenges[0].Answer != "300 residents." || a.Commitments[0].ClosedAt.IsZero() {
			t.Errorf("got %+v and %+v", a.Challenges, a.Commitments)
		}
		if err := h.ClosePromise(ctx, clerk, a.Commitments[0], committee.Settling{Counter: 2}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("closed twice: %v", err)
		}
	})
}
