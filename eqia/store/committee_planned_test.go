package store_test

import (
	"errors"
	"os"
	"slices"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// planItem is the one item of the Cabinet's plan with a title, as it is now.
func (h hall) planItem(title string) committee.Planned {
	h.t.Helper()
	for _, earlier := range []bool{false, true} {
		page, err := h.Plan(h.t.Context(), eqiatest.Clerk(), committee.PlanList{Size: 100, Earlier: earlier})
		h.ok(err)
		for _, p := range page.Items {
			if p.Title == title {
				return p
			}
		}
	}
	h.t.Fatalf("there is no item %q", title)
	return committee.Planned{}
}

func TestAFileWaitsUntilAClerkAppliesOrDropsIt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		raw, err := os.ReadFile("../committee/testdata/forward-plan-2024.csv")
		h.ok(err)
		var no *workflow.Refusal
		if _, err := h.Bring(ctx, eqiatest.Lead(), committee.Waiting{Kind: committee.PlanFile, Raw: raw}, ""); !errors.As(err, &no) {
			t.Errorf("a lead brings a file: %v", err)
		}
		var bad *committee.UnreadablePlan
		if _, err := h.Bring(ctx, clerk, committee.Waiting{Kind: committee.PlanFile, Raw: []byte("a,b\n")}, ""); !errors.As(err, &bad) {
			t.Errorf("a file that is no plan: %v", err)
		}
		id, err := h.Bring(ctx, clerk, committee.Waiting{Kind: committee.PlanFile, Source: "upload", Edition: "2024-06-11", Raw: raw}, "a form")
		h.ok(err)
		w, err := h.WaitingFile(ctx, clerk, id)
		h.ok(err)
		if string(w.Raw) != string(raw) || w.Edition != "2024-06-11" || w.ByName != clerk.Name {
			t.Errorf("the file came back with %d bytes, of %s by %s", len(w.Raw), w.Edition, w.ByName)
		}
		would, err := h.TryPlan(ctx, clerk, w)
		h.ok(err)
		if would.New != 41 || count(t, s, "plan_items") != 0 {
			t.Errorf("looking at it: %+v, %d items are kept", would, count(t, s, "plan_items"))
		}
		_, err = h.ApplyPlan(ctx, clerk, id, "apply")
		h.ok(err)
		_, err = h.ApplyPlan(ctx, clerk, id, "apply")
		wantRepeat(t, err, string(id))
		if _, err := h.WaitingFile(ctx, clerk, id); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("it still waits: %v", err)
		}
		if _, err := h.ApplyPlan(ctx, clerk, id, "another"); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("applied again: %v", err)
		}
		if kept := h.planItem("Waste Strategy for Dorset 2024"); kept.FirstSeen != "2024-06-11" || kept.Consulted != "Place and Resources Overview Committee 2024-09-12" {
			t.Errorf("an item is kept as %+v", kept)
		}
	})
}

func TestAFileThatIsDroppedChangesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		again, err := h.Bring(ctx, clerk, committee.Waiting{Kind: committee.PlanFile, Raw: []byte("plan,title\nCabinet,Waste\n")}, "")
		h.ok(err)
		h.ok(h.DropFile(ctx, clerk, again, ""))
		if err := h.DropFile(ctx, clerk, again, ""); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("dropped twice: %v", err)
		}
		if files, err := h.WaitingFiles(ctx, clerk); err != nil || len(files) != 0 || count(t, s, "plan_items") != 0 {
			t.Errorf("%v wait (%v), %d items are kept", files, err, count(t, s, "plan_items"))
		}
	})
}

// carItem is a plan's item that names the hall's report.
func (h *hall) carItem() committee.PlanItem {
	return committee.PlanItem{Kind: committee.ForwardPlan, Plan: "Cabinet", Title: "Parking charges and more", Maker: "Cabinet", On: "2027-03-16",
		Access: committee.Open, NamedReport: h.report}
}

