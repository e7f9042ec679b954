package web

import (
	"dorset-eqia/web/author"
	"dorset-eqia/web/grounds"
	"dorset-eqia/web/lead"
)

// starting is the way to an assessment: one's own, a new one, a copy of another.
func starting() []Route {
	var w author.Pages
	return []Route{
		{"GET", "/casework", SignedIn, w.Mine},
		{"GET", "/casework/reviews", SignedIn, w.Reviews},
		{"GET", "/casework/asked", SignedIn, w.Asked},
		{"GET", "/casework/start", SignedIn, w.Start},
		{"POST", "/casework/start", SignedIn, w.PostStart},
		{"POST", "/casework/unsaved", Visitor, w.PostUnsaved}, // also for someone whose session has just ended
		{"POST", "/casework/unsaved/drop", SignedIn, w.PostDropUnsaved},
		{"GET", "/casework/copy", SignedIn, w.FindSource},
		{"GET", "/casework/copy/:ref", SignedIn, w.Copy},
		{"POST", "/casework/copy/:ref", SignedIn, w.PostCopy},
		{"GET", "/imports/assessment", SignedIn, w.Bring},
		{"POST", "/imports/assessment", SignedIn, w.PostBring},
		{"GET", "/imports/assessment/:file", SignedIn, w.Brought},
		{"POST", "/imports/assessment/:file", SignedIn, w.PostBrought},
		{"POST", "/imports/assessment/:file/drop", SignedIn, w.PostDropBrought},
		{"GET", "/casework/blank-form", SignedIn, w.BlankForm},
		{"GET", "/casework/start/questions", SignedIn, w.Questions},
		{"POST", "/casework/start/questions", SignedIn, w.PostQuestions},
		{"GET", "/casework/start/advice", SignedIn, w.Advice},
	}
}

// writing is an assessment from its task list to its record.
func writing(l lead.Pages) []Route {
	var w author.Pages
	var g grounds.Pages
	return []Route{
		{"GET", "/casework/:ref", SignedIn, w.Hub},
		{"GET", "/casework/:ref/people", SignedIn, w.People},
		{"POST", "/casework/:ref/people", SignedIn, w.PostPeople},
		{"POST", "/casework/:ref/people/remove", SignedIn, w.PostRemovePerson},
		{"GET", "/casework/:ref/page/:page", SignedIn, w.Page},
		{"POST", "/casework/:ref/page/:page", SignedIn, w.PostPage},
		{"GET", "/casework/:ref/list/:list", SignedIn, w.List},
		{"POST", "/casework/:ref/list/:list", SignedIn, w.PostAdd},
		{"GET", "/casework/:ref/list/:list/:no", SignedIn, w.Entry},
		{"POST", "/casework/:ref/list/:list/:no", SignedIn, w.PostEntry},
		{"GET", "/casework/:ref/list/:list/:no/remove", SignedIn, w.Remove},
		{"POST", "/casework/:ref/list/:list/:no/remove", SignedIn, w.PostRemove},
		{"GET", "/casework/:ref/impacts", SignedIn, w.Table},
		{"POST", "/casework/:ref/impacts", SignedIn, w.PostTable},
		{"GET", "/casework/:ref/impacts/:code", SignedIn, w.Card},
		{"POST", "/casework/:ref/impacts/:code", SignedIn, w.PostCard},
		{"POST", "/casework/:ref/impacts/:code/split", SignedIn, w.PostSplit},
		{"POST", "/casework/:ref/impacts/:code/cite", SignedIn, w.PostCite},
		{"GET", "/casework/:ref/library", SignedIn, w.Pick},
		{"POST", "/casework/:ref/library", SignedIn, w.PostPick},
		{"POST", "/casework/:ref/library/renew", SignedIn, w.PostRenew},
		{"GET", "/casework/:ref/impacts/:code/remove", SignedIn, w.RemoveCard},
		{"POST", "/casework/:ref/impacts/:code/remove", SignedIn, w.PostRemoveCard},
		{"GET", "/casework/:ref/together", SignedIn, w.Together},
		{"POST", "/casework/:ref/together", SignedIn, w.PostTogether},
		{"GET", "/casework/:ref/shared-reason", SignedIn, w.Shared},
		{"POST", "/casework/:ref/shared-reason", SignedIn, w.PostShared},
		{"GET", "/casework/:ref/similar", SignedIn, w.Similar},
		{"POST", "/casework/:ref/unsaved", Visitor, w.PostUnsaved}, // also for someone whose session has just ended
		{"POST", "/casework/:ref/unsaved/drop", SignedIn, w.PostDropUnsaved},
		{"GET", "/casework/:ref/check", SignedIn, w.Check},
		{"GET", "/casework/:ref/keep/:mark", SignedIn, g.Keep},
		{"POST", "/casework/:ref/keep/:mark", SignedIn, g.PostKeep},
		{"GET", "/casework/:ref/before-sending", SignedIn, w.Before},
		{"GET", "/casework/:ref/send", SignedIn, w.Send},
		{"POST", "/casework/:ref/send", SignedIn, w.PostSend},
		{"GET", "/casework/:ref/sent", SignedIn, w.Sent},
		{"GET", "/casework/:ref/move/:event", SignedIn, w.Move},
		{"POST", "/casework/:ref/move/:event", SignedIn, w.PostMove},
		{"GET", "/casework/:ref/new-version", SignedIn, w.NewVersion},
		{"POST", "/casework/:ref/new-version", SignedIn, w.PostNewVersion},
		{"GET", "/casework/:ref/start-review", SignedIn, w.StartReview},
		{"POST", "/casework/:ref/start-review", SignedIn, w.PostStartReview},
		{"GET", "/casework/:ref/outcomes", SignedIn, w.Outcomes},
		{"POST", "/casework/:ref/outcomes", SignedIn, w.PostOutcomes},
		{"GET", "/casework/:ref/comments", SignedIn, w.Comments},
		{"GET", "/casework/:ref/changes", SignedIn, l.Changes},
		{"GET", "/casework/:ref/history", SignedIn, l.History},
		{"GET", "/casework/:ref/read", SignedIn, l.Read},
		{"GET", "/casework/:ref/options", SignedIn, l.Options},
		{"GET", "/casework/:ref/v/:number", SignedIn, l.Read},
		{"GET", "/casework/:ref/v/:number/report-text", SignedIn, w.ReportText},
		{"GET", "/casework/:ref/v/:number/move/:event", SignedIn, w.Move},
		{"POST", "/casework/:ref/v/:number/move/:event", SignedIn, w.PostMove},
	}
}

