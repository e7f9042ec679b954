package clerk

import (
	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// clearing is the form that records a clearance.
type clearing struct {
	Role    committee.ClearanceRole  `form:"role" label:"Whose clearance is it?" rule:"required" error:"Select whose clearance it is"`
	State   committee.ClearanceState `form:"state" label:"What was said?" rule:"required" error:"Select what was said"`
	Comment string                   `form:"comment,lines" label:"Comment" rule:"max=5000"`
	Errors  form.Errors
}

// PostClear records what an officer said of the report at an item.
func (Pages) PostClear(r *page.Request) error {
	i, err := appeared(r, staff...)
	if err != nil {
		return err
	}
	v := drawer{Item: i}
	if v.clearing.Errors = r.Read(&v.clearing); len(v.clearing.Errors) > 0 {
		return v.showDrawer(r)
	}
	c := v.clearing
	err = r.Kit.Committee.Clear(r.Ctx(), r.Person, i.Appearance.ID, committee.ClearCommand{Once: r.Once(), Role: c.Role, State: c.State, Comment: c.Comment})
	if errs, ok := page.Wrong(err); ok {
		v.clearing.Errors = errs
		return v.showDrawer(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(toItem(i, "check"), "cleared")
}

// clearances lists how each clearance stands.
func (v drawer) clearances() components.Table {
	t := components.Table{ID: "clearances", Caption: "How clearances stand", CaptionSize: components.Small, RowHeads: true,
		Head: []components.Cell{{Text: "Whose"}, {Text: "How it stands"}, {Text: "Comment"}}}
	for _, role := range committee.ClearanceRoles() {
		row := []components.Cell{{Text: role.Label()}, {Text: "Not asked"}, {}}
		if c, ok := v.Appearance.Clearance(role); ok {
			row[1].Text = c.State.Label() + " on " + eqia.DayOf(c.At).Words()
			row[2].Text = c.Comment
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// roles lists whose clearances the person may record.
func (v drawer) roles() []components.Item {
	out := []components.Item{{Text: "Select whose it is"}}
	for _, role := range committee.ClearanceRoles() {
		if v.clerk() || role == "legal_mo" && v.person.Holds(workflow.MonitoringOfficer) || role == "equality" && v.person.Holds(workflow.Lead) {
			out = append(out, components.Item{Value: string(role), Text: role.Label()})
		}
	}
	return out
}

func clearanceStates() []components.Item {
	var out []components.Item
	for _, s := range committee.ClearanceStates() {
		out = append(out, components.Item{Value: string(s), Text: s.Label()})
	}
	return out
}
