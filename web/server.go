// Package web is the service as a browser meets it: every route on one page, the people's pages in folders of their own.
package web

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"dorset-eqia/web/account"
	"dorset-eqia/web/admin"
	"dorset-eqia/web/author"
	"dorset-eqia/web/clerk"
	"dorset-eqia/web/components"
	"dorset-eqia/web/facts"
	"dorset-eqia/web/feed"
	"dorset-eqia/web/grounds"
	"dorset-eqia/web/lead"
	"dorset-eqia/web/members"
	"dorset-eqia/web/outside"
	"dorset-eqia/web/page"
	"dorset-eqia/web/plan"
	"dorset-eqia/web/public"
)

// Access says who a route answers at all; what they may see or do there is the service's to say.
type Access string

// The kinds of access.
const (
	Anyone   Access = "anyone"  // no session is read
	Visitor  Access = "visitor" // anyone; who is signed in is known
	SignedIn Access = "signed in"
)

// Route is one address of the service.
type Route struct {
	Method, Path string
	Access       Access
	Handler      page.Handler
}

// Deps are what the folders of pages need beyond the kit.
type Deps struct {
	Accounts *account.Pages
	Outside  *outside.Pages
}

// Routes lists every address, in the order of the journey.
func Routes(d Deps) []Route {
	l := lead.Pages{Confirm: d.Accounts.Confirm}
	return slices.Concat(signingIn(d.Accounts), writing(l), reviewing(l), library(), meeting(), papers(), planned(), published(), consulted(d.Outside), forms())
}

// signingIn is where everyone comes in, and goes out.
func signingIn(accounts *account.Pages) []Route {
	var p public.Pages
	var f feed.Pages
	return []Route{
		{"GET", "/", Visitor, p.Home},
		{"GET", "/sign-in", Visitor, accounts.SignIn},
		{"POST", "/sign-in", Visitor, accounts.PostSignIn},
		{"POST", "/sign-in/demo", Visitor, accounts.PostDemo},
		{"POST", "/sign-out", Visitor, accounts.PostSignOut},
		{"GET", "/account/password", SignedIn, accounts.Password},
		{"POST", "/account/password", SignedIn, accounts.PostPassword},
		{"GET", "/account/calendar", SignedIn, f.Calendar},
		{"POST", "/account/calendar", SignedIn, f.PostCalendar},
		{"POST", "/account/calendar/end", SignedIn, f.PostEnd},
		{"GET", page.Calendar + "/:token", Anyone, f.Secret},
	}
}

// writing is an assessment from its first page to its record.
func writing(l lead.Pages) []Route {
	var w author.Pages
	var g grounds.Pages
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
		{"GET", "/casework/blank-form", SignedIn, w.BlankForm},
		{"GET", "/casework/start/questions", SignedIn, w.Questions},
		{"POST", "/casework/start/questions", SignedIn, w.PostQuestions},
		{"GET", "/casework/start/advice", SignedIn, w.Advice},
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
		{"GET", "/casework/:ref/publish", SignedIn, l.Publish},
		{"POST", "/casework/:ref/publish", SignedIn, l.PostPublish},
	}
}

// library is the facts that evidence is taken from.
func library() []Route {
	var f facts.Pages
	return []Route{
		{"GET", "/library", SignedIn, f.Browse},
		{"GET", "/library/add", SignedIn, f.Add},
		{"POST", "/library/add", SignedIn, f.PostAdd},
		{"GET", "/library/:fact", SignedIn, f.Fact},
		{"GET", "/library/:fact/change", SignedIn, f.Change},
		{"POST", "/library/:fact/change", SignedIn, f.PostChange},
		{"GET", "/library/:fact/retire", SignedIn, f.Retire},
		{"POST", "/library/:fact/retire", SignedIn, f.PostRetire},
	}
}

