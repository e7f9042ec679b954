package web_test

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web"
	"dorset-eqia/web/account"
	"dorset-eqia/workflow"
)

// who is one way to stand towards the assessment of the matrix.
type who string

var everyone = []who{"nobody", "officer", "author", "editor", "commenter", "reviewer", "lead", "clerk", "monitoring officer", "member", "administrator"}

// stage is a state the assessment of the matrix is brought to, by the people of eqiatest.
type stage string

var stages = []stage{"draft", "submitted", "in review", "changes requested", "signed off", "published", "withdrawn", "restricted"}

// outcome is how a request is answered, as far as permission goes.
type outcome string

const (
	let     outcome = "let through" // the page, or what is wrong with the form
	refuse  outcome = "refused"     // 403 or 409: they know it is there
	hide    outcome = "not found"
	askHome outcome = "asked to sign in"
)

func outcomeOf(a answer) outcome {
	switch {
	case a.Status == http.StatusUnauthorized, a.Status == http.StatusSeeOther && strings.HasPrefix(a.To, "/sign-in?"):
		return askHome
	case a.Status == http.StatusNotFound:
		return hide
	case a.Status == http.StatusForbidden || a.Status == http.StatusConflict:
		return refuse
	case a.Status < 400 || a.Status == http.StatusUnprocessableEntity:
		return let
	default:
		return outcome(http.StatusText(a.Status))
	}
}

// sees says who may read the assessment of the matrix at a stage, written out by hand from the rules on visibility.
func sees(w who, s stage) bool {
	switch w {
	case "author", "editor", "commenter", "reviewer", "lead", "monitoring officer":
		return true
	case "clerk":
		return s == "signed off" || s == "published"
	default:
		return false
	}
}

// officer is someone with an account, no role and nothing to do with the assessment.
var officer = eqia.Person{ID: "01JD0000000000000000000099", Name: "Officer, Parks", Email: "officer.parks@council.example"}

// person is who stands for one of them; nobody for nobody.
func (w who) person() eqia.Person {
	return map[who]eqia.Person{"officer": officer, "author": eqiatest.Author(), "editor": eqiatest.CoAuthor(), "commenter": eqiatest.Adviser(),
		"reviewer": eqiatest.Reviewer(), "lead": eqiatest.Lead(), "clerk": eqiatest.Clerk(), "monitoring officer": eqiatest.MonitoringOfficer(),
		"member": eqiatest.Member(), "administrator": eqiatest.Administrator()}[w]
}

func (s *site) visit(t *testing.T, w who) visitor {
	t.Helper()
	if w == "nobody" {
		return s.anyone(t)
	}
	return s.as(t, w.person())
}

// matrixCase is the assessment of the matrix at one stage.
type matrixCase struct {
	ref     string
	comment eqia.CommentID
}

// bring makes an assessment and brings it to a stage.
func (s *site) bring(t *testing.T, to stage) matrixCase {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("bring to %s: %v", to, err)
		}
	}
	ctx := t.Context()
	first := maps.Clone(eqiatest.FirstPage())
	if to == "restricted" {
		first["kind"] = eqia.Answer{Choices: []string{eqiatest.Restructure}}
	}
	ref, err := s.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: first})
	must(err)
	open := func(p eqia.Person) eqia.Case {
		t.Helper()
		c, err := s.Open(ctx, p, ref)
		must(err)
		return c
	}
	must(s.Invite(ctx, open(eqiatest.Author()), eqia.Invitation{Email: eqiatest.CoAuthor().Email, Relation: workflow.Editor}))
	must(s.Invite(ctx, open(eqiatest.Author()), eqia.Invitation{Email: eqiatest.Adviser().Email, Relation: workflow.Commenter}))
	c := open(eqiatest.Author())
	content := eqiatest.Full("dorset", c.Form)
	content.Answers["kind"] = first["kind"]
	must(eqiatest.Write(ctx, s.Service, eqiatest.Author(), ref, content))
	must(s.AddComment(ctx, open(eqiatest.Adviser()), eqia.Remark{Part: eqia.PartKey{Kind: eqia.CardPart, Key: "age"}, Text: "Which ages do you mean?"}))
	all, err := s.Store.Comments(ctx, c.ID)
	must(err)
	done := matrixCase{ref: ref, comment: all[0].ID}
	move := func(p eqia.Person, e workflow.Event, reason string) {
		t.Helper()
		c := open(p)
		must(s.Move(ctx, c, eqia.MoveCommand{Event: e, Revision: c.Revision, Reason: reason}))
	}
	path := map[stage]int{"draft": 0, "restricted": 0, "submitted": 1, "in review": 2, "changes requested": 3, "signed off": 4, "published": 5, "withdrawn": 6}[to]
	if path == 6 {
		move(eqiatest.Author(), workflow.Withdraw, "The proposal will not go ahead.")
		return done
	}
	if path >= 1 {
		c := open(eqiatest.Author())
		must(s.Send(ctx, c, eqia.SendCommand{Revision: c.Revision}))
	}
	if path >= 2 {
		move(eqiatest.Reviewer(), workflow.Take, "")
	}
	if path == 3 {
		move(eqiatest.Reviewer(), workflow.RequestChanges, "Say which ages.")
	}
	if path >= 4 {
		c := open(eqiatest.Lead())
		_, digest, err := eqia.Seal(c.Content, nil)
		must(err)
		must(s.SignOff(ctx, c, eqia.SignCommand{Revision: c.Revision, Digest: digest}))
	}
	if path >= 5 {
		c := open(eqiatest.Lead())
		must(s.Publish(ctx, c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision}))
	}
	return done
}

