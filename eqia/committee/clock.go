package committee

import (
	"strings"
	"time"

	"dorset-eqia/eqia"
)

// clockForms are the ways a time of day may be written, without spaces and with colons.
var clockForms = []string{"15:04", "3:04pm", "3pm", "15:04:05", "3:04:05pm"}

// ReadClock reads a time of day as people and committee systems write it: 10am, 6.30pm, 18:30.
func ReadClock(text string) (time.Time, bool) {
	text = strings.ReplaceAll(strings.Join(strings.Fields(strings.ToLower(text)), ""), ".", ":")
	for _, form := range clockForms {
		if t, err := time.Parse(form, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// InLondon is a time of day on a day in London.
func InLondon(on eqia.Day, clock time.Time) time.Time {
	day := on.Time()
	return time.Date(day.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), 0, 0, eqia.London())
}
