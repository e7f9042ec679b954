package workflow

import "slices"

// Actor is one way a person can stand towards an assessment: a role they hold in the council, or a relation to this assessment.
type Actor string

// Roles held in the council. A person may hold several, or none: any signed-in officer may start an assessment.
const (
	Officer           Actor = "officer" // everyone who is signed in
	Reviewer          Actor = "reviewer"
	Lead              Actor = "lead"
	Clerk             Actor = "clerk"
	MonitoringOfficer Actor = "monitoring_officer"
	Member            Actor = "member"
	Administrator     Actor = "administrator"
)

// Relations to one assessment.
const (
	Author    Actor = "author"    // started this version
	Editor    Actor = "editor"    // invited to change answers
	Commenter Actor = "commenter" // invited to comment
	Holder    Actor = "holder"    // the reviewer who took it from the queue
)

// Service is the service itself, for what follows from another move.
const Service Actor = "service"

// OutsideReader is someone without an account who was given a link to a draft released for consultation.
const OutsideReader Actor = "outside_reader"

// Roles lists the roles an administrator can give, in the order shown on pages.
func Roles() []Actor {
	return []Actor{Reviewer, Lead, Clerk, MonitoringOfficer, Member, Administrator}
}

// Relations lists the relations a person can have to one assessment.
func Relations() []Actor { return []Actor{Author, Editor, Commenter, Holder} }

// IsRole reports whether a is a role that can be given.
func (a Actor) IsRole() bool { return slices.Contains(Roles(), a) }

// Label is the role or relation in the words shown on pages.
func (a Actor) Label() string {
	return map[Actor]string{
		Officer:           "Officer",
		Reviewer:          "Equality reviewer",
		Lead:              "Equality lead",
		Clerk:             "Democratic services",
		MonitoringOfficer: "Monitoring officer",
		Member:            "Councillor",
		Administrator:     "Administrator",
		Author:            "Author",
		Editor:            "Co-author",
		Commenter:         "Invited to comment",
		Holder:            "Reviewer of this assessment",
		Service:           "The service",
		OutsideReader:     "Outside reader",
	}[a]
}

// Standing is everything a person is towards one assessment.
type Standing []Actor

// Has reports whether the standing includes any of the actors.
func (s Standing) Has(any ...Actor) bool {
	return slices.ContainsFunc(any, func(a Actor) bool { return slices.Contains(s, a) })
}
