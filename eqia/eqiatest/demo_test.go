package eqiatest_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/check"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/record"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// demonstration is a service with nothing but the demonstration's records, judged by the real rules.
func demonstration(t *testing.T) (*eqia.Service, *store.Store) {
	t.Helper()
	s, err := store.Open(t.Context(), t.TempDir()+"/eqia.db")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	council, err := form.Load(eqiatest.Profile)
	if err != nil {
		t.Fatal(err)
	}
	clock := eqiatest.NewClock()
	service := &eqia.Service{Store: s, Register: s.Register(), Checks: check.Judge, Profiles: map[string]form.Profile{eqiatest.Profile: council},
		Profile: eqiatest.Profile, Now: clock.Now, NewID: eqiatest.NewID, Key: []byte("a key for the demonstration's test")}
	if err := eqiatest.Seed(t.Context(), service); err != nil {
		t.Fatal(err)
	}
	return service, s
}

func TestTheDemonstrationHasEveryRoleAndEveryState(t *testing.T) {
	service, s := demonstration(t)
	people, err := s.PeopleList(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, role := range workflow.Roles() {
		if !slices.ContainsFunc(people, func(p eqia.Person) bool { return p.Holds(role) && p.Demo }) {
			t.Errorf("nobody is %s", role)
		}
	}
	states := statesOf(t.Context(), t, s)
	for _, state := range workflow.States() {
		if states[state] == 0 {
			t.Errorf("no version is %s", state)
		}
	}
	published, err := service.Register.Search(t.Context(), eqia.PublicFilter{}, eqia.Page{Size: 50})
	if err != nil || len(published) != 3 {
		t.Errorf("%d are in the register, want 3 (%v)", len(published), err)
	}
	unneeded, err := service.Register.Search(t.Context(), eqia.PublicFilter{NotNeeded: true}, eqia.Page{Size: 50})
	if err != nil || len(unneeded) != 1 || !unneeded[0].Screening {
		t.Errorf("%d say why no assessment is needed, want 1 (%v)", len(unneeded), err)
	}
}

// statesOf counts the versions in each state, of every family.
func statesOf(ctx context.Context, t *testing.T, s *store.Store) map[workflow.State]int {
	t.Helper()
	lines, err := s.List(ctx, eqia.Filter{}, eqia.Page{Size: 100})
	if err != nil {
		t.Fatal(err)
	}
	out := map[workflow.State]int{}
	for _, l := range lines {
		versions, err := s.Versions(ctx, l.AssessmentID)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range versions {
			out[v.State]++
		}
	}
	return out
}

func TestNothingInTheDemonstrationIsLaterThanNowAndItsRecordHolds(t *testing.T) {
	service, s := demonstration(t)
	var last time.Time
	count, _, err := record.Verify(s.Chain(t.Context()))
	if err != nil || count == 0 {
		t.Fatalf("after %d entries: %v", count, err)
	}
	for entry, err := range s.Chain(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if entry.At.Before(last) || entry.At.After(service.Now()) {
			t.Errorf("entry %d is at %s, after one at %s, and now is %s", entry.Seq, entry.At, last, service.Now())
		}
		last = entry.At
	}
}

func TestWhatTheDemonstrationSendsNeedsNoReasonToBeKept(t *testing.T) {
	service, s := demonstration(t)
	lines, err := s.List(t.Context(), eqia.Filter{}, eqia.Page{Size: 100})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		v, err := s.Version(t.Context(), l.Reference, "")
		if err != nil {
			t.Fatal(err)
		}
		if v.SubmittedAt.IsZero() || v.Legacy {
			continue
		}
		council := service.Profiles[eqiatest.Profile]
		fv, _ := council.Version(v.Form)
		for _, f := range check.Judge(eqia.Case{Version: v, Form: fv, Council: council, Today: eqia.DayOf(v.SubmittedAt)}, eqia.AtSubmit) {
			if f.Severity == eqia.Warn {
				t.Errorf("%s, %s at %q: %s", v.Title, f.Rule, f.Where, f.Message)
			}
		}
	}
}

func TestTheDemonstrationHasALegacyRecordWithAMergedRowAndAContributorWhoSigned(t *testing.T) {
	_, s := demonstration(t)
	lines, err := s.List(t.Context(), eqia.Filter{Text: "Customer access"}, eqia.Page{Size: 2})
	if err != nil || len(lines) != 1 {
		t.Fatalf("found %d (%v)", len(lines), err)
	}
	v, err := s.Version(t.Context(), lines[0].Reference, "")
	if err != nil {
		t.Fatal(err)
	}
	merged := slices.ContainsFunc(v.Content.Cards, eqia.Card.Merged)
	if !v.Legacy || v.State != workflow.SignedOff || !merged || !eqia.SignerContributed(v) {
		t.Errorf("legacy %v, %s, merged row %v, signer contributed %v", v.Legacy, v.State, merged, eqia.SignerContributed(v))
	}
}

func TestTheDemonstrationHasWorkForReviewersAndAuthors(t *testing.T) {
	service, s := demonstration(t)
	list := func(f eqia.Filter) []eqia.Line {
		lines, err := s.List(t.Context(), f, eqia.Page{Size: 100})
		if err != nil {
			t.Fatal(err)
		}
		return lines
	}
	if urgent := list(eqia.Filter{Urgent: true}); len(urgent) != 1 || urgent[0].Urgent.Due < eqia.DayOf(service.Now()) {
		t.Errorf("urgent and still to be reviewed: %+v", urgent)
	}
	says, worded := map[eqia.Judgement]int{}, 0
	for _, l := range list(eqia.Filter{States: []workflow.State{workflow.ChangesRequested}}) {
		v, err := s.Version(t.Context(), l.Reference, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, judged := range v.Verdicts {
			says[judged.Says]++
		}
		comments, err := s.Comments(t.Context(), v.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range comments {
			if m.Wording.For != "" && m.State == eqia.CommentOpen && m.Sent() {
				worded++
			}
		}
	}
	if says[eqia.Improve] == 0 || says[eqia.Correct] == 0 || worded == 0 {
		t.Errorf("returned with %v and %d suggestions", says, worded)
	}
}

func TestALinkOfTheDemonstrationIsStillOpen(t *testing.T) {
	service, s := demonstration(t)
	lines, err := s.List(t.Context(), eqia.Filter{States: []workflow.State{workflow.InReview}}, eqia.Page{Size: 1})
	if err != nil || len(lines) != 1 {
		t.Fatalf("in review: %d (%v)", len(lines), err)
	}
	drafts, err := s.Consultations(t.Context(), lines[0].AssessmentID)
	if err != nil || len(drafts) != 1 || drafts[0].Readers[0].Ended(eqia.DayOf(service.Now())) {
		t.Errorf("released: %+v (%v)", drafts, err)
	}
}

func TestAStaffRestructureInTheDemonstrationIsRestricted(t *testing.T) {
	_, s := demonstration(t)
	lines, err := s.List(t.Context(), eqia.Filter{}, eqia.Page{Size: 100})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(lines, func(l eqia.Line) bool { return l.Kind == eqiatest.Restructure && l.Restricted }) {
		t.Error("there is none")
	}
}
