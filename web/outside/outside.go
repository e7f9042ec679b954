// Package outside holds what people without an account see of a draft that was released to them for consultation. Their link is all they
// have: no session is read and no cookie is set.
package outside

import (
	"context"
	"net/http"
	"time"

	"github.com/ulule/limiter/v3"
	"github.com/ulule/limiter/v3/drivers/store/memory"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// Requests that are let through in one period: links that nobody gave, by where they come from, and comments of one reader.
const (
	brakePeriod  = 15 * time.Minute
	mostUnknown  = 100
	mostComments = 60
)

// Pages are the pages of outside readers.
type Pages struct{ unknown, comments *limiter.Limiter }

// New makes the pages, with nothing counted yet.
func New() *Pages {
	atMost := func(n int64) *limiter.Limiter {
		return limiter.New(memory.NewStore(), limiter.Rate{Period: brakePeriod, Limit: n})
	}
	return &Pages{unknown: atMost(mostUnknown), comments: atMost(mostComments)}
}

// opened is what the link in the address leads to. Too many unknown links from one network are ErrTooMany, whether or not the next is known.
func (p *Pages) opened(r *page.Request) (eqia.Reading, error) {
	from := page.Network(r.ClientIP())
	count, err := p.unknown.Peek(r.Ctx(), from)
	if err != nil {
		return eqia.Reading{}, err
	}
	if count.Remaining == 0 {
		return eqia.Reading{}, eqia.ErrTooMany
	}
	found, err := r.Kit.Eqia.OpenLink(r.Ctx(), r.Param("token"))
	if err != nil {
		_, counted := p.unknown.Get(context.WithoutCancel(r.Ctx()), from)
		if counted != nil {
			return found, counted
		}
	}
	return found, err
}

// reading is a released draft on its page.
type reading struct {
	eqia.Reading
	doc  document.Doc
	link string
	key  func() components.Hidden
}

func (v reading) at() string { return page.Consultation + "/" + v.link }

func read(r *page.Request, found eqia.Reading) reading {
	v := reading{Reading: found, link: r.Param("token"), key: r.Key}
	v.doc = document.Of(found.Content, found.Form, string(eqia.DayOf(found.Header.StartedAt))).With(nil, v.below)
	return v
}

// frame is the frame of a page about a released draft.
func frame(r *page.Request, v eqia.Reading, title string) components.Page {
	return r.Frame(title, v.Assessment.Reference)
}

// Read shows the draft as it was released, with what the reader said about it. A link that no longer opens says so.
func (p *Pages) Read(r *page.Request) error {
	found, err := p.opened(r)
	if err != nil {
		return err
	}
	if !found.Open {
		return closed(r, found)
	}
	return r.Show(frame(r, found, "Draft for consultation"), readingPage(read(r, found)))
}

func closed(r *page.Request, found eqia.Reading) error {
	return r.Render(http.StatusGone, frame(r, found, "This consultation has closed"), closedPage(r.Kit.Settings.Contact))
}
