package components

import (
	"strings"

	"dorset-eqia/web/form"
)

// Assets holds the addresses of the built files a page needs. Start is the short script that tells the styles that scripts run;
// Script is the module that starts the components; Icon may be empty.
type Assets struct {
	Styles, Start, Script, Icon string
}

// PersonLine names the person who is signed in. SignOut and Account are addresses; signing out is a post.
type PersonLine struct {
	Name, SignOut, Account string
}

// Page is the frame round every page. Its title is "[Error: ]Title - Section - Service"; Errors gives both the "Error: " and the
// error summary. The page's own h1 is among the children.
type Page struct {
	Title, Section   string
	Errors           form.Errors
	Service, Council string
	Home             string // where the service's and council's names lead; "/" when empty
	Feedback         string // where to send feedback; "/contact" when empty
	Person           *PersonLine
	Nav              []NavItem
	Back             *BackLink
	Crumbs           []Link
	Flash            *NotificationBanner
	Demo             bool // marks a demonstration, whose records are invented
	Wide             bool // the whole width, for tables; otherwise two thirds
	Assets           Assets
	RequestID        string // shown in the footer when there is one
	Canonical        string // the whole address that search engines show for the page; empty for none
	Alternates       []Alternate
	Facts            any // what the page is about, for programs, in the words of schema.org; nil for nothing
}

// Alternate is the same thing in another format, for programs that look for it in the head of a page.
type Alternate struct {
	Kind, Title, Href string
}

// fullTitle is what the browser shows for the page.
func (p Page) fullTitle() string {
	parts := []string{p.Title}
	if p.Section != "" {
		parts = append(parts, p.Section)
	}
	title := strings.Join(append(parts, p.Service), " - ")
	if len(p.Errors) > 0 {
		return "Error: " + title
	}
	return title
}

// width gives the class of the column the page's content sits in.
func (p Page) width() string {
	if p.Wide {
		return "govuk-grid-column-full"
	}
	return "govuk-grid-column-two-thirds"
}
