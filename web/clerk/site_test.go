package clerk_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/check"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// hall is the whole service on a fresh database with one meeting of the Cabinet three weeks from now: a procedural item, then three
// reports. Who asks for a page is who is signed in.
type hall struct {
	*eqia.Service
	c       *committee.Service
	t       *testing.T
	handler http.Handler
	meeting committee.MeetingID
}

const agenda = "1. Apologies\n2. Parking charges\n3. Library opening hours\n4. Staff changes"

func open(t *testing.T) *hall {
	t.Helper()
	service := eqiatest.New(t)
	service.Checks = check.Judge
	c := eqiatest.Committees(t, service)
	service.Linked = c.Linked
	kit := &page.Kit{Eqia: service, Committee: c, Reader: form.NewReader(), Now: service.Now, NewID: service.NewID,
		Settings: page.Settings{Service: "Equality impact assessments", Council: "Dorset Council"}}
	assets, err := web.LoadAssets()
	if err != nil {
		t.Fatal(err)
	}
	handler, err := web.New(kit, assets, func(*http.Request) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{Service: service, c: c, t: t, handler: handler}
	for _, p := range eqiatest.People() {
		h.ok(h.Store.SaveSession(t.Context(), eqia.Session{TokenHash: hash(token(p)), Person: p.ID, MadeAt: h.Now(), SeenAt: h.Now()}))
	}
	cabinet, err := c.AddCommittee(t.Context(), eqiatest.Clerk(), committee.Committee{Name: "Cabinet", Kind: committee.Cabinet, Regime: committee.Exec2012}, "")
	h.ok(err)
	h.meeting, err = c.AddMeeting(t.Context(), eqiatest.Clerk(), committee.Meeting{Committee: committee.Committee{ID: cabinet},
		Status: committee.Confirmed, StartsAt: h.Now().AddDate(0, 0, 21)}, "")
	h.ok(err)
	h.ok(c.AddItems(t.Context(), eqiatest.Clerk(), committee.AgendaCommand{Meeting: h.meeting, Items: committee.ParseAgenda(agenda)}))
	return h
}

func token(p eqia.Person) string { return "session-of-" + string(p.ID) }

func hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

func (h *hall) ok(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// item is the nth item of the meeting, as it is now.
func (h *hall) item(n int) committee.Item {
	h.t.Helper()
	m, err := h.c.Meeting(h.t.Context(), eqiatest.Clerk(), h.meeting)
	h.ok(err)
	return m.Items[n-1]
}

func (h *hall) path() string { return "/meetings/" + string(h.meeting) }

// at is the address of a page about the nth item.
func (h *hall) at(n int, what string) string {
	return h.path() + "/items/" + string(h.item(n).ID) + "/" + what
}

// reported puts a new report at the nth item.
func (h *hall) reported(n int, recommendations string) committee.AppearanceID {
	h.t.Helper()
	i := h.item(n)
	ref, err := h.c.AddReport(h.t.Context(), eqiatest.Clerk(), committee.ReportCommand{
		Report: committee.Report{Title: i.Title, Access: i.Access, Aliases: []string{"Garden waste"}},
		Text:   committee.ReportText{Recommendations: recommendations, Equality: "The equality impact assessment is attached to this report."}})
	h.ok(err)
	id, err := h.c.Appear(h.t.Context(), eqiatest.Clerk(), committee.AppearCommand{Item: i.ID, Reference: ref})
	h.ok(err)
	return id
}

// written is an assessment with every answer given, of a kind.
func (h *hall) written(kind string) string {
	h.t.Helper()
	ctx := h.t.Context()
	first := eqiatest.FirstPage()
	if kind != "" {
		first["kind"] = eqia.Answer{Choices: []string{kind}}
	}
	ref, err := h.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: first})
	h.ok(err)
	c, err := h.Open(ctx, eqiatest.Author(), ref)
	h.ok(err)
	content := eqiatest.Full(eqiatest.Profile, c.Form)
	content.Answers["kind"] = c.Content.Answers["kind"]
	h.ok(eqiatest.Write(ctx, h.Service, eqiatest.Author(), ref, content))
	return ref
}

