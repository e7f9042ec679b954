package store_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
)

// decidedBy is a draft whose author said who decides and when.
func (h *hall) decidedBy(maker string, on eqia.Day) string {
	h.t.Helper()
	reference := h.started()
	c := h.as(eqiatest.Author(), reference)
	c.Content.Answers[form.QuestionDecisionMaker] = eqia.Answer{Text: maker}
	c.Content.Answers[form.QuestionDecisionDate] = eqia.Answer{Day: on}
	h.ok(eqiatest.Write(h.t.Context(), h.world.Service, eqiatest.Author(), reference, c.Content))
	return reference
}

func TestAnAgendaIsAddedWithItsReportsAndAssessmentsOrNotAtAll(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		signed, draft := h.signed(), h.started()
		cmd := committee.AgendaCommand{Once: "agenda", Meeting: h.meeting, Items: committee.ParseAgenda("5. Apologies\n6. Bus contract\n7. Parking again"),
			With: []committee.Placing{{At: 1, Links: []committee.LinkCommand{whole(signed)}, Expect: []string{draft}}, {At: 2, Report: h.report,
				Links: []committee.LinkCommand{whole(draft)}}}}
		wantInvalid(t, h.AddItems(ctx, clerk, cmd), "link-3-"+draft)
		if n := count(t, s, "agenda_items"); n != 4 {
			t.Fatalf("there are %d items after what was refused, not 4", n)
		}
		cmd.With[1].Links = nil
		h.ok(h.AddItems(ctx, clerk, cmd))
		wantRepeat(t, h.AddItems(ctx, clerk, cmd), string(h.meeting))
		bus, parking := h.item(6).Appearance, h.item(7).Appearance
		if bus.Report.Title != "Bus contract" || !strings.HasPrefix(bus.Report.Reference, "R-") || len(bus.Live()) != 1 ||
			bus.Live()[0].Pinned.Reference != signed || len(bus.Expected) != 1 || bus.Expected[0].Reference != draft {
			t.Errorf("the new report is %+v", bus)
		}
		if parking.Report.Reference != h.report || len(parking.Version.Recommendations) != 2 {
			t.Errorf("the report that was here is %+v", parking)
		}
		if reports := count(t, s, "reports"); reports != 2 {
			t.Errorf("there are %d reports, not 2", reports)
		}
	})
}

func TestWhatAuthorsSayOfTheDecisionIsOfferedToTheClerk(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		m, err := h.Meeting(ctx, clerk, h.meeting)
		h.ok(err)
		named := h.decidedBy("Cabinet", m.Day())
		later := h.decidedBy("Cabinet", m.Day().AddMonths(6))
		undated := h.decidedBy("Cabinet", "")
		secret := h.decidedBy("Cabinet", m.Day())
		h.restrict(secret)

		naming, err := h.Naming(ctx, clerk, m)
		h.ok(err)
		if len(naming) != 1 || naming[0].Reference != named {
			t.Errorf("this committee and day are named by %+v, not by %s", naming, named)
		}
		title := naming[0].Title
		fits, err := h.Fitting(ctx, clerk, m, []committee.Item{{Title: title, Kind: committee.ReportItem}, {Title: title, Kind: committee.Minutes},
			{Title: "Parking charges", Kind: committee.ReportItem}})
		h.ok(err)
		var offered []string
		for _, l := range fits[0].Assessments {
			offered = append(offered, l.Reference)
		}
		if strings.Join(offered, " ") != named+" "+undated+" "+later {
			t.Errorf("offered are %v, not %s, %s and %s", offered, named, undated, later)
		}
		if len(fits[1].Assessments)+len(fits[1].Reports) > 0 {
			t.Errorf("a procedural item is offered %+v", fits[1])
		}
		if len(fits[2].Reports) != 1 || fits[2].Reports[0].Reference != h.report {
			t.Errorf("the report with the item's title is not offered: %+v", fits[2].Reports)
		}
		h.ok(h.Expect(ctx, clerk, committee.ExpectCommand{Appearance: h.appeared(), Reference: named}))
		m, err = h.Meeting(ctx, clerk, h.meeting)
		h.ok(err)
		if naming, err = h.Naming(ctx, clerk, m); err != nil || len(naming) != 0 {
			t.Errorf("what is expected on an item is still offered: %+v, %v", naming, err)
		}
	})
}

func TestAnAuthorIsAskedAboutAnItemOnceADay(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		reference := h.started()
		h.ok(h.Expect(ctx, clerk, committee.ExpectCommand{Appearance: h.appeared(), Reference: reference}))
		all := committee.Together{Meeting: h.meeting, Items: []committee.ItemID{h.item(1).ID, h.item(3).ID, h.item(4).ID}}
		asks := func(want int) {
			t.Helper()
			if asked, err := h.Chase(ctx, clerk, all); err != nil || asked != want {
				t.Errorf("%d people were asked, not %d: %v", asked, want, err)
			}
		}
		asks(1)
		asks(0)
		h.clock.Pass(24 * time.Hour)
		asks(1)
		var to []string
		h.ok(s.Reader().Table("outbox").Where("kind = ?", string(committee.ActChase)).Pluck("reference || ' ' || recipient", &to).Error)
		if want := reference + " " + string(eqiatest.Author().ID); strings.Join(to, ", ") != want+", "+want {
			t.Errorf("the messages are %v", to)
		}
		_, err := h.Chase(ctx, clerk, committee.Together{Meeting: h.meeting, Items: []committee.ItemID{"nonsense"}})
		if !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("an item of no meeting is asked about: %v", err)
		}
	})
}

func TestAReportsVersionChangesWhereAMeetingIsStillToCome(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		at := h.appeared()
		cmd := committee.ReviseCommand{Reference: h.report, Text: committee.ReportText{Equality: "See the appendix.", Background: "Survey\n\nCensus"},
			At: []committee.AppearanceID{at}}
		no, err := h.ReviseReport(ctx, clerk, cmd)
		h.ok(err)
		if v := h.item(3).Appearance.Version; v.No != no || no != 2 || v.EqualityText != "See the appendix." || len(v.Background) != 2 {
			t.Errorf("at the meeting is %+v", v)
		}
		h.clock.Pass(22 * 24 * time.Hour)
		_, err = h.ReviseReport(ctx, clerk, cmd)
		wantInvalid(t, err, "at")
		if r, err := h.Report(ctx, clerk, h.report); err != nil || len(r.Versions) != 2 {
			t.Errorf("a version that was refused is kept: %d, %v", len(r.Versions), err)
		}
	})
}
