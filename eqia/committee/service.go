package committee

import (
	"context"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Service is everything people can do on the committee side. It asks whether the person may, and makes one change.
type Service struct {
	Store       Store
	Assessments eqia.Store
	Forms       func(ctx context.Context, profile, version string) (form.Profile, error) // a council's form that knows a version
	Now         func() time.Time
	NewID       func() string
	Calendar    *eqia.WorkCalendar // nil for every weekday

	ReadMeetings func(raw []byte) (ReadMeetings, error)                                             // reads what a committee system gives out
	Exposes      func(ctx context.Context, v eqia.Version) ([]eqia.Finding, error)                  // looks for personal details and small numbers; nil for nobody who looks
	Differs      func(ctx context.Context, reference, number, words string) (places int, err error) // counts where a copy's words are not those of a version
	ReadPages    func(ctx context.Context, file []byte) (pages []string, err error)                 // reads the words of a PDF, page by page
}

// The acts of the committee side, as the audit names them.
const (
	ActCommittee       workflow.Event = "committee.add"
	ActMeeting         workflow.Event = "committee.meeting"
	ActEditMeeting     workflow.Event = "committee.edit_meeting"
	ActAgenda          workflow.Event = "committee.agenda"
	ActEditItem        workflow.Event = "committee.edit_item"
	ActRemoveItem      workflow.Event = "committee.remove_item"
	ActReport          workflow.Event = "committee.report"
	ActEditReport      workflow.Event = "committee.edit_report"
	ActReviseReport    workflow.Event = "committee.revise_report"
	ActUse             workflow.Event = "committee.use_version"
	ActAppear          workflow.Event = "committee.appear"
	ActTakeOff         workflow.Event = "committee.take_off"
	ActExpect          workflow.Event = "committee.expect"
	ActNotExpect       workflow.Event = "committee.not_expect"
	ActLink            workflow.Event = "committee.link"
	ActReplaceLink     workflow.Event = "committee.replace_link"
	ActWithdrawLink    workflow.Event = "committee.withdraw_link"
	ActReason          workflow.Event = "committee.reason"
	ActAgreeReason     workflow.Event = "committee.agree_reason"
	ActWithdrawReason  workflow.Event = "committee.withdraw_reason"
	ActPublish         workflow.Event = "committee.publish"
	ActState           workflow.Event = "committee.state"
	ActDecide          workflow.Event = "committee.decide"
	ActChallenge       workflow.Event = "committee.challenge"
	ActAnswerChallenge workflow.Event = "committee.answer_challenge"
	ActPromise         workflow.Event = "committee.promise"
	ActClosePromise    workflow.Event = "committee.close_promise"
	ActTell            workflow.Event = "committee.tell"
	actRead            workflow.Event = "committee.read"
	ActPutText         workflow.Event = "committee.put_text"
	ActClose           workflow.Event = "committee.close"
	ActDecideAccess    workflow.Event = "committee.decide_access"
	ActCalendarLink    workflow.Event = "calendar.link"
	ActEndCalendarLink workflow.Event = "calendar.end_link"
)

// Did is how a history says an act, after the name of the person who did it; empty for an act that is not of the committee side.
func Did(act workflow.Event) string {
	return map[workflow.Event]string{
		ActCommittee: "added a committee", ActMeeting: "added a meeting", ActEditMeeting: "changed a meeting",
		ActAgenda: "added agenda items", ActEditItem: "changed an agenda item", ActRemoveItem: "removed an agenda item",
		ActReport: "added a report", ActEditReport: "changed a report", ActReviseReport: "added a version of a report",
		ActAppear: "put a report on an agenda", ActTakeOff: "took a report off an agenda",
		ActExpect: "noted that it is expected at a meeting", ActNotExpect: "noted that it is not expected at a meeting",
		ActLink: "linked it to a committee report", ActReplaceLink: "replaced a link to a committee report",
		ActWithdrawLink: "withdrew a link to a committee report", ActReason: "recorded why there is no assessment",
		ActDecide: "recorded what became of a report", ActChallenge: "recorded a point that a councillor raised",
		ActAnswerChallenge: "recorded what came of a point that a councillor raised", ActPromise: "recorded what was promised to members",
		ActClosePromise: "recorded what was done about a promise", ActTell: "recorded how members were told of a change",
		ActPublish: "recorded an agenda as published", ActState: "stated again when an agenda was published",
		ActUse:        "put another version of a report on an agenda",
		ActClear:      "recorded a clearance",
		ActChase:      "asked the author to go on, for a meeting",
		ActImportPlan: "brought in a forward plan", ActPlanItem: "changed an item of a plan", ActTakeOver: "took over what the plan says",
		ActMatch: "said whether an item of a plan is a report", ActPlanLink: "linked it to an item of a plan",
		ActPlanUnlink: "took it off an item of a plan", ActBring: "brought a file", ActDrop: "dropped a file",
		ActClose: "restricted it, as a meeting takes it in private", ActDecideAccess: "decided who may read it",
		ActPutText:      "put an equality section in a report",
		ActCalendarLink: "made an address for their calendar", ActEndCalendarLink: "ended the address of their calendar",
		ActPass: "let a finding of the committee’s rules pass", ActConfirmPass: "confirmed that a finding may pass",
		ActCheckPack: "checked a pack",
		ActEndPass:   "ended what let a finding pass", ActRules: "changed the rule book",
		ActImportMeetings: "brought in meetings", ActFetch: "asked the committee system",
		ActAgreeReason: "agreed why there is no assessment", ActWithdrawReason: "withdrew a reason for having no assessment",
	}[act]
}

var readers = []workflow.Actor{workflow.Clerk, workflow.Lead, workflow.MonitoringOfficer}

// may refuses a person who holds none of the roles, with *workflow.Refusal.
func may(by eqia.Person, act workflow.Event, roles ...workflow.Actor) error {
	if by.Holds(roles...) {
		return nil
	}
	return &workflow.Refusal{Event: act, Why: workflow.NotYours}
}

// act is the audit's note of what was done, to what.
func (s *Service) act(by eqia.Person, kind workflow.Event, subject string) eqia.Act {
	return eqia.Act{At: s.Now().UTC().Truncate(time.Microsecond), By: by.ID, Kind: kind, Subject: subject, Facts: map[string]string{}}
}

// Committees is every committee, by name, for those who work with meetings.
func (s *Service) Committees(ctx context.Context, by eqia.Person) ([]Committee, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	return s.Store.Committees(ctx)
}

// AddCommittee adds a committee and gives its identifier. Clerks may.
func (s *Service) AddCommittee(ctx context.Context, by eqia.Person, c Committee, once string) (ID, error) {
	if err := may(by, ActCommittee, workflow.Clerk); err != nil {
		return "", err
	}
	if err := c.validate(); err != nil {
		return "", err
	}
	c.ID, c.Counter, c.Active = ID(s.NewID()), 0, true
	act := s.act(by, ActCommittee, "committee/"+string(c.ID))
	return c.ID, s.Store.Write(ctx, &Change{Once: once, Result: string(c.ID), Committee: &c, Acts: []eqia.Act{act}})
}
