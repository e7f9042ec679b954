package store_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

func TestOnlyTheRightRolesActOnTheCommitteeSide(t *testing.T) {
	s := opened(t, sqliteFile(t))
	h := hallOn(t, s)
	ctx := t.Context()
	at := h.appeared()
	reads := map[string]func(eqia.Person) error{
		"committees": func(p eqia.Person) error { _, err := h.Committees(ctx, p); return err },
		"meetings":   func(p eqia.Person) error { _, err := h.Meetings(ctx, p, committee.MeetingList{}); return err },
		"meeting":    func(p eqia.Person) error { _, err := h.Meeting(ctx, p, h.meeting); return err },
		"item":       func(p eqia.Person) error { _, err := h.Item(ctx, p, "none"); return err },
		"report":     func(p eqia.Person) error { _, err := h.Report(ctx, p, h.report); return err },
		"reports":    func(p eqia.Person) error { _, err := h.Reports(ctx, p, ""); return err },
		"candidates": func(p eqia.Person) error { _, err := h.Candidates(ctx, p, ""); return err },
	}
	writes := map[string]func(eqia.Person) error{
		"add a committee": func(p eqia.Person) error { _, err := h.AddCommittee(ctx, p, committee.Committee{}, ""); return err },
		"add a meeting":   func(p eqia.Person) error { _, err := h.AddMeeting(ctx, p, committee.Meeting{}, ""); return err },
		"edit a meeting":  func(p eqia.Person) error { return h.EditMeeting(ctx, p, committee.Meeting{}) },
		"add items":       func(p eqia.Person) error { return h.AddItems(ctx, p, committee.AgendaCommand{}) },
		"edit an item":    func(p eqia.Person) error { return h.EditItem(ctx, p, committee.Item{}) },
		"remove an item":  func(p eqia.Person) error { return h.RemoveItem(ctx, p, "none", committee.Settling{}) },
		"add a report":    func(p eqia.Person) error { _, err := h.AddReport(ctx, p, committee.ReportCommand{}); return err },
		"edit a report":   func(p eqia.Person) error { return h.EditReport(ctx, p, committee.Report{}) },
		"revise a report": func(p eqia.Person) error { _, err := h.ReviseReport(ctx, p, committee.ReviseCommand{}); return err },
		"appear":          func(p eqia.Person) error { _, err := h.Appear(ctx, p, committee.AppearCommand{}); return err },
		"take off":        func(p eqia.Person) error { return h.TakeOff(ctx, p, "none", "") },
		"expect":          func(p eqia.Person) error { return h.Expect(ctx, p, committee.ExpectCommand{}) },
		"not expect":      func(p eqia.Person) error { return h.NotExpect(ctx, p, committee.ExpectCommand{}) },
		"link":            func(p eqia.Person) error { _, err := h.Link(ctx, p, at, committee.LinkCommand{}); return err },
		"replace a link": func(p eqia.Person) error {
			_, err := h.ReplaceLink(ctx, p, "none", committee.LinkCommand{})
			return err
		},
		"withdraw a link": func(p eqia.Person) error { return h.WithdrawLink(ctx, p, "none", committee.WithdrawCommand{}) },
	}
	for _, p := range eqiatest.People() {
		clerk := p.Holds(workflow.Clerk)
		for name, try := range reads {
			councillor := p.Holds(workflow.Member) && (name == "meeting" || name == "meetings")
			if may := clerk || councillor || p.Holds(workflow.Lead, workflow.MonitoringOfficer); refused(try(p)) == may {
				t.Errorf("%s: %s refused %v", name, p.Name, !may)
			}
		}
		for name, try := range writes {
			if refused(try(p)) == clerk {
				t.Errorf("%s: %s refused %v", name, p.Name, clerk)
			}
		}
	}
}

func refused(err error) bool {
	var r *workflow.Refusal
	return errors.As(err, &r)
}

func TestAReasonHoldsOnceTheRoleItsCodeNamesHasAgreedIt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk, lead := t.Context(), eqiatest.Clerk(), eqiatest.Lead()
		at, reference := h.appeared(), h.signed()
		covered := committee.ReasonCommand{Code: committee.CoveredBy, Public: "The parking review covers it.", Reference: reference}
		if _, err := h.GiveReason(ctx, eqiatest.Author(), at, covered); !refused(err) {
			t.Errorf("an author gave a reason: %v", err)
		}
		if _, err := h.GiveReason(ctx, lead, at, committee.ReasonCommand{Code: committee.OtherReason}); !refused(err) {
			t.Errorf("the lead gave a reason that the monitoring officer agrees: %v", err)
		}
		id, err := h.GiveReason(ctx, clerk, at, covered)
		h.ok(err)
		h.reads("blocked EQ-01")
		if err := h.AgreeReason(ctx, clerk, id, committee.Settling{Counter: 1}); !refused(err) {
			t.Errorf("the clerk agreed it: %v", err)
		}
		h.ok(h.AgreeReason(ctx, lead, id, committee.Settling{Counter: 1, Once: "k1"}))
		wantRepeat(t, h.AgreeReason(ctx, lead, id, committee.Settling{Counter: 1, Once: "k1"}), string(id))
		h.reads("nothing_outstanding")
		r := h.item(3).Appearance.Reasons[0]
		if r.RelyOn.Reference != reference || r.RelyOn.Number != "1.0" || r.AgreedName != lead.Name || r.AgreedRole != workflow.Lead {
			t.Errorf("the reason is %+v", r)
		}
		h.ok(h.WithdrawReason(ctx, clerk, id, committee.Settling{Counter: 2}))
		h.reads("not_started EQ-01")
		if err := h.WithdrawReason(ctx, clerk, id, committee.Settling{Counter: 3}); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("a reason ended twice: %v", err)
		}
		_, err = h.GiveReason(ctx, lead, at, covered)
		h.ok(err)
		h.reads("nothing_outstanding")
	})
}

