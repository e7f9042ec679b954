package components

import "strconv"

// Bar is one figure of a chart: its name, how its value is written, and its length in hundredths of a per cent. Fill says which of the
// fills it has, from 1 to 4: the name beside it says the same, so that nothing rests on colour.
type Bar struct {
	Label, Shown string
	Hundredths   int
	Known        bool
	Fill         int
}

// BarGroup is the bars about one group of people, under its name.
type BarGroup struct {
	Label string
	Bars  []Bar
}

// Chart compares shares in bars. It is one picture with a name; the same numbers belong in a table beside it.
type Chart struct {
	Name   string
	Groups []BarGroup
}

// The measures of a chart, in units of which its width has 320: the narrowest screen that pages are made for.
const (
	chartWidth  = 320
	chartLeft   = 150 // where bars start, after their names
	chartLong   = 122 // the longest bar
	chartTop    = 22
	chartTitle  = 24 // the height of a group's name
	chartStep   = 18 // the height of a bar with its gap
	chartBar    = 12
	chartFoot   = 6
	chartShares = 4 // parts into which lines cut the scale
)

// chartText is words in a chart, at a place.
type chartText struct {
	X, Y  int
	Class string
	Text  string
}

// chartBox is one bar drawn, at a place.
type chartBox struct {
	X, Y, W, H int
	Class      string
}

// limit is the share that the longest bar stands for.
func (c Chart) limit() int {
	most := 0
	for _, g := range c.Groups {
		for _, b := range g.Bars {
			most = max(most, b.Hundredths)
		}
	}
	for _, scale := range []int{4_00, 8_00, 20_00, 40_00, 60_00, 80_00} {
		if most <= scale {
			return scale
		}
	}
	return max(most, 100_00)
}

// height is how high the chart is.
func (c Chart) height() int {
	h := chartTop + chartFoot
	for _, g := range c.Groups {
		h += chartTitle + chartStep*len(g.Bars)
	}
	return h
}

// lines are where the scale's lines stand, with what each stands for.
func (c Chart) lines() []chartText {
	var out []chartText
	for i := range chartShares + 1 {
		share := c.limit() / 100 * i / chartShares
		out = append(out, chartText{X: chartLeft + chartLong*i/chartShares, Y: chartTop - 8, Class: "app-chart__scale", Text: strconv.Itoa(share) + "%"})
	}
	return out
}

// drawn is every bar and every word of the chart, from the top down.
func (c Chart) drawn() (boxes []chartBox, texts []chartText) {
	y := chartTop
	for _, g := range c.Groups {
		texts = append(texts, chartText{X: 0, Y: y + 16, Class: "app-chart__group", Text: g.Label})
		y += chartTitle
		for _, b := range g.Bars {
			long := chartLong * b.Hundredths / c.limit()
			end := chartLeft + 4
			if b.Known {
				boxes = append(boxes, chartBox{chartLeft, y, max(long, 1), chartBar, "app-chart__bar app-chart__bar--" + strconv.Itoa(b.Fill)})
				end += long
			}
			texts = append(texts, chartText{X: 0, Y: y + chartBar - 1, Class: "app-chart__name", Text: b.Label},
				chartText{X: end, Y: y + chartBar - 1, Class: "app-chart__value", Text: b.Shown})
			y += chartStep
		}
	}
	return boxes, texts
}

func (c Chart) boxes() []chartBox {
	boxes, _ := c.drawn()
	return boxes
}

func (c Chart) texts() []chartText {
	_, texts := c.drawn()
	return texts
}

func (c Chart) viewBox() string {
	return "0 0 " + strconv.Itoa(chartWidth) + " " + strconv.Itoa(c.height())
}
