package store_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// keep saves a person with a password.
func (w world) keep(p eqia.Person, hash string) error {
	return w.store.SavePerson(w.t.Context(), p, hash, eqia.Act{At: w.Now(), Kind: eqiatest.PersonAdded, Subject: "person/" + string(p.ID)})
}

func TestAPersonIsFoundByAddressWhateverItsCase(t *testing.T) {
	cases := []struct{ name, kept, asked string }{
		{"in small letters", "clerk@council.example", "clerk@council.example"},
		{"in capitals", "clerk@council.example", "CLERK@Council.Example"},
		{"kept in capitals", "Clerk@Council.Example", "clerk@council.example"},
		{"with spaces round it", "clerk@council.example", "  clerk@council.example "},
		{"kept with spaces round it", " clerk@council.example ", "clerk@council.example"},
	}
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				p := eqiatest.DeputyLead()
				p.Email = c.kept
				w.ok(w.keep(p, "the hash"))
				got, hash, err := s.PersonByEmail(t.Context(), c.asked)
				if err != nil || got.ID != p.ID || hash != "the hash" {
					t.Fatalf("found %q with hash %q: %v", got.ID, hash, err)
				}
				if !slices.Equal(got.Roles, []workflow.Actor{workflow.Lead, workflow.Reviewer}) {
					t.Errorf("they hold %v", got.Roles)
				}
			})
		}
	})
}

func TestNoTwoAccountsHaveOneAddress(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		p := eqiatest.Clerk()
		p.Email = "AUTHOR.Highways@council.example"
		var invalid *eqia.Invalid
		if err := w.keep(p, ""); !errors.As(err, &invalid) || invalid.Field != "email" {
			t.Errorf("got %v, want the address refused", err)
		}
	})
}

func TestAnEmptyHashKeepsThePassword(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		p := eqiatest.Clerk()
		w.ok(w.keep(p, "first"))
		p.Name = "Clerk, Committees"
		w.ok(w.keep(p, ""))
		got, hash, err := s.PersonByEmail(t.Context(), p.Email)
		if err != nil || hash != "first" || got.Name != p.Name {
			t.Errorf("%q has the hash %q: %v", got.Name, hash, err)
		}
	})
}

func TestWhoIsNotThereIsNotFound(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		_, _, byEmail := s.PersonByEmail(t.Context(), "nobody@council.example")
		_, byID := s.Person(t.Context(), "nobody")
		_, _, bySession := s.Session(t.Context(), "no token")
		for _, err := range []error{byEmail, byID, bySession} {
			if !errors.Is(err, eqia.ErrNotFound) {
				t.Errorf("got %v, want not found", err)
			}
		}
	})
}

func TestPeopleAreListedByNameWithTheirRoles(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		worldOn(t, s)
		people, err := s.PeopleList(t.Context())
		if err != nil || len(people) != len(eqiatest.People()) {
			t.Fatalf("%d people: %v", len(people), err)
		}
		if !slices.IsSortedFunc(people, func(a, b eqia.Person) int { return slices.Compare([]string{a.Name}, []string{b.Name}) }) {
			t.Error("they are not in the order of their names")
		}
		for _, p := range people {
			known := slices.IndexFunc(eqiatest.People(), func(o eqia.Person) bool { return o.ID == p.ID })
			if fmt.Sprint(p) != fmt.Sprint(eqiatest.People()[known]) {
				t.Errorf("got %v, want %v", p, eqiatest.People()[known])
			}
		}
	})
}

func session(token string, p eqia.Person, at time.Time) eqia.Session {
	return eqia.Session{TokenHash: token, Person: p.ID, MadeAt: at, SeenAt: at}
}

func TestASessionBringsItsPersonAndRemembersWhenItWasUsed(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.ok(s.SaveSession(t.Context(), session("token", eqiatest.DeputyLead(), w.Now())))
		later := w.clock.Pass(time.Minute)
		w.ok(s.SeenSession(t.Context(), "token", later))
		got, p, err := s.Session(t.Context(), "token")
		if err != nil || fmt.Sprint(p) != fmt.Sprint(eqiatest.DeputyLead()) {
			t.Fatalf("it brought %v: %v", p, err)
		}
		if got.Person != p.ID || !got.SeenAt.Equal(later) || !got.MadeAt.Equal(later.Add(-time.Minute)) {
			t.Errorf("the session is %+v", got)
		}
	})
}

func TestSessionsEnd(t *testing.T) {
	cases := []struct {
		name string
		end  func(world) error
		left []string
	}{
		{"one, on signing out", func(w world) error { return w.store.EndSessions(w.t.Context(), "first", "") }, []string{"other", "second"}},
		{"all of a person's", func(w world) error { return w.store.EndSessions(w.t.Context(), "", eqiatest.Lead().ID) }, []string{"other"}},
		{"all, with a new password", func(w world) error { return w.keep(eqiatest.Lead(), "new") }, []string{"other"}},
		{"all, of a disabled account", func(w world) error {
			p := eqiatest.Lead()
			p.Disabled = true
			return w.keep(p, "")
		}, []string{"other"}},
		{"none, with a new name", func(w world) error { return w.keep(eqiatest.Lead(), "") }, []string{"first", "other", "second"}},
	}
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				w.ok(errors.Join(w.keep(eqiatest.Lead(), ""), s.EndSessions(t.Context(), "", eqiatest.Lead().ID),
					s.EndSessions(t.Context(), "", eqiatest.Clerk().ID)))
				w.ok(s.SaveSession(t.Context(), session("first", eqiatest.Lead(), w.Now())))
				w.ok(s.SaveSession(t.Context(), session("second", eqiatest.Lead(), w.Now())))
				w.ok(s.SaveSession(t.Context(), session("other", eqiatest.Clerk(), w.Now())))
				w.ok(c.end(w))
				var left []string
				w.ok(s.Reader().Table("sessions").Order("token_hash").Pluck("token_hash", &left).Error)
				if !slices.Equal(left, c.left) {
					t.Errorf("%v are left, want %v", left, c.left)
				}
			})
		}
	})
}

func TestARoleTakenAwayIsGoneFromTheLiveSession(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.ok(s.SaveSession(t.Context(), session("token", eqiatest.Lead(), w.Now())))
		p := eqiatest.Lead()
		p.Roles = nil
		w.ok(w.keep(p, ""))
		if _, got, err := s.Session(t.Context(), "token"); err != nil || len(got.Roles) != 0 {
			t.Errorf("the session still brings %v: %v", got.Roles, err)
		}
	})
}

func TestTheOldestSessionsGiveWay(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		for n := range 8 {
			w.ok(s.SaveSession(t.Context(), session(fmt.Sprint(n), eqiatest.Lead(), w.clock.Pass(time.Minute))))
		}
		var left []string
		w.ok(s.Reader().Table("sessions").Order("token_hash").Pluck("token_hash", &left).Error)
		if !slices.Equal(left, []string{"3", "4", "5", "6", "7"}) {
			t.Errorf("%v are left, want the newest five", left)
		}
	})
}

func TestTheRecordOfAnAccountSaysWhichItIsAndItsRoles(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		p := eqiatest.DeputyLead()
		w.ok(s.SavePerson(t.Context(), p, "", eqia.Act{At: w.Now(), Kind: "person_changed"}))
		var detail string
		w.ok(s.Reader().Table("audit").Select("detail").Where("kind = ?", "person_changed").Take(&detail).Error)
		if want := `{"person":"` + string(p.ID) + `","roles":"lead reviewer"}`; detail != want {
			t.Errorf("the record says %s, want %s", detail, want)
		}
	})
}
