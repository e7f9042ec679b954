package document_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/word"
	"dorset-eqia/web/document"
	"dorset-eqia/web/document/data"
	"dorset-eqia/web/document/docx"
	"dorset-eqia/web/document/html"
	"dorset-eqia/web/document/paper"
	"dorset-eqia/web/document/pdf/pdftest"
	"dorset-eqia/workflow"
)

// outputs are the ways in which an assessment leaves the service, each read back into the words of its answers.
func outputs() map[string]func(*testing.T, document.Copy) string {
	return map[string]func(*testing.T, document.Copy) string{
		"page": func(t *testing.T, c document.Copy) string { return onPage(t, c.Doc().Whole(2)) },
		"PDF": func(t *testing.T, c document.Copy) string {
			file, _ := pdftest.Drawn(t, paper.Document{Language: "en-GB", Title: "Answers", Kind: "Answers", Blocks: c.Doc().Blocks(2)})
			return words(pdftest.Read(t, file))
		},
		"HTML file": func(t *testing.T, c document.Copy) string {
			var text bytes.Buffer
			if err := html.Write(&text, paper.Document{Blocks: c.Doc().Blocks(2)}); err != nil {
				t.Fatal(err)
			}
			page, err := goquery.NewDocumentFromReader(&text)
			if err != nil {
				t.Fatal(err)
			}
			page.Find("style, footer, title").Remove()
			page.Find("*").Each(func(_ int, s *goquery.Selection) { s.AppendHtml(" ") })
			return words(page.Text())
		},
		"Word": func(t *testing.T, c document.Copy) string {
			var file bytes.Buffer
			if err := docx.Write(&file, paper.Document{Language: "en-GB", Title: "Answers", Kind: "Answers", Blocks: c.Doc().Blocks(2)}); err != nil {
				t.Fatal(err)
			}
			f, err := word.Read(file.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			return words(word.Text(f.Blocks))
		},
		"JSON file": func(t *testing.T, c document.Copy) string {
			var file bytes.Buffer
			if err := data.Write(&file, paper.Document{Blocks: c.Doc().Blocks(2)}); err != nil {
				t.Fatal(err)
			}
			return inOrder(t, file.Bytes())
		},
		"JSON": func(t *testing.T, c document.Copy) string {
			var text bytes.Buffer
			if _, err := c.WriteTo(&text); err != nil {
				t.Fatal(err)
			}
			var read eqia.Document
			if err := json.Unmarshal(text.Bytes(), &read); err != nil {
				t.Fatal(err)
			}
			c.Document = read
			return onPaper(c.Doc().Blocks(2))
		},
	}
}

// inOrder is every word of the blocks of a JSON file, as a program meets them.
func inOrder(t *testing.T, file []byte) string {
	t.Helper()
	var read struct {
		Blocks []struct {
			Text  string
			Facts []struct {
				Name string
				Says []string
			}
			Items, Head []string
			Rows        [][]string
		}
	}
	if err := json.Unmarshal(file, &read); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, b := range read.Blocks {
		all = append(append(append(all, b.Text), b.Items...), b.Head...)
		for _, f := range b.Facts {
			all = append(append(all, f.Name), f.Says...)
		}
		for _, row := range b.Rows {
			all = append(all, row...)
		}
	}
	return words(strings.Join(all, " "))
}

func TestEveryOutputSaysTheSameInTheSameOrder(t *testing.T) {
	c := signedCopy(t)
	want := onPaper(c.Doc().Blocks(2))
	for name, read := range outputs() {
		t.Run(name, func(t *testing.T) {
			if got := read(t, c); got != want {
				t.Errorf("it says something else:\n%s", firstDifference(got, want))
			}
		})
	}
}

// pack is where the appendix of the tests belongs.
func pack() committee.Appendix {
	return committee.Appendix{Label: "Appendix 3", Report: "Garden waste (R-2026-0004)", Committee: "Cabinet", On: "2026-12-08",
		Covers: "Recommendations 1 and 2.", Leaves: "Recommendation 3",
		Earlier: []committee.EarlierVersion{{Number: "1.0", Body: "Place Overview Committee", On: "2026-11-24"}}}
}

func TestTheCoverOfAnAppendixSaysWhatItIsAndWhereItBelongs(t *testing.T) {
	c := signedCopy(t)
	c.Marking = "Not for publication: paragraph 3 of Schedule 12A to the Local Government Act 1972"
	d, err := c.Appendix(pack())
	if err != nil {
		t.Fatal(err)
	}
	file, _ := pdftest.Drawn(t, d)
	cover := words(pdftest.Read(t, file) + " " + pdftest.Run(t, "pdftotext", "-l", "1", file, "-"))
	for _, want := range []string{"Garden waste sign-up moves online", "Reference EQIA-2024-0117", "Version 1.0", "State Signed off", "Signed off by Equality lead",
		"Signed off on 19 November 2026", "Report Garden waste (R-2026-0004)", "For Cabinet 8 December 2026", "Appendix Appendix 3", "Covers Recommendations 1 and 2.",
		"Does not cover Recommendation 3", "Next review 19 November 2027", c.Marking, "Place Overview Committee 24 November 2026: version 1.0",
		"Copy printed 20 November 2026 at 9:00am.", "https://eqia.example/v/7K4Q9XM2T", "Check code 7K4Q-9XM2-T", "0123456789abcdef",
		"EQIA-2024-0117 v1.0 · 7K4Q-9XM2-T · p 1 of "} {
		if !strings.Contains(cover, want) {
			t.Errorf("the cover does not say %q", want)
		}
	}
	if tree := pdftest.Run(t, "pdfinfo", "-struct", file); strings.Count(tree, "Figure") != 1 {
		t.Error("the cover has no code for a camera")
	}
}

func TestADraftHasNoCodeOnItsCover(t *testing.T) {
	c := signedCopy(t)
	c.Record.State, c.Record.SignedOff = workflow.Draft, eqia.Signature{}
	d, err := c.Appendix(pack())
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range d.Blocks {
		if _, is := b.(paper.Figure); is {
			t.Error("a draft has a code for a camera")
		}
	}
	if said := onPaper(d.Blocks); strings.Contains(said, "7K4Q") || !strings.Contains(said, "This is a draft.") {
		t.Error("a draft shows a check code, or does not say that it is one")
	}
}
