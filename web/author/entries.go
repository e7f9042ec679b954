package author

import (
	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// entryForm is one kind of entry as a form: it fills its fields, reads what was posted, and makes the entry.
type entryForm interface {
	offer(c eqia.Case)                // takes the choices that depend on the assessment
	read(r *page.Request) form.Errors // fills the fields from what was posted
	entry() (eqia.Numbered, form.Errors)
	blank() bool            // nothing was typed
	wrong(errs form.Errors) // shows what is wrong beside the fields
	title() string
	rows() []components.Row // the entry as it is read
	names() []string        // the field behind each row, "" for one that can't be typed
	view() templ.Component
}

func blankForm(kind eqia.PartKind) entryForm {
	switch kind {
	case eqia.EvidencePart:
		return &evidenceForm{}
	case eqia.EngagementPart:
		return &engagementForm{}
	case eqia.OptionPart:
		return &optionForm{}
	default:
		return &actionForm{}
	}
}

func formOf(e eqia.Numbered) entryForm {
	switch e := e.(type) {
	case eqia.Evidence:
		return &evidenceForm{Title: e.Title, Source: e.Source, Date: e.Date, Area: e.Area, Link: e.Link, Says: e.Says, Groups: e.Characteristics, fact: e.Fact}
	case eqia.Engagement:
		return &engagementForm{Who: e.Who, How: e.How, Depth: e.Depth, When: e.When, HowMany: e.HowMany, Said: e.Said, Changed: e.Changed}
	case eqia.Option:
		return &optionForm{Label: e.Label, Text: e.Text}
	case eqia.Action:
		return actionFormOf(e)
	default:
		return &actionForm{}
	}
}

type evidenceForm struct {
	Title  string   `form:"evidence_title" label:"Name of the source" rule:"required,max=500" error:"Enter the name of the source"`
	Source string   `form:"evidence_source" label:"Who published it" rule:"max=500"`
	Date   string   `form:"evidence_date" label:"Date of the evidence" rule:"max=200"`
	Area   string   `form:"evidence_area" label:"Area it covers" rule:"max=500"`
	Link   string   `form:"evidence_link" label:"Web address" rule:"omitempty,max=2000,http_url" error:"Enter a web address that starts with https://, or leave it empty"`
	Says   string   `form:"evidence_item_says,lines" label:"What it says" rule:"max=50000"`
	Groups []string `form:"evidence_groups" label:"Groups it speaks to" rule:"max=50"`
	Errors form.Errors
	items  []components.Item
	fact   string // of the library, which it was taken from
}

func (f *evidenceForm) offer(c eqia.Case) {
	f.items = nil
	for _, ch := range c.Characteristics() {
		f.items = append(f.items, components.Item{Value: ch.Code, Text: ch.Label})
	}
}

func (f *evidenceForm) read(r *page.Request) form.Errors { f.Errors = r.Read(f); return f.Errors }
func (f *evidenceForm) wrong(errs form.Errors)           { f.Errors = errs }
func (f *evidenceForm) title() string                    { return f.Title }
func (f *evidenceForm) blank() bool {
	return f.Title+f.Source+f.Date+f.Area+f.Link+f.Says == "" && len(f.Groups) == 0
}

func (f *evidenceForm) entry() (eqia.Numbered, form.Errors) {
	groups := f.Groups
	if groups == nil {
		groups = []string{}
	}
	return eqia.Evidence{Title: f.Title, Source: f.Source, Date: f.Date, Area: f.Area, Link: f.Link, Says: f.Says, Characteristics: groups, Fact: f.fact}, nil
}

func (f *evidenceForm) rows() []components.Row {
	return []components.Row{{Key: "Name", Text: f.Title}, {Key: "Published by", Text: f.Source}, {Key: "Date", Text: f.Date},
		{Key: "Area", Text: f.Area}, {Key: "Web address", Text: f.Link}, {Key: "What it says", Text: f.Says},
		{Key: "Groups", Text: labels(f.items, f.Groups)}}
}

func (f *evidenceForm) names() []string {
	return []string{"evidence_title", "evidence_source", "evidence_date", "evidence_area", "evidence_link", "evidence_item_says", ""}
}

type engagementForm struct {
	Who     string `form:"engagement_who" label:"Who you talked to" rule:"required,max=1000" error:"Enter who you talked to"`
	How     string `form:"engagement_how" label:"How you asked them" rule:"max=1000"`
	Depth   string `form:"engagement_depth" label:"How deep it went" rule:"omitempty,oneof=told asked involved codesigned"`
	When    string `form:"engagement_when" label:"When" rule:"max=200"`
	HowMany string `form:"engagement_how_many" label:"How many people" rule:"max=200"`
	Said    string `form:"engagement_said,lines" label:"What they said" rule:"max=50000"`
	Changed string `form:"engagement_changed,lines" label:"What changed because of it" rule:"max=50000"`
	Errors  form.Errors
}

func (f *engagementForm) offer(eqia.Case)                  {}
func (f *engagementForm) read(r *page.Request) form.Errors { f.Errors = r.Read(f); return f.Errors }
func (f *engagementForm) wrong(errs form.Errors)           { f.Errors = errs }
func (f *engagementForm) title() string                    { return f.Who }
func (f *engagementForm) blank() bool {
	return f.Who+f.How+f.Depth+f.When+f.HowMany+f.Said+f.Changed == ""
}

func (f *engagementForm) entry() (eqia.Numbered, form.Errors) {
	return eqia.Engagement{Who: f.Who, How: f.How, Depth: f.Depth, When: f.When, HowMany: f.HowMany, Said: f.Said, Changed: f.Changed}, nil
}

func (f *engagementForm) rows() []components.Row {
	return []components.Row{{Key: "Who", Text: f.Who}, {Key: "How", Text: f.How}, {Key: "How deep", Text: labels(depthItems(), []string{f.Depth})},
		{Key: "When", Text: f.When}, {Key: "How many", Text: f.HowMany}, {Key: "What they said", Text: f.Said}, {Key: "What changed", Text: f.Changed}}
}

func (f *engagementForm) names() []string {
	return []string{"engagement_who", "engagement_how", "", "engagement_when", "engagement_how_many", "engagement_said", "engagement_changed"}
}

func depthItems() []components.Item {
	var out []components.Item
	for _, d := range eqia.Depths() {
		out = append(out, components.Item{Value: d[0], Text: d[1]})
	}
	return out
}

type optionForm struct {
	Label  string `form:"option_label" label:"Name of the option" rule:"required,max=500" error:"Enter a name for the option"`
	Text   string `form:"option_text,lines" label:"What it would mean" rule:"max=50000"`
	Errors form.Errors
}

func (f *optionForm) offer(eqia.Case)                  {}
func (f *optionForm) read(r *page.Request) form.Errors { f.Errors = r.Read(f); return f.Errors }
func (f *optionForm) wrong(errs form.Errors)           { f.Errors = errs }
func (f *optionForm) title() string                    { return f.Label }
func (f *optionForm) blank() bool                      { return f.Label+f.Text == "" }
func (f *optionForm) entry() (eqia.Numbered, form.Errors) {
	return eqia.Option{Label: f.Label, Text: f.Text}, nil
}
func (f *optionForm) rows() []components.Row {
	return []components.Row{{Key: "Option", Text: f.Label}, {Key: "What it would mean", Text: f.Text}}
}
func (f *optionForm) names() []string { return []string{"option_label", "option_text"} }

// labels names the chosen values of a list of items.
func labels(items []components.Item, values []string) string {
	text := ""
	for _, v := range values {
		for _, it := range items {
			if it.Value != v {
				continue
			}
			if text != "" {
				text += ", "
			}
			text += it.Text
		}
	}
	return text
}
