package web

import (
	"slices"

	"dorset-eqia/web/account"
	"dorset-eqia/web/admin"
	"dorset-eqia/web/author"
	"dorset-eqia/web/facts"
	"dorset-eqia/web/feed"
	"dorset-eqia/web/lead"
	"dorset-eqia/web/outside"
	"dorset-eqia/web/page"
	"dorset-eqia/web/public"
	"dorset-eqia/web/verify"
)

// Access says who a route answers at all; what they may see or do there is the service's to say.
type Access string

// The kinds of access.
const (
	Anyone   Access = "anyone"  // no session is read; a page with a tag is kept for whoever asks next
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
	Verify   *verify.Pages
	Voice    *public.Voice
}

// Routes lists every address, in the order of the journey.
func Routes(d Deps) []Route {
	l := lead.Pages{Confirm: d.Accounts.Confirm}
	return slices.Concat(signingIn(d.Accounts), starting(), writing(l), reviewing(l), library(), meeting(), papers(), planned(), published(), files(),
		voiced(d.Voice), verified(d.Verify), consulted(d.Outside), forms())
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
		{"GET", "/texts", SignedIn, a.Texts},
		{"GET", "/texts/:text", SignedIn, a.Text},
		{"POST", "/texts/:text", SignedIn, a.PostText},
		{"GET", "/calendar", SignedIn, a.Calendar},
		{"POST", "/calendar", SignedIn, a.PostDayOff},
		{"POST", "/calendar/:day/remove", SignedIn, a.PostRemoveDayOff},
		{"GET", "/forms/draft/drop", SignedIn, a.Drop},
		{"POST", "/forms/draft/drop", SignedIn, a.PostDrop},
	}
}
