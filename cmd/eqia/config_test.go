package main

import (
	"slices"
	"strings"
	"testing"
)

func TestAnAddressAndItsProxiesAreReadInOneForm(t *testing.T) {
	cases := map[string]struct {
		base, proxies string
		wantBase      string
		wantProxies   []string
	}{
		"a scheme in capitals":     {"HTTPS://council.example", "", "https://council.example", nil},
		"a slash at the end":       {"https://council.example/", "", "https://council.example", nil},
		"a port":                   {"http://localhost:8080", "", "http://localhost:8080", nil},
		"nothing":                  {"", "", "", nil},
		"one proxy":                {"", "10.0.0.1", "", []string{"10.0.0.1"}},
		"a proxy and two networks": {"", "10.0.0.1, 10.1.0.0/16,2001:db8::/32", "", []string{"10.0.0.1", "10.1.0.0/16", "2001:db8::/32"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Setenv("EQIA_BASE_URL", c.base)
			t.Setenv("EQIA_TRUSTED_PROXIES", c.proxies)
			got, err := readConfig()
			if err != nil {
				t.Fatal(err)
			}
			if got.BaseURL != c.wantBase || !slices.Equal(got.Proxies, c.wantProxies) {
				t.Errorf("got %q and %q", got.BaseURL, got.Proxies)
			}
		})
	}
}

func TestProxiesThatCannotBeTrustedAreRefused(t *testing.T) {
	for name, proxies := range map[string]string{
		"a name": "proxy.council.example", "everyone": "0.0.0.0/0", "everyone in IPv6": "::/0", "a gap": "10.0.0.1,,10.0.0.2", "a port": "10.0.0.1:80",
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("EQIA_TRUSTED_PROXIES", proxies)
			if _, err := readConfig(); err == nil || !strings.Contains(err.Error(), "EQIA_TRUSTED_PROXIES") {
				t.Errorf("got %v", err)
			}
		})
	}
}
