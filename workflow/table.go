package workflow

import (
	"slices"
	"sync"
)

// Move is one row of the table: in these states, this event, by any of these people, on these conditions, leads to that state.
type Move struct {
	Event  Event
	From   []State
	To     State // empty: the state stays as it is
	By     []Actor
	If     []Condition
	Button string  // what the button says; empty when the event has no button of its own
	Did    string  // how the history says it, after the person's name
	Tell   []Actor // who gets a notice
}

var (
	team    = []Actor{Reviewer, Lead}
	writers = []Actor{Author, Editor}
	readers = []Actor{Author, Editor, Commenter, Holder, Reviewer, Lead, MonitoringOfficer}
	kept    = []State{SignedOff, Superseded}
	looking = []State{Draft, InReview, ChangesRequested}
	drafted = []State{Draft, Submitted, InReview}
	atWork  = []State{Draft, Submitted, InReview, ChangesRequested, SignedOff}
)

// Table is every move there is, in the order of the journey. One event may have several rows. It is made once and is not to be changed.
func Table() []Move { return table() }

var table = sync.OnceValue(func() []Move {
	return slices.Concat(reading(), writing(), reviewing(), keeping(), consulting())
})

func reading() []Move {
	return []Move{
		{Event: See, From: States(), By: readers},
		{Event: See, From: kept, By: []Actor{Clerk}, If: []Condition{Unrestricted}},
		{Event: See, From: kept, By: []Actor{Member}, If: []Condition{Unrestricted, BeforeTheirMeeting}},
		{Event: Outline, From: States(), By: readers},
		{Event: Outline, From: States(), By: []Actor{Clerk}, If: []Condition{Unrestricted}},
	}
}

func writing() []Move {
	return []Move{
		{Event: Edit, From: editable, By: writers, Did: "changed an answer"},
		{Event: Invite, From: editable, By: []Actor{Author}, Button: "Add someone", Did: "changed who is working on this"},
		{Event: RemovePerson, From: atWork, By: []Actor{Author, Lead, MonitoringOfficer}, Did: "ended someone's access"},
		{Event: Comment, From: looking, By: []Actor{Author, Editor, Commenter, Holder, Reviewer, Lead}, Button: "Add a comment", Did: "commented"},
		{Event: AnswerComment, From: editable, By: writers, Button: "I have changed this", Did: "answered a comment"},
		{Event: ApplyWording, From: editable, By: writers, Button: "Use this wording", Did: "used wording that the equality team suggested"},
		{Event: ResolveComment, From: []State{InReview, ChangesRequested}, By: team, Button: "Mark as resolved", Did: "resolved a comment"},
		{Event: KeepFinding, From: editable, By: writers, If: []Condition{ReasonGiven}, Did: "gave a reason to keep an answer as it is"},
		{Event: DropReason, From: editable, By: writers, Did: "took back a reason to keep an answer as it is"},
		{Event: Submit, From: []State{Draft}, To: Submitted, By: []Actor{Author}, If: []Condition{ReadyToSend},
			Button: "Send to the equality team", Did: "sent it for review", Tell: team},
		{Event: Recall, From: []State{Submitted}, To: Draft, By: []Actor{Author}, Button: "Take it back", Did: "took it back before review"},
		{Event: Discard, From: []State{Draft}, By: []Actor{Author}, If: []Condition{NeverSubmitted}, Button: "Delete this draft", Did: "deleted the draft"},
		{Event: Resubmit, From: []State{ChangesRequested}, To: InReview, By: []Actor{Author}, If: []Condition{ReadyToSend},
			Button: "Send it back to the equality team", Did: "sent it back with changes", Tell: []Actor{Holder}},
	}
}

func reviewing() []Move {
	return []Move{
		{Event: Take, From: []State{Submitted}, To: InReview, By: team, Button: "Take this review", Did: "started the review"},
		{Event: Assign, From: []State{Submitted, InReview}, To: InReview, By: []Actor{Lead}, Button: "Give it to someone", Did: "gave the review to someone"},
		{Event: Release, From: []State{InReview}, To: Submitted, By: []Actor{Holder, Lead}, Button: "Put it back in the queue", Did: "put it back in the queue"},
		{Event: RequestChanges, From: []State{InReview}, To: ChangesRequested, By: []Actor{Holder, Lead}, If: []Condition{SomethingToChange},
			Button: "Return with comments", Did: "returned it with comments", Tell: writers},
		{Event: Judge, From: []State{InReview}, By: []Actor{Holder, Lead}, Button: "Say what this part needs", Did: "asked for a part to be improved or corrected"},
		{Event: LiftVerdict, From: []State{InReview}, By: []Actor{Holder, Lead}, Button: "Accept this part", Did: "no longer asks for a part to be improved or corrected"},
		{Event: EditComment, From: []State{InReview}, By: []Actor{Holder, Reviewer, Lead}, Button: "Change this comment", Did: "changed a comment before it was sent"},
		{Event: DeclineScreening, From: []State{InReview}, To: ChangesRequested, By: []Actor{Lead}, If: []Condition{ScreenedOut, ReasonGiven},
			Button: "Ask for a full assessment", Did: "asked for a full assessment", Tell: writers},
		{Event: AllowSigner, From: []State{InReview}, By: []Actor{MonitoringOfficer}, If: []Condition{Contributor, ReasonGiven},
			Button: "Allow this person to sign off", Did: "allowed a contributor to sign off"},
		{Event: PassRule, From: []State{InReview}, By: []Actor{Lead}, If: []Condition{NotContributor, ReasonGiven}, Did: "let something pass and gave a reason"},
		{Event: DropPass, From: []State{InReview}, By: []Actor{Lead}, Did: "took back a reason to let something pass"},
		{Event: SignOff, From: []State{InReview}, To: SignedOff, By: []Actor{Lead}, If: []Condition{NotContributor, ReadyToSign},
			Button: "Sign off", Did: "signed it off", Tell: writers},
	}
}

