package web

import (
	"dorset-eqia/web/clerk"
	"dorset-eqia/web/members"
	"dorset-eqia/web/plan"
)

// meeting is putting it before members.
func meeting() []Route {
	var m clerk.Pages
	return []Route{
		{"GET", "/meetings", SignedIn, m.Meetings},
		{"GET", "/meetings/deadlines", SignedIn, m.Deadlines},
		{"GET", "/meetings/committees", SignedIn, m.Committees},
		{"POST", "/meetings/committees", SignedIn, m.PostCommittee},
		{"GET", "/meetings/timetable", SignedIn, m.Timetable},
		{"POST", "/meetings/timetable", SignedIn, m.PostTimetable},
		{"GET", "/meetings/rules", SignedIn, m.Rules},
		{"POST", "/meetings/rules", SignedIn, m.PostRules},
		{"GET", "/meetings/passes", SignedIn, m.Passes},
		{"GET", "/meetings/add", SignedIn, m.Add},
		{"POST", "/meetings/add", SignedIn, m.PostAdd},
		{"GET", "/meetings/add-decision", SignedIn, m.Decision},
		{"POST", "/meetings/add-decision", SignedIn, m.PostDecision},
		{"GET", "/meetings/:meeting", SignedIn, m.Meeting},
		{"GET", "/meetings/:meeting/sheets/:sheet", SignedIn, m.Sheet},
		{"GET", "/meetings/:meeting/edit", SignedIn, m.Edit},
		{"POST", "/meetings/:meeting/edit", SignedIn, m.PostEdit},
		{"GET", "/meetings/:meeting/agenda", SignedIn, m.Agenda},
		{"POST", "/meetings/:meeting/agenda", SignedIn, m.PostAgenda},
		{"GET", "/meetings/:meeting/together", SignedIn, m.Together},
		{"POST", "/meetings/:meeting/together", SignedIn, m.PostTogether},
		{"POST", "/meetings/:meeting/named", SignedIn, m.PostNamed},
		{"GET", "/meetings/:meeting/items/:item/check", SignedIn, m.Check},
		{"POST", "/meetings/:meeting/items/:item/clearance", SignedIn, m.PostClear},
		{"GET", "/meetings/:meeting/items/:item/edit", SignedIn, m.EditItem},
		{"POST", "/meetings/:meeting/items/:item/edit", SignedIn, m.PostEditItem},
		{"GET", "/meetings/:meeting/items/:item/report", SignedIn, m.ChooseReport},
		{"POST", "/meetings/:meeting/items/:item/report", SignedIn, m.PostChooseReport},
		{"GET", "/meetings/:meeting/items/:item/briefing", SignedIn, members.Pages{}.Briefing},
		{"GET", "/meetings/:meeting/items/:item/report-text", SignedIn, m.ReportText},
		{"POST", "/meetings/:meeting/items/:item/report-text", SignedIn, m.PostReportText},
		{"GET", "/meetings/:meeting/items/:item/link", SignedIn, m.Link},
		{"POST", "/meetings/:meeting/items/:item/link", SignedIn, m.PostLink},
		{"POST", "/meetings/:meeting/items/:item/not-expected", SignedIn, m.PostNotExpected},
		{"GET", "/meetings/:meeting/items/:item/links/:link/withdraw", SignedIn, m.Withdraw},
		{"POST", "/meetings/:meeting/items/:item/links/:link/withdraw", SignedIn, m.PostWithdraw},
		{"GET", "/meetings/:meeting/items/:item/reason", SignedIn, m.Reason},
		{"POST", "/meetings/:meeting/items/:item/reason", SignedIn, m.PostReason},
		{"GET", "/meetings/:meeting/items/:item/pass/:mark", SignedIn, m.Pass},
		{"POST", "/meetings/:meeting/items/:item/pass/:mark", SignedIn, m.PostPass},
		{"POST", "/meetings/:meeting/items/:item/passes/:pass/confirm", SignedIn, m.PostConfirmPass},
		{"POST", "/meetings/:meeting/items/:item/passes/:pass/end", SignedIn, m.PostEndPass},
		{"POST", "/meetings/:meeting/items/:item/reasons/:reason/agree", SignedIn, m.PostAgree},
		{"POST", "/meetings/:meeting/items/:item/reasons/:reason/withdraw", SignedIn, m.PostWithdrawReason},
	}
}

