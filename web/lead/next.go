package lead

import (
	"slices"
	"unicode/utf8"

	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/facts"
	"dorset-eqia/web/page"
)

// sinceLast lists the parts that say something else than when the version was sent the time before; none when it was sent once.
func sinceLast(r *page.Request, c eqia.Case) ([]eqia.PartKey, error) {
	if c.Submissions < 2 {
		return nil, nil
	}
	before, err := r.Kit.Eqia.Store.Submitted(r.Ctx(), c.ID, c.Submissions-1)
	return eqia.Changed(before, c.Content), err
}

// opens lists the parts that still ask something of the reviewer, in the order they are read: a finding to judge, a comment that is not
// settled, a correction, a figure that no longer holds, or a change since it was last read.
func (v review) opens() []eqia.PartKey {
	var out []eqia.PartKey
	for _, k := range append([]eqia.PartKey{{}}, v.doc.Order()...) {
		if v.asks(k) && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

func (v review) asks(k eqia.PartKey) bool {
	if d, ok := v.VerdictOn(k); ok && d.Says == eqia.Correct || v.changedSince(k) {
		return true
	}
	if _, old := v.overtaken(k); old {
		return true
	}
	for _, f := range v.findings[k] {
		if f.Severity == eqia.Stop || f.Severity == eqia.Warn {
			return true
		}
	}
	return slices.ContainsFunc(v.On(k), func(m eqia.Comment) bool { return m.ReplyTo == "" && m.State != eqia.CommentResolved })
}

// overtaken is what became of the figure that a source of evidence rests on; false when it holds, or the part is no such source.
func (v review) overtaken(k eqia.PartKey) (eqia.Overtaken, bool) {
	i := slices.IndexFunc(v.Replaced, func(o eqia.Overtaken) bool { return eqia.Entry(eqia.EvidencePart, o.No) == k })
	if i < 0 {
		return eqia.Overtaken{}, false
	}
	return v.Replaced[i], true
}

func (v review) changedSince(k eqia.PartKey) bool { return slices.Contains(v.changed, k) }

// longAnswer is how many letters an answer needs to be worth folding away.
const longAnswer = 200

// folded reports whether a part is folded away: it says the same as when the reviewer last had it, at some length, and asks nothing of them.
func (v review) folded(k eqia.PartKey) bool {
	if _, judged := v.VerdictOn(k); judged || v.Submissions < 2 || v.asks(k) {
		return false
	}
	return k.Kind == eqia.CardPart || k.Kind == eqia.AnswerPart && utf8.RuneCountInString(v.Content.Answers[k.Key].Text) > longAnswer
}

// after is the next part, in the order they are read, that is open; false when this one is not open or is the last.
func (v review) after(k eqia.PartKey) (eqia.PartKey, bool) {
	i := slices.Index(v.open, k)
	if i < 0 || i+1 >= len(v.open) {
		return eqia.PartKey{}, false
	}
	return v.open[i+1], true
}

func (v review) openWords() string {
	return components.Count(len(v.open), "part has", "parts have") + " something open."
}

func anchorOf(k eqia.PartKey) string { return "#" + document.ID(k) }

// below is what was asked of a part, the comments on it with the form for another, and the way to the next open thing.
func (v review) below(k eqia.PartKey) templ.Component {
	if !v.noted(k) && !v.May("comment") && !v.changedSince(k) {
		return nil
	}
	if isEntry(k) && len(v.findings[k]) > 0 { // an entry of a list has nothing beside it, so what the rules say comes first
		return templ.Join(besideView(v.name(k), nil, inOrder(v.findings[k]), facts.Panel{}), v.belowView(k))
	}
	return v.belowView(k)
}
