package lead

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// absent is the form to record who is away and who stands in.
type absent struct {
	Person string         `form:"person" label:"Who is away?" rule:"required" error:"Select who is away"`
	From   form.DateParts `form:"from" label:"First day away" rule:"required" error:"Enter the first day away"`
	Until  form.DateParts `form:"until" label:"Last day away" rule:"required" error:"Enter the last day away"`
	Deputy string         `form:"deputy" label:"Who stands in?" rule:"required" error:"Select who stands in"`
	Errors form.Errors

	list   []eqia.Absence
	people []components.Item // whose absence may be recorded
	team   []components.Item
	today  eqia.Day
	me     eqia.Person
	key    components.Hidden
}

// Absences lists who is away and who stands in, with the form to add one.
func (Pages) Absences(r *page.Request) error { return (&absent{}).show(r) }

func (f *absent) show(r *page.Request) error {
	team, err := r.Kit.Eqia.Team(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	if f.list, err = r.Kit.Eqia.Absences(r.Ctx(), r.Person); err != nil {
		return err
	}
	f.today, f.me, f.key = eqia.DayOf(r.Kit.Now()), r.Person, r.Key()
	f.people, f.team = []components.Item{{Text: "Select a person"}}, []components.Item{{Text: "Select a person"}}
	for _, p := range team {
		item := components.Item{Value: string(p.ID), Text: p.Name}
		f.team = append(f.team, item)
		if p.ID == r.Person.ID || r.Person.Holds(workflow.Lead) {
			f.people = append(f.people, item)
		}
	}
	frame := page.Failed(r.Frame("Who is away", "Equality team"), f.Errors)
	frame.Back = &components.BackLink{Href: "/review", Text: "Back to the review queue"}
	return r.Show(frame, absencesPage(*f))
}

// PostAbsence records an absence.
func (Pages) PostAbsence(r *page.Request) error {
	f := &absent{}
	if f.Errors = r.Read(f); len(f.Errors) > 0 {
		return f.show(r)
	}
	a := eqia.Absence{From: eqia.Day(f.From.ISO()), Until: eqia.Day(f.Until.ISO())}
	var err error
	for field, id := range map[string]*eqia.PersonID{f.Person: &a.Person, f.Deputy: &a.Deputy} {
		if *id, err = eqia.ParseID[eqia.PersonID](field); err != nil {
			return err
		}
	}
	err = page.Done(r.Kit.Eqia.RecordAbsence(r.Ctx(), r.Person, a, r.Once()))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = dated(errs)
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go("/review/absences", "away")
}

// dated leads errors about a date to its first part.
func dated(errs form.Errors) form.Errors {
	for i, e := range errs {
		if e.Field == "from" || e.Field == "until" {
			errs[i].ID = e.Field + "-day"
		}
	}
	return errs
}

// PostEndAbsence ends an absence before its time.
func (Pages) PostEndAbsence(r *page.Request) error {
	id, err := eqia.ParseID[eqia.AbsenceID](r.Param("absence"))
	if err != nil {
		return err
	}
	if err := r.Kit.Eqia.EndAbsence(r.Ctx(), r.Person, id); err != nil {
		return err
	}
	return r.Go("/review/absences", "back")
}

func (f absent) head() []components.Cell {
	return []components.Cell{{Text: "Who is away"}, {Text: "From"}, {Text: "Until"}, {Text: "Who stands in"}, {Text: "Next step"}}
}

func (f absent) rows() [][]components.Cell {
	out := make([][]components.Cell, len(f.list))
	for i, a := range f.list {
		out[i] = []components.Cell{{Text: a.PersonName}, {Text: a.From.Words()}, {Text: a.Until.Words()}, {Text: a.DeputyName}, {Text: "None"}}
		if a.Person == f.me.ID || f.me.Holds(workflow.Lead) {
			out[i][4] = components.Cell{Content: f.endView(a)}
		}
	}
	return out
}
