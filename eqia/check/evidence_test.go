package check

import (
	"testing"

	"dorset-eqia/eqia"
)

func TestEvidenceIsNamed(t *testing.T) {
	at := []string{"answer/evidence"}
	with := func(e ...eqia.Evidence) func(*eqia.Case) { return func(c *eqia.Case) { c.Content.Evidence = e } }
	judged(t, "E1", full, []example{
		{"none", with(), at},
		{"an empty entry", with(eqia.Evidence{No: 1}), at},
		{"a filler", with(eqia.Evidence{No: 1, Title: "TBC", Source: "n/a"}), at},
		{"findings without a source", with(eqia.Evidence{No: 1, Says: "Evenings are quiet."}), at},
		{"a title alone", with(eqia.Evidence{No: 1, Title: "Census 2021"}), nil},
		{"a link alone", with(eqia.Evidence{No: 1, Link: "https://www.example.org/visits"}), nil},
		{"none, before it is settled that an assessment is needed", func(c *eqia.Case) {
			c.Content.Evidence = nil
			delete(c.Content.Answers, "assessment_needed")
		}, nil},
		{"an empty entry beside a good one", with(eqia.Evidence{No: 1}, eqia.Evidence{No: 2, Source: "Library service"}), nil},
	})
}
