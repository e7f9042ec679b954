package verify_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	eqiaform "dorset-eqia/eqia/form"
	"dorset-eqia/eqia/pdftext/pdftest"
	"dorset-eqia/eqia/record"
	"dorset-eqia/web"
	"dorset-eqia/web/document"
	"dorset-eqia/web/document/paper"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// site is the whole service on a fresh database, as someone without an account meets it.
type site struct {
	*eqia.Service
	t       *testing.T
	kit     *page.Kit
	handler http.Handler
}

func open(t *testing.T) *site {
	t.Helper()
	service := eqiatest.New(t)
	kit := &page.Kit{Eqia: service, Committee: eqiatest.Committees(t, service), Reader: form.NewReader(), Now: service.Now, NewID: service.NewID,
		Settings: page.Settings{Service: "Equality impact assessments", Council: "Dorset Council", Contact: "Write to the equality team."}}
	assets, err := web.LoadAssets()
	if err != nil {
		t.Fatal(err)
	}
	handler, err := web.New(kit, assets, func(*http.Request) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	return &site{service, t, kit, handler}
}

func (s *site) ok(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// signed is the reference and the code of an assessment that was signed off.
func (s *site) signed() (string, record.Code) {
	s.t.Helper()
	ctx := s.t.Context()
	reference, err := s.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	s.ok(err)
	c, err := s.Open(ctx, eqiatest.Author(), reference)
	s.ok(err)
	s.ok(eqiatest.Write(ctx, s.Service, eqiatest.Author(), reference, eqiatest.Full(eqiatest.Profile, c.Form)))
	s.ok(eqiatest.Sign(ctx, s.Service, reference, eqiatest.Author(), eqiatest.Lead()))
	return reference, s.codeOf(reference)
}

func (s *site) codeOf(reference string) record.Code {
	s.t.Helper()
	c, err := s.Open(s.t.Context(), eqiatest.Lead(), reference)
	s.ok(err)
	return record.Code(c.CheckCode)
}

func (s *site) published() (string, record.Code) {
	s.t.Helper()
	reference, code := s.signed()
	s.publish(reference)
	return reference, code
}

func (s *site) publish(reference string) {
	s.t.Helper()
	c, err := s.Open(s.t.Context(), eqiatest.Lead(), reference)
	s.ok(err)
	s.ok(s.Publish(s.t.Context(), c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision}))
}

// answer is a page as it came back.
type answer struct {
	*goquery.Document
	*httptest.ResponseRecorder
	body string
}

func (s *site) ask(r *http.Request) answer {
	s.t.Helper()
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	body := w.Body.String()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(body))
	s.ok(err)
	if cookies := w.Header().Values("Set-Cookie"); len(cookies) > 0 {
		s.t.Errorf("%s sets %v", r.URL.Path, cookies)
	}
	return answer{doc, w, body}
}

func (s *site) get(path string) answer {
	return s.ask(httptest.NewRequest(http.MethodGet, path, nil))
}

func (s *site) post(path string, values url.Values) answer {
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return s.ask(r)
}

// bring sends a file with the other fields of the form.
func (s *site) bring(file []byte, values url.Values) answer {
	s.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name := range values {
		s.ok(form.WriteField(name, values.Get(name)))
	}
	if file != nil {
		part, err := form.CreateFormFile("file", "copy.pdf")
		s.ok(err)
		_, err = part.Write(file)
		s.ok(err)
	}
	s.ok(form.Close())
	r := httptest.NewRequest(http.MethodPost, page.CheckCopy, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return s.ask(r)
}

func (a answer) main() string { return strings.Join(strings.Fields(a.Find("main").Text()), " ") }

func (a answer) says(t *testing.T, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(a.main(), w) {
			t.Errorf("%d: the page does not say %q: %s", a.Code, w, a.main())
		}
	}
}

