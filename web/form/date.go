package form

import (
	"strconv"
	"strings"
	"time"
)

// DateParts is a date as it was typed, in three parts, so that a page can show it back unchanged.
type DateParts struct {
	Day, Month, Year string
}

// PartsOf gives the parts of a day written YYYY-MM-DD, to fill a page in; a text that is no day gives empty parts.
func PartsOf(day string) DateParts {
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return DateParts{}
	}
	return DateParts{Day: strconv.Itoa(date.Day()), Month: strconv.Itoa(int(date.Month())), Year: strconv.Itoa(date.Year())}
}

// Empty reports whether nothing was typed.
func (d DateParts) Empty() bool { return d == DateParts{} }

// ISO gives the date as YYYY-MM-DD, or "" when the parts are not a real date. Months may be numbers or English names.
func (d DateParts) ISO() string {
	day, ok := digits(d.Day, 1, 2)
	year, fourDigits := digits(d.Year, 4, 4)
	month := monthNumber(d.Month)
	if !ok || !fourDigits || month == 0 {
		return ""
	}
	date := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if date.Day() != day || date.Month() != month || year == 0 {
		return ""
	}
	return date.Format(time.DateOnly)
}

// check gives the sentence for what is wrong with the date and the part it is wrong in; both are empty when it is a real date.
func (d DateParts) check(subject string) (message, part string) {
	if absent := d.absent(); len(absent) > 0 {
		return subject + " must include a " + strings.Join(absent, " and "), absent[0]
	}
	if _, ok := digits(d.Year, 4, 4); !ok {
		return subject + " must include a year with 4 numbers", "year"
	}
	if d.ISO() == "" {
		return subject + " must be a real date", "day"
	}
	return "", ""
}

// absent lists the parts that were not typed.
func (d DateParts) absent() []string {
	var absent []string
	for _, part := range []struct{ name, value string }{{"day", d.Day}, {"month", d.Month}, {"year", d.Year}} {
		if part.value == "" {
			absent = append(absent, part.name)
		}
	}
	return absent
}

// digits reads a number written in plain digits only, of a length between least and most.
func digits(text string, least, most int) (int, bool) {
	if len(text) < least || len(text) > most || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	number, err := strconv.Atoi(text)
	return number, err == nil
}

// monthNumber reads a month written as a number or as an English name of three letters or more, and gives 0 for anything else.
func monthNumber(text string) time.Month {
	if number, ok := digits(text, 1, 2); ok && number <= 12 {
		return time.Month(number)
	}
	name := strings.ToLower(text)
	for month := time.January; month <= time.December; month++ {
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(month.String()), name) {
			return month
		}
	}
	return 0
}
