package eqiatest

import (
	"fmt"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// overview looked at the flood scheme three weeks ago.
func (d *demoClerks) overview() error {
	m, err := d.meeting(demoOverview, -20, committee.Held, "1. Apologies\n2. Minutes\n3. Declarations of interest\n4. "+demoFloodReport+"\n5. Work programme")
	if err != nil {
		return fmt.Errorf("the overview committee: %w", err)
	}
	return d.linked(m, demoFloodReport, floodScheme().title, "Appendix 2")
}

// earlierCabinet recommended the library rounds to the council.
func (d *demoClerks) earlierCabinet() error {
	m, err := d.meeting(demoCabinet, -9, committee.Held, "1. Apologies\n2. Minutes of the last meeting\n3. Public participation\n4. "+demoLibraryReport)
	if err != nil {
		return fmt.Errorf("the earlier Cabinet: %w", err)
	}
	return d.linked(m, demoLibraryReport, homeLibrary().title, "Appendix 1")
}

const demoCabinetAgenda = `1. Apologies
2. Minutes
3. Declarations of interest
4. Public participation
5. Questions from councillors
6. Forward plan
7. ` + demoFloodReport + `
8. ` + demoPriceReport + `
9. ` + demoGritReport + `
10. ` + demoNamesReport + `
11. ` + demoSchoolReport + `
12. ` + demoQuarterReport + `
13. Urgent items
14. Exempt business`

// cabinet is to come: an item of every kind that a clerk meets.
func (d *demoClerks) cabinet() error {
	m, err := d.meeting(demoCabinet, 12, committee.Confirmed, demoCabinetAgenda)
	if err != nil {
		return fmt.Errorf("the Cabinet: %w", err)
	}
	return inTurn(
		func() error { return d.linked(m, demoFloodReport, floodScheme().title, "Appendix 3") },
		func() error { return d.linked(m, demoPriceReport, leisurePrices().title, "") },
		func() error { return d.expects(m, demoGritReport, winterGritting().title) },
		func() error { return d.screenedOut(m) },
		func() error { return d.later(m) },
		func() error { _, err := d.put(m, demoQuarterReport); return err },
	)
}

// expects puts a report at its item, with an assessment that is not signed yet.
func (d *demoClerks) expects(m committee.Meeting, report, assessment string) error {
	at, err := d.put(m, report)
	if err != nil {
		return err
	}
	reference, err := d.reference(assessment)
	if err != nil {
		return err
	}
	return d.s.Expect(d.ctx, d.clerk, committee.ExpectCommand{Appearance: at, Reference: reference})
}

// screenedOut records a screening as the reason why there is no assessment.
func (d *demoClerks) screenedOut(m committee.Meeting) error {
	reference, err := d.reference(drawingNames().title)
	if err != nil {
		return err
	}
	return d.reason(m, demoNamesReport, committee.ReasonCommand{Code: committee.Screened, Reference: reference,
		Public: "Only the names of files change. The screening found no effect on anyone."})
}

// later waits for the equality lead to agree it.
func (d *demoClerks) later(m committee.Meeting) error {
	return d.reason(m, demoSchoolReport, committee.ReasonCommand{Code: committee.LaterStage, DueOn: eqia.DayOf(d.weekday(100)),
		Public: "This report only asks to start a consultation. The assessment will be with the report that asks for the decision."})
}

func (d *demoClerks) reason(m committee.Meeting, report string, cmd committee.ReasonCommand) error {
	at, err := d.put(m, report)
	if err != nil {
		return err
	}
	_, err = d.s.GiveReason(d.ctx, d.clerk, at, cmd)
	return err
}

// fullCouncil is further away, and its agenda is not settled.
func (d *demoClerks) fullCouncil() error {
	m, err := d.meeting(demoCouncil, 33, committee.Provisional, "1. Apologies\n2. Minutes\n3. Announcements\n4. "+demoLibraryReport)
	if err != nil {
		return fmt.Errorf("the full council: %w", err)
	}
	return d.linked(m, demoLibraryReport, homeLibrary().title, "Appendix 1")
}