func TestACodeIsReadHoweverItIsTyped(t *testing.T) {
	s := open(t)
	reference, code := s.published()
	for _, typed := range []string{string(code), code.String(), strings.ToLower(code.String()), " " + strings.ReplaceAll(code.String(), "-", " ")} {
		a := s.post(page.Check, url.Values{"code": {typed}})
		if to := a.Header().Get("Location"); a.Code != http.StatusSeeOther || to != "/v/"+string(code) {
			t.Errorf("%q leads to %q with %d", typed, to, a.Code)
		}
		for _, path := range []string{"/v/", "/V/"} {
			s.get(path+url.PathEscape(typed)).says(t, reference, "This assessment is current")
		}
	}
	for typed, want := range map[string]string{"": "Enter the check code", "7K4Q": "Enter all nine letters and numbers",
		string(code[:8]) + other(code): "One of these letters and numbers is not the one on your copy"} {
		if a := s.post(page.Check, url.Values{"code": {typed}}); a.Code != http.StatusUnprocessableEntity || !strings.Contains(a.main(), want) {
			t.Errorf("%q: %d %s", typed, a.Code, a.main())
		}
	}
}

// other is a last symbol that does not fit a code.
func other(code record.Code) string {
	if code[8] == '7' {
		return "8"
	}
	return "7"
}

// again signs and publishes the next version of a published assessment.
func (s *site) again(reference string) {
	s.t.Helper()
	ctx := s.t.Context()
	c, err := s.Open(ctx, eqiatest.Author(), reference)
	s.ok(err)
	_, err = s.NewVersion(ctx, c, eqia.NewVersionCommand{Purpose: eqia.Revises})
	s.ok(err)
	s.ok(eqiatest.Sign(ctx, s.Service, reference, eqiatest.Author(), eqiatest.Lead()))
	s.publish(reference)
}

func TestACodeSaysHowItsVersionStands(t *testing.T) {
	s := open(t)
	reference, code := s.published()
	s.get("/v/"+string(code)).says(t, "Current", "Equality lead", reference, code.String(), "Digest, first 16 characters")
	s.kit.Now = func() time.Time { return s.Now().AddDate(5, 0, 0) }
	s.get("/v/"+string(code)).says(t, "Signed off, review overdue", "Its review was due by")
	s.kit.Now = s.Now
	later, earlier := s.published()
	s.again(later)
	s.get("/v/"+string(earlier)).says(t, "Superseded", "replaced version 1.0 on", "which is in force")
	c, err := s.Open(t.Context(), eqiatest.Lead(), reference)
	s.ok(err)
	s.ok(s.Move(t.Context(), c, eqia.MoveCommand{Event: workflow.Withdraw, Revision: c.Revision, Reason: "The scheme stopped."}))
	s.get("/v/"+string(code)).says(t, "Withdrawn", "The council withdrew it on", "The scheme stopped.")
}

func TestACodeNobodyHasAndTheCodeOfSomethingSecretHaveTheSamePage(t *testing.T) {
	s := open(t)
	s.published()
	_, secret := s.signed()
	never := record.NewCode([]byte("another key"), "a", "b", "c", "d", 0)
	want := s.get("/v/" + string(never))
	for _, path := range []string{"/v/" + string(secret), "/v/" + secret.String(), "/v/nonsense", "/V/" + string(secret)} {
		if a := s.get(path); a.Code != http.StatusNotFound || a.main() != want.main() {
			t.Errorf("%s answers %d: %s", path, a.Code, a.main())
		}
	}
	want.says(t, "This code is not recognised", "Compare each letter and number with your copy")
	a := s.bring(nil, url.Values{"code": {string(secret)}, "text": {"Some words"}})
	a.says(t, "We have no public assessment with this code")
}

