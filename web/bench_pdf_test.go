package web_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/document"
	"dorset-eqia/web/document/html"
	"dorset-eqia/web/document/paper"
	"dorset-eqia/web/document/pdf"
	"dorset-eqia/workflow"
)

// sixPages is a whole assessment of six pages.
func sixPages(b *testing.B) paper.Document {
	b.Helper()
	council, err := form.Load(eqiatest.Profile)
	if err != nil {
		b.Fatal(err)
	}
	fv, ok := council.Latest("2026-11-02")
	if !ok {
		b.Fatal("no form is in force")
	}
	return document.Copy{Form: fv, Day: "2026-11-02", Council: council.Council, Home: "https://eqia.example", Made: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC),
		Document: eqia.Document{Format: eqia.DocumentFormat, Content: eqiatest.Full(council.Code, fv), Record: eqia.Record{Reference: "EQIA-2026-0001",
			Version: "1.0", State: workflow.SignedOff, SignedOff: eqia.Signature{Role: "Equality lead", On: "2026-11-19"}, CheckCode: "7K4Q9XM2T"}}}.Whole()
}

// BenchmarkPDF draws six tagged pages, beside Chromium printing a page with the same words. Less is better.
func BenchmarkPDF(b *testing.B) {
	d := sixPages(b)
	folder := b.TempDir()
	var page bytes.Buffer
	if err := html.Write(&page, d); err != nil {
		b.Fatal(err)
	}
	source := filepath.Join(folder, "page.html")
	if err := os.WriteFile(source, page.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	draw := func(n int) {
		for range n {
			var out bytes.Buffer
			if err := pdf.Write(&out, d); err != nil {
				b.Fatal(err)
			}
		}
	}
	printed := func(n int) {
		for range n {
			cmd := exec.CommandContext(b.Context(), "chromium", "--headless", "--no-sandbox", "--disable-gpu",
				"--user-data-dir="+filepath.Join(folder, "profile"), "--print-to-pdf="+filepath.Join(folder, "page.pdf"), source)
			if out, err := cmd.CombinedOutput(); err != nil {
				b.Fatalf("%v: %s", err, out)
			}
		}
	}
	var times, marks, ratios []float64
	for range rounds {
		times, marks = append(times, timed(draw)), append(marks, timed(printed))
		ratios = append(ratios, times[len(times)-1]/marks[len(marks)-1])
	}
	b.ReportMetric(median(times), "ns/op")
	b.ReportMetric(median(marks), "yardstick-ns")
	report(b, median(ratios), limits{floor: 0.1, goal: 0.03})
}
