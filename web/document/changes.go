package document

import (
	"slices"
	"strconv"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
)

// Change is one part that says something else than before.
type Change struct {
	Label string
	Was   string // what became of the part as a whole: "Added" or "Removed"; "" when it was changed
	Runs  []components.Run
}

// Changes lists the parts that changed between two states of an assessment, in the order they are read; parts that are gone come last. Both
// are read by one form, with the groups in force on a day.
func Changes(before, after eqia.Content, fv form.Version, day string) []Change {
	was, is := Of(before, fv, day).Passages(), Of(after, fv, day).Passages()
	differs := eqia.Changed(before, after)
	start := time.Now()
	left := func() time.Duration { return WholeWithin - time.Since(start) }
	var out []Change
	for _, p := range is {
		if !slices.Contains(differs, p.Part) {
			continue
		}
		old, there := passage(was, p.Part)
		ch := Change{Label: p.Label, Runs: Compare(old.Text, p.Text, left())}
		if !there {
			ch.Was = "Added"
		}
		out = append(out, ch)
	}
	for _, p := range was {
		if _, kept := passage(is, p.Part); !kept {
			out = append(out, Change{Label: p.Label, Was: "Removed", Runs: Compare(p.Text, "", left())})
		}
	}
	return out
}

func passage(list []Passage, k eqia.PartKey) (Passage, bool) {
	i := slices.IndexFunc(list, func(p Passage) bool { return p.Part == k })
	if i < 0 {
		return Passage{}, false
	}
	return list[i], true
}

func changeID(place int) string { return "change-" + strconv.Itoa(place+1) }

func changeContents(list []Change) components.Contents {
	c := components.Contents{}
	for i, part := range list {
		c.Links = append(c.Links, components.Link{Text: part.Label, Href: "#" + changeID(i)})
	}
	return c
}
