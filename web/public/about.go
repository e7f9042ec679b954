package public

import (
	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/web/page"
)

// wordsWritten is the day on which the words were written that the service comes with.
const wordsWritten eqia.Day = "2026-11-22"

// about is a page that every footer leads to: the council's words, with what the service puts among them.
type about struct {
	eqia.PublicText
	council string
	paras   []para
	slots   map[string]templ.Component
}

// Accessibility says how far everyone can use the service, how that was checked and whom to tell.
func (Pages) Accessibility(r *page.Request) error {
	checked, err := lastChecked()
	if err != nil {
		return err
	}
	return show(r, eqia.AccessibilityText, map[string]templ.Component{"tests": checked.view()})
}

// Privacy says what the service keeps about people and why.
func (Pages) Privacy(r *page.Request) error { return show(r, eqia.PrivacyText, nil) }

// Cookies lists the cookies, which only people who sign in are given.
func (Pages) Cookies(r *page.Request) error {
	return show(r, eqia.CookiesText, map[string]templ.Component{"cookies": cookieTable()})
}

// Contact says how to reach the equality team, and how to ask for another format.
func (Pages) Contact(r *page.Request) error { return show(r, eqia.ContactText, nil) }

func show(r *page.Request, name eqia.TextName, slots map[string]templ.Component) error {
	text, err := r.Kit.Eqia.Register.Text(r.Ctx(), name)
	if err != nil {
		return err
	}
	v := about{PublicText: text, council: r.Kit.Settings.Council, slots: map[string]templ.Component{"contact": contactLines(r.Kit.Settings)}}
	for slot, content := range slots {
		v.slots[slot] = content
	}
	if v.paras, err = paragraphs(text.Body); err != nil {
		return err
	}
	if same, err := known(r, []any{text, text.Body}); same || err != nil {
		return err
	}
	return r.Show(frame(r, name.Label(), ""), aboutPage(v))
}

// written is the day of the words.
func (v about) written() eqia.Day {
	if v.No == 0 {
		return wordsWritten
	}
	return eqia.DayOf(v.MadeAt)
}

// review is the day by which an accessibility statement is looked at again: a year after it was written.
func (v about) review() eqia.Day { return eqia.DayOf(v.written().Time().AddDate(1, 0, 0)) }