// meeting is putting it before members.
func meeting() []Route {
	var m clerk.Pages
	return []Route{
		{"GET", "/meetings", SignedIn, m.Meetings},
		{"GET", "/meetings/deadlines", SignedIn, m.Deadlines},
		{"GET", "/meetings/committees", SignedIn, m.Committees},
		{"POST", "/meetings/committees", SignedIn, m.PostCommittee},
		{"GET", "/meetings/rules", SignedIn, m.Rules},
		{"POST", "/meetings/rules", SignedIn, m.PostRules},
		{"GET", "/meetings/passes", SignedIn, m.Passes},
		{"GET", "/meetings/add", SignedIn, m.Add},
		{"POST", "/meetings/add", SignedIn, m.PostAdd},
		{"GET", "/meetings/add-decision", SignedIn, m.Decision},
		{"POST", "/meetings/add-decision", SignedIn, m.PostDecision},
		{"GET", "/meetings/:meeting", SignedIn, m.Meeting},
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

// published is what the public reads.
func published() []Route {
	var p public.Pages
	return []Route{
		{"GET", "/assessments", Anyone, p.Register},
		{"GET", "/assessments/:ref", Anyone, p.Assessment},
		{"GET", "/assessments/:ref/v/:number", Anyone, p.Assessment},
		{"GET", "/council-meetings", Anyone, p.CouncilMeetings},
		{"GET", "/council-meetings/:meeting", Anyone, p.CouncilMeeting},
		{"GET", "/meetings.ics", Anyone, p.MeetingsFeed},
		{"GET", "/accessibility", Anyone, p.Accessibility},
		{"GET", "/privacy", Anyone, p.Privacy},
		{"GET", "/cookies", Anyone, p.Cookies},
		{"GET", "/contact", Anyone, p.Contact},
	}
}

// consulted is what people outside the council read before sign-off, each by a link of their own.
func consulted(o *outside.Pages) []Route {
	return []Route{
		{"GET", page.Consultation + "/:token", Anyone, o.Read},
		{"POST", page.Consultation + "/:token/comments", Anyone, o.PostComment},
	}
}

// forms is what administrators do with the form itself.
func forms() []Route {
	a := admin.Pages{Blank: author.Preview}
	return []Route{
		{"GET", "/forms", SignedIn, a.Forms},
		{"POST", "/forms", SignedIn, a.PostDraft},
		{"GET", "/forms/versions/:version", SignedIn, a.Version},
		{"GET", "/forms/draft", SignedIn, a.Draft},
		{"GET", "/forms/draft/pages/:page", SignedIn, a.Page},
		{"POST", "/forms/draft/pages/:page", SignedIn, a.PostPage},
		{"GET", "/forms/draft/pages/:page/add", SignedIn, a.NewQuestion},
		{"POST", "/forms/draft/pages/:page/add", SignedIn, a.PostNewQuestion},
		{"GET", "/forms/draft/questions/:question", SignedIn, a.Question},
		{"POST", "/forms/draft/questions/:question", SignedIn, a.PostQuestion},
		{"POST", "/forms/draft/questions/:question/:do", SignedIn, a.PostPlace},
		{"GET", "/forms/draft/characteristics/:code", SignedIn, a.Group},
		{"POST", "/forms/draft/characteristics/:code", SignedIn, a.PostGroup},
		{"POST", "/forms/draft/characteristics/:code/:do", SignedIn, a.PostGroupPlace},
		{"GET", "/forms/draft/new-characteristic", SignedIn, a.NewGroup},
		{"POST", "/forms/draft/new-characteristic", SignedIn, a.PostNewGroup},
		{"GET", "/forms/draft/changes", SignedIn, a.Changes},
		{"GET", "/forms/draft/publish", SignedIn, a.Publish},
		{"POST", "/forms/draft/publish", SignedIn, a.PostPublish},
		{"GET", "/calendar", SignedIn, a.Calendar},
		{"POST", "/calendar", SignedIn, a.PostDayOff},
		{"POST", "/calendar/:day/remove", SignedIn, a.PostRemoveDayOff},
		{"GET", "/forms/draft/drop", SignedIn, a.Drop},
		{"POST", "/forms/draft/drop", SignedIn, a.PostDrop},
	}
}

// New is the whole service as one handler: the guards, the assets, the health check and every route. Proxies are the addresses of those
// in front, whose word is taken on who is asking.
func New(kit *page.Kit, assets Assets, ready func(*http.Request) error, proxies ...string) (http.Handler, error) {
	passwords, err := account.NewPasswords()
	if err != nil {
		return nil, err
	}
	kit.Assets = components.Assets{Styles: assets.Path("app.css"), Start: assets.Path("start.js"), Script: assets.Path("app.js"),
		Icon: assets.Path("icon.svg")}
	pages, err := engine(kit, Deps{Accounts: account.New(passwords), Outside: outside.New()}, proxies)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /assets/", assets.Handler())
	mux.Handle("GET /healthz", &health{ready: ready, now: kit.Now})
	mux.Handle("/", pages)
	return kit.Guard(mux), nil
}

func engine(kit *page.Kit, d Deps, proxies []string) (*gin.Engine, error) {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.RedirectTrailingSlash, e.HandleMethodNotAllowed = false, true
	e.RemoteIPHeaders = []string{"X-Forwarded-For"} // the one that a proxy adds to, and a caller cannot put words in the end of
	if err := e.SetTrustedProxies(proxies); err != nil {
		return nil, fmt.Errorf("trust the proxies: %w", err)
	}
	e.Use(page.Log, kit.Recover, kit.Posts)
	e.NoRoute(kit.Open(page.NotFound))
	e.NoMethod(kit.Open(page.WrongMethod))
	for _, r := range Routes(d) {
		e.Handle(r.Method, r.Path, map[Access]func(page.Handler) gin.HandlerFunc{
			Anyone: kit.Public, Visitor: kit.Open, SignedIn: kit.Staff}[r.Access](r.Handler))
	}
	return e, nil
}
