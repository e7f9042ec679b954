package admin

import (
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// groupWords are how a characteristic is explained.
type groupWords struct {
	Label      string            `form:"label" label:"Name" rule:"required,max=500" error:"Enter the name of the characteristic"`
	Definition string            `form:"definition,lines" label:"What it means" rule:"required,max=4000" error:"Enter what it means"`
	Source     string            `form:"source" label:"Where the definition comes from" rule:"required,max=500" error:"Enter where the definition comes from"`
	Link       string            `form:"link" label:"Web address of the source" rule:"max=500"`
	Caveat     string            `form:"caveat,lines" label:"Known gap or dispute" rule:"max=4000"`
	Prompts    string            `form:"prompts,lines" label:"Questions to ask yourself" rule:"required,max=4000" error:"Enter at least one question that people should ask themselves"`
	To         webform.DateParts `form:"to" label:"Last day"`
}

func (w groupWords) edit(code string) form.GroupWords {
	return form.GroupWords{Code: code, Label: w.Label, Definition: w.Definition, Source: w.Source, Link: w.Link, Caveat: w.Caveat, Prompts: w.Prompts,
		To: w.To.ISO()}
}

// groupForm is one characteristic as it is changed, or a new one.
type groupForm struct {
	groupWords
	Aims []string
	From webform.DateParts
	drafting
	is form.Characteristic // zero for a new one
}

func groupOf(r *page.Request) (groupForm, error) {
	d, err := opened(r)
	if err != nil {
		return groupForm{}, err
	}
	c, ok := d.Version.Characteristic(r.Param("code"))
	if !ok {
		return groupForm{}, eqia.ErrNotFound
	}
	return groupForm{drafting: d, is: c, groupWords: groupWords{Label: c.Label, Definition: c.Definition, Source: c.Source, Link: c.Link, Caveat: c.Caveat,
		Prompts: strings.Join(c.Prompts, "\n"), To: webform.PartsOf(c.To)}}, nil
}

// Group shows how one characteristic is explained.
func (Pages) Group(r *page.Request) error {
	f, err := groupOf(r)
	if err != nil {
		return err
	}
	return f.show(r, "Change a characteristic", groupPage(f))
}

// PostGroup changes how one characteristic is explained, and until when it is asked about.
func (Pages) PostGroup(r *page.Request) error {
	f, err := groupOf(r)
	if err != nil {
		return err
	}
	again := func(errs webform.Errors) error {
		f.Errors = dayOf(errs)
		return f.show(r, "Change a characteristic", groupPage(f))
	}
	if errs := r.Read(&f.groupWords); len(errs) > 0 {
		return again(errs)
	}
	if f.is.Kind == form.Statutory { // its page asks for no last day
		f.To = webform.DateParts{}
	}
	return f.drafting.edit(r, f.groupWords.edit(f.is.Code), draft+"#characteristic-"+f.is.Code, again)
}

// NewGroup asks for a characteristic of the council's own choice.
func (Pages) NewGroup(r *page.Request) error {
	d, err := opened(r)
	if err != nil {
		return err
	}
	return d.show(r, "Add a characteristic", groupPage(groupForm{drafting: d}))
}

// PostNewGroup adds a characteristic.
func (Pages) PostNewGroup(r *page.Request) error {
	d, err := opened(r)
	if err != nil {
		return err
	}
	f := groupForm{drafting: d}
	again := func(errs webform.Errors) error {
		f.Errors = dayOf(errs)
		return f.show(r, "Add a characteristic", groupPage(f))
	}
	errs := r.Read(&f.groupWords)
	aims, more := r.Kit.Reader.Choices(r.Request.PostForm, webform.Field{Name: "aims", Label: "Aims", Rule: "required", Error: "Select the aims it can touch"})
	f.Aims, errs = aims, append(errs, more...)
	from, more := r.Kit.Reader.Date(r.Request.PostForm, webform.Field{Name: "from", Label: "First day", Rule: "required", Error: "Enter the first day on which it is asked about"})
	f.From, errs = from, append(errs, more...)
	if len(errs) > 0 {
		return again(errs)
	}
	return f.drafting.edit(r, form.NewGroup{Words: f.groupWords.edit(""), Aims: f.Aims, From: f.From.ISO()}, draft+"#characteristics", again)
}

// dayOf leads what is wrong with a date to its first box.
func dayOf(errs webform.Errors) webform.Errors {
	for i, e := range errs {
		if e.ID == "from" || e.ID == "to" {
			errs[i].ID += "-day"
		}
	}
	return errs
}

// PostGroupPlace moves a characteristic up or down.
func (Pages) PostGroupPlace(r *page.Request) error {
	d, err := opened(r)
	if err != nil {
		return err
	}
	code := r.Param("code")
	e, ok := map[string]form.Edit{"up": form.MoveGroup{Code: code, Up: true}, "down": form.MoveGroup{Code: code}}[r.Param("do")]
	if !ok {
		return eqia.ErrNotFound
	}
	return d.edit(r, e, draft+"#characteristic-"+code, d.wrong(r))
}

// action is where the form is posted.
func (f groupForm) action() string {
	if f.is.Code == "" {
		return draft + "/new-characteristic"
	}
	return draft + "/characteristics/" + f.is.Code
}

func (f groupForm) heading() string {
	if f.is.Code == "" {
		return "Add a characteristic"
	}
	return "Change a characteristic"
}

func (f groupForm) aimItems() []components.Item {
	var out []components.Item
	for _, a := range f.Version.Aims {
		out = append(out, components.Item{Value: a.Code, Text: a.Label})
	}
	return out
}

// inForce says in a line what kind of characteristic it is and when it is asked about.
func inForce(c form.Characteristic) string {
	text := "Added by the council, from " + eqia.Day(c.From).Words()
	if c.Kind == form.Statutory {
		return "Protected by law"
	}
	if c.To != "" {
		text += " to " + eqia.Day(c.To).Words()
	}
	return text
}
