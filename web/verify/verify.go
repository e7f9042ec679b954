// Package verify holds the pages on which anyone checks a printed copy of an assessment: by the code at the foot of its pages, or by all of its
// words. They read the published rows alone, set no cookie and do not look at who is asking.
package verify

import (
	"errors"
	"net/http"
	"time"

	"github.com/ulule/limiter/v3"
	"github.com/ulule/limiter/v3/drivers/store/memory"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/pdftext"
	"dorset-eqia/eqia/record"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// Checks that are let through in one period, by where they come from.
const (
	brakePeriod = time.Minute
	mostChecks  = 30
)

// Pages are the pages on which copies are checked.
type Pages struct {
	checks *limiter.Limiter
	pdf    *pdftext.Reader
}

// New makes the pages, with nothing counted yet.
func New() *Pages {
	return &Pages{checks: limiter.New(memory.NewStore(), limiter.Rate{Period: brakePeriod, Limit: mostChecks}), pdf: pdftext.New(pdftext.Usual)}
}

// often counts a check, and answers it where there were too many before it.
func (p *Pages) often(r *page.Request) (bool, error) {
	count, err := p.checks.Get(r.Ctx(), page.Network(r.ClientIP()))
	if err != nil || !count.Reached {
		return false, err
	}
	r.Header("Retry-After", "60")
	return true, r.Render(http.StatusTooManyRequests, frame(r, "Too many checks"), tooOftenPage())
}

// frame is the frame of a page that no search engine lists and nothing keeps, so that it always says how things stand now.
func frame(r *page.Request, title string) components.Page {
	r.Header("X-Robots-Tag", "noindex, nofollow")
	r.Header("Cache-Control", "no-store")
	f := r.Frame(title, "")
	f.Crumbs = []components.Link{{Text: "Public register", Href: "/assessments"}}
	return f
}

// typed is the form for a code.
type typed struct {
	Code   string `form:"code" label:"Check code" rule:"required,max=100" error:"Enter the check code"`
	Errors form.Errors
}

const askTitle = "Check a copy of an assessment"

// Ask asks for the code that a copy has.
func (p *Pages) Ask(r *page.Request) error { return (&typed{}).show(r) }

func (v *typed) show(r *page.Request) error {
	return r.Show(page.Failed(frame(r, askTitle), v.Errors), askPage(*v))
}

// PostAsk goes on to what the code was given to.
func (p *Pages) PostAsk(r *page.Request) error {
	v := &typed{}
	if v.Errors = r.Read(v); len(v.Errors) > 0 {
		return v.show(r)
	}
	code, err := record.ParseCode(v.Code)
	if err != nil {
		v.Errors = wrongCode(err)
		return v.show(r)
	}
	return r.Go(page.Code+"/"+string(code), "")
}

// wrongCode says what to do about a code that no version can have.
func wrongCode(err error) form.Errors {
	says := "Enter all nine letters and numbers of the code, such as 7K4Q-9XM2-T"
	if errors.Is(err, record.ErrCodeCheck) {
		says = "One of these letters and numbers is not the one on your copy. Compare them one by one"
	}
	return form.Errors{{Field: "code", ID: "code", Message: says}}
}

// checked is a code that was looked up, with what it was given to.
type checked struct {
	eqia.Publication
	code     record.Code
	standing eqia.CodeStanding
	inForce  eqia.Publication // the version that is in force; empty when there is none
	before   []string         // meetings that it was or will be before
	seen     []string         // who considered it
	contact  string
}

// Code says how the version stands that the code in the address was given to. A code that nobody was given and the code of something secret
// have the same page, after the same work.
func (p *Pages) Code(r *page.Request) error {
	if full, err := p.often(r); full || err != nil {
		return err
	}
	v := checked{standing: eqia.CodeUnknown, contact: r.Kit.Settings.Contact}
	code, err := record.ParseCode(r.Param("code"))
	if err != nil {
		return r.Render(http.StatusNotFound, frame(r, unknownTitle), unknownPage(v))
	}
	found, err := r.Kit.Eqia.Register.Coded(r.Ctx(), code)
	if errors.Is(err, eqia.ErrNotFound) {
		return v.unfound(r, code)
	}
	if err != nil {
		return err
	}
	v.Publication, v.code, v.standing = found, code, found.CodeStanding(eqia.DayOf(r.Kit.Now()))
	if err := v.read(r); err != nil {
		return err
	}
	return r.Show(frame(r, v.title()+", code "+code.String()), codePage(v))
}

// unfound is the page of a code that no public version has: that there is a record and no more, where that may be said.
func (v checked) unfound(r *page.Request, code record.Code) error {
	said, err := r.Kit.Committee.SaysRestricted(r.Ctx(), code)
	if err != nil {
		return err
	}
	if said {
		v.code, v.standing = code, eqia.CodeRestricted
		return r.Show(frame(r, v.title()+", code "+code.String()), restrictedPage(v))
	}
	return r.Render(http.StatusNotFound, frame(r, unknownTitle), unknownPage(v))
}

// read adds which version is in force, and where members had this one before them.
func (v *checked) read(r *page.Request) error {
	versions, err := r.Kit.Eqia.Register.PublishedVersions(r.Ctx(), v.Reference)
	if err != nil {
		return err
	}
	for _, other := range versions {
		if other.Standing == eqia.InForce {
			v.inForce = other
		}
	}
	list, err := r.Kit.Committee.PublicAppearances(r.Ctx(), v.Reference)
	if err != nil {
		return err
	}
	v.before, v.seen = sittings(list, v.Number())
	return nil
}
