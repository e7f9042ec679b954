package document

import (
	"slices"
	"strings"

	"dorset-eqia/web/document/paper"
)

// unrepeated is the words of a copy without what its pages repeat: the lines at the top and the bottom of every page, and the heads of tables
// that go on from the page before. Pages are parted by form feeds.
func unrepeated(copied string, blocks []paper.Block) string {
	pages := slices.DeleteFunc(strings.Split(copied, "\f"), func(p string) bool { return strings.TrimSpace(p) == "" })
	everywhere := onEveryPage(pages)
	var out []string
	for n, p := range pages {
		kept := slices.DeleteFunc(linesOf(p), func(l string) bool { return everywhere[l] })
		text := plain(strings.Join(kept, "\n"))
		if n > 0 {
			text = withoutHead(text, blocks)
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

// edgeLines is how many lines at the top and at the bottom of a page may be repeated on each.
const edgeLines = 3

// onEveryPage is the lines that stand at the top or the bottom of every page.
func onEveryPage(pages []string) map[string]bool {
	times := map[string]int{}
	for _, p := range pages {
		lines := linesOf(p)
		edge := slices.Concat(lines[:min(edgeLines, len(lines))], lines[max(0, len(lines)-edgeLines):])
		slices.Sort(edge)
		for _, l := range slices.Compact(edge) {
			times[l]++
		}
	}
	out := map[string]bool{}
	for l, n := range times {
		out[l] = n == len(pages) && n > 1
	}
	return out
}

// linesOf is the lines of a page that say something.
func linesOf(page string) []string {
	return slices.DeleteFunc(strings.Split(page, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
}

// withoutHead takes the head of a table off the top of a page.
func withoutHead(text string, blocks []paper.Block) string {
	for _, b := range blocks {
		if t, ok := b.(paper.Table); ok {
			if rest, found := strings.CutPrefix(text, plain(strings.Join(t.Head, " "))+" "); found {
				return rest
			}
		}
	}
	return text
}
