package plan

import (
	"cmp"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// filed is the page of files that wait.
type filed struct {
	list  []committee.Waiting
	clerk bool
}

// Files lists the files that wait for a clerk to look at what they would do.
func (Pages) Files(r *page.Request) error {
	if err := only(r, staff...); err != nil {
		return err
	}
	list, err := r.Kit.Committee.WaitingFiles(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	f := r.Frame("Files and the committee system", "")
	f.Back = &components.BackLink{Href: home, Text: "Back to the forward plan"}
	return r.Show(f, filesPage(filed{list: list, clerk: r.Person.Holds(workflow.Clerk)}))
}

// by says who brought a file, and how.
func by(w committee.Waiting) string {
	how := map[string]string{"upload": "Uploaded", "paste": "Pasted", "fetch": "Fetched"}[w.Source]
	return how + " by " + cmp.Or(w.ByName, "the service")
}
