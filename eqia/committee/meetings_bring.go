package committee

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
)

// bring sets every meeting that was read beside what is kept.
func (m *MeetingsImport) bring(read ReadMeetings, h hall) {
	m.Bad, m.LeftOut, m.Rows, m.Flags, m.Errors = read.Bad, read.LeftOut, read.Rows, []Flagged{}, append([]BadCell{}, read.Errors...)
	for _, r := range read.Meetings {
		was, says := h.meeting(r)
		if says != "" {
			m.leaveMeeting(r, says)
			continue
		}
		found := was.ID != ""
		if r.AgendaAlone || m.meeting(r, h, &was) {
			m.agenda(r, h, &was, found)
		}
	}
	slices.SortStableFunc(m.Errors, func(x, y BadCell) int { return cmp.Compare(x.Row, y.Row) })
}

// leaveMeeting notes why a meeting is left out, with its rows where it came in a file.
func (m *MeetingsImport) leaveMeeting(r ReadMeeting, says string) {
	switch {
	case r.AgendaAlone:
		for _, i := range r.Items {
			m.Errors = append(m.Errors, BadCell{i.Row, "meeting_ref", says})
		}
	case r.Row > 0:
		m.Errors = append(m.Errors, BadCell{r.Row, "committee", strings.ToUpper(says[:1]) + says[1:]})
	default:
		m.Bad = append(m.Bad, "Meeting "+r.SourceID+": "+says)
	}
}

// leave notes why something is left out that would not be right: the row of a file, or what the committee system calls it.
func (m *MeetingsImport) leave(row int, called string, err error) {
	column, says := "", err.Error()
	var invalid *eqia.Invalid
	if errors.As(err, &invalid) {
		column, says = invalid.Field, invalid.Says
	}
	if row == 0 {
		m.Bad = append(m.Bad, called+": "+says)
		return
	}
	if name := map[string]string{"pages": "page_from", "urgent_reason": "kind", "report": "report_ref", "starts": "date"}[column]; name != "" {
		column = name
	}
	m.Errors = append(m.Errors, BadCell{row, column, says})
}

// meeting is the meeting that is kept, or a new one of its committee; with words where it can't be told which one is meant.
func (h hall) meeting(r ReadMeeting) (found Meeting, says string) {
	at, says := h.place(r)
	switch {
	case says != "":
		return found, says
	case at >= 0:
		return h.meetings[at], ""
	case r.AgendaAlone:
		return found, "There is no meeting “" + r.SourceID + "” here. Write what its source calls it, or its committee and date, and bring the meeting in first"
	}
	i := h.committee(r.Committee)
	if i < 0 {
		return found, "there is no committee called “" + r.Committee + "” here. Add it first"
	}
	return Meeting{Committee: h.committees[i]}, ""
}

func (h hall) committee(name string) int {
	return slices.IndexFunc(h.committees, func(c Committee) bool { return c.named(name) })
}

// place finds the meeting that is kept: the one that came from the source under that name, or the committee's only one on that day. One that
// another source has a name for is only meant where this source has none. It is -1 where there is none.
func (h hall) place(r ReadMeeting) (at int, says string) {
	id := h.known(ImportedMeeting, r.SourceID)
	at = slices.IndexFunc(h.meetings, func(m Meeting) bool {
		return id != "" && string(m.ID) == id || r.AgendaAlone && string(m.ID) == r.SourceID
	})
	if at >= 0 || id != "" {
		return at, ""
	}
	fits := h.thatDay(r)
	if len(fits) > 1 && r.Loose {
		fits = slices.DeleteFunc(fits, func(i int) bool { return !h.meetings[i].StartsAt.Equal(r.StartsAt) })
		if len(fits) != 1 {
			return -1, "“" + r.Committee + "” meets more than once on that day. Write what the source calls the meeting"
		}
	}
	if len(fits) == 0 {
		return -1, ""
	}
	return fits[0], ""
}

// thatDay lists the committee's meetings on the day that the source names, but for those that another source has a name for, unless this one has none.
func (h hall) thatDay(r ReadMeeting) []int {
	c := h.committee(r.Committee)
	if c < 0 || r.day() == "" {
		return nil
	}
	var fits []int
	for i, m := range h.meetings {
		_, heard := h.heard[string(ImportedMeeting)+"|"+string(m.ID)]
		if (r.Loose || !heard) && m.Committee.ID == h.committees[c].ID && m.Day() == r.day() {
			fits = append(fits, i)
		}
	}
	return fits
}

