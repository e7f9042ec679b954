package check

import (
	"testing"

	"dorset-eqia/eqia"
)

func TestADecisionNotToAssessNeedsAReason(t *testing.T) {
	at := []string{"answer/screening_reason"}
	reason := func(words string) example { return example{change: answering("screening_reason", words)} }
	table := []struct {
		name string
		example
		where []string
	}{
		{"nothing said", reason(""), at},
		{"a filler", reason("N/A"), at},
		{"too short to say anything", reason("There is no impact on anyone at all."), at},
		{"long, with nothing looked at", reason("The council is sure that nobody will notice any difference from this small change because it is only a change of words on one page."), at},
		{"evidence named only to say there is none", reason("There is no evidence that anybody would notice any difference from this small change because it is only a change of words on a page."), at},
		{"nobody asked, and said so", reason("We have not asked anyone about this small change because it is only a change of words on one page of a leaflet."), at},
		{"figures looked at", reason("Only the words on one page change. The figures for the last year show that four people used it, and none rang us about it."), nil},
		{"people asked", reason("Only the words on one page change, so we asked the two teams that use it, and nobody thought that it would matter."), nil},
		{"no evidence of one thing, but another looked at", reason("There is no evidence of a difference. We compared a year of complaints from before and after the last change of name and found none."), nil},
	}
	var examples []example
	for _, row := range table {
		examples = append(examples, example{row.name, row.change, row.where})
	}
	judged(t, "T10", screened, examples)
}

func TestAScreeningReasonMayRestOnEvidenceAlreadyListed(t *testing.T) {
	c := screened(t)
	c.Content.Answers["screening_reason"] = text("The council is sure that nobody will notice any difference from this small change because it is only a change of words on one page.")
	c.Content.Evidence = full(t).Content.Evidence
	if got := places(c, "submit", "T10"); len(got) > 0 {
		t.Errorf("T10 is found at %q", got)
	}
}

func TestAFullAssessmentNeedsNoScreeningReason(t *testing.T) {
	if got := places(full(t), "submit", "T10"); len(got) > 0 {
		t.Errorf("T10 is found at %q", got)
	}
}

func TestAChangeThatTakesSomethingAwayIsAssessed(t *testing.T) {
	at := []string{"answer/assessment_needed"}
	judged(t, "T9", screened, []example{
		{"a budget saving", choosing("kind", "budget_saving"), at},
		{"a restructure", choosing("kind", "restructure"), at},
		{"a ticked fact", func(c *eqia.Case) {
			c.Content.Answers["triggers"] = eqia.Answer{Choices: []string{"saving", "charging"}}
		}, at},
		{"the title says it", answering("title", "Closure of the ferry office"), at},
		{"said in several places is asked once", inTurn(answering("title", "Closure of the ferry office"), answering("change", "Hours are reduced.")), at},
		{"nothing ticked and nothing taken away", choosing("triggers", "none"), nil},
		{"taking away is denied", answering("change", "No service is cut and nobody loses a place."), nil},
		{"a full assessment may close things", inTurn(choosing("assessment_needed", "yes"), answering("title", "Closure of the ferry office")), nil},
	})
}
