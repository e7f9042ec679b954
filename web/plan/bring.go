package plan

import (
	"errors"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

const files = "/imports"

// bringing is the form that brings a plan, as a file or pasted.
type bringing struct {
	Text    string         `form:"text,lines" label:"Text of the file" rule:"max=2000000"`
	Edition form.DateParts `form:"edition" label:"Day the plan came out"`
	Errors  form.Errors

	hidden []components.Hidden
}

// Bring asks for a plan.
func (Pages) Bring(r *page.Request) error {
	if err := only(r, workflow.Clerk); err != nil {
		return err
	}
	return (&bringing{}).show(r)
}

func (v *bringing) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	f := r.Frame("Bring in a plan", "Forward plan")
	f.Back = &components.BackLink{Href: home, Text: "Back to the forward plan"}
	return r.Show(page.Failed(f, v.Errors), bringPage(*v))
}

// PostBring keeps the file, and goes on to what it would do.
func (Pages) PostBring(r *page.Request) error {
	if err := only(r, workflow.Clerk); err != nil {
		return err
	}
	v := &bringing{}
	w, err := brought(r, v)
	if v.Errors = append(v.Errors, wrongFile(err)...); len(v.Errors) > 0 {
		return v.show(r)
	}
	if err != nil {
		return err
	}
	w.Kind, w.Edition = committee.PlanFile, eqia.Day(v.Edition.ISO())
	return keep(r, w, func(errs form.Errors) error {
		v.Errors = errs
		return v.show(r)
	})
}

// brought is what a form brings: the file that was chosen, or else the text that was pasted.
func brought(r *page.Request, v *bringing) (committee.Waiting, error) {
	raw, err := r.File("file")
	v.Errors = r.Read(v)
	w := committee.Waiting{Source: "upload", Raw: raw}
	if len(raw) == 0 {
		w.Source, w.Raw = "paste", []byte(v.Text)
	}
	if err == nil && strings.TrimSpace(string(w.Raw)) == "" {
		err = errNothing
	}
	return w, err
}

var errNothing = errors.New("choose a file, or paste its text")

// wrongFile is what has to be put right about a file.
func wrongFile(err error) form.Errors {
	var unreadable *committee.UnreadablePlan
	says := ""
	switch {
	case errors.Is(err, errNothing):
		says = "Choose a file, or paste its text"
	case errors.Is(err, page.ErrTooLarge):
		says = "The file must be smaller than 20 MB"
	case errors.As(err, &unreadable):
		says = "This file cannot be read: " + unreadable.Says + ". Choose another file"
	default:
		return nil
	}
	return form.Errors{{Field: "file", ID: "file", Message: says}}
}

// keep keeps a file until a clerk has looked at what it would do, and goes there; or shows the form again with what is wrong.
func keep(r *page.Request, w committee.Waiting, again func(form.Errors) error) error {
	id, err := r.Kit.Committee.Bring(r.Ctx(), r.Person, w, r.Once())
	if errs := wrongFile(err); len(errs) > 0 {
		return again(errs)
	}
	var repeat *eqia.Repeat
	if errors.As(err, &repeat) {
		id = committee.ImportID(repeat.Result)
	} else if err != nil {
		return err
	}
	return r.Go(toFile(id), "")
}

func toFile(id committee.ImportID) string { return files + "/waiting/" + string(id) }

// trial is the page of a plan's file that waits, with what it would do.
type trial struct {
	committee.Waiting
	would  committee.PlanImport
	hidden []components.Hidden
}

// waiting is the file that the address names.
func waiting(r *page.Request) (committee.Waiting, error) {
	if err := only(r, workflow.Clerk); err != nil {
		return committee.Waiting{}, err
	}
	id, err := eqia.ParseID[committee.ImportID](r.Param("import"))
	if err != nil {
		return committee.Waiting{}, err
	}
	return r.Kit.Committee.WaitingFile(r.Ctx(), r.Person, id)
}

