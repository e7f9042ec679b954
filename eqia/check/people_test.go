package check

import (
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

func TestSomeoneIsNamedToDecide(t *testing.T) {
	at := []string{"answer/decision_maker"}
	judged(t, "D1", full, []example{
		{"nobody", answering("decision_maker", ""), at},
		{"not known yet", answering("decision_maker", "Not known yet"), at},
		{"to be confirmed", answering("decision_maker", "TBC"), at},
		{"a committee", answering("decision_maker", "Cabinet"), nil},
		{"a role", answering("decision_maker", "The executive director for place"), nil},
		{"a committee whose date is not known", func(c *eqia.Case) { c.Content.Answers["decision_date"] = eqia.Answer{NotKnown: true} }, nil},
		{"a body, with its name to be confirmed", answering("decision_maker", "The new transport board (name to be confirmed)"), nil},
	})
}

func TestAContributorDoesNotSign(t *testing.T) {
	judged(t, "D2", full, []example{
		{"someone who helped to write it", func(c *eqia.Case) { c.Facts[workflow.NotContributor] = false }, []string{""}},
		{"nothing known about the person", func(c *eqia.Case) { c.Facts = nil }, []string{""}},
		{"someone who did not", func(*eqia.Case) {}, nil},
		{"a contributor may still send it", func(c *eqia.Case) {
			c.Facts[workflow.NotContributor] = false
			if got := places(*c, eqia.AtSubmit, "D2"); len(got) > 0 {
				t.Errorf("sending is refused at %q", got)
			}
			c.Facts[workflow.NotContributor] = true
		}, nil},
	})
}

func TestASignedRecordSaysWhenItWasSigned(t *testing.T) {
	state := func(s workflow.State, at time.Time) func(*eqia.Case) {
		return func(c *eqia.Case) { c.State, c.SignedAt = s, at }
	}
	july := time.Date(2024, 7, 12, 0, 0, 0, 0, time.UTC)
	judged(t, "D4", full, []example{
		{"brought in signed, without a date", state(workflow.SignedOff, time.Time{}), []string{""}},
		{"brought in replaced, without a date", state(workflow.Superseded, time.Time{}), []string{""}},
		{"brought in signed, with a date", state(workflow.SignedOff, july), nil},
		{"about to be signed here", state(workflow.InReview, time.Time{}), nil},
		{"withdrawn before signing", state(workflow.Withdrawn, time.Time{}), nil},
	})
}

func TestMoreThanOnePersonWorkedOnIt(t *testing.T) {
	by := func(names ...string) func(*eqia.Case) {
		return func(c *eqia.Case) {
			for _, name := range names {
				c.Parties = append(c.Parties, eqia.Party{Name: name, Contributed: true})
			}
		}
	}
	judged(t, "D3", full, []example{
		{"one", by("Library manager"), []string{""}},
		{"one, named twice", by("Library manager", "Library manager"), []string{""}},
		{"two", by("Library manager", "Branch librarian"), nil},
		{"nobody is named", by(), nil},
	})
}

func TestTheDutyIsGivenInItsOwnWords(t *testing.T) {
	judged(t, "D5", full, []example{
		{"in the summary", answering("summary", "Older people lose evening hours. The public sector equality duty requires us to treat everyone fairly."), []string{"answer/summary"}},
		{"on a card", saying("age", "About forty older people come. Under section 149 we must make sure that they are treated with respect."), []string{"card/age"}},
		{"in the words of the Act", answering("aims", "Section 149(1) asks for due regard to the need to foster good relations."), nil},
		{"named and no more", answering("aims", "To meet the public sector equality duty and save money."), nil},
		{"another duty of the Act", answering("aims", "The Equality Act 2010 requires us to make reasonable adjustments."), nil},
	})
}
