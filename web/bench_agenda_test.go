package web_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

// agendaOf adds a meeting of so many reports, each with a signed assessment, and gives it.
func agendaOf(tb testing.TB, c *committee.Service, reference string, items int) committee.MeetingID {
	tb.Helper()
	ctx, clerk := tb.Context(), eqiatest.Clerk()
	fail := func(err error) {
		if err != nil {
			tb.Fatal(err)
		}
	}
	body, err := c.AddCommittee(ctx, clerk, committee.Committee{Name: fmt.Sprintf("Cabinet %d", items), Kind: committee.Cabinet, Regime: committee.Exec2012}, "")
	fail(err)
	id, err := c.AddMeeting(ctx, clerk, committee.Meeting{Committee: committee.Committee{ID: body}, Status: committee.Confirmed,
		StartsAt: time.Now().AddDate(0, 0, 21)}, "")
	fail(err)
	var lines strings.Builder
	cmd := committee.AgendaCommand{Meeting: id}
	for n := range items {
		fmt.Fprintf(&lines, "%d. Parking charges, part %d\n", n+1, n+1)
		cmd.With = append(cmd.With, committee.Placing{At: n, Links: []committee.LinkCommand{{Reference: reference, Relation: committee.Appended,
			Covers: committee.CoversAll, Appendix: "Appendix 1"}}})
	}
	cmd.Items = committee.ParseAgenda(lines.String())
	fail(c.AddItems(ctx, clerk, cmd))
	return id
}

// BenchmarkAgendaCheck opens the agenda check of thirty items, all rules asked of each, beside that of three. Ten times the items may cost ten
// times the work and no more: here less is better, and 1 would be an agenda that costs nothing but its page. How many statements it takes is a
// test's to count.
func BenchmarkAgendaCheck(b *testing.B) {
	quietly(b)
	service, reference := written(b)
	if err := eqiatest.Sign(b.Context(), service, reference, eqiatest.Author(), eqiatest.Lead()); err != nil {
		b.Fatal(err)
	}
	c := eqiatest.Committees(b, service)
	few, many := agendaOf(b, c, reference, 3), agendaOf(b, c, reference, 30)
	site, _ := whole(b, service)
	cookie := clerkOn(b, service)
	var small, large, ratios []float64
	for range rounds {
		small = append(small, timed(func(n int) { site.get("/meetings/"+string(few), cookie, n) }))
		large = append(large, timed(func(n int) { site.get("/meetings/"+string(many), cookie, n) }))
		ratios = append(ratios, large[len(large)-1]/small[len(small)-1])
	}
	b.ReportMetric(median(large), "ns/op")
	b.ReportMetric(median(small), "yardstick-ns")
	report(b, median(ratios), limits{10, 6})
}
