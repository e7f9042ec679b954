package store_test

import (
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

func TestARestrictedAssessmentKeepsItsTitleAndStaysOffOpenItems(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		at, reference := h.appeared(), h.signed()
		title := h.as(eqiatest.Author(), reference).Title
		found, err := h.Candidates(ctx, clerk, title)
		h.ok(err)
		if len(found) != 1 || found[0].Title != title || found[0].SignedNumber != "1.0" {
			t.Fatalf("by its title: %+v", found)
		}
		h.restrict(reference)
		if found, err = h.Candidates(ctx, clerk, title); err != nil || len(found) != 0 {
			t.Errorf("its title finds it: %+v, %v", found, err)
		}
		found, err = h.Candidates(ctx, clerk, reference)
		h.ok(err)
		if len(found) != 1 || found[0].Title != "" || !found[0].Restricted {
			t.Errorf("by its reference: %+v", found)
		}
		_, err = h.Link(ctx, clerk, at, whole(reference))
		wantInvalid(t, err, "reference")
		i := h.item(3)
		i.Access = committee.FullyExempt
		h.ok(h.EditItem(ctx, clerk, i))
		_, err = h.Link(ctx, clerk, at, whole(reference))
		h.ok(err)
		i = h.item(3)
		if got := i.Appearance.Links[0].Pinned.Title; got != "" {
			t.Errorf("the link shows its title: %q", got)
		}
		i.Access = committee.Open
		wantInvalid(t, h.EditItem(ctx, clerk, i), "access")
	})
}

func TestThePublicSeesMeetingsAndNoTitleOfWhatIsNotOpen(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		at, reference := h.appeared(), h.signed()
		_, err := h.Link(ctx, clerk, at, whole(reference))
		h.ok(err)
		seen := func() []committee.PublicAppeared {
			t.Helper()
			out, err := h.PublicAppearances(ctx, reference)
			h.ok(err)
			return out
		}
		if got := seen(); len(got) != 0 {
			t.Errorf("an unpublished assessment shows %+v", got)
		}
		c := h.as(eqiatest.Lead(), reference)
		h.ok(h.Publish(ctx, c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision}))
		if got := seen(); len(got) != 1 || got[0].Committee != "Cabinet" || got[0].Item != "" || got[0].Number != "1.0" {
			t.Errorf("before the agenda is published it shows %+v", got)
		}
		m, err := h.Meeting(ctx, clerk, h.meeting)
		h.ok(err)
		m.AgendaOn = eqia.DayOf(h.clock.Now())
		h.ok(h.EditMeeting(ctx, clerk, m))
		if got := seen(); len(got) != 1 || got[0].Item != "3 Parking charges" {
			t.Errorf("once it is published it shows %+v", got)
		}
		for access, want := range map[committee.Access]int{committee.PartExempt: 1, committee.FullyExempt: 0, committee.Confidential: 0} {
			i := h.item(3)
			i.Access = access
			h.ok(h.EditItem(ctx, clerk, i))
			got := seen()
			if len(got) != want {
				t.Errorf("%s: it shows %d places, want %d", access, len(got), want)
			}
			for _, p := range got {
				if p.Item != "" {
					t.Errorf("%s: it shows the title %q", access, p.Item)
				}
			}
		}
	})
}

func TestCouncillorsMayReadWhatIsLinkedToAMeetingThatGoesAhead(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		h.world.Linked = h.Linked
		ctx, clerk := t.Context(), eqiatest.Clerk()
		at, reference := h.appeared(), h.signed()
		may := func() bool { _, err := h.Open(ctx, eqiatest.Member(), reference); return err == nil }
		if may() {
			t.Error("a councillor reads it before it is linked")
		}
		_, err := h.Link(ctx, clerk, at, whole(reference))
		h.ok(err)
		if !may() {
			t.Error("a councillor can't read what is before a meeting")
		}
		m, err := h.Meeting(ctx, clerk, h.meeting)
		h.ok(err)
		m.Status = committee.Cancelled
		h.ok(h.EditMeeting(ctx, clerk, m))
		if may() {
			t.Error("a councillor reads what was before a meeting that was called off")
		}
	})
}

