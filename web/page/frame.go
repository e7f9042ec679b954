package page

import (
	"strings"

	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/workflow"
)

// flashes are the messages a page can show once, after a post. The cookie carries the code alone.
var flashes = map[string]string{ //nolint:gosec // messages, one of them about a changed password
	"saved":            "Your answers are saved.",
	"added":            "Added.",
	"removed":          "Removed.",
	"recalled":         "You have taken it back. You can change it again.",
	"discarded":        "The draft is deleted.",
	"withdrawn":        "It is withdrawn.",
	"lifted":           "The restriction is lifted.",
	"released":         "It is back in the queue.",
	"taken":            "You are now reviewing this assessment.",
	"declined":         "It is back with the author, as a full assessment.",
	"returned":         "It is back with the author, with your comments.",
	"signed":           "The assessment is signed off.",
	"published":        "The assessment is in the public register.",
	"left-out":         "The words will be left out of the public version.",
	"put-back":         "The words are back in.",
	"commented":        "Your comment is added.",
	"answered":         "The comment is marked as answered.",
	"resolved":         "The comment is marked as resolved.",
	"version":          "A new version is started. It holds the answers of the last one.",
	"password":         "Your password is changed. Other browsers are signed out.",
	"allowed":          "Your permission is recorded.",
	"linked":           "The assessment is linked.",
	"unlinked":         "The link is withdrawn.",
	"reason":           "The reason is recorded.",
	"agenda":           "The agenda items are added.",
	"meeting":          "The meeting is added.",
	"report":           "The report is added.",
	"expected":         "The assessment is noted as expected.",
	"not-expected":     "The assessment is no longer expected on this item.",
	"agreed":           "The reason is agreed.",
	"decision":         "The decision is added.",
	"marked":           "The items are marked as procedural.",
	"chased":           "The authors will get a message.",
	"nobody-chased":    "Nobody was asked: the items wait for nobody with an account, or they were asked today.",
	"cleared":          "The clearance is recorded.",
	"revised":          "The new version of the report is added.",
	"reason-withdrawn": "The reason is withdrawn.",
	"papers":           "What was published is recorded.",
	"stated":           "The time is stated. What was stated before is kept.",
	"decided":          "What became of the report is recorded.",
	"point":            "The point is recorded.",
	"promise":          "The promise is recorded.",
	"promise-closed":   "What was done is recorded.",
	"told":             "How members were told is recorded.",
	"taken-off":        "The report is taken off the item.",
	"item-removed":     "The item is removed.",
	"text-put":         "The text is in the report.",
	"access":           "The decision is recorded.",
	"calendar-made":    "The address is made. It is shown below, once.",
	"calendar-ended":   "The address is stopped. Nobody can use it any more.",
	"passed":           "It is recorded that this may pass.",
	"pass-confirmed":   "The pass is confirmed.",
	"pass-ended":       "The pass is ended. What was found counts again.",
	"rules":            "The rules are saved.",
	"timetable":        "The timetable is saved. Every deadline is worked out by it from now on.",
	"brought":          "The draft is made. What was not understood in the file is not in it.",
	"copied":           "The copy is made. Check each answer that was copied, then save its page.",
	"dropped":          "The text that was not saved is deleted.",
	"consulted":        "The draft is released. Now add the people who are to read it.",
	"link-ended":       "The link is ended. Nobody can open it any more.",
	"assigned":         "The review is theirs now.",
	"away":             "The absence is recorded.",
	"back":             "The absence is ended.",
	"judged":           "What this part needs is recorded. The author sees it when the review is sent.",
	"accepted":         "The part is accepted as it stands.",
	"suggested":        "Your suggestion is added. The author sees it when the review is sent.",
	"used":             "The suggested wording is in the assessment now.",
	"reworded":         "Your comment is changed.",
	"urgent":           "It is marked as urgent.",
	"not-urgent":       "It is no longer marked as urgent.",
	"reviewed":         "The review is recorded.",
	"form-saved":       "The new version of the form is changed.",
	"form-published":   "The new version of the form is published.",
	"form-dropped":     "The new version of the form is deleted.",
	"nothing-to-save":  "There was nothing to save.",
	"cited":            "Your answer is saved, and the figure is among your evidence.",
	"cited-list":       "The figures are among your evidence.",
	"renewed":          "Your evidence now has the new figure.",
	"fact-added":       "The figure is in the library.",
	"fact-changed":     "The new figure is in the library. Drafts that use the old one offer it.",
	"matched":          "The report is noted as the same matter.",
	"not-matched":      "The report is noted as another matter.",
	"taken-over":       "The item now has what the plan says.",
	"brought-in":       "The plan is brought in.",
	"meetings-in":      "The file is brought in.",
	"dropped-file":     "The file is dropped. Nothing was changed.",
	"day-off":          "The days are in the calendar. Every deadline leaves them out.",
	"day-off-removed":  "The days are out of the calendar. Every deadline counts them again.",
	"text-changed":     "The words are changed. Everyone reads the new ones now.",
	"fact-retired":     "The figure is out of use. Drafts that use it say so.",
}

