package document_test

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/document"
	"dorset-eqia/web/document/paper"
	"dorset-eqia/workflow"
)

// rich is an assessment with something of every kind in it: a split card, a merged row, options, outcomes, an open question.
func rich(t *testing.T) (eqia.Content, form.Version) {
	t.Helper()
	content, fv := full(t)
	content.Options = []eqia.Option{{No: 1, Label: "Keep the counter", Text: "Do nothing"}, {No: 2, Label: "Close the counter"}}
	cards := content.Cards[:0]
	for _, k := range content.Cards {
		switch k.Code {
		case "age":
			k.Blocks = []eqia.Block{
				{Audience: "residents", Option: "2", Effects: eqia.Effects{eqia.Positive, eqia.Negative}, How: "Older residents\nwho do not use the web", Aims: []string{"advance"},
					Evidence: []int{content.Evidence[0].No}, Mitigation: "A telephone line"},
				{Audience: "employees", Effects: eqia.Effects{eqia.Unclear}, How: "Not known", FindOut: "Ask them", Justification: "It can be undone"}}
		case "gender_identity", "gender_reassignment":
			continue
		}
		cards = append(cards, k)
	}
	content.Cards = append(cards, eqia.Card{Code: "gender_reassignment+gender_identity", Label: "Gender reassignment and gender identity",
		Covers: []string{"gender_reassignment", "gender_identity"}, Blocks: []eqia.Block{{Effects: eqia.Effects{eqia.Positive}, How: "Better for both"}}})
	content.Outcomes = []eqia.Outcome{{No: 1, Of: "1.0", Card: "age", Effects: eqia.Effects{eqia.Negative}, Said: "It may be harder", Came: eqia.AsPredicted}}
	return content, fv
}

// words is a text without what only divides words.
func words(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' }), " ")
}

func onPage(t *testing.T, c templ.Component) string {
	t.Helper()
	page := drawn(t, c)
	page.Find("[aria-hidden]").Remove()
	page.Find("*").Each(func(_ int, s *goquery.Selection) { s.AppendHtml(" ") })
	return words(page.Text())
}

func onPaper(blocks []paper.Block) string {
	var all []string
	for text := range (paper.Document{Blocks: blocks}).Texts() {
		all = append(all, text)
	}
	return words(strings.Join(all, " "))
}

func TestPaperSaysTheSameWordsAsThePageInTheSameOrder(t *testing.T) {
	content, fv := rich(t)
	empty := eqia.NewContent(eqia.FormRef{Profile: eqiatest.Profile, Version: fv.Code})
	for name, c := range map[string]eqia.Content{"rich": content, "empty": empty} {
		d := document.Of(c, fv, day)
		page, onSheet := onPage(t, d.Whole(2)), onPaper(d.Blocks(2))
		if page != onSheet {
			t.Errorf("%s: the page and the paper differ:\n%s", name, firstDifference(page, onSheet))
		}
	}
}

func TestTheBlankFormSaysForWhichAnswersAQuestionIsNotNeeded(t *testing.T) {
	form := onPaper(document.Blank{Form: councilForm(t), Day: day}.Paper("Dorset Council").Blocks)
	if want := "Only if you did not answer “Staff restructure” to “What kind of proposal is it?”."; !strings.Contains(form, want) {
		t.Errorf("it does not say %q", want)
	}
}

func TestTheBlankFormOnPaperSaysTheSameAsThePage(t *testing.T) {
	b := document.Blank{Form: councilForm(t), Day: day}
	page, _ := strings.CutPrefix(onPage(t, b.View()), "Blank form ")
	_, page, _ = strings.Cut(page, "type your answers in. ")
	onSheet, _ := strings.CutPrefix(onPaper(b.Paper("Dorset Council").Blocks), "Equality impact assessment: blank form ")
	if page != onSheet {
		t.Errorf("the page and the paper differ:\n%s", firstDifference(page, onSheet))
	}
}

// firstDifference shows two texts from a little before where they part.
func firstDifference(a, b string) string {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	from := max(0, at-60)
	return "page:  …" + a[from:min(len(a), at+120)] + "\npaper: …" + b[from:min(len(b), at+120)]
}

