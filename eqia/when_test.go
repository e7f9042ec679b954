package eqia_test

import (
	"errors"
	"strings"
	"testing"

	"dorset-eqia/eqia"
)

func TestEveryKindOfTimeHasANextDay(t *testing.T) {
	for name, c := range map[string]struct {
		when  eqia.When
		today eqia.Day
		next  eqia.Day
	}{
		"an exact day to come":                {eqia.When{Kind: eqia.OnDay, Day: "2027-01-15"}, "2026-11-02", "2027-01-15"},
		"an exact day gone by stays":          {eqia.When{Kind: eqia.OnDay, Day: "2026-01-15"}, "2026-11-02", "2026-01-15"},
		"a month is due on its last day":      {eqia.When{Kind: eqia.InMonth, Month: "2024-07"}, "2024-01-01", "2024-07-31"},
		"February of a leap year":             {eqia.When{Kind: eqia.InMonth, Month: "2028-02"}, "2026-11-02", "2028-02-29"},
		"February of another year":            {eqia.When{Kind: eqia.InMonth, Month: "2027-02"}, "2026-11-02", "2027-02-28"},
		"February of the year 2100":           {eqia.When{Kind: eqia.InMonth, Month: "2100-02"}, "2026-11-02", "2100-02-28"},
		"December":                            {eqia.When{Kind: eqia.InMonth, Month: "2026-12"}, "2026-11-02", "2026-12-31"},
		"a month with words beside it":        {eqia.When{Kind: eqia.InMonth, Month: "2024-10", Text: "By the end of October 2024"}, "2024-01-01", "2024-10-31"},
		"spring":                              {eqia.When{Kind: eqia.InSeason, Season: eqia.Spring, Year: "2027"}, "2026-11-02", "2027-05-31"},
		"summer":                              {eqia.When{Kind: eqia.InSeason, Season: eqia.Summer, Year: "2027"}, "2026-11-02", "2027-08-31"},
		"autumn":                              {eqia.When{Kind: eqia.InSeason, Season: eqia.Autumn, Year: "2027"}, "2026-11-02", "2027-11-30"},
		"winter ends in the next year":        {eqia.When{Kind: eqia.InSeason, Season: eqia.Winter, Year: "2026"}, "2026-11-02", "2027-02-28"},
		"winter into a leap year":             {eqia.When{Kind: eqia.InSeason, Season: eqia.Winter, Year: "2027"}, "2026-11-02", "2028-02-29"},
		"a season in words":                   {eqia.When{Kind: eqia.InSeason, Text: "By the end of autumn 2024"}, "2024-01-01", "2024-11-30"},
		"a season in words, with a day":       {eqia.When{Kind: eqia.InSeason, Text: "Before the autumn round", Day: "2027-09-01"}, "2026-11-02", "2027-09-01"},
		"a season in words that say no day":   {eqia.When{Kind: eqia.InSeason, Text: "Before the autumn round starts"}, "2026-11-02", ""},
		"a year":                              {eqia.When{Kind: eqia.InYear, Year: "2027"}, "2026-11-02", "2027-12-31"},
		"the end of a month each year":        {eqia.When{Kind: eqia.Recurring, To: 3}, "2026-11-02", "2027-03-31"},
		"the last day itself":                 {eqia.When{Kind: eqia.Recurring, To: 3}, "2027-03-31", "2027-03-31"},
		"the day after the last day":          {eqia.When{Kind: eqia.Recurring, To: 3}, "2027-04-01", "2028-03-31"},
		"February each year, a leap year":     {eqia.When{Kind: eqia.Recurring, To: 2}, "2028-02-28", "2028-02-29"},
		"after 29 February":                   {eqia.When{Kind: eqia.Recurring, To: 2}, "2028-03-01", "2029-02-28"},
		"December each year, on New Year's":   {eqia.When{Kind: eqia.Recurring, To: 12}, "2027-01-01", "2027-12-31"},
		"some months of each year":            {eqia.When{Kind: eqia.Recurring, From: 9, To: 12}, "2026-11-02", "2026-12-31"},
		"months over the turn of the year":    {eqia.When{Kind: eqia.Recurring, From: 11, To: 1}, "2026-11-02", "2027-01-31"},
		"a rule in words":                     {eqia.When{Kind: eqia.Recurring, Text: "End of March each year"}, "2026-11-02", "2027-03-31"},
		"a rule in words, an old day":         {eqia.When{Kind: eqia.Recurring, Text: "End of March each year", Day: "2024-03-31"}, "2026-11-02", "2027-03-31"},
		"a rule in words that say no day":     {eqia.When{Kind: eqia.Recurring, Text: "First Tuesday of each month", Day: "2026-12-01"}, "2026-11-02", "2026-12-01"},
		"every six months, not begun":         {eqia.When{Kind: eqia.Recurring, Every: 6, Day: "2027-01-10"}, "2026-11-02", "2027-01-10"},
		"every six months, on the day":        {eqia.When{Kind: eqia.Recurring, Every: 6, Day: "2026-05-02"}, "2026-11-02", "2026-11-02"},
		"every six months, the day after":     {eqia.When{Kind: eqia.Recurring, Every: 6, Day: "2026-05-02"}, "2026-11-03", "2027-05-02"},
		"every month from the 31st":           {eqia.When{Kind: eqia.Recurring, Every: 1, Day: "2026-10-31"}, "2027-02-01", "2027-02-28"},
		"every month from the 31st, a leap":   {eqia.When{Kind: eqia.Recurring, Every: 1, Day: "2026-10-31"}, "2028-02-01", "2028-02-29"},
		"the 31st comes back":                 {eqia.When{Kind: eqia.Recurring, Every: 1, Day: "2026-10-31"}, "2027-03-01", "2027-03-31"},
		"every year from 29 February":         {eqia.When{Kind: eqia.Recurring, Every: 12, Day: "2024-02-29"}, "2026-11-02", "2027-02-28"},
		"every year back on 29 February":      {eqia.When{Kind: eqia.Recurring, Every: 12, Day: "2024-02-29"}, "2027-03-01", "2028-02-29"},
		"every three months, in words":        {eqia.When{Kind: eqia.Recurring, Text: "Quarterly", Day: "2026-01-31"}, "2026-11-02", "2027-01-31"},
		"every seven months":                  {eqia.When{Kind: eqia.Recurring, Every: 7, Day: "2026-01-15"}, "2026-11-02", "2027-03-15"},
		"each board meeting has its check":    {eqia.When{Kind: eqia.AtEvent, Text: "Each board meeting", Day: "2026-12-09"}, "2026-11-02", "2026-12-09"},
		"an event with no check has no day":   {eqia.When{Kind: eqia.AtEvent, Text: "Each board meeting"}, "2026-11-02", ""},
		"ongoing has its check":               {eqia.When{Kind: eqia.Ongoing, Day: "2027-06-01"}, "2026-11-02", "2027-06-01"},
		"ongoing with no check has no day":    {eqia.When{Kind: eqia.Ongoing}, "2026-11-02", ""},
		"words with no kind, from a file":     {eqia.When{Text: "July 2024"}, "2024-01-01", "2024-07-31"},
		"no time at all":                      {eqia.When{}, "2026-11-02", ""},
		"a kind that the words do not bear":   {eqia.When{Kind: eqia.Ongoing, Text: "July 2024"}, "2026-11-02", ""},
		"a month that is not one has no day":  {eqia.When{Kind: eqia.InMonth, Month: "2024-13"}, "2026-11-02", ""},
		"a year that is not one has no day":   {eqia.When{Kind: eqia.InYear, Year: "24"}, "2026-11-02", ""},
		"an anchor far back is counted from":  {eqia.When{Kind: eqia.Recurring, Every: 1, Day: "2001-01-31"}, "2026-11-02", "2026-11-30"},
		"a rule beside a day is still a rule": {eqia.When{Kind: eqia.Recurring, To: 6, Day: "2020-06-30"}, "2026-11-02", "2027-06-30"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.when.NextDue(c.today); got != c.next {
				t.Errorf("the next day is %q, and should be %q", got, c.next)
			}
		})
	}
}

