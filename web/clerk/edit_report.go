package clerk

import (
	"cmp"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// reportForm is what is known of a report, as it changes.
type reportForm struct {
	Title       string                `form:"title" label:"Title of the report" rule:"required,max=500"`
	Aliases     string                `form:"aliases,lines" label:"Other titles it has had" rule:"max=5000"`
	Author      string                `form:"author" label:"Author’s email address" rule:"omitempty,max=200,email"`
	Officer     string                `form:"lead_officer" label:"Lead officer" rule:"max=200"`
	Director    string                `form:"director" label:"Executive director" rule:"max=200"`
	Directorate string                `form:"directorate" label:"Directorate" rule:"max=200"`
	Members     string                `form:"cabinet_members,lines" label:"Cabinet members" rule:"max=2000"`
	Wards       string                `form:"wards,lines" label:"Wards" rule:"max=5000"`
	Purpose     string                `form:"purpose" label:"Purpose" rule:"max=200"`
	Access      committee.Access      `form:"access" label:"Who can read it?" rule:"required" error:"Select who can read the report"`
	Paragraphs  []string              `form:"paragraphs" label:"Paragraphs of Schedule 12A that close it"`
	Key         committee.KeyDecision `form:"key" label:"Is it a key decision?"`
	Limb        committee.KeyLimb     `form:"key_limb" label:"What makes it one?"`
	Value       string                `form:"value" label:"What it spends or saves, in pounds" rule:"max=30"`
	Framework   []string              `form:"policy_framework" label:"Policy framework"`
	Errors      form.Errors

	report       committee.Report
	directorates []components.Item
}

// ofReport is the report that the address names, for clerks.
func ofReport(r *page.Request) (committee.Report, error) {
	if err := only(r, workflow.Clerk); err != nil {
		return committee.Report{}, err
	}
	reference, err := committee.ParseReportReference(r.Param("report"))
	if err != nil {
		return committee.Report{}, err
	}
	return r.Kit.Committee.Report(r.Ctx(), r.Person, reference)
}

// EditReport asks what changes of what is known of a report.
func (Pages) EditReport(r *page.Request) error {
	p, err := ofReport(r)
	if err != nil {
		return err
	}
	v := reportForm{Title: p.Title, Aliases: strings.Join(p.Aliases, "\n"), Officer: p.LeadOfficer, Director: p.Director, Directorate: p.Directorate,
		Members: strings.Join(p.CabinetMembers, "\n"), Wards: strings.Join(p.Wards, "\n"), Purpose: p.Purpose, Access: p.Access,
		Paragraphs: p.Paragraphs, Key: p.Key, Limb: p.KeyLimb, Value: committee.Pounds(p.ValuePence), report: p}
	if p.PolicyFramework {
		v.Framework = []string{inFramework}
	}
	if v.Author, err = r.Kit.Committee.AuthorEmail(r.Ctx(), r.Person, p); err != nil {
		return err
	}
	return v.show(r)
}

// inFramework is the one box of the policy framework.
const inFramework = "yes"

func (v reportForm) show(r *page.Request) error {
	v.directorates = directorates(r)
	f := r.Frame("Change the report", v.report.Reference)
	f.Back = &components.BackLink{Href: toReport(v.report.Reference), Text: "Back to the report"}
	return r.Show(page.Failed(f, v.Errors), reportFormPage(v))
}

// PostEditReport changes it.
func (Pages) PostEditReport(r *page.Request) error {
	p, err := ofReport(r)
	if err != nil {
		return err
	}
	v := reportForm{report: p}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	p.Title, p.LeadOfficer, p.Director, p.Directorate, p.Purpose, p.Access = v.Title, v.Officer, v.Director, v.Directorate, v.Purpose, v.Access
	p.Aliases, p.CabinetMembers, p.Wards = filled(v.Aliases), filled(v.Members), filled(v.Wards)
	p.Paragraphs, p.Key, p.KeyLimb, p.PolicyFramework, p.Counter = v.Paragraphs, v.Key, v.Limb, len(v.Framework) > 0, r.Seen()
	err = v.keep(r, p)
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toReport(p.Reference), "saved")
}

// keep changes the report, with its author and its value as they were typed.
func (v reportForm) keep(r *page.Request, p committee.Report) error {
	var err1, err2 error
	p.Author, err1 = r.Kit.Committee.Author(r.Ctx(), r.Person, v.Author, p.Author)
	p.ValuePence, err2 = committee.ParsePounds(v.Value)
	if err := cmp.Or(err1, err2); err != nil {
		return err
	}
	return page.Done(r.Kit.Committee.EditReport(r.Ctx(), r.Person, p))
}

