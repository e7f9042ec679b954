package form_test

import (
	"net/url"
	"testing"

	"dorset-eqia/web/form"
)

func TestAMissingAnswerIsAskedForInTheWordsOfItsLabel(t *testing.T) {
	cases := []struct {
		name, want string
		field      form.Field
	}{
		{"a plain label", "Enter the name of the proposal", form.Field{Label: "Name of the proposal"}},
		{"a label with its own article", "Enter your email address", form.Field{Label: "Your email address"}},
		{"an abbreviation", "Enter the EqIA reference", form.Field{Label: "EqIA reference"}},
		{"a question", "Enter an answer to “What will change?”", form.Field{Label: "What will change?"}},
		{"a question with choices", "Select an answer to “Who decides?”", form.Field{Label: "Who decides?", Options: []string{"Cabinet"}}},
		{"a rule with choices", "Select the depth", form.Field{Label: "Depth", Rule: "required,oneof=short full"}},
		{"a sentence of its own", "Enter why nobody was asked", form.Field{Label: "Reason", Error: "Enter why nobody was asked"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.field.Name = "q"
			if c.field.Rule == "" {
				c.field.Rule = "required"
			}
			if _, problems := form.NewReader().Text(url.Values{}, c.field); problems.For("q") != c.want {
				t.Errorf("got %q, want %q", problems.For("q"), c.want)
			}
		})
	}
}

func TestABrokenRuleIsExplainedInWords(t *testing.T) {
	cases := []struct{ name, rule, typed, label, want string }{
		{"too short", "min=12", "short", "Password", "Password must be 12 characters or more"},
		{"one character", "max=1", "ab", "Code", "Code must be 1 character or fewer"},
		{"a long answer to a question", "max=2", "abc", "What will change?", "Your answer to “What will change?” must be 2 characters or fewer"},
		{"not a number", "number", "x", "Staff affected", "Staff affected must be a number"},
		{"not a web address", "http_url", "x", "Link", "Enter a web address in full, like https://www.example.com"},
		{"not among the choices", "oneof=a b", "c", "Depth", "Select the depth from the list"},
		{"a rule without words of its own", "uuid", "x", "Reference", "Check the reference and enter it again"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, problems := form.NewReader().Text(url.Values{"q": {c.typed}}, form.Field{Name: "q", Label: c.label, Rule: c.rule})
			if problems.For("q") != c.want {
				t.Errorf("got %q, want %q", problems.For("q"), c.want)
			}
		})
	}
}

func TestChoicesAreOnlyThoseOffered(t *testing.T) {
	cases := []struct {
		name, rule, want string
		posted           []string
	}{
		{"none, and none needed", "", "", nil},
		{"none, and some needed", "required", "Select the groups", nil},
		{"one of them", "required", "", []string{"age"}},
		{"one that was not offered", "", "Select the groups from the list", []string{"age", "height"}},
		{"too many", "max=1", "Select no more than 1 for “Groups”", []string{"age", "sex"}},
		{"too few", "min=2", "Select at least 2 for “Groups”", []string{"age"}},
		{"a rule for each", "dive,oneof=sex", "Select the groups from the list", []string{"age"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			field := form.Field{Name: "groups", Label: "Groups", Rule: c.rule, Options: []string{"age", "sex"}}
			if _, problems := form.NewReader().Choices(url.Values{"groups": c.posted}, field); problems.For("groups") != c.want {
				t.Errorf("got %q, want %q", problems.For("groups"), c.want)
			}
		})
	}
}

func TestADateIsUnderstoodAsPeopleWriteIt(t *testing.T) {
	cases := []struct {
		name, want string
		date       form.DateParts
	}{
		{"numbers", "2027-03-04", form.DateParts{Day: "4", Month: "3", Year: "2027"}},
		{"leading noughts", "2027-03-04", form.DateParts{Day: "04", Month: "03", Year: "2027"}},
		{"a month's name", "2027-03-04", form.DateParts{Day: "4", Month: "march", Year: "2027"}},
		{"a short name", "2027-09-04", form.DateParts{Day: "4", Month: "Sept", Year: "2027"}},
		{"a name that could be two months", "", form.DateParts{Day: "4", Month: "ju", Year: "2027"}},
		{"a leap day", "2028-02-29", form.DateParts{Day: "29", Month: "2", Year: "2028"}},
		{"a leap day in another year", "", form.DateParts{Day: "29", Month: "2", Year: "2027"}},
		{"month nought", "", form.DateParts{Day: "1", Month: "0", Year: "2027"}},
		{"a sign", "", form.DateParts{Day: "+1", Month: "1", Year: "2027"}},
		{"year nought", "", form.DateParts{Day: "1", Month: "1", Year: "0000"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := c.date.ISO(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestAStoredDayFillsAPageIn(t *testing.T) {
	parts := form.PartsOf("2027-03-04")
	if parts != (form.DateParts{Day: "4", Month: "3", Year: "2027"}) || parts.ISO() != "2027-03-04" {
		t.Errorf("got %+v", parts)
	}
	if !form.PartsOf("soon").Empty() {
		t.Error("what is no day fills nothing in")
	}
}
