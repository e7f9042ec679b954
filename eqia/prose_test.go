package eqia_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"dorset-eqia/eqia"
)

func TestACouncilsTextIsReadLineByLine(t *testing.T) {
	words := func(kind eqia.ParaKind, text string) eqia.Para {
		return eqia.Para{Kind: kind, Runs: []eqia.ProseRun{{Text: text}}}
	}
	for _, c := range []struct {
		name, text string
		want       []eqia.Para
	}{
		{"a paragraph for each line", "One.\r\n\nTwo.", []eqia.Para{words(eqia.PlainPara, "One."), words(eqia.PlainPara, "Two.")}},
		{"a heading and points", "## Rights\n* to see\n* to mend", []eqia.Para{words(eqia.HeadPara, "Rights"), words(eqia.PointPara, "to see"), words(eqia.PointPara, "to mend")}},
		{"a place for something else", " {contact} ", []eqia.Para{{Kind: eqia.SlotPara, Slot: "contact"}}},
		{"a place among words is words", "Ask {council} now", []eqia.Para{words(eqia.PlainPara, "Ask {council} now")}},
		{"links among words", "See [this](https://a.example/b) or [that](/privacy).", []eqia.Para{{Kind: eqia.PlainPara, Runs: []eqia.ProseRun{{Text: "See "},
			{"this", "https://a.example/b"}, {Text: " or "}, {"that", "/privacy"}, {Text: "."}}}}},
		{"an email address", "[Write](mailto:team@council.example)", []eqia.Para{{Kind: eqia.PlainPara, Runs: []eqia.ProseRun{{"Write", "mailto:team@council.example"}}}}},
		{"markup is text", "<b>bold</b> **bold** # no", []eqia.Para{words(eqia.PlainPara, "<b>bold</b> **bold** # no")}},
		{"brackets alone are text", "[not] (a link)", []eqia.Para{words(eqia.PlainPara, "[not] (a link)")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := eqia.ParseProse(c.text); err != nil || !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
	for _, to := range []string{"javascript:alert", "data:text/html,x", "//elsewhere.example", "https:", "mailto:nobody", "relative", "https://%zz"} {
		var invalid *eqia.Invalid
		if _, err := eqia.ParseProse("[x](" + to + ")"); !errors.As(err, &invalid) {
			t.Errorf("a link to %s is let through", to)
		}
	}
}

func TestEveryPublicPageComesWithWords(t *testing.T) {
	for _, name := range eqia.TextNames() {
		text := eqia.DefaultText(name)
		paras, err := eqia.ParseProse(text.Body)
		if err != nil || len(paras) < 3 || name.Label() == "" {
			t.Errorf("%s: %d paragraphs, %v", name, len(paras), err)
		}
		for _, slot := range name.Slots() {
			if !strings.Contains(text.Body, "\n{"+slot+"}\n") {
				t.Errorf("%s has no place for {%s}", name, slot)
			}
		}
	}
}

func FuzzATextLeadsOnlyToPages(f *testing.F) {
	for _, seed := range []string{"## A\n* b\n{contact}", "[a](https://b.example)", "[a](javascript:b)", "[[a](b)](c)", "[a](/b)(c)", "\x00[", "[x](http://a\tb)", "[x](/\\evil.example)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		paras, err := eqia.ParseProse(text)
		if err != nil {
			return
		}
		for _, p := range paras {
			for _, run := range p.Runs {
				to := strings.ToLower(run.Href)
				if to != "" && !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "http://") && !strings.HasPrefix(to, "mailto:") &&
					(!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.HasPrefix(to, `/\`)) {
					t.Errorf("%q leads to %q", text, run.Href)
				}
			}
		}
	})
}
