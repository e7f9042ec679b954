package public

import (
	"strings"
	"unicode/utf8"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
)

func line(p eqia.Publication) string {
	parts := []string{p.Reference, "published " + eqia.DayOf(p.PublishedAt).Words()}
	if p.Service != "" {
		parts = append(parts, p.Service)
	}
	if p.Screening {
		parts = append(parts, "assessment not needed")
	}
	switch p.Standing {
	case eqia.Replaced:
		parts = append(parts, "version "+p.Number()+", replaced by a later version")
	case eqia.TakenAway:
		parts = append(parts, "withdrawn "+p.WithdrawnOn.Words())
	}
	return strings.Join(parts, ", ")
}

// places says in words where something was found.
var places = map[string]string{eqia.InTitle: "the title", eqia.InSummary: "the summary", eqia.InReference: "the reference"}

// why says why a search found this one: which words stand where, and which effect it has on the group that was chosen.
func (s search) why(p eqia.Publication) string {
	var reasons []string
	for _, w := range p.Why {
		reasons = append(reasons, "“"+strings.Join(w.Words, "”, “")+"” in "+places[w.In])
	}
	if s.Group != "" {
		reasons = append(reasons, strings.ToLower(eqia.Effect(s.Effect).Label())+" effect on “"+textOf(s.groups(), s.Group)+"”")
	}
	if s.Committee != "" {
		reasons = append(reasons, "a meeting of “"+textOf(s.committees(), s.Committee)+"”")
	}
	if len(reasons) == 0 {
		return ""
	}
	return "Found by " + strings.Join(reasons, "; ") + "."
}

// textOf is the words of the choice with a value.
func textOf(items []components.Item, value string) string {
	for _, i := range items {
		if i.Value == value {
			return i.Text
		}
	}
	return ""
}

// excerpt is the beginning of a summary; when what was looked for stands behind it, the part from a little before that.
func excerpt(summary string, why []eqia.Why) string {
	text := strings.Join(strings.Fields(summary), " ")
	for _, w := range why {
		at := strings.Index(text, w.Words[0])
		if w.In != eqia.InSummary || utf8.RuneCountInString(text[:max(at, 0)]) < lineOfWords-len(w.Words[0]) {
			continue
		}
		from := at
		for range wordsBefore {
			if i := strings.LastIndexByte(text[:from], ' '); i > 0 {
				from = i
			}
		}
		return "… " + oneLine(text[from:])
	}
	return oneLine(text)
}

// wordsBefore is how many words of a summary are shown before the one that was looked for.
const wordsBefore = 6

// oneLine is the beginning of a text, cut between words.
func oneLine(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= lineOfWords {
		return text
	}
	cut := string([]rune(text)[:lineOfWords])
	if at := strings.LastIndexByte(cut, ' '); at > lineOfWords/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:.") + "…"
}
