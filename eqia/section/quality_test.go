package section

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// questioned says of each rule that reads a report's words whether it would question a text. Lines are parted by " ¶ ".
var questioned = map[string]func(text string) bool{
	"EQ-04": func(text string) bool { s := Read(text); return s.ClaimsDone() != "" && !s.Directs() },
	"EQ-11": func(text string) bool {
		found, words, _ := strings.Cut(text, " | ")
		var lost []string
		for group := range strings.SplitSeq(found, "; ") {
			if name, effect, _ := strings.Cut(group, "="); effect == "negative" || effect == "unclear" {
				lost = append(lost, name)
			}
		}
		return len(Read(words).Unsaid(lost)) > 0
	},
	"EQ-19": func(text string) bool { return Read(text).DepartsFromLaw() != "" },
	"EQ-21": func(text string) bool { return len(Read(text).Residue()) > 0 },
	"EQ-23": func(text string) bool { return Read(text).Blank() },
	"AG-05": func(text string) bool {
		parts := strings.Split(text, " | ")
		return PurposeConflict(parts[0], parts[1:]) != ""
	},
}

// sample is one text of the corpus, and whether the rule should question it.
type sample struct {
	text string
	hit  bool
	kept bool // it was kept aside while the rule was tuned
}

// corpus reads a rule's texts. Every second one of each sort is kept aside while the rule is tuned.
func corpus(t *testing.T, rule string) []sample {
	t.Helper()
	file, err := os.Open(filepath.Join("testdata", "quality", rule+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out []sample
	seen := map[bool]int{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		sort, words, _ := strings.Cut(lines.Text(), ": ")
		if sort != "hit" && sort != "miss" {
			t.Fatalf("%s: a line starts with %q", rule, sort)
		}
		hit := sort == "hit"
		out = append(out, sample{strings.ReplaceAll(words, " ¶ ", "\n"), hit, seen[hit]%2 == 1})
		seen[hit]++
	}
	if seen[true] < 10 || seen[false] < 10 {
		t.Fatalf("%s has %d hits and %d near misses", rule, seen[true], seen[false])
	}
	return out
}

// score counts how often a rule was right.
type score struct{ right, wrong, missed int }

func (s *score) add(found, hit bool) {
	switch {
	case found && hit:
		s.right++
	case found:
		s.wrong++
	case hit:
		s.missed++
	}
}

func (s score) precision() float64 { return share(s.right, s.right+s.wrong) }
func (s score) recall() float64    { return share(s.right, s.right+s.missed) }

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

func TestTextRulesAreRightNineTimesInTen(t *testing.T) {
	const least = 0.9
	var rules []string
	for rule := range questioned {
		rules = append(rules, rule)
	}
	slices.Sort(rules)
	for _, rule := range rules {
		var whole, kept score
		for _, s := range corpus(t, rule) {
			found := questioned[rule](s.text)
			whole.add(found, s.hit)
			if s.kept {
				kept.add(found, s.hit)
			}
			if found != s.hit && (!s.kept || os.Getenv("EQIA_QUALITY") == "all") {
				t.Logf("%s: found %v, should be %v: %s", rule, found, s.hit, s.text)
			}
		}
		t.Logf("%-5s precision %.2f recall %.2f (kept aside: precision %.2f recall %.2f)", rule, whole.precision(), whole.recall(), kept.precision(), kept.recall())
		if whole.precision() < least || whole.recall() < least {
			t.Errorf("%s is right less than nine times in ten", rule)
		}
	}
}
