package web_test

import (
	"net/http"
	"net/url"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

func TestAFirstSourceTypedByTwoPeopleIsKeptTwice(t *testing.T) {
	p := newPair(t)
	at := p.at("/page/evidence")
	one, two := p.one.get(at), p.two.get(at)
	p.one.fill(one, at, url.Values{"evidence_title": {"Census 2021"}})
	got := p.two.fill(two, at, url.Values{"evidence_title": {"Bus user survey"}, "evidence_item_says": {"A long text typed for an hour"}})
	if got.Status != http.StatusSeeOther || len(p.content().Evidence) != 2 {
		t.Errorf("got %d, and kept %+v", got.Status, p.content().Evidence)
	}
	p.two.fill(two, at, url.Values{"evidence_title": {"Bus user survey"}, "evidence_item_says": {"A long text typed for an hour"}})
	if n := len(p.content().Evidence); n != 2 {
		t.Errorf("sending it again made it %d sources", n)
	}
}

func TestAFirstSourceThatIsWrongIsGivenBackThoughTheListIsNoLongerEmpty(t *testing.T) {
	p := newPair(t)
	at := p.at("/page/evidence")
	two := p.two.get(at)
	p.one.fill(p.one.get(at), at, url.Values{"evidence_title": {"Census 2021"}})
	got := p.two.fill(two, at, url.Values{"evidence_item_says": {"A long text typed for an hour"}})
	if got.Status != http.StatusUnprocessableEntity || !got.givenBack("A long text typed for an hour") {
		t.Errorf("got %d without the text", got.Status)
	}
	got.leads(t, "evidence_title")
}

func TestAnEntryTypedOnAPageWithAConflictIsKeptEveryTime(t *testing.T) {
	s := newSite(t)
	for range 2 {
		p := pairOn(t, s)
		at := p.at("/page/evidence")
		two := p.two.get(at)
		p.one.fill(p.one.get(at), at, url.Values{"evidence_says": {"Theirs"}})
		clash := p.two.fill(two, at, url.Values{"evidence_says": {"Mine"}, "evidence_title": {"My source"}})
		if clash.Status != http.StatusConflict {
			t.Fatalf("no conflict: %d", clash.Status)
		}
		if key := clash.form("form[action='" + at + "']").Get("once"); key == "" || key == two.form("form[action='"+at+"']").Get("once") {
			t.Errorf("the conflict page carries the key %q", key)
		}
		p.two.fill(clash, at, url.Values{"settle": {"mine"}})
		if n := len(p.content().Evidence); n != 1 {
			t.Errorf("%d sources are kept", n)
		}
	}
}

func TestFormsWithoutAKeyAreNeverTakenForOneSentTwice(t *testing.T) {
	p := newPair(t)
	at := p.at("/list/evidence")
	for _, key := range []string{"", "", "no key", "no key"} {
		p.one.post(at, url.Values{"evidence_title": {"Census 2021"}, "once": {key}})
	}
	if n := len(p.content().Evidence); n != 4 {
		t.Errorf("%d of 4 are kept", n)
	}
}

func TestAnotherEntryUnderAUsedKeyIsKeptAndTheSameOneIsNot(t *testing.T) {
	p := newPair(t)
	at := p.at("/list/evidence")
	page := p.one.get(at)
	for _, title := range []string{"One", "One", "Quite another"} {
		if got := p.one.fill(page, at, url.Values{"evidence_title": {title}}); got.Status != http.StatusSeeOther {
			t.Errorf("%s: got %d", title, got.Status)
		}
	}
	if list := p.content().Evidence; len(list) != 2 || list[1].Title != "Quite another" {
		t.Errorf("kept %+v", list)
	}
}

func TestEveryFormOfTheCommentsPageHasAKeyOfItsOwn(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "changes requested")
	page := s.as(t, eqiatest.Author()).get("/casework/" + m.ref + "/comments")
	seen := map[string]bool{}
	keys := page.Find("main input[name=once]")
	for _, in := range keys.EachIter() {
		seen[in.AttrOr("value", "")] = true
	}
	if keys.Length() < 3 || len(seen) != keys.Length() || seen[""] {
		t.Errorf("%d forms have %d keys", keys.Length(), len(seen))
	}
}

func TestAnotherCommentUnderAUsedKeyIsKeptAndTheSameOneIsNot(t *testing.T) {
	s := newSite(t)
	m := s.bring(t, "changes requested")
	v, at := s.as(t, eqiatest.Author()), "/casework/"+m.ref+"/comments"
	reply := "form:has(input[name=reply_to][value='" + string(m.comment) + "'])"
	page := v.get(at)
	id := s.open(t, eqiatest.Author(), m.ref).ID
	count := func() int {
		all, err := s.Store.Comments(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	before := count()
	for _, c := range []struct {
		name, text, to string
		kept           int
	}{
		{"a reply", "Those over 75.", string(m.comment), 1},
		{"the same reply once more", "Those over 75.", string(m.comment), 1},
		{"another reply", "And those under 16.", string(m.comment), 2},
		{"the same text about the whole", "Those over 75.", "", 3},
	} {
		got := v.submit(page, reply, at, url.Values{"text": {c.text}, "reply_to": {c.to}})
		if kept := count() - before; got.Status != http.StatusSeeOther || kept != c.kept {
			t.Errorf("%s: got %d, and %d are kept, not %d", c.name, got.Status, kept, c.kept)
		}
	}
}

func TestAnEntryChangedMeanwhileIsNotRemoved(t *testing.T) {
	p := newPair(t)
	if _, err := p.AddEntry(t.Context(), p.open(t, eqiatest.Author(), p.ref), eqia.Evidence{Title: "Census"}, ""); err != nil {
		t.Fatal(err)
	}
	at := p.at("/list/evidence/1")
	asked, edit := p.one.get(at+"/remove"), p.two.get(at)
	p.two.fill(edit, at, url.Values{"evidence_item_says": {"An hour of work"}})
	if got := p.one.fill(asked, at+"/remove", nil); got.Status != http.StatusConflict || len(p.content().Evidence) != 1 {
		t.Fatalf("got %d, and kept %+v", got.Status, p.content().Evidence)
	}
	if got := p.one.post(at+"/remove", url.Values{}); got.Status != http.StatusUnprocessableEntity || len(p.content().Evidence) != 1 {
		t.Errorf("a post that does not say what it saw: got %d, and kept %+v", got.Status, p.content().Evidence)
	}
	asked = p.one.get(at + "/remove")
	for _, when := range []string{"after reading it again", "pressed twice"} {
		if got := p.one.fill(asked, at+"/remove", nil); got.Status != http.StatusSeeOther || len(p.content().Evidence) != 0 {
			t.Errorf("%s: got %d, and kept %+v", when, got.Status, p.content().Evidence)
		}
	}
	if got := p.one.post(p.at("/list/evidence/7/remove"), url.Values{"base-entry": {"1"}}).Status; got != http.StatusNotFound {
		t.Errorf("an entry that never was: got %d", got)
	}
}
