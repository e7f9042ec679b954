package eqiatest

import (
	"fmt"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// The people of tests and demos are posts, not persons: each has an account of its own and the roles that go with the post.

// Author starts assessments.
func Author() eqia.Person { return person(1, "Author, Highways", "author.highways") }

// CoAuthor is invited to write.
func CoAuthor() eqia.Person { return person(2, "Co-author, Libraries", "author.libraries") }

// Adviser is invited to comment.
func Adviser() eqia.Person { return person(3, "Adviser, Public Health", "adviser.health") }

// Reviewer is in the equality team.
func Reviewer() eqia.Person {
	return person(4, "Reviewer, Equality Team", "reviewer.equality", workflow.Reviewer)
}

// Lead signs assessments off.
func Lead() eqia.Person {
	return person(5, "Lead, Equality Team", "lead.equality", workflow.Lead)
}

// DeputyLead signs assessments off that the lead helped to write.
func DeputyLead() eqia.Person {
	return person(6, "Deputy lead, Equality Team", "deputy.equality", workflow.Lead, workflow.Reviewer)
}

// Clerk puts assessments before meetings.
func Clerk() eqia.Person {
	return person(7, "Clerk, Democratic Services", "clerk.democratic", workflow.Clerk)
}

// MonitoringOfficer may allow a contributor to sign.
func MonitoringOfficer() eqia.Person {
	return person(8, "Monitoring officer, Legal", "monitoring.legal", workflow.MonitoringOfficer)
}

// Member reads the papers of their meetings.
func Member() eqia.Person {
	return person(9, "Councillor, Overview Committee", "member.overview", workflow.Member)
}

// Administrator keeps accounts.
func Administrator() eqia.Person {
	return person(10, "Administrator, Digital Services", "admin.digital", workflow.Administrator)
}

// People lists everyone, in the order of the journey.
func People() []eqia.Person {
	return []eqia.Person{Author(), CoAuthor(), Adviser(), Reviewer(), Lead(), DeputyLead(), Clerk(), MonitoringOfficer(), Member(), Administrator()}
}

// person has an identifier that is the same in every test, and an address that no mail can reach.
func person(no int, name, address string, roles ...workflow.Actor) eqia.Person {
	return eqia.Person{ID: eqia.PersonID(fmt.Sprintf("01JD%022d", no)), Email: address + "@council.example", Name: name, Roles: roles}
}
