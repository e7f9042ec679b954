// Package page holds what every page of the service shares: the request with its person, the frame, the one table that turns errors
// into pages, and the guards that stand before all of them.
package page

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/a-h/templ"
	"github.com/gin-gonic/gin"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	eqiaform "dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
)

// Kit is what pages need from outside, wired once at start-up.
type Kit struct {
	Eqia      *eqia.Service
	Committee *committee.Service
	Reader    form.Reader
	Assets    components.Assets
	Settings  Settings
	Now       func() time.Time
	NewID     func() string
	kept      pace // how often text was put aside
	shelf     shelf
}

// Settings are what a council or an operator chooses.
type Settings struct {
	Service string // name of the service
	Council string
	Contact string // the equality team, in words
	BaseURL string // https address the service is reached at; empty on loopback
	Demo    bool
	System  string // host of the committee system that is asked for meetings; empty when none is
}

// Request is one request as a page handler meets it.
type Request struct {
	*gin.Context
	Kit     *Kit
	Person  eqia.Person // zero when nobody is signed in
	Lapsed  eqia.Person // whose session on this browser ended by itself; zero when none did
	session string
}

// Handler answers one request, or returns the error that the table turns into a page.
type Handler func(*Request) error

// Public answers without looking at who is asking: no session is read and no cookie is set.
func (k *Kit) Public(h Handler) gin.HandlerFunc {
	return func(c *gin.Context) { k.answer(&Request{Context: c, Kit: k}, h) }
}

// Open answers anyone, and knows who is signed in.
func (k *Kit) Open(h Handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		r := &Request{Context: c, Kit: k}
		c.Header("Cache-Control", "no-store")
		if err := r.recall(); err != nil && !errors.Is(err, eqia.ErrNotFound) {
			k.fail(r, err)
			return
		}
		k.answer(r, h)
	}
}

// Staff answers people who are signed in, and asks everyone else to sign in first.
func (k *Kit) Staff(h Handler) gin.HandlerFunc {
	return k.Open(func(r *Request) error {
		if r.Person.ID == "" {
			return r.AskToSignIn()
		}
		return h(r)
	})
}

func (k *Kit) answer(r *Request, h Handler) {
	if err := h(r); err != nil {
		k.fail(r, err)
	}
}

// Render writes a page. It is drawn whole before the first byte is sent, so nobody sees half of one.
func (r *Request) Render(status int, frame components.Page, body templ.Component) error {
	b := templ.GetBuffer()
	defer templ.ReleaseBuffer(b)
	ctx := templ.WithChildren(r.Request.Context(), body)
	if err := frame.View().Render(ctx, b); err != nil {
		return err
	}
	r.Data(status, "text/html; charset=utf-8", b.Bytes())
	return nil
}

// Show writes a page that was read without trouble: 200, or 422 when it has something to put right.
func (r *Request) Show(frame components.Page, body templ.Component) error {
	status := http.StatusOK
	if len(frame.Errors) > 0 {
		status = http.StatusUnprocessableEntity
	}
	return r.Render(status, frame, body)
}

// Go answers a post by sending the browser to the next page, with a message from the list of flashes; "" for none.
func (r *Request) Go(to, flash string) error {
	if flash != "" {
		r.setCookie(r.Kit.cookie("flash"), flash, 60)
	}
	r.Redirect(http.StatusSeeOther, to)
	return nil
}

// Ctx is the request's context for reads; writes are not cut short when a browser goes away.
func (r *Request) Ctx() context.Context { return r.Request.Context() }

// Case opens the assessment that the address names, as this person meets it.
func (r *Request) Case() (eqia.Case, error) {
	ref, err := eqia.ParseReference(r.Param("ref"))
	if err != nil {
		return eqia.Case{}, err
	}
	return r.Kit.Eqia.OpenVersion(r.Ctx(), r.Person, ref, r.Param("number"))
}

// Council is the form of the council whose service this is, with every version it has used.
func (r *Request) Council() eqiaform.Profile {
	return r.Kit.Eqia.KnownCouncil(r.Ctx(), r.Kit.Eqia.Profile)
}

// Read fills a page's form from what was posted, and says what is to be put right.
func (r *Request) Read(into any) form.Errors { return r.Kit.Reader.Read(r.Request.PostForm, into) }

// Posted is the first value of a posted field; the query is never looked at.
func (r *Request) Posted(name string) string { return r.Request.PostForm.Get(name) }

// Key is a new one-time key for a form.
func (r *Request) Key() components.Hidden {
	return components.Hidden{Name: "once", Value: r.Kit.NewID()}
}

// Once is the one-time key that came with a form, made this person's own; "" when there was none worth the name.
func (r *Request) Once() string {
	key, err := eqia.ParseID[eqia.CommentID](r.Posted("once"))
	if err != nil {
		return ""
	}
	return string(r.Person.ID) + "/" + string(key)
}

// OnceOf is the key of one thing that a form does with what was typed: the same text sent twice has one key, another text has another;
// "" when the form had no key.
func (r *Request) OnceOf(what ...any) string {
	once := r.Once()
	raw, err := json.Marshal(what)
	if once == "" || err != nil {
		return ""
	}
	sum := sha256.Sum256(raw)
	return once + "/" + hex.EncodeToString(sum[:12])
}

// Done treats a form that was sent twice as the success that it was the first time.
func Done(err error) error {
	var again *eqia.Repeat
	if errors.As(err, &again) {
		return nil
	}
	return err
}

// Wrong turns a domain error about one field into the page's list of errors; false when the error is about something else.
func Wrong(err error) (form.Errors, bool) { return WrongIn(err, nil) }

// WrongIn is Wrong for a form with names of its own: names gives the page's field for the domain's, where they differ.
func WrongIn(err error, names map[string]string) (form.Errors, bool) {
	var invalid *eqia.Invalid
	if !errors.As(err, &invalid) {
		return nil, false
	}
	field, ok := names[invalid.Field]
	if !ok {
		field = invalid.Field
	}
	return form.Errors{{Field: field, ID: field, Message: invalid.Says}}, true
}
