package clerk

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// drawer is everything that is with one agenda item, each part with what was found about it.
type drawer struct {
	committee.Item
	summaries []summary
	clearing  clearing
	person    eqia.Person
	request   *page.Request
}

// summary is what a linked assessment says, as its author summed it up and as its effects do.
type summary struct {
	link  committee.Link
	words string
	drawn string // the effects in words, negative ones first
}

// Check shows an agenda item with all that is with it.
func (Pages) Check(r *page.Request) error {
	i, err := item(r, staff...)
	if err != nil {
		return err
	}
	return drawer{Item: i}.showDrawer(r)
}

func (v drawer) showDrawer(r *page.Request) (err error) {
	v.person, v.request = r.Person, r
	if v.summaries, err = summaries(r, v.Item); err != nil {
		return err
	}
	f := meetingFrame(r, v.Meeting, numbered(v.Item))
	f.Wide = true
	return r.Show(page.Failed(f, v.clearing.Errors), drawerPage(v))
}

// summaries reads what the linked assessments say. Those that the person may not open are left out.
func summaries(r *page.Request, i committee.Item) ([]summary, error) {
	var out []summary
	if i.Appearance == nil {
		return nil, nil
	}
	for _, l := range i.Appearance.Live() {
		if l.Pinned.Restricted {
			continue
		}
		c, err := r.Kit.Eqia.OpenVersion(r.Ctx(), r.Person, l.Pinned.Reference, l.Pinned.Number)
		if errors.Is(err, eqia.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, summary{l, c.Content.Answers[form.QuestionSummary].Text, c.DraftSummary()})
	}
	return out, nil
}

func (v drawer) clerk() bool { return v.person.Holds(workflow.Clerk) }

func (v drawer) facts() []components.Row {
	rows := []components.Row{{Key: "What it is", Text: v.Kind.Label()}, {Key: "Who can read it", Text: v.Access.Label()}}
	if v.Twin.Title != "" {
		rows = append(rows, components.Row{Key: "Exempt part of", Content: twinLink(v.Item)})
	}
	if v.Silent {
		rows = append(rows, components.Row{Key: "Outside the meeting", Text: "Nobody is told that there is an assessment"})
	}
	if len(v.Paragraphs) > 0 {
		rows = append(rows, components.Row{Key: "Paragraphs of Schedule 12A", Text: eqia.Listed(v.Paragraphs)})
	}
	if v.PageFrom > 0 {
		rows = append(rows, components.Row{Key: "Pages in the pack", Text: strconv.Itoa(v.PageFrom) + " to " + strconv.Itoa(max(v.PageTo, v.PageFrom))})
	}
	if v.UrgentReason != "" {
		rows = append(rows, components.Row{Key: "Why it is urgent", Text: v.UrgentReason})
	}
	if a := v.Appearance; a != nil {
		rows = append(rows, components.Row{Key: "Report", Content: reportLink(a.Report)},
			components.Row{Key: "Version of the report", Text: strconv.Itoa(a.Version.No)},
			components.Row{Key: "Who answers for it", Text: cmp.Or(v.Answers(), "Not known yet")})
	}
	if h, ok := v.Holding(); ok {
		rows = append(rows, components.Row{Key: "Waits for", Text: holder{v.Item, h}.words()})
	}
	return rows
}

// The parts of the page that findings stand beside.
const (
	aboutText      = "text"
	aboutCover     = "cover"
	aboutClearance = "clearance"
	aboutRest      = ""
)

// spokenOf is the part of the page that a rule speaks of, where that is not what is linked or recorded.
var spokenOf = map[string]string{"EQ-04": aboutText, "EQ-11": aboutText, "EQ-12": aboutText, "EQ-19": aboutText, "EQ-21": aboutText, "EQ-23": aboutText,
	"EQ-05": aboutCover, "EQ-25": aboutClearance}

// found is what was found about one part, as it stands.
func (v drawer) found(part string) []committee.Finding {
	return slices.DeleteFunc(slices.Clone(v.Findings), func(f committee.Finding) bool { return spokenOf[f.Rule] != part })
}

