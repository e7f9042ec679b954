// Package clerk holds the pages of democratic services: committees and their meetings, agendas, the reports on them, and which
// assessment is before members with each.
package clerk

import (
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// Pages are the pages of democratic services.
type Pages struct{}

// staff lists the roles that work with meetings. Councillors read them as well.
var staff = []workflow.Actor{workflow.Clerk, workflow.Lead, workflow.MonitoringOfficer}

// only hides a page from people who hold none of the roles.
func only(r *page.Request, roles ...workflow.Actor) error {
	if !r.Person.Holds(roles...) {
		return eqia.ErrNotFound
	}
	return nil
}

// meeting is the meeting that the address names, for people who hold one of the roles.
func meeting(r *page.Request, roles ...workflow.Actor) (committee.Meeting, error) {
	if err := only(r, roles...); err != nil {
		return committee.Meeting{}, err
	}
	id, err := eqia.ParseID[committee.MeetingID](r.Param("meeting"))
	if err != nil {
		return committee.Meeting{}, err
	}
	return r.Kit.Committee.Meeting(r.Ctx(), r.Person, id)
}

// item is the agenda item that the address names, with all that is with it, for people who hold one of the roles.
func item(r *page.Request, roles ...workflow.Actor) (committee.Item, error) {
	if err := only(r, roles...); err != nil {
		return committee.Item{}, err
	}
	id, err := eqia.ParseID[committee.ItemID](r.Param("item"))
	if err != nil {
		return committee.Item{}, err
	}
	i, err := r.Kit.Committee.Item(r.Ctx(), r.Person, id)
	if err == nil && string(i.Meeting.ID) != r.Param("meeting") {
		return committee.Item{}, eqia.ErrNotFound
	}
	return i, err
}

// appeared is an item of the address that has a report on it.
func appeared(r *page.Request, roles ...workflow.Actor) (committee.Item, error) {
	i, err := item(r, roles...)
	if err == nil && i.Appearance == nil {
		return i, eqia.ErrNotFound
	}
	return i, err
}

func toMeeting(id committee.MeetingID) string { return "/meetings/" + string(id) }

// toItem is a page about an agenda item: report, link, reason and so on.
func toItem(i committee.Item, what string) string {
	return toMeeting(i.Meeting.ID) + "/items/" + string(i.ID) + "/" + what
}

func toReport(reference string) string { return "/reports/" + reference }

// toVersion is where a version of an assessment is read.
func toVersion(reference, number string) string { return page.ToCase(reference).Version(number) }

// called is a meeting as it is spoken of: the committee and the day; or a decision, by who takes it and on what day.
func called(m committee.Meeting) string {
	if !m.Committee.Kind.Sits() {
		return "Decision by " + m.Committee.Name + ", " + m.Day().Words()
	}
	return m.Committee.Name + ", " + m.Day().Words()
}

// numbered is an item's number and title.
func numbered(i committee.Item) string { return strings.TrimSpace(i.Number + " " + i.Title) }

// meetingFrame is the frame of a page about one meeting, with a link back to it.
func meetingFrame(r *page.Request, m committee.Meeting, title string) components.Page {
	f := r.Frame(title, called(m))
	f.Back = &components.BackLink{Href: toMeeting(m.ID), Text: "Back to the meeting"}
	return f
}

// wrong turns what the service says about one field into the page's list of errors. Fields that the page calls something else are
// named in other; an id that is not the field's name is put there as well.
func wrong(err error, other map[string]form.FieldError) (form.Errors, bool) {
	errs, ok := page.Wrong(err)
	for i, e := range errs {
		if o, found := other[e.Field]; found {
			errs[i].Field, errs[i].ID = o.Field, o.ID
		}
	}
	return errs, ok
}

// lower puts a role in the middle of a sentence.
func lower(role string) string {
	if role == "" {
		return role
	}
	return strings.ToLower(role[:1]) + role[1:]
}

// tag is how far an item has come. The words carry the meaning; the colour repeats it.
func tag(state committee.Readiness) components.Tag {
	return components.Tag{Text: state.Label(), Colour: map[committee.Readiness]components.Colour{committee.NotStarted: components.Grey,
		committee.Blocked: components.Red, committee.Warnings: components.Yellow, committee.NothingOutstanding: components.Green}[state]}
}
