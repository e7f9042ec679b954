package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"dorset-eqia/web/document/paper"
	"dorset-eqia/web/document/pdf/pdftest"
)

// everything is a document with every kind of block, and a cell that is longer than a page.
func everything() paper.Document {
	long := strings.TrimSpace(strings.Repeat("The library signs people up who have no internet. ", 180))
	return paper.Document{Language: "en-GB", Kind: "Equality impact assessment", Title: "Bins & <bags>", Council: "Dorset Council", Reference: "EQIA-2024-0117",
		Version: "1.0", Code: "7K4Q-9XM2-T", Made: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC),
		Attached: []paper.File{{Name: "record.json", Type: "application/json", About: "The record", Bytes: []byte(`{"a":1}`)}},
		Blocks: []paper.Block{
			paper.Heading{Level: 1, Text: "Bins & <bags>"},
			paper.Paragraph{Runs: paper.Plain("Equality impact assessment"), Style: paper.Lead},
			paper.Heading{Level: 2, Text: "Iaith a język", ID: "words"},
			paper.Paragraph{Runs: paper.Plain("Ŵyneb dŵr ŷd; zażółć gęślą jaźń.\n\nA second paragraph.")},
			paper.Paragraph{Runs: paper.Runs{{Text: "Read "}, {Text: "the survey", Link: "https://example.org/survey?a=1&b=(2)"}, {Text: " or "},
				{Text: "the table", Link: "#table"}, {Text: ", "}, {Text: "before", Strong: true}, {Text: " you decide."}}},
			paper.Facts{Rows: []paper.Fact{paper.Said("Reference", "EQIA-2024-0117"),
				{Name: "Aims", Says: []paper.Runs{paper.Plain("first aim"), paper.Plain("second aim")}, List: true},
				paper.Said("Typed", "one line\nanother line")}},
			paper.List{Items: []paper.Runs{paper.Plain("An item"), paper.Plain(strings.Repeat("A longer item ", 20))}},
			paper.Figure{Text: "A square", Squares: [][]bool{{true, true, false}, {false, true, true}}, Beside: paper.Plain("Beside the square")},
			paper.Heading{Level: 3, Text: "A table", ID: "table"},
			paper.Table{Caption: "What will be done", Head: []string{"Action", "Who", "When"}, RowHeads: true, Widths: []int{3, 2, 1}, Rows: [][]paper.Cell{
				{{Runs: paper.Plain("Train staff")}, {Runs: paper.Plain("Libraries")}, {}},
				{{Runs: paper.Plain("Sign people up")}, {Runs: paper.Plain(long)}, {Runs: paper.Plain("May")}}}},
			paper.Boxes{Choices: []paper.Choice{{Code: "yes", Label: "Yes"}, {Code: "no", Label: "No", Ticked: true}}},
			paper.Room{Lines: 3},
			paper.PageBreak{},
			paper.Paragraph{Runs: paper.Plain("An address that is wider than a line: https://example.org/" + strings.Repeat("abcdefghij", 14))},
		}}
}

func words(text string) string { return strings.Join(strings.Fields(text), " ") }

// letters is a text without any space, so that it does not matter where a long word was parted.
func letters(text string) string { return strings.Join(strings.Fields(text), "") }

func TestEveryTextIsInTheTreeInTheOrderItIsRead(t *testing.T) {
	d := everything()
	file, _ := pdftest.Drawn(t, d)
	var want []string
	for text := range d.Texts() {
		want = append(want, text)
	}
	if got, want := letters(pdftest.Read(t, file)), letters(strings.Join(want, " ")); got != want {
		t.Errorf("the tree says\n%s\nand the document\n%s", got, want)
	}
}

func TestNothingIsDrawnOutsideTheTree(t *testing.T) {
	file, _ := pdftest.Drawn(t, everything())
	plain := filepath.Join(t.TempDir(), "plain.pdf")
	pdftest.Run(t, "qpdf", "--qdf", "--object-streams=disable", file, plain)
	raw, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	depth, drawn := 0, 0
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasSuffix(line, " BDC"), strings.HasSuffix(line, " BMC"):
			depth++
		case line == "EMC":
			depth--
		case strings.Contains(line, " Tj"), strings.HasSuffix(line, " re f"), strings.HasSuffix(line, " l S"):
			drawn++
			if depth != 1 {
				t.Fatalf("%d marks are open around %q", depth, line)
			}
		}
	}
	if depth != 0 || drawn < 100 {
		t.Errorf("%d marks are left open, and %d pieces were drawn", depth, drawn)
	}
}

func TestTheFileIsSound(t *testing.T) {
	for name, d := range map[string]paper.Document{"everything": everything(), "nothing": {Language: "en-GB", Title: "Empty", Kind: "Empty"}} {
		file, _ := pdftest.Drawn(t, d)
		if out := pdftest.Run(t, "qpdf", "--check", file); !strings.Contains(out, "No syntax or stream encoding errors") {
			t.Errorf("%s: %s", name, out)
		}
		info := pdftest.Run(t, "pdfinfo", file)
		for _, want := range []string{"Tagged:          yes", "PDF version:     1.7", "Title:           " + d.Title} {
			if !strings.Contains(info, want) {
				t.Errorf("%s: pdfinfo does not say %q:\n%s", name, want, info)
			}
		}
	}
}

