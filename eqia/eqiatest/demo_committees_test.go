package eqiatest_test

import (
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

func TestTheDemonstrationHasMeetingsBeforeAndAfterNowWithItemsInEveryState(t *testing.T) {
	service, s := demonstration(t)
	c := eqiatest.Committees(t, service)
	if err := eqiatest.SeedCommittees(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	clerk := eqia.Person{ID: "01JD0000000000000000000098", Roles: []workflow.Actor{workflow.Clerk}}
	tally := map[committee.Readiness]int{}
	for _, earlier := range []bool{true, false} {
		list, err := c.Meetings(t.Context(), clerk, committee.MeetingList{Earlier: earlier, Page: eqia.Page{Size: 20}})
		if err != nil || len(list) == 0 {
			t.Fatalf("earlier %v: %d meetings, %v", earlier, len(list), err)
		}
		for _, m := range list {
			if m.StartsAt.Before(service.Now()) != earlier {
				t.Errorf("%s starts at %s", m.Committee.Name, m.StartsAt)
			}
			for state, n := range m.Tally() {
				tally[state] += n
			}
		}
	}
	for _, state := range committee.Readinesses() {
		if tally[state] == 0 {
			t.Errorf("no item is %q", state.Label())
		}
	}
	if _, _, err := record.Verify(s.Chain(t.Context())); err != nil {
		t.Error(err)
	}
}
