package store_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

func TestVersionsThatWereReplacedOrWithdrawnAreFoundWhenTheyAreAskedFor(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		for no, title := range []string{"Bus routes", "Bus lanes", "Bus shelters"} {
			publish(t, s, eqiatest.Publication(no, title, "Timetables change."))
		}
		next := eqiatest.Publication(0, "Bus fares", "Tickets change.")
		next.Major, next.PublishedAt = 2, next.PublishedAt.Add(time.Hour)
		publishNext(t, s, next)
		old, err := s.Register().Published(t.Context(), "EQIA-2026-0001", 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		gone := eqia.Publication{Version: old.Version, Standing: eqia.TakenAway, WithdrawnOn: "2026-04-01", Notice: "It will not go ahead."}
		if err := s.Write(t.Context(), &eqia.Change{Withdrew: []eqia.Publication{gone}, Acts: []eqia.Act{{At: next.PublishedAt, Kind: workflow.Withdraw}}}); err != nil {
			t.Fatal(err)
		}
		harmed := eqia.PublicFilter{Characteristic: "age", Effect: eqia.Negative}
		for _, c := range []struct {
			name     string
			filter   eqia.PublicFilter
			standing string
			want     string
		}{
			{"in force", eqia.PublicFilter{}, "", "Bus fares, Bus shelters"},
			{"replaced", eqia.PublicFilter{}, eqia.Replaced, "Bus routes"},
			{"withdrawn", eqia.PublicFilter{}, eqia.TakenAway, "Bus lanes"},
			{"in force, by a word", eqia.PublicFilter{Text: "bus"}, "", "Bus fares, Bus shelters"},
			{"replaced, by a word", eqia.PublicFilter{Text: "timetable"}, eqia.Replaced, "Bus routes"},
			{"replaced, by a word of what came after", eqia.PublicFilter{Text: "fares"}, eqia.Replaced, ""},
			{"withdrawn, by a word of its title", eqia.PublicFilter{Text: "lane"}, eqia.TakenAway, "Bus lanes"},
			{"withdrawn, by a word that nobody is shown any more", eqia.PublicFilter{Text: "timetable"}, eqia.TakenAway, ""},
			{"replaced, by its reference", eqia.PublicFilter{Text: "EQIA-2026-0000"}, eqia.Replaced, "Bus routes"},
			{"replaced, by an effect", harmed, eqia.Replaced, "Bus routes"},
			{"replaced, by an effect and a year", eqia.PublicFilter{Characteristic: "age", Effect: eqia.Negative, Year: "2026"}, eqia.Replaced, "Bus routes"},
			{"replaced, in another year", eqia.PublicFilter{Text: "bus", Year: "2025"}, eqia.Replaced, ""},
			{"withdrawn, by an effect that nobody is shown any more", harmed, eqia.TakenAway, ""},
		} {
			t.Run(c.name, func(t *testing.T) {
				c.filter.Standing = c.standing
				found, _ := titles(t, s, c.filter, eqia.Page{})
				if got := strings.Join(found, ", "); !sameTitles(got, c.want) {
					t.Errorf("found %q, want %q", got, c.want)
				}
				if n, err := s.Register().Count(t.Context(), c.filter, 10); err != nil || n != len(found) {
					t.Errorf("it counts %d: %v", n, err)
				}
			})
		}
	})
}

// sameTitles compares two lists of titles, whichever comes first.
func sameTitles(got, want string) bool {
	one, other := strings.Split(got, ", "), strings.Split(want, ", ")
	slices.Sort(one)
	slices.Sort(other)
	return slices.Equal(one, other)
}

func TestTheRegisterIsNarrowedToACommitteeByWhatThePublicMayKnow(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		reference := h.signed()
		clerk := eqiatest.Clerk()
		m, err := h.Meeting(t.Context(), clerk, h.meeting)
		h.ok(err)
		of := eqia.PublicFilter{Committee: string(m.Committee.ID)}
		found := func(f eqia.PublicFilter) int {
			t.Helper()
			list, _ := titles(t, s, f, eqia.Page{})
			n, err := s.Register().Count(t.Context(), f, 10)
			if err != nil || n != len(list) {
				t.Errorf("it lists %d and counts %d: %v", len(list), n, err)
			}
			return n
		}
		h.publish(reference)
		if found(of) != 0 {
			t.Error("it is found before it is linked")
		}
		_, err = h.Link(t.Context(), clerk, h.appeared(), whole(reference))
		h.ok(err)
		harmed := eqia.PublicFilter{Committee: of.Committee, Characteristic: "age", Effect: eqia.Negative}
		for name, f := range map[string]eqia.PublicFilter{"": of, " by a word": {Committee: of.Committee, Text: "garden waste"}, " by an effect": harmed} {
			if found(f) != 1 {
				t.Errorf("it is not found%s once it is linked", name)
			}
		}
		if found(eqia.PublicFilter{Committee: eqiatest.NewID()}) != 0 {
			t.Error("another committee finds it")
		}
		item := h.item(3)
		item.Access, item.Silent = committee.PartExempt, true
		h.ok(h.EditItem(t.Context(), clerk, item))
		if found(of) != 0 {
			t.Error("it is told of although nothing may say that there is an assessment with the item")
		}
		item = h.item(3)
		item.Access, item.Silent = committee.Open, false
		h.ok(h.EditItem(t.Context(), clerk, item))
		_, err = h.NewVersion(t.Context(), h.as(eqiatest.Author(), reference), eqia.NewVersionCommand{Purpose: eqia.Revises})
		h.ok(err)
		h.ok(eqiatest.Sign(t.Context(), h.world.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		h.publish(reference)
		if found(of) != 1 || found(eqia.PublicFilter{Committee: of.Committee, Standing: eqia.Replaced}) != 1 {
			t.Error("the version that came after, or the one that it replaced, is not found")
		}
		m, err = h.Meeting(t.Context(), clerk, h.meeting)
		h.ok(err)
		m.Status = committee.Cancelled
		h.ok(h.EditMeeting(t.Context(), clerk, m))
		if found(of) != 0 {
			t.Error("a meeting that is called off is still told of")
		}
	})
}

