package lead

import (
	"fmt"
	"net/url"
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

// queue is the page of assessments that the equality team works through, and the filter above them.
type queue struct {
	State       workflow.State `form:"state" label:"Stage"`
	Directorate string         `form:"directorate" label:"Directorate"`
	Text        string         `form:"text" label:"Title or reference" rule:"max=200"`
	Errors      form.Errors

	directorates []components.Item
	counts       map[workflow.State]int
	outstanding  int
	lines        []eqia.Line
	trail        []string // cursors of the pages before this one, and of this one
	more         bool
	request      *page.Request
}

// Queue lists assessments for the equality team, those that have waited longest first.
func (Pages) Queue(r *page.Request) error {
	if !r.Person.Holds(workflow.Reviewer, workflow.Lead) {
		return eqia.ErrNotFound
	}
	q := queue{request: r, directorates: directorates(r), trail: r.QueryArray("after")}
	q.Errors = r.Kit.Reader.Read(r.Request.URL.Query(), &q)
	if !slices.ContainsFunc(q.directorates, func(i components.Item) bool { return i.Value == q.Directorate }) {
		q.Errors = append(q.Errors, form.FieldError{Field: "directorate", ID: "directorate", Message: "Select a directorate from the list"})
	}
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

func (q *queue) load(r *page.Request) error {
	if len(q.trail) > 200 {
		return eqia.ErrNotFound
	}
	after := ""
	if len(q.trail) > 0 {
		after = q.trail[len(q.trail)-1]
	}
	filter := eqia.Filter{States: q.states(), Directorate: q.Directorate, Text: q.Text}
	lines, err := r.Kit.Eqia.Queue(r.Ctx(), r.Person, filter, eqia.Page{After: after, Size: rowsPerPage + 1})
	if q.more = len(lines) > rowsPerPage; q.more {
		lines = lines[:rowsPerPage]
	}
	q.lines = lines
	return err
}

// states are those asked for; without a choice, those that wait for the team.
func (q queue) states() []workflow.State {
	if q.State != "" {
		return []workflow.State{q.State}
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
	if q.State != "" {
		return q.State.Label()
	}
	return "With the equality team"
}

// directorates lists those of the form in force, after "all of them".
func directorates(r *page.Request) []components.Item {
	items := []components.Item{{Text: "All directorates"}}
	fv, ok := r.Council().Latest(string(eqia.DayOf(r.Kit.Now())))
	if !ok {
		return items
	}
	asked, _ := fv.Question("directorate")
	for _, c := range asked.Choices {
		items = append(items, components.Item{Value: c.Code, Text: c.Label})
	}
	return items
}

// current lists the stages that the newest version of an assessment can be in: one that was replaced is never the newest.
func current() []workflow.State {
	return slices.DeleteFunc(workflow.States(), func(s workflow.State) bool { return s == workflow.Superseded })
}

func stages() []components.Item {
	items := []components.Item{{Text: "Waiting for review or in review"}}
	for _, s := range current() {
		items = append(items, components.Item{Value: string(s), Text: s.Label()})
	}
	return items
}

// countLinks are the counts by stage, each a link to its list.
func (q queue) countLinks() []components.Link {
	var out []components.Link
	for _, s := range current() {
		out = append(out, components.Link{Text: fmt.Sprintf("%s: %d", s.Label(), q.counts[s]), Href: "/review?state=" + string(s)})
	}
	return out
}

// address is the queue with the same filter, at the page that a trail leads to.
func (q queue) address(trail []string) string {
	v := url.Values{"after": trail}
	for name, value := range map[string]string{"state": string(q.State), "directorate": q.Directorate, "text": q.Text} {
		if value != "" {
			v.Set(name, value)
		}
	}
	return "/review?" + v.Encode()
}

func (q queue) pages() components.Pagination {
	var p components.Pagination
	if len(q.trail) > 0 {
		p.Previous = q.address(q.trail[:len(q.trail)-1])
	}
	if q.more {
		p.Next = q.address(append(slices.Clone(q.trail), q.lines[len(q.lines)-1].Cursor))
	}
	return p
}
