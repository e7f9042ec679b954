// Package public holds the pages that anyone can read: the register of published assessments, each assessment in it, and the pages that
// every footer leads to. They read the published rows alone, set no cookie and do not look at who is asking.
package public

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// Pages are the public's pages.
type Pages struct{}

// Home leads people who are signed in to their work, and everyone else to the register.
func (Pages) Home(r *page.Request) error {
	if r.Person.ID != "" {
		return r.Go("/casework", "")
	}
	return r.Go("/assessments", "")
}

// registerName is what the register is called on pages.
const registerName = "Public register"

// frame is the page around a public page. A kept copy is shown to many, so it has no reference of one request.
func frame(r *page.Request, title, section string) components.Page {
	p := r.Frame(title, section)
	p.RequestID = ""
	return p
}

// under is a page that has the register above it.
func under(p components.Page) components.Page {
	p.Crumbs = []components.Link{{Text: registerName, Href: "/assessments"}}
	return p
}

// indexed lets search engines show the page, which nothing else is.
func indexed(r *page.Request) { r.Writer.Header().Del("X-Robots-Tag") }

// keep lets browsers and proxies keep a page for a minute.
func keep(r *page.Request) { r.Header("Cache-Control", "public, max-age=60") }

// known lets the page be kept, and answers 304 when the reader's copy is still the same: when everything the page is made from is, its
// frame included.
func known(r *page.Request, of any) (bool, error) {
	raw, err := json.Marshal([]any{r.Kit.Assets, r.Kit.Settings, r.Address(""), of})
	if err != nil {
		return false, err
	}
	sum := sha256.Sum256(raw)
	tag := `W/"` + base64.RawURLEncoding.EncodeToString(sum[:16]) + `"` // weak: packed and plain it is the same page
	keep(r)
	r.Header("ETag", tag)
	r.Header("Vary", "Accept-Encoding")
	if page.Has(r.GetHeader("If-None-Match"), tag) {
		r.Status(http.StatusNotModified)
		return true, nil
	}
	return false, nil
}

// newest is the council's form as it is today, for the lists that people choose from.
func newest(r *page.Request, profile string) form.Version {
	council := r.Kit.Eqia.KnownCouncil(r.Ctx(), profile)
	fv, ok := council.Latest(string(eqia.DayOf(r.Kit.Now())))
	if !ok {
		fv, _ = council.Newest()
	}
	return fv
}