// address fills in a route's parameters for the assessment of the matrix.
func (m matrixCase) address(path string, row matrixRow) string {
	values := map[string]string{":ref": m.ref, ":page": "change", ":list": "evidence", ":no": "1", ":code": "age", ":number": "1.0",
		":comment": string(m.comment), ":event": row.event,
		":mark": strings.Repeat("0", 32), ":fact": "age-65-to-74-residents-all-2021"}
	parts := strings.Split(path, "/")
	for i, p := range parts {
		if v, ok := values[p]; ok {
			parts[i] = v
		}
	}
	return strings.Join(parts, "/")
}

// typed is what is posted: nothing, so that a form that is let through is shown again, or the revision alone where nothing else is asked.
func (s *site) typed(t *testing.T, m matrixCase, row matrixRow) url.Values {
	t.Helper()
	if !row.revision {
		return url.Values{}
	}
	c, err := s.Open(t.Context(), eqiatest.Author(), m.ref)
	if err != nil {
		t.Fatal(err)
	}
	return url.Values{"revision": {strconv.Itoa(c.Revision)}}
}

// expected is the outcome by the rules written out in the rows.
func (row matrixRow) expected(w who, s stage) outcome {
	switch {
	case row.kind == open:
		return let
	case row.kind == published:
		return map[bool]outcome{true: let, false: hide}[s == "published"]
	case w == "nobody":
		return askHome
	case row.kind == signedIn:
		return let
	case row.kind == roleOnly:
		if slices.Contains(row.roles, w) {
			return let
		}
		return hide
	case !sees(w, s):
		return hide
	case row.kind == reading || slices.Contains(row.may[w], s):
		return let
	case row.kind == gone:
		return hide
	default:
		return refuse
	}
}

func TestEveryRouteAnswersEveryPersonAtEveryStageAsTheRulesSay(t *testing.T) {
	rows := matrixRows()
	s := newSite(t)
	if err := s.SeedLibrary(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.Store.SavePerson(t.Context(), officer, "", eqia.Act{At: s.Now(), Kind: "person_added"}); err != nil {
		t.Fatal(err)
	}
	passwords, err := account.NewPasswords()
	if err != nil {
		t.Fatal(err)
	}
	for _, st := range stages {
		m, visitors := s.bring(t, st), map[who]visitor{}
		for _, w := range everyone {
			visitors[w] = s.visit(t, w)
		}
		for _, route := range web.Routes(web.Deps{Accounts: account.New(passwords)}) {
			row, ok := rows[route.Method+" "+route.Path]
			if !ok {
				t.Fatalf("%s %s has no row in matrix_rows_test.go: say who may use it, and when", route.Method, route.Path)
			}
			if row.kind == elsewhere {
				continue
			}
			for _, w := range everyone {
				got := visitors[w].send(route.Method, m.address(route.Path, row), s.typed(t, m, row))
				row.judge(t, route, asked{w, st, got})
				changed := route.Method == http.MethodPost && got.Status == http.StatusSeeOther
				if changed && row.kind == acting {
					m = s.bring(t, st) // the next person meets it as it was
				}
				if changed && row.kind == open {
					visitors[w] = s.visit(t, w) // it may have ended their session
				}
			}
		}
	}
}

// asked is one answer, with who got it at which stage.
type asked struct {
	who
	stage
	answer
}

func (row matrixRow) judge(t *testing.T, route web.Route, a asked) {
	t.Helper()
	if got, want := outcomeOf(a.answer), row.expected(a.who, a.stage); got != want {
		t.Errorf("%s %s by %s at %s: got %s (%d), want %s", route.Method, route.Path, a.who, a.stage, got, a.Status, want)
	}
}

func TestNoRowOfTheMatrixIsForARouteThatIsGone(t *testing.T) {
	passwords, err := account.NewPasswords()
	if err != nil {
		t.Fatal(err)
	}
	routes := map[string]bool{}
	for _, r := range web.Routes(web.Deps{Accounts: account.New(passwords)}) {
		routes[r.Method+" "+r.Path] = true
	}
	for key := range matrixRows() {
		if !routes[key] {
			t.Errorf("the matrix has a row for %s, which no longer exists", key)
		}
	}
}
