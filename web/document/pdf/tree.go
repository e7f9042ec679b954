package pdf

import "dorset-eqia/web/document/paper"

// element is one node of the document's structure: a heading, a list, a cell. Kind is its name in the PDF standard.
type element struct {
	kind   string
	kids   []kid
	parent *element
	alt    string // what it shows, in words, to those who can't see it
	attr   string // its attributes, as PDF writes them
	object int    // its number in the file
}

// kid is what belongs to an element: another element, content that is marked on a page, or a link's area.
type kid struct {
	element *element
	page    int // of content; 0 for another kind
	mark    int
	area    *area
}

// area is a place on a page that leads somewhere when it is pressed. To is a web address, or "#" and the name of a heading.
type area struct {
	page                     int
	left, top, right, bottom float64 // in points from the lower left corner of the page
	to, text                 string
	on                       *element
	object                   int
}

// spot is where a heading stands.
type spot struct {
	page int
	y    float64
}

// tree is the structure of a whole document.
type tree struct {
	root  *element
	pages [][]*element // for each page, whose content each of its marks is
	areas []*area
	spots map[string]spot
}

// artifact is what only decorates a page: it is in no tree.
var artifact = &element{kind: "Artifact"}

func newTree() *tree { return &tree{root: &element{kind: "Document"}, spots: map[string]spot{}} }

// add puts an element at the end of another.
func (e *element) add(kind string) *element {
	child := &element{kind: kind, parent: e}
	e.kids = append(e.kids, kid{element: child})
	return child
}

// with is the element with attributes, as PDF writes them.
func (e *element) with(attr string) *element {
	e.attr = attr
	return e
}

// link is an element that takes its place in the text when the text before it was drawn.
func (e *element) link() *element { return &element{kind: "Link", parent: e} }

// mark opens content of an element on a page, and gives its number there.
func (t *tree) mark(e *element, page int) int {
	t.reach(page)
	n := len(t.pages[page-1])
	if e.kind == "Link" && len(e.kids) == 0 {
		e.parent.kids = append(e.parent.kids, kid{element: e})
	}
	t.pages[page-1] = append(t.pages[page-1], e)
	e.kids = append(e.kids, kid{page: page, mark: n})
	return n
}

// reach makes room for the marks of so many pages.
func (t *tree) reach(pages int) {
	for len(t.pages) < pages {
		t.pages = append(t.pages, nil)
	}
}

// press makes an area of an element that can be pressed.
func (t *tree) press(a area) {
	t.areas = append(t.areas, &a)
	a.on.kids = append(a.on.kids, kid{area: t.areas[len(t.areas)-1]})
}

// leads reports whether a link of the document ends somewhere: at a web address, or at a heading it has.
func leads(d paper.Document, to string) bool {
	if to == "" || to[0] != '#' {
		return to != ""
	}
	for _, b := range d.Blocks {
		if h, ok := b.(paper.Heading); ok && "#"+h.ID == to {
			return true
		}
	}
	return false
}
