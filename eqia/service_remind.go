package eqia

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"dorset-eqia/workflow"
)

// remindedAtOnce is how many reviews are read at a time when people are reminded.
const remindedAtOnce = 100

// RemindOfReviews queues a notice to the author and the lead of each signed version whose review has come to a stage of which they were not
// told yet, and says for how many it did. Each stage is told once, however often this is done and by how many copies of the service.
func (s *Service) RemindOfReviews(ctx context.Context) (int, error) {
	today, told := DayOf(s.Now()), 0
	filter := DueFilter{By: DayOf(today.Time().AddDate(0, 0, reviewsAhead))}
	for after := ""; ; {
		lines, err := s.Store.DueForReview(ctx, filter, Page{After: after, Size: remindedAtOnce})
		if err != nil {
			return told, err
		}
		for _, l := range lines {
			did, err := s.remind(ctx, l, DueStageOf(l.ReviewDue, today))
			if err != nil {
				return told, fmt.Errorf("remind of the review of %s: %w", l.Reference, err)
			}
			if did {
				told++
			}
			after = l.Cursor
		}
		if len(lines) < remindedAtOnce {
			return told, nil
		}
	}
}

// remind queues the notices of one stage of one review, unless that was done before. The version and the stage are the key of the change,
// so that a second one is refused by the database itself.
func (s *Service) remind(ctx context.Context, l DueLine, stage DueStage) (bool, error) {
	once := "remind/" + string(l.ID) + "/" + strconv.Itoa(int(stage))
	_, used, err := s.Store.Repeated(ctx, once)
	if err != nil || used || !stage.Reminds() {
		return false, err
	}
	m, err := workflow.Find(l.State, workflow.RemindReview, workflow.Standing{workflow.Service}, nil)
	if err != nil {
		return false, err
	}
	c := Case{Version: Version{Header: l.Header, Assessment: Assessment{ID: l.AssessmentID, Reference: l.Reference},
		Parties: []Party{{VersionID: l.ID, Person: l.Author, Relation: workflow.Author, Active: true}}}}
	err = s.Store.Write(ctx, &Change{Once: once, Result: l.Reference, Notices: c.tell(m),
		Acts: []Act{s.act(c, m.Event, map[string]string{"due": string(l.ReviewDue), "stage": strconv.Itoa(int(stage))})}})
	var repeat *Repeat
	if errors.As(err, &repeat) {
		return false, nil
	}
	return err == nil, err
}
