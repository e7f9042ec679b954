// Package word reads and writes Word files (.docx). It knows paragraphs, tables and content controls, and nothing of assessments: what a
// paragraph means is for others to say.
package word

import "strings"

// File is what a Word file says, in its order. What was inserted under tracked changes is text; what was deleted is not there.
type File struct {
	Title    string
	Blocks   []Block
	Controls []Control
	Custom   [][]byte // the parts of data that other programs keep in the file, as XML
	Unread   []string // what the file has and this package leaves out, in words: "pictures"
}

// Block is a paragraph or a table; the other one is nil.
type Block struct {
	Paragraph *Paragraph
	Table     *Table
}

// Paragraph is one paragraph. A box to tick reads as Ticked or Unticked, wherever it came from.
type Paragraph struct {
	Text     string
	Level    int    // of a heading, from 1; 0 for any other paragraph
	Bold     bool   // all of it is
	Lead     string // the bold beginning of one that is not all bold
	Item     bool   // of a list, or numbered by Word
	Controls []int  // the content controls that it lies in or holds, as places in File.Controls
}

// Boxes as they stand in a text.
const (
	Ticked   = "☒"
	Unticked = "☐"
)

// Table is a table of rows. Rows may have different numbers of cells.
type Table struct{ Rows []Row }

// Row is one row. Head says that Word repeats it on each page.
type Row struct {
	Head  bool
	Cells []Cell
}

// Cell is one cell. Span is how many columns it takes; Joined says that it belongs to the cell above it.
type Cell struct {
	Blocks []Block
	Span   int
	Joined bool
}

// Control is a content control: a marked place for an answer. Text is what is typed in it, a line for each paragraph; one that still shows
// its prompt is empty.
type Control struct {
	Tag, Name string
	Text      string
}

// Refused is a file that is not read, with what to do about it.
type Refused struct{ Says string }

func (e *Refused) Error() string { return e.Says }

// Text is the text of blocks, a line for each paragraph and each cell.
func Text(blocks []Block) string {
	var lines []string
	Each(blocks, func(p *Paragraph) { lines = append(lines, p.Text) })
	return strings.Join(lines, "\n")
}

// Each visits every paragraph of blocks in order, those in tables too.
func Each(blocks []Block, visit func(*Paragraph)) {
	for _, b := range blocks {
		if b.Paragraph != nil {
			visit(b.Paragraph)
			continue
		}
		for _, r := range b.Table.Rows {
			for _, c := range r.Cells {
				Each(c.Blocks, visit)
			}
		}
	}
}
