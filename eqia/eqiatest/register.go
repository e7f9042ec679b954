package eqiatest

import (
	"context"
	"fmt"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Publication is a short assessment in force in the register since the minute of its number, for tests of the register itself.
func Publication(no int, title, summary string) eqia.Publication {
	content := eqia.NewContent(eqia.FormRef{Profile: Profile, Version: "2026-1"})
	content.Answers[form.QuestionTitle] = eqia.Answer{Text: title}
	content.Answers[form.QuestionSummary] = eqia.Answer{Text: summary}
	return eqia.Publication{Version: eqia.VersionID(NewID()), Reference: fmt.Sprintf("EQIA-2026-%04d", no), Major: 1, Title: title, Summary: summary,
		Directorate: "place", Service: "Highways", Profile: Profile, Form: "2026-1", StartedOn: "2026-01-05", SignedOn: "2026-02-27",
		SignerRole: workflow.Lead.Label(), Standing: eqia.InForce, Content: content,
		PublishedAt: time.Date(2026, time.March, 1, 9, no, 0, 0, time.UTC),
		Effects:     []eqia.Effected{{Characteristic: "age", Effect: eqia.Negative}}}
}

// Publish puts a publication straight into the register, with a signed version for it to belong to.
func Publish(ctx context.Context, s eqia.Store, p eqia.Publication) error {
	family := eqia.Assessment{ID: eqia.AssessmentID(NewID()), Reference: p.Reference, Profile: p.Profile, Current: p.Version, Signed: p.Version}
	made := eqia.Version{Assessment: family, Content: p.Content, Header: eqia.Header{ID: p.Version, AssessmentID: family.ID, Major: p.Major,
		Minor: p.Minor, Form: p.Form, State: workflow.SignedOff, Legacy: p.Legacy, Title: p.Title, PublishedAt: p.PublishedAt}}
	return s.Write(ctx, &eqia.Change{Family: &family, Made: &made, Public: &p,
		Acts: []eqia.Act{{At: p.PublishedAt, Kind: workflow.Publish, Assessment: family.ID, Version: p.Version}}})
}
