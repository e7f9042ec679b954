package word

import (
	"cmp"
	"encoding/xml"
	"strings"
)

// style is what a style of paragraphs says that matters here.
type style struct {
	level int
	bold  bool
	item  bool
	based string
}

// styles reads the styles of the file. A heading is known by its name in English or by its level, whatever its identifier.
func (p *pack) styles(name string) (map[string]style, error) {
	raw, err := p.part(name)
	if err != nil {
		return nil, err
	}
	out, w := map[string]style{}, walk(raw)
	err = w.children(func(xml.StartElement) error {
		return w.children(func(e xml.StartElement) error {
			if e.Name.Local != "style" {
				return w.skip()
			}
			s, err := w.style()
			out[attr(e, "styleId")] = s
			return err
		})
	})
	return out, err
}

func (w *walker) style() (style, error) {
	var s style
	err := w.within(func(e xml.StartElement) {
		switch e.Name.Local {
		case "name":
			s.level = max(s.level, headingOf(attr(e, "val")))
		case "basedOn":
			s.based = attr(e, "val")
		case "outlineLvl":
			s.level = max(s.level, level(e))
		case "b":
			s.bold = on(e)
		case "numId":
			s.item = number(e) > 0
		}
	})
	return s, err
}

// level is the level of a heading from an outline level, where 9 is text.
func level(e xml.StartElement) int {
	if n := number(e) + 1; n <= 9 {
		return n
	}
	return 0
}

// headingOf is the level of a heading by the name of its style; 0 for any other style.
func headingOf(name string) int {
	name = strings.ToLower(name)
	if name == "title" {
		return 1
	}
	rest, ok := strings.CutPrefix(name, "heading ")
	if !ok || len(rest) != 1 || rest < "1" || rest > "9" {
		return 0
	}
	return int(rest[0] - '0')
}

// styled is a style with what it takes from those that it is based on.
func (r *reader) styled(id string) style {
	s := r.styles[id]
	for range len(r.styles) {
		base, ok := r.styles[s.based]
		if s.based == "" || !ok {
			break
		}
		s = style{level: cmp.Or(s.level, base.level), bold: s.bold || base.bold, item: s.item || base.item, based: base.based}
	}
	return s
}
