package eqiatest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
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
		Minor: p.Minor, Form: p.Form, State: workflow.SignedOff, Title: p.Title, PublishedAt: p.PublishedAt}}
	return s.Write(ctx, &eqia.Change{Family: &family, Made: &made, Public: &p,
		Acts: []eqia.Act{{At: p.PublishedAt, Kind: workflow.Publish, Assessment: family.ID, Version: p.Version}}})
}

// Words that made-up titles are built of. One in a thousand titles has Rare, one in twenty has Middling, and every one has Every.
const (
	Every    = "council"
	Middling = "swimming"
	Rare     = "lighthouse"
)

var subjects = strings.Fields("library bus parking school housing leisure planning garden museum street market flood carers youth allotment harbour")

// Fill puts n made-up publications into the register, the same ones every time, the last ones newest. Many are written at once, so that
// they share their trips to the disk.
func Fill(ctx context.Context, s eqia.Store, n int) error {
	const writers = 64
	errs := make([]error, writers)
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for no := w; no < n && errs[w] == nil; no += writers {
				errs[w] = Publish(ctx, s, madeUp(no))
			}
		})
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return fmt.Errorf("fill the register: %w", err)
		}
	}
	return nil
}

func madeUp(no int) eqia.Publication {
	pick := rand.New(rand.NewPCG(149, uint64(no))) //nolint:gosec // the same titles every time are what is wanted
	title := fmt.Sprintf("The %s changes its %s and %s service %d", Every, subjects[pick.IntN(len(subjects))], subjects[pick.IntN(len(subjects))], no)
	if no%20 == 0 {
		title += " for " + Middling
	}
	if no%1000 == 0 {
		title += " at the " + Rare
	}
	p := Publication(no, title, "A made-up summary of who may gain and who may lose when the service changes.")
	p.Directorate = []string{"place", "people_adults", "people_children", "corporate"}[pick.IntN(4)]
	p.Effects = nil
	for _, group := range []string{"age", "disability", "race", "sex", "carers"} {
		p.Effects = append(p.Effects, eqia.Effected{Characteristic: group, Effect: eqia.AllEffects()[pick.IntN(4)]})
	}
	return p
}
