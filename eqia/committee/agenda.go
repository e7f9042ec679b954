package committee

import (
	"regexp"
	"strings"
)

var (
	itemStart = regexp.MustCompile(`^(?:[Ii]tem\s+)?(\(?\d{1,3}(?:\.\d{1,3})*[a-zA-Z]?\)?|\([a-zA-Z]\)|[a-zA-Z]\))(?:[.:)]|\s+[-–])?\s+(.+)$`)
	body      = `(the |dorset )*((\S+ )*(committee|cabinet|council|board|panel)(’s|'s|s’|s'|s)? )?`
	plan      = `(annual )?(work programme|work plan|forward plan)`
)

// procedures are titles that are on nearly every agenda and ask for no assessment. They must fit the whole title, so that a report
// about, say, a questionnaire is never taken for one of them.
var procedures = []struct {
	kind  ItemKind
	title *regexp.Regexp
}{
	{Minutes, regexp.MustCompile(`^(approval of |confirmation of |to confirm )?(the )?minutes( of .*)?$`)},
	{ExemptMotion, regexp.MustCompile(`^(exempt|confidential|private)( and confidential)? (business|items?|session)$|^exclusion of (the )?(press|public)( and (the )?(press|public))?$`)},
	{Procedural, regexp.MustCompile(`^apolog(y|ies)( for absence)?( and substitutions?)?$`)},
	{Procedural, regexp.MustCompile(`^(disclosures?|declarations?) of (\S+ )?interests?( and .*)?$`)},
	{Procedural, regexp.MustCompile(`^(public (participation|speaking|questions?|question time|questions and statements)|petitions)( (at|in) .{0,40})?$`)},
	{Procedural, regexp.MustCompile(`^questions?( (from|by|of|on) .*)?$|^(councillors?’?'?|members?’?'?) questions$`)},
	{Procedural, regexp.MustCompile(`^urgent (items?|business)( of business)?$`)},
	{Procedural, regexp.MustCompile(`^(chair(man|person)?(’s|'s)? )?announcements$|^election of (a |the )?(vice.)?chair(man|person)?( .{0,40})?$`)},
	{Procedural, regexp.MustCompile(`^` + body + plan + `( and ` + body + plan + `)?$`)},
}

// ParseAgenda reads pasted lines such as "1. Apologies" into items in order, numbers taken off and procedural titles recognised. Empty
// lines are left out; a line without a number is an item too. Every other item is taken to be a report, open to the public.
func ParseAgenda(text string) []Item {
	var out []Item
	for raw := range strings.Lines(text) {
		title, number := line(raw), ""
		if m := itemStart.FindStringSubmatch(title); m != nil {
			number, title = strings.Trim(m[1], "().:"), m[2]
		}
		if title != "" {
			out = append(out, Item{Order: len(out) + 1, Number: number, Title: title, Kind: KindOf(title), Access: Open})
		}
	}
	return out
}

// KindOf is what sort of item a title announces: a procedural one when it is known, else a report.
func KindOf(title string) ItemKind {
	plain := strings.Trim(strings.ToLower(line(title)), " .:")
	for _, p := range procedures {
		if p.title.MatchString(plain) {
			return p.kind
		}
	}
	return ReportItem
}
