package copies

import (
	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// Published sends a published version as anyone may have it. The address is a frozen one, so two copies of one version are the same.
func (f Format) Published(r *page.Request, p eqia.Publication, fv form.Version) error {
	c := document.ForPublic(p, fv)
	c.Council, c.Home = r.Kit.Settings.Council, r.Address("")
	return f.Send(r, c.Whole(), name(c))
}
