package committee_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

// cabinet is the meeting of 10 September 2024, whose deadlines are known.
func cabinet() committee.Meeting {
	return committee.Meeting{ID: "m1", Committee: committee.Committee{Name: "Cabinet", Kind: committee.Cabinet, Regime: committee.Exec2012},
		StartsAt: time.Date(2024, 9, 10, 9, 0, 0, 0, time.UTC), Status: committee.Confirmed, Counter: 3}
}

func entries(d committee.Diary) []string {
	var out []string
	for _, e := range d.Entries(workflow.Deadlines{Timetable: workflow.UsualTimetable, Works: calendar.Working}) {
		out = append(out, strings.TrimSpace(string(e.Day)+" "+e.What))
	}
	return out
}

func TestADiaryHoldsEachPersonsOwnDeadlines(t *testing.T) {
	const toLead, lock, agenda, notice = "2024-08-09 EqIA to equality lead: Cabinet, 10 September 2024", "2024-08-29 Lock: Cabinet, 10 September 2024",
		"2024-09-02 Agenda must be public: Cabinet, 10 September 2024", "2024-08-12 28-day notice: Cabinet, 10 September 2024"
	paper := committee.Paper{Reference: "EQIA-2024-0007", Meeting: cabinet()}
	decided := cabinet()
	decided.Editions = []committee.Edition{{Kind: committee.Decisions, RecordedAt: time.Date(2024, 9, 11, 15, 0, 0, 0, time.UTC)}}
	overview := cabinet()
	overview.Committee.Regime = committee.LGA1972
	for _, c := range []struct {
		name  string
		diary committee.Diary
		want  []string
	}{
		{"an author", committee.Diary{Person: eqiatest.Author(), Papers: []committee.Paper{paper},
			Reviews: []eqia.DueLine{{Reference: "EQIA-2023-0001", Header: eqia.Header{ReviewDue: "2025-01-31"}}}},
			[]string{"2024-08-09 EqIA to equality lead: EQIA-2024-0007 for Cabinet, 10 September 2024", "2024-08-29 Lock: EQIA-2024-0007 for Cabinet, 10 September 2024",
				"Cabinet", "2025-01-31 Review due: EQIA-2023-0001"}},
		{"the equality lead", committee.Diary{Person: eqiatest.Lead(), Meetings: []committee.Meeting{cabinet()}}, []string{"Cabinet", toLead, lock}},
		{"a clerk", committee.Diary{Person: eqiatest.Clerk(), Meetings: []committee.Meeting{cabinet()}}, []string{"Cabinet", toLead, lock, agenda, notice}},
		{"a clerk, where no notice is asked for", committee.Diary{Person: eqiatest.Clerk(), Meetings: []committee.Meeting{overview}}, []string{"Cabinet", toLead, lock, agenda}},
		{"a clerk, after the decisions are published", committee.Diary{Person: eqiatest.Clerk(), Meetings: []committee.Meeting{decided}},
			[]string{"Cabinet", toLead, lock, agenda, notice, "2024-09-18 Call-in ends: Cabinet, 10 September 2024"}},
		{"a councillor", committee.Diary{Person: eqiatest.Member(), Meetings: []committee.Meeting{cabinet()}}, []string{"Cabinet", agenda}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := entries(c.diary); !slices.Equal(got, c.want) {
				t.Errorf("it holds\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestWhatHangsOnAMeetingIsTheSameThingWhenTheMeetingMoves(t *testing.T) {
	before := committee.Diary{Person: eqiatest.Clerk(), Meetings: []committee.Meeting{cabinet()}}
	moved := cabinet()
	moved.StartsAt, moved.Status, moved.Counter = moved.StartsAt.AddDate(0, 0, 7), committee.Cancelled, 4
	after := committee.Diary{Person: eqiatest.Clerk(), Meetings: []committee.Meeting{moved}}
	times := workflow.Deadlines{Timetable: workflow.UsualTimetable, Works: calendar.Working}
	was, is := before.Entries(times), after.Entries(times)
	for i, e := range is {
		if e.UID != was[i].UID || e.Sequence != was[i].Sequence+1 || !e.Cancelled || was[i].Cancelled {
			t.Errorf("%+v became %+v", was[i], e)
		}
	}
}

func TestThePublicKnowsOfNoMeetingThatIsProvisionalAndOfNoDecisionOfOnePerson(t *testing.T) {
	for status, want := range map[committee.Status]bool{committee.Provisional: false, committee.Confirmed: true, committee.Cancelled: true,
		committee.Rescheduled: true, committee.Held: true} {
		m := cabinet()
		m.Status = status
		if m.Public() != want {
			t.Errorf("%s: %t", status, m.Public())
		}
	}
	alone := cabinet()
	alone.Committee.Kind = committee.CabinetMember
	if alone.Public() {
		t.Error("the decision of one person is a public meeting")
	}
}
