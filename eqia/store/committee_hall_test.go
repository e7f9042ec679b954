package store_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

// hall is the committee side on a store, beside the world of assessments.
type hall struct {
	world
	*committee.Service
	meeting committee.MeetingID
	report  string
}

// hallOn has one meeting of the Cabinet three weeks from now, with an agenda of four items, and one report.
func hallOn(t *testing.T, s *store.Store) *hall {
	t.Helper()
	w := worldOn(t, s)
	h := &hall{world: w, Service: &committee.Service{Store: s.Committees(), Assessments: s, Forms: w.CouncilWith, Now: w.clock.Now, NewID: eqiatest.NewID}}
	ctx, clerk := t.Context(), eqiatest.Clerk()
	cabinet, err := h.AddCommittee(ctx, clerk, committee.Committee{Name: "Cabinet", Kind: committee.Cabinet, Regime: committee.Exec2012}, "")
	h.ok(err)
	h.meeting, err = h.AddMeeting(ctx, clerk, committee.Meeting{Committee: committee.Committee{ID: cabinet}, Status: committee.Confirmed,
		StartsAt: w.clock.Now().AddDate(0, 0, 21), Venue: "Council chamber"}, "")
	h.ok(err)
	h.ok(h.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: h.meeting,
		Items: committee.ParseAgenda("1. Apologies\n2. Minutes\n3. Parking charges\n4. Library opening hours")}))
	h.report, err = h.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: "Parking charges and garden waste", Access: committee.Open,
		Author: eqiatest.Author().ID}, Text: committee.ReportText{Recommendations: "1. Approve the charges\n2. Note the survey",
		Equality: "An equality impact assessment was carried out. It is Appendix 3, and members are asked to read it."}})
	h.ok(err)
	return h
}

// item is the nth item of the meeting, as it is now.
func (h *hall) item(n int) committee.Item {
	h.t.Helper()
	m, err := h.Meeting(h.t.Context(), eqiatest.Clerk(), h.meeting)
	h.ok(err)
	return m.Items[n-1]
}

// appeared puts the report at the third item.
func (h *hall) appeared() committee.AppearanceID {
	h.t.Helper()
	id, err := h.Appear(h.t.Context(), eqiatest.Clerk(), committee.AppearCommand{Item: h.item(3).ID, Reference: h.report})
	h.ok(err)
	return id
}

// readiness is how far the third item has come, and the rules that block it or warn.
func (h *hall) readiness() string {
	h.t.Helper()
	i := h.item(3)
	out := string(i.Readiness)
	for _, f := range i.Findings {
		if f.Severity != eqia.Inform {
			out += " " + f.Rule
		}
	}
	return out
}

func (h *hall) reads(want string) {
	h.t.Helper()
	if got := h.readiness(); got != want {
		h.t.Errorf("the item is %q, want %q", got, want)
	}
}

// whole is a link that covers all of a report.
func whole(reference string) committee.LinkCommand {
	return committee.LinkCommand{Reference: reference, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 3"}
}

// complete is the reference of a signed assessment with an effect for every group.
func (h *hall) complete() string {
	h.t.Helper()
	reference := h.started()
	c := h.as(eqiatest.Author(), reference)
	h.ok(eqiatest.Write(h.t.Context(), h.world.Service, eqiatest.Author(), reference, eqiatest.Full(eqiatest.Profile, c.Form)))
	h.ok(eqiatest.Sign(h.t.Context(), h.world.Service, reference, eqiatest.Author(), eqiatest.Lead()))
	return reference
}

// restrict marks an assessment as restricted, as the family's row says it.
func (h *hall) restrict(reference string) {
	h.t.Helper()
	h.ok(h.store.Writer().Table("assessments").Where("reference = ?", reference).Update("restricted", true).Error)
}

func wantInvalid(t *testing.T, err error, field string) {
	t.Helper()
	var invalid *eqia.Invalid
	if !errors.As(err, &invalid) || invalid.Field != field {
		t.Errorf("got %v, want something wrong with %s", err, field)
	}
}

func wantRepeat(t *testing.T, err error, result string) {
	t.Helper()
	var repeat *eqia.Repeat
	if !errors.As(err, &repeat) || repeat.Result != result {
		t.Errorf("got %v, want a repeat of %s", err, result)
	}
}
