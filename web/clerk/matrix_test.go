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
		{"GET", h.at(linked, "report-text"), "clerk lead monitoring"},
		{"GET", h.at(linked, "reason"), "clerk lead monitoring"},
		{"POST", h.at(linked, "reason"), "clerk lead monitoring"},
		{"GET", "/reports/" + report, "clerk lead monitoring"},
		{"POST", h.at(linked, "reasons/"+string(reason)+"/agree"), "lead; refused clerk monitoring"},
		{"POST", h.at(linked, "reasons/"+string(reason)+"/withdraw"), "clerk lead; refused monitoring"},
	}
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
		if want == "let through" && strings.Contains(path, "/reasons/") {
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