func keeping() []Move {
	return []Move{
		{Event: Publish, From: []State{SignedOff}, By: []Actor{Lead, Service}, If: []Condition{NotYetPublished, Unrestricted},
			Button: "Publish", Did: "published it", Tell: []Actor{Author}},
		{Event: Redact, From: []State{SignedOff}, By: []Actor{Lead}, If: []Condition{WholeText},
			Button: "Leave words out for the public", Did: "changed which words a public version leaves out"},
		{Event: PublishRedacted, From: []State{SignedOff}, By: []Actor{Lead}, If: []Condition{WholeText},
			Did: "published a version with words left out", Tell: []Actor{Author}},
		{Event: Attach, From: kept, By: []Actor{Lead}, Button: "Add another format", Did: "added another format"},
		{Event: Detach, From: kept, By: []Actor{Lead}, Button: "Take this format away", Did: "took another format away"},
		{Event: GiveFeedback, From: kept, By: []Actor{Service}, Did: "took feedback from the public", Tell: []Actor{Lead}},
		{Event: DecideFeedback, From: []State{SignedOff, Superseded, Withdrawn}, By: []Actor{Lead}, Button: "Decide on feedback", Did: "decided on feedback from the public"},
		{Event: NewVersion, From: kept, By: []Actor{Author, Editor, Reviewer, Lead}, If: []Condition{NoVersionUnderWay},
			Button: "Start a new version", Did: "started a new version"},
		{Event: StartReview, From: []State{SignedOff}, By: []Actor{Author, Editor, Reviewer, Lead}, If: []Condition{NoVersionUnderWay},
			Button: "Review what happened", Did: "started a review of what happened"},
		{Event: MarkUrgent, From: open, By: []Actor{Author, Holder, Reviewer, Lead}, If: []Condition{NotUrgent, ReasonGiven},
			Button: "Mark as urgent", Did: "marked it as urgent", Tell: []Actor{Lead}},
		{Event: TakeBackUrgent, From: []State{Draft}, By: []Actor{Author}, If: []Condition{MarkedUrgent},
			Button: "Take back the urgent mark", Did: "took back the urgent mark", Tell: []Actor{Lead}},
		{Event: TakeBackUrgent, From: open, By: []Actor{Lead}, If: []Condition{MarkedUrgent, ReasonGiven},
			Button: "Remove the urgent mark", Did: "took back the urgent mark", Tell: []Actor{Author, Holder}},
		{Event: ReviewDone, From: kept, By: team, If: []Condition{ReviewOutstanding, ReasonGiven},
			Button: "Record the review", Did: "recorded the review that followed an urgent sign-off", Tell: []Actor{Author}},
		{Event: RemindReview, From: []State{SignedOff}, By: []Actor{Service}, Did: "reminded people of the review", Tell: []Actor{Author, Lead}},
		{Event: Supersede, From: []State{SignedOff}, To: Superseded, By: []Actor{Service}, Did: "was replaced by a later version"},
		{Event: Withdraw, From: open, To: Withdrawn, By: []Actor{Author}, If: []Condition{ReasonGiven},
			Button: "Withdraw", Did: "withdrew it", Tell: []Actor{Holder}},
		{Event: Withdraw, From: kept, To: Withdrawn, By: []Actor{Lead}, If: []Condition{ReasonGiven},
			Button: "Withdraw", Did: "withdrew it", Tell: []Actor{Author}},
		{Event: LiftRestriction, From: atWork, By: []Actor{Lead}, If: []Condition{Restricted, ReasonGiven},
			Button: "Lift the restriction", Did: "lifted the restriction"},
	}
}

// consulting is what people outside the service may be shown before sign-off, and what they say.
func consulting() []Move {
	return []Move{
		{Event: Consult, From: drafted, By: []Actor{Lead}, If: []Condition{Unrestricted},
			Button: "Release for consultation", Did: "released a draft for consultation", Tell: []Actor{Author}},
		{Event: InviteReader, From: open, By: []Actor{Lead}, If: []Condition{Unrestricted}, Button: "Add a reader", Did: "gave an outside reader a link"},
		{Event: EndLink, From: open, By: []Actor{Lead}, Button: "End this link", Did: "ended an outside reader’s link"},
		{Event: OutsideComment, From: open, By: []Actor{OutsideReader}, If: []Condition{Unrestricted},
			Button: "Add comment", Did: "commented as an outside reader", Tell: []Actor{Author, Editor, Holder}},
	}
}
