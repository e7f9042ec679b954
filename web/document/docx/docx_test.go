package docx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/word"
	"dorset-eqia/eqia/wordform"
	"dorset-eqia/web/document"
	"dorset-eqia/web/document/docx"
	"dorset-eqia/web/document/paper"
)

const day = eqia.Day("2026-11-02")

func council(t testing.TB) (form.Profile, form.Version) {
	t.Helper()
	p, err := form.Load(eqiatest.Profile)
	if err != nil {
		t.Fatal(err)
	}
	fv, _ := p.Latest(string(day))
	return p, fv
}

// rich is an assessment with something of every kind in it: split cards, groups together, options, outcomes, times that no words say in full.
func rich(t testing.TB) eqia.Content {
	t.Helper()
	_, fv := council(t)
	c := eqiatest.Full(eqiatest.Profile, fv)
	c.Options = []eqia.Option{{No: 1, Label: "Keep the counter", Text: "Do nothing"}, {No: 3, Label: "Close the counter"}}
	for i, k := range c.Cards {
		if k.Code == "age" {
			c.Cards[i].Blocks = append(c.Cards[i].Blocks, eqia.Block{Audience: "employees", Option: "3", Effects: eqia.Effects{eqia.Positive, eqia.Unclear},
				How: "One line\n\n  a line further in,\ttabbed\n- an item  with two spaces", Aims: []string{"advance"}, Evidence: []int{c.Evidence[0].No}, FindOut: "Ask <them> & \"others\""})
		}
	}
	c.Cards = append(c.Cards, eqia.Card{Code: "age+disability+gender_reassignment+marriage_and_civil_partnership+sexual_orientation", Blocks: []eqia.Block{
		{Effects: eqia.Effects{eqia.Negative}, How: "Ŵyneb, zażółć gęślą jaźń", Aims: []string{}, Evidence: []int{}}}})
	c.Evidence = append(c.Evidence, eqia.Evidence{No: 7, Title: "A survey", Link: "https://example.org/?a=1&b=2", Characteristics: []string{"age", "sex"}})
	c.Engagement = append(c.Engagement, eqia.Engagement{No: 9, Who: "A forum", Depth: "codesigned", When: "In May", HowMany: "12", Said: "Yes", Changed: "Nothing"})
	c.Actions = append(c.Actions, eqia.Action{No: 5, Issue: "Age", What: "Look again", Who: "One", Others: []string{"Two, of two", "Three"}, Answers: []eqia.BlockRef{{Card: "age", Audience: "employees", Option: "3"}},
		When: eqia.When{Kind: eqia.OnDay, Text: "by 4 June 2027 or so", Day: "2027-06-04"}, Measure: "It is seen"})
	c.Outcomes = []eqia.Outcome{{No: 1, Of: "1.0", Card: "age", Effects: eqia.Effects{eqia.Negative}, Said: "It may be harder", Came: eqia.LessSo, Text: "It was"}}
	c.Sort()
	return c
}

func paperOf(t testing.TB, c eqia.Content) paper.Document {
	t.Helper()
	_, fv := council(t)
	return document.Copy{Form: fv, Day: string(day), Council: "Dorset Council", Made: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Document: eqia.Document{
		Format: eqia.DocumentFormat, Content: c, Record: eqia.Record{Reference: "EQIA-2026-0007", Version: "1.0", State: "draft"}}}.Whole()
}

