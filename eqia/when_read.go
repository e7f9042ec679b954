package eqia

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ReadWhen reads a time as plans write it, for example "by the end of October 2024", "end of March each year", "every 6 months" or "each
// board meeting"; false when it says something that no day can be worked out from. The words stay in Text.
func ReadWhen(text string) (When, bool) {
	plain := strings.Trim(strings.Join(strings.Fields(strings.ToLower(text)), " "), " .;,")
	for _, f := range whenForms {
		m := f.form.FindStringSubmatch(plain)
		if m == nil {
			continue
		}
		if w, ok := f.read(m); ok {
			w.Text = text
			return w, true
		}
	}
	return When{}, false
}

const (
	months  = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	yearly  = `,? ?(?:each|every|of each|of every|per) year`
	lead    = `^(?:by |in |during )?(?:the )?(?:end of )?(?:the )?`
	seasons = `(spring|summer|autumn|winter)`
)

// whenForms are the ways of writing that are known, the narrower before the wider.
var whenForms = []struct {
	form *regexp.Regexp
	read func(m []string) (When, bool)
}{
	{regexp.MustCompile(`^(?:it is )?(?:ongoing|continuous|continuing|all the time)$`), func([]string) (When, bool) { return When{Kind: Ongoing}, true }},
	{regexp.MustCompile(`^(?:on |by )?(\d{1,2})(?:st|nd|rd|th)? ` + months + ` (20\d\d)$`), readDay},
	{regexp.MustCompile(`^(?:on |by )?(\d{1,2})[/.](\d{1,2})[/.](20\d\d)$`), readNumbers},
	{regexp.MustCompile(lead + months + ` (?:to|until|and|-|–) ` + months + yearly + `$`), readSpan},
	{regexp.MustCompile(lead + months + yearly + `$`), readSpan},
	{regexp.MustCompile(`^(?:each|every) ` + months + `$`), readSpan},
	{regexp.MustCompile(`^every (\d{1,3}|two|three|four|six|nine|twelve) months$`), readEvery},
	{regexp.MustCompile(`^(?:every|each) (month|quarter|year)$|^(monthly|quarterly|yearly|annually|once a year)$`), readOften},
	{regexp.MustCompile(lead + seasons + ` (20\d\d)(?:[/-](?:20)?\d\d)?$`), func(m []string) (When, bool) {
		return When{Kind: InSeason, Season: Season(m[1]), Year: m[2]}, true
	}},
	{regexp.MustCompile(lead + months + ` (20\d\d)$`), func(m []string) (When, bool) {
		return When{Kind: InMonth, Month: m[2] + "-" + twoDigits(monthNumber(m[1]))}, true
	}},
	{regexp.MustCompile(lead + `(20\d\d)$`), func(m []string) (When, bool) { return When{Kind: InYear, Year: m[1]}, true }},
	{regexp.MustCompile(`^(?:at |after |before )?(?:each|every) [a-z]`), func([]string) (When, bool) { return When{Kind: AtEvent}, true }},
}

func readDay(m []string) (When, bool) { return onDay(m[1], monthNumber(m[2]), m[3]) }

func readNumbers(m []string) (When, bool) {
	month, _ := strconv.Atoi(m[2])
	return onDay(m[1], month, m[3])
}

func onDay(day string, month int, year string) (When, bool) {
	n, _ := strconv.Atoi(day)
	d, err := ParseDay(year + "-" + twoDigits(month) + "-" + twoDigits(n))
	return When{Kind: OnDay, Day: d}, err == nil
}

// readSpan reads one or two months of each year.
func readSpan(m []string) (When, bool) {
	if len(m) == 2 {
		return When{Kind: Recurring, To: monthNumber(m[1])}, true
	}
	return When{Kind: Recurring, From: monthNumber(m[1]), To: monthNumber(m[2])}, true
}

func readEvery(m []string) (When, bool) {
	n, err := strconv.Atoi(m[1])
	if err != nil {
		n = map[string]int{"two": 2, "three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12}[m[1]]
	}
	return When{Kind: Recurring, Every: n}, n > 0 && n <= mostMonths
}

func readOften(m []string) (When, bool) {
	n := map[string]int{"month": 1, "monthly": 1, "quarter": 3, "quarterly": 3}[m[1]+m[2]]
	if n == 0 {
		n = 12
	}
	return When{Kind: Recurring, Every: n}, true
}

// monthNumber is the number of a month by the first three letters of its name.
func monthNumber(name string) int {
	for n := time.January; n <= time.December; n++ {
		if len(name) >= 3 && strings.EqualFold(n.String()[:3], name[:3]) {
			return int(n)
		}
	}
	return 0
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// capital is a word with its first letter as a capital.
func capital(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + word[1:]
}
