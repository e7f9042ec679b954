package page

import (
	"errors"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"dorset-eqia/eqia"
)

// The fields by which a form says which showing of which page it is.
const (
	drawnField   = "drawn"
	drawnAtField = "drawn-at"
)

// Drawn names the showing of a page that a form was typed on; a new name when the form has none.
func (r *Request) Drawn() eqia.DrawnID {
	if id, err := eqia.ParseID[eqia.DrawnID](r.Posted(drawnField)); err == nil {
		return id
	}
	return eqia.DrawnID(r.Kit.NewID())
}

// DrawnAt is the page's address within its assessment, or beside all of them where it starts one, as its form says; "" when it says nothing of the kind.
func (r *Request) DrawnAt() string { return within(r.Posted(drawnAtField), r.Param("ref")) }

// Within is the address of this page within its assessment, for example "page/change".
func (r *Request) Within() string { return within(r.Request.URL.Path, r.Param("ref")) }

func within(path, reference string) string {
	at, ok := strings.CutPrefix(path, string(ToCase(reference))+"/")
	if !ok {
		return ""
	}
	return at
}

// PutAside keeps what was posted for a person, as text of the page at this address that is not saved. Posted says that they meant to save it.
func (r *Request) PutAside(by eqia.Person, at string, posted bool) error {
	reference := r.Param("ref")
	if _, err := eqia.ParseReference(reference); err != nil && reference != "" {
		return err
	}
	fields := maps.Clone(r.Request.PostForm)
	fields.Del(drawnAtField)
	drawn := r.Drawn()
	fields.Set(drawnField, string(drawn))
	return r.Kit.Eqia.PutAside(r.Ctx(), by, reference, eqia.Unsaved{UnsavedKey: eqia.UnsavedKey{Drawn: drawn}, Page: at, Fields: fields.Encode(), Posted: posted})
}

// Typist is who typed what was posted: the person who is signed in, or whose session on this browser has ended; zero for nobody.
func (r *Request) Typist() eqia.Person {
	if r.Person.ID != "" {
		return r.Person
	}
	return r.Lapsed
}

var errKept = errors.New("signed out, and what was typed is kept")

// AskToSignIn sends a browser to the sign-in page. A page that was asked for is come back to; what was posted is kept for the person whose
// session ended here, or else given back.
func (r *Request) AskToSignIn() error {
	if r.Request.Method == http.MethodGet || r.Request.Method == http.MethodHead {
		return r.Go("/sign-in?next="+url.QueryEscape(r.Request.URL.Path), "")
	}
	if r.Lapsed.ID != "" && r.PutAside(r.Lapsed, r.Within(), true) == nil {
		return errKept
	}
	return errSignedOut
}

// mostKept is how often a minute one person's text is put aside by the page's script.
const mostKept = 60

// pace counts how often each person did something in the present minute.
type pace struct {
	mu    sync.Mutex
	from  time.Time
	times map[eqia.PersonID]int
}

// hurried is ErrTooMany for a person who did it too often in the present minute.
func (p *pace) hurried(who eqia.PersonID, now time.Time) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if now.Sub(p.from) > time.Minute || p.times == nil {
		p.from, p.times = now, map[eqia.PersonID]int{}
	}
	p.times[who]++
	if p.times[who] > mostKept {
		return eqia.ErrTooMany
	}
	return nil
}

// Hurried is ErrTooMany for a person whose text was put aside too often in the present minute.
func (r *Request) Hurried(by eqia.Person) error { return r.Kit.kept.hurried(by.ID, r.Kit.Now()) }
