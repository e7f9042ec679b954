package committee

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"dorset-eqia/eqia"
)

// PlanRow is one item as a file has it, with its row, counted from 1 without the header.
type PlanRow struct {
	No   int
	Item PlanItem
}

// planColumns are the columns a file may have, by every name it may have them under. The first names are those of this service's own export.
var planColumns = map[string][]string{
	"plan": {"plan_body", "plan"}, "ref": {"item_ref"}, "title": {"title", "subject"}, "summary": {"summary"}, "key": {"key_decision"},
	"access": {"access", "public_access"}, "maker": {"decision_maker"}, "on": {"decision_date"}, "period": {"decision_period"},
	"consulted": {"consulted"}, "portfolio": {"portfolio_holders", "portfolio_holder"}, "lead": {"lead_officer"}, "documents": {"documents"},
	"edition": {"edition_published"}, "paragraphs": {"sch12a_paras"}, "lead_email": {"lead_officer_email"}, "director": {"lead_director"},
	"wards": {"wards"}, "assessments": {"eqia_refs"}, "no_reason": {"no_eqia_reason"}, "report": {"report_ref"}, "address": {"source_url"},
	"kind": {"kind"}, "aims": {"aims"}, "other": {"other_information"},
}

// mostVisits is how many committees a file can name in columns of their own: consulted_committee_1, date_1 and so on.
const mostVisits = 9

var visitColumn = regexp.MustCompile(`^(consulted_committee|date)_[1-9]$`)

// planFile is what a plan's file is read by.
var planFile = sheetFile{columns: planColumns, needed: []string{"plan", "title"}, more: visitColumn}

// ReadPlan reads a forward plan from CSV. Rows that can't be read are listed and left out; the error is for a file that is no such plan.
func ReadPlan(in io.Reader) ([]PlanRow, []BadCell, error) {
	var rows []PlanRow
	seen := map[string]int{}
	bad, err := planFile.read(in, func(no int, cells map[string]string) BadCell {
		item, wrong := planItem(cells)
		if first := seen[item.Identity()]; wrong.Says == "" && first > 0 {
			wrong = BadCell{Column: "title", Says: fmt.Sprintf("The same item is in row %d", first)}
		}
		if wrong.Says == "" {
			seen[item.Identity()] = no
			rows = append(rows, PlanRow{no, item})
		}
		return wrong
	})
	if err != nil {
		return nil, nil, err
	}
	return rows, bad, nil
}

func planItem(cells map[string]string) (PlanItem, BadCell) {
	item := PlanItem{}.with(cells)
	item.Kind, item.Consulted = ForwardPlan, consulted(cells)
	for _, must := range []string{"plan", "title"} {
		if cells[must] == "" {
			return item, BadCell{Column: must, Says: "Enter a " + must}
		}
	}
	var ok bool
	if item.Kind, ok = kindAs(cells["kind"]); !ok {
		return item, BadCell{Column: "kind", Says: "Write forward_plan or work_programme"}
	}
	if item.Key, ok = yesOrNo(cells["key"]); !ok {
		return item, BadCell{Column: "key_decision", Says: "Write yes or no"}
	}
	if item.Access, ok = accessAs(cells["access"]); !ok {
		return item, BadCell{Column: "access", Says: "Write open, part_exempt or fully_exempt"}
	}
	if item.On, ok = dayAs(cells["on"]); !ok {
		return item, BadCell{Column: "decision_date", Says: "Write the date with its year in full, for example 2024-09-10, 10/09/2024 or 10 Sep 2024"}
	}
	if item.Edition, ok = dayAs(cells["edition"]); !ok {
		return item, BadCell{Column: "edition_published", Says: "Write the date with its year in full, for example 2024-09-10"}
	}
	return item, BadCell{}
}

// consulted is the committees that a row names, in one column or in columns of their own.
func consulted(cells map[string]string) string {
	list := visits(cells["consulted"])
	for n := 1; n <= mostVisits; n++ {
		body, on := line(cells[fmt.Sprintf("consulted_committee_%d", n)]), line(cells[fmt.Sprintf("date_%d", n)])
		list = append(list, visits(body+" "+on)...)
	}
	return written(list)
}

func kindAs(text string) (PlanKind, bool) {
	if text == "" {
		return ForwardPlan, true
	}
	k := PlanKind(strings.ReplaceAll(plainly(text), " ", "_"))
	return k, k.Valid()
}

func yesOrNo(text string) (yes, ok bool) {
	word := plainly(text)
	return slices.Contains([]string{"yes", "y", "true"}, word), slices.Contains([]string{"", "yes", "y", "true", "no", "n", "false"}, word)
}

func accessAs(text string) (Access, bool) {
	a, ok := map[string]Access{"": Open, "open": Open, "part": PartExempt, "part exempt": PartExempt, "full": FullyExempt, "fully exempt": FullyExempt,
		"exempt": FullyExempt, "confidential": Confidential}[strings.ReplaceAll(plainly(text), "_", " ")]
	return a, ok
}

// dayForms are the ways a date may be written. A year of two digits is never guessed.
var dayForms = []string{time.DateOnly, "2/1/2006", "2 Jan 2006", "2 January 2006"}

func dayAs(text string) (eqia.Day, bool) {
	if text == "" {
		return "", true
	}
	for _, form := range dayForms {
		if d, err := time.Parse(form, text); err == nil && d.Year() >= 2000 && d.Year() < 2100 {
			return eqia.Day(d.Format(time.DateOnly)), true
		}
	}
	return "", false
}
