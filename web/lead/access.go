package lead

import (
	"cmp"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

const closedTitle = "Assessments before closed meetings"

// closedList is the restricted assessments that were put before closed meetings.
type closedList struct {
	Papers []committee.ClosedPaper
	Left   []eqia.Redaction
	Today  eqia.Day
}

// Closed lists them, those that wait for a decision first.
func (Pages) Closed(r *page.Request) error {
	list, err := r.Kit.Committee.ClosedPapers(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	left, err := r.Kit.Eqia.Redactions(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	f := r.Frame(closedTitle, "")
	f.Wide = true
	if r.Person.Holds(workflow.Reviewer, workflow.Lead) {
		f.Back = &components.BackLink{Href: "/review", Text: "Back to the review queue"}
	}
	return r.Show(f, closedPage(closedList{list, left, eqia.DayOf(r.Kit.Now())}))
}

func (v closedList) table() components.Table {
	t := components.Table{ID: "closed", Caption: "Those that wait for you come first", RowHeads: true,
		Head: []components.Cell{{Text: "Assessment"}, {Text: "Closed meeting"}, {Text: "What was decided"}, {Text: "What it waits for"}}}
	for _, p := range v.Papers {
		t.Rows = append(t.Rows, []components.Cell{{Text: p.Reference + " " + p.Title, Href: page.ToCase(p.Reference).Do("access")},
			{Text: placesOf(p)}, {Text: decidedWords(p.Decision)}, {Content: stageTag(p.Stage(v.Today)).View()}})
	}
	return t
}

// leftOutTable lists the public versions that leave words out.
func (v closedList) leftOutTable() components.Table {
	t := components.Table{ID: "left-out", Caption: "Public versions with words left out", RowHeads: true,
		Head: []components.Cell{{Text: "Assessment"}, {Text: "Grounds"}, {Text: "Look at it again"}, {Text: "What it waits for"}}}
	for _, d := range v.Left {
		tag := components.Tag{Text: "Decided", Colour: components.Green}
		switch {
		case d.Over:
			tag = components.Tag{Text: "Over", Colour: components.Grey}
		case d.Waits(v.Today):
			tag = components.Tag{Text: "Look at it again", Colour: components.Yellow}
		}
		t.Rows = append(t.Rows, []components.Cell{{Text: d.Reference + " version " + d.Number + ", " + d.Title, Href: page.ToCase(d.Reference).Version(d.Number)},
			{Text: strings.Join(document.Grounds(d.Grounds), "\n")}, {Text: d.ReviewOn.Words()}, {Content: tag.View()}})
	}
	return t
}

func stageTag(s committee.AccessStage) components.Tag {
	return components.Tag{Text: s.Label(), Colour: map[committee.AccessStage]components.Colour{committee.AccessToDecide: components.Red, committee.AccessToReview: components.Yellow,
		committee.AccessLapsed: components.Yellow, committee.AccessSettled: components.Green}[s]}
}

// placesOf names the closed meetings, a line each.
func placesOf(p committee.ClosedPaper) string {
	var out []string
	for _, at := range p.Places {
		said := at.Meeting.Committee.Name + ", " + at.Meeting.Day().Words() + ", item " + cmp.Or(at.Number, "without a number") + ": " + strings.ToLower(at.Access.Label())
		if !at.Live {
			said += " (no longer)"
		}
		out = append(out, said)
	}
	return strings.Join(out, "\n")
}

func decidedWords(d *committee.AccessDecision) string {
	if d == nil {
		return "Nothing yet"
	}
	return d.Outcome.Label() + ", decided on " + eqia.DayOf(d.At).Words() + ". Look at it again on " + d.ReviewOn.Words()
}

// access is the form that decides who may read an assessment that a meeting takes in private.
type access struct {
	Outcome    committee.AccessOutcome `form:"outcome" label:"Does it stay closed?" rule:"required" error:"Select whether it stays closed"`
	Paragraphs []string                `form:"paragraphs" label:"Which paragraphs of Schedule 12A did you look at?"`
	Reason     string                  `form:"reason,lines" label:"Why?" rule:"required,max=5000" error:"Enter why, and what the public interest is"`
	Review     form.DateParts          `form:"review" label:"When will you look at it again?" rule:"required" error:"Enter a date after today on which to look at it again"`
	Errors     form.Errors

	c      eqia.Case
	paper  committee.ClosedPaper
	today  eqia.Day
	hidden []components.Hidden
}

// Access asks whether an assessment before a closed meeting stays closed.
func (Pages) Access(r *page.Request) error {
	v, err := newAccess(r)
	if err != nil {
		return err
	}
	v.Paragraphs = v.paper.Paragraphs()
	return v.show(r)
}

func newAccess(r *page.Request) (v access, err error) {
	v.today = eqia.DayOf(r.Kit.Now())
	if v.c, err = r.Case(); err != nil {
		return v, err
	}
	v.paper, err = r.Kit.Committee.ClosedPaper(r.Ctx(), v.c)
	return v, err
}

func (v access) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	back := &components.BackLink{Href: "/review/closed", Text: "Back to the list"}
	return r.Show(page.Failed(frame(r, v.c, "Who may read it", back), v.Errors), accessPage(v))
}

// PostAccess records the decision.
func (Pages) PostAccess(r *page.Request) error {
	v, err := newAccess(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	cmd := committee.AccessCommand{Once: r.Once(), Outcome: v.Outcome, Paragraphs: v.Paragraphs, Reason: v.Reason, ReviewOn: eqia.Day(v.Review.ISO())}
	err = page.Done(r.Kit.Committee.DecideAccess(r.Ctx(), v.c, cmd))
	if errs, ok := page.Wrong(err); ok {
		if errs[0].Field == "review" {
			errs[0].ID = "review-day"
		}
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go("/review/closed", "access")
}

func outcomes() []components.Item {
	var out []components.Item
	for _, o := range committee.AccessOutcomes() {
		out = append(out, components.Item{Value: string(o), Text: o.Label()})
	}
	return out
}

func paragraphs() []components.Item {
	var out []components.Item
	for _, p := range eqia.Schedule12A() {
		out = append(out, components.Item{Value: p[0], Text: "Paragraph " + p[0], Hint: p[1]})
	}
	return out
}
