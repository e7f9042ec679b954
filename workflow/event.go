package workflow

// Event is something a person does to a version, by the name the record keeps.
type Event string

// The events. See, Outline, Edit, Comment and the like change no state, but the same table says who may do them and when.
const (
	See             Event = "see"
	Outline         Event = "outline"
	Edit            Event = "edit"
	Invite          Event = "invite"
	Comment         Event = "comment"
	AnswerComment   Event = "answer_comment"
	ResolveComment  Event = "resolve_comment"
	Submit          Event = "submit"
	Recall          Event = "recall"
	Discard         Event = "discard"
	Take            Event = "take"
	Release         Event = "release"
	RequestChanges  Event = "request_changes"
	Resubmit        Event = "resubmit"
	AllowSigner     Event = "allow_signer"
	SignOff         Event = "sign_off"
	Publish         Event = "publish"
	NewVersion      Event = "new_version"
	StartReview     Event = "start_review"
	Supersede       Event = "supersede"
	Withdraw        Event = "withdraw"
	RemovePerson    Event = "remove_person"
	LiftRestriction Event = "lift_restriction"
	KeepFinding     Event = "keep_finding"
	DropReason      Event = "drop_reason"
	PassRule        Event = "pass_rule"
	DropPass        Event = "drop_pass"
	Assign          Event = "assign"
	Judge           Event = "judge"
	LiftVerdict     Event = "lift_verdict"
	EditComment     Event = "edit_comment"
	ApplyWording    Event = "apply_wording"
	MarkUrgent      Event = "mark_urgent"
	TakeBackUrgent  Event = "take_back_urgent"
	ReviewDone      Event = "review_done"
	RemindReview    Event = "remind_review"
	Consult         Event = "consult"
	InviteReader    Event = "invite_reader"
	EndLink         Event = "end_link"
	OutsideComment  Event = "outside_comment"
	Redact          Event = "redact"
	PublishRedacted Event = "publish_redacted"
	Attach          Event = "attach"
	Detach          Event = "detach"
	GiveFeedback    Event = "give_feedback"
	DecideFeedback  Event = "decide_feedback"

	DeclineScreening Event = "decline_screening"
)

// Condition is something that must hold, beyond state and standing, for a move to happen.
type Condition string

// The conditions the table names. The service works out which of them hold; the table says where they matter.
const (
	NeverSubmitted     Condition = "never_submitted"      // the version has not been sent for review before
	NotContributor     Condition = "not_contributor"      // the person did not write, or help to write, this cycle, or is allowed by the monitoring officer
	Contributor        Condition = "contributor"          // the person named did write or help to write it
	ReadyToSend        Condition = "ready_to_send"        // no rule that blocks sending is outstanding, and each warning has a reason
	ReadyToSign        Condition = "ready_to_sign"        // no rule that blocks sign-off is outstanding
	SomethingToChange  Condition = "something_to_change"  // an open comment or a written reason
	NotYetPublished    Condition = "not_yet_published"    // this version is not public
	NoVersionUnderWay  Condition = "no_version_under_way" // no other version of the family is open
	Unrestricted       Condition = "unrestricted"         // the assessment is not restricted
	Restricted         Condition = "restricted"           // the assessment is restricted
	BeforeTheirMeeting Condition = "before_their_meeting" // it is linked to a meeting the councillor may read papers for
	ReasonGiven        Condition = "reason_given"         // a written reason came with the request
	NotUrgent          Condition = "not_urgent"           // the version is not marked urgent
	MarkedUrgent       Condition = "marked_urgent"        // the version is marked urgent
	ReviewOutstanding  Condition = "review_outstanding"   // it was signed as urgent, and the review that follows is not done
	ScreenedOut        Condition = "screened_out"         // the version records why no assessment is needed
	WholeText          Condition = "whole_text"           // no words were left out of the version
)

// Conditions lists every condition.
func Conditions() []Condition {
	return []Condition{NeverSubmitted, NotContributor, Contributor, ReadyToSend, ReadyToSign, SomethingToChange, NotYetPublished,
		NoVersionUnderWay, Unrestricted, Restricted, BeforeTheirMeeting, ReasonGiven, NotUrgent, MarkedUrgent, ReviewOutstanding, ScreenedOut, WholeText}
}

// Says is what to tell a person when the condition does not hold.
func (c Condition) Says() string {
	return map[Condition]string{
		NeverSubmitted:     "It has been sent for review before, so it can be withdrawn but not deleted.",
		NotContributor:     "You helped to write this assessment. Someone else must sign it off.",
		Contributor:        "This person did not help to write the assessment, so no permission is needed.",
		ReadyToSend:        "Some answers are still needed before it can be sent.",
		ReadyToSign:        "Something must be put right before it can be signed off.",
		SomethingToChange:  "Add a comment or a reason, so that the author knows what to change.",
		NotYetPublished:    "This version is already published.",
		NoVersionUnderWay:  "A new version has already been started.",
		Unrestricted:       "This assessment is restricted.",
		Restricted:         "This assessment is not restricted.",
		BeforeTheirMeeting: "This assessment is not before one of your meetings.",
		ReasonGiven:        "Enter a reason.",
		NotUrgent:          "This version is marked as urgent already.",
		MarkedUrgent:       "This version is not marked as urgent.",
		ReviewOutstanding:  "No review is outstanding: it was not signed off as urgent, or the review is done.",
		ScreenedOut:        "This is a full assessment already.",
		WholeText:          "Words are left out of this version already. Go back to the whole one.",
	}[c]
}
