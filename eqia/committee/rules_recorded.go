package committee

import (
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// recordedRules ask whether an assessment or a reason is recorded, and the right one.
func recordedRules() []rule {
	const mo = workflow.MonitoringOfficer
	return []rule{
		{Rule{"EQ-01", eqia.Stop, eqia.Policy, "There is an assessment, or a reason for having none",
			"Members need the assessment, or a reason for having none, before they decide.", ""}, nothingRecorded},
		{Rule{"EQ-01", eqia.Stop, eqia.Policy, "A reason is agreed",
			"A reason holds once the person responsible has agreed it.", ""}, reasonNotAgreed},
		{Rule{"EQ-02", eqia.Stop, eqia.Policy, "An assessment is signed off and linked",
			"Only a signed version can be put before members: it does not change afterwards.", mo}, notLinked},
		{Rule{"EQ-03", eqia.Stop, eqia.Policy, "The linked version is in force",
			"Members should read the version that is in force.", mo}, replacedOrWithdrawn},
		{Rule{"EQ-03", eqia.Stop, eqia.Policy, "A reason rests on an assessment that still stands",
			"A reason can’t rest on an assessment that was withdrawn.", mo}, reliesOnWithdrawn},
		{Rule{"EQ-05", eqia.Stop, eqia.Policy, "Each recommendation and option is covered",
			"What no assessment covers is decided without one.", mo}, notCovered},
	}
}

func nothingRecorded(m matter) []string {
	if len(m.Live()) > 0 || len(m.Expected) > 0 || len(m.Given()) > 0 || m.Follows() {
		return nil
	}
	return []string{"No equality assessment is linked to this item, and no reason is recorded for having none. Link one, or record why there is none."}
}

func reasonNotAgreed(m matter) []string {
	var out []string
	for _, r := range m.Given() {
		if !r.Agreed() {
			out = append(out, fmt.Sprintf("The reason “%s” is not agreed yet. Ask for agreement from: %s.", r.Code.Label(), lower(m.Agrees(r.Code).Label())))
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
			out = append(out, fmt.Sprintf("This item uses %s. Version %s was signed off on %s. Compare them, then replace the link, or ask the monitoring officer to record why this version is kept.",
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
	if len(links)+len(reasons) == 0 {
		return nil
	}
	var out []string
	for _, p := range m.Version.points() {
		if slices.ContainsFunc(links, func(l Link) bool { return l.covers(p) }) || slices.ContainsFunc(reasons, func(r Reason) bool { return r.covers(p) }) {
			continue
		}
		switch changed := slices.ContainsFunc(links, func(l Link) bool { return p.since.After(l.At) }); {
		case changed:
			out = append(out, strings.ToUpper(p.called[:1])+p.called[1:]+" was added or changed after the assessment was linked. Ask the author whether the assessment covers it. If it does, change the link.")
		case p.option:
			out = append(out, "No linked assessment covers "+p.called+". Link one that does.")
		default:
			out = append(out, "No linked assessment or reason covers "+p.called+". Link one that does, or record why there is none.")
		}
	}
	return out
}
