package document

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/web/document/paper"
	"dorset-eqia/web/page"
)

// Whole is the assessment on paper, or the screening record where it is one, with what is known of it first.
func (c Copy) Whole() paper.Document {
	return c.paper(c.Kind(), slices.Concat([]paper.Block{paper.Facts{Rows: c.Particulars()}}, c.Doc().Blocks(2)))
}

// ActionPlan is the action plan alone on paper.
func (c Copy) ActionPlan() paper.Document {
	plan := c.Doc().PlanBlocks()
	if plan == nil {
		plan = []paper.Block{paper.Paragraph{Runs: paper.Plain("No action is recorded.")}}
	}
	return c.paper(planCaption, slices.Concat([]paper.Block{paper.Facts{Rows: c.Particulars()}}, []paper.Block{paper.Heading{Level: 2, Text: "What will be done"}}, plan))
}

// paper is a document of one kind with these blocks under its title.
func (c Copy) paper(kind string, blocks []paper.Block) paper.Document {
	d := paper.Document{Language: Language, Kind: kind, Title: c.Title(), Council: c.Council, Reference: c.Record.Reference, Version: c.Record.Version,
		Draft: c.Draft(), Marking: c.Marking, Made: c.Made, Attached: c.attached()}
	if !d.Draft {
		d.Code = record.Code(c.Record.CheckCode).String()
	}
	d.Blocks = []paper.Block{paper.Heading{Level: 1, Text: d.Title}, paper.Paragraph{Runs: paper.Plain(kind), Style: paper.Lead}}
	for _, text := range []string{c.notice(), c.Marking} {
		if text != "" {
			d.Blocks = append(d.Blocks, paper.Paragraph{Runs: paper.Plain(text), Style: paper.Warning})
		}
	}
	d.Blocks = append(d.Blocks, blocks...)
	return d
}

// Particulars is what is known of the version besides its answers. People are named by the role they signed in.
func (c Copy) Particulars() []paper.Fact {
	rows := []paper.Fact{paper.Said("Reference", c.Record.Reference), paper.Said("Version", c.Record.Version), paper.Said("State", c.Record.State.Label())}
	add := func(name, text string) {
		if text != "" {
			rows = append(rows, paper.Said(name, text))
		}
	}
	if q, ok := c.Doc().Question("service"); ok {
		add("Service", q.Text)
	}
	add("Signed off by", c.Record.SignedOff.Role)
	add("Signed off on", c.Record.SignedOff.On.Words())
	add("Conditions of the sign-off", strings.Join(c.Record.Conditions, "\n"))
	add("Made from", MadeFrom(c.CopyOf))
	add("Words were left out because of", strings.Join(Grounds(c.Grounds), "\n"))
	add("Published on", c.Record.PublishedOn.Words())
	add("Next review", c.Record.ReviewDue.Words())
	if code := c.Record.CheckCode; code != "" && !c.Draft() {
		add("Check code", record.Code(code).String())
		if c.Home != "" {
			rows = append(rows, paper.Fact{Name: "Check this copy at", Says: []paper.Runs{paper.Linked(c.CheckAddress(), c.CheckAddress())}})
		}
		add("Digest, first 16 characters", record.Short(c.Record.Digest))
	}
	return rows
}

// CheckAddress is where a copy is checked; empty before there is a code.
func (c Copy) CheckAddress() string {
	if c.Record.CheckCode == "" || c.Home == "" || c.Draft() {
		return ""
	}
	return c.Home + page.Code + "/" + c.Record.CheckCode
}

// attached is the record as JSON, without the names of people.
func (c Copy) attached() []paper.File {
	d := c.Nameless()
	if c.Public {
		d.Content.Answers = maps.Clone(d.Content.Answers)
		maps.DeleteFunc(d.Content.Answers, func(code string, _ eqia.Answer) bool { return slices.Contains(MayName(), code) })
	}
	var text bytes.Buffer
	_, _ = d.WriteTo(&text) // a buffer takes whatever it is given
	return []paper.File{{Name: c.Record.Reference + "-v" + c.Record.Version + ".json", Type: "application/json", About: "The same record for programs", Bytes: text.Bytes()}}
}
