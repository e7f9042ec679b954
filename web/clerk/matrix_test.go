package clerk_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

// routesOf lists every route about one meeting: who may use it, with an empty form where it is a post. Everyone else is told that there is
// no such page, and people who are not signed in are asked to.
func (h *hall) routesOf(link committee.LinkID, reason committee.ReasonID, report string) []struct {
	method, path string
	roles        string
} {
	linked, bare := 2, 3
	return []struct{ method, path, roles string }{
		{"GET", h.path(), "clerk lead monitoring member"},
		{"GET", h.path() + "/sheets/agenda.csv", "clerk lead monitoring"},
		{"GET", h.path() + "/sheets/links.csv", "clerk lead monitoring"},
		{"GET", h.path() + "/edit", "clerk"},
		{"POST", h.path() + "/edit", "clerk"},
		{"GET", h.path() + "/agenda", "clerk"},
		{"POST", h.path() + "/agenda", "clerk"},
		{"GET", h.at(linked, "edit"), "clerk"},
		{"POST", h.at(linked, "edit"), "clerk"},
		{"GET", h.at(bare, "report"), "clerk"},
		{"POST", h.at(bare, "report"), "clerk"},
		{"GET", h.at(linked, "link"), "clerk"},
		{"POST", h.at(linked, "link"), "clerk"},
		{"POST", h.at(linked, "not-expected"), "clerk"},
		{"GET", h.at(linked, "links/"+string(link)+"/withdraw"), "clerk"},
		{"POST", h.at(linked, "links/"+string(link)+"/withdraw"), "clerk"},
		{"GET", h.at(linked, "links/"+string(link)+"/pdf"), h.appended(linked)},
		{"GET", h.at(linked, "links/"+string(link)+"/docx"), h.appended(linked)},
		{"GET", h.at(linked, "links/"+string(link)+"/json"), h.appended(linked)},
		{"GET", h.at(linked, "report-text/pdf"), "clerk lead monitoring"},
		{"GET", h.at(linked, "report-text/docx"), "clerk lead monitoring"},
		{"GET", h.at(linked, "report-text/json"), "clerk lead monitoring"},
		{"GET", h.at(linked, "report-text"), "clerk lead monitoring"},
		{"POST", h.at(linked, "report-text"), "clerk"},
		{"GET", h.at(linked, "briefing"), h.briefed(linked)},
		{"GET", h.at(linked, "reason"), "clerk lead monitoring"},
		{"POST", h.at(linked, "reason"), "clerk lead monitoring"},
		{"GET", "/reports/" + report, "clerk lead monitoring"},
		{"GET", "/reports/" + report + "/revise", "clerk"},
		{"POST", "/reports/" + report + "/revise", "clerk"},
		{"GET", h.path() + "/evidence", "monitoring"},
		{"POST", h.path() + "/evidence", "monitoring"},
		{"GET", "/reports/" + report + "/evidence", "monitoring"},
		{"POST", "/reports/" + report + "/evidence", "monitoring"},
		{"GET", h.path() + "/publish", "clerk lead monitoring"},
		{"POST", h.path() + "/publish", "clerk"},
		{"GET", h.edition(), "clerk lead monitoring"},
		{"GET", h.edition() + "/manifest", "clerk lead monitoring"},
		{"GET", h.edition() + "/state", "clerk"},
		{"POST", h.edition() + "/state", "clerk"},
		{"GET", h.path() + "/changes/" + h.change(), "clerk"},
		{"POST", h.path() + "/changes/" + h.change(), "clerk"},
		{"GET", h.path() + "/packs", "clerk lead monitoring"},
		{"POST", h.path() + "/packs", "clerk"},
		{"GET", h.path() + "/packs/" + string(h.checkedPack()), "clerk lead monitoring"},
		{"GET", h.path() + "/minutes", "clerk lead monitoring"},
		{"GET", h.at(linked, "outcome"), "clerk"},
		{"POST", h.at(linked, "outcome"), "clerk"},
		{"GET", h.at(linked, "points"), "clerk lead monitoring"},
		{"POST", h.at(linked, "points"), "clerk"},
		{"GET", h.at(linked, "points/"+string(h.item(linked).Appearance.Challenges[0].ID)), "clerk"},
		{"POST", h.at(linked, "points/"+string(h.item(linked).Appearance.Challenges[0].ID)), "clerk"},
		{"GET", h.at(linked, "promises"), "clerk lead monitoring"},
		{"POST", h.at(linked, "promises"), "clerk"},
		{"GET", h.at(linked, "promises/"+string(h.item(linked).Appearance.Commitments[0].ID)), "clerk lead"},
		{"POST", h.at(linked, "promises/"+string(h.item(linked).Appearance.Commitments[0].ID)), "clerk lead"},
		{"GET", h.at(linked, "take-off"), "clerk"},
		{"POST", h.at(linked, "take-off"), "clerk"},
		{"GET", h.at(bare, "remove"), "clerk"},
		{"POST", h.at(linked, "remove"), "clerk"},
		{"GET", "/reports/" + report + "/edit", "clerk"},
		{"POST", "/reports/" + report + "/edit", "clerk"},
		{"GET", "/reports/" + report + "/compare?from=1&to=1", "clerk lead monitoring"},
		{"GET", h.path() + "/together", "clerk"},
		{"POST", h.path() + "/together", "clerk"},
		{"POST", h.path() + "/named", "clerk"},
		{"GET", h.at(linked, "check"), "clerk lead monitoring"},
		{"POST", h.at(linked, "clearance"), "clerk lead monitoring"},
		{"POST", h.at(linked, "reasons/"+string(reason)+"/agree"), "lead; refused clerk monitoring"},
		{"POST", h.at(linked, "reasons/"+string(reason)+"/withdraw"), "clerk lead; refused monitoring"},
	}
}

