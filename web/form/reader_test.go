package form_test

import (
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/web/form"
)

// depth is a closed set, as the pages' own types are.
type depth string

// Valid reports whether the depth is one of the two there are.
func (d depth) Valid() bool { return d == "short" || d == "full" }

// page is a form with a field of every kind.
type page struct {
	Name     string         `form:"name" label:"Name of the proposal" rule:"required,max=20"`
	Purpose  string         `form:"purpose,lines" label:"Purpose"`
	Secret   string         `form:"secret,exact" label:"Password"`
	Depth    depth          `form:"depth" label:"Depth" rule:"required"`
	Groups   []depth        `form:"groups" label:"Groups" rule:"max=2"`
	Agree    bool           `form:"agree" label:"Statement" rule:"required" error:"Select that you have read the statement"`
	Review   form.DateParts `form:"review" label:"Review date" rule:"required"`
	Revision int            `form:"revision" label:"Revision"`
	Email    string         `form:"email" label:"Email" rule:"email" id:"contact-email"`
	Untagged string
}

// filled is everything the page needs, with some fields changed; an empty list takes a field away.
func filled(changes url.Values) url.Values {
	values := url.Values{
		"name": {"Buses"}, "depth": {"full"}, "agree": {"yes"},
		"review-day": {"4"}, "review-month": {"6"}, "review-year": {"2027"},
	}
	for name, posted := range changes {
		values[name] = posted
	}
	return values
}

func TestAPageFilledInProperlyHasNothingToPutRight(t *testing.T) {
	var got page
	problems := form.NewReader().Read(filled(url.Values{
		"purpose": {" First\r\nSecond 🎉👩‍👩‍👧 "}, "secret": {" a b "}, "groups": {"full", "short", "full", ""}, "revision": {"12"},
		"email": {"someone@example.com"}, "Untagged": {"x"}, "unknown": {"y"},
	}), &got)
	if len(problems) != 0 {
		t.Fatalf("unexpected problems: %v", problems)
	}
	if got.Purpose != "First\nSecond 🎉👩‍👩‍👧" || got.Secret != " a b " || got.Revision != 12 || !got.Agree || got.Untagged != "" {
		t.Errorf("read wrongly: %+v", got)
	}
	if len(got.Groups) != 2 || got.Groups[0] != "full" || got.Groups[1] != "short" {
		t.Errorf("groups read wrongly: %v", got.Groups)
	}
	if got.Review.ISO() != "2027-06-04" {
		t.Errorf("review date read wrongly: %v", got.Review)
	}
}

