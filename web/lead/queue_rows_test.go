package lead

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

func TestWaitingCountsWorkingDaysInEngland(t *testing.T) {
	at := func(text string) time.Time {
		when, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		return when
	}
	cases := map[string]struct {
		state     workflow.State
		sent, now string
		want      string
	}{
		"over Christmas":      {workflow.Submitted, "2026-12-24T10:00:00Z", "2026-12-30T10:00:00Z", "2 working days (since 24 December 2026)"},
		"one day":             {workflow.InReview, "2026-11-02T10:00:00Z", "2026-11-03T09:00:00Z", "1 working day (since 2 November 2026)"},
		"late in the evening": {workflow.Submitted, "2026-06-01T23:30:00Z", "2026-06-02T10:00:00Z", "0 working days (since 2 June 2026)"},
		"with its author":     {workflow.ChangesRequested, "2026-11-02T10:00:00Z", "2026-11-03T10:00:00Z", "Not with us"},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			if got := waiting(eqia.Standards{Calendar: &eqia.WorkCalendar{Rule: calendar.Working}}, eqia.Header{State: tc.state, SubmittedAt: at(tc.sent)}, at(tc.now)); got != tc.want {
				t.Errorf("waiting = %q, want %q", got, tc.want)
			}
		})
	}
}

// asking is the queue as one address asks for it.
func asking(address string) *page.Request {
	c, _ := gin.CreateTestContext(httptest.NewRecorder())
	c.Request = httptest.NewRequest(http.MethodGet, address, nil)
	return &page.Request{Context: c}
}

func TestTheQueueTurnsItsPagesBothWays(t *testing.T) {
	q := queue{request: asking("/review?state=submitted&text=roads&kind=&after=a&after=b"), trail: []string{"a", "b"}, more: true,
		lines: []eqia.Line{{Cursor: "c"}}}
	p := q.pages()
	if want := "/review?after=a&state=submitted&text=roads"; p.Previous != want {
		t.Errorf("previous is %q, want %q", p.Previous, want)
	}
	if want := "/review?after=a&after=b&after=c&state=submitted&text=roads"; p.Next != want {
		t.Errorf("next is %q, want %q", p.Next, want)
	}
	if got := (queue{}).pages(); got.Previous != "" || got.Next != "" {
		t.Errorf("a single page leads to %+v", got)
	}
	if got, want := q.address(byMeeting, nil), "/review?sort=meeting&state=submitted&text=roads"; got != want {
		t.Errorf("sorted by meeting it is %q, want %q", got, want)
	}
}
