package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

var aReference = regexp.MustCompile(`EQIA-\d{4}-\d{4}`)

// copied makes a copy of an assessment as a person would, and gives its reference.
func (s *site) copied(t *testing.T, v visitor, ref string) string {
	t.Helper()
	to := "/casework/copy/" + ref
	got := v.fill(v.get(to), to, url.Values{"title": {"Garden waste next year"}})
	if got.Status != http.StatusSeeOther {
		t.Fatalf("copying answers %d", got.Status)
	}
	return aReference.FindString(got.To)
}

func TestACopyIsFoundMadeAndWarnsUntilItsPageIsSaved(t *testing.T) {
	s := newSite(t)
	old := s.bring(t, "signed off").ref
	v := s.as(t, eqiatest.Author())
	found := v.get("/casework/copy?words=garden")
	if found.Find("a[href='/casework/copy/"+old+"']").Length() != 1 {
		t.Fatalf("%s is not offered", old)
	}
	ref := s.copied(t, v, old)
	warning := "Copied from " + old
	for _, path := range []string{"/page/change", "/impacts/age", "/list/evidence/1", "/page/evidence"} {
		if got := v.get("/casework/" + ref + path); !strings.Contains(got.Find("main").Text(), warning) {
			t.Errorf("%s does not warn", path)
		}
	}
	if hub := v.get("/casework/" + ref); !strings.Contains(hub.Find("main").Text(), "Copied. Check it is still true") {
		t.Error("the task list does not warn")
	}
	unchecked := func() string { return v.get("/casework/" + ref + "/check").Find("#copied").Text() }
	if got := unchecked(); !strings.Contains(got, "Age") || !strings.Contains(got, "What will change") {
		t.Errorf("the check page lists %q as copied", got)
	}
	for _, path := range []string{"/page/change", "/impacts/age", "/list/evidence/1"} {
		at := "/casework/" + ref + path
		before := v.get(at)
		if got := v.fill(before, at, nil); got.Status != http.StatusSeeOther {
			t.Fatalf("saving %s answers %d", path, got.Status)
		}
		if after := v.get(at); strings.Contains(after.Find("main").Text(), warning) {
			t.Errorf("%s warns after it was saved", path)
		}
	}
	if got := unchecked(); strings.Contains(got, "Age") || !strings.Contains(got, "Disability") {
		t.Errorf("with some saved, the check page lists %q as copied", got)
	}
}

func TestACopyNeedsANameAndIsMadeOnce(t *testing.T) {
	s := newSite(t)
	old := s.bring(t, "draft").ref
	v := s.as(t, eqiatest.Author())
	to := "/casework/copy/" + old
	asked := v.get(to)
	if got := v.fill(asked, to, nil); got.Status != http.StatusUnprocessableEntity {
		t.Errorf("without a name it answers %d", got.Status)
	}
	first := v.fill(asked, to, url.Values{"title": {"Next year"}})
	again := v.fill(asked, to, url.Values{"title": {"Next year"}})
	if first.To != again.To || again.Status != http.StatusSeeOther {
		t.Errorf("pressed twice it leads to %s and %s", first.To, again.To)
	}
}

func TestWhoMayCopy(t *testing.T) {
	s := newSite(t)
	for _, c := range []struct {
		at     stage
		by     eqia.Person
		status int
	}{
		{"draft", eqiatest.Author(), http.StatusOK}, {"draft", eqiatest.Administrator(), http.StatusNotFound},
		{"signed off", eqiatest.Administrator(), http.StatusNotFound}, {"published", eqiatest.Administrator(), http.StatusOK},
		{"restricted", eqiatest.Clerk(), http.StatusNotFound},
	} {
		to := "/casework/copy/" + s.bring(t, c.at).ref
		if got := s.as(t, c.by).get(to); got.Status != c.status {
			t.Errorf("%s, %s: reading answers %d", c.by.Name, c.at, got.Status)
		}
		posted := map[int]int{http.StatusOK: http.StatusSeeOther, http.StatusNotFound: http.StatusNotFound}[c.status]
		if got := s.as(t, c.by).post(to, url.Values{"title": {"Next year"}}); got.Status != posted {
			t.Errorf("%s, %s: copying answers %d", c.by.Name, c.at, got.Status)
		}
	}
	if got := s.anyone(t).get("/casework/copy/EQIA-2026-0001"); outcomeOf(got) != askHome {
		t.Errorf("nobody is answered %d", got.Status)
	}
}

func TestSimilarAssessmentsAreNamedAndOnesOwnIsNot(t *testing.T) {
	s := newSite(t)
	other := s.bring(t, "published").ref
	mine := s.bring(t, "draft").ref
	got := s.as(t, eqiatest.Author()).get("/casework/" + mine + "/similar")
	list := got.Find("#found").Text()
	if !strings.Contains(list, other) || strings.Contains(list, mine) {
		t.Errorf("it lists %q", list)
	}
	page := s.as(t, eqiatest.Author())
	first := page.fill(page.get("/casework/start"), "/casework/start", url.Values{"title": {"Garden waste fees"}, "kind": {"policy"}, "assessment_needed": {"yes"}})
	if next := page.get(first.To); next.Find("a[href$='/similar']").Length() != 1 {
		t.Errorf("the page after the name is typed does not lead to similar ones: %d", next.Status)
	}
}

func TestTheBlankFormAsksEveryQuestionAndNamesEveryGroup(t *testing.T) {
	s := newSite(t)
	got := s.as(t, eqiatest.Author()).get("/casework/blank-form")
	fv, _ := s.Profiles[s.Profile].Latest(string(eqia.DayOf(s.Now())))
	text := got.Find("main").Text()
	for _, q := range fv.Questions() {
		if !strings.Contains(text, q.Label) {
			t.Errorf("it does not ask %q", q.Label)
		}
		for _, ch := range q.Choices {
			if !strings.Contains(text, ch.Label) {
				t.Errorf("it does not offer %q", ch.Label)
			}
		}
	}
	for _, ch := range fv.CharacteristicsInForce(string(eqia.DayOf(s.Now()))) {
		if got.Find("#blank-"+ch.Code).Text() != ch.Label {
			t.Errorf("it leaves out %s", ch.Label)
		}
	}
	if got.Find("main input, main textarea").Length() != 0 || got.Find(".app-blank__line").Length() < 100 {
		t.Error("it has no room to write, or fields that cannot be written in on paper")
	}
}
