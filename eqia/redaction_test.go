package eqia_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

func TestMarkedWordsAreLeftOutWhereverTheyStand(t *testing.T) {
	cases := []struct {
		name, text, words, instead, want string
		found                            int
	}{
		{"once", "The Alder site closes.", "Alder site", "", "The [left out] closes.", 1},
		{"in other letters", "ALDER SITE and alder site.", "Alder site", "a site", "a site and a site.", 2},
		{"over the end of a line", "The Alder\n  site closes.", "Alder site", "", "The [left out] closes.", 1},
		{"never inside a longer word", "Ann plans. Planning is Ann's.", "Ann", "an officer", "an officer plans. Planning is an officer's.", 2},
		{"with marks at its ends", "Cost (£4,000) is new.", "(£4,000)", "", "Cost [left out] is new.", 1},
		{"what looks like a pattern", "a.b and aXb", "a.b", "", "[left out] and aXb", 1},
		{"what looks like a place to fill", "Alder", "Alder", "$0 ${1}", "$0 ${1}", 1},
		{"letters beyond English", "Zoë Ångström", "Zoë Ångström", "", "[left out]", 1},
		{"not there", "Nothing.", "Alder", "", "Nothing.", 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			content := eqia.NewContent(eqia.FormRef{})
			content.Answers["aims"] = eqia.Answer{Text: c.text}
			got, found := content.Without([]eqia.Marked{{Words: c.words, Instead: c.instead}})
			if said := got.Answers["aims"].Text; said != c.want || found[0] != c.found {
				t.Errorf("it says %q, and the words were found %d times; want %q and %d", said, found[0], c.want, c.found)
			}
			if content.Answers["aims"].Text != c.text {
				t.Error("the whole record changed")
			}
		})
	}
}

func TestTheLongestWordsAreLeftOutFirst(t *testing.T) {
	content := eqia.NewContent(eqia.FormRef{})
	content.Answers["aims"] = eqia.Answer{Text: "Ms Alder runs Alder House."}
	got, found := content.Without([]eqia.Marked{{Words: "Alder"}, {Words: "Ms Alder", Instead: "The manager"}})
	if said := got.Answers["aims"].Text; said != "The manager runs [left out] House." || !slices.Equal(found, []int{1, 1}) {
		t.Errorf("it says %q, found %v", said, found)
	}
}

// coded are the texts of a record that are no typed words: by them its parts know each other, or they are chosen from a list.
var coded = []string{"Form.Profile", "Form.Version", "Answers.Choices", "Answers.Day", "Cards.Code", "Cards.Covers", "Cards.Blocks.Audience",
	"Cards.Blocks.Option", "Cards.Blocks.Effects", "Cards.Blocks.Aims", "Evidence.Characteristics", "Evidence.Fact", "Engagement.Depth", "Actions.When.Kind",
	"Actions.When.Day", "Actions.When.Month", "Actions.When.Year", "Actions.When.Season", "Actions.Answers.Card", "Actions.Answers.Audience",
	"Actions.Answers.Option", "Outcomes.Of", "Outcomes.Card", "Outcomes.Audience", "Outcomes.Option", "Outcomes.Effects", "Outcomes.Came"}

func TestWordsAreLeftOutOfEveryTextThatPeopleType(t *testing.T) {
	var content eqia.Content
	fill(reflect.ValueOf(&content).Elem())
	without, _ := content.Without([]eqia.Marked{{Words: "secret"}})
	var kept []string
	holding(reflect.ValueOf(without), "", &kept)
	slices.Sort(kept)
	kept = slices.Compact(kept)
	want := slices.Sorted(slices.Values(coded))
	if !slices.Equal(kept, want) {
		t.Errorf("the words are still in %q, want %q", kept, want)
	}
}

// fill puts the word in every text below a value.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("secret")
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Map:
		one := reflect.New(v.Type().Elem()).Elem()
		fill(one)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("key"), one)
	default:
	}
}

// holding names the fields below a value that hold the word.
func holding(v reflect.Value, at string, found *[]string) {
	switch v.Kind() {
	case reflect.String:
		if strings.Contains(v.String(), "secret") {
			*found = append(*found, at)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			holding(v.Field(i), strings.TrimPrefix(at+"."+v.Type().Field(i).Name, "."), found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			holding(v.Index(i), at, found)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			holding(v.MapIndex(k), at, found)
		}
	default:
	}
}

func TestADecisionIsLookedAtAgainOnItsDayUntilItIsOver(t *testing.T) {
	cases := map[string]struct {
		on   eqia.Day
		over bool
		want bool
	}{"before": {"2027-01-02", false, false}, "on the day": {"2027-01-01", false, true}, "after": {"2026-12-31", false, true}, "when it is over": {"2026-12-31", true, false}}
	for name, c := range cases {
		if got := (eqia.Redaction{ReviewOn: c.on, Over: c.over}).Waits("2027-01-01"); got != c.want {
			t.Errorf("%s: waits %t", name, got)
		}
	}
}

func TestAPublicVersionSaysWhatItWasMadeFrom(t *testing.T) {
	h := eqia.Header{Major: 1, Minor: 1, Purpose: eqia.Redacts, FromNumber: "1.0"}
	if got := h.VersionWords(); got != "1.1, version 1.0 with some words left out" || h.IsMinor() {
		t.Errorf("%q, a correction: %t", got, h.IsMinor())
	}
}

func FuzzLeavingWordsOutNeverPanicsAndLeavesNoneBehind(f *testing.F) {
	f.Add("The Alder site.", "Alder")
	f.Add("(£4)", "(£4)")
	f.Fuzz(func(t *testing.T, text, words string) {
		if strings.TrimSpace(words) == "" || !utf8.ValidString(words) { // refused before they are on the list
			return
		}
		content := eqia.NewContent(eqia.FormRef{})
		content.Answers[form.QuestionTitle] = eqia.Answer{Text: text}
		marks := []eqia.Marked{{Words: words, Instead: "-"}}
		out, _ := content.Without(marks)
		if _, again := out.Without([]eqia.Marked{{Words: words, Instead: "-"}}); strings.Trim(words, "-") != "" && again[0] > 0 && !strings.Contains(words, "-") {
			t.Errorf("%q is still in %q", words, out.Answers[form.QuestionTitle].Text)
		}
	})
}
