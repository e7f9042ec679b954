package document

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
)

// Thread is a comment with the replies that this person may see, as every page shows them.
func Thread(c eqia.Case, first eqia.Comment) components.Comment {
	t := shown(first)
	t.State = components.CommentState(first.State.Label())
	if !first.Sent() {
		t.Role += " (the author sees this when the review is sent)"
	}
	for _, m := range c.Seen() {
		if m.ReplyTo == first.ID {
			t.Replies = append(t.Replies, shown(m))
		}
	}
	return t
}

// Threads are the comments among these that are no replies, each with its own.
func Threads(c eqia.Case, list []eqia.Comment) []components.Comment {
	var out []components.Comment
	for _, m := range list {
		if m.ReplyTo == "" {
			out = append(out, Thread(c, m))
		}
	}
	return out
}

func shown(m eqia.Comment) components.Comment {
	if m.Reader != "" { // who they are says it already
		m.Role = ""
	}
	return components.Comment{ID: "comment-" + string(m.ID), Author: m.From(), Role: m.Role.Label(), When: eqia.Moment(m.At), At: m.At, Text: m.Text}
}
