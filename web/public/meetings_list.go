package public

import (
	"cmp"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

const meetingsName = "Council meetings"

// council is the meetings the public may know of, those to come and those that were.
type council struct {
	Ahead, Past []committee.Meeting
}

// CouncilMeetings lists the meetings the public may know of.
func (Pages) CouncilMeetings(r *page.Request) error {
	list, err := r.Kit.Committee.PublicDiary(r.Ctx())
	if err != nil {
		return err
	}
	var v council
	today := eqia.DayOf(r.Kit.Now())
	for _, m := range list {
		if m.Day() < today {
			v.Past = append([]committee.Meeting{m}, v.Past...)
		} else {
			v.Ahead = append(v.Ahead, m)
		}
	}
	keep(r)
	return r.Show(frame(r, meetingsName, ""), councilPage(v))
}

func meetingTable(id, caption string, list []committee.Meeting) components.Table {
	t := components.Table{ID: id, Caption: caption, CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Meeting"}, {Text: "Date and time"}, {Text: "Venue"}, {Text: "Status"}}}
	for _, m := range list {
		t.Rows = append(t.Rows, []components.Cell{{Text: m.Committee.Name, Href: toMeeting(m.ID), Unseen: "on " + m.Day().Words()},
			{Text: eqia.Moment(m.StartsAt)}, {Text: cmp.Or(m.Venue, "Not known yet")}, {Text: m.Status.Label()}})
	}
	return t
}

// CouncilMeeting shows one meeting with the open items of its agenda, and what is published of the assessments with them.
func (Pages) CouncilMeeting(r *page.Request) error {
	id, err := eqia.ParseID[committee.MeetingID](r.Param("meeting"))
	if err != nil {
		return err
	}
	m, err := r.Kit.Committee.PublicMeeting(r.Ctx(), id)
	if err != nil {
		return err
	}
	f := frame(r, m.Committee.Name+", "+m.Day().Words(), meetingsName)
	f.Crumbs = []components.Link{{Text: meetingsName, Href: "/council-meetings"}}
	keep(r)
	return r.Show(f, councilMeetingPage(m))
}

func meetingFacts(m committee.Meeting) []components.Row {
	return []components.Row{{Key: "Date and time", Text: eqia.Moment(m.StartsAt)}, {Key: "Venue", Text: cmp.Or(m.Venue, "Not known yet")},
		{Key: "Status", Text: m.Status.Label()}}
}

func itemName(i committee.Item) string { return strings.TrimSpace(i.Number + " " + i.Title) }

// toPublished is the public page of the version that was linked, whatever has come after it.
func toPublished(l committee.Link) components.Link {
	return components.Link{Text: "Equality impact assessment " + l.Pinned.Reference + ", version " + l.Pinned.Number,
		Href: "/assessments/" + l.Pinned.Reference + "/v/" + l.Pinned.Number}
}
