package committee

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia/record"
)

// leaf is one footer in a pack: a page of a copy of an assessment.
type leaf struct {
	page int // of the pack, from 1
	name copyName
	no   int
	of   int
}

// copyName is what every footer of one copy says alike. Code is as it is stored, or as it was printed where it is none.
type copyName struct{ reference, number, code string }

// The footer of every page of a printed assessment, EQIA-2024-0117 v1.0 · 7K4Q-9XM2-T · p 3 of 11, and a code as reports and cover sheets
// give it.
var (
	footer    = regexp.MustCompile(`(?i)\b(EQIA-\d{4}-\d{4,6})\s+v\s?(\d{1,3}\.\d{1,3})\W{1,6}([0-9A-Z]{4}\W?[0-9A-Z]{4}\W?[0-9A-Z])\W{1,6}p\s?(\d{1,3})\s+of\s+(\d{1,3})\b`)
	namedCode = regexp.MustCompile(`(?i)\bcode:?\s+([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z])\b`)
)

// mostOnPage is how many footers, and how many codes outside them, are looked at on one page: sheets are printed with four pages on them at most.
const mostOnPage = 4

// leaves finds the footers of a pack, in the order of its pages.
func leaves(pages []string) []leaf {
	var out []leaf
	for n, text := range pages {
		for _, m := range footer.FindAllStringSubmatch(text, mostOnPage) {
			out = append(out, leaf{page: n + 1, name: copyName{strings.ToUpper(m[1]), m[2], storedCode(m[3])}, no: number(m[4]), of: number(m[5])})
		}
	}
	return out
}

// named finds the codes that a pack gives outside the footers, each with the first page it is on.
func named(pages []string) map[string]int {
	out := map[string]int{}
	for n, text := range pages {
		for _, m := range namedCode.FindAllStringSubmatch(text, mostOnPage) {
			if code := storedCode(m[1]); out[code] == 0 {
				out[code] = n + 1
			}
		}
	}
	return out
}

// storedCode is a printed code as it is stored, or as it is printed where its symbols do not fit each other.
func storedCode(printed string) string {
	code, err := record.ParseCode(printed)
	if err != nil {
		return strings.ToUpper(printed)
	}
	return string(code)
}

// number reads a number that its pattern has kept short.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// packed is one copy of an assessment: its pages in the order in which the pack has them, and how often each is there.
type packed struct {
	name   copyName
	leaves []leaf
	times  map[int]int

	differs int // places where its words are not those that were signed; notCompared where nobody looked
}

// notCompared stands for a copy whose words were not compared.
const notCompared = -1

// copies puts the pages of a pack together to copies. Another copy of the same version begins where its first page comes again, after a whole
// copy or after other pages.
func copies(all []leaf) []packed {
	var out []packed
	at := map[copyName]int{} // the copy that is being put together
	for _, l := range all {
		i, begun := at[l.name]
		if !begun || l.no == 1 && out[i].times[1] > 0 && (len(out[i].missing()) == 0 || l.page > out[i].to()+1) {
			i = len(out)
			out = append(out, packed{name: l.name, times: map[int]int{}, differs: notCompared})
			at[l.name] = i
		}
		out[i].leaves = append(out[i].leaves, l)
		out[i].times[l.no]++
	}
	return out
}

func (p packed) from() int { return p.leaves[0].page }

func (p packed) to() int { return p.leaves[len(p.leaves)-1].page }

// of is how many pages the copy has: what most of its footers say.
func (p packed) of() int {
	votes := map[int]int{}
	best := p.leaves[0].of
	for _, l := range p.leaves {
		if votes[l.of]++; votes[l.of] > votes[best] {
			best = l.of
		}
	}
	return best
}

// missing lists the pages that are not there.
func (p packed) missing() []int {
	var out []int
	for no := 1; no <= p.of(); no++ {
		if p.times[no] == 0 {
			out = append(out, no)
		}
	}
	return out
}

// words is what the pages of a copy say, in the order of their numbers.
func (p packed) words(pages []string) string {
	inOrder := slices.SortedStableFunc(slices.Values(p.leaves), func(a, b leaf) int { return cmp.Compare(a.no, b.no) })
	var out []string
	for _, l := range inOrder {
		out = append(out, footer.ReplaceAllString(pages[l.page-1], " "))
	}
	return strings.Join(out, "\n")
}

// found is how many different pages are there.
func (p packed) found() int { return p.of() - len(p.missing()) }

func (p packed) String() string { return p.name.reference + " version " + p.name.number }