func TestAClerkSaysWhichReportIsTheMatterOfAnItem(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		id, err := h.SavePlanItem(ctx, clerk, h.carItem(), "a form")
		h.ok(err)
		_, err = h.SavePlanItem(ctx, clerk, h.carItem(), "")
		wantInvalid(t, err, "title")
		item, err := h.PlanItem(ctx, clerk, id)
		h.ok(err)
		likely, err := h.Likely(ctx, clerk, item)
		h.ok(err)
		if len(likely) != 1 || likely[0].Report.Reference != h.report || item.State() != committee.PlanNone {
			t.Fatalf("%s, and likely are %+v", item.State(), likely)
		}
		h.ok(h.SayMatch(ctx, clerk, committee.MatchCommand{Item: id, Reference: h.report, Verdict: committee.OtherMatter}))
		if likely, err = h.Likely(ctx, clerk, item); err != nil || len(likely) != 0 {
			t.Errorf("after it was said to be another: %+v, %v", likely, err)
		}
		h.ok(h.SayMatch(ctx, clerk, committee.MatchCommand{Item: id, Reference: h.report, Verdict: committee.SameMatter}))
		if item, err = h.PlanItem(ctx, clerk, id); err != nil || len(item.Reports) != 1 {
			t.Errorf("after it was said to be the same: %+v, %v", item, err)
		}
	})
}

func TestAnItemHasItsOwnAssessmentsAndThoseOfItsReports(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		id, err := h.SavePlanItem(ctx, clerk, h.carItem(), "")
		h.ok(err)
		h.ok(h.SayMatch(ctx, clerk, committee.MatchCommand{Item: id, Reference: h.report, Verdict: committee.SameMatter}))
		draft, expected := h.started(), h.started()
		h.ok(h.Expect(ctx, clerk, committee.ExpectCommand{Appearance: h.appeared(), Reference: expected}))
		link := committee.PlanLinkCommand{Item: id, Reference: draft}
		h.ok(h.LinkPlan(ctx, clerk, link))
		h.ok(h.LinkPlan(ctx, clerk, link))
		item, err := h.PlanItem(ctx, clerk, id)
		h.ok(err)
		if len(item.Assessments) != 2 || !slices.Equal(item.Own, []string{draft}) || item.State() != committee.PlanDraft {
			t.Errorf("it has %+v", item)
		}
		link.Not = true
		h.ok(h.LinkPlan(ctx, clerk, link))
		for state, want := range map[committee.PlanState]int{committee.PlanDraft: 1, committee.PlanSigned: 0} {
			page, err := h.Plan(ctx, clerk, committee.PlanList{State: state, Plan: "Cabinet", Size: 10})
			if err != nil || page.Count != want || want == 1 && page.Items[0].Assessments[0].Reference != expected || len(page.Plans) != 1 {
				t.Errorf("%s: %+v, %v", state, page, err)
			}
		}
	})
}

func TestWhatAClerkWroteInAPlanIsHeldAgainstTheNextEdition(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		ctx, clerk := t.Context(), eqiatest.Clerk()
		bring := func(csv string) committee.PlanImport {
			id, err := h.Bring(ctx, clerk, committee.Waiting{Kind: committee.PlanFile, Raw: []byte(csv)}, "")
			h.ok(err)
			done, err := h.ApplyPlan(ctx, clerk, id, "")
			h.ok(err)
			return done
		}
		const head = "plan,title,decision_date,portfolio_holder,lead_officer\n"
		bring(head + "Cabinet,Waste,2027-10-15,Environment,Officer\n")
		p := h.planItem("Waste").PlanItem
		p.Portfolio = "Environment and climate"
		_, err := h.SavePlanItem(ctx, clerk, p, "")
		h.ok(err)
		p.Title = "Too late"
		if _, err = h.SavePlanItem(ctx, clerk, p, ""); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("a save from an old page: %v", err)
		}
		if done := bring(head + "Cabinet,Waste,2027-10-15,Place,Head of Waste\n"); done.Changed != 1 {
			t.Errorf("the next edition: %+v", done)
		}
		now := h.planItem("Waste").PlanItem
		held, err := h.HeldBack(ctx, clerk, now)
		h.ok(err)
		if now.Portfolio != "Environment and climate" || now.Lead != "Head of Waste" || len(held) != 1 || held[0].Is != "Place" {
			t.Fatalf("kept is %+v, held back %+v", now, held)
		}
		take := committee.TakeOverCommand{Once: "take", Item: now.ID, Field: held[0].Name, Counter: now.Counter}
		h.ok(h.TakeOver(ctx, clerk, take))
		var again *eqia.Repeat
		if err := h.TakeOver(ctx, clerk, take); !errors.As(err, &again) {
			t.Errorf("pressed twice: %v", err)
		}
		now = h.planItem("Waste").PlanItem
		if held, err := h.HeldBack(ctx, clerk, now); err != nil || len(held) != 0 || now.Portfolio != "Place" {
			t.Errorf("after taking it over: %+v, %+v, %v", now, held, err)
		}
	})
}
