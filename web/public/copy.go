package public

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/copies"
	"dorset-eqia/web/page"
)

// Copy answers with a published version as a file. One that was withdrawn says so and why, as its page does.
func (pages Pages) Copy(f copies.Format) page.Handler {
	return func(r *page.Request) error {
		p, versions, err := published(r)
		if err != nil {
			return err
		}
		if p.Standing == eqia.TakenAway {
			return pages.Assessment(r)
		}
		same, err := known(r, []any{f.Ending, p.Digest, p.Standing, p.PublishedAt})
		if same || err != nil {
			return err
		}
		v, err := read(r, p, versions)
		if err != nil {
			return err
		}
		return f.Published(r, p, v.Form)
	}
}

// files lead to the version as a file, for people first.
func (v assessment) files() []components.Link {
	at := address(v.Publication)
	return append(copies.Links("This assessment", at), copies.JSON().Link("This assessment", at))
}
