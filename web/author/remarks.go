package author

import (
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// remarks are the findings of one rule, so that its reason and its example are read once.
type remarks struct {
	eqia.Finding // the first of them
	Notes        []note
}

// note is one finding, with the reason for which it is let stand.
type note struct {
	eqia.Finding
	Given   eqia.Grounds
	Settled bool
}

// judged sorts what the rules say into what has to be put right, what asks for a change or a reason, and what is good to know.
func judged(c eqia.Case, found []eqia.Finding) checking {
	var stops, warns, others []note
	for _, f := range found {
		n := note{Finding: f}
		n.Given, n.Settled = c.GroundsFor(f)
		switch {
		case f.Severity == eqia.Stop && !n.Settled:
			stops = append(stops, n)
		case f.Severity == eqia.Stop || f.Severity == eqia.Warn:
			warns = append(warns, n)
		default:
			others = append(others, n)
		}
	}
	v := checking{Case: c, Stops: byRule(stops), Warns: byRule(warns), Others: others, Ready: len(c.Unsettled(found)) == 0}
	v.Href = page.ToCase(c.Assessment.Reference).Do(onward(found)) + "?revision=" + strconv.Itoa(c.Revision)
	return v
}

// byRule gathers findings by their rules, in the order in which the rules come first.
func byRule(notes []note) []remarks {
	var out []remarks
	at := map[string]int{}
	for _, n := range notes {
		i, ok := at[n.Rule]
		if !ok {
			i = len(out)
			at[n.Rule] = i
			out = append(out, remarks{Finding: n.Finding})
		}
		out[i].Notes = append(out[i].Notes, n)
	}
	return out
}

// settled reports whether every finding of the rule is let stand.
func (r remarks) settled() bool {
	return !slices.ContainsFunc(r.Notes, func(n note) bool { return !n.Settled })
}

// ways are what can be done about a finding here.
func (v checking) ways(n note) []components.Link {
	to := page.ToCase(v.Case.Assessment.Reference)
	fix := components.Link{Text: "Fix", Href: to.Part(v.Case, n.Where), Unseen: n.Message}
	if n.Settled || n.Severity != eqia.Stop && n.Severity != eqia.Warn {
		fix.Text = "Change the answer"
	}
	if n.Where == (eqia.PartKey{}) {
		fix.Text = "Open the task list"
	}
	out := []components.Link{fix}
	if n.Severity == eqia.Warn {
		keep := components.Link{Text: "Keep, because…", Href: to.Do("keep") + "/" + n.Mark(), Unseen: n.Message}
		if n.Settled {
			keep.Text = "Change or take back the reason"
		}
		out = append(out, keep)
	}
	return out
}

// next says what is left to do before it can be sent.
func (v checking) next() string {
	if len(v.Stops) > 0 {
		return "You can send it when the list at the top of this page is done."
	}
	return "You can send it when each answer worth another look is changed or has a reason."
}

// sender reports whether this person is the one who sends it.
func (v checking) sender() bool { return v.Case.Standing.Has(workflow.Author) }
