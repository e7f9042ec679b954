package committee

import (
	"fmt"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// signedRules look at the signed version that is linked: who signed it, when, and what it says.
func signedRules() []rule {
	const mo, clerk = workflow.MonitoringOfficer, workflow.Clerk
	return []rule{
		{Rule{"EQ-06", eqia.Stop, eqia.Policy, "A restricted assessment stays out of open papers",
			"A restricted assessment may say things about few people.", ""}, restrictedInTheOpen},
		{Rule{"EQ-07", eqia.Stop, eqia.Policy, "The signer did not help to write it",
			"Someone who did not write the assessment should sign it off.", mo}, signedByContributor},
		{Rule{"EQ-07", eqia.Warn, eqia.Policy, "The signer outside this service did not help to write it",
			"It was signed off outside this service, where this was not checked.", mo}, signedElsewhereByContributor},
		{Rule{"EQ-08", eqia.Warn, eqia.GoodPractice, "It was signed off in time",
			"Members and the public need time to read it, and officers to clear the report that rests on it.", clerk}, signedLate},
		{Rule{"EQ-10", eqia.Warn, eqia.GoodPractice, "Its review is not due yet",
			"What was found may have changed since.", clerk}, reviewDue},
		{Rule{"EQ-15", eqia.Warn, eqia.Policy, "Every group has a finding",
			"A group without a finding may not have been thought about.", clerk}, unrated},
		{Rule{"EQ-20", eqia.Warn, eqia.GoodPractice, "Each group has an explanation of its own",
			"The same sentence for many groups tells members nothing about any of them.", clerk}, repeated},
		{Rule{"EQ-22", eqia.Stop, eqia.Policy, "What is linked is what was signed",
			"Members should read what was signed off, to the letter.", mo}, notAsSigned},
	}
}

func restrictedInTheOpen(m matter) []string {
	var out []string
	for _, l := range m.Live() {
		if l.Pinned.Restricted && m.Access == Open {
			out = append(out, l.Pinned.name()+" is restricted and this item is open to the public. Withdraw the link, or close the item.")
		}
	}
	return out
}

func signedByContributor(m matter) []string {
	return about(m, func(p Pinned) bool { return p.SignerContributed && !p.SignerAllowed && !p.Legacy },
		"was signed off by someone who helped to write it. Ask for a version signed by someone else.")
}

func signedElsewhereByContributor(m matter) []string {
	return about(m, func(p Pinned) bool { return p.SignerContributed && !p.SignerAllowed && p.Legacy },
		"was signed off outside this service by someone named as a contributor. Tell the monitoring officer.")
}

// signedLate looks at the days between the signature and the meeting. The lock is the day from which reports no longer change.
func signedLate(m matter) []string {
	var out []string
	agenda := m.agendaOn()
	for _, l := range m.Live() {
		p := l.Pinned
		signed := eqia.DayOf(p.SignedAt)
		switch {
		case p.SignedAt.IsZero():
		case p.SignedAt.After(m.Meeting.StartsAt):
			out = append(out, fmt.Sprintf("%s was signed off on %s, after the meeting began. Check that it is the version members had.", p.name(), signed.Words()))
		case agenda != "" && signed > agenda:
			out = append(out, fmt.Sprintf("%s was signed off on %s. The agenda was published on %s, so there were %s to read it. Record how members were told.",
				p.name(), signed.Words(), agenda.Words(), clearDays(workflow.ClearDays(date(signed), date(m.Meeting.Day()), m.Works))))
		case agenda != "" && signed > m.lockedFrom(agenda):
			out = append(out, fmt.Sprintf("%s was signed off on %s, after reports were locked on %s. Check that the report says what it says.",
				p.name(), signed.Words(), m.lockedFrom(agenda).Words()))
		}
	}
	return out
}

// lockedFrom is the day on which reports and assessments are locked before an agenda is published.
func (m matter) lockedFrom(agenda eqia.Day) eqia.Day {
	return dayOf(m.LockedFrom(date(agenda)))
}

// reviewDue looks at the day of the meeting, and at the next one that the report goes to.
func reviewDue(m matter) []string {
	var out []string
	next, goesOn := m.nextMeeting()
	for _, l := range m.Live() {
		due := l.Pinned.ReviewDue
		switch {
		case due == "":
		case due < m.Meeting.Day():
			out = append(out, fmt.Sprintf("%s was due for review on %s. Check with its author that it is still right for this meeting.", l.Pinned.name(), due.Words()))
		case goesOn && due < next.Day():
			out = append(out, fmt.Sprintf("%s is due for review on %s, before the report goes to %s. Ask its author to review it by then.",
				l.Pinned.name(), due.Words(), next.called()))
		}
	}
	return out
}

func unrated(m matter) []string {
	var out []string
	for _, l := range m.Live() {
		if len(l.Pinned.Unrated) > 0 {
			out = append(out, fmt.Sprintf("%s records no effect for %s. Ask its author whether they were thought about.", l.Pinned.name(), strings.Join(l.Pinned.Unrated, ", ")))
		}
	}
	return out
}

// The fewest groups with one explanation that are too many to be chance, and their share of all that have one, in fifths.
const (
	manyAlike = 3
	mostAlike = 4
)

func repeated(m matter) []string {
	var out []string
	for _, l := range m.Live() {
		p := l.Pinned
		if f := p.Facts; f.Repeated >= manyAlike && 5*f.Repeated >= mostAlike*f.Explained {
			out = append(out, fmt.Sprintf("%s gives the same explanation for %d of the %d groups that have one. Ask its author what is different for each group.",
				p.name(), f.Repeated, f.Explained))
		}
		if n := p.Facts.Pointing; n > 0 {
			out = append(out, fmt.Sprintf("%s only points to another paper where it should explain (groups: %d). Ask its author to say there who is affected and how.", p.name(), n))
		}
	}
	return out
}

// notAsSigned compares the digest that was kept with the link with the one of the version, which a trigger protects.
func notAsSigned(m matter) []string {
	return about(m, func(p Pinned) bool { return p.Facts.Digest != "" && p.Digest != p.Facts.Digest },
		"is not the copy that was linked: its content differs. Tell the equality lead, and do not publish the agenda.")
}

// about says the same of every linked version that fits.
func about(m matter, fits func(Pinned) bool, says string) []string {
	var out []string
	for _, l := range m.Live() {
		if fits(l.Pinned) {
			out = append(out, l.Pinned.name()+" "+says)
		}
	}
	return out
}

func (p Pinned) name() string {
	if p.Number == "" {
		return p.Reference
	}
	return p.Reference + " version " + p.Number
}

func lower(s string) string { return strings.ToLower(s) }

func onDay(d eqia.Day) string {
	if d == "" {
		return ""
	}
	return " on " + d.Words()
}

// clearDays is a number of clear days in words.
func clearDays(n int) string {
	if n == 1 {
		return "1 clear day"
	}
	return fmt.Sprintf("%d clear days", n)
}

// date is a day as deadlines are counted in, and dayOf such a date as a day.
func date(d eqia.Day) time.Time { return workflow.Date(d.Time()) }

func dayOf(t time.Time) eqia.Day { return eqia.Day(t.Format(time.DateOnly)) }
