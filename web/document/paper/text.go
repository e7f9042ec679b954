package paper

import (
	"iter"
	"strings"
)

// Texts gives every text of the document in the order it is read, so that two ways of drawing it can be compared.
func (d Document) Texts() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, b := range d.Blocks {
			for _, text := range texts(b) {
				if strings.TrimSpace(text) != "" && !yield(text) {
					return
				}
			}
		}
	}
}

func texts(b Block) []string {
	switch b := b.(type) {
	case Heading:
		return []string{b.Text}
	case Paragraph:
		return []string{b.Runs.Text()}
	case Facts:
		return b.texts()
	case List:
		return all(b.Items)
	case Table:
		return b.texts()
	case Figure:
		return []string{b.Beside.Text()}
	case Boxes:
		var out []string
		for _, c := range b.Choices {
			out = append(out, c.Label)
		}
		return out
	default: // the others have none
		return nil
	}
}

func (f Facts) texts() []string {
	var out []string
	for _, row := range f.Rows {
		out = append(append(out, row.Name), all(row.Says)...)
	}
	return out
}

func (t Table) texts() []string {
	out := append([]string{t.Caption}, t.Head...)
	for _, row := range t.Rows {
		for _, cell := range row {
			out = append(out, cell.Runs.Text())
		}
	}
	return out
}

func all(list []Runs) []string {
	var out []string
	for _, r := range list {
		out = append(out, r.Text())
	}
	return out
}
