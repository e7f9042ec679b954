package admin

import (
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

const textsName = "Public pages"

// Texts lists the pages that every footer leads to, whose words are the council's.
func (Pages) Texts(r *page.Request) error {
	t := components.Table{ID: "texts", Caption: "Pages that every footer leads to", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Page"}, {Text: "Words"}, {Text: "Next step"}}}
	for _, name := range eqia.TextNames() {
		list, err := r.Kit.Eqia.Texts(r.Ctx(), r.Person, name)
		if err != nil {
			return err
		}
		t.Rows = append(t.Rows, []components.Cell{{Text: name.Label(), Href: "/" + string(name)}, {Text: since(list[0])},
			{Text: "Change the words", Unseen: "of " + name.Label(), Href: toText(name)}})
	}
	return r.Show(r.Frame(textsName, ""), textsPage(t))
}

func toText(name eqia.TextName) string { return "/texts/" + string(name) }

// since says whose words a page has, and since when.
func since(t eqia.PublicText) string {
	if t.No == 0 {
		return "As the service came"
	}
	return "Changed " + eqia.Moment(t.MadeAt) + " by " + t.ByName
}

// wording is the form that words a page anew.
type wording struct {
	Body   string `form:"body,lines" label:"Words of the page" rule:"required" error:"Enter the words of the page"`
	Errors webform.Errors

	name    eqia.TextName
	now     eqia.PublicText
	earlier []eqia.PublicText
	hidden  []components.Hidden
}

// Text shows the words of one page, to be changed.
func (Pages) Text(r *page.Request) error {
	f, err := worded(r)
	if err != nil {
		return err
	}
	f.Body = f.now.Body
	return f.show(r)
}

// worded is the form for the page that the address names, as its words are now.
func worded(r *page.Request) (*wording, error) {
	f := &wording{name: eqia.TextName(r.Param("text"))}
	list, err := r.Kit.Eqia.Texts(r.Ctx(), r.Person, f.name)
	if err != nil {
		return nil, err
	}
	f.now, f.earlier = list[0], list[1:]
	f.hidden = []components.Hidden{page.Counter(f.now.No), r.Key()}
	return f, nil
}

func (f *wording) show(r *page.Request) error {
	frame := page.Failed(r.Frame("Change the words: "+f.name.Label(), textsName), f.Errors)
	frame.Crumbs = []components.Link{{Text: textsName, Href: "/texts"}}
	return r.Show(frame, textPage(*f))
}

// PostText words a page anew.
func (Pages) PostText(r *page.Request) error {
	f, err := worded(r)
	if err != nil {
		return err
	}
	if f.Errors = r.Read(f); len(f.Errors) > 0 {
		return f.show(r)
	}
	err = page.Done(r.Kit.Eqia.ChangeText(r.Ctx(), r.Person, eqia.PublicText{Name: f.name, No: r.Seen(), Body: f.Body}, r.Once()))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go("/texts", "text-changed")
}

// marks says what can be typed besides words.
func (f *wording) marks() []string {
	out := []string{"Each line is a paragraph.", "Begin a heading with ## and a space, and a point of a list with * and a space.",
		"Write a link as [words](https://www.example.gov.uk/).", "{council} stands for the council’s name."}
	for _, slot := range f.name.Slots() {
		out = append(out, "A line with {"+slot+"} alone is where the service puts "+map[string]string{"contact": "how to reach the equality team",
			"tests": "what the accessibility checks found", "cookies": "the table of cookies"}[slot]+". Keep it.")
	}
	return out
}

// number names an earlier wording among the others.
func number(t eqia.PublicText) string {
	if t.No == 0 {
		return "The words that the service came with"
	}
	return "Wording " + strconv.Itoa(t.No) + ", " + strings.ToLower(since(t)[:1]) + since(t)[1:]
}
