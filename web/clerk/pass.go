package clerk

import (
	"context"
	"errors"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// passing is the form that lets a finding pass, with the reason.
type passing struct {
	Public  string `form:"public,lines" label:"Why can this pass?" rule:"required,max=5000" error:"Enter the reason in at least 20 characters, in words the public can read"`
	How     string `form:"how" label:"How did the monitoring officer agree, and when?" rule:"max=200"`
	Private string `form:"private,lines" label:"Private note" rule:"max=5000"`
	Errors  form.Errors

	item    committee.Item
	finding committee.Finding
	role    workflow.Actor
	told    bool // the clerk records what the monitoring officer agreed to
	hidden  []components.Hidden
}

// errSettled means that no rule says any more what the address names, or that it was let pass meanwhile.
var errSettled = errors.New("the finding is settled")

// Pass asks why a finding can pass.
func (Pages) Pass(r *page.Request) error {
	v, err := newPassing(r)
	if errors.Is(err, errSettled) {
		return r.Go(toMeeting(v.item.Meeting.ID), "")
	}
	if err != nil {
		return err
	}
	return v.show(r)
}

// newPassing finds what the address names by its mark. For a person who may not let it pass the page is not there.
func newPassing(r *page.Request) (v passing, err error) {
	if v.item, err = appeared(r, staff...); err != nil {
		return v, err
	}
	mark, err := eqia.ParseMark(r.Param("mark"))
	if err != nil {
		return v, err
	}
	v.finding, err = v.item.Found(mark)
	if errors.Is(err, eqia.ErrNotFound) || v.finding.Override != nil {
		return v, errSettled
	}
	if v.role, v.told = v.finding.PassedBy(r.Person); v.role == "" {
		return v, eqia.ErrNotFound
	}
	return v, err
}

func (v passing) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, "Let this pass"), v.Errors), passingPage(v))
}

// PostPass records the reason. A clerk's word for the monitoring officer holds until it is confirmed, or the next working day is over.
func (Pages) PostPass(r *page.Request) error {
	v, err := newPassing(r)
	if errors.Is(err, errSettled) {
		return r.Go(toMeeting(v.item.Meeting.ID), "")
	}
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	_, err = r.Kit.Committee.Pass(r.Ctx(), r.Person, v.item.Appearance.ID, committee.PassCommand{Once: r.Once(), Mark: v.finding.Mark(), Public: v.Public,
		Private: v.Private, How: v.How})
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(toMeeting(v.item.Meeting.ID), "passed")
}

// facts are what the rule is about and who may let it pass.
func (v passing) facts() []components.Row {
	return []components.Row{{Key: "Rule", Text: v.finding.Rule + ": " + v.finding.Title}, {Key: "Why it matters", Text: v.finding.Why},
		{Key: "Where it comes from", Text: basisWords(v.finding.Basis)}, {Key: "Who may let it pass", Text: v.role.Label()}}
}

func (v passing) action() string { return toItem(v.item, "pass/"+v.finding.Mark()) }

// PostConfirmPass confirms what a clerk recorded for the monitoring officer.
func (Pages) PostConfirmPass(r *page.Request) error {
	return settlePass(r, r.Kit.Committee.ConfirmPass, "pass-confirmed")
}

// PostEndPass ends a pass, which is kept; its finding counts again.
func (Pages) PostEndPass(r *page.Request) error {
	return settlePass(r, r.Kit.Committee.EndPass, "pass-ended")
}

// settlePass does something to the pass that the address names, and goes back to where it was shown.
func settlePass(r *page.Request, do func(context.Context, eqia.Person, committee.OverrideID, committee.Settling) error, flash string) error {
	i, err := appeared(r, staff...)
	if err != nil {
		return err
	}
	n := slices.IndexFunc(i.Appearance.Overrides, func(o committee.Override) bool { return string(o.ID) == r.Param("pass") })
	if n < 0 {
		return eqia.ErrNotFound
	}
	at := committee.Settling{Once: r.Once(), Counter: r.Seen()}
	if err := page.Done(do(r.Ctx(), r.Person, i.Appearance.Overrides[n].ID, at)); err != nil {
		return err
	}
	if r.Posted("from") == "passes" {
		return r.Go("/meetings/passes", flash)
	}
	return r.Go(toMeeting(i.Meeting.ID), flash)
}

// Passes lists what was let pass for the monitoring officer and waits to be confirmed.
func (Pages) Passes(r *page.Request) error {
	if err := only(r, workflow.MonitoringOfficer); err != nil {
		return err
	}
	list, err := r.Kit.Committee.Unconfirmed(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	f := r.Frame("Passes to confirm", "Meetings")
	f.Back = &components.BackLink{Href: "/meetings", Text: "Back to meetings"}
	return r.Show(f, passesPage(list, r))
}

// passRows says what was let pass, and on whose word.
func passRows(w committee.WaitingPass) []components.Row {
	o := w.Override
	rows := []components.Row{{Key: "Meeting", Text: called(w.Item.Meeting)}, {Key: "Rule", Text: o.Rule + ": " + ruleTitle(o.Rule)},
		{Key: "Reason", Text: o.Public}, {Key: "Recorded by", Text: o.ByName + " on " + eqia.Moment(o.At)}, {Key: "You agreed", Text: o.AgreedHow},
		{Key: "Holds until", Text: "The end of " + o.ConfirmBy.Words()}}
	if o.Private != "" {
		rows = append(rows, components.Row{Key: "Private note", Text: o.Private})
	}
	return rows
}

func ruleTitle(id string) string {
	rules := committee.Rules()
	n := slices.IndexFunc(rules, func(r committee.Rule) bool { return r.ID == id })
	if n < 0 {
		return ""
	}
	return rules[n].Title
}

// passedWords says on whose word a finding passes, and until when.
func passedWords(o committee.Override) string {
	words := "Passed by: " + lower(o.Role.Label())
	if o.AgreedHow != "" {
		words += ", " + o.AgreedHow + ", recorded by " + o.ByName
	}
	switch {
	case o.Waits():
		words += ". It holds until the end of " + o.ConfirmBy.Words() + " unless it is confirmed"
	case !o.ConfirmedAt.IsZero():
		words += ". Confirmed on " + eqia.DayOf(o.ConfirmedAt).Words()
	}
	return words
}

// said lists what the rules found about an item: what is left, what only informs, and what was let pass.
func said(i committee.Item) (left, informs, passed []committee.Finding) {
	for _, f := range i.Findings {
		switch {
		case f.Override != nil:
			passed = append(passed, f)
		case f.Severity == eqia.Inform:
			informs = append(informs, f)
		default:
			left = append(left, f)
		}
	}
	return left, informs, passed
}
