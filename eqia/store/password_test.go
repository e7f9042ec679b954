package store_test

import (
	"errors"
	"fmt"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

func (w world) setPassword(p eqia.Person, hash string) error {
	return w.store.SetPassword(w.t.Context(), p.ID, hash, eqia.Act{At: w.Now(), By: p.ID, Kind: "change_password", Subject: "person/" + string(p.ID)})
}

func TestAPasswordIsSetAloneAndEndsThePersonsSessions(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.ok(errors.Join(s.SaveSession(t.Context(), session("theirs", eqiatest.Lead(), w.Now())),
			s.SaveSession(t.Context(), session("another's", eqiatest.Clerk(), w.Now()))))
		w.ok(w.setPassword(eqiatest.Lead(), "the new hash"))
		got, hash, err := s.PersonByEmail(t.Context(), eqiatest.Lead().Email)
		if err != nil || hash != "the new hash" || fmt.Sprint(got) != fmt.Sprint(eqiatest.Lead()) {
			t.Errorf("%v with the hash %q: %v", got, hash, err)
		}
		if _, _, err := s.Session(t.Context(), "theirs"); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("their session: %v, want not found", err)
		}
		if _, _, err := s.Session(t.Context(), "another's"); err != nil {
			t.Errorf("another's session: %v", err)
		}
	})
}

func TestADisabledAccountGetsNoNewPassword(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		p := eqiatest.Lead()
		p.Disabled = true
		w.ok(w.keep(p, "the old hash"))
		for _, who := range []eqia.Person{p, {ID: "nobody"}} {
			if err := w.setPassword(who, "new"); !errors.Is(err, eqia.ErrNotFound) {
				t.Errorf("%q: %v, want not found", who.ID, err)
			}
		}
		if _, hash, err := s.PersonByEmail(t.Context(), p.Email); err != nil || hash != "the old hash" {
			t.Errorf("the hash is %q: %v", hash, err)
		}
	})
}
