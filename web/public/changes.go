package public

import (
	"net/http"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// Changes compares a published version with the one before it that the public can still read.
func (Pages) Changes(r *page.Request) error {
	p, versions, err := published(r)
	if err != nil {
		return err
	}
	v, err := read(r, p, versions)
	if err != nil {
		return err
	}
	if p.Standing == eqia.TakenAway {
		keep(r)
		return r.Render(http.StatusGone, under(frame(r, p.Title, p.Reference+" version "+p.Number())), withdrawnPage(v))
	}
	earlier, ok := v.earlier()
	if !ok {
		return eqia.ErrNotFound
	}
	if same, err := known(r, []any{p.Digest, earlier.Digest, "changes"}); same || err != nil {
		return err
	}
	old, err := r.Kit.Eqia.Register.Published(r.Ctx(), p.Reference, earlier.Major, earlier.Minor)
	if err != nil {
		return err
	}
	f := under(frame(r, "What changed since version "+old.Number(), p.Reference+" version "+p.Number()))
	f.Crumbs = append(f.Crumbs, components.Link{Text: p.Reference + " version " + p.Number(), Href: address(p)})
	return r.Show(f, changesPage(v, old, document.Changes(old.Content, p.Content, v.Form, string(p.StartedOn))))
}

// earlier is the newest version before this one that was not withdrawn.
func (v assessment) earlier() (eqia.Publication, bool) {
	for _, p := range v.Others { // the newest first
		before := p.Major < v.Major || p.Major == v.Major && p.Minor < v.Minor
		if before && p.Standing != eqia.TakenAway {
			return p, true
		}
	}
	return eqia.Publication{}, false
}

// toChanges leads to what changed since the version before; without one it is empty.
func (v assessment) toChanges() components.Link {
	old, ok := v.earlier()
	if !ok {
		return components.Link{}
	}
	return components.Link{Text: "See what changed since version " + old.Number(), Href: address(v.Publication) + "/changes"}
}

// compared says which two versions are.
func (v assessment) compared(old eqia.Publication) string {
	named := func(p eqia.Publication) string {
		return "version " + p.Number() + ", published " + eqia.DayOf(p.PublishedAt).Words()
	}
	return "This page compares " + named(old) + ", with " + named(v.Publication) + "."
}
