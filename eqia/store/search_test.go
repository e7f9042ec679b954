package store_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// publish puts publications into the register.
func publish(t *testing.T, s *store.Store, list ...eqia.Publication) {
	t.Helper()
	for _, p := range list {
		if err := eqiatest.Publish(t.Context(), s, p); err != nil {
			t.Fatal(err)
		}
	}
}

// titles searches the register and gives the titles found, in their order.
func titles(t *testing.T, s *store.Store, f eqia.PublicFilter, page eqia.Page) (found []string, cursors []string) {
	t.Helper()
	if page.Size == 0 {
		page.Size = 50
	}
	list, err := s.Register().Search(t.Context(), f, page)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		found, cursors = append(found, p.Title), append(cursors, p.Cursor)
	}
	return found, cursors
}

func TestTheRegisterIsSearchedByWords(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		publish(t, s, eqiatest.Publication(1, "Library opening hours", "Two libraries close on Mondays. Café stays open."),
			eqiatest.Publication(2, "Parking permits online", "People's permits move online; paper ends."),
			eqiatest.Publication(3, "Blue badge parking", "More bays, and a library of maps."))
		for _, c := range []struct {
			name, text string
			want       []string
		}{
			{"a word of a title, newest first", "parking", []string{"Blue badge parking", "Parking permits online"}},
			{"another form of a word", "libraries", []string{"Blue badge parking", "Library opening hours"}},
			{"a word of a summary", "Mondays", []string{"Library opening hours"}},
			{"all the words, in any order", "online parking", []string{"Parking permits online"}},
			{"words without their accents", "cafe", []string{"Library opening hours"}},
			{"words with accents that were not written", "párking permits", []string{"Parking permits online"}},
			{"an apostrophe or none", "peoples", []string{"Parking permits online"}},
			{"one more form of it", "park", []string{"Blue badge parking", "Parking permits online"}},
			{"a reference", " eqia-2026-0003 ", []string{"Blue badge parking"}},
			{"part of a reference", "0002", []string{"Parking permits online"}},
			{"part of a word, which is another word", "bad", nil},
			{"a word that is not there", "swimming", nil},
			{"signs that are no words, as if nothing was asked", `"*-:()`, []string{"Blue badge parking", "Parking permits online", "Library opening hours"}},
			{"the words of a query language, as words", "parking OR library", nil},
		} {
			t.Run(c.name, func(t *testing.T) {
				got, _ := titles(t, s, eqia.PublicFilter{Text: c.text}, eqia.Page{})
				if !slices.Equal(got, c.want) {
					t.Errorf("%q found %q, want %q", c.text, got, c.want)
				}
				n, err := s.Register().Count(t.Context(), eqia.PublicFilter{Text: c.text}, 1000)
				if err != nil || n != len(c.want) {
					t.Errorf("counted %d, %v; want %d", n, err, len(c.want))
				}
			})
		}
	})
}

func TestAVersionThatIsNoLongerInForceIsNotFound(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		first, second := eqiatest.Publication(1, "Bus routes", ""), eqiatest.Publication(1, "Bus fares", "")
		second.Major, second.PublishedAt = 2, first.PublishedAt.Add(time.Hour)
		publish(t, s, first)
		publishNext(t, s, second)
		if got, _ := titles(t, s, eqia.PublicFilter{Text: "bus"}, eqia.Page{}); !slices.Equal(got, []string{"Bus fares"}) {
			t.Errorf("found %q, want the version in force alone", got)
		}
		gone := eqia.Publication{Version: second.Version, Standing: eqia.TakenAway, WithdrawnOn: "2026-04-01", Notice: "It will not go ahead."}
		if err := s.Write(t.Context(), &eqia.Change{Withdrew: []eqia.Publication{gone}, Acts: []eqia.Act{{At: second.PublishedAt, Kind: workflow.Withdraw}}}); err != nil {
			t.Fatal(err)
		}
		if got, _ := titles(t, s, eqia.PublicFilter{Text: "bus"}, eqia.Page{}); len(got) > 0 {
			t.Errorf("found %q after it was withdrawn", got)
		}
	})
}