func TestCouncillorsReadNothingThroughAClosedItemOrAnUncertainMeeting(t *testing.T) {
	cases := []struct {
		name   string
		access committee.Access
		status committee.Status
		may    bool
	}{
		{"an open item", committee.Open, committee.Confirmed, true},
		{"an item that is exempt in part", committee.PartExempt, committee.Confirmed, true},
		{"an open item of a meeting that was held", committee.Open, committee.Held, true},
		{"a provisional meeting", committee.Open, committee.Provisional, false},
		{"a meeting that was moved", committee.Open, committee.Rescheduled, false},
		{"an exempt item", committee.FullyExempt, committee.Confirmed, false},
		{"a confidential item", committee.Confidential, committee.Held, false},
	}
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		h.world.Linked = h.Linked
		ctx, clerk := t.Context(), eqiatest.Clerk()
		at, reference := h.appeared(), h.signed()
		_, err := h.Link(ctx, clerk, at, whole(reference))
		h.ok(err)
		for _, c := range cases {
			item := h.item(3)
			item.Access = c.access
			h.ok(h.EditItem(ctx, clerk, item))
			m, err := h.Meeting(ctx, clerk, h.meeting)
			h.ok(err)
			m.Status = c.status
			h.ok(h.EditMeeting(ctx, clerk, m))
			if _, err := h.Open(ctx, eqiatest.Member(), reference); (err == nil) != c.may {
				t.Errorf("%s: a councillor reads it: %v", c.name, err == nil)
			}
		}
	})
}

// staysTheSame fails unless the first recommendation, whose words stay, is the same point in both versions.
func staysTheSame(t *testing.T, r committee.Report) {
	t.Helper()
	if was, is := r.Versions[0].Recommendations[0], r.Versions[1].Recommendations[0]; was.ID != is.ID || was.Since.IsZero() || !is.Since.Equal(was.Since) {
		t.Errorf("the point whose words stay is %+v and then %+v", was, is)
	}
}

func TestAReportKeepsEachVersionAndItsJourney(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		at := h.appeared()
		no, err := h.ReviseReport(ctx, clerk, committee.ReviseCommand{Reference: h.report, Text: committee.ReportText{
			Equality: "See appendix 3.", Recommendations: "1. Approve the charges\n3(a) Review them in a year", Options: "A Do nothing"}})
		h.ok(err)
		second, err := h.Appear(ctx, clerk, committee.AppearCommand{Item: h.item(4).ID, Reference: h.report})
		h.ok(err)
		r, err := h.Report(ctx, clerk, h.report)
		h.ok(err)
		if no != 2 || len(r.Versions) != 2 || len(r.Journey) != 2 || r.AuthorName != eqiatest.Author().Name {
			t.Fatalf("the report is %+v", r)
		}
		if a, b := r.Journey[0].Appearance, r.Journey[1].Appearance; a.ID != at || a.Version.No != 1 || b.ID != second || b.Version.No != 2 {
			t.Errorf("it was at %+v and %+v", a, b)
		}
		if got := r.Versions[1]; len(got.Recommendations) != 2 || got.Recommendations[1].Label != "3(a)" || len(got.Options) != 1 || got.EqualityText == "" {
			t.Errorf("version 2 says %+v", got)
		}
		staysTheSame(t, r)
		h.ok(h.TakeOff(ctx, clerk, second, "k1"))
		wantRepeat(t, h.TakeOff(ctx, clerk, second, "k1"), string(h.item(4).ID))
		_, err = h.Link(ctx, clerk, at, whole(h.signed()))
		h.ok(err)
		wantInvalid(t, h.TakeOff(ctx, clerk, at, "k2"), "report")
	})
}

func TestMeetingsComeInTimeOrderAPageAtATime(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		m, err := h.Meeting(ctx, clerk, h.meeting)
		h.ok(err)
		for _, days := range []int{7, -7, 0, -14} {
			m.StartsAt = h.clock.Now().AddDate(0, 0, days).Add(-time.Hour)
			_, err := h.AddMeeting(ctx, clerk, m, "")
			h.ok(err)
		}
		days := func(earlier bool) []int {
			var out []int
			page := eqia.Page{Size: 2}
			for {
				list, err := h.Meetings(ctx, clerk, committee.MeetingList{Earlier: earlier, Page: page})
				h.ok(err)
				for _, got := range list {
					out = append(out, int(got.StartsAt.Sub(h.clock.Now()).Round(24*time.Hour).Hours()/24))
				}
				if len(list) < page.Size {
					return out
				}
				page.After = list[len(list)-1].Cursor
			}
		}
		if got := days(false); len(got) != 3 || got[0] != 0 || got[1] != 7 || got[2] != 21 {
			t.Errorf("upcoming: %v", got)
		}
		if got := days(true); len(got) != 2 || got[0] != -7 || got[1] != -14 {
			t.Errorf("earlier: %v", got)
		}
	})
}

func TestDiscardingADraftTakesItOffTheListOfWhatIsExpected(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		at, draft := h.appeared(), h.started()
		h.ok(h.Expect(t.Context(), eqiatest.Clerk(), committee.ExpectCommand{Appearance: at, Reference: draft}))
		h.move(eqiatest.Author(), draft, eqia.MoveCommand{Event: workflow.Discard})
		h.reads("not_started EQ-01")
	})
}
