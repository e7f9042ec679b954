package committee

import (
	"context"
	"io"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// ActImportPlan is the import of a forward plan.
const ActImportPlan workflow.Event = "committee.import_plan"

// UnreadablePlan is a file that is no forward plan, with what is wrong with it.
type UnreadablePlan struct{ Says string }

func (e *UnreadablePlan) Error() string { return e.Says }

// PlanCommand is a forward plan to be brought in. Edition is the day it came out, by which dates are judged to be past; empty when it is
// not known. A dry run says what would happen and keeps nothing.
type PlanCommand struct {
	File    io.Reader
	Edition eqia.Day
	DryRun  bool
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
	done := PlanImport{Rows: len(read) + len(bad), Flags: []Flagged{}, Errors: bad}
	save := done.compare(read, kept, cmd.Edition)
	if cmd.DryRun || len(save) == 0 {
		return done, nil
	}
	for i := range save {
		save[i].Edition = cmd.Edition
		if save[i].ID == "" {
			save[i].ID = PlanItemID(s.NewID())
		}
	}
	act := s.act(by, ActImportPlan, "forward-plan")
	act.Facts["new"], act.Facts["changed"] = strconv.Itoa(done.New), strconv.Itoa(done.Changed)
	return done, s.Store.Write(ctx, &Change{Planned: save, Acts: []eqia.Act{act}})
}
