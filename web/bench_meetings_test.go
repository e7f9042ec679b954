package web_test

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"net/http"
	"path/filepath"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/eqia/store/storetest"
)

// calendarOf is a service whose committee has so many meetings of so many reports each, all with an assessment, and the file it is kept in.
func calendarOf(tb testing.TB, meetings, items int) (*eqia.Service, string) {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "eqia.db")
	s, err := store.Open(tb.Context(), path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	service, err := eqiatest.On(tb.Context(), s, eqiatest.NewClock())
	if err != nil {
		tb.Fatal(err)
	}
	service.Now = time.Now
	reference := another(tb, service)
	if err := eqiatest.Sign(tb.Context(), service, reference, eqiatest.Author(), eqiatest.Lead()); err != nil {
		tb.Fatal(err)
	}
	agendaOf(tb, eqiatest.Committees(tb, service), reference, 1)
	if err := storetest.FillMeetings(tb.Context(), path, meetings, items); err != nil {
		tb.Fatal(err)
	}
	return service, path
}

func TestAYearOfMeetingsIsMadeForTheMeasurements(t *testing.T) {
	service, _ := calendarOf(t, 3, 2)
	clerk := eqiatest.Clerk()
	meetings, err := eqiatest.Committees(t, service).Meetings(t.Context(), clerk, committee.MeetingList{Page: eqia.Page{Size: 10}})
	if err != nil || len(meetings) != 4 {
		t.Fatalf("there are %d meetings, %v", len(meetings), err)
	}
	for _, m := range meetings[1:] {
		full, err := eqiatest.Committees(t, service).Meeting(t.Context(), clerk, m.ID)
		if err != nil || len(full.Items) != 2 || len(full.Items[1].Appearance.Live()) != 1 {
			t.Errorf("a copied meeting has %d items, %v", len(full.Items), err)
		}
	}
}

// clerkOn signs a clerk in and gives the cookie of their browser.
func clerkOn(b *testing.B, service *eqia.Service) *http.Cookie {
	b.Helper()
	const token = "a token of the clerk that only a benchmark knows"
	sum := sha256.Sum256([]byte(token))
	session := eqia.Session{TokenHash: hex.EncodeToString(sum[:]), Person: eqiatest.Clerk().ID, MadeAt: time.Now(), SeenAt: time.Now()}
	if err := service.Store.SaveSession(b.Context(), session); err != nil {
		b.Fatal(err)
	}
	return &http.Cookie{Name: "eqia-session", Value: token, Quoted: true}
}

// BenchmarkMeetings lists and opens meetings where there are two hundred of them with two thousand items, beside where there are as many as a
// page lists, twenty: here less is better, and 1 is no growth at all.
func BenchmarkMeetings(b *testing.B) {
	quietly(b)
	var sites []served
	var cookies []*http.Cookie
	for _, n := range []int{20, 200} {
		service, _ := calendarOf(b, n, 10)
		site, _ := whole(b, service)
		sites, cookies = append(sites, site), append(cookies, clerkOn(b, service))
	}
	for name, path := range map[string]string{"home": "/meetings", "list": "/meetings?when=all", "open": "/meetings/" + fmt.Sprintf("01JM%022d", 5)} {
		b.Run(name, func(b *testing.B) {
			var small, large, ratios []float64
			for range rounds {
				small = append(small, timed(func(n int) { sites[0].get(path, cookies[0], n) }))
				large = append(large, timed(func(n int) { sites[1].get(path, cookies[1], n) }))
				ratios = append(ratios, large[len(large)-1]/small[len(small)-1])
			}
			b.ReportMetric(median(large), "ns/op")
			b.ReportMetric(median(small), "yardstick-ns")
			report(b, median(ratios), limits{1.5, 1.1})
		})
	}
}

// BenchmarkReportLookup asks whether a report has a signed assessment, one report at a time and fifty at once, among a thousand and a hundred
// thousand of them, beside reading one of as many rows by its index. Less is better. A question may cost six point reads, and each of
// fifty at once one.
func BenchmarkReportLookup(b *testing.B) {
	quietly(b)
	for _, size := range []int{1_000, 10_000, 100_000} {
		service, path := calendarOf(b, size/10, 10)
		c := eqiatest.Committees(b, service)
		point := pointRead(b, path)
		for _, at := range []struct {
			asked int
			limits
		}{{1, limits{6, 4}}, {50, limits{1, 0.6}}} {
			reports := make([]committee.Report, at.asked)
			for i := range reports {
				reports[i].Reference = fmt.Sprintf("R-2030-%04d", i*size/at.asked+1)
			}
			b.Run(fmt.Sprintf("%d/%d", at.asked, size), func(b *testing.B) {
				lookup := func(n int) {
					for range n {
						if got, err := c.Assessed(b.Context(), eqiatest.Clerk(), reports); err != nil || len(got) != at.asked {
							b.Fatalf("%d of %d reports have an assessment, %v", len(got), at.asked, err)
						}
					}
				}
				var ours, marks, ratios []float64
				for range rounds {
					ours, marks = append(ours, timed(lookup)/float64(at.asked)), append(marks, timed(point))
					ratios = append(ratios, ours[len(ours)-1]/marks[len(marks)-1])
				}
				b.ReportMetric(median(ours), "ns/op")
				b.ReportMetric(median(marks), "yardstick-ns")
				report(b, median(ratios), at.limits)
			})
		}
	}
}

// pointRead reads one report by its reference, prepared, on a connection of its own.
func pointRead(b *testing.B, path string) func(n int) {
	b.Helper()
	db, err := sql.Open("sqlite3", path+"?mode=ro")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	read, err := db.PrepareContext(b.Context(), "SELECT id FROM reports WHERE reference = ?")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = read.Close() })
	return func(n int) {
		var id string
		for range n {
			if err := read.QueryRowContext(b.Context(), "R-2030-0500").Scan(&id); err != nil {
				b.Fatal(err)
			}
		}
	}
}
