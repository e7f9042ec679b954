package form

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
)

// draft is a draft based on the newest version of the council's form.
func draft(t *testing.T) Draft {
	t.Helper()
	p, err := Load("dorset")
	if err != nil {
		t.Fatal(err)
	}
	newest, _ := p.Newest()
	return Draft{Version: newest, BasedOn: newest, Used: p.Versions}
}

// after is the draft after some edits, which have to work.
func after(t *testing.T, edits ...Edit) Draft {
	t.Helper()
	d := draft(t)
	for _, e := range edits {
		v, err := d.After(e)
		if err != nil {
			t.Fatalf("%s: %v", e.Subject(), err)
		}
		d.Version = v
	}
	return d
}

// aimsWords is the question about aims in other words.
func aimsWords(change func(*QuestionWords)) QuestionWords {
	e := QuestionWords{Code: "aims", Label: "What is it meant to do?", Short: "Aims", Hint: "A few sentences.", Error: "Enter what it is meant to do", Required: true}
	if change != nil {
		change(&e)
	}
	return e
}

func newGroup(change func(*NewGroup)) NewGroup {
	e := NewGroup{Words: GroupWords{Label: "Digital exclusion", Definition: "People who cannot use the internet, or not well.", Source: "Adopted by the council",
		Prompts: "Can people do this without the internet?"}, Aims: []string{AimFoster, AimAdvance}, From: "2027-04-01"}
	if change != nil {
		change(&e)
	}
	return e
}

func TestTheWordsOfAQuestionChangeAndNothingElse(t *testing.T) {
	d := after(t, aimsWords(nil))
	q, _ := d.Question("aims")
	if q.Label != "What is it meant to do?" || q.Short != "Aims" || q.Hint != "A few sentences." || q.Kind != Text || q.Number != "4" {
		t.Errorf("got %+v", q)
	}
	if was, _ := d.BasedOn.Question("aims"); was.Label == q.Label {
		t.Error("the version it is based on has changed with it")
	}
	want := []string{"question/aims Question", "question/aims Short name", "question/aims Hint", "question/aims What it says when it is not answered"}
	var got []string
	for _, c := range Changes(d.BasedOn, d.Version) {
		got = append(got, c.Subject+" "+c.What)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the comparison says %q, want %q", got, want)
	}
}

