// Package feed writes calendars that other programs read (iCalendar, RFC 5545), and holds the page and the secret address of a person's own.
package feed

import (
	"bytes"
	"fmt"
	"net/url"

	ics "github.com/arran4/golang-ical"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// Calendar is what is written: its name, where the service is, and what is in it.
type Calendar struct {
	Name    string
	Site    string // address of the service, which makes identifiers its own
	Page    func(committee.MeetingID) string
	Entries []committee.Entry
}

// ContentType is what a calendar is served as.
const ContentType = "text/calendar; charset=utf-8"

// forms of dates and times in RFC 5545.
const (
	utcForm  = "20060102T150405Z"
	zoneForm = "20060102T150405"
	dayForm  = "20060102"
	zone     = "Europe/London"
)

// Write gives the calendar as text: lines of 75 octets at most that end in CR LF.
func (c Calendar) Write() ([]byte, error) {
	site, err := url.Parse(c.Site)
	if err != nil {
		return nil, fmt.Errorf("read the service's address: %w", err)
	}
	cal := ics.NewCalendar()
	cal.SetProductId("-//" + site.Hostname() + "//Equality impact assessments//EN")
	cal.SetCalscale("GREGORIAN")
	cal.SetXWRCalName(c.Name)
	cal.AddVTimezone(london())
	for _, e := range c.Entries {
		cal.AddVEvent(c.event(e, site.Hostname()))
	}
	var out bytes.Buffer
	if err := cal.SerializeTo(&out, ics.WithNewLine("\r\n")); err != nil {
		return nil, fmt.Errorf("write the calendar: %w", err)
	}
	return out.Bytes(), nil
}

func (c Calendar) event(e committee.Entry, host string) *ics.VEvent {
	v := ics.NewEvent(e.UID + "@" + host)
	v.SetDtStampTime(e.Changed)
	v.SetProperty(ics.ComponentPropertyLastModified, e.Changed.UTC().Format(utcForm))
	v.SetSequence(e.Sequence)
	v.SetSummary(eqia.Lines(e.What))
	v.SetStatus(ics.ObjectStatusConfirmed)
	if e.Cancelled {
		v.SetStatus(ics.ObjectStatusCancelled)
	}
	if e.Place != "" {
		v.SetLocation(eqia.Lines(e.Place))
	}
	if e.Meeting != "" && c.Page != nil {
		v.SetURL(c.Site + c.Page(e.Meeting))
	}
	if !e.Starts.IsZero() {
		v.SetProperty(ics.ComponentPropertyDtStart, e.Starts.In(eqia.London()).Format(zoneForm), ics.WithTZID(zone))
		return v
	}
	day := e.Day.Time()
	v.SetProperty(ics.ComponentPropertyDtStart, day.Format(dayForm), ics.WithValue("DATE"))
	v.SetProperty(ics.ComponentPropertyDtEnd, day.AddDate(0, 0, 1).Format(dayForm), ics.WithValue("DATE"))
	v.SetTimeTransparency(ics.TransparencyTransparent)
	return v
}

// london is the rule of the clocks since 1996: summer time from the last Sunday of March to the last of October.
func london() *ics.VTimezone {
	z := ics.NewTimezone(zone)
	part := func(name, starts, month, from, to string) ics.ComponentBase {
		var b ics.ComponentBase
		for _, p := range [][2]string{{"DTSTART", starts}, {"RRULE", "FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU"}, {"TZOFFSETFROM", from},
			{"TZOFFSETTO", to}, {"TZNAME", name}} {
			b.AddProperty(ics.ComponentProperty(p[0]), p[1])
		}
		return b
	}
	z.Components = []ics.Component{&ics.Daylight{ComponentBase: part("BST", "19960331T010000", "3", "+0000", "+0100")},
		&ics.Standard{ComponentBase: part("GMT", "19961027T020000", "10", "+0100", "+0000")}}
	return z
}
