package committee

import (
	"slices"
	"time"

	"dorset-eqia/eqia"
)

// planSource is what imported rows of a plan name as their source.
const planSource = "plan"

// PlanFlag is something about an item that a clerk should look at. The item is kept as it is.
type PlanFlag string

// The flags.
const (
	NoDate   PlanFlag = "no_date"   // the plan does not say when
	PastDate PlanFlag = "past_date" // it was due before the edition came out
	Gone     PlanFlag = "gone"      // kept from an earlier edition, and not in this one
)

// Says is the flag in words.
func (f PlanFlag) Says() string {
	return map[PlanFlag]string{NoDate: "The plan does not say when it will be decided.", PastDate: "The date is before this edition came out.",
		Gone: "It is not in this edition. It was kept."}[f]
}

// Flagged is a flag on one item. Row is its line in the file, counted from 1 without the header; 0 for an item that is not in it.
type Flagged struct {
	Row   int      `json:"row"`
	Title string   `json:"title"`
	Flag  PlanFlag `json:"flag"`
	Says  string   `json:"says"`
}

// BadCell is one row of a file that can't be read, and where.
type BadCell struct {
	Row    int    `json:"row"`
	Column string `json:"column"`
	Says   string `json:"says"`
}

// Brought counts what a file brings or would bring, and lists what a clerk should know of it.
type Brought struct {
	Rows      int       `json:"rows"`
	New       int       `json:"new"`
	Changed   int       `json:"changed"`
	Unchanged int       `json:"unchanged"`
	Flags     []Flagged `json:"flags"`
	Errors    []BadCell `json:"errors"` // rows that are left out, and why
}

// PlanImport is what an import of a forward plan would do, or did. Nothing is ever deleted.
type PlanImport struct {
	Brought
	Changes []PlanChange `json:"-"` // what is new and what changed, in the order of the file
}

// PlanChange is one row of a file that is new, or says something new.
type PlanChange struct {
	Row    int
	Item   PlanItem // as it is to be kept
	New    bool
	Fields []FieldChange // what differs from what is kept; nothing for a new item
	heard  Imported
}

// planKept is the items that are kept, as an import finds them.
type planKept struct {
	items    []PlanItem
	bySource map[string]PlanItem
	heard    map[PlanItemID]Imported
}

func keptPlan(items []PlanItem, heard []Imported) planKept {
	k := planKept{items: items, bySource: map[string]PlanItem{}, heard: map[PlanItemID]Imported{}}
	byID := map[PlanItemID]PlanItem{}
	for _, i := range items {
		k.bySource[i.Identity()], byID[i.ID] = i, i
	}
	for _, h := range heard {
		id := PlanItemID(h.Target)
		k.heard[id] = h
		if i, ok := byID[id]; ok {
			k.bySource[h.SourceID] = i
		}
	}
	return k
}

// compare sets what was read beside what is kept. Edition is the day that the file came out, and at is now.
func (p *PlanImport) compare(read []PlanRow, kept planKept, edition eqia.Day, at time.Time) {
	plans, seen := map[string]bool{}, map[PlanItemID]bool{}
	for _, r := range read {
		plans[plainly(r.Item.Plan)] = true
		if edition != "" {
			r.Item.Edition = edition
		}
		p.flag(r)
		was, ok := kept.bySource[r.Item.Identity()]
		if ok {
			seen[was.ID] = true
		}
		p.row(r, was, kept.heard[was.ID], at)
	}
	for _, k := range kept.items {
		if plans[plainly(k.Plan)] && !seen[k.ID] {
			p.Flags = append(p.Flags, Flagged{Title: k.Title, Flag: Gone, Says: Gone.Says()})
		}
	}
}

// row sets one row beside the item that it is about, which has no identifier when there is none yet.
func (p *PlanImport) row(r PlanRow, was PlanItem, heard Imported, at time.Time) {
	said := r.Item.said()
	hash := hashOf(said)
	if was.ID != "" && (heard.Hash == hash || heard.Counter == 0 && hashOf(was.said()) == hash) {
		p.Unchanged++
		return
	}
	next, held := heard.merge(was.said(), said)
	c := PlanChange{Row: r.No, Item: was.with(next), New: was.ID == "", heard: Imported{Kind: ImportedPlanItem, Target: string(was.ID), Source: planSource,
		SourceID: r.Item.Identity(), FetchedAt: at, Hash: hash, Said: said, Counter: heard.Counter}}
	c.Item.Edition = r.Item.Edition
	if c.New {
		c.Item, c.Item.FirstSeen = r.Item, r.Item.Edition
		p.New++
	} else {
		c.Fields = differing(was.said(), said, held)
		p.Changed++
	}
	p.Changes = append(p.Changes, c)
}

// differing lists the fields in which two readings of an item differ.
func differing(ours, theirs map[string]string, held []string) []FieldChange {
	var out []FieldChange
	for _, f := range planFields {
		if ours[f.name] != theirs[f.name] {
			out = append(out, FieldChange{Name: f.name, Label: f.label, Was: f.shown(ours[f.name]), Is: f.shown(theirs[f.name]), Held: slices.Contains(held, f.name)})
		}
	}
	return out
}

func (p *PlanImport) flag(r PlanRow) {
	flag := PlanFlag("")
	switch {
	case r.Item.On == "":
		flag = NoDate
	case r.Item.Edition != "" && r.Item.On < r.Item.Edition:
		flag = PastDate
	default:
		return
	}
	p.Flags = append(p.Flags, Flagged{r.No, r.Item.Title, flag, flag.Says()})
}
