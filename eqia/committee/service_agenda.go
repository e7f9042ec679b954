package committee

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// AgendaCommand is items to be added to a meeting's agenda, after those it has, and what goes on it with them.
type AgendaCommand struct {
	Once    string
	Meeting MeetingID
	Items   []Item
	With    []Placing
}

// Placing is what goes on an agenda together with one of the items that are added: its report, and the assessments with that.
type Placing struct {
	At     int    // which of the items, from 0
	Report string // reference of a report that was before another meeting; empty for a new one, called as the item is
	Links  []LinkCommand
	Expect []string // references of assessments that are not signed off yet
}

// Field names what a placing says of an assessment, so that a page can show what has to be put right beside it.
func (p Placing) Field(reference string) string { return fmt.Sprintf("link-%d-%s", p.At+1, reference) }

// mostItems is how many items one agenda may have.
const mostItems = 200

// AddItems adds items at the end of a meeting's agenda, as ParseAgenda read them and the clerk confirmed them, with their reports and assessments:
// all of it or nothing. Clerks may.
func (s *Service) AddItems(ctx context.Context, by eqia.Person, cmd AgendaCommand) error {
	if err := may(by, ActAgenda, workflow.Clerk); err != nil {
		return err
	}
	m, err := s.Store.Meeting(ctx, cmd.Meeting)
	if err != nil {
		return err
	}
	items, err := s.added(m, cmd.Items)
	if err != nil {
		return err
	}
	act := s.act(by, ActAgenda, "meeting/"+string(m.ID))
	act.Facts["items"] = strconv.Itoa(len(items))
	change := &Change{Once: cmd.Once, Result: string(m.ID), Items: items, Acts: []eqia.Act{act}}
	for _, p := range cmd.With {
		if p.At < 0 || p.At >= len(items) {
			return eqia.ErrNotFound
		}
		also, err := s.place(ctx, by, items[p.At], p)
		if err != nil {
			return err
		}
		change.Also = append(change.Also, also...)
	}
	return s.Store.Write(ctx, change)
}

// added is items as they are added to a meeting, in their places.
func (s *Service) added(m Meeting, list []Item) ([]Item, error) {
	if len(list) == 0 {
		return nil, &eqia.Invalid{Field: "agenda", Says: "Enter at least one agenda item"}
	}
	if len(m.Items)+len(list) > mostItems {
		return nil, &eqia.Invalid{Field: "agenda", Says: "Enter no more than 200 agenda items for a meeting"}
	}
	last := 0
	for _, i := range m.Items {
		last = max(last, i.Order)
	}
	items := make([]Item, len(list))
	for n, i := range list {
		if err := i.validate(); err != nil {
			return nil, err
		}
		i.ID, i.Meeting, i.Order, i.Counter, i.Appearance = ItemID(s.NewID()), m, last+n+1, 0, nil
		i.AddedAt = s.Now().UTC().Truncate(time.Microsecond)
		items[n] = i
	}
	return items, nil
}

// place makes the changes that put a report and its assessments at an item which is added in the same act.
func (s *Service) place(ctx context.Context, by eqia.Person, item Item, p Placing) ([]*Change, error) {
	out, r, err := s.placedReport(ctx, by, item, p.Report)
	if err != nil {
		return nil, err
	}
	appears, err := s.appearing(by, item, r, 0)
	if err != nil {
		return nil, err
	}
	out = append(out, appears)
	item.Appearance = appears.Appearance
	for _, cmd := range p.Links {
		link, err := s.pin(ctx, by, linking{item: item, cmd: cmd})
		if err != nil {
			return nil, p.wrong(cmd.Reference, err)
		}
		out = append(out, link)
	}
	for _, reference := range p.Expect {
		expects, err := s.expecting(ctx, by, item.Appearance.ID, reference)
		if err != nil {
			return nil, p.wrong(reference, err)
		}
		out = append(out, expects)
	}
	return out, nil
}

// placedReport is the report that goes on an item, and the change that makes it where it is new.
func (s *Service) placedReport(ctx context.Context, by eqia.Person, item Item, reference string) ([]*Change, Report, error) {
	if reference != "" {
		r, err := s.Store.Report(ctx, reference)
		return nil, r, err
	}
	made, err := s.reporting(ctx, by, ReportCommand{Report: Report{Title: item.Title, Access: item.Access}})
	if err != nil {
		return nil, Report{}, err
	}
	r := *made.Report
	r.Versions = []ReportVersion{*made.Version}
	return []*Change{made}, r, nil
}

// wrong says of which assessment something has to be put right.
func (p Placing) wrong(reference string, err error) error {
	var invalid *eqia.Invalid
	if errors.As(err, &invalid) {
		return &eqia.Invalid{Field: p.Field(reference), Says: invalid.Says}
	}
	return err
}
