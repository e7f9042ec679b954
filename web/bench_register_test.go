package web_test

import (
	"bytes"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/eqia/store/storetest"
	"dorset-eqia/workflow"
)

// sizes are how many assessments the registers hold.
var sizes = []int{1_000, 10_000, 100_000}

// registers is a site for each of the sizes, filled anew in every run.
func registers(b *testing.B) []register {
	b.Helper()
	var out []register
	for _, n := range sizes {
		path := filepath.Join(b.TempDir(), "eqia.db")
		s, err := store.Open(b.Context(), path)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = s.Close() })
		first := eqiatest.Publication(0, "The first of many", "A made-up summary of who may gain and who may lose when the service changes.")
		first.Legacy = true // so that it can be linked without having been signed here
		if err := eqiatest.Publish(b.Context(), s, first); err != nil {
			b.Fatal(err)
		}
		service, err := eqiatest.On(b.Context(), s, eqiatest.NewClock())
		if err != nil {
			b.Fatal(err)
		}
		body := before(b, service, first.Reference)
		if err := storetest.FillRegister(b.Context(), path, n); err != nil {
			b.Fatal(err)
		}
		site, _ := whole(b, service)
		out = append(out, register{site, string(body)})
	}
	return out
}

// register is a site with the committee that one in ten of its assessments were before.
type register struct {
	served
	body string
}