func (h *hall) signed(kind string) string {
	h.t.Helper()
	ref := h.written(kind)
	h.ok(eqiatest.Sign(h.t.Context(), h.Service, ref, eqiatest.Author(), eqiatest.Lead()))
	return ref
}

// answer is a page as it came back.
type answer struct {
	*goquery.Document
	Status   int
	Location string
}

func (h *hall) ask(p eqia.Person, request *http.Request) answer {
	h.t.Helper()
	if p.ID != "" {
		request.AddCookie(&http.Cookie{Name: "eqia-session", Value: token(p)})
	}
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	h.handler.ServeHTTP(w, request)
	doc, err := goquery.NewDocumentFromReader(w.Body)
	h.ok(err)
	return answer{doc, w.Code, w.Header().Get("Location")}
}

func (h *hall) get(p eqia.Person, path string) answer {
	h.t.Helper()
	return h.ask(p, httptest.NewRequest(http.MethodGet, path, nil))
}

func (h *hall) post(p eqia.Person, path string, values url.Values) answer {
	h.t.Helper()
	request := httptest.NewRequest(http.MethodPost, path, strings.NewReader(values.Encode()))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return h.ask(p, request)
}

// submit posts the page's form with a button of this name, with what it carries hidden and what the person fills in.
func (h *hall) submit(p eqia.Person, from answer, button string, filled url.Values) answer {
	h.t.Helper()
	f := from.Find("main form[method=post]").FilterFunction(func(_ int, s *goquery.Selection) bool {
		return strings.HasPrefix(words(s.Find("button").Text()), button)
	}).First()
	if f.Length() == 0 {
		h.t.Fatalf("status %d: the page has no form with the button %s", from.Status, button)
	}
	f.Find("input[type=hidden]").Each(func(_ int, in *goquery.Selection) {
		if name := in.AttrOr("name", ""); !filled.Has(name) {
			filled.Set(name, in.AttrOr("value", ""))
		}
	})
	return h.post(p, f.AttrOr("action", ""), filled)
}

func words(text string) string { return strings.Join(strings.Fields(text), " ") }

func (a answer) says(t *testing.T, text string) {
	t.Helper()
	if !strings.Contains(words(a.Find("main").Text()), text) {
		t.Errorf("status %d: the page does not say %q", a.Status, text)
	}
}

func (a answer) neverSays(t *testing.T, text string) {
	t.Helper()
	if strings.Contains(words(a.Text()), text) {
		t.Errorf("status %d: the page says %q", a.Status, text)
	}
}

// row is the words of the agenda's nth row.
func (a answer) row(n int) string { return words(a.Find("#agenda tbody tr").Eq(n - 1).Text()) }

// wants fails unless the page was sent back with these things to put right, each beside its field as well.
func (a answer) wants(t *testing.T, messages ...string) {
	t.Helper()
	if a.Status != http.StatusUnprocessableEntity || !strings.HasPrefix(a.Find("title").Text(), "Error: ") {
		t.Errorf("it answers %d with the title %q", a.Status, a.Find("title").Text())
	}
	if n := a.Find(".govuk-error-summary__list li").Length(); n != len(messages) {
		t.Errorf("there are %d things to put right, not %d", n, len(messages))
	}
	for _, m := range messages {
		link := a.Find(".govuk-error-summary__list a").FilterFunction(func(_ int, s *goquery.Selection) bool { return s.Text() == m })
		if link.Length() != 1 || a.Find(link.AttrOr("href", "#none")).Length() != 1 {
			t.Errorf("%q is not in the summary, or leads to no field", m)
		}
		if !strings.Contains(words(a.Find(".govuk-error-message").Text()), m) {
			t.Errorf("%q is not beside its field", m)
		}
	}
}
