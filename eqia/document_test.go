package eqia_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

// example is a document of the examples beside the demonstration.
func example(t testing.TB, name string) string {
	t.Helper()
	raw, err := os.ReadFile("eqiatest/examples/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func read(t testing.TB, text string) eqia.Document {
	t.Helper()
	d, err := eqia.ReadDocument(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// exported is the current version of an assessment as the text of a document.
func exported(t testing.TB, s *eqia.Service, reference string) string {
	t.Helper()
	ctx := context.Background()
	v, err := s.Store.Version(ctx, reference, "")
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Export(ctx, v)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := d.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func canonical(t testing.TB, text string) string {
	t.Helper()
	raw, err := read(t, text).Content.Canonical()
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// full is a finished assessment that its author wrote here.
func full(t testing.TB, s *eqia.Service) string {
	t.Helper()
	ctx := context.Background()
	reference, err := s.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	if err != nil {
		t.Fatal(err)
	}
	fv, _ := s.Profiles[eqiatest.Profile].Latest(string(eqia.DayOf(s.Now())))
	if err := eqiatest.Write(ctx, s, eqiatest.Author(), reference, eqiatest.Full(eqiatest.Profile, fv)); err != nil {
		t.Fatal(err)
	}
	return reference
}

func TestContentComesBackByteForByte(t *testing.T) {
	s := eqiatest.New(t)
	first := exported(t, s, full(t, s))
	again, err := s.Import(t.Context(), eqiatest.Author().ID, read(t, first), eqia.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if before, after := canonical(t, first), canonical(t, exported(t, s, again)); before != after {
		t.Errorf("went out as\n%s\nand came back as\n%s", before, after)
	}
}

func TestALegacyRecordComesBackWhole(t *testing.T) {
	s := eqiatest.New(t)
	first, err := s.Import(t.Context(), "", read(t, example(t, "legacy")), eqia.ImportOptions{Legacy: true})
	if err != nil {
		t.Fatal(err)
	}
	once := exported(t, s, first)
	second, err := s.Import(t.Context(), "", read(t, once), eqia.ImportOptions{Legacy: true})
	if err != nil {
		t.Fatal(err)
	}
	if twice := exported(t, s, second); strings.ReplaceAll(twice, second, first) != once {
		t.Errorf("went out as\n%s\nand came back as\n%s", once, twice)
	}
}

// randomly writes any text, number of blocks and effects into a legacy document, with the characters that are easily lost.
func randomly(r *rand.Rand) eqia.Document {
	pieces := []string{"Ä", "\n", "\t", `"`, `\`, "<b>&", "\u2028", "😀", "\u200f", " ", "a", "\ufffd", "é", "'", "{}", "\u00a0"}
	text := func() string {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	c := eqia.NewContent(eqia.FormRef{Profile: "dorset", Version: eqia.FormOutside})
	c.Answers["title"] = eqia.Answer{Text: "A title"}
	for n := range r.IntN(6) {
		c.Answers[fmt.Sprintf("own_%d", n)] = eqia.Answer{Text: text(), NotKnown: r.IntN(2) == 0}
		c.Options = append(c.Options, eqia.Option{No: 2*n + 1, Label: text(), Text: text()})
		c.Evidence = append(c.Evidence, eqia.Evidence{No: n + 3, Title: text(), Says: text(), Link: text(), Fact: []string{"", "age-65-to-74-residents-all-2021"}[r.IntN(2)]})
		c.Engagement = append(c.Engagement, eqia.Engagement{No: 90 - n, Who: text(), Said: text(), Changed: text()})
		card := eqia.Card{Code: fmt.Sprintf("row_%d", 9-n), Label: "Row " + text()}
		for option := range r.IntN(n + 1) {
			b := eqia.BlankBlock()
			b.Option, b.How, b.Mitigation = fmt.Sprint(2*option+1), text(), text()
			b.Effects = []eqia.Effects{{}, {eqia.Neutral}, {eqia.Positive, eqia.Unclear}, {eqia.Negative}}[r.IntN(4)]
			b.Evidence = []int{n + 3}
			card.Blocks = append(card.Blocks, b)
		}
		c.Cards = append(c.Cards, card)
		c.Actions = append(c.Actions, eqia.Action{No: n + 1, What: text(), Who: text(), When: eqia.When{Kind: eqia.Ongoing, Text: text(), Every: n},
			Others: []string{text(), text()}[:n%3]})
		c.Outcomes = append(c.Outcomes, eqia.Outcome{No: 2*n + 1, Of: "1.0", Card: "age", Effects: eqia.Effects{eqia.Positive, eqia.Negative}, Said: text(),
			Text: text(), Came: eqia.LessSo}, eqia.Outcome{No: 2*n + 2, Of: "1.0", Action: n + 1, Said: text(), Planned: text()})
	}
	return eqia.Document{Format: eqia.DocumentFormat, Content: c, Record: eqia.Record{State: "signed_off", CompletedOn: "2024-02-29",
		SignedOff: eqia.Signature{By: "Head of service"}}}
}

func TestAnyContentComesBackByteForByte(t *testing.T) {
	s := eqiatest.New(t)
	for seed := range uint64(60) {
		var out bytes.Buffer
		if _, err := randomly(rand.New(rand.NewPCG(seed, 149))).WriteTo(&out); err != nil {
			t.Fatal(err)
		}
		reference, err := s.Import(t.Context(), "", read(t, out.String()), eqia.ImportOptions{Legacy: true})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if before, after := canonical(t, out.String()), canonical(t, exported(t, s, reference)); before != after {
			t.Fatalf("seed %d went in as\n%s\nand came back as\n%s", seed, before, after)
		}
	}
}

func FuzzADocumentIsReadWholeOrRefusedWithItsLine(f *testing.F) {
	f.Add([]byte(example(f, "legacy")))
	f.Add([]byte(example(f, "draft")))
	f.Add([]byte(`{"format":"dorset-eqia/assessment/1","content":{"form":{"profile":"\ud800"}}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := eqia.ReadDocument(bytes.NewReader(raw))
		var unreadable *eqia.Unreadable
		if err != nil {
			if !errors.As(err, &unreadable) || unreadable.Line < 1 || unreadable.Says == "" {
				t.Fatalf("refused without a line and a reason: %v", err)
			}
			return
		}
		var out bytes.Buffer
		if _, err := d.WriteTo(&out); err != nil {
			t.Fatal(err)
		}
		before, err := d.Content.Canonical()
		if err != nil {
			t.Fatal(err)
		}
		if after := canonical(t, out.String()); string(before) != after {
			t.Fatalf("read as\n%s\nand again as\n%s", before, after)
		}
	})
}

func TestLineEndsBecomeOne(t *testing.T) {
	text := strings.ReplaceAll(example(t, "legacy"), `libraries in 2022.\nCalls`, `libraries in 2022.\r\nCalls\rback`)
	if got := read(t, text).Content.Answers["background"].Text; !strings.Contains(got, "2022.\nCalls\nback") {
		t.Errorf("read as %q", got)
	}
}

func TestWhatIsWrongWithAFileIsSaidWithItsLineAndField(t *testing.T) {
	good := example(t, "draft")
	change := func(old, now string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("the example has no %s", old)
		}
		return strings.Replace(good, old, now, 1)
	}
	for name, bad := range map[string]struct {
		text, field, says string
		line              int
	}{
		"empty":                      {"", "", "is empty", 1},
		"empty but for a mark":       {"\ufeff\r\n", "", "is empty", 1},
		"not JSON":                   {"hello", "", "not JSON", 1},
		"a list":                     {"[]", "", "curly brackets", 1},
		"cut short":                  {good[:len(good)/2], "", "not JSON", 0},
		"a missing comma":            {change(`"content": {`, `"content" {`), "", "not JSON", 3},
		"an unknown field":           {change(`"how"`, `"hwo"`), "content.cards[0].blocks[0].hwo", "not known", 0},
		"a field in other capitals":  {change(`"format"`, `"Format"`), "Format", "not known", 2},
		"a field twice":              {change(`"form": {`, `"cards": [], "form": {`), "content.cards", "twice", 0},
		"another format":             {change("assessment/1", "assessment/2"), "format", "dorset-eqia/assessment/1", 2},
		"a number for text":          {change(`"Gate counts"`, `7`), "content.evidence[0].title", "quotation marks", 0},
		"null":                       {change(`"Gate counts"`, `null`), "content.evidence[0].title", "quotation marks", 0},
		"text for a number":          {change(`"no": 1`, `"no": "1"`), "content.evidence[0].no", "whole number", 0},
		"a fraction":                 {change(`"no": 1`, `"no": 1.5`), "content.evidence[0].no", "whole number", 0},
		"a control character":        {change("Gate counts", `Gate\u0007counts`), "content.evidence[0].title", "can't be kept", 0},
		"half a character":           {change("Gate counts", `Gate \ud83d counts`), "content.evidence[0].title", "half a character", 0},
		"not UTF-8":                  {change("Gate counts", "Gate \xff counts"), "", "UTF-8", 0},
		"something after the end":    {good + "{}", "", "after the end", 0},
		"a very long answer":         {change("Gate counts", strings.Repeat("x", 200_001)), "content.evidence[0].title", "too long", 0},
		"ten thousand answers":       {change(`"answers": {`, `"answers": {`+manyAnswers(10_000)), "content.answers", "too many", 0},
		"a list deeper than it goes": {change(`"cards": [`, `"cards": [[[[[[`), "content.cards[0]", "curly brackets", 0},
		"more than 20 MB":            {good + strings.Repeat(" ", 20<<20), "", "20 MB", 1},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := eqia.ReadDocument(strings.NewReader(bad.text))
			var got *eqia.Unreadable
			if !errors.As(err, &got) {
				t.Fatalf("got %v", err)
			}
			if !strings.Contains(got.Says, bad.says) || bad.field != "" && got.Field != bad.field || bad.line > 0 && got.Line != bad.line {
				t.Errorf("got %v, want line %d, %s: …%s…", got, bad.line, bad.field, bad.says)
			}
		})
	}
}

func manyAnswers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `"q%d": {"text": "x"}, `, i)
	}
	return b.String()
}
