package author

import (
	"cmp"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

const rowsOnPage = 50

type mine struct {
	Table components.Table
	Empty bool
	Next  components.Pagination
}

// Mine lists the assessments a person works on, those returned to them first.
func (Pages) Mine(r *page.Request) error {
	lines, err := r.Kit.Eqia.Mine(r.Ctx(), r.Person, eqia.Page{After: r.Query("after"), Size: rowsOnPage + 1})
	if err != nil {
		return err
	}
	v := mine{Empty: len(lines) == 0}
	if len(lines) > rowsOnPage {
		lines = lines[:rowsOnPage]
		v.Next = components.Pagination{Next: "/casework?after=" + lines[rowsOnPage-1].Cursor}
	}
	v.Table = components.Table{ID: "assessments", Caption: "Assessments you work on", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Assessment"}, {Text: "Status"}, {Text: "With"}, {Text: "Decision expected"}, {Text: "Last saved"}}}
	for _, l := range lines {
		v.Table.Rows = append(v.Table.Rows, mineRow(l))
	}
	return r.Show(wide(r.Frame("Your assessments", "")), minePage(v))
}

func mineRow(l eqia.Line) []components.Cell {
	return []components.Cell{
		{Content: titleCell(l)},
		{Content: page.StateTag(l.State).View()},
		{Text: with(l)},
		{Text: cmp.Or(l.DecisionOn.Words(), "Not known yet")},
		{Text: eqia.Moment(l.SavedAt)},
	}
}

// with says who has the assessment now.
func with(l eqia.Line) string {
	switch l.State {
	case workflow.Submitted:
		return "Equality team"
	case workflow.InReview:
		return cmp.Or(l.ReviewerName, "Equality team")
	case workflow.Draft, workflow.ChangesRequested:
		return cmp.Or(l.AuthorName, "Author")
	default:
		return "Nobody: it is finished"
	}
}