// weighed says how much a finding weighs.
func weighed(f committee.Finding) string {
	switch {
	case f.Override != nil:
		return "Let pass"
	case f.Severity == eqia.Stop:
		return "Blocks"
	case f.Severity == eqia.Warn:
		return "Warning"
	default:
		return "To note"
	}
}

// mayPass says who may let a finding pass, or who did and why.
func mayPass(f committee.Finding) string {
	switch {
	case f.Override != nil:
		return passedWords(*f.Override) + ": " + f.Override.Public
	case f.MayPass != "":
		return "May be let pass by: " + lower(f.MayPass.Label()) + "."
	default:
		return ""
	}
}

// coverage is which link or reason covers which recommendation or live option.
func (v drawer) coverage() components.Table {
	a := v.Appearance
	t := components.Table{ID: "coverage", Caption: "What covers each recommendation and option", CaptionSize: components.Small, RowHeads: true,
		Head: []components.Cell{{Text: "Recommendation or option"}}}
	for _, l := range a.Live() {
		t.Head = append(t.Head, components.Cell{Text: l.Pinned.Reference + " version " + l.Pinned.Number})
	}
	for _, n := range a.Given() {
		t.Head = append(t.Head, components.Cell{Text: n.Code.Label()})
	}
	add := func(id committee.PointID, words string) {
		row := []components.Cell{{Text: words}}
		for _, l := range a.Live() {
			ids, _ := a.Version.Covers(l)
			row = append(row, yes(slices.Contains(ids, id)))
		}
		for _, n := range a.Given() {
			row = append(row, yes(len(n.Recommendations) == 0 || slices.Contains(n.Recommendations, id)))
		}
		t.Rows = append(t.Rows, row)
	}
	for _, p := range a.Version.Recommendations {
		add(p.ID, "Recommendation "+p.Label+": "+p.Text)
	}
	for _, o := range a.Version.Options {
		if o.Status != committee.RejectedOption {
			add(o.ID, "Option "+o.Label+": "+o.Text)
		}
	}
	return t
}

func yes(covered bool) components.Cell {
	if covered {
		return components.Cell{Text: "Covered"}
	}
	return components.Cell{Text: "Not covered"}
}

// happened lists what was done about the report at this item.
func (v drawer) happened() []components.Event {
	var out []components.Event
	a := v.Appearance
	add := func(e components.Event) {
		if !e.At.IsZero() {
			e.When = eqia.Moment(e.At)
			out = append(out, e)
		}
	}
	add(components.Event{At: a.At, Title: "The report was put on the agenda"})
	for _, l := range a.Links {
		name := l.Pinned.Reference + " version " + l.Pinned.Number
		add(components.Event{At: l.At, Title: name + " was linked", By: l.ByName, Text: linkWords(l)})
		add(components.Event{At: l.EndedAt, Title: "The link to " + name + " ended", By: l.EndedByName, Text: cmp.Or(l.WithdrawnReason, "Another link took its place.")})
	}
	for _, n := range a.Reasons {
		add(components.Event{At: n.At, Title: "A reason was recorded: " + n.Code.Label(), Text: n.Public})
		add(components.Event{At: n.AgreedAt, Title: "The reason was agreed: " + n.Code.Label(), By: n.AgreedName})
		add(components.Event{At: n.EndedAt, Title: "The reason was withdrawn: " + n.Code.Label()})
	}
	for _, o := range a.Overrides {
		add(components.Event{At: o.At, Title: "A finding of " + o.Rule + " was let pass", By: o.ByName, Text: o.Public})
		add(components.Event{At: o.EndedAt, Title: "A finding of " + o.Rule + " counts again"})
	}
	for _, c := range a.Clearances {
		add(components.Event{At: c.At, Title: c.Role.Label() + ": " + lower(c.State.Label()), By: c.ByName, Text: c.Comment})
	}
	return out
}

// sideID names the nth assessment's side of the page.
func sideID(n int) string { return "side-" + strconv.Itoa(n+1) }
