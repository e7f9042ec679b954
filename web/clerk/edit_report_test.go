package clerk_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

func TestAReportsAuthorAndValueAreChangedOnItsPage(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	h.reported(2, "")
	path := "/reports/" + h.item(2).Appearance.Report.Reference
	press := func(author, value string) answer {
		return h.submit(clerk, h.get(clerk, path+"/edit"), "Save", url.Values{"title": {"Parking"}, "access": {"open"}, "author": {author}, "value": {value}})
	}
	press("nobody@council.example", "").wants(t, "Nobody with this email address can sign in here. Check it, or leave it empty and enter the lead officer")
	press("somebody", "").wants(t, "Enter an email address in the correct format, like name@example.com")
	press("", "a lot").wants(t, "Enter an amount in pounds in figures, for example 500,000 or 499.50")
	if got := press(strings.ToUpper(eqiatest.Author().Email), "£1250000"); got.Status != http.StatusSeeOther {
		t.Fatalf("saving it answers %d", got.Status)
	}
	shown := h.get(eqiatest.Lead(), path)
	shown.says(t, "£1,250,000")
	shown.says(t, eqiatest.Author().Name)
	form := h.get(clerk, path+"/edit")
	if email, value := form.Find("#author").AttrOr("value", ""), form.Find("#value").AttrOr("value", ""); email != eqiatest.Author().Email || value != "1,250,000" {
		t.Errorf("the form has %q and %q", email, value)
	}
	press("", "")
	if r := h.item(2).Appearance.Report; r.Author != "" || r.ValuePence != 0 {
		t.Errorf("emptied it is %+v", r)
	}
}

func TestAnItemsHistoryNamesWhoLinkedWithdrewAndCleared(t *testing.T) {
	h := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	at := h.reported(2, "")
	link, err := h.c.Link(ctx, clerk, at, committee.LinkCommand{Reference: h.signed(""), Relation: committee.Appended, Covers: committee.CoversAll})
	h.ok(err)
	h.ok(h.c.WithdrawLink(ctx, clerk, link, committee.WithdrawCommand{Reason: "Another car park."}))
	h.submit(eqiatest.Lead(), h.get(eqiatest.Lead(), h.at(2, "check")), "Record it", url.Values{"role": {"equality"}, "state": {"cleared"}})
	text := words(h.get(clerk, h.at(2, "check")).Find("main").Text())
	if n := strings.Count(text, "by "+clerk.Name); n != 2 {
		t.Errorf("the clerk is named %d times: %s", n, text)
	}
	if !strings.Contains(text, "by "+eqiatest.Lead().Name) {
		t.Errorf("who cleared it is not named: %s", text)
	}
}

func TestWhatIsPostedFromAFilteredAgendaLeadsBackToIt(t *testing.T) {
	h := open(t)
	ctx, clerk, lead := t.Context(), eqiatest.Clerk(), eqiatest.Lead()
	at := h.reported(2, "")
	_, err := h.c.GiveReason(ctx, clerk, at, committee.ReasonCommand{Code: committee.Partner, Public: "The partner’s own assessment covers it."})
	h.ok(err)
	filtered := h.path() + "?show=blocked"
	if got := h.submit(lead, h.get(lead, filtered), "Agree the reason", url.Values{}); got.Location != filtered {
		t.Errorf("it leads to %s", got.Location)
	}
	if got := h.post(clerk, h.path()+"/named", url.Values{"show": {"//elsewhere"}}); got.Location != h.path() {
		t.Errorf("with a filter that there is not it leads to %s", got.Location)
	}
}
