package docx_test

import (
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
)

// place is the content control with a tag, as it stands in a file.
func place(t *testing.T, raw []byte, tag string) string {
	t.Helper()
	text := part(t, raw, "word/document.xml")
	at := strings.Index(text, `<w:tag w:val="`+tag+`"/>`)
	if at < 0 {
		t.Fatalf("there is no place %s", tag)
	}
	from := strings.LastIndex(text[:at], "<w:sdt>")
	return text[from : at+strings.Index(text[at:], "</w:sdtContent></w:sdt>")+len("</w:sdtContent></w:sdt>")]
}

// retyped is a file with other text in one place, a paragraph for each line.
func retyped(t *testing.T, raw []byte, tag string, lines ...string) []byte {
	t.Helper()
	was := place(t, raw, tag)
	head, _, _ := strings.Cut(was, "<w:sdtContent>")
	now := head + "<w:sdtContent>"
	for _, line := range lines {
		now += "<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>"
	}
	return with(t, raw, was, now+"</w:sdtContent></w:sdt>")
}

func TestWhatIsEditedInAWordFileIsReadBackIntoItsPlace(t *testing.T) {
	whole := written(t, paperOf(t, rich(t)))
	block := func(c *eqia.Content) *eqia.Block {
		i := slices.IndexFunc(c.Cards, func(k eqia.Card) bool { return k.Code == "age" })
		return &c.Cards[i].Blocks[1]
	}
	action := func(c *eqia.Content) *eqia.Action { return &c.Actions[len(c.Actions)-1] }
	for _, e := range []struct {
		name, tag string
		lines     []string
		want      func(c *eqia.Content)
	}{
		{"a text", "answer-aims", []string{"One", "", "Two"}, func(c *eqia.Content) { c.Answers["aims"] = eqia.Answer{Text: "One\n\nTwo"} }},
		{"a text taken away", "answer-aims", []string{""}, func(c *eqia.Content) { delete(c.Answers, "aims") }},
		{"an answer where there was none", "answer-service", []string{"Waste"}, func(c *eqia.Content) { c.Answers["service"] = eqia.Answer{Text: "Waste"} }},
		{"a choice", "answer-kind", []string{"Policy"}, func(c *eqia.Content) { c.Answers["kind"] = eqia.Answer{Choices: []string{"policy"}} }},
		{"several choices", "answer-triggers", []string{"It is a key decision", "It closes or reduces a service or a building"}, func(c *eqia.Content) {
			c.Answers["triggers"] = eqia.Answer{Choices: []string{"key_decision", "closure"}}
		}},
		{"a day", "answer-review_date", []string{"1/12/2027"}, func(c *eqia.Content) { c.Answers["review_date"] = eqia.Answer{Day: "2027-12-01"} }},
		{"the reason that groups share", "answer-shared_reason", []string{"Nothing changes for them."}, func(c *eqia.Content) {
			c.Answers[eqia.SharedReason] = eqia.Answer{Text: "Nothing changes for them."}
		}},
		{"effects", "card-age/employees/3/effects", []string{"Negative"}, func(c *eqia.Content) { block(c).Effects = eqia.Effects{eqia.Negative} }},
		{"how", "card-age/employees/3/how", []string{"Later hours"}, func(c *eqia.Content) { block(c).How = "Later hours" }},
		{"aims", "card-age/employees/3/aims", []string{"eliminate discrimination, harassment, victimisation and any other conduct that is prohibited by or under this Act"},
			func(c *eqia.Content) { block(c).Aims = []string{"eliminate"} }},
		{"evidence", "card-age/employees/3/evidence", []string{"A survey"}, func(c *eqia.Content) { block(c).Evidence = []int{7} }},
		{"the name of a source", "evidence-7/title", []string{"A larger survey"}, func(c *eqia.Content) { c.Evidence[len(c.Evidence)-1].Title = "A larger survey" }},
		{"the groups of a source", "evidence-7/characteristics", []string{"Sex, Carers"}, func(c *eqia.Content) {
			c.Evidence[len(c.Evidence)-1].Characteristics = []string{"sex", "carers"}
		}},
		{"how far people were involved", "engagement-9/depth", []string{"We asked them"}, func(c *eqia.Content) { c.Engagement[len(c.Engagement)-1].Depth = "asked" }},
		{"an option", "option-1/text", []string{"Change nothing"}, func(c *eqia.Content) { c.Options[0].Text = "Change nothing" }},
		{"who does an action", "action-5/who", []string{"Four, Five"}, func(c *eqia.Content) { action(c).Who, action(c).Others = "Four", []string{"Five"} }},
		{"when", "action-5/when", []string{"every 6 months"}, func(c *eqia.Content) {
			action(c).When = eqia.When{Kind: eqia.Recurring, Every: 6, Text: "every 6 months"}
		}},
		{"the groups of an action", "action-5/answers", []string{"Age, Disability"}, func(c *eqia.Content) {
			action(c).Answers = append(action(c).Answers, eqia.BlockRef{Card: "disability"})
		}},
		{"what came of a prediction", "outcome-1/came", []string{"It did not happen"}, func(c *eqia.Content) { c.Outcomes[0].Came = eqia.DidNot }},
	} {
		t.Run(e.name, func(t *testing.T) {
			want := rich(t)
			e.want(&want)
			got := back(t, retyped(t, whole, e.tag, e.lines...))
			if a, b := canonical(t, got.Document.Content), canonical(t, want); a != b {
				t.Errorf("the content is\n%s\nnot\n%s", a, b)
			}
			if len(got.Changed) != 1 || len(got.Puzzles) > 0 {
				t.Errorf("changed %q, puzzles %q", got.Changed, got.Puzzles)
			}
		})
	}
}

