package plan

import (
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// BringMeetings asks for a file of the committee system.
func (Pages) BringMeetings(r *page.Request) error {
	if err := only(r, workflow.Clerk); err != nil {
		return err
	}
	return (&bringing{}).meetings(r)
}

func (v *bringing) meetings(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	f := r.Frame("Bring in meetings or an agenda", "Meetings")
	f.Back = &components.BackLink{Href: files, Text: "Back to the files"}
	return r.Show(page.Failed(f, v.Errors), bringMeetingsPage(*v))
}

// PostBringMeetings keeps the file, and goes on to what it would do.
func (Pages) PostBringMeetings(r *page.Request) error {
	if err := only(r, workflow.Clerk); err != nil {
		return err
	}
	v := &bringing{}
	w, err := brought(r, v)
	if v.Errors = append(v.Errors, wrongFile(err)...); len(v.Errors) > 0 {
		return v.meetings(r)
	}
	if err != nil {
		return err
	}
	w.Kind = committee.MeetingsFile
	return keep(r, w, func(errs form.Errors) error {
		v.Errors = errs
		return v.meetings(r)
	})
}

// meetingsTrial is the page of a file of meetings that waits, with what it would do.
type meetingsTrial struct {
	committee.Waiting
	would  committee.MeetingsImport
	hidden []components.Hidden
}

func showMeetings(r *page.Request, w committee.Waiting) error {
	v := meetingsTrial{Waiting: w, hidden: []components.Hidden{r.Key()}}
	var err error
	if v.would, err = r.Kit.Committee.TryMeetings(r.Ctx(), r.Person, w, nil); err != nil {
		return err
	}
	f := r.Frame("Check what this file would do", "Meetings")
	f.Back, f.Wide = &components.BackLink{Href: files, Text: "Back to the files"}, true
	return r.Show(f, meetingsTrialPage(v))
}

// PostMeetings does what a file of meetings that waits would do.
func (Pages) PostMeetings(r *page.Request) error {
	if err := only(r, workflow.Clerk); err != nil {
		return err
	}
	id, err := eqia.ParseID[committee.ImportID](r.Param("import"))
	if err != nil {
		return err
	}
	err = page.Done(r.Kit.Committee.ApplyMeetings(r.Ctx(), r.Person, committee.MeetingsCommand{Once: r.Once(), File: id, Take: r.Request.PostForm["take"], Twin: r.Request.PostForm["twin"]}))
	if err != nil {
		return err
	}
	return r.Go("/meetings", "meetings-in")
}

// counts are the numbers of a trial in words.
func (v meetingsTrial) counts() []components.Row {
	w := v.would
	rows := []components.Row{{Key: "New meetings and agenda items", Text: strconv.Itoa(w.New)}, {Key: "Changed", Text: strconv.Itoa(w.Changed)},
		{Key: "Unchanged", Text: strconv.Itoa(w.Unchanged)}, {Key: "Cannot be read or placed", Text: strconv.Itoa(len(w.Bad) + len(w.Errors))}}
	if w.New+w.Changed+w.Unchanged+len(w.Bad)+len(w.Errors) == 0 {
		rows = append(rows, components.Row{Key: "No meeting at all", Text: "The file holds none. That does not mean that there is none."})
	}
	return rows
}

func (v meetingsTrial) changes() components.Table {
	t := components.Table{ID: "changes", Caption: "What would change", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Meeting or item"}, {Text: "What happens"}}}
	for at, c := range v.would.Changes {
		cell := components.Cell{Content: v.fieldsCell(at, c)}
		t.Rows = append(t.Rows, []components.Cell{{Text: c.Name}, cell})
	}
	return t
}

// gone names the items that are not on the agenda any more.
func (v meetingsTrial) gone() []string {
	var out []string
	for _, f := range v.would.Flags {
		out = append(out, f.Title)
	}
	return out
}

// button is what applying the file is called.
func (v meetingsTrial) button() string {
	if v.would.New+v.would.Changed == 0 {
		return "Finish: nothing changes"
	}
	return "Bring these in"
}