// reviewing is what the equality team does with it.
func reviewing(l lead.Pages) []Route {
	var g grounds.Pages
	return []Route{
		{"GET", "/review", SignedIn, l.Queue},
		{"GET", "/review/absences", SignedIn, l.Absences},
		{"POST", "/review/absences", SignedIn, l.PostAbsence},
		{"POST", "/review/absences/:absence/end", SignedIn, l.PostEndAbsence},
		{"GET", "/review/closed", SignedIn, l.Closed},
		{"GET", "/review/feedback", SignedIn, l.Feedback},
		{"GET", "/review/feedback/:feedback", SignedIn, l.Decide},
		{"POST", "/review/feedback/:feedback", SignedIn, l.PostDecide},
		{"GET", "/casework/:ref/access", SignedIn, l.Access},
		{"POST", "/casework/:ref/access", SignedIn, l.PostAccess},
		{"GET", "/casework/:ref/assign", SignedIn, l.Assign},
		{"POST", "/casework/:ref/assign", SignedIn, l.PostAssign},
		{"GET", "/casework/:ref/review", SignedIn, l.Review},
		{"GET", "/casework/:ref/correction", SignedIn, l.Correction},
		{"GET", "/casework/:ref/verdict", SignedIn, l.Verdict},
		{"POST", "/casework/:ref/verdict", SignedIn, l.PostVerdict},
		{"POST", "/casework/:ref/verdict/lift", SignedIn, l.PostLift},
		{"GET", "/casework/:ref/wording", SignedIn, l.Wording},
		{"POST", "/casework/:ref/wording", SignedIn, l.PostWording},
		{"POST", "/casework/:ref/comments/:comment/use", SignedIn, l.PostUse},
		{"GET", "/casework/:ref/comments/:comment/edit", SignedIn, l.EditComment},
		{"POST", "/casework/:ref/comments/:comment/edit", SignedIn, l.PostEditComment},
		{"GET", "/casework/:ref/comments-file/:format", SignedIn, l.ExportComments},
		{"GET", "/casework/:ref/urgent", SignedIn, l.Urgent},
		{"POST", "/casework/:ref/urgent", SignedIn, l.PostUrgent},
		{"GET", "/casework/:ref/v/:number/review-done", SignedIn, l.Afterwards},
		{"POST", "/casework/:ref/v/:number/review-done", SignedIn, l.PostAfterwards},
		{"POST", "/casework/:ref/comments", SignedIn, l.PostComment},
		{"POST", "/casework/:ref/comments/:comment/answer", SignedIn, l.PostAnswer},
		{"POST", "/casework/:ref/comments/:comment/resolve", SignedIn, l.PostResolve},
		{"GET", "/casework/:ref/pass/:mark", SignedIn, g.Pass},
		{"POST", "/casework/:ref/pass/:mark", SignedIn, g.PostPass},
		{"GET", "/casework/:ref/decision", SignedIn, l.Decision},
		{"POST", "/casework/:ref/decision", SignedIn, l.PostDecision},
		{"GET", "/casework/:ref/return", SignedIn, l.Return},
		{"POST", "/casework/:ref/return", SignedIn, l.PostReturn},
		{"GET", "/casework/:ref/sign-off", SignedIn, l.SignOff},
		{"POST", "/casework/:ref/sign-off", SignedIn, l.PostSignOff},
		{"GET", "/casework/:ref/consultation", SignedIn, l.Consultation},
		{"POST", "/casework/:ref/consultation", SignedIn, l.PostConsultation},
		{"POST", "/casework/:ref/consultation/readers", SignedIn, l.PostReader},
		{"GET", "/casework/:ref/consultation/readers/:reader", SignedIn, l.Reader},
		{"POST", "/casework/:ref/consultation/readers/:reader/end", SignedIn, l.PostEndLink},
		{"GET", "/casework/:ref/v/:number/leave-out", SignedIn, l.LeaveOut},
		{"POST", "/casework/:ref/v/:number/leave-out", SignedIn, l.PostLeaveOut},
		{"POST", "/casework/:ref/v/:number/leave-out/remove", SignedIn, l.PostPutBack},
		{"GET", "/casework/:ref/v/:number/leave-out/publish", SignedIn, l.Withhold},
		{"POST", "/casework/:ref/v/:number/leave-out/publish", SignedIn, l.PostWithhold},
		{"GET", "/casework/:ref/v/:number/formats", SignedIn, l.Formats},
		{"POST", "/casework/:ref/v/:number/formats", SignedIn, l.PostFormat},
		{"POST", "/casework/:ref/v/:number/formats/remove", SignedIn, l.PostRemoveFormat},
		{"GET", "/casework/:ref/v/:number/formats/:format", SignedIn, l.Format},
		{"GET", "/casework/:ref/publish", SignedIn, l.Publish},
		{"POST", "/casework/:ref/publish", SignedIn, l.PostPublish},
	}
}
