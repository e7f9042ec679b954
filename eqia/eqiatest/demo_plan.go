package eqiatest

import (
	"fmt"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// plan brings in a forward plan: one decision that has its report, some that are still far off, and one without a date.
func (d *demoClerks) plan() error {
	file := strings.Builder{}
	file.WriteString("plan,subject,key_decision,public_access,decision_maker,decision_date,consulted,portfolio_holder\n")
	for _, i := range []struct {
		subject, key, access string
		days                 int // from now; 0 for an item without a date
	}{
		{"Lower Weir flood scheme", "yes", "open", 12},
		{"Day opportunities: closing two centres", "yes", "open", 75},
		{"Council tax support scheme for next year", "yes", "open", 100},
		{"Lease of a depot", "no", "fully_exempt", 110},
		{"Names of new streets", "no", "open", 0},
	} {
		day := ""
		if i.days > 0 {
			day = string(eqia.DayOf(d.weekday(i.days)))
		}
		fmt.Fprintf(&file, "%s,%s,%s,%s,%s,%s,,\n", demoCouncil, i.subject, i.key, i.access, demoCouncil, day)
	}
	_, err := d.s.BringInPlan(d.ctx, d.clerk, committee.PlanCommand{File: strings.NewReader(file.String()), Edition: eqia.DayOf(d.s.Now())})
	return err
}
