package clerk

import (
	"cmp"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/copies"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// putText is the form that puts an equality section in the report.
type putText struct {
	Text   string `form:"text,lines" label:"Text to put in the report" rule:"required,max=200000" error:"Enter what the report says about equality"`
	Errors form.Errors

	may    bool
	hidden []components.Hidden
}

// ReportText shows the equality section for the report at an item, made from everything that is with it. The report's author may read it too.
func (Pages) ReportText(r *page.Request) error {
	i, text, err := sectionOf(r)
	if err != nil {
		return err
	}
	return showText(r, i, text, putText{Text: cmp.Or(i.Appearance.Version.EqualityText, text.Plain())})
}

// sectionOf is the item that the address names, with the section made for it.
func sectionOf(r *page.Request) (committee.Item, committee.Section, error) {
	id, err := eqia.ParseID[committee.ItemID](r.Param("item"))
	if err != nil {
		return committee.Item{}, committee.Section{}, err
	}
	style, _ := document.SectionStyle(r)
	i, text, err := r.Kit.Committee.SectionFor(r.Ctx(), r.Person, id, style)
	if err == nil && string(i.Meeting.ID) != r.Param("meeting") {
		err = eqia.ErrNotFound
	}
	return i, text, err
}

func showText(r *page.Request, i committee.Item, text committee.Section, put putText) error {
	_, wrong := document.SectionStyle(r)
	f := r.Frame("Text for the report", i.Appearance.Report.Reference)
	if r.Person.Holds(staff...) {
		f.Back = &components.BackLink{Href: toMeeting(i.Meeting.ID), Text: "Back to the meeting"}
	}
	put.may = r.Person.Holds(workflow.Clerk) && i.Writable()
	put.hidden = []components.Hidden{r.Key(), {Name: "was", Value: committee.TextMark(i.Appearance.Version)}}
	return r.Show(page.Failed(f, append(wrong, put.Errors...)), reportTextPage(i, document.ReportText{Section: text, Number: r.Query("number"),
		Action: toItem(i, "report-text"), Wrong: wrong.For("number"), Files: copies.Links("This text as a document", toItem(i, "report-text"))}, put))
}

// PostReportText puts the text in the report.
func (Pages) PostReportText(r *page.Request) error {
	if err := only(r, workflow.Clerk); err != nil {
		return err
	}
	i, text, err := sectionOf(r)
	if err != nil {
		return err
	}
	var put putText
	if put.Errors = r.Read(&put); len(put.Errors) > 0 {
		return showText(r, i, text, put)
	}
	style, _ := document.SectionStyle(r)
	err = page.Done(r.Kit.Committee.PutText(r.Ctx(), r.Person, committee.TextCommand{Once: r.OnceOf(put.Text), Item: i.ID, Text: put.Text, Was: r.Posted("was"), Style: style}))
	if errs, ok := page.Wrong(err); ok {
		put.Errors = errs
		return showText(r, i, text, put)
	}
	if err != nil {
		return err
	}
	return r.Go(toItem(i, "report-text")+"#in-report", "text-put")
}

// sourceWords says how the equality section of a report came about.
func sourceWords(v committee.ReportVersion) string {
	return map[committee.EqualitySource]string{committee.TypedText: "The report has a text that somebody wrote.",
		committee.GeneratedText: "The report has this text as it was made here.", committee.EditedText: "The report has a text that was made here and then changed by hand."}[v.EqualitySource]
}
