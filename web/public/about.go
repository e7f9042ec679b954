package public

import (
	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/web/page"
)

// The days the accessibility statement was written, and by which it is looked at again.
const (
	statementWritten eqia.Day = "2026-11-22"
	statementReview  eqia.Day = "2027-11-22"
)

// Accessibility says how far everyone can use the service, how that was checked and whom to tell.
func (Pages) Accessibility(r *page.Request) error {
	return about(r, "Accessibility statement", accessibilityPage(r.Kit.Settings))
}

// Privacy says what the service keeps about people and why.
func (Pages) Privacy(r *page.Request) error {
	return about(r, "Privacy notice", privacyPage(r.Kit.Settings))
}

// Cookies lists the cookies, which only people who sign in are given.
func (Pages) Cookies(r *page.Request) error { return about(r, "Cookies", cookiesPage()) }

// Contact says how to reach the equality team.
func (Pages) Contact(r *page.Request) error { return about(r, "Contact", contactPage(r.Kit.Settings)) }

func about(r *page.Request, title string, body templ.Component) error {
	keep(r)
	return r.Show(frame(r, title, ""), body)
}
