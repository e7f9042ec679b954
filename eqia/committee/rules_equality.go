package committee

import (
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

func nothingRecorded(m matter) []string {
	if len(m.Live()) > 0 || len(m.Expected) > 0 || len(m.Given()) > 0 {
		return nil
	}
	return []string{"No equality assessment is linked to this item, and no reason is recorded for having none. Link one, or record why there is none."}
}

func reasonNotAgreed(m matter) []string {
	var out []string
	for _, r := range m.Given() {
		if !r.Agreed() {
			out = append(out, fmt.Sprintf("The reason “%s” is not agreed yet. Ask for agreement from: %s.", r.Code.Label(), lower(r.Code.Agrees().Label())))
		}
	}
	return out
}

// notLinked names every assessment that is expected here and not linked: because it is not signed, or because nobody linked it.
func notLinked(m matter) []string {
	var out []string
	for _, e := range m.Expected {
		if slices.ContainsFunc(m.Live(), func(l Link) bool { return l.Pinned.AssessmentID == e.AssessmentID }) {
			continue
		}
		switch {
		case e.Restricted:
			out = append(out, e.Reference+" is restricted and is not linked. Ask the equality lead.")
		case e.SignedNumber != "":
			out = append(out, fmt.Sprintf("%s version %s is signed off and not linked yet. Link it, or say that it is not expected.", e.Reference, e.SignedNumber))
		default:
			out = append(out, fmt.Sprintf("%s: %s. The council asks for sign-off before the agenda is published%s.", e.Reference,
				lower(e.State.Label()), onDay(m.Meeting.AgendaOn)))
		}
	}
	return out
}

// replacedOrWithdrawn looks at what had happened by the time of the meeting: what came after it was not before members.
func replacedOrWithdrawn(m matter) []string {
	var out []string
	begins := m.Meeting.StartsAt
	for _, l := range m.Live() {
		p := l.Pinned
		switch {
		case p.State == workflow.Withdrawn && (p.WithdrawnAt.IsZero() || p.WithdrawnAt.Before(begins)):
			out = append(out, p.name()+" was withdrawn. Link another assessment, or record why there is none.")
		case p.State == workflow.Superseded && p.NewerNumber != "" && p.NewerSignedAt.Before(begins):
			out = append(out, fmt.Sprintf("This item uses %s. Version %s was signed off on %s. Compare them, then replace the link.",
				p.name(), p.NewerNumber, eqia.DayOf(p.NewerSignedAt).Words()))
		case p.State == workflow.Superseded && p.NewerNumber == "":
			out = append(out, p.name()+" was replaced, and what replaced it is not in force. Link another assessment, or record why there is none.")
		}
	}
	return out
}

func reliesOnWithdrawn(m matter) []string {
	var out []string
	for _, r := range m.Given() {
		if r.RelyOn.State == workflow.Withdrawn {
			out = append(out, fmt.Sprintf("The reason relies on %s version %s, which was withdrawn. Give another reason, or link an assessment.",
				r.RelyOn.Reference, r.RelyOn.Number))
		}
	}
	return out
}

// notCovered names typed recommendations and options that no link and no reason covers. With nothing recorded at all, other rules speak.
func notCovered(m matter) []string {
	links, reasons := m.Live(), m.Given()
	if len(links)+len(reasons) == 0 || slices.ContainsFunc(links, func(l Link) bool { return l.Covers == CoversAll }) ||
		slices.ContainsFunc(reasons, func(r Reason) bool { return len(r.Recommendations) == 0 }) {
		return nil
	}
	var out []string
	for _, r := range m.Version.Recommendations {
		covered := slices.ContainsFunc(links, func(l Link) bool { return slices.Contains(l.Recommendations, r.ID) }) ||
			slices.ContainsFunc(reasons, func(n Reason) bool { return slices.Contains(n.Recommendations, r.ID) })
		if !covered {
			out = append(out, "No linked assessment or reason covers recommendation "+r.Label+". Link one that does, or record why there is none.")
		}
	}
	for _, o := range m.Version.Options {
		if !slices.ContainsFunc(links, func(l Link) bool { return slices.Contains(l.Options, o.ID) }) {
			out = append(out, "No linked assessment covers option "+o.Label+". Link one that does.")
		}
	}
	return out
}

func restrictedInTheOpen(m matter) []string {
	var out []string
	for _, l := range m.Live() {
		if l.Pinned.Restricted && m.Item.Access == Open {
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

func signedLate(m matter) []string {
	var out []string
	agenda := m.Meeting.AgendaOn
	for _, l := range m.Live() {
		p := l.Pinned
		signed := eqia.DayOf(p.SignedAt)
		switch {
		case p.SignedAt.IsZero():
		case p.SignedAt.After(m.Meeting.StartsAt):
			out = append(out, fmt.Sprintf("%s was signed off on %s, after the meeting began. Check that it is the version members had.", p.name(), signed.Words()))
		case agenda != "" && signed > agenda:
			out = append(out, fmt.Sprintf("%s was signed off on %s. The agenda was published on %s. Record how members were told.", p.name(), signed.Words(), agenda.Words()))
		}
	}
	return out
}

func reviewDue(m matter) []string {
	var out []string
	for _, l := range m.Live() {
		if due := l.Pinned.ReviewDue; due != "" && due < m.Meeting.Day() {
			out = append(out, fmt.Sprintf("%s was due for review on %s. Check with its author that it is still right for this meeting.", l.Pinned.name(), due.Words()))
		}
	}
	return out
}

func appendixLabels(m matter) []string {
	var out []string
	seen := map[string]int{}
	for _, l := range m.Live() {
		if l.Appendix != "" {
			seen[lower(l.Appendix)]++
		}
		if l.Relation == Appended && l.Appendix == "" {
			out = append(out, l.Pinned.name()+" is appended without a label. Replace the link and enter one, for example Appendix 3.")
		}
		if seen[lower(l.Appendix)] == 2 {
			out = append(out, "Two assessments are labelled "+l.Appendix+". Replace one of the links and enter another label.")
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

func (p Pinned) name() string { return p.Reference + " version " + p.Number }

func lower(s string) string { return strings.ToLower(s) }

func onDay(d eqia.Day) string {
	if d == "" {
		return ""
	}
	return " on " + d.Words()
}