func TestTimesAreReadAsPlansWriteThem(t *testing.T) {
	for text, want := range map[string]eqia.When{
		"July 2024":                       {Kind: eqia.InMonth, Month: "2024-07"},
		"by the end of October 2024":      {Kind: eqia.InMonth, Month: "2024-10"},
		"By end of Sept 2025.":            {Kind: eqia.InMonth, Month: "2025-09"},
		"end of March each year":          {Kind: eqia.Recurring, To: 3},
		"By the end of March every year":  {Kind: eqia.Recurring, To: 3},
		"every April":                     {Kind: eqia.Recurring, To: 4},
		"September to December each year": {Kind: eqia.Recurring, From: 9, To: 12},
		"Every 6 months":                  {Kind: eqia.Recurring, Every: 6},
		"every three months":              {Kind: eqia.Recurring, Every: 3},
		"Annually":                        {Kind: eqia.Recurring, Every: 12},
		"each month":                      {Kind: eqia.Recurring, Every: 1},
		"each Board meeting":              {Kind: eqia.AtEvent},
		"At every cabinet meeting":        {Kind: eqia.AtEvent},
		"Ongoing":                         {Kind: eqia.Ongoing},
		"autumn 2026":                     {Kind: eqia.InSeason, Season: eqia.Autumn, Year: "2026"},
		"by the end of winter 2026/27":    {Kind: eqia.InSeason, Season: eqia.Winter, Year: "2026"},
		"2027":                            {Kind: eqia.InYear, Year: "2027"},
		"by the end of 2027":              {Kind: eqia.InYear, Year: "2027"},
		"31 March 2027":                   {Kind: eqia.OnDay, Day: "2027-03-31"},
		"by 1st  June 2027":               {Kind: eqia.OnDay, Day: "2027-06-01"},
		"29/02/2028":                      {Kind: eqia.OnDay, Day: "2028-02-29"},
	} {
		t.Run(text, func(t *testing.T) {
			want.Text = text
			if got, ok := eqia.ReadWhen(text); !ok || got != want {
				t.Errorf("it reads as %+v (%t), and should as %+v", got, ok, want)
			}
		})
	}
	for _, text := range []string{"", "soon", "before the first frost warning", "31 February 2027", "29/2/2027", "every 0 months", "March", "march past 2027", "every 999 months"} {
		if got, ok := eqia.ReadWhen(text); ok {
			t.Errorf("%q reads as %+v, and says no day", text, got)
		}
	}
}

