package document

import (
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/document/paper"
)

const blankTitle = "Blank form"

// note is what a blank form says before its questions.
func (b Blank) note() string {
	return "Form " + b.Form.Code + ". Do not write names of people or facts by which someone could be recognised."
}

// Paper is the blank form with room to write. Council is whose form it is.
func (b Blank) Paper(council string) paper.Document {
	d := paper.Document{Language: Language, Kind: blankTitle + " " + b.Form.Code, Title: "Equality impact assessment: blank form", Council: council}
	d.Blocks = []paper.Block{paper.Heading{Level: 1, Text: d.Title}, paper.Paragraph{Runs: paper.Plain(b.note())}}
	for _, s := range b.Form.Sections {
		if b.before(s) {
			d.Blocks = append(d.Blocks, b.groupBlocks()...)
		}
		d.Blocks = append(d.Blocks, paper.Heading{Level: 2, Text: s.Title})
		for _, p := range s.Pages {
			d.Blocks = append(d.Blocks, b.pageBlocks(p)...)
		}
	}
	return d
}

func (b Blank) pageBlocks(p form.Page) []paper.Block {
	out := []paper.Block{paper.Heading{Level: 3, Text: p.Title}}
	if when := b.when(p.If); when != "" {
		out = append(out, hint(when+"."))
	}
	for _, text := range p.Guidance {
		out = append(out, paper.Paragraph{Runs: paper.Plain(text)})
	}
	for _, a := range b.asks(p) {
		out = append(out, a.blocks()...)
	}
	return out
}

func (b Blank) groupBlocks() []paper.Block {
	meant := paper.Facts{}
	for _, row := range meanings() {
		meant.Rows = append(meant.Rows, paper.Said(row.Key, row.Text))
	}
	out := []paper.Block{paper.Heading{Level: 2, Text: impactsTitle}, meant}
	for _, c := range b.groups() {
		out = append(out, paper.Heading{Level: 3, Text: c.Label}, paper.Paragraph{Runs: paper.Plain(c.Definition)})
		if c.Caveat != "" {
			out = append(out, paper.Paragraph{Runs: paper.Plain(c.Caveat)})
		}
		var prompts paper.List
		for _, text := range c.Prompts {
			prompts.Items = append(prompts.Items, paper.Plain(text))
		}
		out = append(out, prompts)
		for _, a := range b.group(c) {
			out = append(out, a.blocks()...)
		}
	}
	return out
}

func hint(text string) paper.Block {
	return paper.Paragraph{Runs: paper.Plain(text), Style: paper.Hint}
}

// blocks is one question with its boxes and its lines.
func (a ask) blocks() []paper.Block {
	out := []paper.Block{paper.Heading{Level: 4, Text: a.Label, ID: a.ID}}
	if a.When != "" {
		out = append(out, hint(a.When+"."))
	}
	if a.Hint != "" {
		out = append(out, hint(a.Hint))
	}
	if len(a.Boxes) > 0 {
		boxes := paper.Boxes{Place: a.Place}
		for _, box := range a.Boxes {
			boxes.Choices = append(boxes.Choices, paper.Choice{Code: box.Code, Label: box.Label})
		}
		out = append(out, boxes)
	}
	for n := range a.Times {
		for _, part := range a.Parts {
			out = append(out, paper.Paragraph{Runs: paper.Plain(part.Label)}, paper.Room{Lines: part.Lines, Place: a.entry(n+1, part)})
		}
		if a.Lines > 0 {
			out = append(out, paper.Room{Lines: a.Lines, Place: a.Place})
		}
	}
	return out
}