func TestAnEditThatIsNotUnderstoodLeavesTheRecordAsItWas(t *testing.T) {
	whole := written(t, paperOf(t, rich(t)))
	aims := place(t, whole, "answer-aims")
	for name, e := range map[string]struct {
		raw  []byte
		says string
	}{
		"no choice of the form":  {retyped(t, whole, "answer-kind", "A party"), "It is not one of the choices"},
		"no day":                 {retyped(t, whole, "answer-review_date", "soon"), "It is not an exact date"},
		"no effect":              {retyped(t, whole, "card-age/employees/3/effects", "No impact"), "Choose it yourself"},
		"no aim of the Act":      {retyped(t, whole, "card-age/employees/3/aims", "be nice"), "words of the Act"},
		"no evidence":            {retyped(t, whole, "card-age/employees/3/evidence", "A rumour"), "names of evidence"},
		"no group":               {retyped(t, whole, "action-5/answers", "Robots"), "groups with an effect"},
		"no time":                {retyped(t, whole, "action-5/when", "one day"), "No day can be worked out"},
		"a prediction":           {retyped(t, whole, "outcome-1/said", "It will be fine"), "stays as it was"},
		"a place that was taken": {with(t, whole, aims, ""), "not in the file any more"},
		"a place twice":          {with(t, whole, aims, aims+aims), "twice"},
		"text between places":    {with(t, whole, aims, aims+"<w:p><w:r><w:t>By the way</w:t></w:r></w:p>"), "stands in no answer"},
	} {
		t.Run(name, func(t *testing.T) {
			got := back(t, e.raw)
			if a, b := canonical(t, got.Document.Content), canonical(t, rich(t)); a != b {
				t.Errorf("the content is\n%s\nnot\n%s", a, b)
			}
			if len(got.Changed) > 0 || len(got.Puzzles) == 0 || !strings.Contains(got.Puzzles[0].Note, e.says) {
				t.Errorf("changed %q, puzzles %q", got.Changed, got.Puzzles)
			}
		})
	}
}
