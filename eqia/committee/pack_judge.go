package committee

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
)

// Wanted is an assessment that a meeting's papers have with an item.
type Wanted struct {
	Item      string // its number
	Access    Access
	Reference string
	Version   string
	Appended  bool
}

// judging is a pack as it is judged.
type judging struct {
	kind   PackKind
	today  eqia.Day
	pages  []string
	copies []packed
	known  map[string]Coded
	wanted []Wanted
	any    bool // no meeting is named, so that anything may be in it
}

// mostProblems is how many things are said about one pack.
const mostProblems = 200

// codes lists every code that a pack gives, once each.
func (j judging) codes() []string {
	seen := map[string]bool{}
	for _, c := range j.copies {
		seen[c.name.code] = true
	}
	for code := range named(j.pages) {
		seen[code] = true
	}
	var out []string
	for code := range seen {
		out = append(out, code)
	}
	slices.Sort(out)
	return out
}

// judge says what a pack holds, and what is wrong with it, in the order of its pages.
func (j judging) judge() PackRead {
	out := PackRead{Pages: len(j.pages), Copies: []PackCopy{}, Problems: []PackProblem{}}
	add := func(page int, says string) { out.Problems = append(out.Problems, PackProblem{page, says}) }
	for _, c := range j.copies {
		out.Copies = append(out.Copies, PackCopy{Reference: c.name.reference, Version: c.name.number, Code: record.Code(c.name.code).String(),
			From: c.from(), To: c.to(), Found: c.found(), Of: c.of(), Standing: j.known[c.name.code].Standing(j.today), Differs: c.differs})
		j.stands(c, add)
		c.whole(add)
		c.ordered(add)
		c.reads(add)
		j.together(c, add)
	}
	j.mixed(add)
	j.elsewhere(add)
	j.linked(add)
	slices.SortStableFunc(out.Problems, func(a, b PackProblem) int { return cmp.Compare(a.Page, b.Page) })
	if more := len(out.Problems) - mostProblems; more > 0 {
		out.Problems = append(out.Problems[:mostProblems], PackProblem{Says: fmt.Sprintf("There are %d more things to look at.", more)})
	}
	return out
}

// noting notes something wrong on a page.
type noting func(page int, says string)

// stands says what is wrong with the version that a copy's code was given to.
func (j judging) stands(c packed, add noting) {
	v := j.known[c.name.code]
	switch {
	case v.Reference == "":
		add(c.from(), "The footer says "+c.String()+" with the code "+record.Code(c.name.code).String()+". No signed version has that code.")
	case v.Reference != c.name.reference || v.Number != c.name.number:
		add(c.from(), "The footer says "+c.String()+", but its code was given to another version. These pages were put together from different papers.")
	case v.says(j.kind, j.today) != "":
		add(c.from(), v.says(j.kind, j.today))
	}
}

// whole says which pages of a copy are not there, or are there twice.
func (p packed) whole(add noting) {
	if missing := p.missing(); len(missing) > 0 {
		add(p.from(), fmt.Sprintf("%s: %s of %d %s missing.", p, pageWords(missing), p.of(), isAre(len(missing))))
	}
	var twice []int
	for no, times := range p.times {
		if times > 1 {
			twice = append(twice, no)
		}
	}
	for _, l := range p.leaves {
		if l.of != p.of() || l.no < 1 || l.no > l.of {
			add(l.page, fmt.Sprintf("%s: this page says that it is page %d of %d, and the others that there are %d.", p, l.no, l.of, p.of()))
		}
	}
	if len(twice) > 0 {
		add(p.from(), fmt.Sprintf("%s: %s %s there more than once.", p, pageWords(twice), isAre(len(twice))))
	}
}

// ordered says whether the pages of a copy are in their order.
func (p packed) ordered(add noting) {
	once := map[int]bool{}
	var got []leaf
	for _, l := range p.leaves {
		if !once[l.no] {
			once[l.no], got = true, append(got, l)
		}
	}
	want := slices.SortedFunc(slices.Values(got), func(a, b leaf) int { return cmp.Compare(a.no, b.no) })
	var wrong []int
	for i := range got {
		if got[i].no != want[i].no {
			wrong = append(wrong, i)
		}
	}
	switch {
	case len(wrong) == 0:
	case len(wrong) == 2:
		add(got[wrong[0]].page, fmt.Sprintf("%s: pages %d and %d are swapped.", p, want[wrong[0]].no, want[wrong[1]].no))
	default:
		add(got[wrong[0]].page, fmt.Sprintf("%s: its pages are out of order from page %d on.", p, want[wrong[0]].no))
	}
}

