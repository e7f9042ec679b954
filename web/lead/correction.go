package lead

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// correction is a small correction as its reviewer reads it: what it changes, and nothing else.
type correction struct {
	review
	changed changed
}

// Correction shows the equality team what a correction changes, while it waits for them.
func (Pages) Correction(r *page.Request) error {
	c, err := opened(r)
	if err != nil {
		return err
	}
	if !team(c) || !c.IsMinor() {
		return eqia.ErrNotFound
	}
	if !reviewing(c) {
		return r.Go(to(c).Do("read"), "")
	}
	v := correction{review: review{Case: c, newKey: r.Key}, changed: changed{Case: c}}
	if err := v.changed.sinceCorrected(r); err != nil {
		return err
	}
	f := frame(r, c, "Review a correction", &components.BackLink{Href: "/review", Text: "Back to the review queue"})
	return r.Show(f, correctionPage(v))
}

// sinceCorrected compares a correction with the version it corrects, and says what goes beyond a correction.
func (v *changed) sinceCorrected(r *page.Request) error {
	old, err := r.Kit.Eqia.Corrected(r.Ctx(), v.Case)
	if err != nil {
		return err
	}
	v.between = "Between version " + old.Number() + " and version " + v.Number() + "."
	v.parts = document.Changes(old.Content, v.Content, v.Form, string(eqia.DayOf(v.StartedAt)))
	v.beyond = v.beyondCorrection(old.Content)
	return nil
}

// beyondCorrection says which changes are more than a correction, a sentence each.
func (v changed) beyondCorrection(before eqia.Content) []string {
	says := map[eqia.Reach]string{eqia.ReachesEffects: "the effects on this group are not the same",
		eqia.ReachesGroups: "other people are looked at than before", eqia.ReachesScope: "what is being decided is not the same"}
	var out []string
	for _, reached := range eqia.BeyondCorrection(before, v.Content) {
		out = append(out, document.PartName(v.Case, reached.Part)+": "+says[reached.Why])
	}
	return out
}

// signs reports whether the person can sign it now, and returns whether they can send it back.
func (v correction) signs() bool {
	return may(v.Case, workflow.SignOff, workflow.ReadyToSign, workflow.NotContributor) == nil
}

func (v correction) returns() bool {
	return may(v.Case, workflow.RequestChanges, workflow.SomethingToChange) == nil
}
