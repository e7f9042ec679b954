package committee

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// ActChase is asking someone to do what an item of an agenda waits for.
const ActChase workflow.Event = "committee.chase"

// Together names several items of one meeting, with which the same is done.
type Together struct {
	Once    string
	Meeting MeetingID
	Items   []ItemID
}

// chosen is the meeting and those of its items that are named; ErrNotFound when one is not on its agenda.
func (s *Service) chosen(ctx context.Context, t Together) ([]Item, error) {
	m, err := s.Store.Meeting(ctx, t.Meeting)
	if err != nil {
		return nil, err
	}
	if len(t.Items) == 0 {
		return nil, &eqia.Invalid{Field: "items", Says: "Select at least one item"}
	}
	var out []Item
	for _, id := range t.Items {
		n := slices.IndexFunc(m.Items, func(i Item) bool { return i.ID == id })
		if n < 0 {
			return nil, eqia.ErrNotFound
		}
		out = append(out, m.Items[n])
	}
	return s.judgeAll(out), nil
}

// MarkProcedural says that items need no assessment because they are procedural: all of them or none. Clerks may. An item on which something is
// linked or recorded stays what it is.
func (s *Service) MarkProcedural(ctx context.Context, by eqia.Person, t Together) error {
	if err := may(by, ActEditItem, workflow.Clerk); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, t.Once); err != nil {
		return err
	}
	items, err := s.chosen(ctx, t)
	if err != nil {
		return err
	}
	act := s.act(by, ActEditItem, "meeting/"+string(t.Meeting))
	act.Facts["kind"], act.Facts["items"] = string(Procedural), strconv.Itoa(len(items))
	for n, i := range items {
		if a := i.appearance(); len(a.Links)+len(a.Expected)+len(a.Reasons) > 0 {
			return &eqia.Invalid{Field: "items", Says: "Something is linked or recorded on item " + i.Number + ". It can’t be marked as procedural"}
		}
		items[n].Kind = Procedural
	}
	return s.Store.Write(ctx, &Change{Once: t.Once, Result: string(t.Meeting), Items: items, Acts: []eqia.Act{act}})
}

// Chase asks the authors of what items wait for to go on: of the assessments that are expected and not signed, or else of the report. Clerks may.
// Nobody is asked about the same item twice on one day. It gives how many people were asked.
func (s *Service) Chase(ctx context.Context, by eqia.Person, t Together) (int, error) {
	if err := may(by, ActChase, workflow.Clerk); err != nil {
		return 0, err
	}
	items, err := s.chosen(ctx, t)
	if err != nil {
		return 0, err
	}
	asked := 0
	for _, i := range items {
		if i.Readiness == NothingOutstanding {
			continue
		}
		changes, err := s.chasing(ctx, by, i)
		if err != nil {
			return asked, err
		}
		for _, change := range changes {
			err := s.Store.Write(ctx, change)
			var again *eqia.Repeat
			if errors.As(err, &again) {
				continue
			}
			if err != nil {
				return asked, err
			}
			asked++
		}
	}
	return asked, nil
}

// chasing is the changes by which the people that an item waits for are asked, each under a key of the day.
func (s *Service) chasing(ctx context.Context, by eqia.Person, i Item) ([]*Change, error) {
	var out []*Change
	ask := func(to eqia.PersonID, reference string, about eqia.Act) {
		key := "chase/" + string(eqia.DayOf(s.Now())) + "/" + string(i.ID) + "/" + string(to)
		out = append(out, &Change{Once: key, Result: string(i.ID), Acts: []eqia.Act{about}, Notices: []eqia.Notice{{To: to, Kind: ActChase, Reference: reference}}})
	}
	for _, e := range i.Awaited() {
		if e.SignedNumber != "" {
			continue
		}
		v, err := s.Assessments.Version(ctx, e.Reference, "")
		if err != nil {
			return nil, err
		}
		for _, p := range v.Parties {
			if p.VersionID == v.ID && p.Active && p.Relation == workflow.Author && p.Person != "" {
				ask(p.Person, e.Reference, s.about(s.act(by, ActChase, "item/"+string(i.ID)), v))
			}
		}
	}
	if r := i.appearance().Report; len(out) == 0 && r.Author != "" {
		ask(r.Author, r.Reference, s.act(by, ActChase, "item/"+string(i.ID)))
	}
	return out, nil
}
