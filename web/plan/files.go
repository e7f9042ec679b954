package plan

import (
	"cmp"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// filed is the page of files that wait.
type filed struct {
	list    []committee.Waiting
	clerk   bool
	system  string // host of the committee system; empty when none is asked
	fetches []committee.Fetch
	good    committee.Fetch
}

// Files lists the files that wait for a clerk to look at what they would do.
func (Pages) Files(r *page.Request) error {
	if err := only(r, staff...); err != nil {
		return err
	}
	list, err := r.Kit.Committee.WaitingFiles(r.Ctx(), r.Person)
	if err != nil {
		return err
	}
	v := filed{list: list, clerk: r.Person.Holds(workflow.Clerk), system: r.Kit.Settings.System}
	if v.fetches, v.good, err = r.Kit.Committee.Fetches(r.Ctx(), r.Person); err != nil {
		return err
	}
	f := r.Frame("Files and the committee system", "")
	f.Back = &components.BackLink{Href: home, Text: "Back to the forward plan"}
	return r.Show(f, filesPage(v))
}

// by says who brought a file, and how.
func by(w committee.Waiting) string {
	how := map[string]string{"upload": "Uploaded", "paste": "Pasted", "fetch": "Fetched"}[w.Source]
	return how + " by " + cmp.Or(w.ByName, "the service")
}

// asked lists the last times that the committee system was asked.
func (v filed) asked() components.Table {
	t := components.Table{ID: "fetches", Caption: "The last times it was asked", CaptionSize: components.Small, RowHeads: true,
		Head: []components.Cell{{Text: "When"}, {Text: "What came of it"}, {Text: "Meetings"}, {Text: "What could not be read"}}}
	for _, f := range v.fetches {
		state := components.Tag{Text: "Good", Colour: components.Green}
		if !f.Good {
			state = components.Tag{Text: "Failed", Colour: components.Red}
		}
		t.Rows = append(t.Rows, []components.Cell{{Text: eqia.Moment(f.At)}, {Content: state.View()}, {Text: strconv.Itoa(f.Meetings)}, {Text: cmp.Or(f.Says, "Nothing")}})
	}
	return t
}

// standing says how the connection stands.
func (v filed) standing() string {
	switch {
	case v.good.ID != "":
		return "Last good: " + eqia.Moment(v.good.At) + "."
	case len(v.fetches) > 0:
		return "It has never answered with anything that could be read."
	default:
		return "It has not been asked yet."
	}
}
