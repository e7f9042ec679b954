package eqiatest

import (
	"context"
	"fmt"
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/workflow"
)

// SeedCommittees gives a demonstration made by Seed its committees: meetings before and after now, with agendas and reports. Signed
// assessments are linked, one is expected that is not signed yet, one report has nothing, and two have reasons for having none.
func SeedCommittees(ctx context.Context, s *committee.Service) error {
	d := &demoClerks{ctx: ctx, s: s, bodies: map[string]committee.ID{}, reports: map[string]string{}}
	people, err := s.Assessments.PeopleList(ctx)
	if err != nil {
		return err
	}
	n := slices.IndexFunc(people, func(p eqia.Person) bool { return p.Name == demoClerk })
	if n < 0 {
		return fmt.Errorf("nobody is %s", demoClerk)
	}
	d.clerk = people[n]
	return inTurn(d.committees, d.addReports, d.overview, d.earlierCabinet, d.cabinet, d.fullCouncil, d.plan)
}

// demoClerks makes what the demonstration's clerk would make.
type demoClerks struct {
	ctx     context.Context
	s       *committee.Service
	clerk   eqia.Person
	bodies  map[string]committee.ID
	reports map[string]string // references by title
}

// The demonstration's committees.
const (
	demoCabinet  = "Cabinet"
	demoOverview = "Place Overview Committee"
	demoCouncil  = "Full Council"
)

func (d *demoClerks) committees() error {
	for _, c := range []committee.Committee{
		{Name: demoCabinet, Kind: committee.Cabinet, Regime: committee.Exec2012},
		{Name: demoOverview, Kind: committee.Overview, Regime: committee.LGA1972},
		{Name: demoCouncil, Kind: committee.FullCouncil, Regime: committee.LGA1972},
	} {
		id, err := d.s.AddCommittee(d.ctx, d.clerk, c, "")
		if err != nil {
			return fmt.Errorf("add %s: %w", c.Name, err)
		}
		d.bodies[c.Name] = id
	}
	return nil
}

// The demonstration's reports, by their titles on an agenda.
const (
	demoFloodReport   = "Lower Weir flood scheme: final plan"
	demoLibraryReport = "Home library service: new rounds"
	demoPriceReport   = "Leisure centre prices"
	demoGritReport    = "Winter gritting policy"
	demoNamesReport   = "Filing names for road works drawings"
	demoSchoolReport  = "Home-to-school transport: start of the consultation"
	demoQuarterReport = "Second quarter: money and performance"
)

func (d *demoClerks) addReports() error {
	for _, r := range []struct{ title, officer, directorate, purpose, recommendations, equality string }{
		{demoFloodReport, "Head of Flood Risk", "Place", "For decision", "1. Agree the final plan\n2. Agree the money to build it",
			"The equality impact assessment is with this report as an appendix. Members are asked to read it before they decide."},
		{demoLibraryReport, "Head of Libraries", "Place", "For recommendation to another meeting", "",
			"An equality impact assessment has been completed and is attached as Appendix 1."},
		{demoPriceReport, "Head of Leisure", "Place", "For decision", "",
			"An equality impact assessment has been completed and is attached. It found no negative effect on any group."},
		{demoGritReport, "Head of Highways", "Place", "For decision", "", "An equality impact assessment is being written and will be attached."},
		{demoNamesReport, "Head of Highways", "Place", "For decision", "", "A screening found that this change has no effect on anyone."},
		{demoSchoolReport, "Head of Education", "Children", "For decision", "", "The assessment will be with the report that asks for the decision."},
		{demoQuarterReport, "Head of Finance", "Corporate Development", "For comment", "", ""},
	} {
		reference, err := d.s.AddReport(d.ctx, d.clerk, committee.ReportCommand{Text: committee.ReportText{Recommendations: r.recommendations, Equality: r.equality},
			Report: committee.Report{Title: r.title, LeadOfficer: r.officer, Directorate: r.directorate, Purpose: r.purpose, Access: committee.Open}})
		if err != nil {
			return fmt.Errorf("add %s: %w", r.title, err)
		}
		d.reports[r.title] = reference
	}
	return nil
}

// weekday is so many days from today, or the first day after that on which councils meet: from Tuesday to Friday, and not between
// Christmas and New Year.
func (d *demoClerks) weekday(days int) time.Time {
	t := eqia.DayOf(d.s.Now()).Time().AddDate(0, 0, days)
	for t.Weekday() < time.Tuesday || t.Weekday() > time.Friday || t.Month() == time.December && t.Day() > 22 || t.YearDay() < 3 {
		t = t.AddDate(0, 0, 1)
	}
	return t
}

// meeting adds a meeting so many days from now at ten in the morning, whose agenda is published on the last day that leaves five clear ones.
func (d *demoClerks) meeting(body string, days int, status committee.Status, agenda string) (committee.Meeting, error) {
	day := d.weekday(days)
	starts := time.Date(day.Year(), day.Month(), day.Day(), 10, 0, 0, 0, eqia.London())
	m := committee.Meeting{Committee: committee.Committee{ID: d.bodies[body]}, StartsAt: starts, Venue: "Council chamber, County Hall", Status: status}
	if status != committee.Provisional {
		latest, _ := workflow.LatestPublication(workflow.Date(day), 5, calendar.Working)
		m.AgendaOn = eqia.Day(latest.Format(time.DateOnly))
	}
	id, err := d.s.AddMeeting(d.ctx, d.clerk, m, "")
	if err != nil {
		return m, err
	}
	err = d.s.AddItems(d.ctx, d.clerk, committee.AgendaCommand{Meeting: id, Items: committee.ParseAgenda(agenda)})
	if err != nil {
		return m, err
	}
	return d.s.Meeting(d.ctx, d.clerk, id)
}

// put puts a report at the item of the same title.
func (d *demoClerks) put(m committee.Meeting, title string) (committee.AppearanceID, error) {
	n := slices.IndexFunc(m.Items, func(i committee.Item) bool { return i.Title == title })
	if n < 0 {
		return "", fmt.Errorf("%s is not on the agenda", title)
	}
	return d.s.Appear(d.ctx, d.clerk, committee.AppearCommand{Item: m.Items[n].ID, Reference: d.reports[title]})
}

// reference is that of the assessment with a title.
func (d *demoClerks) reference(title string) (string, error) {
	found, err := d.s.Candidates(d.ctx, d.clerk, title)
	if err != nil {
		return "", err
	}
	if len(found) != 1 {
		return "", fmt.Errorf("%d assessments are called %s", len(found), title)
	}
	return found[0].Reference, nil
}

// linked puts a report at its item, with the signed assessment of a title as an appendix.
func (d *demoClerks) linked(m committee.Meeting, report, assessment, appendix string) error {
	at, err := d.put(m, report)
	if err != nil {
		return err
	}
	reference, err := d.reference(assessment)
	if err != nil {
		return err
	}
	_, err = d.s.Link(d.ctx, d.clerk, at, committee.LinkCommand{Reference: reference, Relation: committee.Appended, Covers: committee.CoversAll,
		Appendix: appendix})
	return err
}
