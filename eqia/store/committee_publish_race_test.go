package store_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
)

// second is the hall as another copy of the service meets it.
func (h *hall) second(s *store.Store) *hall {
	other := *h
	service := *h.Service
	service.Store, service.Assessments = s.Committees(), s
	other.Service = &service
	return &other
}

// relinks puts another link in the place of whatever the third item has now; someone else may be faster.
func (h *hall) relinks(cmd committee.LinkCommand) error {
	m, err := h.Meeting(h.t.Context(), eqiatest.Clerk(), h.meeting)
	if err != nil {
		return err
	}
	live := m.Items[2].Appearance.Live()
	if len(live) == 0 {
		return nil
	}
	_, err = h.ReplaceLink(h.t.Context(), eqiatest.Clerk(), live[0].ID, cmd)
	if errors.Is(err, eqia.ErrMoved) {
		return nil
	}
	return err
}

func TestTwentyPublicationsAndChangesAtOnceFreezeNoLinkThatWasNotThere(t *testing.T) {
	const each, rounds = 10, 2
	for _, d := range databases {
		t.Run(d.name, func(t *testing.T) {
			source := d.source(t)
			s := opened(t, source)
			h := hallOn(t, s)
			reference := h.linked()
			h.publishes(first)
			copies := []*hall{h, h}
			if s.IsPostgres() {
				copies[1] = h.second(opened(t, source))
			}
			var all sync.WaitGroup
			for n := range each {
				all.Go(func() {
					for round := range rounds {
						_, err := copies[n%2].PublishAgenda(t.Context(), eqiatest.Clerk(), h.meeting, committee.PublishCommand{
							Once: fmt.Sprintf("press %d %d", n, round), Kind: committee.Revised, Reason: "A paper changed."})
						if err != nil {
							t.Error(err)
						}
					}
				})
				all.Go(func() {
					for round := range rounds {
						cmd := whole(reference)
						cmd.Appendix = fmt.Sprintf("Appendix %d.%d", n, round)
						if err := copies[n%2].relinks(cmd); err != nil {
							t.Error(err)
						}
					}
				})
			}
			all.Wait()
			sound(t, s)
			if n := h.editionsAgreeWithTheAudit(); n != each*rounds+1 {
				t.Errorf("%d editions are kept, want %d", n, each*rounds+1)
			}
		})
	}
}

// editionsAgreeWithTheAudit follows the audit, link by link, and holds every edition's manifest against the links that were live where the
// edition stands in it. It gives how many editions there are.
func (h *hall) editionsAgreeWithTheAudit() int {
	h.t.Helper()
	var live []string
	editions := 0
	for entry, err := range h.store.Chain(h.t.Context()) {
		h.ok(err)
		var facts map[string]string
		h.ok(json.Unmarshal([]byte(entry.Detail), &facts))
		switch entry.Kind {
		case string(committee.ActLink):
			live = append(live, facts["link"])
		case string(committee.ActReplaceLink):
			live = append(slices.DeleteFunc(live, func(l string) bool { return l == facts["replaces"] }), facts["link"])
		case string(committee.ActPublish):
			editions++
			e, err := h.Edition(h.t.Context(), eqiatest.Clerk(), h.meeting, committee.EditionID(facts["edition"]))
			h.ok(err)
			if e.Seq != editions || e.Digest != facts["digest"] {
				h.t.Errorf("edition %d is number %d in the audit, its digest %s there", e.Seq, editions, facts["digest"])
			}
			var kept []string
			for _, l := range frozen(h.t, e).Items[2].Links {
				kept = append(kept, string(l.ID))
			}
			if strings.Join(kept, " ") != strings.Join(live, " ") {
				h.t.Errorf("edition %d froze %v where %v were linked", e.Seq, kept, live)
			}
		}
	}
	return editions
}
