package clerk

import (
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// removal asks to confirm that something goes.
type removal struct {
	Errors form.Errors

	item                       committee.Item
	title, says, button, where string
	hidden                     []components.Hidden
}

func takingOff(i committee.Item) removal {
	return removal{item: i, title: "Take the report off", where: "take-off", button: "Take the report off",
		says: "Report " + i.Appearance.Report.Reference + " stays in the record and can be put on another item. What was expected here is forgotten."}
}

func removing(i committee.Item) removal {
	return removal{item: i, title: "Remove the item", where: "remove", button: "Remove the item",
		says: "The item goes from the agenda. If the agenda is published, the change is listed until members are told."}
}

func (v removal) show(r *page.Request) error {
	v.hidden = []components.Hidden{counter(v.item.Counter), r.Key()}
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, v.title), v.Errors), removalPage(v))
}

// done answers a removal: back to the meeting, or the page again with why not.
func (v removal) done(r *page.Request, err error, flash string) error {
	if errs, ok := page.Wrong(err); ok {
		for n := range errs {
			errs[n].ID = "removal"
		}
		v.Errors = errs
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(toMeeting(v.item.Meeting.ID), flash)
}

// TakeOff asks to confirm that a report is taken off an item it was put at by mistake.
func (Pages) TakeOff(r *page.Request) error {
	i, err := appeared(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return takingOff(i).show(r)
}

// PostTakeOff takes it off.
func (Pages) PostTakeOff(r *page.Request) error {
	i, err := appeared(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return takingOff(i).done(r, r.Kit.Committee.TakeOff(r.Ctx(), r.Person, i.Appearance.ID, r.Once()), "taken-off")
}

// Remove asks to confirm that an item goes from an agenda.
func (Pages) Remove(r *page.Request) error {
	i, err := item(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return removing(i).show(r)
}

// PostRemove removes the item.
func (Pages) PostRemove(r *page.Request) error {
	i, err := item(r, workflow.Clerk)
	if err != nil {
		return err
	}
	at := committee.Settling{Once: r.Once(), Counter: seen(r)}
	return removing(i).done(r, r.Kit.Committee.RemoveItem(r.Ctx(), r.Person, i.ID, at), "item-removed")
}

// revision is the form of the next version of a report.
type revision struct {
	Equality        string `form:"equality,lines" label:"What it says about equality" rule:"max=50000"`
	Recommendations string `form:"recommendations,lines" label:"Recommendations" rule:"max=50000"`
	Options         string `form:"options,lines" label:"Options" rule:"max=50000"`
	Errors          form.Errors

	report committee.Report
	hidden []components.Hidden
}

// Revise asks what the next version of a report says, beginning with the newest.
func (Pages) Revise(r *page.Request) error {
	v, err := newRevision(r)
	if err != nil {
		return err
	}
	last := v.report.Versions[len(v.report.Versions)-1]
	v.Equality, v.Recommendations = last.EqualityText, points(last)
	for _, o := range last.Options {
		v.Options += o.Label + ". " + o.Text + "\n"
	}
	return v.show(r)
}

func newRevision(r *page.Request) (v revision, err error) {
	if err := only(r, workflow.Clerk); err != nil {
		return v, err
	}
	reference, err := committee.ParseReportReference(r.Param("report"))
	if err != nil {
		return v, err
	}
	v.report, err = r.Kit.Committee.Report(r.Ctx(), r.Person, reference)
	return v, err
}

func (v revision) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	f := r.Frame("Add a version of the report", v.report.Reference)
	f.Back = &components.BackLink{Href: toReport(v.report.Reference), Text: "Back to the report"}
	return r.Show(page.Failed(f, v.Errors), revisionPage(v))
}

// PostRevise adds the version. Where the report has been stays with the version it was.
func (Pages) PostRevise(r *page.Request) error {
	v, err := newRevision(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	_, err = r.Kit.Committee.ReviseReport(r.Ctx(), r.Person, committee.ReviseCommand{Once: r.Once(), Reference: v.report.Reference,
		Text: committee.ReportText{Equality: v.Equality, Recommendations: v.Recommendations, Options: v.Options}})
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(toReport(v.report.Reference), "revised")
}