func TestATimeIsWrittenInWords(t *testing.T) {
	for want, when := range map[string]eqia.When{
		"15 January 2027":                                {Kind: eqia.OnDay, Day: "2027-01-15"},
		"July 2024":                                      {Kind: eqia.InMonth, Month: "2024-07"},
		"by the end of October 2024":                     {Kind: eqia.InMonth, Month: "2024-10", Text: "by the end of October 2024"},
		"Autumn 2026":                                    {Kind: eqia.InSeason, Season: eqia.Autumn, Year: "2026"},
		"2027":                                           {Kind: eqia.InYear, Year: "2027"},
		"By the end of March each year":                  {Kind: eqia.Recurring, To: 3},
		"September to December each year":                {Kind: eqia.Recurring, From: 9, To: 12},
		"Every 6 months from 4 June 2026":                {Kind: eqia.Recurring, Every: 6, Day: "2026-06-04"},
		"Every month from 4 June 2026":                   {Kind: eqia.Recurring, Every: 1, Day: "2026-06-04"},
		"End of March each year":                         {Kind: eqia.Recurring, To: 3, Text: "End of March each year"},
		"Each board meeting, next check 9 December 2026": {Kind: eqia.AtEvent, Text: "Each board meeting", Day: "2026-12-09"},
		"Ongoing, next check 1 June 2027":                {Kind: eqia.Ongoing, Day: "2027-06-01"},
		"":                                               {},
	} {
		if got := when.Words(); got != want {
			t.Errorf("%+v is written %q, and should be %q", when, got, want)
		}
	}
}

func TestATimeThatACalendarDoesNotHaveIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		when  eqia.When
		field string
	}{
		"a kind there is not":         {eqia.When{Kind: "fortnight"}, "when"},
		"a month with no year":        {eqia.When{Kind: eqia.InMonth, Month: "July"}, "when_month"},
		"a year in words":             {eqia.When{Kind: eqia.InYear, Year: "next"}, "when_year"},
		"a season there is not":       {eqia.When{Kind: eqia.InSeason, Season: "mud", Year: "2027"}, "when_season"},
		"a season with no year":       {eqia.When{Kind: eqia.InSeason, Season: eqia.Autumn}, "when_season"},
		"a season with nothing":       {eqia.When{Kind: eqia.InSeason}, "when_season"},
		"a rule with nothing":         {eqia.When{Kind: eqia.Recurring}, "when_rule"},
		"a thirteenth month":          {eqia.When{Kind: eqia.Recurring, To: 13}, "when_rule"},
		"a start with no end":         {eqia.When{Kind: eqia.Recurring, From: 9, Text: "From September"}, "when_rule"},
		"less than no months between": {eqia.When{Kind: eqia.Recurring, Every: -1, Text: "Often"}, "when_rule"},
		"an event with no words":      {eqia.When{Kind: eqia.AtEvent, Day: "2027-01-01"}, "when_text"},
	} {
		t.Run(name, func(t *testing.T) {
			var invalid *eqia.Invalid
			if err := c.when.Validate(); !errors.As(err, &invalid) || invalid.Field != c.field {
				t.Errorf("%+v is answered with %v, and should be wrong in %s", c.when, err, c.field)
			}
		})
	}
}

func FuzzTimesInWords(f *testing.F) {
	for _, text := range []string{"July 2024", "by the end of October 2024", "end of March each year", "September to December each year",
		"every 6 months", "31 March 2027", "29/02/2028", "winter 2026/27", "each board meeting", "ongoing", "\xff", strings.Repeat("every ", 50)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		w, ok := eqia.ReadWhen(text)
		if !ok {
			return
		}
		if err := w.Validate(); err != nil {
			t.Errorf("%q reads as %+v, which is refused: %v", text, w, err)
		}
		w.Day = "2024-02-29"
		if next := w.NextDue("2026-11-02"); next != "" {
			if _, err := eqia.ParseDay(string(next)); err != nil {
				t.Errorf("%q is next due on %q", text, next)
			}
		}
	})
}
