package public

import (
	"strings"

	"github.com/a-h/templ"

	"dorset-eqia/eqia"
)

// para is a piece of a council's text as it is drawn: points that follow each other are one list.
type para struct {
	eqia.Para
	points []eqia.Para
}

func paragraphs(text string) ([]para, error) {
	lines, err := eqia.ParseProse(text)
	if err != nil {
		return nil, err
	}
	var out []para
	for _, l := range lines {
		if last := len(out) - 1; l.Kind == eqia.PointPara && last >= 0 && out[last].Kind == eqia.PointPara {
			out[last].points = append(out[last].points, l)
			continue
		}
		out = append(out, para{l, []eqia.Para{l}})
	}
	return out, nil
}

// said is words of the council's with its own name where they leave it open.
func (v about) said(text string) string { return strings.ReplaceAll(text, "{council}", v.council) }

// slot is what the service puts in a place of its own; nothing when it has nothing for it.
func (v about) slot(name string) templ.Component {
	if content, ok := v.slots[name]; ok {
		return content
	}
	return templ.NopComponent
}
