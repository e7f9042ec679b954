package eqia

import (
	"context"
	"embed"
	"fmt"
	"slices"
	"strconv"
	"time"

	"dorset-eqia/workflow"
)

//go:embed texts/*.txt
var texts embed.FS

// ActText is the act of wording one of the pages that every footer leads to.
const ActText workflow.Event = "text.change"

// TextName names one of the pages that every footer leads to, whose words are the council's.
type TextName string

// The pages.
const (
	AccessibilityText TextName = "accessibility"
	PrivacyText       TextName = "privacy"
	CookiesText       TextName = "cookies"
	ContactText       TextName = "contact"
)

// TextNames lists the pages in the order of the footer.
func TextNames() []TextName {
	return []TextName{AccessibilityText, PrivacyText, CookiesText, ContactText}
}

// Valid reports whether n is one of the pages.
func (n TextName) Valid() bool { return slices.Contains(TextNames(), n) }

// Label is the page's heading.
func (n TextName) Label() string {
	return map[TextName]string{AccessibilityText: "Accessibility statement", PrivacyText: "Privacy notice", CookiesText: "Cookies", ContactText: "Contact"}[n]
}

// Slots lists what the service itself puts into the page, which its words have to leave room for.
func (n TextName) Slots() []string {
	return map[TextName][]string{AccessibilityText: {"tests", "contact"}, PrivacyText: {"contact"}, CookiesText: {"cookies"}, ContactText: {"contact"}}[n]
}

// PublicText is the words of a page as the council has them since a moment.
type PublicText struct {
	Name   TextName
	No     int // counted from 1; 0 for the words that the service comes with
	Body   string
	MadeAt time.Time
	MadeBy PersonID
	ByName string // only where it is asked for
}

// DefaultText is the words that the service comes with.
func DefaultText(n TextName) PublicText {
	body, err := texts.ReadFile("texts/" + string(n) + ".txt")
	if err != nil {
		panic(fmt.Sprintf("there are no words for %q", n)) // a test reads them all
	}
	return PublicText{Name: n, Body: string(body)}
}

// mostText is how long such a page can be.
const mostText = 20_000

// validate refuses words that are none, too many, or leave out what the page must have.
func (t PublicText) validate() error {
	if len(t.Body) > mostText {
		return &Invalid{Field: "body", Says: "This is too long. Keep it under 20,000 characters"}
	}
	if err := ValidText("body", t.Body); err != nil {
		return err
	}
	paras, err := ParseProse(t.Body)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(paras, func(p Para) bool { return p.Kind == PlainPara }) {
		return &Invalid{Field: "body", Says: "Enter the words of the page"}
	}
	for _, slot := range t.Name.Slots() {
		if !slices.ContainsFunc(paras, func(p Para) bool { return p.Slot == slot }) {
			return &Invalid{Field: "body", Says: "Keep a line with {" + slot + "} alone in it. The service puts something there"}
		}
	}
	for _, p := range paras {
		if p.Kind == SlotPara && !slices.Contains(t.Name.Slots(), p.Slot) {
			return &Invalid{Field: "body", Says: "There is nothing to put in the place of {" + p.Slot + "}. Take the line out"}
		}
	}
	return nil
}

// Texts is every wording of a page, the newest first, for administrators; the last is the one that the service comes with.
func (s *Service) Texts(ctx context.Context, by Person, n TextName) ([]PublicText, error) {
	if !by.Holds(workflow.Administrator) || !n.Valid() {
		return nil, ErrNotFound
	}
	list, err := s.Store.Texts(ctx, n)
	return append(list, DefaultText(n)), err
}

// ChangeText words a page anew, from the wording that the administrator read: ErrMoved when someone else did since. The words before stay
// in the record.
func (s *Service) ChangeText(ctx context.Context, by Person, t PublicText, once string) error {
	list, err := s.Texts(ctx, by, t.Name)
	if err != nil {
		return err
	}
	if _, used, err := s.Store.Repeated(ctx, once); err != nil || used {
		return err
	}
	t.Body = Lines(t.Body)
	if err := t.validate(); err != nil {
		return err
	}
	if t.No != list[0].No {
		return ErrMoved
	}
	if t.Body == Lines(list[0].Body) {
		return &Invalid{Field: "body", Says: "Change something first, or go back"}
	}
	t.No, t.MadeAt, t.MadeBy = t.No+1, s.Now().UTC().Truncate(time.Microsecond), by.ID
	act := Act{At: t.MadeAt, By: by.ID, Kind: ActText, Subject: "text/" + string(t.Name), Facts: map[string]string{"no": strconv.Itoa(t.No)}}
	return s.Store.Write(ctx, &Change{Once: once, Result: string(t.Name), Text: &t, Acts: []Act{act}})
}
