package clerk

import (
	"net/http"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/record"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// kept is one edition as it is read, on the screen or on paper.
type kept struct {
	meeting  committee.Meeting
	edition  committee.Edition
	manifest committee.Manifest
	packs    []committee.PackCheck
	states   bool // the person may state again when it was published
}

// theEdition is the edition that the address names, with its meeting.
func theEdition(r *page.Request, roles ...workflow.Actor) (v kept, err error) {
	if v.meeting, err = meeting(r, roles...); err != nil {
		return v, err
	}
	id, err := eqia.ParseID[committee.EditionID](r.Param("edition"))
	if err != nil {
		return v, err
	}
	v.edition, err = r.Kit.Committee.Edition(r.Ctx(), r.Person, v.meeting.ID, id)
	return v, err
}

// Edition shows the record of one publication.
func (Pages) Edition(r *page.Request) error {
	v, err := theEdition(r, staff...)
	if err != nil {
		return err
	}
	if v.manifest, err = committee.ReadManifest(v.edition); err != nil {
		return err
	}
	if v.packs, err = r.Kit.Committee.PackChecks(r.Ctx(), r.Person, v.meeting.ID); err != nil {
		return err
	}
	v.states = r.Person.Holds(workflow.Clerk) && v.edition.Kind != committee.AsMet
	f := meetingFrame(r, v.meeting, edition(v.edition))
	f.Wide = true
	return r.Show(f, editionPage(v))
}

// Manifest gives an edition's manifest as it is kept, byte for byte.
func (Pages) Manifest(r *page.Request) error {
	v, err := theEdition(r, staff...)
	if err != nil {
		return err
	}
	r.Header("Content-Disposition", `attachment; filename="manifest-`+strconv.Itoa(v.edition.Seq)+"-"+short(v.edition.Digest)+`.json"`)
	r.Data(http.StatusOK, "application/json; charset=utf-8", v.edition.Manifest)
	return nil
}

func (v kept) facts() []components.Row {
	e := v.edition
	rows := []components.Row{{Key: "Meeting", Text: v.manifest.Meeting.Committee + ", " + eqia.Moment(v.meeting.StartsAt)},
		{Key: "Recorded here", Text: eqia.Moment(e.RecordedAt) + ". This is the service’s own clock."}, {Key: "Stated", Text: stated(e)}}
	if e.Reason != "" {
		rows = append(rows, components.Row{Key: "Why", Text: e.Reason})
	}
	return append(rows, components.Row{Key: "Rules", Text: "Release " + e.Ruleset + ", " + string(v.manifest.Set) + " set"},
		components.Row{Key: "Fingerprint (SHA-256)", Text: e.Digest})
}

// stated says everything that was stated of when an edition was published, newest first.
func stated(e committee.Edition) string {
	if len(e.Statements) == 0 {
		return "Nothing else was stated."
	}
	var out []string
	for n := len(e.Statements) - 1; n >= 0; n-- {
		s := e.Statements[n]
		says := "Published on " + eqia.Moment(s.At) + ". Source: " + s.Source + ". Stated here on " + eqia.Moment(s.RecordedAt) + "."
		if n > 0 {
			says += " " + s.Why
		}
		out = append(out, says)
	}
	return strings.Join(out, "\n")
}

func (v kept) items() components.Table {
	t := components.Table{ID: "frozen", Caption: "What was with each item", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Item"}, {Text: "Equality impact assessment"}}}
	for _, i := range v.manifest.Items {
		t.Rows = append(t.Rows, []components.Cell{{Content: frozenItem(i)}, {Content: frozenAssessments(i)}})
	}
	return t
}

// passed lists the findings that the edition carries, each with what let it pass.
func (v kept) passed() []components.Row {
	var out []components.Row
	for _, i := range v.manifest.Items {
		for _, f := range i.Findings {
			text := f.Message
			if f.PassedBy != "" {
				text += "\nLet pass by: " + lower(f.PassedBy.Label()) + ". " + f.PassedWhy
			}
			out = append(out, components.Row{Key: "Item " + i.Number + ", " + f.Rule, Text: text})
		}
	}
	return out
}

func frozenName(i committee.FrozenItem) string { return strings.TrimSpace(i.Number + " " + i.Title) }

func reportWords(r committee.FrozenReport) string {
	return "Report " + r.Reference + " version " + strconv.Itoa(r.Version)
}

// frozenLink says how an assessment was with a report.
func frozenLink(l committee.FrozenLink) string {
	words := linkWords(committee.Link{Relation: l.Relation, Appendix: l.Appendix, Covers: l.Covers})
	if points := append(append([]string{}, l.Recommendations...), l.Options...); len(points) > 0 {
		words += ": " + strings.Join(points, ", ")
	}
	return words
}

func short(digest string) string { return record.Short(digest) }

// restating is the form that states once more when an edition was published.
type restating struct {
	Date   form.DateParts `form:"date" label:"Date it was published" rule:"required" error:"Enter the date it was published"`
	Time   string         `form:"time" label:"Time it was published" rule:"required,max=20" error:"Enter the time it was published"`
	Source string         `form:"source" label:"How do you know?" rule:"required,max=500" error:"Enter how you know when it was published"`
	Why    string         `form:"why,lines" label:"Why is the time stated again?" rule:"required,max=5000" error:"Enter why the time is stated again"`
	Errors form.Errors

	kept
	hidden []components.Hidden
}

// State asks when an edition was published, once more.
func (Pages) State(r *page.Request) error {
	v, err := theEdition(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return restating{kept: v}.show(r)
}

func (v restating) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	return r.Show(page.Failed(meetingFrame(r, v.meeting, "State again when it was published"), v.Errors), statePage(v))
}

// PostState keeps the statement beside those made before.
func (Pages) PostState(r *page.Request) error {
	e, err := theEdition(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := restating{kept: e}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	at, errs := statedTime(v.Date, v.Time)
	if v.Errors = errs; len(errs) > 0 {
		return v.show(r)
	}
	err = page.Done(r.Kit.Committee.State(r.Ctx(), r.Person, v.edition, committee.StateCommand{Once: r.Once(), At: at, Source: v.Source, Why: v.Why}))
	if problems, ok := wrong(err, map[string]form.FieldError{"stated": {Field: "date", ID: "date-day"}}); ok {
		v.Errors = problems
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toEdition(v.meeting.ID, v.edition.ID), "stated")
}
