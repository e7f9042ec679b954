package facts

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/library"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// reading is one fact as it is read, with what uses it.
type reading struct {
	Fact   library.Fact
	With   library.Fact   // what took its place; zero when nothing did
	Others []library.Fact // figures of the same kind of other dates, and those it replaced
	Uses   []eqia.Use
	Keeper bool
	About  string
}

// factOf is the fact that the address names.
func factOf(r *page.Request) (library.Fact, error) {
	id, ok := library.ParseID(r.Param("fact"))
	if !ok {
		return library.Fact{}, eqia.ErrNotFound
	}
	return r.Kit.Eqia.Fact(r.Ctx(), id)
}

// Fact shows one fact with the assessments that rest on it.
func (Pages) Fact(r *page.Request) error {
	f, err := factOf(r)
	if err != nil {
		return err
	}
	all, err := r.Kit.Eqia.Facts(r.Ctx())
	if err != nil {
		return err
	}
	v := reading{Fact: f, Keeper: eqia.KeepsLibrary(r.Person), About: browse{Groups: groups(r)}.label(f.Characteristic)}
	for _, o := range all {
		switch {
		case o.ID == f.ID:
		case o.ID == f.ReplacedBy:
			v.With = o
		case o.ReplacedBy == f.ID || o.Topic == f.Topic && o.Group == f.Group && o.Population == f.Population && o.Base == f.Base && o.Unit == f.Unit &&
			o.Characteristic == f.Characteristic:
			v.Others = append(v.Others, o)
		}
	}
	slices.Reverse(v.Others)
	if v.Uses, err = r.Kit.Eqia.FactUses(r.Ctx(), r.Person, f.ID); err != nil {
		return err
	}
	return r.Show(framed(r, f, f.Title()), factPage(v))
}

// framed is the frame of a page about one fact, with a link back to the others on its group.
func framed(r *page.Request, f library.Fact, title string) components.Page {
	p := r.Frame(title, "Evidence library")
	group := f.Characteristic
	if group == "" {
		group = Everyone
	}
	p.Back = &components.BackLink{Href: Home + "?group=" + group, Text: "Back to figures on this group"}
	return p
}

func (v reading) rows() []components.Row {
	f := v.Fact
	rows := []components.Row{{Key: "Figure", Text: f.Shown()}, {Key: "Share of", Text: f.Base}, {Key: "About", Text: v.About},
		{Key: "Group", Text: f.Group}, {Key: "People", Text: f.Population.Label()}, {Key: "Date", Text: f.Date}, {Key: "Area", Text: f.Area},
		{Key: "Source", Text: f.Source}}
	if f.Unit != library.Percent {
		rows[1].Key = "Counted among"
	}
	for _, more := range []components.Row{{Key: "Web address", Text: f.Link}, {Key: "Not known", Text: f.Gap}, {Key: "Keep in mind", Text: f.Caveat}} {
		if more.Text != "" {
			rows = append(rows, more)
		}
	}
	return rows
}

// replacedOn is the day the figure was taken out of use, in words.
func replacedOn(f library.Fact) string { return eqia.Day(f.ReplacedOn).Words() }

// uses is the assessments that rest on the fact, as a table.
func (v reading) uses() components.Table {
	t := components.Table{ID: "uses", Caption: "Assessments that use this figure", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Assessment"}, {Text: "Title"}, {Text: "Version"}, {Text: "Where it is"}}}
	for _, u := range v.Uses {
		t.Rows = append(t.Rows, []components.Cell{useCell(u), {Text: u.Title}, {Text: u.Number}, {Text: u.State.Label()}})
	}
	return t
}

// otherWords is another figure of the same kind in a line, after its name.
func otherWords(f library.Fact) string {
	if f.Replaced() {
		return ": " + f.Shown() + ", out of use since " + replacedOn(f)
	}
	return ": " + f.Shown()
}
