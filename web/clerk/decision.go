package clerk

import (
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// alone is the form of a decision that one person takes: a cabinet member or an officer.
type alone struct {
	Maker  committee.ID     `form:"maker" label:"Who decides?" rule:"required" error:"Select who decides"`
	Date   form.DateParts   `form:"date" label:"Date of the decision" rule:"required" error:"Enter the date of the decision"`
	Title  string           `form:"title" label:"What is decided?" rule:"required,max=500" error:"Enter what is decided"`
	Access committee.Access `form:"access" label:"Who can read it?" rule:"required" error:"Select who can read it"`
	Errors form.Errors

	makers []components.Item
	hidden []components.Hidden
}

// Decision asks about a decision that one person takes.
func (Pages) Decision(r *page.Request) error {
	v, err := newAlone(r)
	if err != nil {
		return err
	}
	return v.show(r)
}

func newAlone(r *page.Request) (v alone, err error) {
	if err := only(r, workflow.Clerk); err != nil {
		return v, err
	}
	all, err := r.Kit.Committee.Committees(r.Ctx(), r.Person)
	v.makers = []components.Item{{Text: "Select who decides"}}
	for _, c := range all {
		if !c.Kind.Sits() {
			v.makers = append(v.makers, components.Item{Value: string(c.ID), Text: c.Name})
		}
	}
	return v, err
}

func (v alone) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	f := r.Frame("Add a decision", "Meetings")
	f.Back = &components.BackLink{Href: "/meetings", Text: "Back to meetings"}
	return r.Show(page.Failed(f, v.Errors), alonePage(v))
}

// PostDecision adds the decision, with its report.
func (Pages) PostDecision(r *page.Request) error {
	v, err := newAlone(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	if !slices.ContainsFunc(v.makers, func(m components.Item) bool { return m.Value == string(v.Maker) }) {
		v.Errors = form.Errors{{Field: "maker", ID: "maker", Message: "Select who decides from the list"}}
		return v.show(r)
	}
	id, err := v.add(r)
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toMeeting(id), "decision")
}

// decidesAt is the hour at which a decision of one person is put, since only its day counts.
const decidesAt = 12

// add keeps the decision as what it has in common with a meeting: one body, one day, one item.
func (v alone) add(r *page.Request) (committee.MeetingID, error) {
	day := eqia.Day(v.Date.ISO()).Time()
	starts := time.Date(day.Year(), day.Month(), day.Day(), decidesAt, 0, 0, 0, eqia.London())
	id, err := r.Kit.Committee.AddMeeting(r.Ctx(), r.Person, committee.Meeting{Committee: committee.Committee{ID: v.Maker}, StartsAt: starts,
		Status: committee.Confirmed}, r.Once())
	if done := repeated(err); done != "" {
		id, err = committee.MeetingID(done), nil
	}
	if err != nil {
		return "", err
	}
	item := committee.Item{Order: 1, Title: v.Title, Kind: committee.ReportItem, Access: v.Access}
	return id, page.Done(r.Kit.Committee.AddItems(r.Ctx(), r.Person, committee.AgendaCommand{Once: second(r), Meeting: id,
		Items: []committee.Item{item}, With: []committee.Placing{{}}}))
}
