package lead

import (
	"fmt"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/workflow"
)

// thread is a comment with the replies to it, and what can be done about it here.
type thread struct {
	name    string // "comment 2 on: Age", to tell buttons apart
	shown   components.Comment
	first   eqia.Comment
	resolve bool
	reply   bool
}

// threads lists the comments on a part, oldest first, each with its replies.
func (v review) threads(all []eqia.Comment) []thread {
	var out []thread
	numbers := map[eqia.PartKey]int{}
	for _, m := range all {
		if m.ReplyTo != "" {
			continue
		}
		numbers[m.Part]++
		t := thread{name: fmt.Sprintf("comment %d on: %s", numbers[m.Part], v.name(m.Part)), shown: document.Thread(v.Case, m), first: m, reply: v.May(workflow.Comment)}
		t.resolve = m.State != eqia.CommentResolved && v.May(workflow.ResolveComment)
		out = append(out, t)
	}
	return out
}

// wordingWords says which text a suggestion is for, and whether the author used it.
func (v review) wordingWords(m eqia.Comment) string {
	label := "a text that is no longer there"
	if w, ok := v.Wording(m.Part, m.Wording.For); ok {
		label = w.Label
	}
	if !m.Wording.UsedAt.IsZero() {
		return "Suggested wording for: " + label + ". The author used it on " + eqia.Moment(m.Wording.UsedAt) + "."
	}
	return "Suggested wording for: " + label + "."
}

func (v review) remarkHidden(k eqia.PartKey, replyTo eqia.CommentID) []components.Hidden {
	return remark{Part: k.String(), ReplyTo: string(replyTo), From: v.from}.hidden(v.newKey())
}

func (v review) fromHidden() []components.Hidden {
	return []components.Hidden{{Name: "from", Value: v.from}}
}

func textID(k eqia.PartKey) string { return "text-" + document.ID(k) }

// saying invites to comment on a part, or to ask for something, and tells an entry of a list from the list it is in.
func (v review) saying(k eqia.PartKey) string {
	text := "Add a comment"
	if len(v.ways(k)) > 0 {
		text = "Comment or ask for a change"
	}
	if isEntry(k) {
		return text + " on this entry"
	}
	return text
}

// isEntry reports whether a part is an entry of a list.
func isEntry(k eqia.PartKey) bool {
	return slices.Contains([]eqia.PartKind{eqia.OptionPart, eqia.EvidencePart, eqia.EngagementPart, eqia.ActionPart, eqia.OutcomePart}, k.Kind)
}
