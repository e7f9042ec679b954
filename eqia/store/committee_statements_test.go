package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

// crowded gives the meeting an agenda of thirty reports with everything on each.
func (h *hall) crowded() {
	h.t.Helper()
	ctx, clerk := h.t.Context(), eqiatest.Clerk()
	reference, draft := h.signed(), h.started()
	var lines []string
	for n := range 26 {
		lines = append(lines, fmt.Sprintf("%d. Parking charges, part %d", n+5, n+1))
	}
	h.ok(h.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: h.meeting, Items: committee.ParseAgenda(strings.Join(lines, "\n"))}))
	m, err := h.Meeting(ctx, clerk, h.meeting)
	h.ok(err)
	for _, i := range m.Items[2:] {
		at, err := h.Appear(ctx, clerk, committee.AppearCommand{Item: i.ID, Reference: h.report})
		h.ok(err)
		_, err = h.Link(ctx, clerk, at, whole(reference))
		h.ok(err)
		h.ok(h.Expect(ctx, clerk, committee.ExpectCommand{Appearance: at, Reference: draft}))
		_, err = h.GiveReason(ctx, clerk, at, committee.ReasonCommand{Code: committee.CoveredBy, Public: "It was checked.", Reference: reference})
		h.ok(err)
	}
	h.ok(h.Clear(ctx, clerk, h.item(3).Appearance.ID, committee.ClearCommand{Role: "s151", State: committee.Cleared}))
}

// TestTheClerksPagesTakeSixStatementsHoweverLongTheAgenda counts what the agenda check and the clerk's home read, the check of each finding
// included.
func TestTheClerksPagesTakeSixStatementsHoweverLongTheAgenda(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		h.crowded()
		ctx, clerk := t.Context(), eqiatest.Clerk()
		l := (&listener{}).on(t, s)
		for name, read := range map[string]func() error{
			"the agenda check": func() error {
				m, err := h.Meeting(ctx, clerk, h.meeting)
				if err != nil {
					return err
				}
				_, err = h.Naming(ctx, clerk, m)
				return err
			},
			"the home": func() error {
				if _, err := h.Meetings(ctx, clerk, committee.MeetingList{Soon: true, Page: eqia.Page{Size: 21}}); err != nil {
					return err
				}
				_, err := h.Committees(ctx, clerk)
				return err
			},
		} {
			l.heard = nil
			h.ok(read())
			if len(l.heard) > 6 || len(l.heard) == 0 {
				t.Errorf("%s took %d statements", name, len(l.heard))
			}
		}
	})
}

// TestThePlansPagesTakeFewStatementsHoweverLongThePlan counts what the list, one item with what is likely to be its report, and the export read.
func TestThePlansPagesTakeFewStatementsHoweverLongThePlan(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		var csv strings.Builder
		csv.WriteString("plan,title,decision_date\n")
		draft := h.started()
		for n := range 20 {
			fmt.Fprintf(&csv, "Cabinet,Parking charges part %d,2027-10-15\n", n)
		}
		_, err := h.ImportPlan(ctx, clerk, committee.PlanCommand{File: strings.NewReader(csv.String())})
		h.ok(err)
		page, err := h.Plan(ctx, clerk, committee.PlanList{Size: 20})
		h.ok(err)
		for _, p := range page.Items {
			h.ok(h.SayMatch(ctx, clerk, committee.MatchCommand{Item: p.ID, Reference: h.report, Verdict: committee.SameMatter}))
			h.ok(h.LinkPlan(ctx, clerk, committee.PlanLinkCommand{Item: p.ID, Reference: draft}))
		}
		l := (&listener{}).on(t, s)
		for name, c := range map[string]struct {
			most int
			read func() error
		}{
			"the list":   {5, func() error { _, err := h.Plan(ctx, clerk, committee.PlanList{Size: 50}); return err }},
			"the export": {4, func() error { _, err := h.PlanExport(ctx, clerk); return err }},
			"one item": {8, func() error {
				p, err1 := h.PlanItem(ctx, clerk, page.Items[0].ID)
				_, err2 := h.Likely(ctx, clerk, p)
				_, err3 := h.HeldBack(ctx, clerk, p.PlanItem)
				return errors.Join(err1, err2, err3)
			}},
		} {
			l.heard = nil
			h.ok(c.read())
			if n := len(l.heard); n > c.most || n == 0 {
				t.Errorf("%s took %d statements, and not %d at most", name, n, c.most)
			}
		}
	})
}

func TestNothingThatAClerksPageReadsGoesThroughAWholeTable(t *testing.T) {
	s := opened(t, sqliteFile(t))
	h := hallOn(t, s)
	h.crowded()
	ctx := t.Context()
	m, err := h.Meeting(ctx, eqiatest.Clerk(), h.meeting)
	h.ok(err)
	l := (&listener{}).on(t, s)
	from := h.clock.Now().AddDate(0, 0, -1)
	for name, read := range map[string]func() error{
		"a meeting": func() error { _, err := h.Store.Meeting(ctx, h.meeting); return err },
		"an item":   func() error { _, err := h.Store.Item(ctx, committee.ItemKey{Item: m.Items[2].ID}); return err },
		"an item by what is with it": func() error {
			a := m.Items[2].Appearance
			_, err1 := h.Store.Item(ctx, committee.ItemKey{Appearance: a.ID})
			_, err2 := h.Store.Item(ctx, committee.ItemKey{Link: a.Links[0].ID})
			_, err3 := h.Store.Item(ctx, committee.ItemKey{Reason: a.Reasons[0].ID})
			return errors.Join(err1, err2, err3)
		},
		"the packs of a meeting": func() error { _, err := h.Store.PackChecks(ctx, h.meeting); return err },
		"codes in a pack":        func() error { _, err := h.Store.Coded(ctx, []string{"7K4Q9XM2T", "000000000"}); return err },
		"a report":               func() error { _, err := h.Store.Report(ctx, h.report); return err },
		"what is named":          func() error { _, err := h.Store.Proposed(ctx, m.Day(), m.Day(), 50); return err },
		"the home": func() error {
			_, err := h.Store.Meetings(ctx, committee.MeetingFilter{From: from, Until: from.AddDate(0, 0, 42)}, eqia.Page{Size: 21})
			return err
		},
		"earlier meetings of one committee": func() error {
			_, err := h.Store.Meetings(ctx, committee.MeetingFilter{From: from.AddDate(1, 0, 0), Earlier: true, Committee: m.Committee.ID}, eqia.Page{Size: 21})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			l.heard = nil
			h.ok(read())
			for _, asked := range l.heard {
				for _, line := range planOf(t, s, asked) {
					if scan := wholeTable.FindStringSubmatch(line); scan != nil && !strings.Contains(asked.sql, ") AS "+scan[1]) {
						t.Errorf("%s\nin %.300s", line, asked.sql)
					}
				}
			}
		})
	}
}
