package workflow

import "time"

// Works says whether a day is worked: no weekend, no holiday, and not one on which the offices are closed. Days in this file are midnights
// in UTC, one for each date, so that every day is 24 hours long; Date makes one of any instant's own date.
type Works func(day time.Time) bool

// Date is the date of an instant, in its own time zone, as the day that deadlines are counted in.
func Date(t time.Time) time.Time { return midnight(t) }

// LatestPublication is the last day on which an agenda can be published so that n clear working days lie between it and the meeting, and
// those days in order. Neither the day of publication nor the day of the meeting counts (Local Government Act 1972, section 100B).
func LatestPublication(meeting time.Time, n int, works Works) (latest time.Time, counted []time.Time) {
	day := meeting
	for len(counted) < n {
		if day = day.AddDate(0, 0, -1); works(day) {
			counted = append([]time.Time{day}, counted...)
		}
	}
	return WorkingOnOrBefore(day.AddDate(0, 0, -1), works), counted
}

// ClearDays counts the days between a publication and a meeting, neither included, that count.
func ClearDays(published, meeting time.Time, counts Works) int {
	n := 0
	for day := published.AddDate(0, 0, 1); day.Before(meeting); day = day.AddDate(0, 0, 1) {
		if counts(day) {
			n++
		}
	}
	return n
}

// EveryDay counts every day of the week, as the 28 clear days of notice do.
func EveryDay(time.Time) bool { return true }

// LatestNotice is the last day, worked or not, that leaves n clear days of any kind before a meeting, both ends left out.
func LatestNotice(meeting time.Time, n int) time.Time { return meeting.AddDate(0, 0, -n-1) }

// WorkingOnOrBefore is the last working day up to a day.
func WorkingOnOrBefore(day time.Time, works Works) time.Time {
	for !works(day) {
		day = day.AddDate(0, 0, -1)
	}
	return day
}

// AfterGeneralException is the first working day on which a decision can be taken when full notice was impracticable: n clear working days
// after the day of the notice that says so (SI 2012/2089, regulation 10).
func AfterGeneralException(notice time.Time, n int, works Works) time.Time {
	return WorkingAfter(notice, n+1, works)
}

// CallIn is the last day on which a decision can be called in, n working days after it was published, and the working day on which it takes
// effect when nobody did. The number of days is the council's own (Local Government Act 2000, section 9F).
func CallIn(published time.Time, n int, works Works) (ends, effective time.Time) {
	return WorkingAfter(published, n, works), WorkingAfter(published, n+1, works)
}

// WorkingAfter is the nth working day after a day; the day itself when n is 0.
func WorkingAfter(day time.Time, n int, works Works) time.Time {
	for n > 0 {
		if day = day.AddDate(0, 0, 1); works(day) {
			n--
		}
	}
	return day
}

// WorkingBefore is the nth working day before a day; the day itself when n is 0.
func WorkingBefore(day time.Time, n int, works Works) time.Time {
	for n > 0 {
		if day = day.AddDate(0, 0, -1); works(day) {
			n--
		}
	}
	return day
}
