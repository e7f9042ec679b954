package moderngov

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// rawMeeting is a meeting as the XML has it. Anything may be missing.
type rawMeeting struct {
	ID          string    `xml:"meetingid"`
	Date        string    `xml:"meetingdate"`
	Time        string    `xml:"meetingtime"`
	Location    string    `xml:"meetinglocation"`
	Status      string    `xml:"meetingstatus"`
	CommitteeID string    `xml:"committeeid"`
	Committee   string    `xml:"committeetitle"`
	Items       []rawItem `xml:"agendaitems>agendaitem"`
}

type rawItem struct {
	ID         string        `xml:"agendaitemid"`
	Number     string        `xml:"agendaitemnumber"`
	Shown      string        `xml:"fulldisplaynumberformat"`
	Title      string        `xml:"agendaitemtitle"`
	Restricted string        `xml:"isrestricted"`
	Documents  []rawDocument `xml:"linkeddocuments>linkeddoc"`
}

type rawDocument struct {
	ID         string `xml:"attachmentid"`
	Title      string `xml:"title"`
	URL        string `xml:"url"`
	Restricted string `xml:"isrestricted"`
}

func (r rawMeeting) meeting() (Meeting, error) {
	id := plain(r.ID)
	if id == "" {
		return Meeting{}, fmt.Errorf("a meeting has no number")
	}
	starts, err := when(plain(r.Date), plain(r.Time))
	if err != nil {
		return Meeting{}, fmt.Errorf("meeting %s: %w", id, err)
	}
	m := Meeting{ID: id, CommitteeID: plain(r.CommitteeID), Committee: plain(r.Committee), StartsAt: starts, Venue: plain(r.Location),
		RawStatus: plain(r.Status), Status: statusOf(plain(r.Status))}
	for _, i := range r.Items {
		m.Items = append(m.Items, i.item())
	}
	m.once()
	return m, nil
}

// once leaves out a paper that an earlier item has already: a report that is referred on is linked to each of them.
func (m *Meeting) once() {
	seen := map[string]bool{}
	for i := range m.Items {
		m.Items[i].Documents = slices.DeleteFunc(m.Items[i].Documents, func(d Document) bool {
			key := d.ID + "|" + d.URL
			if d.ID != "" {
				key = d.ID
			}
			was := seen[key]
			seen[key] = true
			return was
		})
	}
}

// when reads a date as the system writes it, day first, with its time.
func when(date, hour string) (time.Time, error) {
	date, _, _ = strings.Cut(date, " ")
	day, err := time.ParseInLocation("02/01/2006", date, eqia.London())
	if err != nil {
		if day, err = time.ParseInLocation(time.DateOnly, date, eqia.London()); err != nil {
			return day, fmt.Errorf("%q is not a date", date)
		}
	}
	if day.Year() < 1990 || day.Year() > 2099 {
		return day, fmt.Errorf("the year %d can't be right", day.Year())
	}
	if at, ok := committee.ReadClock(hour); ok {
		return committee.InLondon(eqia.DayOf(day), at), nil
	}
	return day, nil
}

// statusOf reads the first words of a status; what follows them is the council's own.
func statusOf(raw string) committee.Status {
	first, rest, _ := strings.Cut(strings.ToLower(raw), ";")
	first = strings.TrimSpace(first)
	switch {
	case strings.HasPrefix(first, "cancel"):
		return committee.Cancelled
	case strings.HasPrefix(first, "rescheduled"), strings.HasPrefix(first, "postponed"):
		return committee.Rescheduled
	case strings.HasPrefix(first, "occurred"), strings.HasPrefix(first, "held"):
		return committee.Held
	case strings.HasPrefix(first, "confirmed") && strings.HasPrefix(strings.TrimSpace(rest), "rescheduled to"):
		return committee.Rescheduled
	case strings.HasPrefix(first, "confirmed"):
		return committee.Confirmed
	default:
		return committee.Provisional
	}
}

func (r rawItem) item() Item {
	i := Item{ID: plain(r.ID), Number: strings.Trim(plain(r.Shown), ". "), Title: plain(r.Title), Access: committee.Open}
	if i.Number == "" {
		i.Number = strings.Trim(plain(r.Number), ". ")
	}
	if i.Heading = i.Number == "" || i.Number == "0"; i.Heading {
		i.Number = ""
	}
	restricted := yes(r.Restricted) || committee.MarkedExempt(i.Title)
	if restricted {
		i.Access = committee.FullyExempt
	}
	for _, d := range r.Documents {
		doc := Document{ID: plain(d.ID), Title: plain(d.Title), URL: strings.TrimSpace(d.URL), Access: i.Access}
		if yes(d.Restricted) {
			doc.Access = committee.FullyExempt
		}
		if !restricted && doc.Access == committee.FullyExempt {
			i.Access = committee.PartExempt
		}
		i.Documents = append(i.Documents, doc)
	}
	i.Kind = committee.KindOf(i.Title)
	return i
}

// yes reads the system's True; anything else, and nothing, is no.
func yes(s string) bool { return strings.EqualFold(strings.TrimSpace(s), "true") }
