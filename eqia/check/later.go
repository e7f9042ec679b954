package check

import (
	"fmt"
	"strconv"

	"dorset-eqia/eqia"
)

// laterRules are about a record that is signed off already. Comments and appearances that come after it are not part of the record.
func laterRules() []Rule {
	return []Rule{{
		ID: "T8", Severity: eqia.Warn, Gates: atSignOff, Basis: eqia.Law, Screening: true,
		Title:  "What came after sign-off is looked at",
		Why:    "Courts have said that the duty goes on. Something learned after an assessment was signed off may change what it found.",
		Weak:   "Signed off on 2 November 2026. Evidence: survey of users, March 2027.",
		Better: "The survey of March 2027 found more older users than we thought, so a new version was started.",
		Judge:  learnedLater,
	}}
}

// learnedLater looks for evidence and engagement with a date after the sign-off.
func learnedLater(c *reading) []Remark {
	if !c.State.Frozen() || c.SignedAt.IsZero() {
		return nil
	}
	signed := eqia.DayOf(c.SignedAt)
	var out []Remark
	add := func(where eqia.PartKey, date string) {
		if starts(date) > signed {
			out = append(out, atPart(where, fmt.Sprintf("Say whether this changes what was found. It is dated %s, and the sign-off was on %s.", date, signed.Words())))
		}
	}
	for _, e := range c.Content.Evidence {
		add(eqia.Entry(eqia.EvidencePart, e.No), e.Date)
	}
	for _, e := range c.Content.Engagement {
		add(eqia.Entry(eqia.EngagementPart, e.No), e.When)
	}
	return out
}

// starts is the first day of the last day, month or year that a date names; empty when it names none.
func starts(date string) eqia.Day {
	last := eqia.Day("")
	for _, m := range dated.FindAllStringSubmatch(date, -1) {
		if m[1] == "" {
			m[1] = "1"
		}
		last = max(last, dayOf(m[1], m[2], m[3]))
	}
	if last != "" {
		return last
	}
	year, err := strconv.Atoi(years.FindString(date)[:min(4, len(years.FindString(date)))])
	if err != nil {
		return ""
	}
	return eqia.Day(fmt.Sprintf("%04d-01-01", year))
}
