package eqia

import (
	"time"

	"dorset-eqia/workflow"
)

// Filter narrows a list of versions; an empty field matches all.
type Filter struct {
	States      []workflow.State
	Directorate string
	Kind        string
	Text        string     // words in the title, or a reference
	Reviewers   []PersonID // any of them
	Unassigned  bool       // nobody has taken it
	Negative    string     // a characteristic with a negative effect
	NotNeeded   bool       // it records why no assessment is needed
	BudgetRound string     // it counts in this budget round
	Kinds       []string   // with BudgetRound: the kinds of proposal that are asked for one
	SentBefore  time.Time  // sent for review before this
	MeetsBefore time.Time  // its nearest meeting is before this
	Urgent      bool       // signed as urgent, and still to be reviewed
	ByMeeting   bool       // the nearest meeting first, instead of those that wait longest
	Now         time.Time  // meetings before this are over
}

// Sitting is a meeting as a list shows it.
type Sitting struct {
	Committee string
	StartsAt  time.Time // zero when there is none
	AgendaOn  Day       // when its papers are published, as the clerk states it; empty when not known
}
