package web_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// Each benchmark measures the service beside a yardstick in the same run, in turns, because the same disk is not as fast an hour later.
// It prints the ratio with the limits that it is held to.

// rounds is how often the two take turns; the median of their ratios counts.
const rounds = 7

// atLeast is how long one turn lasts, so that a turn is longer than the clock's unease.
const atLeast = 150 * time.Millisecond

// limits are the ratio that must hold and the one to aim for.
type limits struct{ floor, goal float64 }

// timed is how long one do takes, in nanoseconds, over enough of them. Do is given how many to do.
func timed(do func(n int)) float64 {
	for n := 1; ; n *= 2 {
		start := time.Now()
		do(n)
		if took := time.Since(start); took >= atLeast {
			return float64(took.Nanoseconds()) / float64(n)
		}
	}
}

// beside measures ours and the yardstick in turns. More is better: 1 is as fast as the yardstick, 0.5 is half as fast.
func beside(b *testing.B, l limits, ours, yardstick func(n int)) {
	b.Helper()
	var times, marks, ratios []float64
	for range rounds {
		times, marks = append(times, timed(ours)), append(marks, timed(yardstick))
		ratios = append(ratios, marks[len(marks)-1]/times[len(times)-1])
	}
	b.ReportMetric(median(times), "ns/op")
	b.ReportMetric(median(marks), "yardstick-ns")
	report(b, median(ratios), l)
}

func report(b *testing.B, ratio float64, l limits) {
	b.Helper()
	b.ReportMetric(ratio, "ratio")
	b.ReportMetric(l.floor, "floor")
	b.ReportMetric(l.goal, "goal")
}

func median(of []float64) float64 {
	sorted := slices.Sorted(slices.Values(of))
	return sorted[len(sorted)/2]
}

// served is a handler on a loopback address, asked over connections that stay open.
type served struct {
	b      *testing.B
	url    string
	client *http.Client
}

func serve(b *testing.B, h http.Handler) served {
	b.Helper()
	s := httptest.NewServer(h)
	b.Cleanup(s.Close)
	return served{b, s.URL, s.Client()}
}

// get asks for a path n times and reads the whole answer, which must be a page.
func (s served) get(path string, cookie *http.Cookie, n int) []byte {
	s.b.Helper()
	var body []byte
	for range n {
		request, err := http.NewRequestWithContext(s.b.Context(), http.MethodGet, s.url+path, nil)
		if err != nil {
			s.b.Fatal(err)
		}
		if cookie != nil {
			request.AddCookie(cookie)
		}
		answer, err := s.client.Do(request)
		if err != nil {
			s.b.Fatal(err)
		}
		body, err = io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != http.StatusOK {
			s.b.Fatalf("%s answers %d, %v", path, answer.StatusCode, err)
		}
		_ = answer.Body.Close()
	}
	return body
}

// hello is the least that gin can answer, the yardstick of pages.
func hello(b *testing.B) served {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.GET("/", func(c *gin.Context) { c.String(http.StatusOK, "hello") })
	return serve(b, e)
}

// whole is the service with every page, as it is served.
func whole(b *testing.B, service *eqia.Service) (served, *page.Kit) {
	b.Helper()
	assets, err := web.LoadAssets()
	if err != nil {
		b.Skip(err)
	}
	kit := &page.Kit{Eqia: service, Committee: eqiatest.Committees(b, service), Reader: webform.NewReader(), Now: time.Now, NewID: eqiatest.NewID,
		Settings: page.Settings{Service: "Equality impact assessments", Council: "Dorset Council", Contact: "Equality team"}}
	h, err := web.New(kit, assets, func(*http.Request) error { return nil })
	if err != nil {
		b.Fatal(err)
	}
	return serve(b, h), kit
}
