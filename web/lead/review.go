package lead

import (
	"slices"

	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/library"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/facts"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// review is an assessment as its reviewer reads it: all of it on one page, with findings, comments and what can be done.
type review struct {
	eqia.Case
	doc      document.Doc
	findings map[eqia.PartKey][]flag
	known    []library.Fact // of the council's library
	newKey   func() components.Hidden
	from     string
	changed  []eqia.PartKey // since it was sent the time before
	open     []eqia.PartKey // parts that ask something of the reviewer, in the order they are read
}

// Review shows the whole assessment to the equality team while it waits for them.
func (Pages) Review(r *page.Request) error {
	c, err := opened(r)
	if err != nil {
		return err
	}
	if !team(c) {
		return eqia.ErrNotFound
	}
	if !reviewing(c) {
		return r.Go(to(c).Do("read"), "")
	}
	if c.IsMinor() && c.FromNumber != "" && r.Query("whole") == "" {
		return r.Go(to(c).Do("correction"), "")
	}
	if c, err = r.Kit.Eqia.WithReplaced(r.Ctx(), c); err != nil {
		return err
	}
	v := review{Case: c, doc: doc(c), findings: found(r, c), newKey: r.Key, from: "review"}
	if v.known, err = r.Kit.Eqia.FactsFor(r.Ctx(), c); err != nil {
		return err
	}
	if v.changed, err = sinceLast(r, c); err != nil {
		return err
	}
	v.doc = v.doc.Apart(v.noted)
	v.open = v.opens()
	v.doc = v.doc.With(v.beside, v.below).Folding(v.folded)
	f := frame(r, c, "Review", &components.BackLink{Href: "/review", Text: "Back to the review queue"})
	f.Wide = true
	return r.Show(f, reviewPage(v))
}

// found is what the rules say at sign-off, at sending and while it is written, by the part it concerns, each remark once.
func found(r *page.Request, c eqia.Case) map[eqia.PartKey][]flag {
	out := map[eqia.PartKey][]flag{}
	seen := map[string]bool{}
	for _, gate := range []eqia.Gate{eqia.AtSignOff, eqia.AtSubmit, eqia.AtDraft} {
		for _, f := range r.Kit.Eqia.Judge(c, gate) {
			if mark := f.Mark(); !seen[mark] {
				seen[mark] = true
				out[f.Where] = append(out[f.Where], flagged(c, f))
			}
		}
	}
	return out
}

// noted reports whether there is a finding, a comment or a verdict about a part, or a figure in it that no longer holds.
func (v review) noted(k eqia.PartKey) bool {
	_, judged := v.VerdictOn(k)
	_, old := v.overtaken(k)
	return judged || old || len(v.findings[k]) > 0 || len(v.On(k)) > 0
}

// beside is the guidance on a part and what the rules say about it.
func (v review) beside(k eqia.PartKey) templ.Component {
	notes, figures := v.guidance(k), v.figures(k)
	if len(notes) == 0 && len(v.findings[k]) == 0 && len(figures.Topics) == 0 {
		return nil
	}
	return besideView(v.name(k), notes, inOrder(v.findings[k]), figures)
}

// figures is what the library says about a card's group.
func (v review) figures(k eqia.PartKey) facts.Panel {
	p := facts.Panel{ID: "figures-" + k.Key, Level: 4, Beside: facts.Link}
	if k.Kind == eqia.CardPart {
		p.Topics = library.Topics(library.About(v.known, k.Key))
	}
	return p
}

// name is what a part is called in the middle of a sentence.
func (v review) name(k eqia.PartKey) string { return document.PartName(v.Case, k) }

// guidance is what the author was told about a part. What a page of the form says to begin with comes with its first question.
func (v review) guidance(k eqia.PartKey) []string {
	if ch, ok := v.Form.Group(k.Key); ok && k.Kind == eqia.CardPart {
		return append(filled(ch.Definition, ch.Source, ch.Caveat), ch.Prompts...)
	}
	if k.Kind != eqia.AnswerPart {
		return nil
	}
	for p, q := range v.Form.Questions() {
		if q.Code == k.Key && q.Code == p.Questions[0].Code {
			return append(filled(q.Hint), p.Guidance...)
		} else if q.Code == k.Key {
			return filled(q.Hint)
		}
	}
	return nil
}

func filled(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

// astray lists comments on parts that are no longer in the assessment.
func (v review) astray() []eqia.Comment {
	var out []eqia.Comment
	for _, m := range v.Seen() {
		if m.ReplyTo == "" && m.Part != (eqia.PartKey{}) && !v.doc.Shows(m.Part) {
			out = append(out, m)
		}
	}
	return out
}

// stray lists findings about parts that have no place of their own on the page, with those about the whole.
func (v review) stray() []flag {
	out := slices.Clone(v.findings[eqia.PartKey{}])
	for k, list := range v.findings {
		if k != (eqia.PartKey{}) && !v.doc.Shows(k) {
			out = append(out, list...)
		}
	}
	return inOrder(out)
}

func (v review) contents() components.Contents {
	whole := components.Link{Text: "The whole assessment", Href: "#" + document.ID(eqia.PartKey{})}
	return components.Contents{Links: append([]components.Link{whole}, v.doc.Contents()...)}
}

// decides reports whether the person has a decision to make.
func (v review) decides() bool { return len(decisions(v.Case)) > 0 }

// takes reports whether the person can take the review.
func (v review) takes() bool { return v.May(workflow.Take) }
