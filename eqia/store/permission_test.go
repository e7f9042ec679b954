package store_test

import (
	"errors"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

const whyAllowed = "They changed one comma on legal advice."

// allowed is the reference of a version in review that the deputy lead helped to write and is allowed to sign.
func (w world) allowed() string {
	w.t.Helper()
	reference := w.started()
	w.invite(eqiatest.DeputyLead(), reference, workflow.Editor)
	w.ok(w.SaveAnswers(w.t.Context(), w.as(eqiatest.DeputyLead(), reference), map[string]eqia.Answer{"aims": {Text: "Ours"}}, nil))
	w.sent(reference)
	w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.Take})
	w.move(eqiatest.MonitoringOfficer(), reference,
		eqia.MoveCommand{Event: workflow.AllowSigner, Person: eqiatest.DeputyLead().ID, Reason: whyAllowed})
	return reference
}

// sent sends a version for review, or back to it.
func (w world) sent(reference string) {
	w.t.Helper()
	c := w.as(eqiatest.Author(), reference)
	w.ok(w.Send(w.t.Context(), c, eqia.SendCommand{Revision: c.Revision}))
}

// sign signs what is in review as it is now.
func (w world) sign(by eqia.Person, reference string) error {
	w.t.Helper()
	c := w.as(by, reference)
	_, digest, err := eqia.Seal(c.Content, eqia.Words(c.ToSign()))
	w.ok(err)
	return w.SignOff(w.t.Context(), c, eqia.SignCommand{Revision: c.Revision, Digest: digest})
}

// isContributor fails the test unless a signature was refused because of what the person wrote.
func isContributor(t *testing.T, err error) {
	t.Helper()
	var r *workflow.Refusal
	if !errors.As(err, &r) || r.Condition != workflow.NotContributor {
		t.Errorf("signing gave %v, want a refusal of a contributor", err)
	}
}

func TestPermissionToSignIsForThisReviewAlone(t *testing.T) {
	cases := []struct {
		name string
		out  func(w world, reference string)
	}{
		{"returned and sent back", func(w world, reference string) {
			w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.RequestChanges, Reason: "Say more."})
			w.sent(reference)
		}},
		{"put back in the queue and taken again", func(w world, reference string) {
			w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.Release})
			w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.Take})
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *store.Store) {
				w := worldOn(t, s)
				reference := w.allowed()
				c.out(w, reference)
				isContributor(t, w.sign(eqiatest.DeputyLead(), reference))
				if now := w.as(eqiatest.Lead(), reference); now.Allowed != "" || now.AllowedReason != "" {
					t.Errorf("it still allows %q because %q", now.Allowed, now.AllowedReason)
				}
			})
		})
	}
}

func TestPermissionToSignStaysInTheRecordOnlyOfWhomeverUsedIt(t *testing.T) {
	for name, signer := range map[string]eqia.Person{"the one allowed": eqiatest.DeputyLead(), "another lead": eqiatest.Lead()} {
		t.Run(name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *store.Store) {
				w := worldOn(t, s)
				reference := w.allowed()
				w.ok(w.sign(signer, reference))
				used := signer.ID == eqiatest.DeputyLead().ID
				if c := w.as(eqiatest.Lead(), reference); (c.Allowed == signer.ID) != used || (c.AllowedReason == whyAllowed) != used {
					t.Errorf("it allowed %q because %q", c.Allowed, c.AllowedReason)
				}
			})
		})
	}
}

func TestWhyAContributorMaySignIsForTheTeamAndTheMonitoringOfficer(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.allowed()
		for _, p := range []eqia.Person{eqiatest.Reviewer(), eqiatest.Lead(), eqiatest.MonitoringOfficer()} {
			if got := w.as(p, reference).AllowedReason; got != whyAllowed {
				t.Errorf("%s reads %q", p.Name, got)
			}
		}
		c := w.as(eqiatest.Author(), reference).WithComments()
		if c.AllowedReason != "" || len(c.Comments) > 0 {
			t.Errorf("the author reads %q and %d comments", c.AllowedReason, len(c.Comments))
		}
		history, err := s.History(t.Context(), c.AssessmentID)
		w.ok(err)
		for _, h := range history {
			for _, fact := range h.Facts {
				if strings.Contains(fact, "comma") {
					t.Errorf("%s holds the words %q", h.Kind, fact)
				}
			}
		}
	})
}

func TestALeadNamedByNameCountsAsAContributor(t *testing.T) {
	name := eqiatest.Lead().Name
	for _, c := range []struct {
		name, named string
		refused     bool
	}{
		{"the same name", name, true},
		{"other capitals and spaces", " " + strings.ToUpper(strings.ReplaceAll(name, " ", "  ")) + " ", true},
		{"a longer name", name + " North", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s *store.Store) {
				w := worldOn(t, s)
				reference := w.started()
				w.ok(w.Invite(t.Context(), w.as(eqiatest.Author(), reference), eqia.Invitation{Name: c.named, Relation: eqia.Involved}))
				w.sent(reference)
				w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.Take})
				err := w.sign(eqiatest.Lead(), reference)
				if !c.refused {
					w.ok(err)
					return
				}
				isContributor(t, err)
				w.move(eqiatest.MonitoringOfficer(), reference,
					eqia.MoveCommand{Event: workflow.AllowSigner, Person: eqiatest.Lead().ID, Reason: "They only read it."})
				w.ok(w.sign(eqiatest.Lead(), reference))
				if !eqia.SignerContributed(w.as(eqiatest.Lead(), reference).Version) {
					t.Error("nothing says that the signer helped to write it")
				}
			})
		})
	}
}
