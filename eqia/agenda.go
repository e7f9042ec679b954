package eqia

import (
	"strconv"

	"dorset-eqia/workflow"
)

// PublishedWith is the change that puts a signed version in the public register because papers that carry it are public: when, by whom and
// what else is to be known are the act's. The workflow refuses a restricted version, one that is public already and one that is not in force.
func PublishedWith(v Version, papers Act) (*Change, error) {
	c := Case{Version: v}
	m, err := workflow.Find(v.State, workflow.Publish, workflow.Standing{workflow.Service},
		workflow.Facts{workflow.NotYetPublished: !v.Published(), workflow.Unrestricted: !v.Assessment.Restricted})
	if err != nil {
		return nil, err
	}
	now, p := v.Header, c.Publication()
	now.PublishedAt, p.PublishedAt = papers.At, papers.At
	act := Act{At: papers.At, By: papers.By, Kind: m.Event, Assessment: v.AssessmentID, Version: v.ID,
		Facts: map[string]string{"revision": strconv.Itoa(v.Revision), "with": papers.Subject}}
	return &Change{Public: &p, Steps: []Step{{Was: v.State, At: v.Revision, Now: now}}, Acts: []Act{act}, Notices: c.tell(m)}, nil
}