// signedCopy is a rich assessment that was signed off, as its paper has it.
func signedCopy(t *testing.T) document.Copy {
	t.Helper()
	content, fv := rich(t)
	content.Answers["portfolio_holder"] = eqia.Answer{Text: "Councillor Canary"}
	return document.Copy{Form: fv, Day: day, Council: "Dorset Council", Home: "https://eqia.example", Made: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC),
		Document: eqia.Document{Format: eqia.DocumentFormat, Content: content, Record: eqia.Record{Reference: "EQIA-2024-0117", Version: "1.0",
			State: workflow.SignedOff, People: []eqia.Named{{Role: eqia.WroteIt, Name: "Author Canary"}},
			SignedOff: eqia.Signature{By: "Lead Canary", Role: "Equality lead", On: "2026-11-19"}, ReviewDue: "2027-11-19", Conditions: []string{"Ask again in spring"},
			Digest: strings.Repeat("0123456789abcdef", 4), CheckCode: "7K4Q9XM2T"}}}
}

func TestPaperNamesRolesAndNeverPeople(t *testing.T) {
	c := signedCopy(t)
	for _, public := range []bool{true, false} {
		c.Public = public
		d := c.Whole()
		said := onPaper(d.Blocks) + string(d.Attached[0].Bytes)
		if strings.Contains(said, "Lead Canary") || strings.Contains(said, "Author Canary") {
			t.Errorf("public %v: the paper names a person", public)
		}
		if got := strings.Contains(said, "Councillor Canary"); got == public {
			t.Errorf("public %v: an answer that may name a person is shown: %v", public, got)
		}
		if !strings.Contains(said, "Equality lead") {
			t.Errorf("public %v: the paper does not say who signed", public)
		}
	}
}

func TestTheFootOfEveryPageNamesTheVersionAndItsCode(t *testing.T) {
	c := signedCopy(t)
	if got := c.Whole().Foot(); got != "EQIA-2024-0117 v1.0 · 7K4Q-9XM2-T" {
		t.Errorf("signed: %q", got)
	}
	c.Record.State, c.Record.SignedOff = workflow.Draft, eqia.Signature{}
	d := c.Whole()
	if d.Foot() != "EQIA-2024-0117 v1.0 · DRAFT" || d.Code != "" || len(d.Head()) != 1 || strings.Contains(onPaper(d.Blocks), "7K4Q") {
		t.Errorf("a draft says %q and has the code %q", d.Foot(), d.Code)
	}
}

func TestAPaperSaysFirstHowItsVersionStands(t *testing.T) {
	for state, want := range map[workflow.State]string{workflow.SignedOff: "", workflow.Superseded: "A later version has replaced this one.",
		workflow.Withdrawn: "This assessment was withdrawn.", workflow.Draft: "This is a draft. It may still change."} {
		c := signedCopy(t)
		if c.Record.State = state; state == workflow.Draft {
			c.Record.SignedOff = eqia.Signature{}
		}
		third, _ := c.Whole().Blocks[2].(paper.Paragraph)
		if got := third.Runs.Text(); got != want {
			t.Errorf("%s: it says %q", state, got)
		}
	}
}

func TestAScreeningRecordSaysThatItIsOne(t *testing.T) {
	c := signedCopy(t)
	c.Content = eqiatest.Screening(eqiatest.Profile, c.Form)
	if d := c.Whole(); !strings.HasPrefix(d.Kind, "Screening record") || strings.Contains(onPaper(d.Blocks), "Impacts on people") {
		t.Errorf("it is called %q", d.Kind)
	}
}

func TestAPaperWithWordsLeftOutSaysWhy(t *testing.T) {
	c := signedCopy(t)
	ground := eqia.RedactionGrounds()[0]
	c.CopyOf, c.Grounds = "1.0", []string{ground[0]}
	if said := onPaper(c.Whole().Blocks); !strings.Contains(said, words("Version 1.0, with some words left out")) || !strings.Contains(said, words(document.Ground(ground))) {
		t.Error("it does not say that words were left out, or not why")
	}
}

func TestHeadingsOnPaperNeverSkip(t *testing.T) {
	for name, d := range map[string]paper.Document{"assessment": signedCopy(t).Whole(), "plan": signedCopy(t).ActionPlan(),
		"blank": document.Blank{Form: councilForm(t), Day: day}.Paper("")} {
		last := 0
		for _, b := range d.Blocks {
			h, ok := b.(paper.Heading)
			if ok && (h.Level > last+1 || h.Level == 1 && last > 0) {
				t.Errorf("%s: the heading %q has level %d after level %d", name, h.Text, h.Level, last)
			}
			if ok {
				last = h.Level
			}
		}
	}
}
