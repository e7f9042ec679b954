package page

import (
	"dorset-eqia/web/components"
	"dorset-eqia/workflow"
)

// StateTag is a version's state as a tag. The words carry the meaning; the colour repeats it.
func StateTag(s workflow.State) components.Tag {
	return components.Tag{Text: s.Label(), Colour: map[workflow.State]components.Colour{
		workflow.Draft: components.Grey, workflow.Submitted: components.Yellow, workflow.InReview: components.Blue,
		workflow.ChangesRequested: components.Orange, workflow.SignedOff: components.Green, workflow.Superseded: components.Grey,
		workflow.Withdrawn: components.Red}[s]}
}
