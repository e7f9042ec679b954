package eqia

import (
	"net/url"
	"regexp"
	"strings"
)

// ParaKind is what a piece of a council's own text is.
type ParaKind string

// The kinds: a paragraph, a heading, a point of a list, and a place where the service puts something of its own.
const (
	PlainPara ParaKind = "paragraph"
	HeadPara  ParaKind = "heading"
	PointPara ParaKind = "point"
	SlotPara  ParaKind = "slot"
)

// Para is one line of a text: a slot's name, or words with links among them.
type Para struct {
	Kind ParaKind
	Slot string
	Runs []ProseRun
}

// ProseRun is words, which lead somewhere when there is an address.
type ProseRun struct {
	Text, Href string
}

var (
	slotLine = regexp.MustCompile(`^\{([a-z]+)\}$`)
	proseRef = regexp.MustCompile(`\[([^\[\]]+)\]\(([^()\s]+)\)`)
)

// ParseProse reads a text as it was typed: a line is a paragraph, "## " begins a heading, "* " a point, and "{name}" alone is a place for
// something of the service's own. Words in square brackets with an address in round ones are a link. Nothing else is a mark, so whatever was
// typed is shown as text. An address that leads to no page is refused as *Invalid.
func ParseProse(text string) ([]Para, error) {
	var out []Para
	for line := range strings.Lines(Lines(text)) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		p := Para{Kind: PlainPara}
		if m := slotLine.FindStringSubmatch(line); m != nil {
			out = append(out, Para{Kind: SlotPara, Slot: m[1]})
			continue
		}
		if rest, ok := strings.CutPrefix(line, "## "); ok {
			p.Kind, line = HeadPara, rest
		} else if rest, ok := strings.CutPrefix(line, "* "); ok {
			p.Kind, line = PointPara, rest
		}
		var err error
		if p.Runs, err = proseRuns(line); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// proseRuns cuts a line where its links begin and end.
func proseRuns(line string) ([]ProseRun, error) {
	var out []ProseRun
	at := 0
	for _, m := range proseRef.FindAllStringSubmatchIndex(line, -1) {
		words, to := line[m[2]:m[3]], line[m[4]:m[5]]
		if !leadsToPage(to) {
			return nil, &Invalid{Field: "body", Says: "The link “" + words + "” leads nowhere. Begin its address with https:// or /, or with mailto: and an email address"}
		}
		if at < m[0] {
			out = append(out, ProseRun{Text: line[at:m[0]]})
		}
		out, at = append(out, ProseRun{words, to}), m[1]
	}
	if at < len(line) {
		out = append(out, ProseRun{Text: line[at:]})
	}
	return out, nil
}

// leadsToPage reports whether an address is a web page's, ours or another's, or an email address.
func leadsToPage(to string) bool {
	u, err := url.Parse(to)
	switch {
	case err != nil || strings.ContainsRune(to, '\\'): // which browsers take for a slash
		return false
	case u.Scheme == "https" || u.Scheme == "http":
		return u.Host != ""
	case u.Scheme == "mailto":
		return strings.Contains(u.Opaque, "@")
	default:
		return u.Scheme == "" && u.Host == "" && strings.HasPrefix(u.Path, "/")
	}
}
