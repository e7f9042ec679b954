package store_test

import (
	"os"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
)

func TestASettingIsWhatItWasSetToLast(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		for _, want := range []string{"", "once", "twice"} {
			if want != "" {
				if err := s.SetSetting(t.Context(), "mark", want); err != nil {
					t.Fatal(err)
				}
			}
			if got, err := s.Setting(t.Context(), "mark"); err != nil || got != want {
				t.Errorf("it is %q, want %q (%v)", got, want, err)
			}
		}
	})
}

func TestADatabaseIsUntouchedUntilSomethingIsRecorded(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		if err := s.SetSetting(t.Context(), "mark", "yes"); err != nil {
			t.Fatal(err)
		}
		if untouched, err := s.Untouched(t.Context()); err != nil || !untouched {
			t.Errorf("a setting touched it (%v)", err)
		}
		if _, err := eqiatest.On(t.Context(), s, eqiatest.NewClock()); err != nil {
			t.Fatal(err)
		}
		if untouched, err := s.Untouched(t.Context()); err != nil || untouched {
			t.Errorf("people were added, and it is untouched (%v)", err)
		}
	})
}

func TestALegacyRecordComesInAndTheDemonstrationIsMade(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		council, err := form.Load(eqiatest.Profile)
		if err != nil {
			t.Fatal(err)
		}
		service := &eqia.Service{Store: s, Profiles: map[string]form.Profile{eqiatest.Profile: council}, Profile: eqiatest.Profile,
			Now: eqiatest.NewClock().Now, NewID: eqiatest.NewID, Key: []byte("a key for this test")}
		file, err := os.Open("../eqiatest/examples/legacy.json")
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		d, err := eqia.ReadDocument(file)
		if err != nil {
			t.Fatal(err)
		}
		reference, err := service.Import(t.Context(), "", d, eqia.ImportOptions{Legacy: true})
		if err != nil || reference != "EQIA-2026-0001" {
			t.Errorf("it came in as %q (%v)", reference, err)
		}
		if err := eqiatest.Seed(t.Context(), service); err != nil {
			t.Error(err)
		}
	})
}
