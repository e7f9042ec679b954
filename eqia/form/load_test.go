package form

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// load is a profile that a test cannot do without.
func load(t *testing.T, code string) Profile {
	t.Helper()
	p, err := Load(code)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// dorset is the newest Dorset form.
func dorset(t *testing.T) Version {
	t.Helper()
	v, ok := load(t, "dorset").Version("2026-1")
	if !ok {
		t.Fatal("there is no version 2026-1")
	}
	return v
}

func TestEveryProfileLoads(t *testing.T) {
	if got := Profiles(); !slices.Equal(got, []string{"dorset", "example"}) {
		t.Fatalf("the profiles are %v", got)
	}
	for _, code := range Profiles() {
		if p := load(t, code); p.Code != code {
			t.Errorf("%s calls itself %s", code, p.Code)
		}
	}
}

func TestAnUnknownProfileIsRefused(t *testing.T) {
	for _, code := range []string{"", "nowhere", "../profiles/dorset", "Dorset", "dorset.json"} {
		if _, err := Load(code); !errors.Is(err, ErrNoProfile) {
			t.Errorf("Load(%q) gave %v", code, err)
		}
	}
}

func TestTheOlderDorsetFormIsTheNewerOneWithoutCareExperience(t *testing.T) {
	p := load(t, "dorset")
	older, _ := p.Version("2024-1")
	newer, _ := p.Version("2026-1")
	code := func(c Characteristic) string { return c.Code }
	had, has := codesOf(older.Characteristics, code), codesOf(newer.Characteristics, code)
	if len(has) != 16 || len(had) != 15 {
		t.Fatalf("the forms ask about %d and %d characteristics", len(had), len(has))
	}
	if rest := slices.DeleteFunc(has, func(c string) bool { return c == "care_experience" }); !slices.Equal(had, rest) {
		t.Errorf("the older form asks about %v", had)
	}
}

func TestTheFormInForceFollowsTheCalendar(t *testing.T) {
	p := load(t, "dorset")
	for day, want := range map[string]string{
		"2023-12-31": "", "2024-01-01": "2024-1", "2026-03-31": "2024-1", "2026-04-01": "2026-1", "2031-01-01": "2026-1",
	} {
		v, ok := p.Latest(day)
		if v.Code != want || ok != (want != "") {
			t.Errorf("on %s the form is %q (%t), not %q", day, v.Code, ok, want)
		}
		if asked := v.CharacteristicsInForce(day); len(asked) != len(v.Characteristics) {
			t.Errorf("on %s form %s asks about %d of its %d characteristics", day, v.Code, len(asked), len(v.Characteristics))
		}
	}
}

func TestAFileThatIsNotExactlyAProfileIsRefused(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"not JSON", `profile`, "invalid character"},
		{"an unknown field", `{"code": "x", "colour": "red"}`, "unknown field"},
		{"an unknown field in a version", `{"versions": [{"code": "1", "colour": "red"}]}`, "unknown field"},
		{"something after the profile", `{"code": "x"} {}`, "more after"},
		{"based on nothing", `{"versions": [{"code": "1", "based_on": "2"}]}`, "not a version written in full"},
		{"based on itself", `{"versions": [{"code": "1", "based_on": "1"}]}`, "not a version written in full"},
		{"leaving out of nothing", `{"versions": [{"code": "1", "without": ["age"]}]}`, "not a version written in full"},
		{"leaving out what is not there", `{"versions": [{"code": "1"}, {"code": "2", "based_on": "1", "without": ["age"]}]}`, "does not have"},
		{"based on another with parts of its own", `{"versions": [{"code": "1"}, {"code": "2", "based_on": "1", "aims": [{"code": "x"}]}]}`, "parts of its own"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := decode([]byte(c.raw)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}
