package pdf

import (
	"bytes"
	"fmt"
)

// number gives every element and every area that can be pressed its object.
func (p *press) number(e *ending) {
	var walk func(*element)
	walk = func(el *element) {
		el.object = e.fresh()
		for _, k := range el.kids {
			if k.element != nil {
				walk(k.element)
			}
		}
	}
	walk(p.tree.root)
	for _, a := range p.tree.areas {
		a.object = e.fresh()
	}
}

// structure writes the tree, and gives the number of its root.
func (p *press) structure(e *ending) int {
	root, parents := e.fresh(), e.fresh()
	p.element(e, p.tree.root, root)
	e.object(root, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>", p.tree.root.object, parents,
		len(p.tree.pages)+len(p.tree.areas))
	var nums bytes.Buffer
	for i, marks := range p.tree.pages {
		fmt.Fprintf(&nums, "%d [", i)
		for _, on := range marks {
			fmt.Fprintf(&nums, "%d 0 R ", on.object)
		}
		nums.WriteString("]\n")
	}
	for i, a := range p.tree.areas {
		fmt.Fprintf(&nums, "%d %d 0 R\n", len(p.tree.pages)+i, a.on.object)
	}
	e.object(parents, "<</Nums [%s]>>", nums.Bytes())
	return root
}

// element writes one element and all below it.
func (p *press) element(e *ending, el *element, parent int) {
	var kids, more bytes.Buffer
	page := 0
	for _, k := range el.kids {
		switch {
		case k.element != nil:
			fmt.Fprintf(&kids, "%d 0 R ", k.element.object)
		case k.area != nil:
			fmt.Fprintf(&kids, "<</Type /OBJR /Obj %d 0 R /Pg %d 0 R>> ", k.area.object, pageObject(k.area.page))
		case page == 0 || page == k.page:
			page = k.page
			fmt.Fprintf(&kids, "%d ", k.mark)
		default:
			fmt.Fprintf(&kids, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", pageObject(k.page), k.mark)
		}
	}
	if page > 0 {
		fmt.Fprintf(&more, " /Pg %d 0 R", pageObject(page))
	}
	if el.alt != "" {
		more.WriteString(" /Alt " + text(el.alt))
	}
	if el.attr != "" {
		more.WriteString(" /A <<" + el.attr + ">>")
	}
	e.object(el.object, "<</Type /StructElem /S /%s /P %d 0 R%s /K [%s]>>", el.kind, parent, more.Bytes(), kids.Bytes())
	for _, k := range el.kids {
		if k.element != nil {
			p.element(e, k.element, el.object)
		}
	}
}

// pages writes every page again with its place in the tree and what can be pressed on it.
func (p *press) pages(e *ending) {
	areas := map[int][]*area{}
	for i, a := range p.tree.areas {
		areas[a.page] = append(areas[a.page], a)
		e.object(a.object, "<</Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /F 4 /Contents %s /StructParent %d %s>>",
			a.left, a.bottom, a.right, a.top, text(a.text), len(p.tree.pages)+i, p.target(a.to))
	}
	for page := 1; page <= p.pdf.PageCount(); page++ {
		var annots bytes.Buffer
		for _, a := range areas[page] {
			fmt.Fprintf(&annots, "%d 0 R ", a.object)
		}
		e.object(pageObject(page), "<</Type /Page /Parent %d 0 R /Resources %d 0 R /Contents %d 0 R /StructParents %d /Tabs /S /Annots [%s]>>",
			pagesObject, usedObject, contentObject(page), page-1, annots.Bytes())
	}
}

// target is where a link leads, as an area says it.
func (p *press) target(to string) string {
	if at, inside := p.tree.spots[to]; inside {
		return fmt.Sprintf("/Dest [%d 0 R /XYZ 0 %.2f null]", pageObject(at.page), pageHeight-at.y)
	}
	return fmt.Sprintf("/A <</S /URI /URI %s>>", latin(to))
}
