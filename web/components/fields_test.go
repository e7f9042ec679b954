package components

import (
	"strings"
	"testing"

	"dorset-eqia/web/form"

	"github.com/a-h/templ"
)

func TestEveryFieldIsTiedToItsLabelHintAndError(t *testing.T) {
	items := []Item{{Value: "a", Text: "A"}, {Value: "b", Text: "B"}}
	cases := []struct {
		name, described string // described selects what carries aria-describedby
		field           templ.Component
	}{
		{"input", "input", Input{Name: "f", Label: "L", Hint: "H", Error: "E", DescribedBy: "above"}.View()},
		{"input with a prefix", "input", Input{Name: "f", Label: "L", Hint: "H", Error: "E", DescribedBy: "above", Prefix: "£"}.View()},
		{"textarea", "textarea", Textarea{Name: "f", Label: "L", Hint: "H", Error: "E", DescribedBy: "above"}.View()},
		{"select", "select", Select{Name: "f", Label: "L", Hint: "H", Error: "E", DescribedBy: "above", Items: items}.View()},
		{"radios", "fieldset", Radios{Name: "f", Label: "L", Hint: "H", Error: "E", DescribedBy: "above", Items: items}.View()},
		{"checkboxes", "fieldset", Checkboxes{Name: "f", Label: "L", Hint: "H", Error: "E", DescribedBy: "above", Items: items}.View()},
		{"date", "fieldset", DateInput{Name: "f", Label: "L", Hint: "H", Error: "E", DescribedBy: "above"}.View()},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			page := rendered(t, c.field)
			same(t, "aria-describedby", page.Find(c.described).AttrOr("aria-describedby", ""), "above f-hint f-error")
			same(t, "hint", squeezed(page.Find("#f-hint.govuk-hint")), "H")
			same(t, "error", squeezed(page.Find("#f-error.govuk-error-message")), "Error: E")
			same(t, "label", squeezed(page.Find("label, legend").First()), "L")
			if page.Find(".govuk-form-group--error").Length() != 1 {
				t.Error("the form group is not marked as wrong")
			}
			for _, control := range page.Find("input, textarea, select").EachIter() {
				id := control.AttrOr("id", "")
				if id == "" || page.Find(`label[for="`+id+`"]`).Length() != 1 {
					t.Errorf("control %q has no label of its own", id)
				}
			}
		})
	}
}

func TestAPasswordIsTiedToItsLabelAndErrorAndCanBePasted(t *testing.T) {
	page := rendered(t, PasswordInput{Name: "password", Label: "Password", Error: "Enter your password"}.View())
	input := page.Find("#password")
	same(t, "aria-describedby", input.AttrOr("aria-describedby", ""), "password-error")
	same(t, "autocomplete", input.AttrOr("autocomplete", ""), "current-password")
	if _, has := page.Find("button").Attr("hidden"); !has {
		t.Error("without the page's script the show button does nothing, and must be hidden")
	}
}

func TestAFieldWithNothingToExplainNamesNoExplanation(t *testing.T) {
	for _, field := range []templ.Component{Input{Name: "f", Label: "L"}.View(), Textarea{Name: "f", Label: "L"}.View(), Radios{Name: "f", Label: "L"}.View()} {
		if rendered(t, field).Find("[aria-describedby], .govuk-error-message, .govuk-hint").Length() != 0 {
			t.Error("a field without hint or error still points to one")
		}
	}
}

func TestALabelOrLegendCanBeThePagesHeading(t *testing.T) {
	same(t, "label", squeezed(rendered(t, Textarea{Name: "f", Label: "Purpose", Heading: true}.View()).Find("h1 > label.govuk-label--l")), "Purpose")
	same(t, "legend", squeezed(rendered(t, Radios{Name: "f", Label: "Depth", Heading: true}.View()).Find("legend.govuk-fieldset__legend--l > h1")), "Depth")
}

func TestNothingIsChosenForAnybody(t *testing.T) {
	items := []Item{{Value: "", Text: "Empty"}, {Value: "neutral", Text: "Neutral"}}
	for _, field := range []templ.Component{Radios{Name: "f", Items: items}.View(), Checkboxes{Name: "f", Items: items}.View()} {
		if rendered(t, field).Find("[checked]").Length() != 0 {
			t.Error("a choice is made before anybody chose")
		}
	}
	same(t, "select", rendered(t, Select{Name: "f", Items: items}.View()).Find("option[selected]").AttrOr("value", "none"), "")
}

func TestWhatWasChosenStaysChosen(t *testing.T) {
	items := []Item{{Value: "a", Text: "A"}, {Divider: "or"}, {Value: "b", Text: "B", None: true}}
	same(t, "radios", rendered(t, Radios{Name: "f", Items: items, Value: "b"}.View()).Find("[checked]").AttrOr("id", ""), "f-3")
	boxes := rendered(t, Checkboxes{Name: "f", Items: items, Values: []string{"a", "b"}}.View())
	if boxes.Find("[checked]").Length() != 2 {
		t.Error("both ticked boxes must stay ticked")
	}
	same(t, "the box that stands alone", boxes.Find("[data-behaviour=exclusive]").AttrOr("value", ""), "b")
	same(t, "divider", squeezed(boxes.Find(".govuk-checkboxes__divider")), "or")
	same(t, "select", rendered(t, Select{Name: "f", Items: items, Value: "b"}.View()).Find("[selected]").AttrOr("value", ""), "b")
}

func TestADateMarksThePartsToPutRight(t *testing.T) {
	cases := []struct {
		name  string
		value form.DateParts
		want  string
	}{
		{"nothing typed", form.DateParts{}, "review-day review-month review-year"},
		{"no month", form.DateParts{Day: "1", Year: "2027"}, "review-month"},
		{"not a real date", form.DateParts{Day: "31", Month: "2", Year: "2027"}, "review-day review-month review-year"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			page := rendered(t, DateInput{Name: "review", Label: "Review date", Value: c.value, Error: "Wrong"}.View())
			var marked []string
			for _, input := range page.Find(".govuk-input--error").EachIter() {
				marked = append(marked, input.AttrOr("id", ""))
			}
			same(t, "marked", strings.Join(marked, " "), c.want)
			same(t, "role", page.Find("fieldset").AttrOr("role", ""), "group")
		})
	}
}

func TestALongAnswerComesBackExactlyAsItWasTyped(t *testing.T) {
	typed := "\n  First\n\n<b>second</b> & “third” 🎉\n"
	same(t, "value", rendered(t, Textarea{Name: "f", Value: typed, Rows: 3}.View()).Find("textarea").Text(), typed)
	same(t, "rows", rendered(t, Textarea{Name: "f", Rows: 3}.View()).Find("textarea").AttrOr("rows", ""), "8")
}

func TestTheChildrenOfAFieldComeBetweenItsErrorAndItsControl(t *testing.T) {
	page := within(t, Textarea{Name: "f", Label: "L", Error: "E"}.View(), Tag{Text: "1 comment above"}.View())
	if page.Find(".govuk-error-message + strong + textarea").Length() != 1 {
		t.Error("the children are not between the error message and the textarea")
	}
}