// File shows what a file that waits would do.
func (Pages) File(r *page.Request) error {
	w, err := waiting(r)
	if err != nil {
		return err
	}
	if w.Kind == committee.MeetingsFile {
		return showMeetings(r, w)
	}
	v := trial{Waiting: w, hidden: []components.Hidden{r.Key()}}
	if v.would, err = r.Kit.Committee.TryPlan(r.Ctx(), r.Person, w); err != nil {
		return err
	}
	f := r.Frame("Check what this file would do", "Forward plan")
	f.Back, f.Wide = &components.BackLink{Href: files, Text: "Back to the files"}, true
	return r.Show(f, trialPage(v))
}

// PostFile does what a file that waits would do.
func (Pages) PostFile(r *page.Request) error {
	id, err := named(r)
	if err != nil {
		return err
	}
	_, err = r.Kit.Committee.ApplyPlan(r.Ctx(), r.Person, id, r.Once())
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(home, "brought-in")
}

// named is the identifier of the file that the address names, for clerks.
func named(r *page.Request) (committee.ImportID, error) {
	if err := only(r, workflow.Clerk); err != nil {
		return "", err
	}
	return eqia.ParseID[committee.ImportID](r.Param("import"))
}

// PostDropFile lets a file go that waits.
func (Pages) PostDropFile(r *page.Request) error {
	id, err := named(r)
	if err != nil {
		return err
	}
	if err := page.Done(r.Kit.Committee.DropFile(r.Ctx(), r.Person, id, r.Once())); err != nil {
		return err
	}
	return r.Go(files, "dropped-file")
}

// counts are the numbers of a trial in words.
func (v trial) counts() []components.Row {
	w := v.would
	rows := []components.Row{{Key: "Rows in the file", Text: strconv.Itoa(w.Rows)}, {Key: "New items", Text: strconv.Itoa(w.New)},
		{Key: "Changed items", Text: strconv.Itoa(w.Changed)}, {Key: "Unchanged items", Text: strconv.Itoa(w.Unchanged)},
		{Key: "Rows that cannot be read", Text: strconv.Itoa(len(w.Errors))}}
	if v.Edition != "" {
		rows = append(rows, components.Row{Key: "The plan came out on", Text: v.Edition.Words()})
	}
	return rows
}

// badRows lists the rows of a file that are left out.
func badRows(list []committee.BadCell) components.Table {
	t := components.Table{ID: "errors", Caption: "Rows that are left out", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Where"}, {Text: "What to do"}}}
	for _, b := range list {
		where := "Row " + strconv.Itoa(b.Row)
		if b.Column != "" {
			where += ", " + b.Column
		}
		t.Rows = append(t.Rows, []components.Cell{{Text: where}, {Text: b.Says}})
	}
	return t
}

// flags lists the items that a clerk should look at.
func (v trial) flags() components.Table {
	t := components.Table{ID: "flags", Caption: "Items to look at", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Item"}, {Text: "Row"}, {Text: "What stands out"}}}
	for _, f := range v.would.Flags {
		row := "Not in the file"
		if f.Row > 0 {
			row = strconv.Itoa(f.Row)
		}
		t.Rows = append(t.Rows, []components.Cell{{Text: f.Title}, {Text: row}, {Text: f.Says}})
	}
	return t
}

// changes lists the items that change, each with what differs.
func (v trial) changes() components.Table {
	t := components.Table{ID: "changes", Caption: "Changed items", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Item"}, {Text: "Row"}, {Text: "What changes"}}}
	for _, c := range v.would.Changes {
		if !c.New {
			t.Rows = append(t.Rows, []components.Cell{{Text: c.Item.Title}, {Text: strconv.Itoa(c.Row)}, {Content: changesCell(c.Fields)}})
		}
	}
	return t
}

// added lists the new items.
func (v trial) added() components.Table {
	t := components.Table{ID: "new", Caption: "New items", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Item"}, {Text: "Row"}, {Text: "Plan"}, {Text: "Decision"}}}
	for _, c := range v.would.Changes {
		if c.New {
			t.Rows = append(t.Rows, []components.Cell{{Text: c.Item.Title}, {Text: strconv.Itoa(c.Row)}, {Text: c.Item.Plan}, {Text: c.Item.When()}})
		}
	}
	return t
}

// button is what applying the file is called.
func (v trial) button() string {
	if n := v.would.New + v.would.Changed; n > 0 {
		return "Bring in " + items(n)
	}
	return "Finish: nothing changes"
}
