package eqia

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"time"
)

// How much typed text is kept that was not saved, and how long.
const (
	MostUnsaved = 512 << 10           // bytes of one page's fields
	KeepUnsaved = 30 * 24 * time.Hour // after this it is deleted
	UnsavedEach = 50                  // pages' worth that one person may have; the oldest gives way
)

// Unsaved is what one person typed on one page and did not save. It is no part of the record, and nobody else is shown it.
type Unsaved struct {
	UnsavedKey
	Name   string // of the person, for those who work on the same assessment
	Page   string // the page's address within the assessment, for example "page/change"
	Fields string // the fields as a form sends them; empty in lists
	Posted bool   // the person pressed save, and it could not be saved
	At     time.Time
}

// UnsavedKey names what was typed: on which version, by whom, and on which showing of a page.
type UnsavedKey struct {
	Version VersionID
	Person  PersonID
	Drawn   DrawnID
}

// DrawnID names one showing of a page.
type DrawnID string

// StartPage is where an assessment is started. What is typed there belongs to no version yet.
const StartPage = "start"

// unsavedPages are the pages whose text is kept.
var unsavedPages = regexp.MustCompile(`^(start|page/[a-z0-9_-]+|impacts(/[a-z0-9_+-]+)?|shared-reason|list/(evidence|engagement|option|action)(/[0-9]{1,9})?)$`)

// Starting is what a person meets before there is an assessment: no version, and what they typed to start one.
func (s *Service) Starting(ctx context.Context, by Person) (Case, error) {
	left, err := s.Store.UnsavedStarts(ctx, by.ID)
	return Case{Version: Version{Unsaved: left}, Person: by, Today: DayOf(s.Now()), Now: s.Now().UTC()}, err
}

// mayType refuses those whose text on a page is not kept: anyone may start an assessment, and else it takes someone who may save the page.
func (s *Service) mayType(c Case) error {
	if c.ID == "" {
		return nil
	}
	return s.mayEdit(c)
}

// PutAside keeps what a person typed, without judging it; where there is no reference, to start an assessment with. It moves no counter and is no act: nothing is saved.
func (s *Service) PutAside(ctx context.Context, by Person, reference string, u Unsaved) error {
	var c Case
	if reference != "" {
		var err error
		if c, err = s.Open(ctx, by, reference); err != nil {
			return err
		}
	}
	if err := s.mayType(c); err != nil {
		return err
	}
	if u.Drawn == "" || !Keepable(u.Page) || (u.Page == StartPage) != (reference == "") {
		return ErrNotFound
	}
	if len(u.Fields) > MostUnsaved {
		return &Invalid{Field: "fields", Says: "This is too long to keep. Save it"}
	}
	u.Version, u.Person, u.At = c.ID, by.ID, s.Now().UTC()
	return s.Store.KeepUnsaved(ctx, u)
}

// UnsavedOf is what this person typed on one showing of a page, with its fields. Another's is ErrNotFound.
func (s *Service) UnsavedOf(ctx context.Context, c Case, drawn DrawnID) (Unsaved, error) {
	if err := s.mayType(c); err != nil {
		return Unsaved{}, err
	}
	return s.Store.Unsaved(ctx, UnsavedKey{c.ID, c.Person.ID, drawn})
}

// DropUnsaved deletes what this person typed on one showing of a page; it is no error when it is gone already.
func (s *Service) DropUnsaved(ctx context.Context, c Case, drawn DrawnID) error {
	if err := s.mayType(c); err != nil {
		return err
	}
	return s.Store.DropUnsaved(ctx, UnsavedKey{c.ID, c.Person.ID, drawn})
}

// Left lists what this person typed on a page and did not save, newest first, without the fields.
func (c Case) Left(page string) []Unsaved {
	var out []Unsaved
	for _, u := range c.Unsaved {
		if u.Person == c.Person.ID && u.Page == page && c.Now.Sub(u.At) < KeepUnsaved {
			out = append(out, u)
		}
	}
	slices.SortStableFunc(out, func(a, b Unsaved) int { return b.At.Compare(a.At) })
	return out
}

// AtWork is someone else who worked on an assessment a short while ago.
type AtWork struct {
	Name    string
	Minutes int
}

// workedLately is how long ago someone may have worked and still be shown as working.
const workedLately = 15 * time.Minute

// AtWork lists who else worked on the assessment in the last quarter of an hour, the last first. Within narrows it to one page's parts and
// address; nil for all of it. Only people who may know who works on it are told.
func (c Case) AtWork(within func(PartKey, string) bool) []AtWork {
	if !c.Insider() || !c.State.Editable() {
		return nil
	}
	last, names := map[PersonID]time.Time{}, map[PersonID]string{}
	note := func(who PersonID, name string, at time.Time) {
		if who != c.Person.ID && name != "" && c.Now.Sub(at) <= workedLately && at.After(last[who]) {
			last[who], names[who] = at, name
		}
	}
	for key, s := range c.Stamps {
		if within == nil || within(key, "") {
			note(s.By, s.ByName, s.At)
		}
	}
	for _, u := range c.Unsaved {
		if within == nil || within(PartKey{}, u.Page) {
			note(u.Person, u.Name, u.At)
		}
	}
	out := make([]AtWork, 0, len(last))
	for who, at := range last {
		out = append(out, AtWork{Name: names[who], Minutes: int(c.Now.Sub(at).Minutes())})
	}
	slices.SortFunc(out, func(a, b AtWork) int {
		if a.Minutes != b.Minutes {
			return a.Minutes - b.Minutes
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
}

// spent is the key of what a save makes of no more use; the zero key when the save came from no showing of a page.
func (c Case) spent() UnsavedKey {
	if c.Drawn == "" {
		return UnsavedKey{}
	}
	return UnsavedKey{c.ID, c.Person.ID, c.Drawn}
}

// spend deletes what was kept of a page that was saved without a change, where there is any.
func (s *Service) spend(ctx context.Context, c Case) error {
	key := c.spent()
	if !slices.ContainsFunc(c.Unsaved, func(u Unsaved) bool { return u.UnsavedKey == key }) {
		return nil
	}
	return s.Store.DropUnsaved(ctx, key)
}

// Keepable reports whether what is typed on the page at this address within an assessment can be kept.
func Keepable(page string) bool { return unsavedPages.MatchString(page) }
