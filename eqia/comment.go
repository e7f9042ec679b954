package eqia

import (
	"time"

	"dorset-eqia/workflow"
)

// CommentState is whether a comment still asks for something.
type CommentState string

// The states of a comment.
const (
	CommentOpen     CommentState = "open"
	CommentAnswered CommentState = "answered" // the author says it has been dealt with
	CommentResolved CommentState = "resolved" // the equality team agrees
)

// Label is the state in the word shown on pages.
func (s CommentState) Label() string {
	return map[CommentState]string{CommentOpen: "Open", CommentAnswered: "Answered", CommentResolved: "Resolved"}[s]
}

// Comment is something said about one part of a version, or about all of it. Once it is sent its text never changes; a reply is a comment
// of its own.
type Comment struct {
	ID      CommentID
	Version VersionID
	Part    PartKey
	ReplyTo CommentID
	By      PersonID
	Reader  ReaderID // the outside reader who wrote it; empty for everyone with an account
	ByName  string
	Role    workflow.Actor // what the person was to the assessment when they wrote it
	Text    string
	At      time.Time
	SentAt  time.Time // zero while the equality team is still reviewing: the author sees it once the review is sent
	State   CommentState
	Edited  time.Time // when its writer last changed it before it was sent; zero when never
	Wording Suggestion
}

// Suggestion is wording that a reviewer offers with a comment; the author decides whether to use it.
type Suggestion struct {
	For    string // which text of the part, as Wordings names it; empty when none is offered
	Text   string
	Base   int       // how often the part had been saved when it was offered
	UsedAt time.Time // zero until the author uses it
}

// Offered reports whether there is wording to use.
func (s Suggestion) Offered() bool { return s.For != "" }

// From is who wrote the comment, as pages say it: what someone without an account calls themselves is never taken for a name from here.
func (m Comment) From() string {
	if m.Reader != "" {
		return workflow.OutsideReader.Label() + ": " + m.ByName
	}
	return m.ByName
}

// Sent reports whether the author can see the comment.
func (m Comment) Sent() bool { return !m.SentAt.IsZero() }
