package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// expects puts a report on a new item of a new meeting, and notes that the assessment is expected there.
func (h *hall) expects(reference string, days int, status committee.Status) {
	h.t.Helper()
	ctx, clerk := h.t.Context(), eqiatest.Clerk()
	m, err := h.Meeting(ctx, clerk, h.meeting)
	h.ok(err)
	id, err := h.AddMeeting(ctx, clerk, committee.Meeting{Committee: m.Committee, Status: status, StartsAt: h.clock.Now().AddDate(0, 0, days)}, "")
	h.ok(err)
	h.ok(h.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: id, Items: committee.ParseAgenda("1. Parking charges")}))
	sitting, err := h.Meeting(ctx, clerk, id)
	h.ok(err)
	at, err := h.Appear(ctx, clerk, committee.AppearCommand{Item: sitting.Items[0].ID, Reference: h.report})
	h.ok(err)
	c := h.as(eqiatest.Lead(), reference)
	h.ok(h.store.Committees().Write(ctx, &committee.Change{Expected: &committee.Expected{AppearanceID: at, AssessmentID: c.AssessmentID},
		Acts: []eqia.Act{{At: h.clock.Now(), Kind: committee.ActExpect, Assessment: c.AssessmentID}}}))
}

func TestTheQueueKnowsTheNearestMeetingAndSortsByIt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		var all []string
		for n := range 5 {
			reference := h.titled(fmt.Sprint("Proposal ", n))
			h.sent(reference)
			h.clock.Pass(time.Minute)
			all = append(all, reference)
		}
		h.expects(all[0], 40, committee.Provisional)
		h.expects(all[3], 30, committee.Confirmed)
		h.expects(all[3], 12, committee.Confirmed)
		h.expects(all[3], 5, committee.Cancelled)
		h.expects(all[2], 12, committee.Confirmed)
		filter := eqia.Filter{States: []workflow.State{workflow.Submitted}, ByMeeting: true, Now: h.clock.Now()}
		list := func(p eqia.Page) ([]eqia.Line, error) { return s.List(t.Context(), filter, p) }
		want := "Proposal 2, Proposal 3, Proposal 0, Proposal 1, Proposal 4"
		got := paged(t, list, titleOf)
		slices.Sort(got[:2]) // two go to meetings of one moment
		if strings.Join(got, ", ") != want {
			t.Errorf("got %v, want %s", got, want)
		}
		lines, err := list(eqia.Page{Size: 1})
		h.ok(err)
		if m := lines[0].Meeting; m.Committee != "Cabinet" || !m.StartsAt.Equal(h.clock.Now().AddDate(0, 0, 12)) && m.StartsAt.Before(h.clock.Now()) {
			t.Errorf("its meeting is %+v", m)
		}
		filter.MeetsBefore = h.clock.Now().AddDate(0, 0, 14)
		if got := paged(t, list, titleOf); len(got) != 2 {
			t.Errorf("with a meeting within two weeks: %v", got)
		}
	})
}

func TestTheQueueIsFilteredByWhatTheTeamAsks(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		negative := w.inReview()
		w.clock.Pass(30 * 24 * time.Hour)
		screened := w.as(eqiatest.Author(), w.titled("Screened out"))
		w.ok(w.SaveAnswers(t.Context(), screened, map[string]eqia.Answer{"assessment_needed": {Choices: []string{"no"}}},
			map[string]int{"assessment_needed": screened.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: "assessment_needed"}].Counter}))
		w.sent(screened.Assessment.Reference)
		title := w.as(eqiatest.Lead(), negative).Title
		for name, tc := range map[string]struct {
			filter eqia.Filter
			want   string
		}{
			"a group with a negative effect":  {eqia.Filter{Negative: "age"}, title},
			"a group without one":             {eqia.Filter{Negative: "sex"}, ""},
			"no assessment needed":            {eqia.Filter{NotNeeded: true}, "Screened out"},
			"nobody has taken it":             {eqia.Filter{Unassigned: true}, "Screened out"},
			"one of several reviewers":        {eqia.Filter{Reviewers: []eqia.PersonID{eqiatest.Lead().ID, eqiatest.Reviewer().ID}}, title},
			"sent too long ago":               {eqia.Filter{SentBefore: w.Pace.Overdue(w.Now())}, title},
			"a kind of proposal":              {eqia.Filter{Kind: "no_such_kind"}, ""},
			"urgent and still to be reviewed": {eqia.Filter{Urgent: true}, ""},
		} {
			tc.filter.Now = w.Now()
			list := func(p eqia.Page) ([]eqia.Line, error) { return s.List(t.Context(), tc.filter, p) }
			if got := strings.Join(paged(t, list, titleOf), ", "); got != tc.want {
				t.Errorf("%s: got %q, want %q", name, got, tc.want)
			}
		}
	})
}

func TestAReviewIsOverdueOnceItsDayIsPast(t *testing.T) {
	pace := eqia.Standards{ReviewWithin: 3, Calendar: &eqia.WorkCalendar{Rule: calendar.Working}}
	now := time.Date(2026, 12, 31, 9, 0, 0, 0, time.UTC)
	for sent := now.AddDate(0, 0, -40); sent.Before(now); sent = sent.Add(5 * time.Hour) {
		if due, late := pace.ReviewBy(sent), sent.Before(pace.Overdue(now)); late != (due < eqia.DayOf(now)) {
			t.Errorf("sent %s, due %s: overdue is %t", sent, due, late)
		}
	}
}

func TestAnAssessmentIsSignedBeforeThePapersAreLocked(t *testing.T) {
	pace := eqia.Standards{Calendar: &eqia.WorkCalendar{Rule: calendar.Working}}
	for name, tc := range map[string]struct {
		meeting      string
		agenda, want eqia.Day
	}{
		"counted back":             {"2024-07-23T18:30:00+01:00", "", "2024-07-11"},
		"over the August holiday":  {"2024-09-10T10:00:00+01:00", "", "2024-08-29"},
		"from the day that is set": {"2024-07-23T18:30:00+01:00", "2024-07-12", "2024-07-10"},
	} {
		at, err := time.Parse(time.RFC3339, tc.meeting)
		if err != nil {
			t.Fatal(err)
		}
		if got := pace.SignBy(at, tc.agenda); got != tc.want {
			t.Errorf("%s: signed by %s, want %s", name, got, tc.want)
		}
	}
}
