package document

import (
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/document/paper"
)

// SectionPaper is the equality section of a report as a paper of its own. Council is whose report it is.
func SectionPaper(s committee.Section, council string) paper.Document {
	d := paper.Document{Language: Language, Kind: "Text for a report", Title: committee.SectionHeading, Council: council}
	d.Blocks = []paper.Block{paper.Heading{Level: 1, Text: d.Title}}
	for _, p := range s.Paragraphs {
		text := paper.Runs{{Text: p.Number + " " + p.Text}}
		if p.Strong != "" {
			text = append(text, paper.Run{Text: " "}, paper.Run{Text: p.Strong, Strong: true})
		}
		d.Blocks = append(d.Blocks, paper.Paragraph{Runs: text})
		var points paper.List
		for _, point := range p.Points {
			points.Items = append(points.Items, paper.Runs{{Text: point.Name + ":", Strong: true}, {Text: " " + point.Text}})
		}
		if len(points.Items) > 0 {
			d.Blocks = append(d.Blocks, points)
		}
	}
	return d
}