func TestEachProblemIsAPlainSentenceThatLeadsToItsField(t *testing.T) {
	const unfit = "Purpose has characters that cannot be saved. Replace each � with what you meant to type"
	cases := []struct {
		name, id, message string
		changes           url.Values
	}{
		{"left out", "name", "Enter the name of the proposal", url.Values{"name": nil}},
		{"only spaces", "name", "Enter the name of the proposal", url.Values{"name": {" \t\r\n "}}},
		{"too long", "name", "Name of the proposal must be 20 characters or fewer", url.Values{"name": {strings.Repeat("é", 21)}}},
		{"on two lines", "name", "Name of the proposal must be on one line", url.Values{"name": {"a\r\nb"}}},
		{"a hidden character", "purpose", unfit, url.Values{"purpose": {"a\x00b"}}},
		{"a lone carriage return", "purpose", unfit, url.Values{"purpose": {"a\rb"}}},
		{"bytes that are no text", "purpose", unfit, url.Values{"purpose": {"a\xff"}}},
		{"nothing chosen", "depth", "Select the depth", url.Values{"depth": nil}},
		{"a choice nobody offered", "depth", "Select the depth from the list", url.Values{"depth": {"deep"}}},
		{"a choice nobody offered, of several", "groups", "Select the groups from the list", url.Values{"groups": {"full", "deep"}}},
		{"very many choices", "groups", "Select the groups from the list", url.Values{"groups": make([]string, 201)}},
		{"a box not ticked", "agree", "Select that you have read the statement", url.Values{"agree": nil}},
		{"no date", "review-day", "Enter the review date", url.Values{"review-day": nil, "review-month": nil, "review-year": nil}},
		{"no month", "review-month", "Review date must include a month", url.Values{"review-month": {""}}},
		{"no day and year", "review-day", "Review date must include a day and year", url.Values{"review-day": {""}, "review-year": {" "}}},
		{"a short year", "review-year", "Review date must include a year with 4 numbers", url.Values{"review-year": {"27"}}},
		{"a day that is not", "review-day", "Review date must be a real date", url.Values{"review-day": {"31"}}},
		{"a day in words", "review-day", "Review date must be a real date", url.Values{"review-day": {"four"}}},
		{"a hidden character in a date", "review-day", "Review date must be a real date", url.Values{"review-day": {"4\x01"}}},
		{"not a number", "revision", "Revision must be a whole number", url.Values{"revision": {"1.5"}}},
		{"not an email address", "contact-email", "Enter an email address in the correct format, like name@example.com", url.Values{"email": {"someone"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			problems := form.NewReader().Read(filled(c.changes), new(page))
			if len(problems) != 1 {
				t.Fatalf("want one problem, got %v", problems)
			}
			if problems[0].ID != c.id || problems[0].Message != c.message {
				t.Errorf("got %q at %q, want %q at %q", problems[0].Message, problems[0].ID, c.message, c.id)
			}
		})
	}
}

func TestProblemsComeInPageOrder(t *testing.T) {
	var order []string
	problems := form.NewReader().Read(url.Values{"email": {"x"}}, new(page))
	for _, problem := range problems {
		order = append(order, problem.Field)
	}
	if got := strings.Join(order, " "); got != "name depth agree review email" {
		t.Errorf("got %q", got)
	}
	if problems.For("depth") != "Select the depth" || problems.For("purpose") != "" {
		t.Error("the message beside a field is not the one in the summary")
	}
}

func TestWhatWasTypedIsKeptWhenSomethingIsWrong(t *testing.T) {
	var got page
	long := strings.Repeat("a", 30)
	form.NewReader().Read(url.Values{"name": {long}, "purpose": {"a\x00b"}, "depth": {"deep"},
		"review-day": {"31"}, "review-month": {"2"}, "review-year": {"2027"}}, &got)
	if got.Name != long || got.Purpose != "a\uFFFDb" || got.Depth != "deep" || got.Review != (form.DateParts{Day: "31", Month: "2", Year: "2027"}) {
		t.Errorf("something typed was lost: %+v", got)
	}
}

func TestOnlyTheFirstOfARepeatedAnswerCounts(t *testing.T) {
	var got page
	form.NewReader().Read(filled(url.Values{"name": {"First", "Second"}}), &got)
	if got.Name != "First" {
		t.Errorf("got %q", got.Name)
	}
}

func TestAFieldThatCannotBeReadFromAPageIsAMistakeInThePage(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a page with an impossible field must not work")
		}
	}()
	form.NewReader().Read(url.Values{}, &struct {
		Cost float64 `form:"cost"`
	}{})
}

func FuzzWhatIsReadIsTextThatCanBeSavedOrRefused(f *testing.F) {
	f.Add("Buses", "full", "4", "6", "2027")
	f.Add("a\x00b\r\n", "\xff", "31", "feb", "0000")
	f.Add("🎉", "", " ", "13", "२०२७")
	reader := form.NewReader()
	f.Fuzz(func(t *testing.T, text, choice, day, month, year string) {
		var got page
		problems := reader.Read(url.Values{"name": {text}, "purpose": {text}, "depth": {choice}, "groups": {choice, text},
			"review-day": {day}, "review-month": {month}, "review-year": {year}}, &got)
		if problems.For("name") == "" && (got.Name == "" || len([]rune(got.Name)) > 20 || strings.ContainsAny(got.Name, "\x00\r\n")) {
			t.Errorf("accepted the name %q", got.Name)
		}
		if strings.ContainsAny(got.Purpose, "\x00\r\x1b\u0085") || strings.ToValidUTF8(got.Purpose, "") != got.Purpose {
			t.Errorf("read characters that cannot be saved: %q", got.Purpose)
		}
		if problems.For("depth") == "" && !got.Depth.Valid() {
			t.Errorf("accepted the choice %q", got.Depth)
		}
		if (problems.For("review") == "") != (got.Review.ISO() != "") {
			t.Errorf("date %+v: %q but %q", got.Review, problems.For("review"), got.Review.ISO())
		}
	})
}
