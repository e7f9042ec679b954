package clerk

import (
	"slices"
	"strconv"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// Minutes lists the reports of a meeting with what became of each, what was asked and what was promised.
func (Pages) Minutes(r *page.Request) error {
	m, err := meeting(r, staff...)
	if err != nil {
		return err
	}
	f := meetingFrame(r, m, "Minutes")
	f.Wide = true
	return r.Show(f, minutesPage(sat{Meeting: m, person: r.Person, request: r}))
}

// minutes is the table of what became of each report.
func (v sat) minutes() components.Table {
	t := components.Table{ID: "minutes", Caption: "What became of each report", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Item"}, {Text: "Outcome"}, {Text: "The assessment"}, {Text: "Points and promises"}, {Text: "Next steps"}}}
	for _, i := range v.Items {
		if i.Appearance != nil {
			t.Rows = append(t.Rows, []components.Cell{{Text: numbered(i)}, {Content: outcomeCell(*i.Appearance)}, {Content: consideredCell(i)},
				{Text: raised(*i.Appearance)}, {Content: linkList(v.afterwards(i), "for item "+numbered(i))}})
		}
	}
	return t
}

// raised counts what was raised at an item and what was promised.
func raised(a committee.Appearance) string {
	if len(a.Challenges)+len(a.Commitments) == 0 {
		return "Nothing recorded"
	}
	open := 0
	for _, m := range a.Commitments {
		if m.ClosedAt.IsZero() {
			open++
		}
	}
	return counted(len(a.Challenges), "point", "points") + ", " + counted(open, "promise open", "promises open")
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// removals lists what can be taken off an agenda because it was put there by mistake.
func (v sat) removals(i committee.Item) []components.Link {
	switch {
	case !v.clerk():
		return nil
	case i.Appearance == nil:
		return []components.Link{{Text: "Remove the item", Href: toItem(i, "remove")}}
	case len(i.Appearance.Links)+len(i.Appearance.Reasons) == 0:
		return []components.Link{{Text: "Take the report off", Href: toItem(i, "take-off")}}
	}
	return nil
}

// afterwards lists what can be recorded about a report once its papers are out.
func (v sat) afterwards(i committee.Item) []components.Link {
	out := []components.Link{{Text: "Points that were raised", Href: toItem(i, "points")}, {Text: "What was promised", Href: toItem(i, "promises")}}
	if v.clerk() {
		out = append([]components.Link{{Text: "Record the outcome", Href: toItem(i, "outcome")}}, out...)
	}
	return out
}

// outcome is the form that records what became of a report.
type outcome struct {
	Role       committee.Role       `form:"role" label:"What was the report there for?"`
	Outcome    committee.Outcome    `form:"outcome" label:"What became of the report?" rule:"required" error:"Select what became of the report"`
	Considered committee.Considered `form:"considered" label:"How did members take up the assessment?"`
	Resolution string               `form:"resolution,lines" label:"What was resolved" rule:"max=20000"`
	Amendments string               `form:"amendments,lines" label:"What members changed" rule:"max=20000"`
	Added      string               `form:"added,lines" label:"Recommendations that members added" rule:"max=20000"`
	Origin     committee.Origin     `form:"origin" label:"Who put them?"`
	Minute     string               `form:"minute,lines" label:"Words for the minutes" rule:"max=20000"`
	Errors     form.Errors

	item   committee.Item
	hidden []components.Hidden
}

// Outcome asks what became of a report. With ?words=suggested the minutes begin with the suggested words, for the clerk to change.
func (Pages) Outcome(r *page.Request) error {
	i, err := appeared(r, workflow.Clerk)
	if err != nil {
		return err
	}
	d := i.Appearance.Decision
	v := outcome{Role: d.Role, Outcome: d.Outcome, Considered: d.Considered, Resolution: d.Resolution, Amendments: d.Amendments, Minute: d.Minute,
		Origin: usual(i), item: i}
	if r.Query("words") == "suggested" && v.Minute == "" {
		v.Minute = i.Clause()
	}
	return v.show(r)
}

// usual is who most likely put what was added to an item.
func usual(i committee.Item) committee.Origin {
	switch {
	case i.Kind == committee.Motion:
		return committee.ByMotion
	case i.Meeting.Committee.Kind == committee.Cabinet:
		return committee.CabinetAmendment
	}
	return committee.CommitteeAmendment
}

func (v outcome) show(r *page.Request) error {
	v.hidden = []components.Hidden{page.Counter(v.item.Appearance.Counter), r.Key()}
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, "Record the outcome"), v.Errors), outcomePage(v))
}

// PostOutcome records it. What members added becomes a version of the report.
func (Pages) PostOutcome(r *page.Request) error {
	i, err := appeared(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := outcome{item: i}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	err = page.Done(r.Kit.Committee.Decide(r.Ctx(), r.Person, i.Appearance.ID, committee.DecideCommand{Once: r.Once(), Counter: r.Seen(), Added: v.Added, Origin: v.Origin,
		Decision: committee.Decision{Role: v.Role, Outcome: v.Outcome, Resolution: v.Resolution, Amendments: v.Amendments, Considered: v.Considered, Minute: v.Minute}}))
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toMeeting(i.Meeting.ID)+"/minutes", "decided")
}

func roles() []components.Item {
	out := []components.Item{{Text: "Not recorded"}}
	for _, x := range committee.Roles() {
		out = append(out, components.Item{Value: string(x), Text: x.Label()})
	}
	return out
}

func outcomes() []components.Item {
	var out []components.Item
	for _, x := range committee.Outcomes() {
		out = append(out, components.Item{Value: string(x), Text: x.Label()})
	}
	return out
}

func consideredWays() []components.Item {
	var out []components.Item
	for _, x := range committee.ConsideredWays() {
		out = append(out, components.Item{Value: string(x), Text: x.Label()})
	}
	return out
}

func origins() []components.Item {
	var out []components.Item
	for _, x := range committee.Origins() {
		out = append(out, components.Item{Value: string(x), Text: x.Label()})
	}
	return out
}

// nextMeetings lists where else the report goes after this meeting, so that the clerk sees where a change has to be assessed.
func nextMeetings(i committee.Item) []committee.Item {
	return slices.DeleteFunc(slices.Clone(i.Appearance.Journey), func(o committee.Item) bool { return !o.Meeting.StartsAt.After(i.Meeting.StartsAt) })
}

func nextWords(i committee.Item) string {
	return "It goes on to " + called(i.Meeting) + " as item " + numbered(i) + ", with version " + strconv.Itoa(i.Appearance.Version.No) + " of the report."
}
