package committee

import (
	"context"
	"io"
	"strconv"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// The acts on plans.
const (
	ActImportPlan workflow.Event = "committee.import_plan"
	ActPlanItem   workflow.Event = "committee.plan_item"
	ActTakeOver   workflow.Event = "committee.take_over"
	ActMatch      workflow.Event = "committee.match"
	ActPlanLink   workflow.Event = "committee.plan_link"
	ActPlanUnlink workflow.Event = "committee.plan_unlink"
)

// UnreadablePlan is a file that is no forward plan, with what is wrong with it.
type UnreadablePlan struct{ Says string }

func (e *UnreadablePlan) Error() string { return e.Says }

// PlanCommand is a forward plan to be brought in. Edition is the day it came out, by which dates are judged to be past; empty when it is
// not known, or when the file says. A dry run says what would happen and keeps nothing.
type PlanCommand struct {
	File    io.Reader
	Edition eqia.Day
	DryRun  bool
	Settles ImportID // the file that waited for this; empty for none
	Once    string   // the form's key; empty for none
}

// ImportPlan brings in a forward plan and says what was new, changed and the same. Clerks may. Nothing is deleted; an item that is no longer
// in the plan is flagged.
func (s *Service) ImportPlan(ctx context.Context, by eqia.Person, cmd PlanCommand) (PlanImport, error) {
	if err := may(by, ActImportPlan, workflow.Clerk); err != nil {
		return PlanImport{}, err
	}
	return s.BringInPlan(ctx, by, cmd)
}

// BringInPlan is ImportPlan for the command line, where whoever can reach the database may.
func (s *Service) BringInPlan(ctx context.Context, by eqia.Person, cmd PlanCommand) (PlanImport, error) {
	read, bad, err := ReadPlan(cmd.File)
	if err != nil {
		return PlanImport{}, &UnreadablePlan{Says: err.Error()}
	}
	kept, err := s.Store.PlanItems(ctx)
	if err != nil {
		return PlanImport{}, err
	}
	heard, err := s.Store.Imported(ctx, ImportedPlanItem, "")
	if err != nil {
		return PlanImport{}, err
	}
	done := PlanImport{Brought: Brought{Rows: len(read) + len(bad), Flags: []Flagged{}, Errors: bad}}
	done.compare(read, keptPlan(kept, heard), cmd.Edition, s.Now().UTC().Truncate(time.Microsecond))
	if cmd.DryRun || len(done.Changes) == 0 && cmd.Settles == "" {
		return done, nil
	}
	return done, s.Store.Write(ctx, s.planChange(by, done, cmd))
}

func (s *Service) planChange(by eqia.Person, done PlanImport, cmd PlanCommand) *Change {
	act := s.act(by, ActImportPlan, "forward-plan")
	act.Facts["new"], act.Facts["changed"] = strconv.Itoa(done.New), strconv.Itoa(done.Changed)
	change := &Change{Once: cmd.Once, Result: string(cmd.Settles), Settled: settledBy(act, cmd.Settles, Applied)}
	for _, c := range done.Changes {
		if c.New {
			c.Item.ID = PlanItemID(s.NewID())
			c.heard.Target = string(c.Item.ID)
		}
		change.Planned, change.Imported = append(change.Planned, c.Item), append(change.Imported, c.heard)
	}
	change.Acts = []eqia.Act{act}
	return change
}

// PlanList asks for a list of what plans announce.
type PlanList struct {
	Kind    PlanKind  // empty: all
	Plan    string    // empty: all
	State   PlanState // empty: all
	Earlier bool      // those whose date is over; otherwise those to come, and those without a date
	Skip    int       // how many to leave out
	Size    int
}

// PlanPage is part of a list.
type PlanPage struct {
	Items []Planned
	Count int      // of all that match
	Plans []string // whose plans there are
}

// Plan lists what plans announce with how far the assessments have come, soonest first; earlier ones newest first.
func (s *Service) Plan(ctx context.Context, by eqia.Person, list PlanList) (PlanPage, error) {
	if err := may(by, actRead, readers...); err != nil {
		return PlanPage{}, err
	}
	filter := PlanFilter{Kind: list.Kind, Plan: list.Plan, Today: eqia.DayOf(s.Now()), Earlier: list.Earlier}
	all, err := s.weighed(ctx, filter)
	if err != nil {
		return PlanPage{}, err
	}
	out := PlanPage{}
	for _, p := range all {
		if list.State != "" && p.State() != list.State {
			continue
		}
		if out.Count >= list.Skip && len(out.Items) < list.Size {
			out.Items = append(out.Items, p)
		}
		out.Count++
	}
	out.Plans, err = s.Store.PlanBodies(ctx)
	return out, err
}

// weighed is items with the rule book by which they are judged.
func (s *Service) weighed(ctx context.Context, filter PlanFilter) ([]Planned, error) {
	found, err := s.Store.Planned(ctx, filter)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	book, err := s.Store.Book(ctx)
	for i := range found {
		found[i].Book = book
	}
	return found, err
}

// PlanItem is one item of a plan with what belongs to it.
func (s *Service) PlanItem(ctx context.Context, by eqia.Person, id PlanItemID) (Planned, error) {
	if err := may(by, actRead, readers...); err != nil {
		return Planned{}, err
	}
	return s.planned(ctx, id)
}

func (s *Service) planned(ctx context.Context, id PlanItemID) (Planned, error) {
	found, err := s.weighed(ctx, PlanFilter{ID: id})
	if err == nil && len(found) == 0 {
		err = eqia.ErrNotFound
	}
	if err != nil {
		return Planned{}, err
	}
	return found[0], nil
}

// PlanFindings is what the rules say of an item.
func (s *Service) PlanFindings(p Planned) []eqia.Finding {
	return JudgePlan(p, s.sight())
}

// NeededFor works out by when an item needs an assessment.
func (s *Service) NeededFor(p PlanItem) Needed { return p.Needed(s.Calendar.Deadlines()) }

// PlanExport is every item of every plan, to be written out.
func (s *Service) PlanExport(ctx context.Context, by eqia.Person) ([]Planned, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	return s.Store.Planned(ctx, PlanFilter{All: true})
}
