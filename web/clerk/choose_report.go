package clerk

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// newReport is the form of a report that is not here yet.
type newReport struct {
	Title           string `form:"title" label:"Title of the report" rule:"required,max=500"`
	Officer         string `form:"lead_officer" label:"Lead officer" rule:"max=200"`
	Directorate     string `form:"directorate" label:"Directorate" rule:"max=200"`
	Purpose         string `form:"purpose" label:"Purpose" rule:"max=200"`
	Recommendations string `form:"recommendations,lines" label:"Recommendations" rule:"max=50000"`
	Options         string `form:"options,lines" label:"Options" rule:"max=50000"`
	Equality        string `form:"equality,lines" label:"What the report says about equality" rule:"max=50000"`
}

// oldReport is the form that chooses a report that is here.
type oldReport struct {
	Reference string `form:"report" label:"Report" rule:"required" error:"Select a report"`
}

// reportChoice is the page that puts a report on an item: a new one, or one that was before another meeting.
type reportChoice struct {
	New    newReport
	Old    oldReport
	Words  string
	Errors form.Errors

	item         committee.Item
	found        []committee.Report
	assessed     map[string]bool // by reference, which of those have a signed assessment
	directorates []components.Item
	request      *page.Request
}

// ChooseReport asks which report is on an item.
func (Pages) ChooseReport(r *page.Request) error {
	v, err := choosing(r, r.Query("q"))
	if err != nil {
		return err
	}
	v.New.Title = v.item.Title
	return v.show(r)
}

func choosing(r *page.Request, words string) (v reportChoice, err error) {
	if v.item, err = item(r, workflow.Clerk); err != nil {
		return v, err
	}
	if !v.item.Kind.Asks() || v.item.Appearance != nil {
		return v, eqia.ErrNotFound
	}
	v.Words, v.request, v.directorates = words, r, directorates(r)
	if words == "" {
		return v, nil
	}
	if v.found, err = r.Kit.Committee.Reports(r.Ctx(), r.Person, words); err != nil {
		return v, err
	}
	v.assessed, err = r.Kit.Committee.Assessed(r.Ctx(), r.Person, v.found)
	return v, err
}

func (v reportChoice) show(r *page.Request) error {
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, "Add the report"), v.Errors), reportChoicePage(v))
}

// PostChooseReport puts the report on the item, and goes on to what is with it.
func (Pages) PostChooseReport(r *page.Request) error {
	if done, to, err := placedAlready(r); done || err != nil {
		if err != nil {
			return err
		}
		return r.Go(to, "")
	}
	v, err := choosing(r, r.Posted("words"))
	if err != nil {
		return err
	}
	reference, err := v.reference(r)
	if err == nil && len(v.Errors) == 0 {
		_, err = r.Kit.Committee.Appear(r.Ctx(), r.Person, committee.AppearCommand{Once: second(r), Item: v.item.ID, Reference: reference})
	}
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
	}
	if len(v.Errors) > 0 {
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(toItem(v.item, "link"), "report")
}

// placedAlready reports whether the item has a report now, because the form was sent twice; and where to go on.
func placedAlready(r *page.Request) (done bool, to string, err error) {
	i, err := item(r, workflow.Clerk)
	return i.Appearance != nil && err == nil, toItem(i, "link"), err
}

// second is the form's key for the second of two things that one form does; empty when the form has none.
func second(r *page.Request) string {
	if once := r.Once(); once != "" {
		return once + "/second"
	}
	return ""
}

// reference is that of the report that was chosen, or of the new one that it makes. What is to be put right is left in Errors.
func (v *reportChoice) reference(r *page.Request) (string, error) {
	if r.Posted("which") == "old" {
		v.New.Title = v.item.Title
		v.Errors = r.Read(&v.Old)
		return v.Old.Reference, nil
	}
	if v.Errors = r.Read(&v.New); len(v.Errors) > 0 {
		return "", nil
	}
	n := v.New
	cmd := committee.ReportCommand{Once: r.Once(), Report: committee.Report{Title: n.Title, LeadOfficer: n.Officer, Directorate: n.Directorate,
		Purpose: n.Purpose, Access: v.item.Access}, Text: committee.ReportText{Equality: n.Equality, Recommendations: n.Recommendations, Options: n.Options}}
	reference, err := r.Kit.Committee.AddReport(r.Ctx(), r.Person, cmd)
	if made := repeated(err); made != "" {
		return made, nil
	}
	return reference, err
}

// reports lists what a search found.
func (v reportChoice) reports() []components.Item {
	var out []components.Item
	for _, p := range v.found {
		out = append(out, components.Item{Value: p.Reference, Text: p.Reference + ": " + p.Title, Hint: v.knownOf(p)})
	}
	return out
}

// knownOf tells one report from another: whose it is, and whether an assessment came with it before.
func (v reportChoice) knownOf(p committee.Report) string {
	said := "No signed assessment was linked to it yet"
	if v.assessed[p.Reference] {
		said = "A signed assessment was linked to it before"
	}
	if p.LeadOfficer != "" {
		return p.LeadOfficer + ". " + said
	}
	return said
}

// purposes are what a report can ask of members, in words that councils put on their covers.
func purposes() []components.Item {
	out := []components.Item{{Text: "Not known yet"}}
	for _, p := range []string{"For decision", "For recommendation to another meeting", "For comment", "To note"} {
		out = append(out, components.Item{Value: p, Text: p})
	}
	return out
}

// directorates lists those of the form in force.
func directorates(r *page.Request) []components.Item {
	out := []components.Item{{Text: "Not known yet"}}
	fv, _ := r.Council().Latest(string(eqia.DayOf(r.Kit.Now())))
	asked, _ := fv.Question("directorate")
	for _, c := range asked.Choices {
		out = append(out, components.Item{Value: c.Label, Text: c.Label})
	}
	return out
}

// detailed reports whether something was typed in the part of the form that starts closed, so that it stays open.
func (n newReport) detailed() bool { return n.Recommendations+n.Options+n.Equality != "" }

// key is a one-time key, for each form of the page its own.
func (v reportChoice) hidden(which string) []components.Hidden {
	return slices.Concat([]components.Hidden{v.request.Key()}, []components.Hidden{{Name: "which", Value: which}, {Name: "words", Value: v.Words}})
}