// Frame is the page around a page: its title, where it sits, who is signed in and where else they can go.
func (r *Request) Frame(title, section string) components.Page {
	s := r.Kit.Settings
	p := components.Page{Title: title, Section: section, Service: s.Service, Council: s.Council, Demo: s.Demo, Assets: r.Kit.Assets,
		RequestID: r.Writer.Header().Get("X-Request-Id"), Nav: r.nav(), Home: "/assessments", Feedback: "/contact"}
	if r.Person.ID == "" {
		return p
	}
	p.Home = "/casework"
	p.Person = &components.PersonLine{Name: r.Person.Name, SignOut: "/sign-out", Account: "/account/password"}
	p.Flash = r.flash()
	return p
}

// flash takes the message left by the last post, and forgets it.
func (r *Request) flash() *components.NotificationBanner {
	name := r.Kit.cookie("flash")
	ck, err := r.Request.Cookie(name)
	if err != nil {
		return nil
	}
	r.setCookie(name, "", -1)
	text, ok := flashes[ck.Value]
	if !ok {
		return nil
	}
	return &components.NotificationBanner{Title: "Done", Text: text, Success: true}
}

// nav lists the parts of the service that the person's roles give them.
func (r *Request) nav() []components.NavItem {
	var items []components.NavItem
	add := func(text, href string) {
		at := r.Request.URL.Path
		items = append(items, components.NavItem{Text: text, Href: href, Current: at == href, Active: strings.HasPrefix(at, href+"/")})
	}
	if r.Person.ID != "" {
		add("Your assessments", "/casework")
	}
	if r.Person.ID != "" {
		add("Evidence library", "/library")
	}
	if r.Person.Holds(workflow.Reviewer, workflow.Lead) {
		add("Review queue", "/review")
	}
	if r.Person.Holds(workflow.Clerk, workflow.MonitoringOfficer, workflow.Lead, workflow.Member) {
		add("Meetings", "/meetings")
	}
	if r.Person.Holds(workflow.Clerk, workflow.MonitoringOfficer, workflow.Lead) {
		add("Forward plan", "/plan")
	}
	if r.Person.Holds(workflow.Administrator) {
		add("Rules", "/meetings/rules")
		add("Form", "/forms")
		add("Days off", "/calendar")
		add("Public pages", "/texts")
	}
	add("Public register", "/assessments")
	if r.Person.ID == "" {
		add("Council meetings", "/council-meetings")
		add("Check a copy", Check)
	}
	if r.Person.ID == "" && !strings.HasPrefix(r.Request.URL.Path, "/sign-in") {
		add("Sign in", "/sign-in")
	}
	return items
}

// Failed is the frame with what has to be put right.
func Failed(p components.Page, errs form.Errors) components.Page {
	p.Errors = errs
	return p
}
