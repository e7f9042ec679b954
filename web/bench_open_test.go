package web_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
)

// written is a service with one whole assessment of sixteen cards and five actions, and its reference.
func written(b *testing.B) (*eqia.Service, string) {
	b.Helper()
	service := eqiatest.New(b)
	service.Now = time.Now
	return service, another(b, service)
}

// another writes one more such assessment.
func another(tb testing.TB, service *eqia.Service) string {
	tb.Helper()
	ref, err := service.Start(tb.Context(), eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	if err != nil {
		tb.Fatal(err)
	}
	council := service.Profiles[eqiatest.Profile]
	content := eqiatest.Full(council.Code, council.Versions[len(council.Versions)-1])
	for len(content.Actions) < 5 {
		a := content.Actions[0]
		a.No = len(content.Actions) + 1
		content.Actions = append(content.Actions, a)
	}
	if err := eqiatest.Write(tb.Context(), service, eqiatest.Author(), ref, content); err != nil {
		tb.Fatal(err)
	}
	return ref
}

// cookieOf is the cookie of a browser that the author signed in with.
func cookieOf(b *testing.B, service *eqia.Service) *http.Cookie {
	b.Helper()
	const token = "a token that only a benchmark knows"
	sum := sha256.Sum256([]byte(token))
	now := time.Now()
	session := eqia.Session{TokenHash: hex.EncodeToString(sum[:]), Person: eqiatest.Author().ID, MadeAt: now, SeenAt: now}
	if err := service.Store.SaveSession(b.Context(), session); err != nil {
		b.Fatal(err)
	}
	return &http.Cookie{Name: "eqia-session", Value: token, Quoted: true}
}

// quietly keeps the request log out of a benchmark's output; it is still written, to nowhere.
func quietly(b *testing.B) {
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewJSONHandler(io.Discard, nil)))
	b.Cleanup(func() { slog.SetDefault(before) })
}

// BenchmarkOpenAssessment opens an assessment signed in: its task list, and the whole of it to be read.
func BenchmarkOpenAssessment(b *testing.B) {
	quietly(b)
	service, ref := written(b)
	site, _ := whole(b, service)
	yardstick, cookie := hello(b), cookieOf(b, service)
	for name, path := range map[string]string{"tasks": "/casework/" + ref, "whole": "/casework/" + ref + "/read"} {
		b.Run(name, func(b *testing.B) {
			beside(b, limits{0.06, 0.12}, func(n int) { site.get(path, cookie, n) }, func(n int) { yardstick.get("/", nil, n) })
		})
	}
	b.Run("render", func(b *testing.B) { renderBesideLoading(b, service, ref) })
}

// unremembered is how many assessments are read in turn so that none is still in the store's memory when it is read again.
const unremembered = 150

// renderBesideLoading compares drawing the whole assessment with reading it from the database. Here less is better.
func renderBesideLoading(b *testing.B, service *eqia.Service, ref string) {
	c, err := service.Open(b.Context(), eqiatest.Author(), ref)
	if err != nil {
		b.Fatal(err)
	}
	frame := components.Page{Title: c.Title, Service: "Equality impact assessments", Council: "Dorset Council"}
	render := func(n int) {
		for range n {
			var out bytes.Buffer
			body := document.Of(c.Content, c.Form, string(c.Today)).Whole(2)
			if err := frame.View().Render(templ.WithChildren(b.Context(), body), &out); err != nil {
				b.Fatal(err)
			}
		}
	}
	refs := make([]string, unremembered)
	for i := range refs {
		refs[i] = another(b, service)
	}
	load := func(n int) {
		for i := range n {
			if _, err := service.Open(b.Context(), eqiatest.Author(), refs[i%len(refs)]); err != nil {
				b.Fatal(err)
			}
		}
	}
	var drawn, ratios []float64
	for range rounds {
		drawn = append(drawn, timed(render))
		ratios = append(ratios, drawn[len(drawn)-1]/timed(load))
	}
	b.ReportMetric(median(drawn), "ns/op")
	report(b, median(ratios), limits{1, 0.2})
}
