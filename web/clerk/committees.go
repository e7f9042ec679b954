package clerk

import (
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// committees is the list of committees, with the form for another.
type committees struct {
	Name   string           `form:"name" label:"Name of the committee" rule:"required,max=200"`
	Kind   committee.Kind   `form:"kind" label:"What kind of committee is it?" rule:"required" error:"Select what kind of committee it is"`
	Regime committee.Regime `form:"regime" label:"Which rules on papers apply?" rule:"required" error:"Select which rules on papers apply"`
	Errors form.Errors

	list   []committee.Committee
	clerk  bool
	hidden []components.Hidden
}

// Committees lists the committees. A clerk can add one.
func (Pages) Committees(r *page.Request) error {
	if err := only(r, staff...); err != nil {
		return err
	}
	return committees{}.show(r)
}

// PostCommittee adds a committee.
func (Pages) PostCommittee(r *page.Request) error {
	if err := only(r, workflow.Clerk); err != nil {
		return err
	}
	var v committees
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	c := committee.Committee{Name: v.Name, Kind: v.Kind, Regime: v.Regime}
	_, err := r.Kit.Committee.AddCommittee(r.Ctx(), r.Person, c, r.Once())
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go("/meetings/committees", "added")
}

func (v committees) show(r *page.Request) error {
	list, err := r.Kit.Committee.Committees(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	v.list, v.clerk, v.hidden = list, r.Person.Holds(workflow.Clerk), []components.Hidden{r.Key()}
	f := r.Frame("Committees", "Meetings")
	f.Back = &components.BackLink{Href: "/meetings", Text: "Back to meetings"}
	return r.Show(page.Failed(f, v.Errors), committeesPage(v))
}

func (v committees) table() components.Table {
	t := components.Table{ID: "committees", Caption: "Committees by name", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Name"}, {Text: "Kind"}, {Text: "Rules on papers"}}}
	for _, c := range v.list {
		t.Rows = append(t.Rows, []components.Cell{{Text: c.Name}, {Text: c.Kind.Label()}, {Text: c.Regime.Label()}})
	}
	return t
}

func kinds() []components.Item {
	var out []components.Item
	for _, k := range committee.Kinds() {
		out = append(out, components.Item{Value: string(k), Text: k.Label()})
	}
	return out
}

func regimes() []components.Item {
	var out []components.Item
	for _, g := range committee.Regimes() {
		out = append(out, components.Item{Value: string(g), Text: g.Label()})
	}
	return out
}
