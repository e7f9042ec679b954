package check

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dorset-eqia/eqia"
)

// plain is text for comparing: lower case, letters and digits only, one space between words, no apostrophes.
func plain(s string) string {
	out := make([]byte, 0, len(s))
	apart := false
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		switch {
		case r == '\'' || r == '’':
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			apart = true
		default:
			if apart && len(out) > 0 {
				out = append(out, ' ')
			}
			apart = false
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return string(out)
}

// count is how many words a text has.
func count(s string) int { return len(strings.Fields(plain(s))) }

// fillers are what people write in a box they have no answer for.
var fillers = []string{"", "none", "nil", "na", "n a", "not applicable", "tbc", "tbd", "to be confirmed", "to be decided", "not known",
	"not known yet", "not yet known", "unknown"}

// blank reports whether a text says nothing: empty, marks alone, or a filler.
func blank(s string) bool { return slices.Contains(fillers, plain(s)) }

// mentions reports whether a text holds a name as whole words.
func mentions(text, name string) bool {
	return strings.Contains(" "+plain(text)+" ", " "+plain(name)+" ")
}

// listed joins names as a sentence would: "Age, Sex and Race".
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// dayOf is the day that a number, a month's name and a year stand for; the last day of the month without a number, and empty when there
// is no such day.
func dayOf(day, month, year string) eqia.Day {
	first, err := time.Parse("January 2006", strings.ToUpper(month[:1])+strings.ToLower(month[1:])+" "+year)
	if err != nil {
		return ""
	}
	if day == "" {
		return eqia.Day(first.AddDate(0, 1, -1).Format(time.DateOnly))
	}
	n, _ := strconv.Atoi(day)
	exact := first.AddDate(0, 0, n-1)
	if n < 1 || exact.Month() != first.Month() {
		return ""
	}
	return eqia.Day(exact.Format(time.DateOnly))
}