// papers is what is published of a meeting and what became of it, and reports on their way.
func papers() []Route {
	var m clerk.Pages
	return []Route{
		{"GET", "/meetings/changes", SignedIn, m.Changes},
		{"GET", "/meetings/:meeting/changes/:mark", SignedIn, m.Telling},
		{"POST", "/meetings/:meeting/changes/:mark", SignedIn, m.PostTelling},
		{"GET", "/meetings/:meeting/publish", SignedIn, m.PublishCheck},
		{"POST", "/meetings/:meeting/publish", SignedIn, m.PostPublishCheck},
		{"GET", "/meetings/:meeting/editions/:edition", SignedIn, m.Edition},
		{"GET", "/meetings/:meeting/editions/:edition/manifest", SignedIn, m.Manifest},
		{"GET", "/meetings/:meeting/editions/:edition/state", SignedIn, m.State},
		{"POST", "/meetings/:meeting/editions/:edition/state", SignedIn, m.PostState},
		{"GET", "/meetings/:meeting/packs", SignedIn, m.Packs},
		{"POST", "/meetings/:meeting/packs", SignedIn, m.PostPack},
		{"GET", "/meetings/:meeting/packs/:pack", SignedIn, m.Pack},
		{"GET", "/meetings/:meeting/minutes", SignedIn, m.Minutes},
		{"GET", "/meetings/:meeting/items/:item/outcome", SignedIn, m.Outcome},
		{"POST", "/meetings/:meeting/items/:item/outcome", SignedIn, m.PostOutcome},
		{"GET", "/meetings/:meeting/items/:item/points", SignedIn, m.Points},
		{"POST", "/meetings/:meeting/items/:item/points", SignedIn, m.PostPoint},
		{"GET", "/meetings/:meeting/items/:item/points/:point", SignedIn, m.Point},
		{"POST", "/meetings/:meeting/items/:item/points/:point", SignedIn, m.PostChangePoint},
		{"GET", "/meetings/:meeting/items/:item/promises", SignedIn, m.Promises},
		{"POST", "/meetings/:meeting/items/:item/promises", SignedIn, m.PostPromise},
		{"GET", "/meetings/:meeting/items/:item/promises/:promise", SignedIn, m.Close},
		{"POST", "/meetings/:meeting/items/:item/promises/:promise", SignedIn, m.PostClose},
		{"GET", "/meetings/:meeting/items/:item/take-off", SignedIn, m.TakeOff},
		{"POST", "/meetings/:meeting/items/:item/take-off", SignedIn, m.PostTakeOff},
		{"GET", "/meetings/:meeting/items/:item/remove", SignedIn, m.Remove},
		{"POST", "/meetings/:meeting/items/:item/remove", SignedIn, m.PostRemove},
		{"GET", "/meetings/:meeting/evidence", SignedIn, m.MeetingEvidence},
		{"POST", "/meetings/:meeting/evidence", SignedIn, m.PostMeetingEvidence},
		{"GET", "/reports/:report/evidence", SignedIn, m.ReportEvidence},
		{"POST", "/reports/:report/evidence", SignedIn, m.PostReportEvidence},
		{"GET", "/reports/:report/revise", SignedIn, m.Revise},
		{"POST", "/reports/:report/revise", SignedIn, m.PostRevise},
		{"GET", "/reports/:report", SignedIn, m.Report},
		{"GET", "/reports/:report/edit", SignedIn, m.EditReport},
		{"POST", "/reports/:report/edit", SignedIn, m.PostEditReport},
		{"GET", "/reports/:report/compare", SignedIn, m.CompareReport},
	}
}

// planned is what forward plans announce.
func planned() []Route {
	var f plan.Pages
	return []Route{
		{"GET", "/plan", SignedIn, f.List},
		{"GET", "/plan/export", SignedIn, f.Export},
		{"GET", "/plan/add", SignedIn, f.Add},
		{"POST", "/plan/add", SignedIn, f.PostAdd},
		{"GET", "/plan/:item", SignedIn, f.Item},
		{"GET", "/plan/:item/edit", SignedIn, f.Edit},
		{"POST", "/plan/:item/edit", SignedIn, f.PostEdit},
		{"POST", "/plan/:item/take-over", SignedIn, f.PostTakeOver},
		{"POST", "/plan/:item/match", SignedIn, f.PostMatch},
		{"POST", "/plan/:item/link", SignedIn, f.PostLink},
		{"POST", "/plan/:item/unlink", SignedIn, f.PostUnlink},
		{"POST", "/plan/:item/expect", SignedIn, f.PostExpect},
		{"GET", "/imports", SignedIn, f.Files},
		{"GET", "/imports/plan", SignedIn, f.Bring},
		{"POST", "/imports/plan", SignedIn, f.PostBring},
		{"GET", "/imports/waiting/:import", SignedIn, f.File},
		{"POST", "/imports/waiting/:import", SignedIn, f.PostFile},
		{"GET", "/imports/meetings", SignedIn, f.BringMeetings},
		{"POST", "/imports/meetings", SignedIn, f.PostBringMeetings},
		{"POST", "/imports/waiting/:import/meetings", SignedIn, f.PostMeetings},
		{"POST", "/imports/waiting/:import/drop", SignedIn, f.PostDropFile},
	}
}
