package components

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"dorset-eqia/web/form"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"
)

// rendered draws a component and reads it back as a browser would.
func rendered(t *testing.T, component templ.Component) *goquery.Document {
	t.Helper()
	var markup strings.Builder
	if err := component.Render(t.Context(), &markup); err != nil {
		t.Fatalf("the component could not be drawn: %v", err)
	}
	document, err := goquery.NewDocumentFromReader(strings.NewReader(markup.String()))
	if err != nil {
		t.Fatalf("the markup could not be read: %v", err)
	}
	return document
}

// within draws one component as the children of another.
func within(t *testing.T, outer, inner templ.Component) *goquery.Document {
	t.Helper()
	var markup strings.Builder
	if err := outer.Render(templ.WithChildren(t.Context(), inner), &markup); err != nil {
		t.Fatalf("the component could not be drawn: %v", err)
	}
	document, err := goquery.NewDocumentFromReader(strings.NewReader(markup.String()))
	if err != nil {
		t.Fatalf("the markup could not be read: %v", err)
	}
	return document
}

// squeezed gives the text of a selection with every run of spaces made one.
func squeezed(selection *goquery.Selection) string {
	return strings.Join(strings.Fields(selection.Text()), " ")
}

// same fails the test when two texts differ.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

// viewer is any component of this package.
type viewer interface{ View() templ.Component }

// everyComponent lists one value of each component, to be filled or drawn as it is.
func everyComponent() []any {
	return []any{
		&BackLink{}, &Breadcrumbs{}, &Button{}, &Checkboxes{}, &Comments{}, &Contents{}, &DateInput{}, &Details{}, &Diff{},
		&ErrorMessage{}, &ErrorSummary{}, &Fieldset{}, &Footer{}, &Form{}, &GenericHeader{}, &Hint{}, &Input{}, &Interruption{},
		&Label{}, &Link{}, &NotificationBanner{}, &Page{}, &Pagination{}, &Panel{}, &PasswordInput{}, &PhaseBanner{}, &Progress{},
		&Radios{}, &Select{}, &ServiceNavigation{}, &SkipLink{}, &SummaryCard{}, &SummaryList{}, &Table{}, &Tag{}, &TaskList{},
		&Textarea{}, &Timeline{}, &WarningText{},
	}
}

// fill puts a text in every string of a value, one entry in every list, and ticks nothing.
func fill(value reflect.Value, text string, depth int) {
	if depth > 4 || value.Type() == reflect.TypeFor[time.Time]() {
		return
	}
	switch value.Kind() {
	case reflect.String:
		value.SetString(text)
	case reflect.Slice:
		value.Set(reflect.MakeSlice(value.Type(), 1, 1))
		fill(value.Index(0), text, depth+1)
	case reflect.Pointer:
		value.Set(reflect.New(value.Type().Elem()))
		fill(value.Elem(), text, depth+1)
	case reflect.Struct:
		for place := range value.NumField() {
			fill(value.Field(place), text, depth+1)
		}
	default: // numbers and ticks stay as they are
	}
}

// samplePage draws a page that holds one of almost everything.
func samplePage() (Page, templ.Component) {
	items := []Item{{Value: "yes", Text: "Yes", Hint: "More on yes"}, {Divider: "or"}, {Value: "none", Text: "None", None: true}}
	page := Page{
		Title: "Age", Section: "Characteristics", Service: "Equality impact assessments", Council: "Dorset Council",
		Errors: form.Errors{{Field: "impact", ID: "impact", Message: "Enter the impact"}},
		Person: &PersonLine{Name: "Author, Highways", SignOut: "/sign-out", Account: "/account"},
		Nav:    []NavItem{{Text: "Assessments", Href: "/casework", Current: true}, {Text: "Help", Href: "/help"}},
		Back:   &BackLink{Href: "/casework"}, Flash: &NotificationBanner{Text: "Saved", Success: true}, Demo: true,
		Assets: Assets{Styles: "/static/app.css", Start: "/static/start.js", Script: "/static/app.js", Icon: "/static/icon.svg"},
	}
	return page, templ.Join(
		Form{Action: "/save", Hidden: []Hidden{{Name: "revision", Value: "3"}}}.View(),
		Radios{Name: "depth", Label: "Depth", Hint: "Pick one", Items: items, Error: "Select the depth", Heading: true}.View(),
		Checkboxes{Name: "effect", Label: "Effect", Items: items, Size: Unseen}.View(),
		Textarea{Name: "impact", Label: "Impact", Hint: "In your own words", Error: "Enter the impact"}.View(),
		Input{Name: "title", Label: "Title", Width: 20, Prefix: "£", Suffix: "each"}.View(),
		PasswordInput{Name: "password", Label: "Password"}.View(),
		Select{Name: "service", Label: "Service", Items: []Item{{Text: "Select a service"}, {Value: "h", Text: "Highways"}}}.View(),
		DateInput{Name: "review", Label: "Review date", Hint: "For example, 27 3 2027"}.View(),
		Contents{Links: []Link{{Text: "Age", Href: "#age"}}}.View(),
		SummaryCard{Title: "Action 1", Rows: []Row{{Key: "Owner", Text: "Highways", Actions: []Link{{Text: "Change", Href: "/a", Unseen: "owner"}}}}}.View(),
		Table{ID: "people", Caption: "People", Head: []Cell{{Text: "Role"}, {Text: "Count", Numeric: true}}, RowHeads: true,
			Rows: [][]Cell{{{Text: "Author"}, {Text: "2", Numeric: true}}}}.View(),
		TaskList{ID: "about", Tasks: []Task{{Title: "Name", Href: "/name", Hint: "Short", Status: InProgress}}}.View(),
		TaskList{ID: "evidence", Tasks: []Task{{Title: "Sources", Href: "/sources", Status: NotYetStarted}}}.View(),
		Timeline{Events: []Event{{Title: "Sent", By: "Author", When: "today"}}}.View(),
		Comments{Label: "Comments on impact", Comments: []Comment{{ID: "c1", Author: "Equality lead", Text: "Say more", State: CommentOpen}}}.View(),
		Pagination{Previous: "/1", Next: "/3", NextLabel: "Older"}.View(),
	)
}
