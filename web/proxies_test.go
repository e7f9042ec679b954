package web_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// handlerOf is the whole service with its database's health and the proxies in front of it.
func handlerOf(t *testing.T, s *eqia.Service, ready func(*http.Request) error, proxies ...string) http.Handler {
	t.Helper()
	assets, err := web.LoadAssets()
	if err != nil {
		t.Fatal(err)
	}
	kit := &page.Kit{Eqia: s, Committee: eqiatest.Committees(t, s), Reader: form.NewReader(), Now: s.Now, NewID: s.NewID}
	h, err := web.New(kit, assets, ready, proxies...)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestGuessesAreCountedByWhoMakesThem(t *testing.T) {
	const from = "10.0.0.1"
	cases := map[string]struct {
		proxies []string
		said    func(guess int) string // what the request says of where it comes from
		stopped bool
	}{
		"the proxy tells callers apart":             {[]string{from}, func(n int) string { return fmt.Sprint("203.0.113.", n) }, false},
		"the proxy is in a trusted network":         {[]string{"10.0.0.0/8"}, func(n int) string { return fmt.Sprint("203.0.113.", n) }, false},
		"one caller behind the proxy":               {[]string{from}, func(int) string { return "203.0.113.1" }, true},
		"one caller who makes addresses up":         {[]string{from}, func(n int) string { return fmt.Sprint("198.51.100.", n, ", 203.0.113.1") }, true},
		"a caller who is no proxy makes an address": {nil, func(n int) string { return fmt.Sprint("203.0.113.", n) }, true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			h := handlerOf(t, eqiatest.New(t), func(*http.Request) error { return nil }, c.proxies...)
			var last int
			for n := range 11 {
				values := url.Values{"email": {eqiatest.Lead().Email}, "password": {"not the password"}}
				r := httptest.NewRequest(http.MethodPost, "/sign-in", strings.NewReader(values.Encode()))
				r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
				r.Header.Set("X-Forwarded-For", c.said(n+1))
				r.RemoteAddr = from + ":1000"
				w := httptest.NewRecorder()
				h.ServeHTTP(w, r)
				last = w.Code
			}
			if stopped := last == http.StatusTooManyRequests; stopped != c.stopped {
				t.Errorf("the eleventh guess is answered %d", last)
			}
		})
	}
}

func TestAProxyThatIsNoAddressStopsTheService(t *testing.T) {
	assets, err := web.LoadAssets()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := web.New(&page.Kit{}, assets, nil, "not an address"); err == nil {
		t.Error("it started")
	}
}
