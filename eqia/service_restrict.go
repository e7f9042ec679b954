package eqia

import (
	"context"

	"dorset-eqia/workflow"
)

// LiftRestriction opens a restricted assessment to everyone who may read others, for a reason that the equality team keeps.
func (s *Service) LiftRestriction(ctx context.Context, c Case, reason string) error {
	reason = Lines(reason)
	if _, err := s.find(c, workflow.LiftRestriction, workflow.Facts{workflow.ReasonGiven: reason != ""}); err != nil {
		return err
	}
	if err := ValidText("reason", reason); err != nil {
		return err
	}
	if s.Closed != nil {
		closed, err := s.Closed(ctx, c.AssessmentID)
		if err != nil {
			return err
		}
		if closed {
			return &Invalid{Field: "reason", Says: "A meeting takes this assessment in private. Decide who may read it on its page, and name the paragraphs"}
		}
	}
	family := c.Assessment
	family.Restricted, family.RestrictedBy, family.LiftedReason = false, "", reason
	return s.Store.Write(ctx, &Change{Family: &family, Acts: []Act{s.act(c, workflow.LiftRestriction, nil)}})
}
