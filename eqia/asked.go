package eqia

import (
	"context"

	"dorset-eqia/workflow"
)

// Asked is one group of people who were told, asked or involved for some assessment.
type Asked struct {
	Engagement
	Reference string
	Version   string // its number
	Title     string
	Inside    bool // the person may open the assessment itself; else they read what is published
	Cursor    string
}

// AskedFilter narrows a search of who was asked before to what a person may know of. Restricted assessments are never among them.
type AskedFilter struct {
	Text   string
	Person PersonID
	Team   bool // sees every assessment
	Signed bool // sees what is signed off, published or not
}

// AskedBefore lists people who were asked for assessments that this person may see, and for published ones, those of the newest first.
func (s *Service) AskedBefore(ctx context.Context, by Person, text string, page Page) ([]Asked, error) {
	return s.Store.Asked(ctx, AskedFilter{Text: text, Person: by.ID, Signed: by.Holds(workflow.Clerk),
		Team: by.Holds(workflow.Reviewer, workflow.Lead, workflow.MonitoringOfficer)}, page)
}
