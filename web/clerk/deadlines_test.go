package clerk_test

import (
	"net/http"
	"strings"
	"testing"

	"dorset-eqia/eqia/eqiatest"
)

func TestTheCalculatorExplainsEachDay(t *testing.T) {
	s := open(t)
	got := s.get(eqiatest.Author(), "/meetings/deadlines?meeting-day=4&meeting-month=4&meeting-year=2024")
	for _, want := range []string{"Monday 25 March 2024", "Tuesday 26 March 2024Yes, clear day 1", "Friday 29 March 2024No, a bank holiday",
		"Saturday 30 March 2024No, a weekend", "Wednesday 3 April 2024Yes, clear day 5", "Thursday 4 April 2024No, this is the day of the meeting",
		"Wednesday 6 March 2024"} {
		if text := strings.Join(strings.Fields(got.Find("main").Text()), " "); !strings.Contains(strings.ReplaceAll(text, " Yes", "Yes"), want) &&
			!strings.Contains(strings.ReplaceAll(text, " No,", "No,"), want) {
			t.Errorf("the page does not say %q: %s", want, text)
		}
	}
	if sunday := s.get(eqiatest.Clerk(), "/meetings/deadlines?meeting-day=7&meeting-month=10&meeting-year=2024"); !strings.Contains(sunday.Find("main").Text(),
		"Sunday 8 September 2024. That is not a working day, so publish it by Friday 6 September 2024") {
		t.Error("a notice that falls on a Sunday is not explained")
	}
}

func TestTheCalculatorAsksForARealDate(t *testing.T) {
	s := open(t)
	for query, status := range map[string]int{"": http.StatusOK, "?meeting-day=30&meeting-month=2&meeting-year=2024": http.StatusUnprocessableEntity,
		"?meeting-day=&meeting-month=&meeting-year=": http.StatusUnprocessableEntity, "?meeting-day=1&meeting-month=1&meeting-year=9999": http.StatusUnprocessableEntity} {
		if got := s.get(eqiatest.Clerk(), "/meetings/deadlines"+query); got.Status != status {
			t.Errorf("%s: %d", query, got.Status)
		}
	}
}