func TestChecksAreCountedByWhereTheyComeFrom(t *testing.T) {
	s := open(t)
	_, code := s.published()
	last := 0
	for range 31 {
		last = s.get("/v/" + string(code)).Code
	}
	a := s.get("/v/nonsense")
	if last != http.StatusTooManyRequests || a.Code != http.StatusTooManyRequests || a.Header().Get("Retry-After") != "60" {
		t.Errorf("the last ones are answered %d and %d", last, a.Code)
	}
	r := httptest.NewRequest(http.MethodGet, "/v/"+string(code), nil)
	r.RemoteAddr = "198.51.100.7:1234"
	if a := s.ask(r); a.Code != http.StatusOK {
		t.Errorf("someone else is answered %d", a.Code)
	}
	s.get(page.Check).says(t, "Check a copy of an assessment")
}

func TestPagesOnWhichCopiesAreCheckedAreNotKeptOrListed(t *testing.T) {
	s := open(t)
	_, code := s.published()
	for _, path := range []string{page.Check, page.CheckCopy, page.CheckCopy + "?code=" + string(code), "/v/" + string(code), "/v/nonsense"} {
		a := s.get(path)
		if a.Header().Get("Cache-Control") != "no-store" || !strings.Contains(a.Header().Get("X-Robots-Tag"), "noindex") {
			t.Errorf("%s: %v", path, a.Header())
		}
		if n := a.Find("h1").Length(); n != 1 || a.Find("main script, main [style]").Length() > 0 {
			t.Errorf("%s has %d main headings, or scripts in it", path, n)
		}
	}
}

// words is what an assessment says on paper, a line each, with its footer.
func (s *site) words(reference string, change func(string) string) []string {
	s.t.Helper()
	p, err := s.Register.Published(s.t.Context(), reference, 0, 0)
	s.ok(err)
	council, err := s.CouncilWith(s.t.Context(), p.Profile, p.Form)
	s.ok(err)
	fv, _ := council.Version(p.Form)
	var all []string
	for text := range (paper.Document{Blocks: document.ForPublic(p, fv).Whole().Blocks}).Texts() {
		all = append(all, text)
	}
	return strings.Split(change(strings.Join(all, "\n")), "\n")
}

// printed is an assessment as a PDF, its lines cut to the width of the page.
func (s *site) printed(reference string, change func(string) string) []byte {
	s.t.Helper()
	var lines []string
	for _, text := range s.words(reference, change) {
		line := ""
		for word := range strings.FieldsSeq(text) {
			if len(line)+len(word) > 80 {
				lines, line = append(lines, line), ""
			}
			line = strings.TrimSpace(line + " " + word)
		}
		lines = append(lines, line)
	}
	var pages [][]string
	for len(lines) > 0 {
		n := min(50, len(lines))
		pages, lines = append(pages, lines[:n:n]), lines[n:]
	}
	for n := range pages {
		pages[n] = append(pages[n], reference+" v1.0 · "+s.codeOf(reference).String()+" · p "+strconv.Itoa(n+1)+" of "+strconv.Itoa(len(pages)))
	}
	return pdftest.File(pages...)
}

func TestACopyIsComparedWithWhatWasSigned(t *testing.T) {
	pdftest.Need(t)
	s := open(t)
	reference, code := s.published()
	same := func(text string) string { return text }
	changed := func(text string) string { return strings.Replace(text, "Negative", "Positive", 1) }
	a := s.bring(s.printed(reference, same), nil)
	a.says(t, "Your copy says the same", reference, "Words before the answers")
	a = s.bring(s.printed(reference, changed), nil)
	a.says(t, "Your copy differs in one place", "It is a guide, and no proof")
	if del, ins := a.Find("del").Text(), a.Find("ins").Text(); !strings.Contains(del, "Negative") || !strings.Contains(ins, "Positive") {
		t.Errorf("it shows %q for %q", ins, del)
	}
	s.bring(nil, url.Values{"code": {code.String()}, "text": {strings.Join(s.words(reference, same), "\n\n")}}).says(t, "Your copy says the same")
	s.bring([]byte("A note on something else, "+code.String()), url.Values{"code": {code.String()}}).says(t, "This does not look like a copy of "+reference)
}

