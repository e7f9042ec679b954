package account

import (
	"errors"
	"fmt"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/web/page"
)

func TestWrongPasswordsAreLetThroughUpToALimit(t *testing.T) {
	cases := map[string]struct {
		most int
		nth  func(int) attempt
	}{
		"one account from one address":    {10, func(int) attempt { return attempt{"a@council.example", "192.0.2.1"} }},
		"one account from many addresses": {50, func(n int) attempt { return attempt{"a@council.example", fmt.Sprint("192.0.2.", n)} }},
		"many accounts from one address":  {300, func(n int) attempt { return attempt{fmt.Sprint(n, "@council.example"), "192.0.2.1"} }},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := newBrakes()
			for n := range c.most {
				if err := b.try(t.Context(), c.nth(n)); err != nil {
					t.Fatalf("try %d: %v", n+1, err)
				}
			}
			if err := b.try(t.Context(), c.nth(c.most)); !errors.Is(err, eqia.ErrTooMany) {
				t.Errorf("try %d: %v, want too many", c.most+1, err)
			}
		})
	}
}

func TestRightPasswordsAreNotCounted(t *testing.T) {
	b, a := newBrakes(), attempt{"a@council.example", "192.0.2.1"}
	for n := range 1000 {
		if err := errors.Join(b.try(t.Context(), a), b.right(t.Context(), a)); err != nil {
			t.Fatalf("sign-in %d: %v", n+1, err)
		}
	}
}

func TestARightPasswordForgetsTheWrongOnesBeforeItFromThatAddress(t *testing.T) {
	b, a := newBrakes(), attempt{"a@council.example", "192.0.2.1"}
	for round := range 4 {
		for range 9 {
			if err := b.try(t.Context(), a); err != nil {
				t.Fatalf("round %d: %v", round+1, err)
			}
		}
		if err := errors.Join(b.try(t.Context(), a), b.right(t.Context(), a)); err != nil {
			t.Fatalf("round %d: %v", round+1, err)
		}
	}
}

func TestOneAddressAloneCannotShutAnAccountOut(t *testing.T) {
	b := newBrakes()
	for range 1000 {
		_ = b.try(t.Context(), attempt{"a@council.example", "192.0.2.1"})
	}
	if err := b.try(t.Context(), attempt{"a@council.example", "192.0.2.2"}); err != nil {
		t.Errorf("from another address: %v", err)
	}
}

func TestAddressesAreCountedByWhoHasThem(t *testing.T) {
	cases := map[string]struct {
		one, other string
		same       bool
	}{
		"two of IPv4":                    {"192.0.2.1", "192.0.2.2", false},
		"one of IPv4":                    {"192.0.2.1", "192.0.2.1", true},
		"two of one IPv6 network":        {"2001:db8::1", "2001:db8::ffff:2", true},
		"two IPv6 networks":              {"2001:db8:0:1::1", "2001:db8:0:2::1", false},
		"two of IPv4 written as of IPv6": {"::ffff:192.0.2.1", "::ffff:192.0.2.2", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := page.Network(c.one) == page.Network(c.other); got != c.same {
				t.Errorf("%s and %s are the same: %v", c.one, c.other, got)
			}
		})
	}
}
