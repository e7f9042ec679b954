package clerk_test

import (
	"encoding/csv"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

// sheet is a CSV file of the meeting as a clerk takes it away, with its rows.
func (h *hall) sheet(name string) (raw []byte, rows [][]string) {
	h.t.Helper()
	request := httptest.NewRequest(http.MethodGet, h.path()+"/sheets/"+name, http.NoBody)
	request.AddCookie(&http.Cookie{Name: "eqia-session", Value: token(eqiatest.Clerk())})
	w := httptest.NewRecorder()
	h.handler.ServeHTTP(w, request)
	raw = w.Body.Bytes()
	rows, err := csv.NewReader(strings.NewReader(w.Body.String())).ReadAll()
	h.ok(err)
	return raw, rows
}

func TestWhatIsBeforeMembersIsTakenAwayAsASheet(t *testing.T) {
	h := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	at := h.reported(2, "3(a) Agree the charges.\n3(b) Note the rest.")
	ref := h.signed("")
	points := h.item(2).Appearance.Version.Recommendations
	_, err := h.c.Link(ctx, clerk, at, committee.LinkCommand{Reference: ref, Relation: committee.Appended, Covers: committee.CoversSome,
		Recommendations: []committee.PointID{points[0].ID, points[1].ID}, Note: "=The charges", Appendix: "Appendix 3"})
	h.ok(err)
	_, err = h.c.GiveReason(ctx, clerk, h.reported(3, ""), committee.ReasonCommand{Code: committee.ProceduralItem, Public: "It appoints a panel.", Private: "Advice from legal"})
	h.ok(err)
	_, rows := h.sheet("links.csv")
	if len(rows) != 3 || len(rows[0]) != 11 {
		t.Fatalf("the links are %q", rows)
	}
	want := h.item(2).Appearance.Report.Reference + " 1 " + string(h.meeting) + " " + ref + " 1.0 appended 3(a) | 3(b) '=The charges Appendix 3"
	if got := strings.TrimSpace(strings.Join(rows[1], " ")); got != want {
		t.Errorf("the link is %q, want %q", got, want)
	}
	if got := strings.Join(rows[2], ","); !strings.HasSuffix(got, ",all,,,PROC,It appoints a panel.") || strings.Contains(got, "legal") {
		t.Errorf("the reason is %q", got)
	}
	if got := h.get(clerk, h.path()+"/sheets/other.csv").Status; got != http.StatusNotFound {
		t.Errorf("a sheet that there is not answers %d", got)
	}
}

func TestAnAgendaThatIsTakenAwayAndBroughtBackChangesNothing(t *testing.T) {
	h := open(t)
	h.reported(2, "")
	raw, rows := h.sheet("agenda.csv")
	if len(rows) != 5 || rows[2][7] != h.item(2).Appearance.Report.Reference {
		t.Fatalf("the agenda is %q", rows)
	}
	done, err := h.c.BringInMeetings(t.Context(), eqiatest.Clerk(), raw, true)
	if err != nil || done.Unchanged != 4 || len(done.Changes)+len(done.Errors) > 0 {
		t.Errorf("brought back it is %+v, %v", done, err)
	}
}