func TestACopyThatCannotBeReadIsRefusedWithWords(t *testing.T) {
	pdftest.Need(t)
	s := open(t)
	one, _ := s.published()
	two, _ := s.published()
	both := pdftest.File([]string{one + " v1.0 · " + s.codeOf(one).String() + " · p 1 of 1"}, []string{two + " v1.0 · " + s.codeOf(two).String() + " · p 1 of 1"})
	for name, c := range map[string]struct {
		file   []byte
		values url.Values
		want   string
	}{
		"nothing":                {nil, url.Values{}, "Choose a file, or paste the text of your copy"},
		"a Word file":            {[]byte("PK\x03\x04\x00\x00"), url.Values{}, "The file must be a PDF or plain text"},
		"a broken PDF":           {[]byte("%PDF-1.7 and no more"), url.Values{}, "This file cannot be read: it is damaged"},
		"too large":              {bytes.Repeat([]byte("word "), 5<<20), url.Values{}, "The file must be smaller than 20 MB"},
		"far too large":          {bytes.Repeat([]byte("word "), 12<<20), url.Values{}, "The file must be smaller than 20 MB"},
		"no code":                {[]byte("Some words"), url.Values{}, "Enter the check code: it is not in the copy"},
		"a code that is none":    {[]byte("Some words"), url.Values{"code": {"7K4Q"}}, "Enter all nine letters and numbers"},
		"pages of more than one": {both, url.Values{}, "pages of more than one assessment"},
	} {
		t.Run(name, func(t *testing.T) {
			a := s.bring(c.file, c.values)
			if a.Code != http.StatusUnprocessableEntity || !strings.HasPrefix(a.Find("title").Text(), "Error: ") {
				t.Errorf("it answers %d: %s", a.Code, a.Find("title").Text())
			}
			a.says(t, c.want)
			link := a.Find(".govuk-error-summary__list a")
			if a.Find(link.AttrOr("href", "#none")).Length() != 1 {
				t.Error("the summary leads to no field")
			}
		})
	}
}

func TestACodeOfAnAssessmentBeforeAClosedMeetingSaysThatItIsThereAndNoMore(t *testing.T) {
	s := open(t)
	ctx, clerk, c := t.Context(), eqiatest.Clerk(), s.kit.Committee
	reference, code := s.signed()
	cabinet, err := c.AddCommittee(ctx, clerk, committee.Committee{Name: "Cabinet", Kind: committee.Cabinet, Regime: committee.Exec2012}, "")
	s.ok(err)
	meeting, err := c.AddMeeting(ctx, clerk, committee.Meeting{Committee: committee.Committee{ID: cabinet}, Status: committee.Confirmed, StartsAt: s.Now().AddDate(0, 0, 21)}, "")
	s.ok(err)
	s.ok(c.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: meeting, Items: committee.ParseAgenda("1. A depot (exempt)")}))
	m, err := c.Meeting(ctx, clerk, meeting)
	s.ok(err)
	item := m.Items[0]
	item.Access, item.Paragraphs = committee.FullyExempt, []string{"3"}
	s.ok(c.EditItem(ctx, clerk, item))
	report, err := c.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: "A depot", Access: committee.FullyExempt}})
	s.ok(err)
	at, err := c.Appear(ctx, clerk, committee.AppearCommand{Item: item.ID, Reference: report})
	s.ok(err)
	if got := s.get("/v/" + string(code)); got.Code != http.StatusNotFound {
		t.Errorf("before it is linked the code answers %d", got.Code)
	}
	_, err = c.Link(ctx, clerk, at, committee.LinkCommand{Reference: reference, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 1"})
	s.ok(err)
	got := s.get("/v/" + string(code))
	if got.Code != http.StatusOK || !strings.Contains(got.body, "This assessment is not public") {
		t.Errorf("it answers %d: %s", got.Code, got.Find("main").Text())
	}
	title := eqiatest.FirstPage()[eqiaform.QuestionTitle].Text
	for _, secret := range []string{title, reference, "Cabinet", "depot"} {
		if strings.Contains(got.body, secret) {
			t.Errorf("it tells of %q", secret)
		}
	}
}
