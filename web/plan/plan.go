// Package plan holds the pages of what comes before an agenda: forward plans and work programmes, by when each of their items needs an
// assessment, and the files from which plans and meetings are brought in.
package plan

import (
	"bytes"
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// Pages are the pages of plans.
type Pages struct{}

const home = "/plan"

// staff lists the roles that read plans.
var staff = []workflow.Actor{workflow.Clerk, workflow.Lead, workflow.MonitoringOfficer}

// only hides a page from people who hold none of the roles.
func only(r *page.Request, roles ...workflow.Actor) error {
	if !r.Person.Holds(roles...) {
		return eqia.ErrNotFound
	}
	return nil
}

// onPage is how many items one page of the list shows.
const onPage = 50

// list is the items of plans, narrowed by what the address asks for.
type list struct {
	committee.PlanPage
	ask   committee.PlanList
	page  int
	clerk bool
	today eqia.Day
	kit   *page.Kit
}

// List lists what plans announce, with how far each item's assessment has come and by when it is needed.
func (Pages) List(r *page.Request) error {
	if err := only(r, staff...); err != nil {
		return err
	}
	v := list{clerk: r.Person.Holds(workflow.Clerk), today: eqia.DayOf(r.Kit.Now()), kit: r.Kit}
	v.page, _ = strconv.Atoi(r.Query("page"))
	v.page = max(1, min(v.page, 100))
	v.ask = committee.PlanList{Kind: committee.PlanKind(r.Query("kind")), Plan: r.Query("plan"), State: committee.PlanState(r.Query("state")),
		Earlier: r.Query("when") == "earlier", Skip: (v.page - 1) * onPage, Size: onPage}
	var err error
	if v.PlanPage, err = r.Kit.Committee.Plan(r.Ctx(), r.Person, v.ask); err != nil {
		return err
	}
	f := r.Frame(v.title(), "")
	f.Wide = true
	return r.Show(f, listPage(v))
}

func (v list) title() string {
	if v.page > 1 {
		return "Forward plan (page " + strconv.Itoa(v.page) + ")"
	}
	return "Forward plan"
}

// address is the list at a page, narrowed as it is now.
func (v list) address(at int) string {
	q := url.Values{}
	set := func(name, value string) {
		if value != "" {
			q.Set(name, value)
		}
	}
	set("kind", string(v.ask.Kind))
	set("plan", v.ask.Plan)
	set("state", string(v.ask.State))
	if v.ask.Earlier {
		set("when", "earlier")
	}
	if at > 1 {
		set("page", strconv.Itoa(at))
	}
	if len(q) == 0 {
		return home
	}
	return home + "?" + q.Encode()
}

func (v list) pages() components.Pagination {
	var p components.Pagination
	if v.page > 1 {
		p.Previous = v.address(v.page - 1)
	}
	if v.Count > v.page*onPage {
		p.Next = v.address(v.page + 1)
	}
	return p
}

func (v list) table() components.Table {
	t := components.Table{ID: "items", Caption: "Items to come, soonest first", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Item"}, {Text: "Decision"}, {Text: "Assessment needed by"}, {Text: "Assessment"}, {Text: "To look at"}}}
	if v.ask.Earlier {
		t.Caption = "Items before today, newest first"
	}
	for _, p := range v.Items {
		t.Rows = append(t.Rows, []components.Cell{{Content: itemCell(p)}, {Content: decisionCell(p)}, {Content: v.neededCell(p)}, {Content: stateCell(p)},
			{Content: findingsCell(v.kit.Committee.PlanFindings(p))}})
	}
	return t
}

// late reports whether an item has nothing signed although the day by which it was needed is over.
func (v list) late(p committee.Planned) bool {
	n := v.kit.Committee.NeededFor(p.PlanItem)
	return n.By != "" && n.By < v.today && unfinished(p)
}

func unfinished(p committee.Planned) bool {
	return p.State() != committee.PlanSigned && p.State() != committee.PlanNotNeeded
}

// tag is how far the assessments of an item have come. The words carry the meaning; the colour repeats it.
func tag(s committee.PlanState) components.Tag {
	return components.Tag{Text: s.Label(), Colour: map[committee.PlanState]components.Colour{committee.PlanNone: components.Red,
		committee.PlanDraft: components.Yellow, committee.PlanInReview: components.Blue, committee.PlanSigned: components.Green,
		committee.PlanNotNeeded: components.Grey}[s]}
}

func toItem(id committee.PlanItemID) string { return home + "/" + string(id) }

// items is a number of items in words.
func items(n int) string {
	if n == 1 {
		return "1 item"
	}
	return strconv.Itoa(n) + " items"
}

// choices are items to choose from, after one that lets all through.
func choices[T ~string](all string, values []T, label func(T) string) []components.Item {
	out := []components.Item{{Text: all}}
	for _, v := range values {
		out = append(out, components.Item{Value: string(v), Text: label(v)})
	}
	return out
}

func same(s string) string { return s }

// kinds are the kinds that an item can be.
func kinds() []components.Item {
	return choices("", committee.PlanKinds(), committee.PlanKind.Label)[1:]
}

func accesses() []components.Item {
	return choices("", committee.Accesses(), committee.Access.Label)[1:]
}

// about is what stands under an item's title in a list.
func about(p committee.Planned) string {
	parts := []string{p.Plan}
	if p.Kind == committee.WorkProgramme {
		parts = append(parts, "work programme")
	}
	if p.Key {
		parts = append(parts, "key decision")
	}
	return strings.Join(parts, ", ")
}

// who decides an item, or else whose plan it is in.
func who(p committee.Planned) string { return cmp.Or(p.Maker, p.Plan) }

// live lists assessments that have not been withdrawn, as far as a plan is concerned.
func live(p committee.Planned) []committee.Candidate {
	return slices.DeleteFunc(slices.Clone(p.Assessments), func(c committee.Candidate) bool { return c.State == workflow.Withdrawn && c.SignedNumber == "" })
}

// when is the choice of dates as the address has it.
func (v list) when() string {
	if v.ask.Earlier {
		return "earlier"
	}
	return ""
}

// Export gives every item of every plan as a CSV file; with a mark for spreadsheets that need one.
func (Pages) Export(r *page.Request) error {
	if err := only(r, staff...); err != nil {
		return err
	}
	all, err := r.Kit.Committee.PlanExport(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := committee.WritePlan(&out, all, r.Query("mark") == "yes"); err != nil {
		return err
	}
	r.Header("Content-Disposition", `attachment; filename="forward-plan.csv"`)
	r.Data(http.StatusOK, "text/csv; charset=utf-8", out.Bytes())
	return nil
}
