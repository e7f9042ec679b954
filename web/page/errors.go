package page

import (
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

var (
	errSignedOut   = errors.New("signed out")
	errContentType = errors.New("not a form")
	errTooLarge    = errors.New("too many fields")
	errMethod      = errors.New("method not allowed")
)

// trouble is what a person is told about an error: what happened, and what to do next.
type trouble struct {
	Status int
	Title  string
	Text   []string
	Typed  []typed // what was posted, given back where it was not saved
	Kept   bool    // what was posted is kept, so it is not given back
	Next   string  // the page to come back to after signing in
}

// signIn is where to sign in, to come back to the page whose text is kept.
func (t trouble) signIn() string {
	if t.Next == "" {
		return "/sign-in"
	}
	return "/sign-in?next=" + url.QueryEscape(t.Next)
}

type typed struct{ Name, Text string }

const notSaved = "Your answer was not saved. What you typed is below, so that you can copy it."

// troubles is the table of errors: the first row that fits says the status and the words. Anything else is our fault.
var troubles = []struct {
	fits func(error) bool
	trouble
}{
	{is(eqia.ErrNotFound), trouble{Status: http.StatusNotFound, Title: "Page not found",
		Text: []string{"If you typed the web address, check it is correct.", "If someone sent you the link, you may not be on the list of people who can see this. Ask the person who sent it."}}},
	{refused(workflow.NotYours), trouble{Status: http.StatusForbidden, Title: "You cannot do this",
		Text: []string{"Your account does not let you do this here. If you think it should, ask the equality team."}}},
	{refused(workflow.NotFromHere), trouble{Status: http.StatusConflict, Title: "This has moved on",
		Text: []string{"Someone has moved it to the next step since you opened the page. Nothing you did was lost, and nothing was changed.", "Go back and open it again to see where it is now."}}},
	{is(eqia.ErrMoved), trouble{Status: http.StatusConflict, Title: "This has changed",
		Text: []string{"Someone changed it after you opened the page, so nothing was done.", "Go back, read what is new, and try again."}}},
	{as[*eqia.Conflict], trouble{Status: http.StatusConflict, Title: "Someone else changed this",
		Text: []string{"Nothing was saved, so nothing of theirs is lost. What you typed is below."}}},
	{as[*eqia.Blocked], trouble{Status: http.StatusUnprocessableEntity, Title: "Something must be put right first",
		Text: []string{"Go back to the check page. It lists what is needed."}}},
	{is(errSignedOut), trouble{Status: http.StatusUnauthorized, Title: "Sign in to carry on",
		Text: []string{"You were signed out, so this was not saved. What you typed is below: copy it, sign in and paste it back."}}},
	{is(errKept), trouble{Status: http.StatusUnauthorized, Title: "Sign in to carry on", Kept: true,
		Text: []string{"You were signed out because you did not use the service for a while. What you typed is kept, and nobody else can see it.",
			"Sign in, and it will be on the page again. It is not saved until you save it."}}},
	{is(eqia.ErrTooMany), trouble{Status: http.StatusTooManyRequests, Title: "Too many tries",
		Text: []string{"Wait 15 minutes and try again."}}},
	{is(eqia.ErrNotSaved), trouble{Status: http.StatusServiceUnavailable, Title: "Sorry, your answer was not saved", Text: []string{notSaved, "Try again in a few minutes."}}},
	{is(errContentType), trouble{Status: http.StatusUnsupportedMediaType, Title: "This cannot be read",
		Text: []string{"This page takes an ordinary web form and nothing else. Go back and use the form."}}},
	{tooLarge, trouble{Status: http.StatusRequestEntityTooLarge, Title: "This is too long",
		Text: []string{"One page can hold about two million characters. Make the text shorter and try again. Nothing was saved."}}},
	{is(errMethod), trouble{Status: http.StatusMethodNotAllowed, Title: "This cannot be done here", Text: []string{"Go back and use the buttons on the page."}}},
}

func is(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

func as[T error](err error) bool {
	var target T
	return errors.As(err, &target)
}

func refused(why workflow.Why) func(error) bool {
	return func(err error) bool {
		var r *workflow.Refusal
		return errors.As(err, &r) && r.Why == why
	}
}

func tooLarge(err error) bool {
	return as[*http.MaxBytesError](err) || errors.Is(err, errTooLarge)
}

// fail answers with the page for an error. Our own faults and moves that were refused are logged, without anything a person typed.
func (k *Kit) fail(r *Request, err error) {
	t := troubleFor(err)
	var no *workflow.Refusal
	if errors.As(err, &no) {
		slog.Warn("move refused", "id", r.Writer.Header().Get("X-Request-Id"), "route", r.FullPath(), "move", string(no.Event), "state", string(no.State),
			"why", string(no.Why), "condition", string(no.Condition))
	}
	if t.Status >= http.StatusInternalServerError {
		slog.Error("request failed", "id", r.Writer.Header().Get("X-Request-Id"), "route", r.FullPath(), "error", err.Error())
	}
	if t.Kept {
		t.Next = Next(r.Request.URL.Path)
	}
	if len(r.Request.PostForm) > 0 && !t.Kept {
		r.giveBack(&t)
	}
	if r.Writer.Written() {
		return
	}
	frame := r.Frame(t.Title, "")
	if err := r.Render(t.Status, frame, troublePage(t, r.Writer.Header().Get("X-Request-Id"))); err != nil {
		http.Error(r.Writer, t.Title, t.Status)
	}
}

// giveBack adds what was typed, where a page that is not there was meant for someone signed in: to anyone else it says nothing more.
func (r *Request) giveBack(t *trouble) {
	if t.Status == http.StatusNotFound && r.Person.ID == "" {
		return
	}
	t.Typed = typedIn(r.Request)
	if t.Status == http.StatusNotFound && len(t.Typed) > 0 {
		t.Text = slices.Concat(t.Text, []string{notSaved})
	}
}

func troubleFor(err error) trouble {
	for _, row := range troubles {
		if row.fits(err) {
			return row.trouble
		}
	}
	var r *workflow.Refusal
	if errors.As(err, &r) {
		return trouble{Status: http.StatusConflict, Title: "This cannot be done yet", Text: []string{r.Condition.Says()}}
	}
	var invalid *eqia.Invalid
	if errors.As(err, &invalid) {
		return trouble{Status: http.StatusUnprocessableEntity, Title: "Something has to be put right", Text: []string{invalid.Says + ".", "Go back and change it."}}
	}
	return trouble{Status: http.StatusInternalServerError, Title: "Sorry, there is a problem with the service",
		Text: []string{"If you were saving something: " + strings.ToLower(notSaved[:1]) + notSaved[1:], "Try again later."}}
}

// typedIn is the text a person posted, to be given back: never a password, nor what the page itself put there.
func typedIn(r *http.Request) []typed {
	var out []typed
	for name, values := range r.PostForm {
		if text := strings.Join(values, "\n"); !ours(name) && strings.TrimSpace(text) != "" && len(text) > 3 {
			out = append(out, typed{Name: strings.ReplaceAll(name, "_", " "), Text: text})
		}
	}
	slices.SortFunc(out, func(a, b typed) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// machine are the fields that pages fill in by themselves.
var machine = []string{"once", "revision", "digest", "counter", "settle", "settle-shown", "then", "reply_to", "from", "part", "person", "next", "username", "want", drawnField, drawnAtField}

// ours reports whether a field holds nothing that a person typed, or something that is never given back.
func ours(name string) bool {
	return slices.Contains(machine, name) || strings.HasPrefix(name, "base-") || strings.HasPrefix(name, "mine-") || strings.HasPrefix(name, "block-") || strings.Contains(name, "password")
}

// NotFound answers an address that is not there.
func NotFound(*Request) error { return eqia.ErrNotFound }

// WrongMethod answers an address that is there, but not for this method.
func WrongMethod(*Request) error { return errMethod }
