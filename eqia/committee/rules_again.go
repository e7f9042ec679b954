package committee

import (
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// againRules look at where the report was before: what was used, given and promised there.
func againRules() []rule {
	const mo, clerk = workflow.MonitoringOfficer, workflow.Clerk
	return []rule{
		{Rule{"EQ-09", eqia.Warn, eqia.GoodPractice, "The assessment came before the decision",
			"Regard has to be had while a decision can still change.", clerk}, decidedBefore},
		{Rule{"EQ-16", eqia.Warn, eqia.Policy, "A reason is given anew for each meeting",
			"A reason holds for one meeting. What was true then may not be true now.", clerk}, reasonCarried},
		{Rule{"EQ-17", eqia.Warn, eqia.GoodPractice, "What was promised before is kept or carried on",
			"Members were told that something would be done.", clerk}, promiseOpen},
		{Rule{"EQ-18", eqia.Stop, eqia.Policy, "An assessment that was promised for this decision is here",
			"An earlier report went ahead without an assessment because it would be here.", mo}, promisedHere},
		{Rule{"EQ-24", eqia.Warn, eqia.Policy, "An assessment that is used again still holds",
			"The proposal may have changed since the meeting that had it.", clerk}, usedAgain},
		{Rule{"JR-01", eqia.Warn, eqia.Policy, "What a committee changed is assessed",
			"What members added was in no report when the assessment was made.", mo}, amended},
		{Rule{"JR-03", eqia.Warn, eqia.Policy, "What was put off is looked at again",
			"It was put off or sent back for a reason, which may touch the assessment.", clerk}, putOff},
	}
}

// earlier is where the report was before this meeting.
func (m matter) earlier() []Item { return m.Earlier(m.Meeting) }

// nextMeeting is the next one that the report goes to after this.
func (m matter) nextMeeting() (Meeting, bool) {
	for _, i := range m.Journey {
		if i.Meeting.StartsAt.After(m.Meeting.StartsAt) && i.Meeting.Status != Cancelled {
			return i.Meeting, true
		}
	}
	return Meeting{}, false
}

// called is a meeting in the middle of a sentence.
func (m Meeting) called() string { return m.Committee.Name + " on " + m.Day().Words() }

// decided reports whether what was agreed at an item stands as a decision. Where nobody said what the report was there for, the body tells.
func (i Item) decided() bool {
	a := i.appearance()
	if a.Outcome != Agreed && a.Outcome != AgreedAmended {
		return false
	}
	scrutinises := i.Meeting.Committee.Kind == Overview || i.Meeting.Committee.Kind == Scrutiny
	return a.Role.Authoritative() || a.Role == "" && !scrutinises
}

// uses is the link that held at an item to a version; false when there is none.
func (i Item) uses(fits func(Pinned) bool) bool {
	return slices.ContainsFunc(i.appearance().Live(), func(l Link) bool { return fits(l.Pinned) })
}

func decidedBefore(m matter) []string {
	var out []string
	for _, l := range m.Live() {
		for _, i := range m.earlier() {
			there := i.uses(func(p Pinned) bool { return p.AssessmentID == l.Pinned.AssessmentID })
			if i.decided() && !there && l.Pinned.SignedAt.After(i.Meeting.StartsAt) {
				out = append(out, fmt.Sprintf("%s agreed this, before %s was signed off on %s. Explain in the report how the decision can still change.",
					i.Meeting.called(), l.Pinned.name(), eqia.DayOf(l.Pinned.SignedAt).Words()))
			}
		}
	}
	return out
}

func reasonCarried(m matter) []string {
	var out []string
	for _, r := range m.Given() {
		for _, i := range slices.Backward(m.earlier()) {
			same := func(o Reason) bool { return o.Code == r.Code && plainly(o.Public) == plainly(r.Public) }
			if slices.ContainsFunc(i.appearance().Reasons, same) {
				out = append(out, fmt.Sprintf("The reason “%s” was given in the same words for %s. Confirm that it still applies, or say what is true now.",
					r.Code.Label(), i.Meeting.called()))
				break
			}
		}
	}
	return out
}

func promiseOpen(m matter) []string {
	if m.Version.ID == "" {
		return nil
	}
	var out []string
	for _, i := range m.earlier() {
		for _, c := range i.appearance().Commitments {
			carried := slices.ContainsFunc(m.Commitments, func(o Commitment) bool { return plainly(o.Text) == plainly(c.Text) })
			if c.ClosedAt.IsZero() && !carried && !tells(m.Version.EqualityText, c.Text) {
				out = append(out, fmt.Sprintf("“%s” was promised at %s and is not closed. Say in the report what became of it, or close it.",
					strings.TrimRight(c.Text, "."), i.Meeting.called()))
			}
		}
	}
	return out
}

// tells reports whether a text speaks of a promise: most of its telling words are there.
func tells(text, promise string) bool {
	words := telling(promise)
	return len(words) > 0 && 5*len(sharedWords(promise, text)) >= 3*len(words)
}

func promisedHere(m matter) []string {
	var out []string
	for _, i := range m.earlier() {
		due := func(r Reason) bool { return r.Code == LaterStage && r.DueOn != "" && r.DueOn <= m.Meeting.Day() }
		if len(m.Live()) == 0 && slices.ContainsFunc(i.appearance().Given(), due) {
			out = append(out, "The report to "+i.Meeting.called()+" promised an assessment for this decision. It is not here. Link it, or put the item off.")
		}
	}
	return out
}

func returned(i Item) bool {
	o := i.appearance().Outcome
	return o == Deferred || o == ReferredBack
}

func usedAgain(m matter) []string {
	return m.sameAs(func(i Item) bool { return !returned(i) && i.Meeting.Status != Cancelled },
		"%s was before %s. Confirm with its author that it still holds, or link a newer version.")
}

func putOff(m matter) []string {
	return m.sameAs(returned, "%s was with this report at %s, which put it off or sent it back. Confirm with its author that it still holds, or link a newer version.")
}

// sameAs says of each linked version that it was at the last earlier meeting of a sort as well.
func (m matter) sameAs(fits func(Item) bool, says string) []string {
	var out []string
	for _, l := range m.Live() {
		for _, i := range slices.Backward(m.earlier()) {
			if fits(i) && i.uses(func(p Pinned) bool { return p.VersionID == l.Pinned.VersionID }) {
				out = append(out, fmt.Sprintf(says, l.Pinned.name(), i.Meeting.called()))
				break
			}
		}
	}
	return out
}

// amended looks at recommendations that a committee added or changed on the way, and whether what is linked here knew of them.
func amended(m matter) []string {
	var out []string
	for _, i := range m.earlier() {
		a := i.appearance()
		if a.Outcome != AgreedAmended && a.Amendments == "" {
			continue
		}
		for _, r := range m.Version.Recommendations {
			had := slices.ContainsFunc(a.Version.Recommendations, func(o Recommendation) bool { return plainly(o.Text) == plainly(r.Text) })
			if !had && !m.knew(r, i.Meeting) {
				out = append(out, fmt.Sprintf("Recommendation %s was changed or added after %s, and no assessment since then covers it. Link one that does, or record why there is none.",
					r.Label, i.Meeting.called()))
			}
		}
	}
	return out
}

// knew reports whether a recommendation is covered by name, or by an assessment of the whole report that was signed after a meeting.
func (m matter) knew(r Recommendation, after Meeting) bool {
	linked := func(l Link) bool {
		return slices.Contains(l.Recommendations, r.ID) || l.Covers == CoversAll && l.Pinned.SignedAt.After(after.StartsAt)
	}
	reasoned := func(n Reason) bool { return n.covers(point{id: r.ID}) }
	return slices.ContainsFunc(m.Live(), linked) || slices.ContainsFunc(m.Given(), reasoned)
}
