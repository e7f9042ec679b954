package committee

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// codeOf is a code that fits itself, a different one for each name.
func codeOf(name string) record.Code {
	return record.NewCode([]byte("key"), name, "", "", "", 0)
}

// printed is the pages from one number to another of a copy of an assessment.
func printed(name string, from, to, of int) []string {
	var out []string
	for no := from; no <= to; no++ {
		reference, version, _ := strings.Cut(name, " ")
		out = append(out, fmt.Sprintf("Some words of the page\n%s v%s · %s · p %d of %d\n\f", reference, version, codeOf(name), no, of))
	}
	return out
}

// between is pages with no footer of ours.
func between(n int) []string { return slices.Repeat([]string{"Report of the director\nPage 7\n\f"}, n) }

const first, second = "EQIA-2026-0001 1.0", "EQIA-2026-0002 1.0"

// pack is judged as the public pack of a meeting with the first assessment appended to item 5.
func pack(parts ...[]string) judging {
	signed := time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)
	j := judging{kind: PublicPack, today: "2026-06-01", pages: slices.Concat(parts...), known: map[string]Coded{},
		wanted: []Wanted{{Item: "5", Access: Open, Reference: "EQIA-2026-0001", Version: "1.0", Appended: true}}}
	for _, name := range []string{first, second} {
		reference, version, _ := strings.Cut(name, " ")
		j.known[string(codeOf(name))] = Coded{Code: string(codeOf(name)), Reference: reference, Number: version, State: workflow.SignedOff, SignedAt: signed}
	}
	j.copies = copies(leaves(j.pages))
	return j
}

// says is what is wrong with a pack, each with its page.
func (j judging) says() []string {
	var out []string
	for _, p := range j.judge().Problems {
		out = append(out, fmt.Sprintf("%d %s", p.Page, p.Says))
	}
	return out
}

func TestAPackIsReadPageByPage(t *testing.T) {
	whole := printed(first, 1, 11, 11)
	swap := func(pages []string, a, b int) []string {
		pages = slices.Clone(pages)
		pages[a], pages[b] = pages[b], pages[a]
		return pages
	}
	for name, c := range map[string]struct {
		pack judging
		want []string
	}{
		"whole and in order":               {pack(between(4), whole, between(3)), nil},
		"twice, after each other":          {pack(whole, whole), nil},
		"twice, the first without its end": {pack(whole[:9], between(3), whole), []string{"1 EQIA-2026-0001 version 1.0: pages 10 to 11 of 11 are missing."}},
		"a page is missing":                {pack(between(4), whole[:3], whole[4:]), []string{"5 EQIA-2026-0001 version 1.0: page 4 of 11 is missing."}},
		"several are missing":              {pack(whole[:3], whole[5:9]), []string{"1 EQIA-2026-0001 version 1.0: pages 4 to 5, 10 to 11 of 11 are missing."}},
		"a page is there twice":            {pack(whole[:4], whole[3:]), []string{"1 EQIA-2026-0001 version 1.0: page 4 is there more than once."}},
		"two pages are swapped":            {pack(between(4), swap(whole, 2, 7)), []string{"7 EQIA-2026-0001 version 1.0: pages 3 and 8 are swapped."}},
		"out of order":                     {pack(whole[5:], whole[:5]), []string{"1 EQIA-2026-0001 version 1.0: its pages are out of order from page 1 on."}},
		"another page in between": {pack(whole[:5], between(1), whole[5:]), []string{
			"6 This page stands between the pages of EQIA-2026-0001 version 1.0 and has no footer of it."}},
		"a page of another in its place": {pack(whole[:3], printed(second, 2, 2, 6), whole[4:]), []string{
			"1 page 4 of 11 is missing", "4 stands between the pages of EQIA-2026-0001 version 1.0 and is page 2 of 6 of EQIA-2026-0002 version 1.0",
			"4 pages 1, 3 to 6 of 6 are missing", "4 linked to no item"}},
		"its end stands apart": {pack(whole[:10], between(5), whole[10:]), []string{
			"16 EQIA-2026-0001 version 1.0: page 11 stands apart from page 10, which is on page 10 of the pack."}},
		"footers that do not agree": {pack(whole[:10], printed(first, 11, 11, 12)), []string{
			"11 EQIA-2026-0001 version 1.0: this page says that it is page 11 of 12, and the others that there are 11."}},
		"not there":         {pack(between(9)), []string{"0 EQIA-2026-0001 version 1.0 is appended to item 5. This pack does not have it."}},
		"linked to no item": {pack(whole, printed(second, 1, 6, 6)), []string{"12 EQIA-2026-0002 version 1.0 is in the pack, and is linked to no item of this meeting."}},
	} {
		t.Run(name, func(t *testing.T) { matches(t, c.pack.says(), c.want) })
	}
}

// matches fails unless each thing wanted is said, on its page, and nothing more. Of a thing wanted, the page comes first and some words follow.
func matches(t *testing.T, got, want []string) {
	t.Helper()
	for _, w := range want {
		page, text, _ := strings.Cut(w, " ")
		if !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, page+" ") && strings.Contains(g, text) }) {
			t.Errorf("nothing says %q in %q", w, got)
		}
	}
	if len(got) != len(want) {
		t.Errorf("it says %d things, not %d: %q", len(got), len(want), got)
	}
}

