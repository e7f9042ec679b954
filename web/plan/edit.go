package plan

import (
	"errors"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// editing is the form of an item: a new one, or one that changes.
type editing struct {
	Kind       committee.PlanKind `form:"kind" label:"Where is it?" rule:"required" error:"Select whether it is in a forward plan or a work programme"`
	Plan       string             `form:"plan" label:"Whose plan is it?" rule:"required,max=500" error:"Enter whose plan it is, for example Cabinet"`
	Title      string             `form:"title" label:"Title of the item" rule:"required,max=500"`
	Summary    string             `form:"summary,lines" label:"Summary" rule:"max=5000"`
	Key        string             `form:"key" label:"Is it a key decision?" rule:"required,oneof=yes no" error:"Select whether it is a key decision"`
	Access     committee.Access   `form:"access" label:"Who can read it?" rule:"required" error:"Select who can read it"`
	Maker      string             `form:"maker" label:"Who decides" rule:"max=500"`
	On         form.DateParts     `form:"on" label:"Date of the decision"`
	Period     string             `form:"period" label:"Period of the decision" rule:"max=500"`
	Consulted  string             `form:"consulted,lines" label:"Committees consulted before" rule:"max=5000"`
	Lead       string             `form:"lead" label:"Lead officer" rule:"max=500"`
	NoReason   string             `form:"no_reason,lines" label:"Why no assessment is needed" rule:"max=5000"`
	Paragraphs string             `form:"paragraphs" label:"Exempt paragraphs" rule:"max=100"`
	LeadEmail  string             `form:"lead_email" label:"Lead officer’s email address" rule:"omitempty,email,max=500"`
	Director   string             `form:"director" label:"Lead director" rule:"max=500"`
	Portfolio  string             `form:"portfolio" label:"Cabinet members" rule:"max=500"`
	Wards      string             `form:"wards" label:"Wards" rule:"max=500"`
	Documents  string             `form:"documents,lines" label:"Documents for those who decide" rule:"max=5000"`
	Named      string             `form:"assessments" label:"Assessments that the plan names" rule:"max=500"`
	Report     string             `form:"report" label:"Report that the plan names" rule:"max=500"`
	Ref        string             `form:"ref" label:"The plan’s reference for the item" rule:"max=500"`
	Address    string             `form:"address" label:"Web address of the plan" rule:"omitempty,http_url,max=500"`
	Aims       string             `form:"aims,lines" label:"Aims" rule:"max=5000"`
	Other      string             `form:"other,lines" label:"Other information" rule:"max=5000"`
	Errors     form.Errors

	now    committee.PlanItem // as it is; zero for a new one
	hidden []components.Hidden
}

// Add asks about a new item.
func (Pages) Add(r *page.Request) error {
	if err := only(r, workflow.Clerk); err != nil {
		return err
	}
	return (&editing{}).show(r)
}

// PostAdd adds the item.
func (Pages) PostAdd(r *page.Request) error {
	if err := only(r, workflow.Clerk); err != nil {
		return err
	}
	return (&editing{}).save(r)
}

// Edit asks what changes about an item.
func (Pages) Edit(r *page.Request) error {
	p, err := known(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := editing{now: p.PlanItem, Kind: p.Kind, Plan: p.Plan, Title: p.Title, Summary: p.Summary, Key: map[bool]string{true: "yes", false: "no"}[p.Key],
		Access: p.Access, Maker: p.Maker, On: form.PartsOf(string(p.On)), Period: p.Period, Consulted: committee.VisitWords(p.Visits()), Lead: p.Lead,
		NoReason: p.NoReason, Paragraphs: p.Paragraphs, LeadEmail: p.LeadEmail, Director: p.Director, Portfolio: p.Portfolio, Wards: p.Wards,
		Documents: p.Documents, Named: p.Named, Report: p.NamedReport, Ref: p.Ref, Address: p.Address, Aims: p.Aims, Other: p.Other}
	return v.show(r)
}

// PostEdit changes the item.
func (Pages) PostEdit(r *page.Request) error {
	p, err := known(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return (&editing{now: p.PlanItem}).save(r)
}

func (v *editing) save(r *page.Request) error {
	if v.Errors = r.Read(v); len(v.Errors) > 0 {
		return v.show(r)
	}
	p := v.item()
	p.ID, p.Counter = v.now.ID, r.Seen()
	id, err := r.Kit.Committee.SavePlanItem(r.Ctx(), r.Person, p, r.Once())
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	var again *eqia.Repeat
	if errors.As(err, &again) {
		id = committee.PlanItemID(again.Result)
	} else if err != nil {
		return err
	}
	return r.Go(toItem(id), "saved")
}

// item is the item as the form has it.
func (v *editing) item() committee.PlanItem {
	return committee.PlanItem{Kind: v.Kind, Plan: v.Plan, Title: v.Title, Summary: v.Summary, Key: v.Key == "yes", Access: v.Access, Maker: v.Maker,
		On: eqia.Day(v.On.ISO()), Period: v.Period, Consulted: v.Consulted, Lead: v.Lead, NoReason: v.NoReason, Paragraphs: v.Paragraphs,
		LeadEmail: v.LeadEmail, Director: v.Director, Portfolio: v.Portfolio, Wards: v.Wards, Documents: v.Documents, Named: v.Named,
		NamedReport: v.Report, Ref: v.Ref, Address: v.Address, Aims: v.Aims, Other: v.Other}
}

func (v *editing) show(r *page.Request) error {
	f := r.Frame("Add an item", "Forward plan")
	f.Back = &components.BackLink{Href: home, Text: "Back to the forward plan"}
	v.hidden = []components.Hidden{r.Key()}
	if v.now.ID != "" {
		f = r.Frame("Change an item", v.now.Title)
		f.Back = &components.BackLink{Href: toItem(v.now.ID), Text: "Back to the item"}
		v.hidden = append(v.hidden, page.Counter(v.now.Counter))
	}
	return r.Show(page.Failed(f, v.Errors), editPage(*v))
}

// action is where the form is posted.
func (v editing) action() string {
	if v.now.ID == "" {
		return home + "/add"
	}
	return toItem(v.now.ID) + "/edit"
}

// detailed reports whether the part of the form that starts closed has something in it, so that it stays open.
func (v editing) detailed() bool {
	return v.Paragraphs+v.LeadEmail+v.Director+v.Portfolio+v.Wards+v.Documents+v.Named+v.Report+v.Ref+v.Address+v.Aims+v.Other != ""
}
