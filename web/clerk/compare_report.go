package clerk

import (
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// comparing is what changed between two versions of a report.
type comparing struct {
	report        committee.Report
	before, after committee.ReportVersion
}

// changedPart is one part of a report that the two versions say differently.
type changedPart struct {
	name string
	runs []components.Run
}

// CompareReport shows what changed between two versions of a report.
func (Pages) CompareReport(r *page.Request) error {
	if err := only(r, staff...); err != nil {
		return err
	}
	reference, err := committee.ParseReportReference(r.Param("report"))
	if err != nil {
		return err
	}
	v := comparing{}
	if v.report, err = r.Kit.Committee.Report(r.Ctx(), r.Person, reference); err != nil {
		return err
	}
	for query, into := range map[string]*committee.ReportVersion{"from": &v.before, "to": &v.after} {
		no, err := strconv.Atoi(r.Query(query))
		if err != nil || no < 1 || no > len(v.report.Versions) {
			return eqia.ErrNotFound
		}
		*into = v.report.Versions[no-1]
	}
	f := r.Frame(v.title(), v.report.Reference)
	f.Back = &components.BackLink{Href: toReport(v.report.Reference), Text: "Back to the report"}
	return r.Show(f, comparePage(v))
}

func (v comparing) title() string {
	return "What changed from version " + strconv.Itoa(v.before.No) + " to version " + strconv.Itoa(v.after.No)
}

func (v comparing) parts() []changedPart {
	a, b := v.before.Text(), v.after.Text()
	var out []changedPart
	for _, p := range []struct{ name, was, is string }{{"Title", a.Title, b.Title}, {"Recommendations", a.Recommendations, b.Recommendations},
		{"Options", a.Options, b.Options}, {"What it says about equality", a.Equality, b.Equality}, {"Appendices", a.Appendices, b.Appendices},
		{"Background papers", a.Background, b.Background}} {
		if p.was != p.is {
			out = append(out, changedPart{p.name, document.Compare(p.was, p.is, document.EachWithin)})
		}
	}
	return out
}

// compared leads to what changed between the version at one stop of a report's journey and the one at the stop before; false when that is the same.
func compared(p committee.Report, n int) (components.Link, bool) {
	if n == 0 {
		return components.Link{}, false
	}
	was, is := strconv.Itoa(p.Journey[n-1].Appearance.Version.No), strconv.Itoa(p.Journey[n].Appearance.Version.No)
	if was == is {
		return components.Link{}, false
	}
	return components.Link{Text: "What changed since version " + was, Unseen: "before " + called(p.Journey[n].Meeting),
		Href: toReport(p.Reference) + "/compare?from=" + was + "&to=" + is}, true
}
