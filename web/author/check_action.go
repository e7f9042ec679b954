package author

import (
	"cmp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// actionRow names the actions that deal with a block, with a way to make one from what the block says.
func (v card) actionRow(code string, b eqia.Block) components.Row {
	var names []string
	for _, a := range v.Case.Content.Actions {
		if slices.Contains(a.Answers, b.Ref(code)) {
			names = append(names, a.What)
		}
	}
	ch, _ := v.Case.Form.Group(code)
	key, about := "Actions", ch.Label
	if who := v.about(b); who != "" {
		key, about = who+": "+key, about+", "+strings.ToLower(who)
	}
	text := strings.Join(names, "\n")
	return components.Row{Key: key, Content: components.Paragraphs(cmp.Or(text, "None yet")), Actions: []components.Link{{
		Text: "Make an action from this", Href: page.ToCase(v.Case.Assessment.Reference).ActionFor(b.Ref(code)), Unseen: about}}}
}

// outcomeRows says what became of each prediction, or that nobody has said yet.
func outcomeRows(c eqia.Case, href string) []components.Row {
	var rows []components.Row
	for _, o := range c.Content.Outcomes {
		text := o.Came.Label()
		if o.Text != "" {
			text += "\n" + o.Text
		}
		rows = append(rows, answerRow(document.Predicted(c, o), text, href+"#"+happened{Outcome: o}.part()))
	}
	return rows
}
