package committee

import (
	"slices"
	"strings"

	"dorset-eqia/eqia/record"
)

// Printed is what pages of paper say, without what every page repeats.
type Printed struct {
	Codes []record.Code // in their footers, each once
	pages []string
	of    []record.Code // whose each page is; empty for one without a footer
}

// ReadPrinted reads pages as a printed assessment has them.
func ReadPrinted(pages []string) Printed {
	out := Printed{pages: slices.Clone(pages), of: make([]record.Code, len(pages))}
	for _, l := range leaves(pages) {
		code, err := record.ParseCode(l.name.code)
		if err != nil {
			continue
		}
		out.of[l.page-1] = code
		if !slices.Contains(out.Codes, code) {
			out.Codes = append(out.Codes, code)
		}
	}
	for n, text := range pages {
		out.pages[n] = footer.ReplaceAllString(text, " ")
	}
	return out
}

// Words is what the pages of one copy say: those with its code, or all where none has a footer.
func (p Printed) Words(code record.Code) string {
	if !slices.Contains(p.of, code) {
		return strings.Join(p.pages, "\n")
	}
	var out []string
	for n, text := range p.pages {
		if p.of[n] == code {
			out = append(out, text)
		}
	}
	return strings.Join(out, "\n")
}
