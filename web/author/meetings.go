package author

import (
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// meetingRows lists the meetings an assessment goes to or has been at, newest first, each with how it is with the report there. Places it
// was taken away from are left out.
func meetingRows(r *page.Request, c eqia.Case) ([]components.Row, error) {
	if !c.Placed {
		return nil, nil
	}
	list, err := r.Kit.Committee.Appearances(r.Ctx(), c)
	var out []components.Row
	for _, a := range list {
		if a.EndedAt.IsZero() {
			out = append(out, meetingRow(a, r.Person))
		}
	}
	return out, err
}

func meetingRow(a committee.Appeared, by eqia.Person) components.Row {
	row := components.Row{Key: a.Meeting.Committee.Name + ", " + a.Meeting.Day().Words(), Text: meetingWords(a, by)}
	if by.Holds(workflow.Clerk, workflow.Lead, workflow.MonitoringOfficer, workflow.Member) {
		row.Actions = []components.Link{{Text: "See the meeting", Unseen: "of " + row.Key + ", item " + a.ItemNumber, Href: "/meetings/" + string(a.Meeting.ID)}}
	}
	return row
}

// meetingWords says at which item the assessment is, and how. An item that is closed keeps its title from councillors.
func meetingWords(a committee.Appeared, by eqia.Person) string {
	item := strings.TrimSpace("Item " + a.ItemNumber + " " + a.ItemTitle)
	closed := a.Access.Closed()
	if closed && by.Holds(workflow.Member) {
		item = "Item " + a.ItemNumber + ", which is closed"
	}
	if a.Expected() {
		return item + "\nExpected, not linked yet"
	}
	how := "Version " + a.Number + ". " + a.Relation.Label()
	if a.Appendix != "" {
		how += ", " + a.Appendix
	}
	return item + "\n" + how
}