func TestChoicesAreRenamedByTheirCodesAndAddedAtTheEnd(t *testing.T) {
	e := QuestionWords{Code: "status", Label: "Is it new?", Short: "New or not", Required: true, Error: "Select whether it is new",
		Labels: map[string]string{"new": "Brand new", "nowhere": "Ignored"}, More: "Not sure\n\n2 years old\nNot sure"}
	q, _ := after(t, e).Question("status")
	var got []string
	for _, c := range q.Choices {
		got = append(got, c.Code+"="+c.Label)
	}
	want := []string{"new=Brand new", "refreshed=Refreshed", "existing=Already in place", "not_sure=Not sure", "x_2_years_old=2 years old", "not_sure_2=Not sure"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnAddedQuestionHasACodeThatNoVersionEverUsed(t *testing.T) {
	e := NewQuestion{Page: "change", Kind: OneOf, Label: "Is it seasonal?", Short: "Seasonal", Choices: "Yes\nNo"}
	d := after(t, e, TurnOff{"q_seasonal"}, e)
	if _, asked := d.Question("q_seasonal"); !asked {
		t.Error("a code that no published version used is free again")
	}
	d.Used = append(d.Used, d.Version)
	d.Version = d.BasedOn
	v, err := d.After(e)
	if err != nil {
		t.Fatal(err)
	}
	if _, asked := v.Question("q_seasonal_2"); !asked {
		t.Error("a code of another version was given again")
	}
}

func TestAQuestionIsTurnedOffAndOnAgainInItsOldPlace(t *testing.T) {
	off := after(t, TurnOff{"aims"})
	if _, asked := off.Question("aims"); asked || len(off.Off()) != 1 {
		t.Fatalf("it is still asked, or not listed as off: %v", off.Off())
	}
	on := after(t, TurnOff{"aims"}, TurnOff{"change"}, TurnOn{"aims"}, TurnOn{"change"})
	if len(on.Off()) != 0 || len(Changes(on.BasedOn, on.Version)) != 0 {
		t.Errorf("turned on again it differs: %v", Changes(on.BasedOn, on.Version))
	}
}

func TestQuestionsAndCharacteristicsAreReordered(t *testing.T) {
	d := after(t, MoveQuestion{"aims", true}, MoveGroup{"disability", true})
	if got := Changes(d.BasedOn, d.Version); len(got) != 2 || got[0].What != "Order of the questions" {
		t.Errorf("the comparison says %v", got)
	}
	p, _ := d.Page("change")
	if p.Questions[1].Code != "aims" || d.Characteristics[0].Code != "disability" {
		t.Errorf("got %s and %s", p.Questions[1].Code, d.Characteristics[0].Code)
	}
}

func TestACharacteristicOfTheCouncilsOwnIsAddedAndRetired(t *testing.T) {
	d := after(t, newGroup(nil), GroupWords{Code: "lone_parent", Label: "Lone parents", Definition: "Parents on their own.", Source: "The council", Prompts: "Who?", To: "2027-03-31"})
	if len(d.CharacteristicsInForce("2027-03-31")) != 16 || len(d.CharacteristicsInForce("2027-04-01")) != 16 {
		t.Error("one starts on the day after the other ends")
	}
	c, ok := d.Characteristic("digital_exclusion")
	if !ok || c.Kind != Local || !slices.Equal(c.Aims, []string{AimAdvance, AimFoster}) || !c.InForce("2027-04-01") || c.InForce("2027-03-31") {
		t.Errorf("got %+v", c)
	}
}

func TestWhatWouldSpoilTheFormIsRefusedWithTheFieldItConcerns(t *testing.T) {
	long := strings.Repeat("a", mostWords+1)
	cases := map[string]struct {
		edit  Edit
		field string
	}{
		"no label":                          {aimsWords(func(e *QuestionWords) { e.Label = "" }), "label"},
		"no short name":                     {aimsWords(func(e *QuestionWords) { e.Short = "" }), "short"},
		"a label without end":               {aimsWords(func(e *QuestionWords) { e.Label = long }), "label"},
		"required with nothing to say":      {aimsWords(func(e *QuestionWords) { e.Error = "" }), "error"},
		"an error that does not say how":    {aimsWords(func(e *QuestionWords) { e.Error = "Wrong" }), "error"},
		"choices for a text":                {aimsWords(func(e *QuestionWords) { e.More = "One" }), "more"},
		"a choice with no words":            {QuestionWords{Code: "status", Label: "A", Short: "A", Required: true, Error: "Select it", Labels: map[string]string{"new": ""}}, "choice-new"},
		"a trigger that points nowhere":     {QuestionWords{Code: "triggers", Label: "A", Short: "A", Required: true, Error: "Select it", More: "It rains"}, "more"},
		"making a relied-on one optional":   {QuestionWords{Code: "title", Label: "A", Short: "A"}, "required"},
		"a question that is not there":      {QuestionWords{Code: "nothing"}, ""},
		"required on an optional page":      {QuestionWords{Code: "background", Label: "A", Short: "A", Required: true, Error: "Enter it"}, "required"},
		"turning off what the service uses": {TurnOff{"title"}, ""},
		"turning off what another needs":    {TurnOff{"delivered_with"}, ""},
		"turning off an only question":      {TurnOff{"options"}, ""},
		"turning on what was never off":     {TurnOn{"aims"}, ""},
		"moving past the end":               {MoveQuestion{"title", true}, ""},
		"moving before what it depends on":  {MoveQuestion{"more_needed_what", true}, ""},
		"moving between kinds of group":     {MoveGroup{"armed_forces", true}, ""},
		"a page with no heading":            {PageWords{Page: "change"}, "title"},
		"a page that is not there":          {PageWords{Page: "nothing", Title: "A"}, ""},
		"adding to the first page":          {NewQuestion{Page: "start", Kind: Line, Label: "A", Short: "A"}, "label"},
		"a second list of evidence":         {NewQuestion{Page: "change", Kind: Evidence, Label: "A", Short: "A"}, "kind"},
		"radios with no choices":            {NewQuestion{Page: "change", Kind: OneOf, Label: "A", Short: "A"}, "choices"},
		"a date with choices":               {NewQuestion{Page: "change", Kind: Day, Label: "A", Short: "A", Choices: "Today"}, "choices"},
		"ending what the law protects":      {GroupWords{Code: "age", Label: "Age", Definition: "A", Source: "A", Prompts: "A", To: "2027-01-01"}, "to"},
		"ending before the start":           {GroupWords{Code: "carers", Label: "Carers", Definition: "A", Source: "A", Prompts: "A", To: "1999-01-01"}, "to"},
		"a second group of one name":        {newGroup(func(e *NewGroup) { e.Words.Label = "carers" }), "label"},
		"a group with no aims":              {newGroup(func(e *NewGroup) { e.Aims = []string{"nothing"} }), "aims"},
		"a group with no first day":         {newGroup(func(e *NewGroup) { e.From = "" }), "from"},
		"a group with no prompts":           {newGroup(func(e *NewGroup) { e.Words.Prompts = " \n" }), "prompts"},
		"a link that is not https":          {newGroup(func(e *NewGroup) { e.Words.Link = "http://council.example" }), "link"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := draft(t)
			v, err := d.After(c.edit)
			var wrong *Wrong
			if !errors.As(err, &wrong) || wrong.Field != c.field {
				t.Errorf("got %v in %+v, want a refusal in %q", err, wrong, c.field)
			}
			if v.Code != "" {
				t.Error("a refused edit gives a form all the same")
			}
			if len(Changes(d.BasedOn, d.Version)) > 0 {
				t.Error("a refused edit changed the draft")
			}
		})
	}
}

func TestALaterVersionEndsTheOneBeforeIt(t *testing.T) {
	p, err := Load("dorset")
	if err != nil {
		t.Fatal(err)
	}
	later := after(t, aimsWords(nil)).Version
	later.Code, later.From = "2027-1", "2027-03-01"
	merged := p.With(later)
	if err := merged.Validate(); err != nil {
		t.Error(err)
	}
	for day, want := range map[string]string{"2027-02-28": "2026-1", "2027-03-01": "2027-1", "2026-04-01": "2026-1", "2026-03-31": "2024-1"} {
		if v, ok := merged.Latest(day); !ok || v.Code != want {
			t.Errorf("on %s it is %s, want %s", day, v.Code, want)
		}
	}
	if last, _ := p.Newest(); last.To != "" {
		t.Error("the profile it was made from has changed")
	}
}

// FuzzReadVersion reads whatever it is given: what it accepts is written back the same, and validating it never fails by itself.
func FuzzReadVersion(f *testing.F) {
	p, err := Load("example")
	if err != nil {
		f.Fatal(err)
	}
	for _, v := range p.Versions {
		raw, err := json.Marshal(v)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	for _, text := range []string{"", "{}", "null", `{"code":"a"} {}`, `{"sections":[{"pages":[{"questions":[{"if":{"question":"x","is":null}}]}]}]}`, `{"unknown":1}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		v, err := ReadVersion(raw)
		if err != nil {
			return
		}
		_ = v.Validate()
		out, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadVersion(out)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if second, err := json.Marshal(again); err != nil || string(second) != string(out) {
			t.Errorf("read again it is %s, was %s", second, out)
		}
		if len(Changes(v, again)) > 0 {
			t.Error("it differs from itself")
		}
	})
}
