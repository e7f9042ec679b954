package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
)

// planted are words that stand where few may read, and who those are.
var planted = map[string][]who{
	"zebrawood":    {"author", "reviewer", "clerk", "lead", "monitoring officer"}, // the title of a closed item, and of the report at it
	"yellowhammer": {"author", "reviewer", "lead", "monitoring officer"},          // the title and the words of the assessment with it
	"xylophone":    {"clerk", "lead", "monitoring officer"},                       // a private note on a reason
	"wolfsbane":    {"clerk", "lead", "monitoring officer", "member"},             // the title of an open item whose agenda is not public yet
}

// plant makes a meeting with a closed item and an open one, an assessment before the closed one that was published to nobody, and a private
// note; it gives the addresses from which each person starts.
func (s *site) plant(t *testing.T) []string {
	t.Helper()
	c, ctx, clerk := eqiatest.Committees(t, s.Service), t.Context(), eqiatest.Clerk()
	s.Linked, s.Closed = c.Linked, c.Closed
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	first := eqiatest.FirstPage()
	first[form.QuestionTitle] = eqia.Answer{Text: "Yellowhammer works close"}
	ref, err := s.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: first})
	must(err)
	draft, err := s.Open(ctx, eqiatest.Author(), ref)
	must(err)
	content := eqiatest.Full(eqiatest.Profile, draft.Form)
	content.Answers[form.QuestionTitle] = first[form.QuestionTitle]
	content.Answers[form.QuestionSummary] = eqia.Answer{Text: "The yellowhammer works will close."}
	must(eqiatest.Write(ctx, s.Service, eqiatest.Author(), ref, content))
	must(eqiatest.Sign(ctx, s.Service, ref, eqiatest.Author(), eqiatest.Lead()))
	m := s.sits(t, committee.Confirmed, committee.FullyExempt, "Sale of the zebrawood store")
	must(c.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: m.ID, Items: committee.ParseAgenda("2. Wolfsbane in the parks")}))
	m, err = c.Meeting(ctx, clerk, m.ID)
	must(err)
	put := func(i committee.Item) committee.AppearanceID {
		report, err := c.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: i.Title, Access: i.Access}})
		must(err)
		at, err := c.Appear(ctx, clerk, committee.AppearCommand{Item: i.ID, Reference: report})
		must(err)
		return at
	}
	_, err = c.Link(ctx, clerk, put(m.Items[0]), committee.LinkCommand{Reference: ref, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 1"})
	must(err)
	_, err = c.GiveReason(ctx, clerk, put(m.Items[1]), committee.ReasonCommand{Code: committee.ProceduralItem, Public: "It appoints a panel.", Private: "Xylophone advice"})
	must(err)
	out := []string{"/", "/casework", "/meetings", "/review", "/review/closed", "/forms", "/library", "/assessments", "/assessments?q=yellowhammer", "/assessments?q=" + ref,
		"/casework/copy?q=yellowhammer", "/meetings.ics", "/council-meetings", "/council-meetings/" + string(m.ID), "/meetings/" + string(m.ID), "/reports/R-2026-0001",
		"/casework/" + ref, "/casework/" + ref + "/v/1.0", "/casework/" + ref + "/v/1.0/report-text", "/casework/" + ref + "/access", "/assessments/" + ref, "/assessments/" + ref + "/v/1.0"}
	for _, i := range m.Items {
		out = append(out, "/meetings/"+string(m.ID)+"/items/"+string(i.ID)+"/briefing", "/meetings/"+string(m.ID)+"/items/"+string(i.ID)+"/report-text")
	}
	return out
}

// mostCrawled is how many pages are asked for on behalf of each person.
const mostCrawled = 250

func TestNobodyReadsWhatAClosedMeetingOrAPrivateNoteHoldsOnAnyPageTheyCanReach(t *testing.T) {
	s := newSite(t)
	if err := s.Store.SavePerson(t.Context(), officer, "", eqia.Act{At: s.Now(), Kind: "person_added"}); err != nil {
		t.Fatal(err)
	}
	starts := s.plant(t)
	found := map[string][]who{}
	for _, w := range []who{"nobody", "officer", "author", "reviewer", "lead", "clerk", "monitoring officer", "member", "administrator"} {
		v := s.visit(t, w)
		ask := slices.Clone(starts)
		if w != "nobody" {
			secret, err := eqiatest.Committees(t, s.Service).MakeCalendarLink(t.Context(), w.person(), "")
			if err != nil {
				t.Fatal(err)
			}
			ask = append(ask, "/calendar/"+secret+".ics")
		}
		pages := crawl(v, ask, func(path string, a answer) {
			for word, may := range planted {
				if !a.holds(word) {
					continue
				}
				if !slices.Contains(may, w) {
					t.Errorf("%s reads %q at %s", w, word, path)
				}
				if !slices.Contains(found[word], w) {
					found[word] = append(found[word], w)
				}
			}
		})
		if pages < 20 {
			t.Errorf("%s reached only %d pages", w, pages)
		}
	}
	for word, may := range planted {
		for _, w := range may {
			if !slices.Contains(found[word], w) {
				t.Errorf("%s, who may read %q, reads it nowhere", w, word)
			}
		}
	}
}

// crawl asks for pages and all that they lead to, each once, and gives how many there were.
func crawl(v visitor, ask []string, read func(path string, a answer)) int {
	seen := map[string]bool{}
	for len(ask) > 0 && len(seen) < mostCrawled {
		path := ask[0]
		ask = ask[1:]
		if seen[path] {
			continue
		}
		seen[path] = true
		a := v.get(path)
		read(path, a)
		ask = append(ask, a.ways()...)
	}
	return len(seen)
}

// holds reports whether a word stands anywhere in an answer, its headers included. What was asked for, and is given back in a field or in the
// address of the same search elsewhere, is not told.
func (a answer) holds(word string) bool {
	doc := a.Clone()
	doc.Find("input, title, link, feed > id").Remove()
	doc.Find("a[href*='?q=']").RemoveAttr("href")
	text, err := doc.Html()
	headers := ""
	for _, values := range a.Header {
		headers += strings.Join(values, " ")
	}
	return err != nil || strings.Contains(strings.ToLower(text+headers), word)
}

// ways lists the addresses of our own that a page leads to.
func (a answer) ways() []string {
	out := a.Find("a[href]").Map(func(_ int, l *goquery.Selection) string { return l.AttrOr("href", "") })
	if a.Status == http.StatusSeeOther {
		out = append(out, a.To)
	}
	return slices.DeleteFunc(out, func(href string) bool {
		u, err := url.Parse(href)
		return err != nil || u.Host != "" || !strings.HasPrefix(href, "/") || strings.Contains(href, "#")
	})
}
