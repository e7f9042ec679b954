package author

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// aside is what a page says beside its questions: text that this person typed on it and did not save, who else is at work on it, and what
// on it was copied. It also names this showing of the page, so that what is typed on it can be kept.
type aside struct {
	To     page.To
	Drawn  eqia.DrawnID
	At     string         // the page's address within the assessment
	Offer  []eqia.Unsaved // newest first
	Taken  eqia.Unsaved   // what is in the fields; the zero value when they hold what is saved
	AtWork []eqia.AtWork
	Copied string // where it was copied from, in words
}

// asideOf is what a page says that shows these parts.
func asideOf(r *page.Request, c eqia.Case, parts ...eqia.PartKey) aside {
	a := aside{To: page.ToCase(c.Assessment.Reference), Drawn: c.Drawn, At: r.Within()}
	a.Offer = slices.DeleteFunc(c.Left(a.At), func(u eqia.Unsaved) bool { return u.Drawn == a.Drawn })
	a.AtWork = c.AtWork(func(k eqia.PartKey, at string) bool { return at == a.At || at == "" && slices.Contains(parts, k) })
	for _, k := range parts {
		if c.Unchecked(k) {
			a.Copied = copiedWords(c, c.Copied[k])
			break
		}
	}
	return a
}

// copiedWords says where something was copied from, and how old it is.
func copiedWords(c eqia.Case, from eqia.Copied) string {
	return "Copied from " + from.Source + ", written " + from.Age(c.Today) + "."
}

// hidden is what the page's form carries: its own fields, and which showing of the page it is.
func (a aside) hidden(own ...components.Hidden) []components.Hidden {
	return append(slices.Clone(own), components.Hidden{Name: "drawn", Value: string(a.Drawn)})
}

// take says that the fields hold what was not saved.
func (a *aside) take(u eqia.Unsaved) {
	a.Taken, a.Drawn = u, u.Drawn
	a.Offer = slices.DeleteFunc(a.Offer, func(o eqia.Unsaved) bool { return o.Drawn == u.Drawn })
}

// whose is what the forms about one kept text carry.
func (a aside) whose(u eqia.Unsaved) []components.Hidden {
	return []components.Hidden{{Name: "drawn", Value: string(u.Drawn)}, {Name: "drawn-at", Value: a.To.Do(a.At)}}
}

// keep is where the page's script sends what is typed.
func (a aside) keep() string { return a.To.Do("unsaved") }

// use is where the page is shown with a kept text in its fields.
func (a aside) use(u eqia.Unsaved) string { return a.To.Do(a.At) + "?unsaved=" + string(u.Drawn) }

// working says who else is at work, a sentence each.
func (a aside) working() []string { return workingWords(a.AtWork) }

func workingWords(all []eqia.AtWork) []string {
	var out []string
	for _, w := range all {
		ago := "less than a minute"
		if w.Minutes > 0 {
			ago = components.Count(w.Minutes, "minute", "minutes")
		}
		out = append(out, w.Name+" was working on this "+ago+" ago.")
	}
	return out
}

// restored shows a page with text in its fields that was not saved: what the person asked to use, or what they tried to save after they had
// been signed out. It is false when there is none, or when the page has changed so much that it no longer fits.
func restored(r *page.Request, c eqia.Case, show func(eqia.Unsaved) error) (shown bool, err error) {
	left := c.Left(r.Within())
	i := slices.IndexFunc(left, func(u eqia.Unsaved) bool { return string(u.Drawn) == r.Query("unsaved") })
	asked := i >= 0
	if !asked {
		i = slices.IndexFunc(left, func(u eqia.Unsaved) bool { return u.Posted })
	}
	if i < 0 {
		return false, nil
	}
	u, err := r.Kit.Eqia.UnsavedOf(r.Ctx(), c, left[i].Drawn)
	if errors.Is(err, eqia.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return true, err
	}
	if r.Request.PostForm, err = url.ParseQuery(u.Fields); err != nil {
		return true, err
	}
	err = show(u)
	if errors.Is(err, errUnfit) && !asked {
		r.Request.PostForm = url.Values{}
		return false, nil
	}
	return true, err
}

// errUnfit means that kept text no longer fits its page. The page for it gives the text back.
var errUnfit = fmt.Errorf("what was kept does not fit: %w", eqia.ErrMoved)

// PostUnsaved keeps what a person typed on a page, sent by the page's script. It saves and judges nothing.
func (Pages) PostUnsaved(r *page.Request) error {
	by := r.Typist()
	if by.ID == "" {
		return r.AskToSignIn()
	}
	if err := r.Hurried(by); err != nil {
		return err
	}
	if err := r.PutAside(by, r.DrawnAt(), false); err != nil {
		return err
	}
	if r.Person.ID == "" {
		r.String(http.StatusOK, "You are signed out. What you typed is kept. Save the page to sign in and carry on.")
		return nil
	}
	r.String(http.StatusOK, "Draft kept at "+clock(r.Kit.Now()))
	return nil
}

// clock is the time of day as it is written on pages, for example "10:42am".
func clock(t time.Time) string { return t.In(eqia.London()).Format("3:04pm") }

// typing opens the case that a page's text belongs to: the one the address names, or none where one is being started.
func typing(r *page.Request) (eqia.Case, error) {
	if r.Param("ref") == "" {
		return r.Kit.Eqia.Starting(r.Ctx(), r.Person)
	}
	return editing(r)
}

// PostDropUnsaved deletes text that was not saved, and goes back to its page.
func (Pages) PostDropUnsaved(r *page.Request) error {
	c, err := typing(r)
	if err != nil {
		return err
	}
	drawn, err := eqia.ParseID[eqia.DrawnID](r.Posted("drawn"))
	if err != nil {
		return errUnsaid
	}
	if err := r.Kit.Eqia.DropUnsaved(r.Ctx(), c, drawn); err != nil {
		return err
	}
	to := page.ToCase(c.Assessment.Reference)
	if at := r.DrawnAt(); eqia.Keepable(at) {
		return r.Go(to.Do(at), "dropped")
	}
	return r.Go(to.Hub(), "dropped")
}
