package paper

import "strings"

// Block is one piece of a document: a Heading, a Paragraph, Facts, a List, a Table, a Figure, Boxes, Room or a PageBreak.
type Block interface{ block() }

// Place says which answer a text is, so that a file that was edited can be read back. It is zero for what nobody answered.
type Place struct {
	Part     string // as document.ID writes it: "answer-aims", "card-age", "action-2"
	Audience string // of a block on a card; empty for all
	Option   string // of a block on a card; empty for all
	Field    string // the name that the field has in JSON; empty where the part is one text
}

// Runs are pieces of one text, one after the other.
type Runs []Run

// Run is a piece of text that looks the same throughout. Link is a web address, or "#" and the ID of a heading.
type Run struct {
	Text   string
	Strong bool
	Link   string
}

// Plain is a text of one piece.
func Plain(text string) Runs { return Runs{{Text: text}} }

// Linked is a text that leads somewhere; without an address it is plain.
func Linked(text, address string) Runs { return Runs{{Text: text, Link: address}} }

// Text is what the pieces say.
func (r Runs) Text() string {
	var b strings.Builder
	for _, run := range r {
		b.WriteString(run.Text)
	}
	return b.String()
}

// Lines parts the pieces at their line ends, and leaves out lines with nothing on them.
func (r Runs) Lines() []Runs {
	var out []Runs
	var now Runs
	end := func() {
		if strings.TrimSpace(now.Text()) != "" {
			out = append(out, now)
		}
		now = nil
	}
	for _, run := range r {
		for i, text := range strings.Split(run.Text, "\n") {
			if i > 0 {
				end()
			}
			now = append(now, Run{Text: text, Strong: run.Strong, Link: run.Link})
		}
	}
	end()
	return out
}

// Heading opens a part. Levels never skip; a document has one heading of level 1.
type Heading struct {
	Level int
	Text  string
	ID    string // where links inside the document lead; may be empty
	Place Place  // of one whose words were typed, as the title of a source
}

// Paragraph is running text. Where it was typed it may hold line ends, and each of its lines is drawn as a paragraph.
type Paragraph struct {
	Runs  Runs
	Style Style
	Place Place
}

// Style is what a paragraph is for.
type Style string

// The styles.
const (
	Body    Style = ""
	Hint    Style = "hint"    // says how to answer, or that nothing was answered
	Lead    Style = "lead"    // opens the document
	Warning Style = "warning" // must not be missed
)

// Facts are things said under their names.
type Facts struct {
	Rows []Fact
}

// Fact is what is said under one name: one text, or a list of them.
type Fact struct {
	Name  string
	Says  []Runs
	List  bool // each is an item of a list
	Place Place
}

// Said is a fact of one plain text.
func Said(name, text string) Fact { return Fact{Name: name, Says: []Runs{Plain(text)}} }

// List is a list with bullets.
type List struct {
	Items []Runs
}

// Table has a head row that is repeated on every page it reaches. With RowHeads the first cell of each row is its heading. Widths are the
// columns' shares of the width; none means equal ones.
type Table struct {
	Caption  string
	Head     []string
	Rows     [][]Cell
	RowHeads bool
	Widths   []int
}

// Cell is one cell of a table.
type Cell struct {
	Runs  Runs
	Place Place
}

// Figure is a drawing of black squares on white, such as a QR code. Text says what it shows to those who can't see it.
type Figure struct {
	Text    string
	Squares [][]bool // rows from the top; true is black
	Beside  Runs     // a paragraph that is read after it, and stands beside it where there is room
}

// Boxes are choices with a box to tick beside each.
type Boxes struct {
	Choices []Choice
	Place   Place
}

// Choice is one box. Code is what the answer holds when it is ticked.
type Choice struct {
	Code, Label string
	Ticked      bool
}

// Room is space to write an answer in by hand.
type Room struct {
	Lines int
	Place Place
}

// PageBreak begins a new page.
type PageBreak struct{}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Facts) block()     {}
func (List) block()      {}
func (Table) block()     {}
func (Figure) block()    {}
func (Boxes) block()     {}
func (Room) block()      {}
func (PageBreak) block() {}
