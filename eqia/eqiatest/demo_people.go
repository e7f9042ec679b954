package eqiatest

import (
	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// The demonstration's people go by their posts.
const (
	demoHighways   = "Author, Highways"
	demoAdultCare  = "Author, Adult Care"
	demoCoAuthor   = "Co-author, Highways"
	demoReviewer   = "Equality reviewer"
	demoLead       = "Equality lead"
	demoSecondLead = "Second equality lead"
	demoClerk      = "Democratic services clerk"
	demoMonitoring = "Monitoring officer"
	demoCouncillor = "Councillor"
	demoAdmin      = "Administrator"
)

// demoPeople has someone for every role, at addresses that no mail can reach.
func demoPeople() []eqia.Person {
	return []eqia.Person{
		demoPerson(demoHighways, "author.highways"),
		demoPerson(demoAdultCare, "author.adultcare"),
		demoPerson(demoCoAuthor, "coauthor.highways"),
		demoPerson(demoReviewer, "reviewer.equality", workflow.Reviewer),
		demoPerson(demoLead, "lead.equality", workflow.Lead),
		demoPerson(demoSecondLead, "secondlead.equality", workflow.Lead),
		demoPerson(demoClerk, "clerk.democratic", workflow.Clerk),
		demoPerson(demoMonitoring, "officer.monitoring", workflow.MonitoringOfficer),
		demoPerson(demoCouncillor, "councillor", workflow.Member),
		demoPerson(demoAdmin, "administrator", workflow.Administrator),
	}
}

func demoPerson(name, address string, roles ...workflow.Actor) eqia.Person {
	return eqia.Person{Name: name, Email: address + "@demo.invalid", Roles: roles, Demo: true}
}

// account adds a person, who has no password: in a demonstration people are chosen and not signed in.
func (d *demo) account(p eqia.Person) error {
	p.ID = eqia.PersonID(d.s.NewID())
	d.who[p.Name] = p
	act := eqia.Act{At: d.clock.Now().UTC(), Kind: PersonAdded, Subject: "person/" + string(p.ID)}
	return d.s.Store.SavePerson(d.ctx, p, "", act)
}
