package lead

import (
	"cmp"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// head names the columns; the two that the list can be sorted by are links.
func (q queue) head() []components.Cell {
	age, meeting := components.Cell{Text: "Waiting", Href: q.address("", nil), Unseen: "longest first"},
		components.Cell{Text: "Nearest meeting", Href: q.address(byMeeting, nil), Unseen: "first"}
	if q.Sort == byMeeting {
		meeting.Sort = "ascending"
	} else {
		age.Sort = "descending"
	}
	return []components.Cell{{Text: "Assessment"}, {Text: "Author"}, age, meeting, {Text: "Reviewer"}, {Text: "Stage"}, {Text: "Next step"}}
}

func (q queue) rows() [][]components.Cell {
	out := make([][]components.Cell, len(q.lines))
	for i, l := range q.lines {
		reviewer := components.Cell{Text: cmp.Or(l.ReviewerName, "Nobody yet")}
		if l.Reviewer != "" {
			reviewer.Href, reviewer.Unseen = "/review?with="+string(l.Reviewer), "has "+l.Reference+": see all of theirs"
		}
		out[i] = []components.Cell{{Content: queueTitle(l)}, {Text: l.AuthorName}, {Content: q.age(l)}, {Content: q.meeting(l)}, reviewer,
			{Content: page.StateTag(l.State).View()}, {Content: q.step(l)}}
	}
	return out
}

// atTeam reports whether an assessment waits for the equality team.
func atTeam(h eqia.Header) bool {
	return !h.SubmittedAt.IsZero() && (h.State == workflow.Submitted || h.State == workflow.InReview)
}

// waiting says how long an assessment has been with the equality team: "12 working days (since 4 June 2026)".
func waiting(pace eqia.Standards, h eqia.Header, now time.Time) string {
	if !atTeam(h) {
		return "Not with us"
	}
	days, since := pace.Waited(h.SubmittedAt, now), eqia.DayOf(h.SubmittedAt).Words()
	return components.Count(days, "working day", "working days") + " (since " + since + ")"
}

// dueDay is the day by which the team has to be done with an assessment; "" when it is not with the team. An urgent sign-off is due for
// its review.
func (q queue) dueDay(l eqia.Line) eqia.Day {
	switch {
	case l.Urgent.Outstanding():
		return l.Urgent.Due
	case atTeam(l.Header):
		return q.request.Kit.Eqia.Pace.ReviewBy(l.SubmittedAt)
	}
	return ""
}

// past reports whether a day is over.
func (q queue) past(d eqia.Day) bool { return d != "" && d < eqia.DayOf(q.request.Kit.Now()) }

// signBy is the day by which an assessment has to be signed for its nearest meeting; "" when it is signed, or goes to none.
func (q queue) signBy(l eqia.Line) eqia.Day {
	if l.Meeting.StartsAt.IsZero() || !l.State.Open() {
		return ""
	}
	return q.request.Kit.Eqia.Pace.SignBy(l.Meeting.StartsAt, l.Meeting.AgendaOn)
}

// lineAddress leads to the review while there is one, and to the record otherwise.
func lineAddress(l eqia.Line) string {
	if l.State == workflow.Submitted || l.State == workflow.InReview {
		return page.ToCase(l.Reference).Do("review")
	}
	if l.Urgent.Outstanding() {
		return page.ToCase(l.Reference).Version(l.Number())
	}
	return page.ToCase(l.Reference).Do("read")
}

// takeHidden is what the button to take a review carries: the revision that the list shows, and a key of its own.
func (q queue) takeHidden(l eqia.Line) []components.Hidden {
	return []components.Hidden{page.Counter(l.Revision), q.request.Key()}
}
