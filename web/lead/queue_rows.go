package lead

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

func queueHead() []components.Cell {
	return []components.Cell{{Text: "Assessment"}, {Text: "Author"}, {Text: "Waiting"}, {Text: "Decision"}, {Text: "Reviewer"}, {Text: "Stage"}, {Text: "Next step"}}
}

func (q queue) rows() [][]components.Cell {
	out := make([][]components.Cell, len(q.lines))
	for i, l := range q.lines {
		out[i] = []components.Cell{{Content: queueTitle(l)}, {Text: l.AuthorName}, {Text: waiting(l.Header, q.request.Kit.Now())},
			{Text: or(l.DecisionOn.Words(), "Not known yet")}, {Text: or(l.ReviewerName, "Nobody yet")},
			{Content: page.StateTag(l.State).View()}, {Content: q.step(l)}}
	}
	return out
}

// lineAddress leads to the review while there is one, and to the record otherwise.
func lineAddress(l eqia.Line) string {
	if l.State == workflow.Submitted || l.State == workflow.InReview {
		return page.ToCase(l.Reference).Do("review")
	}
	return page.ToCase(l.Reference).Do("read")
}

// takeHidden is what the button to take a review carries: the revision that the list shows, and a key of its own.
func (q queue) takeHidden(l eqia.Line) []components.Hidden {
	return []components.Hidden{revision(l.Revision), q.request.Key()}
}

func or(first, second string) string {
	if first != "" {
		return first
	}
	return second
}
