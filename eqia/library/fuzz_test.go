package library

import "testing"

func FuzzADataFileGivesWholeFactsOrAnError(f *testing.F) {
	f.Add([]byte("# from\nid,characteristic,topic,group,population,measure,value,unit,base,date,source,link,area,caveat,gap\n" +
		"age-1,age,Age,Aged 1,residents,known,1.5,percent,all,2021,ONS,,Dorset,,\n"))
	f.Add([]byte("id\n\"x"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		facts, err := read(raw)
		if err != nil {
			return
		}
		for _, fact := range facts {
			if fact.Check() != nil || fact.Title() == "" || fact.Shown() == "" {
				t.Errorf("it gives %+v", fact)
			}
		}
		for _, topic := range Topics(Newest(facts)) {
			for _, row := range topic.Rows {
				if len(row.Cells) != len(topic.Series) {
					t.Errorf("row %q has %d cells of %d", row.Group, len(row.Cells), len(topic.Series))
				}
			}
		}
	})
}
