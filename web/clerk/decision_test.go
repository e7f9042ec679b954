package clerk_test

import (
	"net/http"
	"net/url"
	"testing"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

func TestADecisionOfOnePersonIsEnteredAndShownAsADecision(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	h.get(clerk, "/meetings/add-decision").says(t, "Nobody who decides alone is here yet.")
	member, err := h.c.AddCommittee(t.Context(), clerk, committee.Committee{Name: "Cabinet member for Highways", Kind: committee.CabinetMember,
		Regime: committee.Exec2012}, "")
	h.ok(err)
	asked := h.get(clerk, "/meetings/add-decision")
	if n := asked.Find("#maker option").Length(); n != 2 {
		t.Errorf("%d choices of who decides, with the empty one: a body that meets is among them", n)
	}
	h.submit(clerk, asked, "Add the decision", url.Values{}).wants(t, "Select who decides", "Enter the date of the decision", "Enter what is decided",
		"Select who can read it")
	filled := url.Values{"maker": {string(member)}, "date-day": {"16"}, "date-month": {"3"}, "date-year": {"2027"}, "title": {"Parking on Sundays"}, "access": {"open"}}
	done := h.submit(clerk, asked, "Add the decision", filled)
	if again := h.post(clerk, "/meetings/add-decision", filled); done.Status != http.StatusSeeOther || again.Location != done.Location {
		t.Fatalf("it leads to %q, and sent again to %q", done.Location, again.Location)
	}
	shown := h.get(clerk, done.Location)
	shown.says(t, "Decision by Cabinet member for Highways, 16 March 2027")
	shown.says(t, "Parking on Sundays")
	shown.neverSays(t, "Venue")
	if n := shown.Find("#agenda tbody tr").Length(); n != 1 {
		t.Errorf("there are %d things to decide", n)
	}
	filled.Set("maker", "nonsense")
	filled.Del("once")
	h.post(clerk, "/meetings/add-decision", filled).wants(t, "Select who decides from the list")
}
