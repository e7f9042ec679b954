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

// linking is the form that puts an assessment with a report. One that is not signed is noted as expected.
type linking struct {
	Reference       string              `form:"reference" label:"Assessment" rule:"required" error:"Select an assessment"`
	Relation        committee.Relation  `form:"relation" label:"How will members find it?"`
	Appendix        string              `form:"appendix" label:"Appendix label" rule:"max=100"`
	Covers          string              `form:"covers" label:"What does it cover?"`
	Recommendations []committee.PointID `form:"recommendations" label:"Which recommendations does it cover?"`
	Options         []committee.PointID `form:"options" label:"Which options does it cover?"`
	Note            string              `form:"note,lines" label:"What it covers, in words" rule:"max=5000"`
	Errors          form.Errors

	words   string
	old     committee.Link // the one that this takes the place of; zero for a further one
	item    committee.Item
	found   []committee.Candidate
	request *page.Request
}

// Link asks which assessment is with a report, and how members will find it.
func (Pages) Link(r *page.Request) error {
	v, err := newLinking(r, r.Query("q"), r.Query("replace"))
	if err != nil {
		return err
	}
	v.Relation, v.Appendix, v.Covers, v.Note = v.old.Relation, v.old.Appendix, string(v.old.Covers), v.old.Note
	v.Recommendations, v.Options = v.old.Recommendations, v.old.Options
	if v.words != "" && len(v.found) == 1 {
		v.Reference = v.found[0].Reference
	}
	return v.show(r)
}

func newLinking(r *page.Request, words, old string) (v linking, err error) {
	if v.item, err = appeared(r, workflow.Clerk); err != nil {
		return v, err
	}
	if old != "" {
		n := slices.IndexFunc(v.item.Appearance.Links, func(l committee.Link) bool { return string(l.ID) == old })
		if n < 0 {
			return v, eqia.ErrNotFound
		}
		v.old = v.item.Appearance.Links[n]
	}
	v.request, v.words = r, words
	v.found, err = r.Kit.Committee.Candidates(r.Ctx(), r.Person, words)
	v.found = slices.DeleteFunc(v.found, func(c committee.Candidate) bool { return c.State == workflow.Withdrawn && c.SignedNumber == "" })
	return v, err
}

func (v linking) show(r *page.Request) error {
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, v.title()), v.Errors), linkPage(v))
}

// PostLink links the signed version of the assessment, or notes that it is expected.
func (Pages) PostLink(r *page.Request) error {
	v, err := newLinking(r, r.Posted("words"), r.Posted("replace"))
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	flash, err := v.save(r)
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
	}
	if len(v.Errors) > 0 {
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(toMeeting(v.item.Meeting.ID), flash)
}

// save links a signed assessment or expects one that is not, and gives the message that says so.
func (v *linking) save(r *page.Request) (flash string, err error) {
	same, err := r.Kit.Committee.Candidates(r.Ctx(), r.Person, v.Reference)
	if err != nil {
		return "", err
	}
	n := slices.IndexFunc(same, func(c committee.Candidate) bool { return c.Reference == v.Reference })
	at := v.item.Appearance.ID
	if n < 0 {
		v.Errors = form.Errors{{Field: "reference", ID: "reference", Message: "Select an assessment from the list"}}
		return "", nil
	}
	if same[n].SignedNumber == "" && v.old.ID == "" {
		return "expected", r.Kit.Committee.Expect(r.Ctx(), r.Person, committee.ExpectCommand{Once: r.Once(), Appearance: at, Reference: v.Reference})
	}
	if v.Errors = v.unanswered(); len(v.Errors) > 0 {
		return "", nil
	}
	cmd := committee.LinkCommand{Once: r.Once(), Reference: v.Reference, Relation: v.Relation, Covers: v.coverage(),
		Recommendations: v.Recommendations, Options: v.Options, Note: v.Note, Appendix: v.Appendix}
	if v.old.ID != "" {
		_, err = r.Kit.Committee.ReplaceLink(r.Ctx(), r.Person, v.old.ID, cmd)
	} else {
		_, err = r.Kit.Committee.Link(r.Ctx(), r.Person, at, cmd)
	}
	return "linked", err
}

func (v linking) title() string {
	if v.old.ID != "" {
		return "Change the link to " + v.old.Pinned.Reference
	}
	return "Link an assessment"
}

// unanswered lists what a signed assessment needs and an expected one does not.
func (v linking) unanswered() form.Errors {
	var out form.Errors
	if v.Relation == "" {
		out = append(out, form.FieldError{Field: "relation", ID: "relation", Message: "Select how members will find the assessment"})
	}
	if v.asksCoverage() && v.Covers == "" {
		out = append(out, form.FieldError{Field: "covers", ID: "covers", Message: "Select what the assessment covers"})
	}
	return out
}

// asksCoverage reports whether the report has parts to choose from; without any, an assessment covers all of it.
func (v linking) asksCoverage() bool {
	return len(v.item.Appearance.Version.Recommendations)+len(v.item.Appearance.Version.Options) > 0
}

func (v linking) coverage() committee.Coverage {
	if !v.asksCoverage() {
		return committee.CoversAll
	}
	return committee.Coverage(v.Covers)
}

// candidates lists what was found, each with how it stands.
func (v linking) candidates() []components.Item {
	var out []components.Item
	for _, c := range v.found {
		out = append(out, components.Item{Value: c.Reference, Text: c.Reference + ": " + titleOf(c.Title), Hint: stands(c)})
	}
	return out
}

// stands says how an assessment stands, and what choosing it does.
func stands(c committee.Candidate) string {
	if c.SignedNumber == "" {
		return c.State.Label() + ", not signed off. It will be noted as expected, and you can link it once it is signed off."
	}
	signed := "Version " + c.SignedNumber + " is signed off."
	if c.Number != c.SignedNumber {
		signed += " Version " + c.Number + " is being written."
	}
	return signed
}

func relations() []components.Item {
	var out []components.Item
	for _, l := range committee.Relations() {
		out = append(out, components.Item{Value: string(l), Text: l.Label()})
	}
	return out
}

func coverages() []components.Item {
	var out []components.Item
	for _, c := range committee.Coverages() {
		out = append(out, components.Item{Value: string(c), Text: c.Label()})
	}
	return out
}

// recommendationItems lists a report's recommendations to choose from.
func recommendationItems(v committee.ReportVersion) []components.Item {
	var out []components.Item
	for _, p := range v.Recommendations {
		out = append(out, components.Item{Value: string(p.ID), Text: p.Label + ". " + p.Text})
	}
	return out
}

func optionItems(v committee.ReportVersion) []components.Item {
	var out []components.Item
	for _, p := range v.Options {
		out = append(out, components.Item{Value: string(p.ID), Text: p.Label + ". " + p.Text})
	}
	return out
}

// ticked is what was ticked, as the boxes hold it.
func ticked(ids []committee.PointID) []string {
	out := make([]string, len(ids))
	for n, id := range ids {
		out[n] = string(id)
	}
	return out
}

func (v linking) hidden() []components.Hidden {
	return []components.Hidden{v.request.Key(), {Name: "words", Value: v.words}, {Name: "replace", Value: string(v.old.ID)}}
}
