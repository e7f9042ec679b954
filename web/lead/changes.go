package lead

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// changed is the page of what changed between two states of an assessment.
type changed struct {
	eqia.Case
	between string // which two are compared, in words; "" when there is nothing to compare with
	parts   []document.Change
	beyond  []string // what goes beyond a correction, when this version is one and still open
}

// Changes shows what changed: since it was last sent, between the last two times it was sent, or since the version before.
func (Pages) Changes(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	v := changed{Case: c}
	before, after, err := v.pair(r)
	if err != nil {
		return err
	}
	if v.between != "" {
		v.parts = document.Changes(before, after, v.Form, string(eqia.DayOf(v.StartedAt)))
	}
	if c.IsMinor() && c.State.Open() {
		if old, err := r.Kit.Eqia.Corrected(r.Ctx(), c); err == nil {
			v.beyond = v.beyondCorrection(old.Content)
		}
	}
	f := frame(r, c, "What changed", toReview(c))
	return r.Show(f, changesPage(v))
}

// pair finds the two contents to compare and says which they are. What was sent for review before signing is for those who worked on it
// and the team; anyone else sees signed versions compared.
func (v *changed) pair(r *page.Request) (before, after eqia.Content, err error) {
	store := r.Kit.Eqia.Store
	sent := v.Submissions
	switch {
	case v.State.Frozen() || !insider(v.Case) || sent == 0 || sent == 1 && v.State != workflow.ChangesRequested:
		return v.sinceLastVersion(r)
	case v.State == workflow.ChangesRequested:
		v.between = "Between what was last sent for review and what it says now."
		before, err = store.Submitted(r.Ctx(), v.ID, sent)
		return before, v.Content, err
	}
	v.between = "Between the last two times it was sent for review."
	if before, err = store.Submitted(r.Ctx(), v.ID, sent-1); err == nil {
		after, err = store.Submitted(r.Ctx(), v.ID, sent)
	}
	return before, after, err
}

// sinceLastVersion compares with the version before, when there is one that this person may see.
func (v *changed) sinceLastVersion(r *page.Request) (before, after eqia.Content, err error) {
	list, err := r.Kit.Eqia.Versions(r.Ctx(), v.Case)
	if err != nil {
		return before, after, err
	}
	i := slices.IndexFunc(list, func(h eqia.Header) bool { return h.ID == v.ID })
	if i < 0 || i+1 >= len(list) {
		return before, after, nil
	}
	old, err := r.Kit.Eqia.OpenVersion(r.Ctx(), r.Person, v.Assessment.Reference, list[i+1].Number())
	if err != nil {
		return before, after, err
	}
	v.between = "Between version " + old.Number() + " and version " + v.Number() + "."
	return old.Content, v.Content, nil
}
