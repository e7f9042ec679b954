package public

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
)

// checkedFile is what the browser journeys wrote when they last checked the pages, and what people know to fail.
//
//go:embed data/accessibility.json
var checkedFile []byte

// checked is the last run of the accessibility checks.
type checked struct {
	Axe      string   `json:"axe"`
	Browser  string   `json:"browser"`
	Rules    []string `json:"rules"`
	Widths   []int    `json:"widths"`
	Journeys []struct {
		Journey string   `json:"journey"`
		On      eqia.Day `json:"on"`
		States  int      `json:"states"`
		Pages   []string `json:"pages"`
	} `json:"journeys"`
	Known []struct {
		What  string   `json:"what"`
		Since eqia.Day `json:"since"`
	} `json:"known"`
}

func lastChecked() (checked, error) {
	var c checked
	if err := json.Unmarshal(checkedFile, &c); err != nil {
		return c, fmt.Errorf("read what the accessibility checks found: %w", err)
	}
	return c, nil
}

// when says what was looked at, and on which days.
func (c checked) when() string {
	pages, states := map[string]bool{}, 0
	var first, last eqia.Day
	for _, j := range c.Journeys {
		for _, p := range j.Pages {
			pages[p] = true
		}
		states += j.States
		if first == "" || j.On < first {
			first = j.On
		}
		last = max(last, j.On)
	}
	days := "On " + last.Words()
	if first != last {
		days = "Between " + first.Words() + " and " + last.Words()
	}
	return days + " automated checks looked at " + components.Count(len(pages), "page", "pages") + " of the service " + components.Count(states, "time", "times") +
		", as people meet them on their way through it: empty, filled in, and with errors."
}

// sets are the sets of rules by the names that axe gives them.
var sets = map[string]string{"wcag2a": "WCAG 2.0 A", "wcag2aa": "2.0 AA", "wcag21a": "2.1 A", "wcag21aa": "2.1 AA", "wcag22aa": "2.2 AA",
	"best-practice": "good practice"}

// how says by what they were looked at.
func (c checked) how() string {
	var rules, widths []string
	for _, r := range c.Rules {
		rules = append(rules, sets[r])
	}
	for _, w := range c.Widths {
		widths = append(widths, strconv.Itoa(w))
	}
	return "We used axe " + c.Axe + " in " + c.Browser + " with its rules for " + strings.Join(rules, ", ") + ", at widths of " + strings.Join(widths, " and ") +
		" pixels, with scripts switched on and off. Checks of our own looked at headings, names and sideways scrolling."
}
