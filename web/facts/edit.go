package facts

import (
	"errors"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/library"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// edit is the form of a fact: a new one, or one that takes the place of another.
type edit struct {
	Characteristic string             `form:"characteristic" label:"Group of people it is about" rule:"required" error:"Select the group it is about, or everyone"`
	Topic          string             `form:"topic" label:"Table it belongs to" rule:"required,max=1000" error:"Enter the name of the table it belongs to"`
	Group          string             `form:"group" label:"Who the figure counts" rule:"required,max=1000" error:"Enter who the figure counts"`
	Population     library.Population `form:"population" label:"People it is about" rule:"required" error:"Select who the figure is about"`
	Measure        library.Measure    `form:"measure" label:"Is there a figure?" rule:"required" error:"Select whether there is a figure"`
	Value          string             `form:"value" label:"Figure" rule:"max=20"`
	Unit           library.Unit       `form:"unit" label:"What it counts" rule:"required" error:"Select what the figure counts"`
	Base           string             `form:"base" label:"Who it is a share of" rule:"required,max=1000" error:"Enter who it is a share of"`
	Date           string             `form:"date" label:"Date of the figure" rule:"required,max=1000" error:"Enter the date of the figure"`
	Area           string             `form:"area" label:"Area it covers" rule:"required,max=1000" error:"Enter the area it covers"`
	Source         string             `form:"source" label:"Who published it" rule:"required,max=1000" error:"Enter who published it"`
	Link           string             `form:"link" label:"Web address" rule:"max=1000"`
	Caveat         string             `form:"caveat" label:"What to keep in mind" rule:"max=1000"`
	Gap            string             `form:"gap" label:"What is not known" rule:"max=1000"`
	Errors         form.Errors

	was    library.Fact // zero for a new one
	items  []components.Item
	hidden []components.Hidden
}

// keeper hides a page from everyone but those who keep the library.
func keeper(r *page.Request) error {
	if !eqia.KeepsLibrary(r.Person) {
		return eqia.ErrNotFound
	}
	return nil
}

// holding is the fact of the address for those who keep the library, while it holds.
func holding(r *page.Request) (library.Fact, error) {
	if err := keeper(r); err != nil {
		return library.Fact{}, err
	}
	return factOf(r)
}

// Add asks about a new fact.
func (Pages) Add(r *page.Request) error {
	if err := keeper(r); err != nil {
		return err
	}
	return edit{}.show(r)
}

// PostAdd adds the fact.
func (Pages) PostAdd(r *page.Request) error {
	if err := keeper(r); err != nil {
		return err
	}
	var v edit
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	id, err := r.Kit.Eqia.AddFact(r.Ctx(), r.Person, v.fact(), r.OnceOf(v.fact()))
	return v.done(r, id, err, "fact-added")
}

// Change asks about the fact that takes another's place.
func (Pages) Change(r *page.Request) error {
	f, err := holding(r)
	if err != nil {
		return err
	}
	if f.Replaced() {
		return r.Go(To(f.ID), "")
	}
	return editOf(f).show(r)
}

// PostChange puts the new fact in the old one's place.
func (Pages) PostChange(r *page.Request) error {
	f, err := holding(r)
	if err != nil {
		return err
	}
	v := edit{was: f}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	if v.same() {
		return r.Go(To(f.ID), "nothing-to-save")
	}
	id, err := r.Kit.Eqia.ChangeFact(r.Ctx(), r.Person, eqia.FactChange{Was: f.ID, Now: v.fact(), Once: r.OnceOf(f.ID, v.fact())})
	return v.done(r, id, err, "fact-changed")
}

// done leads to the fact that was made, also when the form was sent twice, or shows what is to be put right.
func (v edit) done(r *page.Request, id library.ID, err error, flash string) error {
	var again *eqia.Repeat
	if errors.As(err, &again) {
		id, err = library.ID(again.Result), nil
	}
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(To(id), flash)
}

func editOf(f library.Fact) edit {
	v := edit{Characteristic: f.Characteristic, Topic: f.Topic, Group: f.Group, Population: f.Population, Measure: f.Measure, Value: f.Value,
		Unit: f.Unit, Base: f.Base, Date: f.Date, Area: f.Area, Source: f.Source, Link: f.Link, Caveat: f.Caveat, Gap: f.Gap, was: f}
	if v.Characteristic == "" {
		v.Characteristic = Everyone
	}
	return v
}

// fact is what was typed as a fact, without a name.
func (v edit) fact() library.Fact {
	return library.Fact{Characteristic: codeOf(v.Characteristic), Topic: v.Topic, Group: v.Group, Population: v.Population, Measure: v.Measure,
		Value: v.Value, Unit: v.Unit, Base: v.Base, Date: v.Date, Area: v.Area, Source: v.Source, Link: v.Link, Caveat: v.Caveat, Gap: v.Gap}
}

// same reports whether the form says what the fact says already.
func (v edit) same() bool { return v.fact() == editOf(v.was).fact() }

func (v edit) heading() string {
	if v.was.ID == "" {
		return "Add a figure"
	}
	return "Change a figure"
}

func (v edit) action() string {
	if v.was.ID == "" {
		return Home + "/add"
	}
	return To(v.was.ID) + "/change"
}

func (v edit) show(r *page.Request) error {
	v.items = append([]components.Item{{Text: "Select a group"}}, GroupItems(groups(r))...)
	v.hidden = []components.Hidden{r.Key()}
	p := r.Frame(v.heading(), "Evidence library")
	p.Back = &components.BackLink{Href: Home, Text: "Back to the evidence library"}
	if v.was.ID != "" {
		p = framed(r, v.was, v.heading())
		p.Back = &components.BackLink{Href: To(v.was.ID), Text: "Back to the figure"}
	}
	return r.Show(page.Failed(p, v.Errors), editPage(v))
}

// choices lists a closed set as choices.
func choices[T interface {
	~string
	Label() string
}](list []T) []components.Item {
	var out []components.Item
	for _, one := range list {
		out = append(out, components.Item{Value: string(one), Text: one.Label()})
	}
	return out
}