// reads says whether the words of a copy are those that were signed.
func (p packed) reads(add noting) {
	if p.differs > 0 {
		add(p.from(), fmt.Sprintf("%s: its words are not what was signed, in %s. Compare this copy.", p, placesWord(p.differs)))
	}
}

func placesWord(n int) string {
	if n == 1 {
		return "one place"
	}
	return strconv.Itoa(n) + " places"
}

// fewBetween is how many pages in a row can be in the way before they are taken for papers of their own.
const fewBetween = 2

// together says where pages of something else stand between the pages of a copy, and where a page stands apart.
func (j judging) together(p packed, add noting) {
	for i := 1; i < len(p.leaves); i++ {
		before, after := p.leaves[i-1].page, p.leaves[i].page
		switch gap := after - before - 1; {
		case gap < 1:
		case gap <= fewBetween:
			for page := before + 1; page < after; page++ {
				add(page, fmt.Sprintf("This page stands between the pages of %s%s.", p, j.whatIs(page)))
			}
		default:
			add(after, fmt.Sprintf("%s: page %d stands apart from page %d, which is on page %d of the pack.", p, p.leaves[i].no, p.leaves[i-1].no, before))
		}
	}
}

// whatIs says what a page in the wrong place is.
func (j judging) whatIs(page int) string {
	for _, c := range j.copies {
		for _, l := range c.leaves {
			if l.page == page {
				return fmt.Sprintf(" and is page %d of %d of %s", l.no, l.of, c)
			}
		}
	}
	return " and has no footer of it"
}

// mixed says where a pack has more than one version of an assessment.
func (j judging) mixed(add noting) {
	first := map[string]packed{}
	for _, c := range j.copies {
		other, ok := first[c.name.reference]
		if !ok {
			first[c.name.reference] = c
			continue
		}
		if other.name.number != c.name.number {
			add(c.from(), fmt.Sprintf("The pack has pages of version %s and of version %s of %s.", other.name.number, c.name.number, c.name.reference))
		}
	}
}

// elsewhere says which codes that a pack gives outside the footers lead to a version that should not be used, or nowhere.
func (j judging) elsewhere(add noting) {
	for code, page := range named(j.pages) {
		if slices.ContainsFunc(j.copies, func(c packed) bool { return c.name.code == code }) {
			continue
		}
		v := j.known[code]
		if v.Reference == "" {
			add(page, "The code "+record.Code(code).String()+" is not recognised.")
		} else if says := v.says(j.kind, j.today); says != "" {
			add(page, says)
		}
	}
}

// linked holds a pack against what a meeting's papers have with their items.
func (j judging) linked(add noting) {
	if j.any {
		return
	}
	for _, w := range j.wanted {
		there := slices.ContainsFunc(j.copies, func(c packed) bool { return j.is(c, w) })
		if w.Appended && w.goesIn(j.kind) && !there {
			add(0, fmt.Sprintf("%s version %s is appended to item %s. This pack does not have it.", w.Reference, w.Version, w.Item))
		}
		if there && j.kind == PublicPack && w.Access.Closed() {
			add(0, fmt.Sprintf("Item %s is not open, and its assessment %s is in this public pack.", w.Item, w.Reference))
		}
	}
	for _, c := range j.copies {
		if !slices.ContainsFunc(j.wanted, func(w Wanted) bool { return j.is(c, w) }) {
			add(c.from(), c.String()+" is in the pack, and is linked to no item of this meeting.")
		}
	}
}

// is reports whether a copy is what an item has, whole or with words left out for the public.
func (j judging) is(c packed, w Wanted) bool {
	copyOf := j.known[c.name.code].CopyOf
	return c.name.reference == w.Reference && (c.name.number == w.Version || copyOf != "" && copyOf == w.Version)
}

// goesIn reports whether an appendix of the item belongs in a pack of a kind.
func (w Wanted) goesIn(kind PackKind) bool { return w.Access.Closed() == (kind == ClosedPack) }

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// pageWords names pages, with runs of them put together.
func pageWords(pages []int) string {
	sorted := slices.Sorted(slices.Values(pages))
	var parts []string
	for i := 0; i < len(sorted); {
		last := i
		for last+1 < len(sorted) && sorted[last+1] == sorted[last]+1 {
			last++
		}
		part := strconv.Itoa(sorted[i])
		if last > i {
			part += " to " + strconv.Itoa(sorted[last])
		}
		parts, i = append(parts, part), last+1
	}
	if len(pages) == 1 {
		return "page " + parts[0]
	}
	return "pages " + strings.Join(parts, ", ")
}