// afterwards gives the second item a point and a promise, and the meeting an edition that no longer says what is linked.
func (h *hall) afterwards(at committee.AppearanceID) {
	h.t.Helper()
	ctx, clerk, today := h.t.Context(), eqiatest.Clerk(), eqia.DayOf(h.Now())
	h.ok(h.c.RecordChallenge(ctx, clerk, committee.Challenge{AppearanceID: at, Councillor: "Ward member", Channel: "meeting", Text: "Who?", AskedOn: today}, ""))
	h.ok(h.c.Promise(ctx, clerk, committee.Commitment{AppearanceID: at, Text: "A survey", Owner: "Parking", DueOn: today}, ""))
	h.ok(h.c.Store.Write(ctx, &committee.Change{Book: &committee.RuleBook{Set: committee.Introductory}, Acts: []eqia.Act{{At: h.Now(), Kind: "test"}}}))
	_, err := h.c.PublishAgenda(ctx, clerk, h.meeting, committee.PublishCommand{Kind: committee.MainEdition})
	h.ok(err)
	i := h.item(4)
	i.Title = "Changes to staff"
	h.ok(h.c.EditItem(ctx, clerk, i))
}

// edition is the address of the meeting's first edition.
func (h *hall) edition() string {
	m, err := h.c.Meeting(h.t.Context(), eqiatest.Clerk(), h.meeting)
	h.ok(err)
	return h.path() + "/editions/" + string(m.Editions[0].ID)
}

// change is the mark of what changed since.
func (h *hall) change() string {
	c, err := h.c.SinceAt(h.t.Context(), eqiatest.Clerk(), h.meeting)
	h.ok(err)
	return c.List[0].Mark
}

// briefed is who reads the briefing on the nth item: councillors unless it is closed.
func (h *hall) briefed(n int) string {
	if h.item(n).Closed() {
		return "clerk lead monitoring"
	}
	return "clerk lead monitoring member"
}

// appended are those who get the assessment of an item as an appendix: those who may also read it.
func (h *hall) appended(n int) string {
	if h.item(n).Closed() {
		return "lead monitoring"
	}
	return "clerk lead monitoring"
}

// people are those of the matrix, by the names in its rows.
func people() map[string]eqia.Person {
	return map[string]eqia.Person{"nobody": {}, "author": eqiatest.Author(), "reviewer": eqiatest.Reviewer(), "lead": eqiatest.Lead(),
		"clerk": eqiatest.Clerk(), "monitoring": eqiatest.MonitoringOfficer(), "member": eqiatest.Member(), "administrator": eqiatest.Administrator()}
}

func TestEveryRouteOfAMeetingAnswersEveryPersonAsTheRulesSay(t *testing.T) {
	for name, kind := range map[string]string{"an open item": "", "a closed item with a restricted assessment": eqiatest.Restructure} {
		t.Run(name, func(t *testing.T) {
			h := open(t)
			i := h.item(2)
			if kind != "" {
				i.Access = committee.FullyExempt
				h.ok(h.c.EditItem(t.Context(), eqiatest.Clerk(), i))
			}
			at := h.reported(2, "")
			link, err := h.c.Link(t.Context(), eqiatest.Clerk(), at, committee.LinkCommand{Reference: h.signed(kind), Relation: committee.Appended, Covers: committee.CoversAll})
			h.ok(err)
			reason, err := h.c.GiveReason(t.Context(), eqiatest.Clerk(), at, committee.ReasonCommand{Code: committee.Partner, Public: "The partner’s own assessment covers it."})
			h.ok(err)
			h.afterwards(at)
			for _, route := range h.routesOf(link, reason, h.item(2).Appearance.Report.Reference) {
				h.everyoneAsks(route.method, route.path, route.roles)
			}
		})
	}
}