func TestASearchSaysWhichWordsItFoundAndWhere(t *testing.T) {
	s := opened(t, sqliteFile(t))
	publish(t, s, eqiatest.Publication(7, "Library opening hours", "Two libraries close. The café’s hours stay."))
	for _, c := range []struct {
		name, text string
		want       []eqia.Why
	}{
		{"no words", "", nil},
		{"another form of a word", "library", []eqia.Why{{In: eqia.InTitle, Words: []string{"Library"}}, {In: eqia.InSummary, Words: []string{"libraries"}}}},
		{"each word once", "hours opened", []eqia.Why{{In: eqia.InTitle, Words: []string{"opening", "hours"}}, {In: eqia.InSummary, Words: []string{"hours"}}}},
		{"without its accent", "cafes", []eqia.Why{{In: eqia.InSummary, Words: []string{"café’s"}}}},
		{"part of a reference", "0007", []eqia.Why{{In: eqia.InReference, Words: []string{"0007"}}}},
		{"a reference", "eqia-2026-0007", []eqia.Why{{In: eqia.InReference, Words: []string{"EQIA-2026-0007"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := s.Register().Search(t.Context(), eqia.PublicFilter{Text: c.text}, eqia.Page{Size: 5})
			if err != nil || len(found) != 1 {
				t.Fatalf("found %d: %v", len(found), err)
			}
			if !reflect.DeepEqual(found[0].Why, c.want) && len(found[0].Why)+len(c.want) > 0 {
				t.Errorf("it says %q, want %q", found[0].Why, c.want)
			}
		})
	}
}

func TestTheEffectsAndTheYearsOfTheRegisterAreRead(t *testing.T) {
	s := opened(t, sqliteFile(t))
	var ids []eqia.VersionID
	for no, year := range []int{2026, 2024, 2024} {
		p := eqiatest.Publication(no, fmt.Sprint("Parking ", no), "")
		p.PublishedAt = time.Date(year, time.January, 1, 0, no, 0, 0, eqia.London())
		publish(t, s, p)
		ids = append(ids, p.Version)
	}
	years, err := s.Register().Years(t.Context())
	if err != nil || !slices.Equal(years, []int{2026, 2024}) {
		t.Errorf("the years are %v: %v", years, err)
	}
	effects, err := s.Register().Effects(t.Context(), ids[:2])
	if err != nil || len(effects) != 2 || !slices.Equal(effects[ids[0]], []eqia.Effected{{Characteristic: "age", Effect: eqia.Negative}}) {
		t.Errorf("the effects are %v: %v", effects, err)
	}
}

func TestNoFilterOfTheRegisterScansATable(t *testing.T) {
	s := opened(t, sqliteFile(t))
	filters := map[string]eqia.PublicFilter{}
	for name, f := range maps.Clone(everyFilter) {
		f.Committee = eqiatest.NewID()
		filters[name+", before a committee"] = f
		f.Committee, f.Standing = "", eqia.Replaced
		filters[name+", replaced"] = f
	}
	for name, f := range filters {
		for _, page := range []eqia.Page{{Size: 50}, {Size: 50, After: "k3j4." + eqiatest.NewID()}, {Size: 50, Before: "k3j4." + eqiatest.NewID()}} {
			for _, step := range store.PlanOfSearch(t, s, f, page) {
				if strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "VIRTUAL TABLE INDEX") || strings.Contains(step, "TEMP B-TREE") && page.Before == "" {
					t.Errorf("%s: the plan says %q", name, step)
				}
			}
		}
	}
}

func TestTheEditionOfTheRecordIsNewAfterEveryChangeWhoeverMadeIt(t *testing.T) {
	path := sqliteFile(t)
	s, other := opened(t, path), opened(t, path)
	edition := func() int64 {
		t.Helper()
		n, err := s.Edition(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	first := edition()
	if edition() != first {
		t.Error("it is new although nothing was written")
	}
	publish(t, s, eqiatest.Publication(1, "Library hours", ""))
	second := edition()
	if second == first {
		t.Error("it is the same after a change")
	}
	publish(t, other, eqiatest.Publication(2, "Parking permits", ""))
	for start := time.Now(); edition() == second; time.Sleep(20 * time.Millisecond) {
		if time.Since(start) > 10*time.Second {
			t.Fatal("what another copy of the service wrote is not noticed")
		}
	}
}