func TestTablesSayWhatHeadsWhat(t *testing.T) {
	file, _ := pdftest.Drawn(t, everything())
	tree := words(pdftest.Run(t, "pdfinfo", "-struct-text", file))
	for _, want := range []string{`Caption "What will be done"`, `THead TR TH: /Scope /Column "Action" TH: /Scope /Column "Who"`,
		`TBody TR TH: /Scope /Row "Train staff" TD "Libraries" TD TR`, `L (block): /ListNumbering /Disc LI (block) Lbl (block) "• "`,
		`Figure: /Placement /Block /BBox`, `P (block) "Read " Link (inline) "the survey" Object`, `Link (inline) "the table" Object`} {
		if !strings.Contains(tree, want) {
			t.Errorf("the tree does not have %s", want)
		}
	}
	if got := strings.Count(tree, `"Action"`); got != 1 {
		t.Errorf("the head is in the tree %d times", got)
	}
}

func TestALongCellGoesOnUnderTheHeadOfItsTable(t *testing.T) {
	file, _ := pdftest.Drawn(t, everything())
	count := pages(t, file)
	heads := 0
	for page := 1; page <= count; page++ {
		text := pdftest.Run(t, "pdftotext", "-layout", "-f", strconv.Itoa(page), "-l", strconv.Itoa(page), file, "-")
		if strings.Contains(words(text), "Action Who When") {
			heads++
		}
	}
	if heads < 3 {
		t.Errorf("the head of the table is on %d of %d pages", heads, count)
	}
}

func TestAHeadingStaysWithWhatItHeads(t *testing.T) {
	for lines := 18; lines < 30; lines++ {
		d := paper.Document{Language: "en-GB", Title: "Headings", Kind: "Headings"}
		for range lines {
			d.Blocks = append(d.Blocks, paper.Paragraph{Runs: paper.Plain("A line")})
		}
		d.Blocks = append(d.Blocks, paper.Heading{Level: 2, Text: "Section"}, paper.Heading{Level: 3, Text: "Question"}, paper.Paragraph{Runs: paper.Plain("The answer")})
		file, _ := pdftest.Drawn(t, d)
		for page := range strings.SplitSeq(pdftest.Run(t, "pdftotext", file, "-"), "\f") {
			if strings.Contains(page, "Section") && !strings.Contains(page, "The answer") {
				t.Fatalf("after %d lines the heading stands alone", lines)
			}
		}
	}
}

var pageCount = regexp.MustCompile(`Pages: +(\d+)`)

func pages(t *testing.T, file string) int {
	t.Helper()
	n, err := strconv.Atoi(pageCount.FindStringSubmatch(pdftest.Run(t, "pdfinfo", file))[1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestEveryPageSaysWhichCopyItIs(t *testing.T) {
	secret := everything()
	secret.Marking = "Not for publication: paragraphs 1 and 3 of Schedule 12A to the Local Government Act 1972"
	draft := everything()
	draft.Draft, draft.Code = true, ""
	for _, c := range []struct {
		name string
		doc  paper.Document
		says string
		head string
	}{{"open", everything(), "EQIA-2024-0117 v1.0 · 7K4Q-9XM2-T", ""}, {"restricted", secret, "EQIA-2024-0117 v1.0 · 7K4Q-9XM2-T", secret.Marking},
		{"draft", draft, "EQIA-2024-0117 v1.0 · DRAFT", paper.DraftMarking}} {
		t.Run(c.name, func(t *testing.T) {
			file, _ := pdftest.Drawn(t, c.doc)
			count := pages(t, file)
			for page := 1; page <= count; page++ {
				text := words(pdftest.Run(t, "pdftotext", "-f", strconv.Itoa(page), "-l", strconv.Itoa(page), file, "-"))
				if want := fmt.Sprintf("%s · p %d of %d", c.says, page, count); !strings.Contains(text, want) {
					t.Errorf("page %d does not say %q", page, want)
				}
				if !strings.Contains(text, c.head) {
					t.Errorf("page %d does not say %q", page, c.head)
				}
			}
		})
	}
}

func TestLettersOfOtherLanguagesAreInTheFile(t *testing.T) {
	d := everything()
	d.Blocks = append(d.Blocks, paper.Paragraph{Runs: paper.Plain("Emoji 😀, 漢字 and a soft\u00adhyphen")})
	file, _ := pdftest.Drawn(t, d)
	text := words(pdftest.Run(t, "pdftotext", file, "-"))
	for _, want := range []string{"Ŵyneb dŵr ŷd; zażółć gęślą jaźń.", "Emoji □, □□ and a softhyphen"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not hold %q", want)
		}
	}
	for line := range strings.Lines(pdftest.Run(t, "pdffonts", file)) {
		if strings.Contains(line, "Liberation") && !strings.Contains(line, "yes yes yes") {
			t.Errorf("a font is not embedded with its letters: %s", line)
		}
	}
}

func TestTheRecordCanBeTakenOutAgain(t *testing.T) {
	file, _ := pdftest.Drawn(t, everything())
	out := filepath.Join(t.TempDir(), "out.json")
	pdftest.Run(t, "pdfdetach", "-save", "1", "-o", out, file)
	got, err := os.ReadFile(out)
	if err != nil || string(got) != `{"a":1}` {
		t.Errorf("%q, %v", got, err)
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	_, first := pdftest.Drawn(t, everything())
	_, second := pdftest.Drawn(t, everything())
	if !bytes.Equal(first, second) {
		t.Error("two copies differ")
	}
}

func TestFourHundredPagesTakeMemoryInStepWithFourty(t *testing.T) {
	long := func(copies int) paper.Document {
		d := everything()
		blocks := d.Blocks[1:]
		for range copies {
			d.Blocks = append(d.Blocks, blocks...)
		}
		return d
	}
	used := func(copies int) (bytes uint64) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		pdftest.Drawn(t, long(copies))
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	base, few, many := used(0), used(4), used(40)
	if growth := float64(many-base) / float64(few-base); growth > 14 {
		t.Errorf("ten times the pages took %.1f times the memory", growth)
	}
}