// meeting sets one meeting beside what is kept of it, and leaves it as it becomes; false when it would not be right.
func (m *MeetingsImport) meeting(r ReadMeeting, h hall, now *Meeting) bool {
	theirs, ours := r.said(), now.said()
	local := r.StartsAt.In(eqia.London())
	if now.ID != "" && now.Day() == r.day() && local.Hour()+local.Minute() == 0 {
		theirs["starts"] = ours["starts"] // the source gives no time
	}
	if r.Status == Held && now.Status != Held && now.ID != "" {
		theirs["status"] = ours["status"] // what was before members is kept when a clerk records that it was held
	}
	next, c, news := h.one(spoken{ImportedMeeting, string(now.ID), r.SourceID, r.Loose, ours, theirs})
	if !news {
		m.Unchanged++
		return true
	}
	*now = now.becoming(next)
	now.Source, now.SourceID = h.source, r.SourceID
	if now.Status == Held && c.New {
		now.Status = Confirmed
	}
	if err := now.validate(); err != nil {
		m.leave(r.Row, "Meeting "+r.SourceID, err)
		return false
	}
	if c.New {
		c.heard.Said = now.said()
	}
	c.Name, c.meeting = now.Committee.Name+", "+now.Day().Words(), now
	m.add(c)
	return true
}

func (m *MeetingsImport) add(c MeetingChange) {
	if c.New {
		m.New++
	} else {
		m.Changed++
	}
	m.Changes = append(m.Changes, c)
}

// agenda sets the items of one meeting beside those that are kept.
func (m *MeetingsImport) agenda(r ReadMeeting, h hall, now *Meeting, found bool) {
	seen := map[ItemID]bool{}
	added := 0
	for _, read := range r.Items {
		was := h.item(read, now.Items, seen)
		seen[was.ID] = true
		if was.ID == "" {
			was.Order, was.AddedAt = len(now.Items)+added+1, h.at
			added++
		}
		if err := m.item(read, h, was, now); err != nil {
			m.leave(read.Row, strings.TrimSpace("Item "+read.Number+" "+read.Title), err)
		}
	}
	m.pair(now)
	for _, i := range now.Items {
		if _, heard := h.heard[string(ImportedAgendaItem)+"|"+string(i.ID)]; r.Full && found && heard && !seen[i.ID] {
			m.Flags = append(m.Flags, Flagged{Title: strings.TrimSpace(i.Number + " " + i.Title), Flag: Gone, Says: "It is not on this agenda. It was kept."})
		}
	}
}

// item sets one agenda item beside what is kept of it.
func (m *MeetingsImport) item(read ReadItem, h hall, was Item, under *Meeting) error {
	theirs := read.said()
	if was.restricted() && read.Access == Open {
		theirs["access"] = string(was.Access) // a restricted assessment is linked, so the item stays closed
	}
	next, c, news := h.one(spoken{ImportedAgendaItem, string(was.ID), read.SourceID, read.Loose, was.said(), theirs})
	if !news {
		m.Unchanged++
		return nil
	}
	item := was.becoming(next)
	item.Source, item.SourceID = h.source, read.SourceID
	if err := item.validate(); err != nil {
		return err
	}
	if item.Order > mostItems {
		return &eqia.Invalid{Field: "meeting_ref", Says: fmt.Sprintf("A meeting can have no more than %d items", mostItems)}
	}
	report, err := h.coming(was, item, next["report"])
	if err != nil {
		return err
	}
	if c.New {
		c.heard.Said = item.said()
		c.heard.Said["report"] = next["report"]
	}
	c.Name, c.item, c.under, c.report = strings.TrimSpace(item.Number+" "+item.Title), &item, under, report
	m.add(c)
	return nil
}

// coming is the report that comes to an item; nil where none does.
func (h hall) coming(was, item Item, reference string) (*Report, error) {
	here := was.appearance().Report.Reference
	if reference == here {
		return nil, nil
	}
	r, known := h.reports[reference]
	switch {
	case here != "":
		return nil, &eqia.Invalid{Field: "report", Says: "This item has report " + here + " already. Take it off the item first"}
	case !known:
		return nil, &eqia.Invalid{Field: "report", Says: "There is no report " + reference + " here. Enter the reference of one that is"}
	case !item.Kind.Asks():
		return nil, &eqia.Invalid{Field: "kind", Says: "Only a report, a motion or an urgent item has a report. Write another kind"}
	}
	return &r, nil
}

// restricted reports whether a restricted assessment is linked to the item.
func (i Item) restricted() bool {
	return slices.ContainsFunc(i.appearance().Live(), func(l Link) bool { return l.Pinned.Restricted })
}

// item finds the agenda item that is kept: the one that came from the source, or else one with the same title that did not. One that another source
// has a name for is only meant where this source has none.
func (h hall) item(r ReadItem, items []Item, seen map[ItemID]bool) Item {
	id := h.known(ImportedAgendaItem, r.SourceID)
	for _, i := range items {
		if id != "" && string(i.ID) == id {
			return i
		}
	}
	for _, i := range items {
		_, heard := h.heard[string(ImportedAgendaItem)+"|"+string(i.ID)]
		if id == "" && (r.Loose || !heard) && !seen[i.ID] && plainly(i.Title) == plainly(r.Title) {
			return i
		}
	}
	return Item{}
}
