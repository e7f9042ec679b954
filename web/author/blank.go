package author

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// BlankForm shows the newest form with lines to write on, to be printed.
func (Pages) BlankForm(r *page.Request) error {
	today := string(eqia.DayOf(r.Kit.Now()))
	fv, ok := r.Council().Latest(today)
	if !ok {
		return eqia.ErrNotFound
	}
	f := r.Frame("Blank form", "")
	f.Back = &components.BackLink{Href: "/casework/start", Text: "Back to starting an assessment"}
	f.Wide = true
	return r.Show(f, blankPage(document.Blank{Form: fv, Day: today}))
}
