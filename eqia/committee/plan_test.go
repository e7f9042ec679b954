package committee

import (
	"os"
	"strings"
	"testing"

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
	if save := p.compare(rows, nil, "2024-06-11"); len(save) != 41 || p.New != 41 {
		t.Errorf("%d to save, %+v", len(save), p)
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
		"too many rows": "plan,title\n" + strings.Repeat("Cabinet,x\n", mostPlanRows+1)} {
		if _, _, err := ReadPlan(strings.NewReader(csv)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

func TestASecondReadingChangesNothingAndWhatIsGoneIsKept(t *testing.T) {
	first, _ := read(t, "\ufeffplan,title,portfolio_holder,decision_date\nCabinet,Waste,Environment,2024-10-15\nCabinet,Roads,Highways,2024-11-19\nShareholder,Care,,\n")
	var p PlanImport
	kept := p.compare(first, nil, "")
	for i := range kept {
		kept[i].ID, kept[i].Counter, kept[i].Edition = PlanItemID(rune('a'+i)), 1, "2024-09-01"
	}
	var again PlanImport
	if save := again.compare(first, kept, ""); len(save) != 0 || again.Unchanged != 3 {
		t.Errorf("a second reading saves %+v", save)
	}
	later, _ := read(t, "plan,title,portfolio_holder,decision_date\nCabinet,Waste,Place,2024-10-15\n")
	var next PlanImport
	save := next.compare(later, kept, "")
	if len(save) != 1 || save[0].ID != "a" || save[0].Counter != 1 || next.Changed != 1 {
		t.Errorf("the change is %+v", save)
	}
	if len(next.Flags) != 1 || next.Flags[0].Flag != Gone || next.Flags[0].Title != "Roads" {
		t.Errorf("flags %+v: Roads alone is gone from the Cabinet's plan", next.Flags)
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