func (h *hall) everyoneAsks(method, path, roles string) {
	h.t.Helper()
	may, refused, _ := strings.Cut(roles, "; refused ")
	for who, p := range people() {
		want := "hidden"
		switch {
		case who == "nobody":
			want = "asked to sign in"
		case strings.Contains(" "+may+" ", " "+who+" "):
			want = "let through"
		case strings.Contains(" "+refused+" ", " "+who+" "):
			want = "refused"
		}
		if want == "let through" && (strings.Contains(path, "/reasons/") || strings.Contains(path, "/passes/")) {
			continue // what it does is tested with the reasons
		}
		got := h.get(p, path)
		if method == http.MethodPost {
			got = h.post(p, path, url.Values{})
		}
		if outcome(got) != want {
			h.t.Errorf("%s %s by %s is %s (%d), not %s", method, path, who, outcome(got), got.Status, want)
		}
	}
}

func outcome(a answer) string {
	switch {
	case a.Status == http.StatusUnauthorized, strings.HasPrefix(a.Location, "/sign-in"):
		return "asked to sign in"
	case a.Status == http.StatusNotFound:
		return "hidden"
	case a.Status == http.StatusForbidden:
		return "refused"
	case a.Status < 400 || a.Status == http.StatusUnprocessableEntity:
		return "let through"
	default:
		return http.StatusText(a.Status)
	}
}

func TestAnItemIsOnlyFoundUnderItsOwnMeeting(t *testing.T) {
	h := open(t)
	m, err := h.c.Meeting(t.Context(), eqiatest.Clerk(), h.meeting)
	h.ok(err)
	other, err := h.c.AddMeeting(t.Context(), eqiatest.Clerk(), committee.Meeting{Committee: m.Committee, Status: committee.Confirmed,
		StartsAt: h.Now().AddDate(0, 0, 28)}, "")
	h.ok(err)
	for _, path := range []string{"/meetings/" + string(other) + "/items/" + string(h.item(2).ID) + "/edit", "/meetings/nonsense", "/reports/R-1",
		h.path() + "/items/nonsense/edit", h.at(2, "link")} {
		if got := h.get(eqiatest.Clerk(), path).Status; got != http.StatusNotFound {
			t.Errorf("%s answers %d", path, got)
		}
	}
}

func TestACouncillorSeesWhatIsBeforeMembersAndNothingElse(t *testing.T) {
	h := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	at := h.reported(2, "")
	ref := h.signed("")
	_, err := h.c.Link(ctx, clerk, at, committee.LinkCommand{Reference: ref, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 3"})
	h.ok(err)
	waiting := h.written("")
	h.ok(h.c.Expect(ctx, clerk, committee.ExpectCommand{Appearance: at, Reference: waiting}))
	_, err = h.c.GiveReason(ctx, clerk, h.reported(3, ""), committee.ReasonCommand{Code: committee.ProceduralItem, Public: "It appoints a panel.", Private: "Advice from legal"})
	h.ok(err)
	closed := h.item(4)
	closed.Access = committee.FullyExempt
	h.ok(h.c.EditItem(ctx, clerk, closed))

	seen := h.get(eqiatest.Member(), h.path())
	seen.says(t, ref+" version 1.0")
	seen.says(t, "Appendix 3")
	seen.says(t, "It appoints a panel.")
	for _, secret := range []string{waiting, "Advice from legal", "Staff changes", "Next steps", "How far it has come"} {
		seen.neverSays(t, secret)
	}
	if n := seen.Find("main form, main [role=button]").Length(); n > 0 {
		t.Errorf("there are %d forms or buttons", n)
	}
	for _, link := range seen.Find("#agenda a").EachIter() {
		if got := h.get(eqiatest.Member(), link.AttrOr("href", "")).Status; got != http.StatusOK {
			t.Errorf("the link to %s answers %d", link.Text(), got)
		}
	}
	h.get(clerk, h.path()).says(t, "Advice from legal")
}
