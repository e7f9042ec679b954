package main

import (
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"

	"github.com/caarlos0/env/v11"

	"dorset-eqia/eqia/form"
)

// Config is everything the service reads from its environment. Nothing else reads it.
type Config struct {
	DatabaseURL string `env:"EQIA_DATABASE_URL"`                // postgres://…; without it the database is a file in the data folder
	BaseURL     string `env:"EQIA_BASE_URL"`                    // the https address people reach the service at
	SecretFile  string `env:"EQIA_SECRET_FILE"`                 // without it the secret is a file in the data folder
	Profile     string `env:"EQIA_PROFILE" envDefault:"dorset"` // the council's form
}

const (
	ours     = "EQIA_"
	forTests = "EQIA_TEST_" // settings of the tests, which the service does not read
)

// readConfig reads and checks the environment. A name of ours that is not known is refused: it is likely a mistake in spelling.
func readConfig() (Config, error) {
	c, err := env.ParseAs[Config]()
	if err != nil {
		return Config{}, fmt.Errorf("read the settings: %w", err)
	}
	params, err := env.GetFieldParams(&c)
	if err != nil {
		return Config{}, fmt.Errorf("read the settings: %w", err)
	}
	for _, set := range os.Environ() {
		name, _, _ := strings.Cut(set, "=")
		known := slices.ContainsFunc(params, func(p env.FieldParams) bool { return p.Key == name })
		if strings.HasPrefix(name, ours) && !strings.HasPrefix(name, forTests) && !known {
			return Config{}, fmt.Errorf("%s is not a setting of this service. Check how it is spelled", name)
		}
	}
	return c, c.check()
}

func (c Config) check() error {
	if !slices.Contains(form.Profiles(), c.Profile) {
		return fmt.Errorf("EQIA_PROFILE is %q. Choose one of %s", c.Profile, strings.Join(form.Profiles(), ", "))
	}
	if c.DatabaseURL != "" && !strings.HasPrefix(c.DatabaseURL, "postgres://") && !strings.HasPrefix(c.DatabaseURL, "postgresql://") {
		return fmt.Errorf("EQIA_DATABASE_URL has to start with postgres://")
	}
	if c.BaseURL == "" {
		return nil
	}
	u, err := url.Parse(c.BaseURL)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.User != nil {
		return fmt.Errorf("EQIA_BASE_URL has to be an address such as https://equality.example.gov.uk")
	}
	return nil
}
