package committee

import (
	"cmp"
	"strings"

	"dorset-eqia/eqia"
)

// PlanItemID identifies an item of a forward plan.
type PlanItemID string

// PlanItem is one decision that a forward plan announces. A plan's own words are kept as they were written.
type PlanItem struct {
	ID        PlanItemID
	Plan      string // the body whose plan it is, for example "Cabinet"
	Ref       string // the plan's own reference for the item; empty where it has none
	Title     string
	Summary   string
	Key       bool // a key decision
	Access    Access
	Maker     string   // who will decide
	On        eqia.Day // when; empty where the plan does not say
	Period    string   // when, in the plan's words, where it names no day
	Consulted string   // committees consulted before, as written
	Portfolio string   // the cabinet members, as written
	Lead      string   // the officer
	Documents string   // what will be put before those who decide
	Edition   eqia.Day // the edition it was last seen in; empty when that is not known
	Counter   int      // counts changes; 0 for an item not kept yet
}

// Identity tells the same item from one edition to the next: the plan's own reference or, where it has none, plan, title and date.
func (p PlanItem) Identity() string {
	if p.Ref != "" {
		return plainly(p.Plan) + "|ref|" + plainly(p.Ref)
	}
	return plainly(p.Plan) + "|" + plainly(p.Title) + "|" + cmp.Or(string(p.On), plainly(p.Period))
}

// plainly is a text for comparing: small letters, single spaces.
func plainly(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// same reports whether two readings of one item say the same, whatever edition they come from.
func (p PlanItem) same(q PlanItem) bool {
	p.ID, p.Counter, p.Edition = q.ID, q.Counter, q.Edition
	return p == q
}

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

// PlanImport is what an import of a forward plan would do, or did. Nothing is ever deleted.
type PlanImport struct {
	Rows      int       `json:"rows"`
	New       int       `json:"new"`
	Changed   int       `json:"changed"`
	Unchanged int       `json:"unchanged"`
	Flags     []Flagged `json:"flags"`
	Errors    []BadCell `json:"errors"`
}

// compare sets what was read beside what is kept, and gives the items to be saved.
func (p *PlanImport) compare(read []PlanRow, kept []PlanItem, edition eqia.Day) []PlanItem {
	known := map[string]PlanItem{}
	for _, k := range kept {
		known[k.Identity()] = k
	}
	var save []PlanItem
	plans, seen := map[string]bool{}, map[string]bool{}
	for _, r := range read {
		id := r.Item.Identity()
		plans[plainly(r.Item.Plan)], seen[id] = true, true
		p.flag(r, edition)
		was, ok := known[id]
		r.Item.ID, r.Item.Counter = was.ID, was.Counter
		switch {
		case !ok:
			p.New++
		case was.same(r.Item):
			p.Unchanged++
			continue
		default:
			p.Changed++
		}
		save = append(save, r.Item)
	}
	for _, k := range kept {
		if plans[plainly(k.Plan)] && !seen[k.Identity()] {
			p.Flags = append(p.Flags, Flagged{Title: k.Title, Flag: Gone, Says: Gone.Says()})
		}
	}
	return save
}

func (p *PlanImport) flag(r PlanRow, edition eqia.Day) {
	flag := PlanFlag("")
	switch {
	case r.Item.On == "":
		flag = NoDate
	case edition != "" && r.Item.On < edition:
		flag = PastDate
	default:
		return
	}
	p.Flags = append(p.Flags, Flagged{r.No, r.Item.Title, flag, flag.Says()})
}
