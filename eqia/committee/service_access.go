package committee

import (
	"context"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// deciders may decide who reads an assessment that a meeting takes in private.
var deciders = []workflow.Actor{workflow.Lead, workflow.MonitoringOfficer}

// ClosedPapers lists the restricted assessments that were put before closed meetings, those that wait for someone first. The equality lead and
// the monitoring officer may.
func (s *Service) ClosedPapers(ctx context.Context, by eqia.Person) ([]ClosedPaper, error) {
	if !by.Holds(deciders...) {
		return nil, eqia.ErrNotFound
	}
	list, err := s.Store.ClosedPapers(ctx, "")
	order := []AccessStage{AccessToDecide, AccessToReview, AccessLapsed, AccessSettled}
	today := eqia.DayOf(s.Now())
	slices.SortStableFunc(list, func(x, y ClosedPaper) int {
		return slices.Index(order, x.Stage(today)) - slices.Index(order, y.Stage(today))
	})
	return list, err
}

// ClosedPaper is one of them. ErrNotFound when the assessment is not restricted, or was never before a closed meeting.
func (s *Service) ClosedPaper(ctx context.Context, c eqia.Case) (ClosedPaper, error) {
	if !c.Person.Holds(deciders...) {
		return ClosedPaper{}, eqia.ErrNotFound
	}
	list, err := s.Store.ClosedPapers(ctx, c.AssessmentID)
	if err == nil && len(list) == 0 {
		err = eqia.ErrNotFound
	}
	if err != nil {
		return ClosedPaper{}, err
	}
	return list[0], nil
}

// Marking is what a restricted assessment says on every page: that it is not for publication, and by which paragraphs; "" for one that is open.
func (s *Service) Marking(ctx context.Context, c eqia.Case) (string, error) {
	if !c.Assessment.Restricted {
		return "", nil
	}
	list, err := s.Store.ClosedPapers(ctx, c.AssessmentID)
	if err != nil || len(list) == 0 || len(list[0].Paragraphs()) == 0 {
		return "Not for publication", err
	}
	numbers := list[0].Paragraphs()
	word := "paragraph "
	if len(numbers) > 1 {
		word = "paragraphs "
	}
	return "Not for publication: " + word + eqia.Listed(numbers) + " of Schedule 12A to the Local Government Act 1972", nil
}

// DecideAccess records whether an assessment before a closed meeting stays closed, with the paragraphs that were weighed, why, and when it is
// looked at again. Opening it lifts its restriction, so that it can be published. The equality lead and the monitoring officer may.
func (s *Service) DecideAccess(ctx context.Context, c eqia.Case, cmd AccessCommand) error {
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return err
	}
	p, err := s.ClosedPaper(ctx, c)
	if err != nil {
		return err
	}
	if err := cmd.validate(p, eqia.DayOf(s.Now())); err != nil {
		return err
	}
	act := s.about(s.act(c.Person, ActDecideAccess, "assessment/"+string(c.AssessmentID)), c.Version)
	act.Facts["outcome"], act.Facts["review_on"] = string(cmd.Outcome), string(cmd.ReviewOn)
	d := AccessDecision{ID: s.NewID(), Assessment: c.AssessmentID, Outcome: cmd.Outcome, Paragraphs: cmd.Paragraphs, Reason: cmd.Reason,
		ReviewOn: cmd.ReviewOn, Role: workflow.Lead, At: act.At, By: c.Person.ID}
	if !c.Person.Holds(workflow.Lead) {
		d.Role = workflow.MonitoringOfficer
	}
	act.Facts["as"] = string(d.Role)
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: c.Assessment.Reference, Access: &d, Acts: []eqia.Act{act}})
}

// Closed reports whether a closed meeting has an assessment before it and nobody has opened it; it fits eqia.Service.Closed.
func (s *Service) Closed(ctx context.Context, a eqia.AssessmentID) (bool, error) {
	list, err := s.Store.ClosedPapers(ctx, a)
	return len(list) == 1 && list[0].Held(), err
}

// MaySay reports whether people outside may be told that there is an assessment: of a restricted one, unless an item that it is linked to forbids it.
func (s *Service) MaySay(ctx context.Context, a eqia.AssessmentID) (bool, error) {
	list, err := s.Store.ClosedPapers(ctx, a)
	return err == nil && (len(list) == 0 || !list[0].Silent()), err
}

// shut makes a change also restrict the assessments that come before a closed item with it. One that somebody decided to open stays open until
// the day on which that is to be looked at again: of two meetings the stricter holds until then.
func (s *Service) shut(ctx context.Context, by eqia.Person, change *Change, linked []Pinned) error {
	for _, p := range linked {
		opened, err := s.opened(ctx, p.AssessmentID)
		if err != nil {
			return err
		}
		if opened || slices.Contains(change.Closes, p.AssessmentID) {
			continue
		}
		change.Closes = append(change.Closes, p.AssessmentID)
		if !p.Restricted {
			act := s.act(by, ActClose, "assessment/"+string(p.AssessmentID))
			act.Assessment, act.Version = p.AssessmentID, p.VersionID
			change.Acts = append(change.Acts, act)
		}
	}
	return nil
}

func (s *Service) opened(ctx context.Context, a eqia.AssessmentID) (bool, error) {
	d, err := s.Store.AccessDecision(ctx, a)
	return err == nil && d != nil && d.Outcome == OpenedUp && d.ReviewOn > eqia.DayOf(s.Now()), err
}
