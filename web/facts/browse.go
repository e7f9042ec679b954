package facts

import (
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// browse is the library, or what was looked for in it.
type browse struct {
	Group, Words string
	Facts        []library.Fact // all of them
	Found        []library.Fact // those looked for
	Groups       []form.Characteristic
	Outdated     []eqia.Use
	Keeper       bool
}

// mostFound is how many figures a list of results shows.
const mostFound = 60

// Browse shows the groups the library has figures on, one group's figures, or those with some words.
func (Pages) Browse(r *page.Request) error {
	v := browse{Group: r.Query("group"), Words: strings.TrimSpace(r.Query("words")), Groups: groups(r), Keeper: eqia.KeepsLibrary(r.Person)}
	known := func(ch form.Characteristic) bool { return ch.Code == v.Group }
	if v.Group != "" && v.Group != Everyone && !slices.ContainsFunc(v.Groups, known) || len(v.Words) > 200 {
		return eqia.ErrNotFound
	}
	var err error
	if v.Facts, err = r.Kit.Eqia.Facts(r.Ctx()); err != nil {
		return err
	}
	if v.Keeper && !v.narrow() {
		if v.Outdated, err = r.Kit.Eqia.OutdatedUses(r.Ctx(), r.Person); err != nil {
			return err
		}
	}
	if v.narrow() {
		v.Found = Sought(v.Facts, v.Group, v.Words)
	}
	f := r.Frame(v.heading(), "Evidence library")
	if !v.narrow() {
		f.Section = ""
	} else {
		f.Back = &components.BackLink{Href: Home, Text: "Back to the evidence library"}
	}
	return r.Show(f, browsePage(v))
}

func (v browse) narrow() bool { return v.Group != "" || v.Words != "" }

func (v browse) heading() string {
	switch {
	case v.Words != "":
		return "Figures found"
	case v.Group == Everyone:
		return "Figures on everyone"
	case v.Group != "":
		return "Figures on: " + v.label(v.Group)
	default:
		return "Evidence library"
	}
}

// label is a characteristic by its name.
func (v browse) label(code string) string {
	for _, ch := range v.Groups {
		if ch.Code == code {
			return ch.Label
		}
	}
	return "Everyone"
}

func (v browse) items() []components.Item {
	return append([]components.Item{{Text: "Any group"}}, GroupItems(v.Groups)...)
}

// counted is one group in the list of all, with how many figures there are on it.
type counted struct {
	Link components.Link
	Says string
}

func (v browse) counted() []counted {
	newest := library.Newest(v.Facts)
	var out []counted
	for _, item := range GroupItems(v.Groups) {
		n, gap := 0, false
		for _, f := range newest {
			if f.Characteristic == codeOf(item.Value) && f.Measure == library.Known {
				n++
			}
			gap = gap || f.Characteristic == codeOf(item.Value) && f.Gap != ""
		}
		says := figures(n)
		if gap {
			says += ", with a known gap"
		}
		out = append(out, counted{components.Link{Text: item.Text, Href: Home + "?group=" + item.Value}, says})
	}
	return out
}

// figures is a number of figures in words.
func figures(n int) string {
	if n == 0 {
		return "no figures"
	}
	return components.Count(n, "figure", "figures")
}

func (v browse) panel() Panel {
	return Panel{ID: "figures", Topics: library.Topics(v.Found), Level: 3, Beside: Link}
}

// shown is what of the results one page shows.
func (v browse) shown() []library.Fact { return v.Found[:min(len(v.Found), mostFound)] }

// tally is how many were found, and how many of them are on the page.
func (v browse) tally() string {
	if len(v.Found) > mostFound {
		return strconv.Itoa(len(v.Found)) + " figures found. These are the first " + strconv.Itoa(mostFound) + ". Choose a group or more words to find fewer."
	}
	if len(v.Found) == 0 {
		return "No figures found. Try fewer words, or choose any group."
	}
	return figures(len(v.Found)) + " found."
}

// outdated is the open assessments that rest on a replaced figure, as a table.
func (v browse) outdated() components.Table {
	t := components.Table{ID: "outdated", Caption: "Drafts and reviews that still use a replaced figure", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Assessment"}, {Text: "Version"}, {Text: "Where it is"}, {Text: "Replaced figure"}}}
	for _, u := range v.Outdated {
		name := string(u.Fact)
		if i := slices.IndexFunc(v.Facts, func(f library.Fact) bool { return f.ID == u.Fact }); i >= 0 {
			name = v.Facts[i].Title()
		}
		t.Rows = append(t.Rows, []components.Cell{useCell(u), {Text: u.Number}, {Text: u.State.Label()},
			{Text: name, Href: To(u.Fact), Unseen: "in " + u.Reference}})
	}
	return t
}

// useCell is the way to a version that rests on a figure.
func useCell(u eqia.Use) components.Cell {
	return components.Cell{Text: u.Reference, Unseen: "version " + u.Number + ", source " + strconv.Itoa(u.Entry) + ": " + u.Title,
		Href: page.ToCase(u.Reference).Version(u.Number)}
}
