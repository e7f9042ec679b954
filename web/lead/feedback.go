package lead

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

const feedbackTitle = "Feedback from the public"

// Feedback lists what people said about published assessments, what waits first.
func (Pages) Feedback(r *page.Request) error {
	list, err := r.Kit.Eqia.FeedbackList(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	f := r.Frame(feedbackTitle, "")
	f.Wide = true
	f.Back = &components.BackLink{Href: "/review", Text: "Back to the review queue"}
	return r.Show(f, feedbackPage(list))
}

// feedbackTable is the list as a table.
func feedbackTable(list []eqia.Feedback) components.Table {
	t := components.Table{ID: "feedback", Caption: "What waits for you comes first", RowHeads: true,
		Head: []components.Cell{{Text: "Assessment"}, {Text: "What was said"}, {Text: "Received"}, {Text: "What was decided"}}}
	for _, f := range list {
		t.Rows = append(t.Rows, []components.Cell{{Text: f.Reference + " version " + f.Number, Unseen: "received " + eqia.Moment(f.At), Href: decideAt(f)},
			{Text: cut(f.Text)}, {Text: eqia.DayOf(f.At).Words()}, {Content: decidedTag(f.State).View()}})
	}
	return t
}

// mostCut is how many letters of a text a list shows.
const mostCut = 150

func cut(text string) string {
	if letters := []rune(text); len(letters) > mostCut {
		return string(letters[:mostCut]) + "…"
	}
	return text
}

func decidedTag(s eqia.FeedbackState) components.Tag {
	return map[eqia.FeedbackState]components.Tag{eqia.FeedbackWaiting: {Text: "Decide", Colour: components.Red},
		eqia.FeedbackShown: {Text: "Shown", Colour: components.Green}, eqia.FeedbackHidden: {Text: "Not shown", Colour: components.Grey}}[s]
}

func decideAt(f eqia.Feedback) string { return "/review/feedback/" + string(f.ID) }

// deciding is the form that decides on feedback.
type deciding struct {
	State  eqia.FeedbackState `form:"state" label:"Is it shown?"`
	Shown  string             `form:"shown,lines" label:"What the public reads" rule:"max=4000"`
	Answer string             `form:"answer,lines" label:"The council’s answer" rule:"max=4000"`
	Errors form.Errors

	f   eqia.Feedback
	key components.Hidden
}

// Decide shows one thing that someone said, and asks what becomes of it.
func (Pages) Decide(r *page.Request) error {
	v, err := newDeciding(r)
	if err != nil {
		return err
	}
	v.Shown, v.Answer = v.f.Shown, v.f.Answer
	if v.f.State == eqia.FeedbackWaiting {
		v.Shown = v.f.Text
	} else {
		v.State = v.f.State
	}
	return v.show(r)
}

func newDeciding(r *page.Request) (v deciding, err error) {
	id, err := eqia.ParseID[eqia.FeedbackID](r.Param("feedback"))
	if err != nil {
		return v, err
	}
	v.f, err = r.Kit.Eqia.FeedbackOn(r.Ctx(), r.Person, id)
	return v, err
}

func (v deciding) show(r *page.Request) error {
	v.key = r.Key()
	f := r.Frame("Decide on feedback", v.f.Reference)
	f.Back = &components.BackLink{Href: "/review/feedback", Text: "Back to the list"}
	return r.Show(page.Failed(f, v.Errors), decidePage(v))
}

// PostDecide records what becomes of it.
func (Pages) PostDecide(r *page.Request) error {
	v, err := newDeciding(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	err = page.Done(r.Kit.Eqia.DecideFeedback(r.Ctx(), r.Person, v.f, eqia.DecideCommand{Once: r.Once(), State: v.State, Shown: v.Shown, Answer: v.Answer}))
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go("/review/feedback", "access")
}

// about says what the feedback is about, when it came, and where an answer can be sent.
func (v deciding) about() []components.Row {
	rows := []components.Row{{Key: "Assessment", Text: v.f.Title}, {Key: "Reference and version", Text: v.f.Reference + ", version " + v.f.Number},
		{Key: "Received", Text: eqia.Moment(v.f.At)}, {Key: "What was said", Text: v.f.Text}}
	if v.f.Email != "" {
		rows = append(rows, components.Row{Key: "Email address, for an answer", Text: v.f.Email})
	}
	return rows
}

func feedbackStates() []components.Item {
	var out []components.Item
	for _, s := range eqia.FeedbackStates() {
		out = append(out, components.Item{Value: string(s), Text: s.Label()})
	}
	return out
}