func written(t testing.TB, d paper.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func back(t testing.TB, raw []byte) eqia.Transcript {
	t.Helper()
	p, _ := council(t)
	got, err := wordform.Read(raw, p, day, eqia.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func canonical(t testing.TB, c eqia.Content) string {
	t.Helper()
	raw, err := c.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// part is one part of a file.
func part(t testing.TB, raw []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// with is a file with another text in its main part.
func with(t testing.TB, raw []byte, old, now string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		text := part(t, raw, f.Name)
		if f.Name == "word/document.xml" {
			if !strings.Contains(text, old) {
				t.Fatalf("the file does not say %q", old)
			}
			text = strings.Replace(text, old, now, 1)
		}
		to, err := w.Create(f.Name)
		if err == nil {
			_, err = to.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// untouched asks that a file that nobody edited gives the same content, with nothing to say of it.
func untouched(t *testing.T, raw []byte, want eqia.Content) {
	t.Helper()
	got := back(t, raw)
	if a, b := canonical(t, got.Document.Content), canonical(t, want); a != b {
		t.Errorf("the content is\n%s\nnot\n%s", a, b)
	}
	if !got.Ours || len(got.Changed)+len(got.Puzzles) > 0 {
		t.Errorf("ours %t, changed %q, puzzles %q", got.Ours, got.Changed, got.Puzzles)
	}
}

func TestAWordFileGivesBackWhatItWasMadeFrom(t *testing.T) {
	_, fv := council(t)
	for name, c := range map[string]eqia.Content{"rich": rich(t), "empty": eqia.NewContent(eqia.FormRef{Profile: eqiatest.Profile, Version: fv.Code}),
		"screening": eqiatest.Screening(eqiatest.Profile, fv)} {
		t.Run(name, func(t *testing.T) { untouched(t, written(t, paperOf(t, c)), c) })
	}
}

func TestABlankFormInWordIsReadBackAsItWasFilledIn(t *testing.T) {
	_, fv := council(t)
	empty := eqia.NewContent(eqia.FormRef{Profile: eqiatest.Profile, Version: fv.Code})
	form := written(t, document.Blank{Form: fv, Day: string(day)}.Paper("Dorset Council"))
	if got := back(t, form); canonical(t, got.Document.Content) != canonical(t, empty) || len(got.Puzzles)+len(got.Placed) > 0 || len(got.Empty) < 10 {
		t.Errorf("a blank form reads as %s, %q, %q", canonical(t, got.Document.Content), got.Placed, got.Puzzles)
	}
	readAs(t, filledIn(t, form), filling(empty))
}

// filledIn is the blank form as someone types in it.
func filledIn(t *testing.T, form []byte) []byte {
	t.Helper()
	text := func(tag, says string) {
		at := `<w:tag w:val="` + tag + `"/>`
		_, after, _ := strings.Cut(part(t, form, "word/document.xml"), at)
		control, _, _ := strings.Cut(after, "</w:sdtContent>")
		typed := strings.Replace(strings.Replace(control, "<w:showingPlcHdr/>", "", 1), wordform.Prompt, says, 1)
		form = with(t, form, at+control, at+typed)
	}
	tick := func(tag, label string) {
		_, after, _ := strings.Cut(part(t, form, "word/document.xml"), `<w:tag w:val="`+tag+`"/>`)
		box, _, _ := strings.Cut(after, "> "+label+"</w:t>")
		box = box[strings.LastIndex(box, "<w:p>"):]
		form = with(t, form, box+"> "+label+"</w:t>", strings.NewReplacer(`<w14:checked w14:val="0"/>`, `<w14:checked w14:val="1"/>`, "☐", "☒").Replace(box)+"> "+label+"</w:t>")
	}
	text("answer-title", "Bins on Fridays")
	tick("answer-kind", "Change to a service")
	tick("answer-triggers", "It closes or reduces a service or a building")
	tick("answer-triggers", "It moves a service to another place")
	tick("answer-decision_date", "The date is not known yet")
	text("answer-review_date", "4 June 2027")
	text("evidence-2/title", "Round sheets")
	text("action-1/what", "Tell people")
	text("action-1/when", "by the end of October 2027")
	tick("card-age/effects", "Negative")
	text("card-age/how", "A longer walk")
	tick("card-age/aims", "advance equality of opportunity between persons who share a relevant protected characteristic and persons who do not share it")
	return form
}

// filling is what filledIn says.
func filling(c eqia.Content) eqia.Content {
	c = c.Clone()
	c.Answers = map[string]eqia.Answer{"title": {Text: "Bins on Fridays"}, "kind": {Choices: []string{"service_change"}}, "triggers": {Choices: []string{"closure", "location"}},
		"decision_date": {NotKnown: true}, "review_date": {Day: "2027-06-04"}}
	c.Evidence = []eqia.Evidence{{No: 2, Title: "Round sheets", Characteristics: []string{}}}
	c.Actions = []eqia.Action{{No: 1, What: "Tell people", When: eqia.When{Kind: eqia.InMonth, Month: "2027-10", Text: "by the end of October 2027"}, Answers: []eqia.BlockRef{}}}
	c.Cards = []eqia.Card{{Code: "age", Blocks: []eqia.Block{{Effects: eqia.Effects{eqia.Negative}, How: "A longer walk", Aims: []string{"advance"}, Evidence: []int{}}}}}
	return c
}

// readAs asks what was read of a blank form that was filled in.
func readAs(t *testing.T, raw []byte, want eqia.Content) {
	t.Helper()
	got := back(t, raw)
	if a, b := canonical(t, got.Document.Content), canonical(t, want); a != b || len(got.Puzzles) > 0 {
		t.Errorf("the content is\n%s\nnot\n%s\nand not understood: %q", a, b, got.Puzzles)
	}
}

// inLibreOffice opens files in LibreOffice and saves them again, all at once.
func inLibreOffice(t *testing.T, files map[string][]byte) map[string][]byte {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not on this machine: apt-get install libreoffice-writer-nogui")
	}
	in, out := t.TempDir(), t.TempDir()
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "docx", "--outdir", out}
	for name, raw := range files {
		path := filepath.Join(in, name+".docx")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if said, err := exec.CommandContext(t.Context(), "soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	saved := map[string][]byte{}
	for name := range files {
		raw, err := os.ReadFile(filepath.Join(out, name+".docx"))
		if err != nil {
			t.Fatal(err)
		}
		saved[name] = raw
	}
	return saved
}

func TestLibreOfficeOpensItAndSavesItWithNothingLost(t *testing.T) {
	_, fv := council(t)
	empty, form := eqia.NewContent(eqia.FormRef{Profile: eqiatest.Profile, Version: fv.Code}), written(t, document.Blank{Form: fv, Day: string(day)}.Paper("Dorset Council"))
	d := paperOf(t, rich(t))
	whole := written(t, d)
	saved := inLibreOffice(t, map[string][]byte{"rich": whole, "empty": written(t, paperOf(t, empty)), "blank": form, "filled": filledIn(t, form),
		"edited": with(t, whole, "To answer people the same day", "To answer people &amp; firms the same hour")})
	untouched(t, saved["rich"], rich(t))
	untouched(t, saved["empty"], empty)
	readAs(t, saved["blank"], empty)
	readAs(t, saved["filled"], filling(empty))
	got := back(t, saved["edited"])
	if !slices.Equal(got.Changed, []string{"What are its aims and objectives?"}) || !strings.HasPrefix(got.Document.Content.Answers["aims"].Text, "To answer people & firms the same hour") {
		t.Errorf("changed %q, puzzles %q: %q", got.Changed, got.Puzzles, got.Document.Content.Answers["aims"].Text)
	}
	sameWords(t, d, whole)
	sameWords(t, d, saved["rich"])
}

// sameWords asks that a file says every text of the document, in the same order.
func sameWords(t *testing.T, d paper.Document, raw []byte) {
	t.Helper()
	f, err := word.Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	letters := func(s string) string { return strings.Join(strings.Fields(s), "") }
	var want []string
	for text := range d.Texts() {
		want = append(want, text)
	}
	if got, want := letters(word.Text(f.Blocks)), letters(strings.Join(want, " ")); got != want {
		i := 0
		for i < min(len(got), len(want)) && got[i] == want[i] {
			i++
		}
		t.Errorf("after %q it says %q, not %q", want[max(0, i-60):i], got[i:min(len(got), i+80)], want[i:min(len(want), i+80)])
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	if a, b := written(t, paperOf(t, rich(t))), written(t, paperOf(t, rich(t))); !bytes.Equal(a, b) {
		t.Error("two files differ")
	}
}

func TestAFileSaysWhatItIs(t *testing.T) {
	raw := written(t, paperOf(t, rich(t)))
	for name, want := range map[string][]string{
		"docProps/core.xml": {"<dc:title>Garden waste sign-up moves online", "<dc:language>en-GB<"},
		"word/styles.xml":   {`<w:name w:val="heading 1"/>`, `<w:lang w:val="en-GB"`},
		"word/document.xml": {`<w:tblHeader/>`, `<w:tag w:val="answer-aims"/>`, `<w:tag w:val="card-age/employees/3/how"/>`, `<w:pStyle w:val="Heading1"/>`},
		"word/header1.xml":  {"DRAFT"},
		"word/footer1.xml":  {"EQIA-2026-0007 v1.0", "NUMPAGES"},
	} {
		for _, w := range want {
			if !strings.Contains(part(t, raw, name), w) {
				t.Errorf("%s does not say %q", name, w)
			}
		}
	}
	if f, err := word.Read(raw); err != nil || !strings.HasPrefix(f.Title, "Garden waste") {
		t.Errorf("its title reads %q (%v)", f.Title, err)
	}
}
