package eqia

import (
	"time"
)

// NextDue is the day by which something should next have happened, as seen on a day: the end of a month, season or year, the next turn of
// a rule, or the day given. A time that comes once keeps its day when that has passed. Words that were brought in from elsewhere are read
// where they can be; empty when no day follows from them.
func (w When) NextDue(today Day) Day {
	w = w.understood()
	switch {
	case w.Kind == InMonth && monthForm.MatchString(w.Month):
		first, _ := time.Parse("2006-01", w.Month)
		return endOf(first.Year(), first.Month())
	case w.Kind == InYear && yearForm.MatchString(w.Year):
		return Day(w.Year + "-12-31")
	case w.Kind == InSeason && w.Day == "" && w.Season.Valid() && yearForm.MatchString(w.Year):
		return w.Season.end(w.Year)
	case w.Kind == Recurring && w.Every > 0 && w.Day != "":
		return nextTurn(w.Day, w.Every, today)
	case w.Kind == Recurring && w.Every == 0 && w.To > 0:
		return nextEnd(time.Month(w.To), today)
	default:
		return w.Day
	}
}

// understood fills in what the words say where the parts of the kind are missing.
func (w When) understood() When {
	if w.Month+w.Year+string(w.Season) != "" || w.To+w.Every > 0 {
		return w
	}
	read, ok := ReadWhen(w.Text)
	if !ok || w.Kind != "" && read.Kind != w.Kind {
		return w
	}
	if read.Day == "" {
		read.Day = w.Day
	}
	return read
}

// end is the last day of a season in a year.
func (s Season) end(year string) Day {
	first, _ := time.Parse("2006", year)
	last := map[Season]time.Month{Spring: time.May, Summer: time.August, Autumn: time.November, Winter: time.February}[s]
	if s == Winter {
		return endOf(first.Year()+1, last)
	}
	return endOf(first.Year(), last)
}

// endOf is the last day of a month.
func endOf(year int, month time.Month) Day {
	return Day(time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

// nextEnd is the next last day of a month, today included.
func nextEnd(month time.Month, today Day) Day {
	year := today.Time().Year()
	if end := endOf(year, month); end >= today {
		return end
	}
	return endOf(year+1, month)
}

// nextTurn is the first of the days that lie a number of months apart, counted from one of them, that is today or later.
func nextTurn(from Day, every int, today Day) Day {
	if from >= today {
		return from
	}
	a, b := from.Time(), today.Time()
	turns := ((b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())) / every
	for {
		if day := from.AddMonths(turns * every); day >= today {
			return day
		}
		turns++
	}
}
