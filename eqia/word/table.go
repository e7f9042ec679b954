package word

import "encoding/xml"

// table reads a table.
func (r *reader) table(w *walker) (Table, error) {
	var t Table
	para := r.para
	r.para, r.joins = nil, nil
	err := r.rows(w, &t)
	r.para, r.joins = para, nil
	return t, err
}

func (r *reader) rows(w *walker, t *Table) error {
	return w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			if err := r.count(); err != nil {
				return err
			}
			row, gone, err := r.row(w)
			if !gone {
				t.Rows = append(t.Rows, row)
			}
			return err
		case "sdt":
			return r.control(w, func() error { return r.rows(w, t) })
		case "customXml", "ins", "moveTo":
			return r.rows(w, t)
		default:
			return w.skip()
		}
	})
}

// row reads a row, and says whether it was deleted.
func (r *reader) row(w *walker) (row Row, gone bool, err error) {
	err = r.cells(w, &row, &gone)
	return row, gone, err
}

func (r *reader) cells(w *walker, row *Row, gone *bool) error {
	return w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "trPr":
			return w.within(func(e xml.StartElement) {
				switch e.Name.Local {
				case "tblHeader":
					row.Head = on(e)
				case "del":
					*gone = true
				}
			})
		case "tc":
			c, err := r.cell(w)
			row.Cells = append(row.Cells, c)
			return err
		case "sdt":
			return r.control(w, func() error { return r.cells(w, row, gone) })
		case "customXml":
			return r.cells(w, row, gone)
		default:
			return w.skip()
		}
	})
}

func (r *reader) cell(w *walker) (Cell, error) {
	c := Cell{Span: 1}
	if err := r.count(); err != nil {
		return c, err
	}
	deleted := false
	r.joins = nil
	err := w.children(func(e xml.StartElement) error {
		if e.Name.Local == "tcPr" {
			return w.within(func(e xml.StartElement) {
				switch e.Name.Local {
				case "gridSpan":
					c.Span = min(max(number(e), 1), 64)
				case "vMerge":
					c.Joined = attr(e, "val") != "restart"
				case "cellDel":
					deleted = true
				}
			})
		}
		return r.block(w, e, &c.Blocks)
	})
	if deleted {
		c.Blocks = nil
	}
	return c, err
}
