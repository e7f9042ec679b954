package web_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/eqia/store/storetest"
)

// sizes are how many assessments the registers hold.
var sizes = []int{1_000, 10_000, 100_000}

// registers is a site for each of the sizes, filled anew in every run.
func registers(b *testing.B) []served {
	b.Helper()
	var out []served
	for _, n := range sizes {
		path := filepath.Join(b.TempDir(), "eqia.db")
		s, err := store.Open(b.Context(), path)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = s.Close() })
		first := eqiatest.Publication(0, "The first of many", "A made-up summary of who may gain and who may lose when the service changes.")
		if err := eqiatest.Publish(b.Context(), s, first); err != nil {
			b.Fatal(err)
		}
		if err := storetest.FillRegister(b.Context(), path, n); err != nil {
			b.Fatal(err)
		}
		service, err := eqiatest.On(b.Context(), s, eqiatest.NewClock())
		if err != nil {
			b.Fatal(err)
		}
		site, _ := whole(b, service)
		out = append(out, site)
	}
	return out
}

// BenchmarkRegister reads pages of the register and searches it at each size. A page must cost much the same at 100,000 as at 10,000,
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
		{"RegisterPage/first", "/assessments", false, 1, page},
		{"RegisterPage/deep", "/assessments", true, 1, page},
		{"RegisterPage/effect", "/assessments?effect=negative&group=age", false, 1, page},
		{"RegisterPage/directorate", "/assessments?directorate=place", false, 1, page},
		{"Search/rare", "/assessments?q=" + storetest.Rare, false, 0, search},
		{"Search/mid", "/assessments?q=" + storetest.Middling, false, 0, search},
		{"Search/every", "/assessments?q=" + storetest.Every, false, 0, search},
		{"Search/two", "/assessments?q=" + storetest.Every + "+" + storetest.Middling, false, 0, search},
		{"Search/ref", "/assessments?q=EQIA-2026-0500", false, 0, search},
	} {
		b.Run(c.name, func(b *testing.B) {
			paths := make([]string, len(sites))
			for i, site := range sites {
				paths[i] = c.path
				if c.deep {
					paths[i] = halfway(b, site, c.path, sizes[i])
				}
			}
			report(b, growth(b, sites, paths, c.base), c.limits)
		})
	}
}

// growth is how much longer the largest register takes than the one at base, measured in turns.
func growth(b *testing.B, sites []served, paths []string, base int) float64 {
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
