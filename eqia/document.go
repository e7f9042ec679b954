package eqia

import (
	"context"
	_ "embed"
	"encoding/json"
	"io"
	"slices"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// DocumentFormat names the JSON form of an assessment and its edition.
const DocumentFormat = "dorset-eqia/assessment/1"

// Document is one version of an assessment outside the database: what people wrote, and what is known about it. It holds no accounts,
// identifiers or events.
type Document struct {
	Format  string  `json:"format"`
	Content Content `json:"content"`
	Record  Record  `json:"record"`
	raw     []byte  // as it was read, to find the line of what is wrong
}

// Record is what is known about a version besides its answers.
type Record struct {
	Reference     string         `json:"reference"`
	Version       string         `json:"version"`
	State         workflow.State `json:"state"`
	Legacy        bool           `json:"legacy"`
	Restricted    bool           `json:"restricted"`
	People        []Named        `json:"people"`
	CompletedOn   Day            `json:"completed_on"`
	SignedOff     Signature      `json:"signed_off"`
	ReviewDue     Day            `json:"review_due"`
	ReviewDueText string         `json:"review_due_text"` // as written where no exact day was given: "End of March 2025"
	PublishedOn   Day            `json:"published_on"`
	Conditions    []string       `json:"conditions"`
	Reasons       []GivenReason  `json:"reasons,omitempty"` // for findings of the rules that were let stand
	Digest        string         `json:"digest"`
	CheckCode     string         `json:"check_code"`
}

// Named is someone's part in a version, by name.
type Named struct {
	Role PartRole `json:"role"`
	Name string   `json:"name"`
}

// PartRole is the part that a person named in a document had.
type PartRole string

// The parts people have in a document.
const (
	WroteIt      PartRole = "author"
	HelpedWithIt PartRole = "contributor"
	SignedIt     PartRole = "signer"
)

// Valid reports whether r is one of the parts.
func (r PartRole) Valid() bool {
	return slices.Contains([]PartRole{WroteIt, HelpedWithIt, SignedIt}, r)
}

// Signature is who signed a version off, what they signed as, and the day. All are empty before sign-off.
type Signature struct {
	By   string `json:"by"`
	Role string `json:"role"`
	On   Day    `json:"on"`
}

//go:embed assessment.schema.json
var documentSchema []byte

// DocumentSchema is the JSON Schema (draft 2020-12) of a Document.
func DocumentSchema() []byte { return slices.Clone(documentSchema) }

// Export is a version as a document, with the signer's name looked up. Whether the person may read the version is for the caller to settle.
func (s *Service) Export(ctx context.Context, v Version) (Document, error) {
	signature, err := s.signature(ctx, v)
	if err != nil {
		return Document{}, err
	}
	review := v.Content.Answers[form.QuestionReviewDate]
	d := Document{Format: DocumentFormat, Content: v.Content.whole(), Record: Record{
		Reference: v.Assessment.Reference, Version: v.Number(), State: v.State, Legacy: v.Legacy, Restricted: v.Assessment.Restricted,
		People: named(v, signature), SignedOff: signature, ReviewDue: review.Day, ReviewDueText: review.Text,
		Conditions: Words(v.Conditions), Reasons: v.reasons(), Digest: v.Digest, CheckCode: v.CheckCode,
	}}
	d.Content.Sort()
	if !v.SubmittedAt.IsZero() {
		d.Record.CompletedOn = DayOf(v.SubmittedAt)
	}
	if v.Published() {
		d.Record.PublishedOn = DayOf(v.PublishedAt)
	}
	return d, nil
}

func (s *Service) signature(ctx context.Context, v Version) (Signature, error) {
	if v.SignedAt.IsZero() {
		return Signature{}, nil
	}
	name, role := v.OutsideSigner()
	if v.SignedBy != "" {
		signer, err := s.Store.Person(ctx, v.SignedBy)
		if err != nil {
			return Signature{}, err
		}
		name, role = signer.Name, v.SignerRole
	}
	return Signature{By: name, Role: role, On: DayOf(v.SignedAt)}, nil
}

// named lists the people of a version: its author, everyone else who contributed, and the signer.
func named(v Version, signature Signature) []Named {
	out := []Named{}
	author := v.AuthorOf().Name
	if author != "" {
		out = append(out, Named{WroteIt, author})
	}
	var helped []string
	for _, p := range v.Contributors() {
		if p.Name != author && p.Name != "" {
			helped = append(helped, p.Name)
		}
	}
	slices.Sort(helped)
	for _, name := range slices.Compact(helped) {
		out = append(out, Named{HelpedWithIt, name})
	}
	if signature.By != "" {
		out = append(out, Named{SignedIt, signature.By})
	}
	return out
}

// Nameless is the document without the people that it names, for a copy that may be passed on. What they signed as stays.
func (d Document) Nameless() Document {
	d.Record.People, d.Record.SignedOff.By = []Named{}, ""
	return d
}

// WriteTo writes the document as indented JSON with a line end after it, in the one order that an export always has.
func (d Document) WriteTo(w io.Writer) (int64, error) {
	d.Content = d.Content.whole()
	d.Content.Sort()
	d.Record.People, d.Record.Conditions = full(d.Record.People), full(d.Record.Conditions)
	count := &counter{w: w}
	enc := json.NewEncoder(count)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(d)
	return count.n, err
}

// counter counts what passes through it.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
