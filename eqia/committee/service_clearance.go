package committee

import (
	"context"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// ActClear is recording what an officer said of a report.
const ActClear workflow.Event = "committee.clear"

// ClearCommand is what an officer said of the version of a report at an appearance, or that the officer was asked.
type ClearCommand struct {
	Once    string
	Role    ClearanceRole
	State   ClearanceState
	Comment string
}

// ClearanceStates lists the states in the order they are offered.
func ClearanceStates() []ClearanceState {
	return []ClearanceState{ClearanceAsked, Cleared, ClearanceRefused}
}

// clears is who may record a clearance besides clerks.
var clears = map[ClearanceRole]workflow.Actor{"legal_mo": workflow.MonitoringOfficer, "equality": workflow.Lead}

// Clear records a clearance of the version of a report at an appearance; what was recorded before is kept. Clerks may, and the monitoring
// officer and the equality lead for themselves.
func (s *Service) Clear(ctx context.Context, by eqia.Person, at AppearanceID, cmd ClearCommand) error {
	if own, ok := clears[cmd.Role]; !by.Holds(workflow.Clerk) && (!ok || !by.Holds(own)) {
		return &workflow.Refusal{Event: ActClear, Why: workflow.NotYours}
	}
	cmd.Comment = eqia.Lines(cmd.Comment)
	switch {
	case !slices.Contains(ClearanceRoles(), cmd.Role):
		return &eqia.Invalid{Field: "role", Says: "Select whose clearance it is"}
	case !slices.Contains(ClearanceStates(), cmd.State):
		return &eqia.Invalid{Field: "state", Says: "Select what was said"}
	case cmd.State == ClearanceRefused && cmd.Comment == "":
		return &eqia.Invalid{Field: "comment", Says: "Enter why it was not cleared"}
	}
	if err := eqia.ValidText("comment", cmd.Comment); err != nil {
		return err
	}
	item, err := s.Store.Item(ctx, ItemKey{Appearance: at})
	if err != nil {
		return err
	}
	act := s.act(by, ActClear, "appearance/"+string(at))
	act.Facts["role"], act.Facts["state"] = string(cmd.Role), string(cmd.State)
	c := Clearance{ID: s.NewID(), Version: item.Appearance.Version.ID, Role: cmd.Role, State: cmd.State, Comment: cmd.Comment, At: act.At, By: by.ID}
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: c.ID, Clearance: &c, Acts: []eqia.Act{act}})
}
