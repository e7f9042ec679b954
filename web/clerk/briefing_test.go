package clerk_test

import (
	"net/http"
	"strings"
	"testing"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

func TestACouncillorReadsWhatCouldGoWrongFirstAndQuestionsWithTheirFacts(t *testing.T) {
	h := open(t)
	at := h.reported(2, "1. Approve the charges")
	ref := h.signed("")
	h.link(at, ref, "")
	meeting := h.get(eqiatest.Member(), h.path())
	link := meeting.Find("a[href$=briefing]")
	if link.Length() != 1 {
		t.Fatalf("the meeting has %d links to a briefing", link.Length())
	}
	p := h.get(eqiatest.Member(), link.AttrOr("href", ""))
	text := words(p.Find("main").Text())
	last := -1
	for _, say := range []string{"What you are asked to decide", "Approve the charges", "Assessment " + ref, "Who could lose out", "Age: negative and positive",
		"What will be done", "Disability: unclear", "Who was asked", "What is not known", "Everything else it found", "Carers: positive", "Questions you may want to ask",
		"When will we know, and can the decision wait until then?", "Disability: the effect is not known yet."} {
		place := strings.Index(text, say)
		if place <= last {
			t.Errorf("%q stands at %d, after what stands at %d, in\n%s", say, place, last, text)
		}
		last = max(last, place)
	}
}

func TestABriefingIsNotThereForCouncillorsBeforeTheMeetingIsSureOrWhereItIsClosed(t *testing.T) {
	h := open(t)
	h.link(h.reported(2, ""), h.signed(""), "")
	at := h.at(2, "briefing")
	m, err := h.c.Meeting(t.Context(), eqiatest.Clerk(), h.meeting)
	h.ok(err)
	m.Status = committee.Provisional
	h.ok(h.c.EditMeeting(t.Context(), eqiatest.Clerk(), m))
	if got := h.get(eqiatest.Member(), at).Status; got != http.StatusNotFound {
		t.Errorf("at a provisional meeting a councillor is answered %d", got)
	}
	if got := h.get(eqiatest.Clerk(), at).Status; got != http.StatusOK {
		t.Errorf("the clerk is answered %d", got)
	}
}
