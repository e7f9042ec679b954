package author

import (
	"cmp"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// reviews is the list of signed assessments that are due to be looked at again.
type reviews struct {
	Table components.Table
	Empty bool
	Team  bool
	Next  components.Pagination
}

const reviewsTitle = "Due for review"

// Reviews lists signed assessments whose review is due soon or overdue: everyone's for the equality team, one's own for others.
func (Pages) Reviews(r *page.Request) error {
	lines, err := r.Kit.Eqia.DueForReview(r.Ctx(), r.Person, eqia.Page{After: r.Query("after"), Size: rowsOnPage + 1})
	if err != nil {
		return err
	}
	v := reviews{Empty: len(lines) == 0, Team: r.Person.Holds(workflow.Reviewer, workflow.Lead)}
	if len(lines) > rowsOnPage {
		lines = lines[:rowsOnPage]
		v.Next = components.Pagination{Next: "/casework/reviews?after=" + lines[rowsOnPage-1].Cursor}
	}
	v.Table = components.Table{ID: "reviews", Caption: "Signed off, and due within 60 days or overdue", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Assessment"}, {Text: "Review due"}, {Text: "Author"}, {Text: "Next step"}}}
	today := eqia.DayOf(r.Kit.Now())
	for _, l := range lines {
		v.Table.Rows = append(v.Table.Rows, []components.Cell{{Content: reviewTitle(l)}, {Content: reviewDue(l, today)}, {Text: cmp.Or(l.AuthorName, "Outside this service")},
			{Content: reviewStep(l)}})
	}
	return r.Show(wide(r.Frame(reviewsTitle, "")), reviewsPage(v))
}

// stageColour is the colour of a stage's tag, whose words say the same.
func stageColour(s eqia.DueStage) components.Colour {
	if s.Late() {
		return components.Red
	}
	return components.Yellow
}
