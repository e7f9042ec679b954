package form

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// said is one piece of text that a page shows, with where it comes from.
type said struct{ where, words string }

// headings lists the short texts of a form: titles, labels and names.
func headings(v Version) []said {
	var all []said
	for _, s := range v.Sections {
		all = append(all, said{"section " + s.Code, s.Title})
	}
	for _, p := range v.PagesInOrder() {
		all = append(all, said{"page " + p.Code, p.Title})
	}
	for _, q := range v.Questions() {
		all = append(all, said{"label of " + q.Code, q.Label}, said{"short name of " + q.Code, q.Short})
		for _, c := range q.Choices {
			all = append(all, said{"choice of " + q.Code, c.Label})
		}
	}
	for _, a := range v.Audiences {
		all = append(all, said{"audience " + a.Code, a.Label})
	}
	for _, c := range v.Characteristics {
		all = append(all, said{"label of " + c.Code, c.Label})
	}
	for _, d := range v.Depths {
		all = append(all, said{"depth " + d.Code, d.Title})
	}
	return all
}

// sentences lists the longer texts of a form: guidance, hints, errors, definitions, caveats and prompts.
func sentences(v Version) []said {
	var all []said
	add := func(where string, words ...string) {
		for _, w := range words {
			if w != "" {
				all = append(all, said{where, w})
			}
		}
	}
	for _, p := range v.PagesInOrder() {
		add("guidance of "+p.Code, p.Guidance...)
	}
	for _, q := range v.Questions() {
		add("question "+q.Code, q.Hint, q.Error)
		for _, c := range q.Choices {
			add("hint of "+c.Code, c.Hint)
		}
	}
	for _, a := range v.Audiences {
		add("audience "+a.Code, a.Hint)
	}
	for _, c := range v.Characteristics {
		add("definition of "+c.Code, c.Definition)
		add("caveat of "+c.Code, c.Caveat)
		add("source of "+c.Code, c.Source)
		add("prompt of "+c.Code, c.Prompts...)
	}
	for _, d := range v.Depths {
		add("depth "+d.Code, append(d.Care, d.Says)...)
	}
	for _, r := range v.Advice.Reasons {
		add("advice", r.Says)
	}
	add("advice", v.Advice.Otherwise)
	add("several groups", append(v.Together.Prompts, v.Together.Definition, v.Together.Source)...)
	return all
}

// everyForm runs a test on every version of every profile.
func everyForm(t *testing.T, check func(*testing.T, Version)) {
	t.Helper()
	for _, code := range Profiles() {
		for _, v := range load(t, code).Versions {
			t.Run(code+" "+v.Code, func(t *testing.T) { check(t, v) })
		}
	}
}

func TestNoFormPromisesWhatItCannot(t *testing.T) {
	everyForm(t, func(t *testing.T, v Version) {
		for _, s := range append(headings(v), sentences(v)...) {
			lower := strings.ToLower(s.words)
			for _, word := range []string{"complian", "lawful", "please ", "—", "  "} {
				if strings.Contains(lower, word) {
					t.Errorf("%s says %q: %s", s.where, word, s.words)
				}
			}
		}
	})
}

func TestHeadingsAreInSentenceCase(t *testing.T) {
	names := []string{"Cabinet", "I"}
	everyForm(t, func(t *testing.T, v Version) {
		for _, s := range headings(v) {
			words := strings.Fields(s.words)
			if !unicode.IsUpper([]rune(words[0])[0]) {
				t.Errorf("%s does not start with a capital: %s", s.where, s.words)
			}
			for _, w := range words[1:] {
				if unicode.IsUpper([]rune(w)[0]) && !slices.Contains(names, w) {
					t.Errorf("%s has %q in the middle: %s", s.where, w, s.words)
				}
			}
		}
	})
}

func TestHeadingsAndErrorsHaveNoFullStop(t *testing.T) {
	everyForm(t, func(t *testing.T, v Version) {
		all := headings(v)
		for _, q := range v.Questions() {
			all = append(all, said{"error of " + q.Code, q.Error})
		}
		for _, s := range all {
			if strings.HasSuffix(s.words, ".") {
				t.Errorf("%s ends with a full stop: %s", s.where, s.words)
			}
		}
	})
}

// sentenceEnd is where one sentence stops and the next begins.
var sentenceEnd = regexp.MustCompile(`[.?!]+(\s|$)`)

func TestSentencesAreShort(t *testing.T) {
	const most = 24
	everyForm(t, func(t *testing.T, v Version) {
		for _, s := range sentences(v) {
			for _, sentence := range sentenceEnd.Split(s.words, -1) {
				if n := len(strings.Fields(sentence)); n > most {
					t.Errorf("%s has a sentence of %d words: %s", s.where, n, sentence)
				}
			}
		}
	})
}

func TestEveryPageHasALittleGuidance(t *testing.T) {
	everyForm(t, func(t *testing.T, v Version) {
		for _, p := range v.PagesInOrder() {
			if n := len(p.Guidance); n < 1 || n > 3 {
				t.Errorf("page %s has %d paragraphs of guidance", p.Code, n)
			}
		}
		for _, c := range v.Characteristics {
			if n := len(c.Prompts); n < 3 || n > 5 {
				t.Errorf("%s has %d prompts", c.Code, n)
			}
		}
	})
}

func TestSexGenderReassignmentAndGenderIdentityStayApart(t *testing.T) {
	v := dorset(t)
	seen := map[string]string{}
	for _, code := range []string{"sex", "gender_reassignment", "gender_identity"} {
		c, ok := v.Characteristic(code)
		if !ok {
			t.Fatalf("%s is missing", code)
		}
		for _, words := range append([]string{c.Label, c.Definition, c.Source, c.Link}, c.Prompts...) {
			if other, ok := seen[words]; ok {
				t.Errorf("%s and %s share %q", other, code, words)
			}
			seen[words] = code
		}
	}
}

func TestKnownGapsAreSaid(t *testing.T) {
	v := dorset(t)
	for code, want := range map[string]string{
		"care_experience":         "still to agree its definition",
		"pregnancy_and_maternity": "No local data is published",
		"gender_identity":         "disputed",
		"armed_forces":            "veterans only",
	} {
		if c, _ := v.Characteristic(code); !strings.Contains(c.Caveat, want) {
			t.Errorf("%s does not say %q: %s", code, want, c.Caveat)
		}
	}
}
