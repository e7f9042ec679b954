package committee

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
)

func read(t *testing.T, csv string) ([]PlanRow, []BadCell) {
	t.Helper()
	rows, bad, err := ReadPlan(strings.NewReader(csv))
	if err != nil {
		t.Fatal(err)
	}
	return rows, bad
}

func TestARealForwardPlanIsReadWhole(t *testing.T) {
	file, err := os.Open("testdata/forward-plan-2024.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, bad, err := ReadPlan(file)
	if err != nil || len(rows) != 41 || len(bad) != 0 {
		t.Fatalf("%d rows, %v, %v", len(rows), bad, err)
	}
	var p PlanImport
	if p.compare(rows, keptPlan(nil, nil), "2024-06-11", time.Now()); len(p.Changes) != 41 || p.New != 41 {
		t.Errorf("%d to save, %+v", len(p.Changes), p)
	}
	blank, past := 0, 0
	for _, f := range p.Flags {
		switch f.Flag {
		case NoDate:
			blank++
		case PastDate:
			past++
		default:
			t.Errorf("an odd flag: %+v", f)
		}
	}
	if blank != 2 || past != 7 {
		t.Errorf("%d without a date and %d past, want 2 and 7", blank, past)
	}
}

func TestCellsAreReadAsPeopleWriteThem(t *testing.T) {
	const head = "plan_body,title,key_decision,access,decision_date\n"
	for _, c := range []struct {
		name, row, column string
		want              PlanItem
	}{
		{"as exported", "Cabinet,Waste,yes,part,2024-10-15", "", PlanItem{Plan: "Cabinet", Title: "Waste", Key: true, Access: PartExempt, On: "2024-10-15"}},
		{"an English date", "Cabinet,Waste,No,Open,15/10/2024", "", PlanItem{Plan: "Cabinet", Title: "Waste", Access: Open, On: "2024-10-15"}},
		{"a month in words", "Cabinet,Waste,Y,Fully exempt,5 Oct 2024", "", PlanItem{Plan: "Cabinet", Title: "Waste", Key: true, Access: FullyExempt, On: "2024-10-05"}},
		{"nothing but the names", "Cabinet,Waste,,,", "", PlanItem{Plan: "Cabinet", Title: "Waste", Access: Open}},
		{"a year of two digits", "Cabinet,Waste,yes,open,15/10/24", "decision_date", PlanItem{}},
		{"a day that is none", "Cabinet,Waste,yes,open,2024-02-30", "decision_date", PlanItem{}},
		{"an unknown access", "Cabinet,Waste,yes,secret,", "access", PlanItem{}},
		{"perhaps", "Cabinet,Waste,perhaps,open,", "key_decision", PlanItem{}},
		{"no title", "Cabinet,,yes,open,", "title", PlanItem{}},
		{"no plan", ",Waste,yes,open,", "plan", PlanItem{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows, bad := read(t, head+c.row+"\n")
			if c.column != "" {
				if len(rows) != 0 || len(bad) != 1 || bad[0].Column != c.column || bad[0].Row != 1 {
					t.Errorf("got %v and %v", rows, bad)
				}
				return
			}
			c.want.Kind = ForwardPlan
			if len(bad) != 0 || len(rows) != 1 || rows[0].Item != c.want {
				t.Errorf("got %+v and %v", rows, bad)
			}
		})
	}
}

func TestTheSameItemTwiceInOneFileIsLeftOutOnce(t *testing.T) {
	rows, bad := read(t, "plan,subject,decision_date\nCabinet,Waste,2024-10-15\ncabinet, WASTE ,15/10/2024\nCabinet,Waste,\n")
	if len(rows) != 2 || len(bad) != 1 || bad[0].Row != 2 {
		t.Errorf("got %+v and %+v", rows, bad)
	}
}

func TestAFileThatIsNoPlanIsRefused(t *testing.T) {
	for name, csv := range map[string]string{"nothing": "", "other columns": "a,b\n1,2\n", "an open quotation mark": "plan,title\n\"Cabinet,Waste\n",
		"too many rows": "plan,title\n" + strings.Repeat("Cabinet,x\n", mostRows+1)} {
		if _, _, err := ReadPlan(strings.NewReader(csv)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

// kept is what an import would keep, as the store gives it afterwards.
func (p PlanImport) kept(before planKept) planKept {
	items, heard := before.items, before.heard
	if heard == nil {
		heard = map[PlanItemID]Imported{}
	}
	for _, c := range p.Changes {
		if c.New {
			c.Item.ID = PlanItemID(c.Item.Identity())
		}
		c.heard.Target, c.heard.Counter, c.Item.Counter = string(c.Item.ID), c.heard.Counter+1, c.Item.Counter+1
		items = append(slices.DeleteFunc(slices.Clone(items), func(i PlanItem) bool { return i.ID == c.Item.ID }), c.Item)
		heard[c.Item.ID] = c.heard
	}
	return keptPlan(items, slices.Collect(maps.Values(heard)))
}

func compared(t *testing.T, csv string, before planKept) PlanImport {
	t.Helper()
	rows, _ := read(t, csv)
	var p PlanImport
	p.compare(rows, before, "2024-09-01", time.Now())
	return p
}

const threeItems = "\ufeffplan,title,portfolio_holder,decision_date\nCabinet,Waste,Environment,2024-10-15\nCabinet,Roads,Highways,2024-11-19\nShareholder,Care,,\n"

func TestASecondReadingChangesNothingAndWhatIsGoneIsKept(t *testing.T) {
	kept := compared(t, threeItems, planKept{}).kept(planKept{})
	if again := compared(t, threeItems, kept); len(again.Changes) != 0 || again.Unchanged != 3 {
		t.Errorf("a second reading saves %+v", again.Changes)
	}
	next := compared(t, "plan,title,portfolio_holder,decision_date\nCabinet,Waste,Place,2024-10-15\n", kept)
	if len(next.Changes) != 1 || next.Changed != 1 || next.Changes[0].New {
		t.Fatalf("the change is %+v", next.Changes)
	}
	if f := next.Changes[0].Fields; len(f) != 1 || f[0].Label != "Cabinet members" || f[0].Was != "Environment" || f[0].Is != "Place" || f[0].Held {
		t.Errorf("what differs is %+v", f)
	}
	if len(next.Flags) != 1 || next.Flags[0].Flag != Gone || next.Flags[0].Title != "Roads" {
		t.Errorf("flags %+v: Roads alone is gone from the Cabinet's plan", next.Flags)
	}
}

func TestWhatAClerkWroteStaysUntilItIsTakenOver(t *testing.T) {
	kept := compared(t, threeItems, planKept{}).kept(planKept{})
	waste := kept.bySource["cabinet|waste|2024-10-15"]
	waste.Title, waste.Lead = "Waste and recycling", "Head of Waste"
	kept = keptPlan(append(slices.DeleteFunc(slices.Clone(kept.items), func(i PlanItem) bool { return i.ID == waste.ID }), waste), slices.Collect(maps.Values(kept.heard)))
	if again := compared(t, threeItems, kept); len(again.Changes) != 0 || again.Unchanged != 3 || len(again.Flags) != 1 {
		t.Errorf("the same file again: %+v", again)
	}
	const newer = "plan,title,portfolio_holder,lead_officer,decision_date\nCabinet,WASTE,Place,Director of Place,2024-10-15\n"
	next := compared(t, newer, kept)
	if len(next.Changes) != 1 || next.New != 0 {
		t.Fatalf("the change is %+v", next.Changes)
	}
	got := next.Changes[0]
	if got.Item.Title != "Waste and recycling" || got.Item.Lead != "Head of Waste" || got.Item.Portfolio != "Place" {
		t.Errorf("it becomes %+v", got.Item)
	}
	held := 0
	for _, f := range got.Fields {
		if f.Held {
			held++
		}
	}
	if held != 2 || len(got.Fields) != 3 {
		t.Errorf("what differs is %+v", got.Fields)
	}
	if after := compared(t, newer, next.kept(kept)); after.Unchanged != 1 {
		t.Errorf("the newer file again: %+v", after)
	}
	if left := got.heard.heldBack(got.Item.said()); !slices.Equal(left, []string{"lead", "title"}) {
		t.Errorf("held back are %v", left)
	}
}

func TestAnItemTypedByHandKeepsItsWordsWhenThePlanArrives(t *testing.T) {
	typed := PlanItem{ID: "typed", Kind: ForwardPlan, Plan: "Cabinet", Title: "Waste", On: "2024-10-15", Access: PartExempt, Summary: "Ours", Counter: 1}
	p := compared(t, threeItems, keptPlan([]PlanItem{typed}, nil))
	if p.New != 2 || p.Changed != 1 {
		t.Fatalf("got %+v", p)
	}
	if got := p.Changes[0].Item; got.ID != "typed" || got.Access != PartExempt || got.Summary != "Ours" || got.Portfolio != "Environment" {
		t.Errorf("it becomes %+v", got)
	}
}

func TestAnExportedPlanIsReadBackUnchanged(t *testing.T) {
	file, err := os.ReadFile("testdata/forward-plan-2024.csv")
	if err != nil {
		t.Fatal(err)
	}
	kept := compared(t, string(file)+"Cabinet,=HYPERLINK(1),no,part_exempt,Cabinet,2024-12-01,,-\n", planKept{}).kept(planKept{})
	items := make([]Planned, len(kept.items))
	for i, item := range kept.items {
		items[i].PlanItem = item
	}
	for _, mark := range []bool{false, true} {
		var out strings.Builder
		if err := WritePlan(&out, items, mark); err != nil {
			t.Fatal(err)
		}
		csv := out.String()
		if strings.HasPrefix(csv, byteMark) != mark || strings.Contains(csv, ",=") || strings.Count(csv, "\r\n") != 43 {
			t.Errorf("with a mark %t it is\n%s", mark, csv)
		}
		if again := compared(t, csv, kept); again.Unchanged != 42 || len(again.Errors) != 0 {
			t.Errorf("read back: %d unchanged, %+v, %v", again.Unchanged, again.Changes, again.Errors)
		}
	}
}

func TestBodiesThatAreConsultedAreReadWithTheirDays(t *testing.T) {
	for text, want := range map[string]string{"Cabinet 2024-07-09": "Cabinet 2024-07-09", "Place Committee, 13 June 2024\nCabinet: 9/7/2024": "Place Committee 2024-06-13; Cabinet 2024-07-09",
		"Audit | Cabinet 1 Jul 2024": "Audit; Cabinet 2024-07-01", "2024-07-09": "2024-07-09", " ; ": "", "Scrutiny in 2024": "Scrutiny in 2024"} {
		if got := written(visits(text)); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
		if again := written(visits(want)); again != want {
			t.Errorf("%q is read back as %q", want, again)
		}
	}
}

func FuzzReadPlan(f *testing.F) {
	f.Add("plan,subject,decision_date\nCabinet,Waste,2024-10-15\n")
	f.Add("\ufeffplan_body,title,access\n\"a\nb\",\"c\"\"d\",part\n,,\n")
	f.Fuzz(func(t *testing.T, csv string) {
		rows, bad, err := ReadPlan(strings.NewReader(csv))
		if err != nil {
			return
		}
		for _, r := range rows {
			if r.Item.Plan == "" || r.Item.Title == "" || !r.Item.Access.Valid() || r.No < 1 {
				t.Errorf("an item that says too little: %+v", r)
			}
			if _, err := eqia.ParseDay(string(r.Item.On)); r.Item.On != "" && err != nil {
				t.Error(err)
			}
		}
		for _, b := range bad {
			if b.Row < 1 || b.Says == "" {
				t.Errorf("an error without words: %+v", b)
			}
		}
	})
}