func TestACodeInAPackSaysHowItsVersionStands(t *testing.T) {
	whole, code := printed(first, 1, 2, 2), string(codeOf(first))
	for name, c := range map[string]struct {
		kind   PackKind
		change func(*Coded)
		want   []string
	}{
		"in force":                   {PublicPack, func(*Coded) {}, nil},
		"replaced":                   {PublicPack, func(v *Coded) { v.State, v.Newer, v.NewerAt = workflow.Superseded, "1.1", v.SignedAt }, []string{"1 was replaced by version 1.1, signed off on 1 May 2026"}},
		"withdrawn":                  {PublicPack, func(v *Coded) { v.State = workflow.Withdrawn }, []string{"1 is withdrawn"}},
		"restricted, in public":      {PublicPack, func(v *Coded) { v.Restricted = true }, []string{"1 It must not be in a public pack"}},
		"restricted, in the closed":  {ClosedPack, func(v *Coded) { v.Restricted = true }, nil},
		"never given":                {PublicPack, func(v *Coded) { *v = Coded{} }, []string{"1 No signed version has that code"}},
		"words left out of it since": {PublicPack, func(v *Coded) { v.Without = "1.1" }, []string{"1 The public pack must have version 1.1 instead"}},
		"whole, in the closed":       {ClosedPack, func(v *Coded) { v.Without = "1.1" }, nil},
		"restricted, and public":     {PublicPack, func(v *Coded) { v.Restricted, v.Public = true, true }, nil},
		"given to another version":   {PublicPack, func(v *Coded) { v.Number = "2.0" }, []string{"1 but its code was given to another version"}},
		"in force, its review late":  {PublicPack, func(v *Coded) { v.ReviewDue = "2026-05-31" }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			j := pack(whole)
			v := j.known[code]
			c.change(&v)
			j.kind, j.known[code] = c.kind, v
			matches(t, j.says(), c.want)
		})
	}
}

func TestACodeOutsideTheFootersIsLookedUpAsWell(t *testing.T) {
	report := "Check a copy of it at the register with the code " + codeOf(second).String() + ".\n\f"
	unknown := "See code " + codeOf("never given").String() + ".\n\f"
	j := pack(printed(first, 1, 2, 2), []string{report, unknown})
	if codes := j.codes(); len(codes) != 3 {
		t.Errorf("it looks up %v", codes)
	}
	matches(t, j.says(), []string{"4 is not recognised"})
}

func TestClosedItemsBelongInTheExemptPackAlone(t *testing.T) {
	j := pack(printed(first, 1, 2, 2))
	j.wanted[0].Access = FullyExempt
	matches(t, j.says(), []string{"0 Item 5 is not open, and its assessment EQIA-2026-0001 is in this public pack"})
	j.kind = ClosedPack
	matches(t, j.says(), nil)
	j.wanted = append(j.wanted, Wanted{Item: "6", Access: Open, Reference: "EQIA-2026-0002", Version: "1.0", Appended: true})
	matches(t, j.says(), nil)
}

func TestAFooterIsReadHoweverAConverterLeftIt(t *testing.T) {
	code := codeOf(first)
	for _, text := range []string{"EQIA-2026-0001 v1.0 · " + code.String() + " · p 3 of 11", "eqia-2026-0001  V 1.0 - " + strings.ToLower(code.String()) + " - P3 of 11",
		"left EQIA-2026-0001 v1.0 \u2022 " + string(code) + "\u00a0\u2022\u00a0p 3 of 11 right"} {
		got := leaves([]string{"", text})
		if len(got) != 1 || got[0] != (leaf{page: 2, name: copyName{"EQIA-2026-0001", "1.0", string(code)}, no: 3, of: 11}) {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
	for _, text := range []string{"EQIA-2026-0001 v1.0", "p 3 of 11", "EQIA-2026-0001 v1.0 · p 3 of 11", "See EQIA-2026-0001 v1.0 and page 3 of 11"} {
		if got := leaves([]string{text}); len(got) > 0 {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}

func FuzzAnyPackIsJudged(f *testing.F) {
	f.Add(strings.Join(printed(first, 1, 3, 3), ""))
	f.Add("EQIA-2026-0001 v1.0 · AAAA-AAAA-A · p 999 of 000\fcode 1111-1111-1")
	f.Fuzz(func(t *testing.T, text string) {
		read := pack(strings.SplitAfter(text, "\f")).judge()
		if len(read.Problems) > mostProblems+1 || len(read.Copies) > mostOnPage*read.Pages {
			t.Errorf("%d problems and %d copies on %d pages", len(read.Problems), len(read.Copies), read.Pages)
		}
		for _, c := range read.Copies {
			if c.Found < 0 || c.Found > max(c.Of, 0) || c.From < 1 || c.To > read.Pages {
				t.Errorf("got %+v", c)
			}
		}
	})
}

func TestAVersionWithWordsLeftOutStandsForTheWholeInThePublicPack(t *testing.T) {
	const without = "EQIA-2026-0001 1.1"
	j := pack(printed(without, 1, 2, 2))
	code := string(codeOf(without))
	j.known[code] = Coded{Code: code, Reference: "EQIA-2026-0001", Number: "1.1", State: workflow.SignedOff, Public: true, Restricted: true, CopyOf: "1.0"}
	matches(t, j.says(), nil)
}
