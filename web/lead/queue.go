package lead

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// rowsPerPage is how many assessments one page of the queue shows.
const rowsPerPage = 50

// soon is how many days ahead a meeting is soon.
const soon = 28

// Values of the filter that are not a person or a stage.
const (
	withMe     = "me"
	withNobody = "nobody"
	byMeeting  = "meeting"
	everyStage = "every"
)

// queue is the page of assessments that the equality team works through, and the filter above them.
type queue struct {
	State       string   `form:"state" label:"Stage"`
	With        string   `form:"with" label:"Reviewer" rule:"max=26"`
	Directorate string   `form:"directorate" label:"Directorate"`
	Kind        string   `form:"kind" label:"Kind of proposal"`
	Round       string   `form:"round" label:"Budget round"`
	Negative    string   `form:"negative" label:"Negative effect on"`
	Only        []string `form:"only" label:"Show only" rule:"dive,oneof=overdue meeting not_needed urgent"`
	Text        string   `form:"text" label:"Title or reference" rule:"max=200"`
	Sort        string   `form:"sort" label:"Order" rule:"omitempty,oneof=meeting"`
	Errors      form.Errors

	lead        bool
	choices     queueChoices
	counts      map[workflow.State]int
	outstanding int
	lines       []eqia.Line
	trail       []string // cursors of the pages before this one, and of this one
	more        bool
	request     *page.Request
}

// Queue lists assessments for the equality team, those that have waited longest first.
func (Pages) Queue(r *page.Request) error {
	if !r.Person.Holds(workflow.Reviewer, workflow.Lead) {
		return eqia.ErrNotFound
	}
	q := queue{request: r, lead: r.Person.Holds(workflow.Lead), choices: choices(r), trail: r.QueryArray("after")}
	q.Errors = append(r.Kit.Reader.Read(r.Request.URL.Query(), &q), q.unlisted()...)
	var err error
	if q.counts, q.outstanding, err = r.Kit.Eqia.Counts(r.Ctx(), r.Person); err != nil {
		return err
	}
	if len(q.Errors) == 0 {
		if err := q.load(r); err != nil {
			return err
		}
	}
	f := page.Failed(r.Frame(q.title(), "Equality team"), q.Errors)
	f.Wide = true
	return r.Show(f, queuePage(q))
}

// unlisted names the choices that are not among those offered.
func (q queue) unlisted() form.Errors {
	var out form.Errors
	for _, c := range []struct {
		field, value, says string
		items              []components.Item
	}{
		{"state", q.State, "Select a stage from the list", stages()},
		{"directorate", q.Directorate, "Select a directorate from the list", q.choices.directorates},
		{"kind", q.Kind, "Select a kind of proposal from the list", q.choices.kinds},
		{"round", q.Round, "Select a budget round from the list", q.choices.rounds},
		{"negative", q.Negative, "Select a group from the list", q.choices.groups},
	} {
		if !slices.ContainsFunc(c.items, func(i components.Item) bool { return i.Value == c.value }) {
			out = append(out, form.FieldError{Field: c.field, ID: c.field, Message: c.says})
		}
	}
	return out
}

func (q *queue) load(r *page.Request) error {
	if len(q.trail) > 200 {
		return eqia.ErrNotFound
	}
	after := ""
	if len(q.trail) > 0 {
		after = q.trail[len(q.trail)-1]
	}
	filter, err := q.filter(r)
	if err != nil {
		return err
	}
	lines, err := r.Kit.Eqia.Queue(r.Ctx(), r.Person, filter, eqia.Page{After: after, Size: rowsPerPage + 1})
	if q.more = len(lines) > rowsPerPage; q.more {
		lines = lines[:rowsPerPage]
	}
	q.lines = lines
	return err
}

// filter is what was asked for. What is with me is also with those whom I stand in for.
func (q queue) filter(r *page.Request) (eqia.Filter, error) {
	f := eqia.Filter{States: q.states(), Directorate: q.Directorate, Kind: q.Kind, BudgetRound: q.Round, Kinds: q.choices.saving, Negative: q.Negative, Text: q.Text,
		Unassigned: q.With == withNobody, NotNeeded: q.only("not_needed"), Urgent: q.only("urgent"), ByMeeting: q.Sort == byMeeting, Now: r.Kit.Now()}
	if q.only("overdue") {
		f.SentBefore = r.Kit.Eqia.Pace.Overdue(r.Kit.Now())
	}
	if q.only("meeting") {
		f.MeetsBefore = r.Kit.Now().AddDate(0, 0, soon)
	}
	if q.With == "" || f.Unassigned {
		return f, nil
	}
	if q.With == withMe {
		away, err := r.Kit.Eqia.StandsInFor(r.Ctx(), r.Person)
		f.Reviewers = append([]eqia.PersonID{r.Person.ID}, away...)
		return f, err
	}
	id, err := eqia.ParseID[eqia.PersonID](q.With)
	f.Reviewers = []eqia.PersonID{id}
	return f, err
}

func (q queue) only(what string) bool { return slices.Contains(q.Only, what) }

// states are those asked for; without a choice, those that wait for the team. An urgent sign-off to be reviewed is in a stage of its own.
func (q queue) states() []workflow.State {
	switch {
	case q.only("urgent"), q.State == everyStage:
		return nil
	case q.State != "":
		return []workflow.State{workflow.State(q.State)}
	}
	return []workflow.State{workflow.Submitted, workflow.InReview}
}

func (q queue) title() string {
	if len(q.trail) > 0 {
		return "Review queue (page " + strconv.Itoa(len(q.trail)+1) + ")"
	}
	return "Review queue"
}

func (q queue) caption() string {
	switch {
	case q.only("urgent"):
		return "Urgent, still to be reviewed"
	case q.State == everyStage:
		return "At every stage"
	case q.State != "":
		return workflow.State(q.State).Label()
	}
	return "With the equality team"
}

// current lists the stages that the newest version of an assessment can be in: one that was replaced is never the newest.
func current() []workflow.State {
	return slices.DeleteFunc(workflow.States(), func(s workflow.State) bool { return s == workflow.Superseded })
}

// countLinks are the counts by stage, each a link to its list, and what urgent sign-offs left to be reviewed.
func (q queue) countLinks() []components.Link {
	var out []components.Link
	for _, s := range current() {
		out = append(out, components.Link{Text: fmt.Sprintf("%s: %d", s.Label(), q.counts[s]), Href: "/review?state=" + string(s)})
	}
	return append(out, components.Link{Text: fmt.Sprintf("Urgent, still to be reviewed: %d", q.outstanding), Href: "/review?only=urgent"})
}

// address is the queue with the same filter, in an order, at the page that a trail leads to.
func (q queue) address(sort string, trail []string) string {
	v := maps.Clone(q.request.Request.URL.Query())
	for name, values := range v {
		if slices.Equal(values, []string{""}) {
			v.Del(name)
		}
	}
	v["after"] = trail
	v.Del("sort")
	if sort != "" {
		v.Set("sort", sort)
	}
	return "/review?" + v.Encode()
}

func (q queue) pages() components.Pagination {
	var p components.Pagination
	if len(q.trail) > 0 {
		p.Previous = q.address(q.Sort, q.trail[:len(q.trail)-1])
	}
	if q.more {
		p.Next = q.address(q.Sort, append(slices.Clone(q.trail), q.lines[len(q.lines)-1].Cursor))
	}
	return p
}