// publishNext publishes a later version of a family that is in the register already.
func publishNext(t *testing.T, s *store.Store, p eqia.Publication) {
	t.Helper()
	v, err := s.Version(t.Context(), p.Reference, "1.0")
	if err != nil {
		t.Fatal(err)
	}
	made := eqia.Version{Assessment: v.Assessment, Content: p.Content, Header: v.Header}
	made.ID, made.Major, made.Minor = p.Version, p.Major, p.Minor
	change := &eqia.Change{Made: &made, Public: &p, Acts: []eqia.Act{{At: p.PublishedAt, Kind: workflow.Publish}}}
	if err := s.Write(t.Context(), change); err != nil {
		t.Fatal(err)
	}
}

// everyFilter is each way of narrowing the register, alone and with words.
var everyFilter = map[string]eqia.PublicFilter{
	"nothing":              {},
	"words":                {Text: "parking"},
	"directorate":          {Directorate: "place"},
	"effect":               {Characteristic: "age", Effect: eqia.Negative},
	"year":                 {Year: "2026"},
	"reference":            {Text: "EQIA-2026-0003"},
	"words and the rest":   {Text: "park", Directorate: "place", Characteristic: "age", Effect: eqia.Negative, Year: "2026"},
	"effect and the rest":  {Directorate: "place", Characteristic: "age", Effect: eqia.Negative, Year: "2026"},
	"directorate and year": {Directorate: "place", Year: "2026"},
	"not needed":           {NotNeeded: true},
}

func TestThePagesOfTheRegisterMeetWithoutGapOrRepeatBothWays(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		var all []string
		for no := range 7 {
			p := eqiatest.Publication(no/2, fmt.Sprintf("Parking %d", no), "") // two in each microsecond
			p.Reference, p.Screening = fmt.Sprintf("EQIA-2026-%04d", no), true
			publish(t, s, p)
			all = append(all, p.Title)
		}
		slices.Reverse(all)
		for name, f := range everyFilter {
			if name == "reference" { // which finds one and has no pages
				continue
			}
			t.Run(name, func(t *testing.T) {
				first, c1 := titles(t, s, f, eqia.Page{Size: 3})
				second, c2 := titles(t, s, f, eqia.Page{Size: 3, After: c1[2]})
				third, c3 := titles(t, s, f, eqia.Page{Size: 3, After: c2[2]})
				if got := slices.Concat(first, second, third); !slices.Equal(got, all) {
					t.Errorf("forwards: %q, want %q", got, all)
				}
				back, _ := titles(t, s, f, eqia.Page{Size: 3, Before: c3[0]})
				if !slices.Equal(back, second) {
					t.Errorf("backwards: %q, want %q", back, second)
				}
			})
		}
	})
}

func TestNoSearchOfTheRegisterScansATable(t *testing.T) {
	s := opened(t, sqliteFile(t))
	for name, f := range everyFilter {
		for _, page := range []eqia.Page{{Size: 50}, {Size: 50, After: "k3j4." + eqiatest.NewID()}, {Size: 50, Before: "k3j4." + eqiatest.NewID()}} {
			t.Run(name, func(t *testing.T) {
				for _, step := range store.PlanOfSearch(t, s, f, page) {
					if name == "reference" && strings.Contains(step, "published") && !strings.Contains(step, "(reference=? AND standing=?)") {
						t.Errorf("one reference is looked for by %q", step)
					}
					if strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "VIRTUAL TABLE INDEX") || strings.Contains(step, "TEMP B-TREE") && page.Before == "" && name != "reference" {
						t.Errorf("the plan says %q", step)
					}
				}
			})
		}
	}
}

func FuzzAnyWordsCanBeSearchedFor(f *testing.F) {
	for _, seed := range []string{"library", `"a" OR b*`, "'; DROP TABLE published; --", "NEAR/3", "title:x", "\x00\xff", "a & b | !c <-> d", "٣ ﬁ ß İ", "-", "12e5 0x1f 1.5",
		strings.Repeat("long", 100), strings.Repeat("many words ", 50), "'':*", `\`, "and or not near"} {
		f.Add(seed)
	}
	lite, err := store.Open(f.Context(), sqliteFile(f))
	if err != nil {
		f.Fatal(err)
	}
	defer lite.Close()
	pg, err := store.Open(f.Context(), postgres(f))
	if err != nil {
		f.Fatal(err)
	}
	defer pg.Close()
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range []*store.Store{lite, pg} {
			if _, err := s.Register().Search(t.Context(), eqia.PublicFilter{Text: text}, eqia.Page{Size: 5}); err != nil {
				t.Fatalf("searching for %q: %v", text, err)
			}
		}
	})
}
