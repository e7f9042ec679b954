package document

import (
	"cmp"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Language is the language that everything here is written in.
const Language = "en-GB"

// Copy is one version of an assessment as it leaves the service, with what its paper says besides.
type Copy struct {
	eqia.Document
	Form    form.Version
	Day     string    // when the version was started (YYYY-MM-DD)
	Council string    // whose it is
	Home    string    // address of the service, where a copy can be checked: "https://eqia.example"
	Marking string    // why it is not for publication; empty when it is open
	Made    time.Time // when this copy was
	Public  bool      // for anyone to read: answers that may name a person are left out
	CopyOf  string    // number of the version that this is with words left out; empty for a whole one
	Grounds []string  // codes of why words were left out
}

// MayName lists the questions whose answers may name a person, which nothing public shows.
func MayName() []string { return []string{"portfolio_holder", "senior_officer"} }

// ForPublic is a published version as anyone may have it.
func ForPublic(p eqia.Publication, fv form.Version) Copy {
	return Copy{Document: p.Document(), Form: fv, Day: string(p.StartedOn), Made: p.PublishedAt, Public: true,
		CopyOf: p.CopyOf, Grounds: p.Grounds}
}

// Doc is the version in words.
func (c Copy) Doc() Doc {
	d := Of(c.Content, c.Form, c.Day)
	if c.Public {
		return d.Leave(MayName()...)
	}
	return d
}

// Title is what the proposal is called.
func (c Copy) Title() string {
	return cmp.Or(c.Content.Answers[form.QuestionTitle].Text, "Assessment "+c.Record.Reference)
}

// Kind is what the document is.
func (c Copy) Kind() string {
	if c.Content.Answers[form.QuestionAssessmentNeeded].Choice() == form.AssessmentNo {
		return "Screening record: why a full equality impact assessment was not needed"
	}
	return "Equality impact assessment"
}

// notice is what a reader must know first of how the version stands; "" where there is nothing.
func (c Copy) notice() string {
	switch {
	case c.Record.State == workflow.Superseded:
		return "A later version has replaced this one."
	case c.Record.State == workflow.Withdrawn:
		return "This assessment was withdrawn."
	case c.Draft():
		return "This is a draft. It may still change."
	default:
		return ""
	}
}

// MadeFrom says which version one with words left out was made from; "" for a whole one.
func MadeFrom(number string) string {
	if number == "" {
		return ""
	}
	return "Version " + number + ", with some words left out"
}

// Draft reports whether nobody has signed the version off.
func (c Copy) Draft() bool { return c.Record.SignedOff.On == "" && !c.Record.State.Frozen() }