// filled is the lines of a text that say something.
func filled(text string) []string {
	var out []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

func keys() []components.Item {
	return []components.Item{{Text: "Not known yet"}, {Value: string(committee.KeyYes), Text: "Yes"}, {Value: string(committee.KeyNo), Text: "No"}}
}

func limbs() []components.Item {
	out := []components.Item{{Text: "Not known yet"}}
	for _, l := range committee.KeyLimbs() {
		out = append(out, components.Item{Value: string(l), Text: l.Label()})
	}
	return out
}

// schedule lists the paragraphs of part 1 of Schedule 12A to the Local Government Act 1972, by what they are about.
func schedule() []components.Item {
	about := []string{"An individual", "What could identify an individual", "Financial or business affairs", "Labour relations", "Legal professional privilege",
		"Notices, orders or directions", "Preventing or investigating crime"}
	out := make([]components.Item, len(about))
	for n, text := range about {
		no := strconv.Itoa(n + 1)
		out[n] = components.Item{Value: no, Text: "Paragraph " + no + ": " + strings.ToLower(text[:1]) + text[1:]}
	}
	return out
}

// revision is the form of a report's next version.
type revision struct {
	Title           string                   `form:"title" label:"Title of this version" rule:"max=500"`
	Equality        string                   `form:"equality,lines" label:"What the report says about equality" rule:"max=50000"`
	Recommendations string                   `form:"recommendations,lines" label:"Recommendations" rule:"max=50000"`
	Options         string                   `form:"options,lines" label:"Options" rule:"max=50000"`
	Appendices      string                   `form:"appendices,lines" label:"Appendices" rule:"max=20000"`
	Background      string                   `form:"background,lines" label:"Background papers" rule:"max=20000"`
	At              []committee.AppearanceID `form:"at" label:"Which meetings is it for?"`
	Errors          form.Errors

	report committee.Report
	hidden []components.Hidden
	over   func(committee.Meeting) bool
}

// Revise asks what the next version of a report says.
func (Pages) Revise(r *page.Request) error {
	p, err := ofReport(r)
	if err != nil {
		return err
	}
	t := p.Versions[len(p.Versions)-1].Text()
	v := revision{Title: t.Title, Equality: t.Equality, Recommendations: t.Recommendations, Options: t.Options, Appendices: t.Appendices,
		Background: t.Background, report: p}
	for _, i := range p.Journey {
		if !i.Meeting.Over(r.Kit.Now()) {
			v.At = append(v.At, i.Appearance.ID)
		}
	}
	return v.show(r)
}

func (v revision) show(r *page.Request) error {
	v.hidden, v.over = []components.Hidden{r.Key()}, func(m committee.Meeting) bool { return m.Over(r.Kit.Now()) }
	f := r.Frame("A new version of the report", v.report.Reference)
	f.Back = &components.BackLink{Href: toReport(v.report.Reference), Text: "Back to the report"}
	return r.Show(page.Failed(f, v.Errors), revisionPage(v))
}

// PostRevise adds the version.
func (Pages) PostRevise(r *page.Request) error {
	p, err := ofReport(r)
	if err != nil {
		return err
	}
	v := revision{report: p}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	text := committee.ReportText{Title: v.Title, Equality: v.Equality, Recommendations: v.Recommendations, Options: v.Options, Appendices: v.Appendices,
		Background: v.Background}
	_, err = r.Kit.Committee.ReviseReport(r.Ctx(), r.Person, committee.ReviseCommand{Once: r.Once(), Reference: p.Reference, Text: text, At: v.At})
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(toReport(p.Reference), "revised")
}

// meetings lists the meetings to come at which the report is.
func (v revision) meetings() []components.Item {
	var out []components.Item
	for _, i := range v.report.Journey {
		if !v.over(i.Meeting) {
			out = append(out, components.Item{Value: string(i.Appearance.ID), Text: called(i.Meeting), Hint: "Version " + strconv.Itoa(i.Appearance.Version.No) + " is there now."})
		}
	}
	return out
}

func (v revision) ticked() []string {
	out := make([]string, len(v.At))
	for n, id := range v.At {
		out[n] = string(id)
	}
	return out
}

// versionFacts is what one version of a report says.
func versionFacts(v committee.ReportVersion) []components.Row {
	t := v.Text()
	var rows []components.Row
	for _, row := range []components.Row{{Key: "Title", Text: t.Title}, {Key: "Recommendations", Text: strings.TrimSpace(t.Recommendations)},
		{Key: "Options", Text: strings.TrimSpace(t.Options)}, {Key: "What it says about equality", Text: t.Equality}, {Key: "Appendices", Text: t.Appendices},
		{Key: "Background papers", Text: t.Background}} {
		if row.Text != "" {
			rows = append(rows, row)
		}
	}
	return append(rows, components.Row{Key: "Added on", Text: eqia.Moment(v.At)})
}
