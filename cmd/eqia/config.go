package main

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/moderngov"
)

// Config is everything the service reads from its environment. Nothing else reads it.
type Config struct {
	DatabaseURL string   `env:"EQIA_DATABASE_URL"`                         // postgres://…; without it the database is a file in the data folder
	BaseURL     string   `env:"EQIA_BASE_URL"`                             // the https address people reach the service at
	SecretFile  string   `env:"EQIA_SECRET_FILE"`                          // without it the secret is a file in the data folder
	Proxies     []string `env:"EQIA_TRUSTED_PROXIES"`                      // addresses or networks of the proxies in front, with commas; nobody's word is taken without it
	Profile     string   `env:"EQIA_PROFILE" envDefault:"dorset"`          // the council's form
	Review      int      `env:"EQIA_REVIEW_WITHIN" envDefault:"10"`        // working days in which a review is due
	Urgent      int      `env:"EQIA_URGENT_REVIEW_WITHIN" envDefault:"10"` // working days in which a review follows an urgent sign-off
	EmailDays   int      `env:"EQIA_FEEDBACK_EMAIL_DAYS" envDefault:"90"`  // days for which the email address that came with feedback is kept
	ModernGov   string   `env:"EQIA_MODERNGOV_URL"`                        // https address of the committee system; without it nobody asks it
	AllBodies   string   `env:"EQIA_MODERNGOV_COMMITTEE" envDefault:"0"`   // the number that stands for all committees there; some systems want -1
	AskEvery    int      `env:"EQIA_MODERNGOV_EVERY" envDefault:"24"`      // hours after which it is asked again
	Contact     string   `env:"EQIA_MODERNGOV_CONTACT"`                    // whom the owner of that system can write to; asked for with the address
	Ahead       int      `env:"EQIA_DEMO_AHEAD"`                           // days by which the clock of a demonstration runs ahead; refused for anything else
}

// mostAhead is the most days that the clock of a demonstration can run ahead: ten years.
const mostAhead = 3660

// now is the time: for a demonstration, as many days ahead as the settings say.
func (c Config) now() time.Time { return time.Now().AddDate(0, 0, c.Ahead) }

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
	return c.tidy(), c.check()
}

func (c Config) check() error {
	if !slices.Contains(form.Profiles(), c.Profile) {
		return fmt.Errorf("EQIA_PROFILE is %q. Choose one of %s", c.Profile, strings.Join(form.Profiles(), ", "))
	}
	if c.DatabaseURL != "" && !strings.HasPrefix(c.DatabaseURL, "postgres://") && !strings.HasPrefix(c.DatabaseURL, "postgresql://") {
		return fmt.Errorf("EQIA_DATABASE_URL has to start with postgres://")
	}
	if err := errors.Join(c.checkDays(), c.checkSystem()); err != nil {
		return err
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

// checkDays looks at the settings that count days.
func (c Config) checkDays() error {
	if c.Review < 1 || c.Urgent < 1 {
		return fmt.Errorf("EQIA_REVIEW_WITHIN and EQIA_URGENT_REVIEW_WITHIN have to be 1 working day or more")
	}
	if c.EmailDays < 1 {
		return fmt.Errorf("EQIA_FEEDBACK_EMAIL_DAYS has to be 1 day or more")
	}
	for _, p := range c.Proxies {
		if !isProxy(strings.TrimSpace(p)) {
			return fmt.Errorf("EQIA_TRUSTED_PROXIES has to be addresses or networks with commas between them, such as 10.0.0.1,10.1.0.0/16")
		}
	}
	if c.Ahead < 0 || c.Ahead > mostAhead {
		return fmt.Errorf("EQIA_DEMO_AHEAD has to be from 0 to %d days", mostAhead)
	}
	return nil
}

// system is the host of the committee system; empty when none is asked.
func (c Config) system() string {
	u, err := url.Parse(c.ModernGov)
	if err != nil {
		return ""
	}
	return u.Host
}

// checkSystem looks at the settings of the committee system.
func (c Config) checkSystem() error {
	if c.ModernGov == "" {
		return nil
	}
	if _, err := moderngov.NewClient(c.ModernGov, c.AllBodies, c.Contact); err != nil {
		return fmt.Errorf("EQIA_MODERNGOV_URL: %w", err)
	}
	if c.AskEvery < 1 || c.AskEvery > 24*7 {
		return fmt.Errorf("EQIA_MODERNGOV_EVERY has to be from 1 to 168 hours")
	}
	if _, err := strconv.Atoi(c.AllBodies); err != nil {
		return fmt.Errorf("EQIA_MODERNGOV_COMMITTEE has to be a number, such as 0 or -1")
	}
	if c.Contact == "" {
		return fmt.Errorf("Set EQIA_MODERNGOV_CONTACT to an address that the owner of the committee system can write to")
	}
	return nil
}

// isProxy reports whether a text is an address or a network. The network of all addresses is none: it would trust everyone.
func isProxy(text string) bool {
	if _, err := netip.ParseAddr(text); err == nil {
		return true
	}
	network, err := netip.ParsePrefix(text)
	return err == nil && network.Bits() > 0
}

// tidy is the settings as the service uses them: the address with its scheme in small letters and nothing after its host, and proxies
// without spaces.
func (c Config) tidy() Config {
	if u, err := url.Parse(c.BaseURL); err == nil && u.Host != "" {
		c.BaseURL = u.Scheme + "://" + u.Host
	}
	proxies := make([]string, len(c.Proxies))
	for i, p := range c.Proxies {
		proxies[i] = strings.TrimSpace(p)
	}
	c.Proxies = proxies
	return c
}
