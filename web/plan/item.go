package plan

import (
	"cmp"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// item is the page of one item of a plan, with the forms on it.
type item struct {
	committee.Planned
	Errors form.Errors
	typed  string // the reference that was typed in the form with something to put right

	needed  committee.Needed
	found   []eqia.Finding
	held    []committee.FieldChange
	likely  []committee.Likely
	expects []expectable
	clerk   bool
	request *page.Request
}

// expectable is an assessment of the item that could be noted as expected with its report at a meeting.
type expectable struct {
	Reference  string
	Appearance committee.AppearanceID
	Meeting    committee.Meeting
}

// known is the item that the address names, for people who hold one of the roles.
func known(r *page.Request, roles ...workflow.Actor) (committee.Planned, error) {
	if err := only(r, roles...); err != nil {
		return committee.Planned{}, err
	}
	id, err := eqia.ParseID[committee.PlanItemID](r.Param("item"))
	if err != nil {
		return committee.Planned{}, err
	}
	return r.Kit.Committee.PlanItem(r.Ctx(), r.Person, id)
}

// Item shows one item: what the plan says, by when it needs an assessment and why, and what belongs to it.
func (Pages) Item(r *page.Request) error {
	p, err := known(r, staff...)
	if err != nil {
		return err
	}
	return (&item{Planned: p}).show(r)
}

func (v *item) show(r *page.Request) error {
	v.clerk, v.request = r.Person.Holds(workflow.Clerk), r
	v.needed, v.found = r.Kit.Committee.NeededFor(v.PlanItem), r.Kit.Committee.PlanFindings(v.Planned)
	var err error
	if v.held, err = r.Kit.Committee.HeldBack(r.Ctx(), r.Person, v.PlanItem); err != nil {
		return err
	}
	if v.likely, err = r.Kit.Committee.Likely(r.Ctx(), r.Person, v.Planned); err != nil {
		return err
	}
	if err := v.expectables(r); err != nil {
		return err
	}
	f := r.Frame(v.Title, "Forward plan")
	f.Back = &components.BackLink{Href: home, Text: "Back to the forward plan"}
	return r.Show(page.Failed(f, v.Errors), itemPage(*v))
}

// expectables finds the meetings to come at which the item's reports do not have its assessments yet.
func (v *item) expectables(r *page.Request) error {
	for _, report := range v.Reports {
		full, err := r.Kit.Committee.Report(r.Ctx(), r.Person, report.Reference)
		if err != nil {
			return err
		}
		for _, i := range full.Journey {
			if i.Appearance != nil && i.Meeting.Day() >= eqia.DayOf(r.Kit.Now()) {
				v.expectAt(i)
			}
		}
	}
	return nil
}

func (v *item) expectAt(i committee.Item) {
	there := map[string]bool{}
	for _, l := range i.Appearance.Live() {
		there[l.Pinned.Reference] = true
	}
	for _, e := range i.Appearance.Expected {
		there[e.Reference] = true
	}
	for _, c := range live(v.Planned) {
		if !there[c.Reference] {
			v.expects = append(v.expects, expectable{c.Reference, i.Appearance.ID, i.Meeting})
		}
	}
}

// facts is what the plan says of the item, without what it says nothing of.
func (v item) facts() []components.Row {
	rows := []components.Row{{Key: "Plan", Text: v.Plan + " (" + strings.ToLower(v.Kind.Label()) + ")"}, {Key: "Decision", Text: v.When()}}
	add := func(key, text string) {
		if text != "" {
			rows = append(rows, components.Row{Key: key, Text: text})
		}
	}
	add("Who decides", v.Maker)
	add("Key decision", map[bool]string{true: "Yes", false: "No"}[v.Key])
	access := v.Access.Label()
	if v.Paragraphs != "" {
		access += " (paragraphs " + v.Paragraphs + ")"
	}
	add("Who can read it", access)
	add("Committees consulted before", committee.VisitWords(v.Visits()))
	add("Summary", v.Summary)
	add("Aims", v.Aims)
	add("Cabinet members", v.Portfolio)
	add("Lead officer", strings.TrimSpace(v.Lead+"\n"+v.LeadEmail))
	add("Lead director", v.Director)
	add("Wards", v.Wards)
	add("Documents", v.Documents)
	add("Assessments that the plan names", v.Named)
	add("Why no assessment is needed", v.NoReason)
	add("Report that the plan names", v.NamedReport)
	add("Other information", v.Other)
	add("The plan’s reference", v.Ref)
	add("Last seen in the edition of", v.Edition.Words())
	add("First seen in the edition of", v.FirstSeen.Words())
	return rows
}

// deadlines are the days that follow from the item's dates, the first one first.
func (v item) deadlines() []components.Row {
	n := v.needed
	rows := []components.Row{{Key: "The assessment is needed by", Text: n.By.Words()}, {Key: "Assessment to the equality lead", Text: n.ToLead.Words()}}
	if n.Notice != "" {
		rows = append(rows, components.Row{Key: "Notice with the list of documents", Text: n.Notice.Words() + ", for 28 clear days"})
	}
	return append(rows, components.Row{Key: "Last day to publish the first agenda", Text: n.Agenda.Words()},
		components.Row{Key: "First meeting", Text: n.First.Words()})
}

// weights are the words for how much a finding weighs.
var weights = map[eqia.Severity]components.Tag{eqia.Stop: {Text: "Block", Colour: components.Red}, eqia.Warn: {Text: "Warning", Colour: components.Yellow},
	eqia.Inform: {Text: "To know", Colour: components.Blue}, eqia.Prompt: {Text: "To check", Colour: components.Blue}}

// pointing lists the pointers toward an assessment, or those away from one.
func (v item) pointing(away bool) []committee.Pointer {
	var out []committee.Pointer
	for _, p := range v.Pointers() {
		if p.Away == away {
			out = append(out, p)
		}
	}
	return out
}

// key is a one-time key, for each form of the page its own.
func (v item) key(more ...components.Hidden) []components.Hidden {
	return append([]components.Hidden{v.request.Key()}, more...)
}

// state is an assessment's state in words.
func state(c committee.Candidate) string {
	if c.SignedNumber != "" {
		return "Version " + c.SignedNumber + " is signed off"
	}
	return c.State.Label()
}

// titled is an assessment's reference with its title, which a restricted one keeps to itself.
func (v item) titled(c committee.Candidate) string {
	if c.Title == "" {
		return c.Reference + " (restricted)"
	}
	return c.Reference + ": " + c.Title
}

func orNothing(text string) string { return cmp.Or(text, "nothing") }
