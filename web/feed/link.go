package feed

import (
	"errors"
	"net/http"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// Pages are the page about a person's own calendar, and the calendar itself.
type Pages struct{}

// own is the page about a person's own calendar.
type own struct {
	Has     bool
	MadeOn  string
	Address string // shown once, after it was made
	Public  string
	key     components.Hidden
}

// Calendar tells a person about the address of their calendar, and shows a new one once.
func (Pages) Calendar(r *page.Request) error {
	l, err := r.Kit.Committee.CalendarLink(r.Ctx(), r.Person)
	if err != nil && !errors.Is(err, eqia.ErrNotFound) {
		return err
	}
	v := own{Has: err == nil, MadeOn: eqia.DayOf(l.MadeAt).Words(), Public: r.Address("/meetings.ics"), key: r.Key()}
	if secret := r.Handed(); secret != "" && v.Has {
		v.Address = r.Address(page.Calendar + "/" + secret + ".ics")
	}
	return r.Show(r.Frame("Deadlines in your calendar", "Your account"), ownPage(v))
}

// PostCalendar makes a new address; the one before it stops.
func (Pages) PostCalendar(r *page.Request) error {
	secret, err := r.Kit.Committee.MakeCalendarLink(r.Ctx(), r.Person, r.Once())
	var again *eqia.Repeat
	if errors.As(err, &again) {
		return r.Go("/account/calendar", "")
	}
	if err != nil {
		return err
	}
	r.Hand(secret)
	return r.Go("/account/calendar", "calendar-made")
}

// PostEnd ends the address.
func (Pages) PostEnd(r *page.Request) error {
	if err := r.Kit.Committee.EndCalendarLink(r.Ctx(), r.Person); err != nil {
		return err
	}
	return r.Go("/account/calendar", "calendar-ended")
}

// Secret is the calendar that an address leads to, for the program that asks. It holds a person's own deadlines by reference and meeting, and
// no title.
func (Pages) Secret(r *page.Request) error {
	secret, ok := strings.CutSuffix(r.Param("token"), ".ics")
	if !ok {
		return eqia.ErrNotFound
	}
	diary, err := r.Kit.Committee.OpenCalendar(r.Ctx(), secret)
	if err != nil {
		return err
	}
	body, err := Calendar{Name: "Equality impact assessments", Site: r.Address(""), Entries: diary.Entries(r.Kit.Committee.Calendar.Deadlines())}.Write()
	if err != nil {
		return err
	}
	r.Data(http.StatusOK, ContentType, body)
	return nil
}