// before puts an assessment before a meeting, and gives the committee.
func before(b *testing.B, service *eqia.Service, reference string) committee.ID {
	b.Helper()
	c, ctx, clerk := eqiatest.Committees(b, service), b.Context(), eqiatest.Clerk()
	must := func(err error) {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
	}
	body, err := c.AddCommittee(ctx, clerk, committee.Committee{Name: "Cabinet", Kind: committee.Cabinet, Regime: committee.Exec2012}, "")
	must(err)
	id, err := c.AddMeeting(ctx, clerk, committee.Meeting{Committee: committee.Committee{ID: body}, Status: committee.Confirmed, StartsAt: service.Now().AddDate(0, 0, 3)}, "")
	must(err)
	must(c.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: id, Items: committee.ParseAgenda("1. The service changes")}))
	m, err := c.Meeting(ctx, clerk, id)
	must(err)
	report, err := c.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: "The service changes", Access: committee.Open}})
	must(err)
	at, err := c.Appear(ctx, clerk, committee.AppearCommand{Item: m.Items[0].ID, Reference: report})
	must(err)
	_, err = c.Link(ctx, clerk, at, committee.LinkCommand{Reference: reference, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 1"})
	must(err)
	return body
}

// BenchmarkRegister reads pages of the register, with a query so that each is drawn, and searches it at each size. A page must cost much the same at 100,000 as at 10,000,
// and a search at 100,000 as at 1,000: here less is better, and 1 is no growth at all.
func BenchmarkRegister(b *testing.B) {
	quietly(b)
	sites := registers(b)
	page, search := limits{1.3, 1.1}, limits{4, 2}
	for _, c := range []struct {
		name, path string
		deep       bool
		base       int // which of the sizes is the yardstick
		limits
	}{
		{"RegisterPage/first", "/assessments?q=", false, 1, page},
		{"RegisterPage/deep", "/assessments?q=", true, 1, page},
		{"RegisterPage/effect", "/assessments?effect=negative&group=age", false, 1, page},
		{"RegisterPage/directorate", "/assessments?directorate=place", false, 1, page},
		{"RegisterPage/committee", "/assessments?committee=COMMITTEE", false, 1, page},
		{"RegisterPage/year", "/assessments?year=2026&directorate=corporate", false, 1, page},
		{"Search/rare", "/assessments?q=" + storetest.Rare, false, 0, search},
		{"Search/mid", "/assessments?q=" + storetest.Middling, false, 0, search},
		{"Search/every", "/assessments?q=" + storetest.Every, false, 0, search},
		{"Search/two", "/assessments?q=" + storetest.Every + "+" + storetest.Middling, false, 0, search},
		{"Search/ref", "/assessments?q=EQIA-2026-0500", false, 0, search},
	} {
		b.Run(c.name, func(b *testing.B) {
			paths := make([]string, len(sites))
			for i, site := range sites {
				paths[i] = strings.ReplaceAll(c.path, "COMMITTEE", site.body)
				if c.deep {
					paths[i] = halfway(b, site.served, c.path, sizes[i])
				}
			}
			report(b, growth(b, sites, paths, c.base), c.limits)
		})
	}
}

// growth is how much longer the largest register takes than the one at base, measured in turns.
func growth(b *testing.B, sites []register, paths []string, base int) float64 {
	b.Helper()
	last := len(sites) - 1
	var small, large, ratios []float64
	for range rounds {
		small = append(small, timed(func(n int) { sites[base].get(paths[base], nil, n) }))
		large = append(large, timed(func(n int) { sites[last].get(paths[last], nil, n) }))
		ratios = append(ratios, large[len(large)-1]/small[len(small)-1])
	}
	b.ReportMetric(median(large), "ns/op")
	b.ReportMetric(median(small), "yardstick-ns")
	return median(ratios)
}

// halfway follows the links to the next page until half of the register is behind it.
func halfway(b *testing.B, site served, path string, n int) string {
	b.Helper()
	for range n / 50 / 2 {
		doc, err := goquery.NewDocumentFromReader(bytes.NewReader(site.get(path, nil, 1)))
		if err != nil {
			b.Fatal(err)
		}
		path = doc.Find(".govuk-pagination__next a").AttrOr("href", "")
		if !strings.HasPrefix(path, "/assessments?") {
			b.Fatalf("the list ends at %q", path)
		}
	}
	return path
}

// BenchmarkPublishedPage reads an assessment in the register, as whoever asks second gets it, and asks whether the copy one has is still the
// same.
func BenchmarkPublishedPage(b *testing.B) {
	quietly(b)
	service, ref := written(b)
	if err := eqiatest.Sign(b.Context(), service, ref, eqiatest.Author(), eqiatest.Lead()); err != nil {
		b.Fatal(err)
	}
	c, err := service.Open(b.Context(), eqiatest.Lead(), ref)
	if err != nil {
		b.Fatal(err)
	}
	if err := service.Publish(b.Context(), c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision}); err != nil {
		b.Fatal(err)
	}
	site, _ := whole(b, service)
	yardstick, path := hello(b), "/assessments/"+ref
	site.get(path, nil, 1)
	packed := http.Header{"Accept-Encoding": {"gzip"}}
	answer := site.answered(path, packed, http.StatusOK, 1)
	b.Run("cached", func(b *testing.B) {
		beside(b, limits{0.35, 0.6}, func(n int) { site.answered(path, packed, http.StatusOK, n) }, func(n int) { yardstick.get("/", nil, n) })
	})
	known := http.Header{"If-None-Match": answer["Etag"]}
	b.Run("304", func(b *testing.B) {
		beside(b, limits{0.8, 0.95}, func(n int) { site.answered(path, known, http.StatusNotModified, n) }, func(n int) { yardstick.get("/", nil, n) })
	})
}

// answered asks for a path n times with some headers, and reads the whole answer, which must have a status; it gives the last one's headers.
func (s served) answered(path string, with http.Header, status, n int) http.Header {
	s.b.Helper()
	var header http.Header
	for range n {
		request, err := http.NewRequestWithContext(s.b.Context(), http.MethodGet, s.url+path, nil)
		if err != nil {
			s.b.Fatal(err)
		}
		request.Header = with
		answer, err := s.client.Do(request)
		if err != nil {
			s.b.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.StatusCode != status {
			s.b.Fatalf("%s answers %d, %v", path, answer.StatusCode, err)
		}
		_ = answer.Body.Close()
		header = answer.Header
	}
	return header
}