func TestEachCodeAsksForWhatItNeeds(t *testing.T) {
	s := opened(t, sqliteFile(t))
	h := hallOn(t, s)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	at, signed := h.appeared(), h.signed()
	long := "No service changes: the report only corrects an address."
	day := func(days int) eqia.Day { return eqia.DayOf(h.clock.Now().AddDate(0, 0, 21+days)) }
	for name, c := range map[string]struct {
		cmd   committee.ReasonCommand
		field string
	}{
		"no code":                         {committee.ReasonCommand{Public: long}, "code"},
		"no words":                        {committee.ReasonCommand{Code: committee.ProceduralItem}, "public"},
		"to note, but asked to approve":   {committee.ReasonCommand{Code: committee.ToNote, Public: long}, "code"},
		"covered by nothing":              {committee.ReasonCommand{Code: committee.CoveredBy, Public: long}, "reference"},
		"covered by something unknown":    {committee.ReasonCommand{Code: committee.CoveredBy, Public: long, Reference: "EQIA-2026-9999"}, "reference"},
		"screened by a full assessment":   {committee.ReasonCommand{Code: committee.Screened, Public: long, Reference: signed}, "reference"},
		"a later stage without a date":    {committee.ReasonCommand{Code: committee.LaterStage, Public: long}, "due"},
		"a later stage on the same day":   {committee.ReasonCommand{Code: committee.LaterStage, Public: long, DueOn: day(0)}, "due"},
		"urgent, to follow in 29 days":    {committee.ReasonCommand{Code: committee.UrgentItem, Public: long, DueOn: day(29)}, "due"},
		"another reason in too few words": {committee.ReasonCommand{Code: committee.OtherReason, Public: "Not needed here."}, "public"},
	} {
		_, err := h.GiveReason(ctx, clerk, at, c.cmd)
		var invalid *eqia.Invalid
		if !errors.As(err, &invalid) || invalid.Field != c.field {
			t.Errorf("%s: got %v, want something wrong with %s", name, err, c.field)
		}
	}
	_, err := h.GiveReason(ctx, clerk, at, committee.ReasonCommand{Code: committee.ProceduralItem, Public: long, Recommendations: []committee.PointID{"other"}})
	if !errors.Is(err, eqia.ErrNotFound) {
		t.Errorf("another report's recommendation was taken: %v", err)
	}
	for name, cmd := range map[string]committee.ReasonCommand{
		"urgent, to follow in 28 days": {Code: committee.UrgentItem, Public: long, DueOn: day(28)},
		"a later stage the next day":   {Code: committee.LaterStage, Public: long, DueOn: day(1)},
		"another reason":               {Code: committee.OtherReason, Public: long},
	} {
		if _, err := h.GiveReason(ctx, clerk, at, cmd); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheMonitoringOfficersLeaveForOneCaseDecisionsLastsTwelveMonths(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		at := h.appeared()
		licence := committee.ReasonCommand{Code: committee.QuasiJudicial, Public: "The report on the licence deals with it."}
		give := func() committee.Reason {
			id, err := h.GiveReason(ctx, clerk, at, licence)
			h.ok(err)
			for _, r := range h.item(3).Appearance.Reasons {
				if r.ID == id {
					return r
				}
			}
			t.Fatal("the reason is gone")
			return committee.Reason{}
		}
		first := give()
		if first.Agreed() {
			t.Fatal("it held before anyone agreed it")
		}
		h.ok(h.AgreeReason(ctx, eqiatest.MonitoringOfficer(), first.ID, committee.Settling{Counter: first.Counter}))
		if second := give(); !second.Agreed() || second.AgreedRole != workflow.Clerk {
			t.Errorf("the clerk could not apply the leave: %+v", second)
		}
		h.clock.Set(h.clock.Now().AddDate(1, 0, 1))
		if third := give(); third.Agreed() {
			t.Error("the leave lasted longer than twelve months")
		}
	})
}
