package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

func TestWhatIsTypedToStartAnAssessmentIsKeptUntilItIsStarted(t *testing.T) {
	p, clock := timedPair(t)
	const start = "/casework/start"
	typed := func(title string) url.Values {
		values := p.one.get(start + "?kind=policy").form("form[action='" + start + "']")
		values.Set("title", title)
		values.Set("drawn-at", start)
		return values
	}
	if got := p.one.post("/casework/unsaved", typed("Night buses")); got.Status != http.StatusOK {
		t.Fatalf("keeping it answers %d", got.Status)
	}
	if got := p.two.get(start); got.offered() != "" {
		t.Error("someone else is offered it")
	}
	used := p.one.get(p.one.get(start).offered())
	if used.value("title") != "Night buses" || used.Find("input[name=told-kind][value=policy]").Length() != 1 || used.Find(".govuk-error-message").Length() > 0 {
		t.Fatalf("the field holds %q", used.value("title"))
	}
	if got := p.one.fill(used, start, url.Values{"assessment_needed": {"yes"}}); got.Status != http.StatusSeeOther {
		t.Fatalf("starting answers %d", got.Status)
	}
	if p.one.get(start).offered() != "" {
		t.Error("it is offered once it is started")
	}
	p.one.post("/casework/unsaved", typed("Day buses"))
	if got := p.one.fill(p.one.get(start), "/casework/unsaved/drop", nil); got.To != start || p.one.get(start).offered() != "" {
		t.Errorf("deleting it leads to %q", got.To)
	}
	lost := typed("Last buses")
	clock.Pass(eqia.SessionIdle + time.Minute)
	if got := p.one.post(start, lost); got.Status != http.StatusUnauthorized || strings.Contains(got.Body, "Last buses") {
		t.Errorf("signed out, it answers %d", got.Status)
	}
	if got := p.as(t, eqiatest.CoAuthor()).get(start); strings.Contains(got.Body, "Last buses") {
		t.Error("someone else who signs in sees it")
	}
	if got := p.as(t, eqiatest.Author()).get(start); got.value("title") != "Last buses" {
		t.Errorf("back, the field holds %q", got.value("title"))
	}
}
