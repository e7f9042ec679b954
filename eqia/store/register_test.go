package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/record"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// inRegister publishes a made-up signed version of a family of its own.
func (w world) inRegister(p eqia.Publication) eqia.Publication {
	w.t.Helper()
	family := eqia.Assessment{ID: eqia.AssessmentID(w.NewID()), Profile: eqiatest.Profile, Legacy: true}
	p.Version, p.Major, p.Standing, p.PublishedAt = eqia.VersionID(w.NewID()), 1, eqia.InForce, w.Now()
	family.Current, family.Signed = p.Version, p.Version
	made := &eqia.Version{Assessment: family, Header: eqia.Header{ID: p.Version, AssessmentID: family.ID, Major: 1, State: workflow.SignedOff,
		Legacy: true, Title: p.Title, StartedAt: w.Now(), SavedAt: w.Now(), PublishedAt: w.Now()}}
	act := eqia.Act{At: w.Now(), Kind: eqia.Imported, Assessment: family.ID, Version: p.Version}
	w.ok(w.Store.Write(w.t.Context(), &eqia.Change{Family: &family, Made: made, Acts: []eqia.Act{act}}))
	p.Reference = family.Reference
	act.Kind = workflow.Publish
	w.ok(w.Store.Write(w.t.Context(), &eqia.Change{Public: &p, Acts: []eqia.Act{act}}))
	return p
}

// filled puts eight assessments into the register, some of them in the same moment, and one that was withdrawn.
func (w world) filled() {
	w.t.Helper()
	titles := []string{"Swimming lessons", "Parking charges", "Library opening hours", "Parking permits", "Bus fares", "School transport",
		"Allotment rents", "Parking at beaches"}
	for i, title := range titles {
		if i%2 == 0 {
			w.clock.Pass(24 * time.Hour)
		}
		p := eqia.Publication{Title: title, Directorate: []string{"place", "corporate"}[i%2], Screening: i == 2 || i == 7}
		if strings.Contains(title, "Parking") {
			p.Effects = []eqia.Effected{{Characteristic: "age", Audience: "residents", Effect: eqia.Negative},
				{Characteristic: "age", Audience: "employees", Effect: eqia.Negative}, {Characteristic: "sex", Effect: eqia.Neutral}}
		}
		w.inRegister(p)
	}
	gone := w.inRegister(eqia.Publication{Title: "Parking that was dropped", Directorate: "place"})
	gone.Standing, gone.WithdrawnOn, gone.Notice = eqia.TakenAway, "2026-11-20", "The decision was dropped."
	w.ok(w.Store.Write(w.t.Context(), &eqia.Change{Withdrew: []eqia.Publication{gone}, Acts: []eqia.Act{{At: w.Now(), Kind: workflow.Withdraw}}}))
}

func titleOfPublished(p eqia.Publication) (name, cursor string) { return p.Title, p.Cursor }

var publicFilters = []struct {
	name   string
	filter eqia.PublicFilter
	want   []string
}{
	{"everything", eqia.PublicFilter{}, []string{"Allotment rents", "Bus fares", "Library opening hours", "Parking at beaches",
		"Parking charges", "Parking permits", "School transport", "Swimming lessons"}},
	{"a word", eqia.PublicFilter{Text: "parking"}, []string{"Parking at beaches", "Parking charges", "Parking permits"}},
	{"a reference", eqia.PublicFilter{Text: "EQIA-2026-0005"}, []string{"Bus fares"}},
	{"a word nobody wrote", eqia.PublicFilter{Text: "helicopter"}, nil},
	{"a quote is no end of a text", eqia.PublicFilter{Text: "' OR '1'='1"}, nil},
	{"a directorate", eqia.PublicFilter{Directorate: "corporate"}, []string{"Parking at beaches", "Parking charges", "Parking permits", "School transport"}},
	{"an effect on a group", eqia.PublicFilter{Characteristic: "age", Effect: eqia.Negative},
		[]string{"Parking at beaches", "Parking charges", "Parking permits"}},
	{"an effect that nobody found", eqia.PublicFilter{Characteristic: "age", Effect: eqia.Positive}, nil},
	{"a year", eqia.PublicFilter{Year: "2026"}, []string{"Allotment rents", "Bus fares", "Library opening hours", "Parking at beaches",
		"Parking charges", "Parking permits", "School transport", "Swimming lessons"}},
	{"another year", eqia.PublicFilter{Year: "2027"}, nil},
	{"no assessment needed", eqia.PublicFilter{NotNeeded: true}, []string{"Library opening hours", "Parking at beaches"}},
	{"no assessment needed, and a word", eqia.PublicFilter{Text: "parking", NotNeeded: true}, []string{"Parking at beaches"}},
	{"no assessment needed, and an effect", eqia.PublicFilter{Characteristic: "age", Effect: eqia.Negative, NotNeeded: true}, []string{"Parking at beaches"}},
	{"all of them at once", eqia.PublicFilter{Text: "parking", Directorate: "corporate", Characteristic: "sex", Effect: eqia.Neutral, Year: "2026"},
		[]string{"Parking at beaches", "Parking charges", "Parking permits"}},
}

func TestTheRegisterFindsEachThatMatchesOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.filled()
		r := s.Register()
		for _, c := range publicFilters {
			t.Run(c.name, func(t *testing.T) {
				search := func(p eqia.Page) ([]eqia.Publication, error) { return r.Search(t.Context(), c.filter, p) }
				got := paged(t, search, titleOfPublished)
				slices.Sort(got)
				if !slices.Equal(got, c.want) {
					t.Errorf("found %q, want %q", got, c.want)
				}
				for _, limit := range []int{2, 1000} {
					if n, err := r.Count(t.Context(), c.filter, limit); err != nil || n != min(limit, len(c.want)) {
						t.Errorf("up to %d it counts %d: %v", limit, n, err)
					}
				}
			})
		}
	})
}

func TestTheRegisterShowsTheNewestFirst(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.filled()
		found, err := s.Register().Search(t.Context(), eqia.PublicFilter{}, eqia.Page{Size: 50})
		w.ok(err)
		for i := range found[1:] {
			if found[i].PublishedAt.Before(found[i+1].PublishedAt) {
				t.Errorf("%s stands before %s, which is newer", found[i].Title, found[i+1].Title)
			}
		}
	})
}

func TestAReplacedOrWithdrawnVersionSaysSoAndLeavesTheRegister(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		w.publish(reference)
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), reference), eqia.NewVersionCommand{Purpose: eqia.Revises})
		w.ok(err)
		w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		w.publish(reference)
		w.standings(reference, "2.0 current, 1.0 superseded")
		w.move(eqiatest.Lead(), reference, eqia.MoveCommand{Event: workflow.Withdraw, Reason: "The decision was dropped."})
		w.standings(reference, "2.0 withdrawn, 1.0 superseded")
		got, err := s.Register().Published(t.Context(), reference, 0, 0)
		if err != nil || got.Number() != "2.0" || got.Notice != "The decision was dropped." || got.WithdrawnOn != "2026-11-02" {
			t.Errorf("the public reads %s, %q: %v", got.Number(), got.Notice, err)
		}
		if n, err := s.Register().Count(t.Context(), eqia.PublicFilter{}, 10); err != nil || n != 0 {
			t.Errorf("%d are in force: %v", n, err)
		}
	})
}

// standings compares the published versions of a reference with what is wanted, newest first.
func (w world) standings(reference, want string) {
	w.t.Helper()
	list, err := w.Register.PublishedVersions(w.t.Context(), reference)
	w.ok(err)
	var got []string
	for _, p := range list {
		got = append(got, fmt.Sprint(p.Number(), " ", p.Standing))
	}
	if strings.Join(got, ", ") != want {
		w.t.Errorf("the versions are %v, want %s", got, want)
	}
}

func TestAPublishedVersionIsReadWithItsContentAndADraftIsNotFound(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.signed()
		if _, err := s.Register().Published(t.Context(), reference, 0, 0); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("before it was published it gave %v", err)
		}
		w.publish(reference)
		got, err := s.Register().Published(t.Context(), reference, 1, 0)
		w.ok(err)
		want, _ := w.as(eqiatest.Lead(), reference).Content.Canonical()
		if text, _ := got.Content.Canonical(); string(text) != string(want) {
			t.Error("the public reads other words than were signed")
		}
		if _, err := s.Register().Published(t.Context(), reference, 1, 1); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("a version that is not there gave %v", err)
		}
	})
}

func TestACodeLeadsThePublicToWhatItMayReadAlone(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		ctx := t.Context()
		shown := w.inRegister(eqia.Publication{Title: "Parking charges", CheckCode: "7K4Q9XM2T"})
		w.inRegister(eqia.Publication{Title: "Bus fares", CheckCode: "7K4QZZZZ0"})
		waiting := w.signed()
		secret := record.Code(w.as(eqiatest.Lead(), waiting).CheckCode)
		for _, code := range []record.Code{secret, "7K4Q9XM2S", "7K4Q00000", "7K4Q", ""} {
			if p, err := s.Register().Coded(ctx, code); !errors.Is(err, eqia.ErrNotFound) {
				t.Errorf("%q: got %+v, %v", code, p, err)
			}
		}
		gone := shown
		gone.Standing, gone.WithdrawnOn, gone.Notice = eqia.TakenAway, "2026-11-20", "The decision was dropped."
		for _, want := range []string{eqia.InForce, eqia.TakenAway} {
			p, err := s.Register().Coded(ctx, "7K4Q9XM2T")
			if err != nil || p.Reference != shown.Reference || p.Standing != want {
				t.Errorf("got %+v, %v", p, err)
			}
			w.ok(w.Store.Write(ctx, &eqia.Change{Withdrew: []eqia.Publication{gone}, Acts: []eqia.Act{{At: w.Now(), Kind: workflow.Withdraw}}}))
		}
	})
}
