package account_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/web"
	"dorset-eqia/web/account"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

const (
	password = "three plain words here"
	better   = "another three plain words"
)

// site is the service with the equality lead signed in.
type site struct {
	*eqia.Service
	t       *testing.T
	handler http.Handler
}

func open(t *testing.T) site {
	t.Helper()
	s := eqiatest.New(t)
	assets, err := web.LoadAssets()
	if err != nil {
		t.Fatal(err)
	}
	kit := &page.Kit{Eqia: s, Committee: eqiatest.Committees(t, s), Reader: form.NewReader(), Now: s.Now, NewID: s.NewID}
	handler, err := web.New(kit, assets, func(*http.Request) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	w := site{s, t, handler}
	w.givePassword()
	return w
}

func (s site) ok(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s site) act() eqia.Act {
	return eqia.Act{At: s.Now(), By: eqiatest.Lead().ID, Kind: "change_password", Subject: "person/" + string(eqiatest.Lead().ID)}
}

// givePassword lets the lead sign in, and signs two browsers in.
func (s site) givePassword() {
	s.t.Helper()
	passwords, err := account.NewPasswords()
	s.ok(err)
	hash, err := passwords.Hash(password)
	s.ok(err)
	s.ok(s.Store.SavePerson(s.t.Context(), eqiatest.Lead(), hash, s.act()))
	for _, token := range []string{"this", "other"} {
		s.ok(s.Store.SaveSession(s.t.Context(), eqia.Session{TokenHash: hashOf(token), Person: eqiatest.Lead().ID, MadeAt: s.Now(), SeenAt: s.Now()}))
	}
}

func hashOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

func (s site) post(path string, values url.Values) *httptest.ResponseRecorder {
	s.t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.AddCookie(&http.Cookie{Name: "eqia-session", Value: "this"})
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w
}

func (s site) change(current string) *httptest.ResponseRecorder {
	s.t.Helper()
	return s.post("/account/password", url.Values{"current_password": {current}, "new_password": {better}})
}

func TestANewPasswordSignsOtherBrowsersOutAndThisOneInAgain(t *testing.T) {
	s := open(t)
	got := s.change(password)
	if got.Code != http.StatusSeeOther {
		t.Fatalf("it answers %d", got.Code)
	}
	for _, token := range []string{"this", "other"} {
		if _, _, err := s.Store.Session(t.Context(), hashOf(token)); err == nil {
			t.Errorf("the session %q goes on", token)
		}
	}
	fresh := ""
	for _, ck := range got.Result().Cookies() {
		if ck.Name == "eqia-session" {
			fresh = ck.Value
		}
	}
	if _, p, err := s.Store.Session(t.Context(), hashOf(fresh)); err != nil || p.ID != eqiatest.Lead().ID {
		t.Errorf("the new session is %q's: %v", p.ID, err)
	}
}

// meanwhile does something between the reading of a password and what follows.
type meanwhile struct {
	eqia.Store
	do func()
}

func (m meanwhile) PersonByEmail(ctx context.Context, email string) (eqia.Person, string, error) {
	p, hash, err := m.Store.PersonByEmail(ctx, email)
	m.do()
	return p, hash, err
}

func TestANewPasswordBringsBackNeitherARoleNorAnAccountThatWasTakenAway(t *testing.T) {
	s := open(t)
	inner := s.Store
	gone := eqiatest.Lead()
	gone.Roles, gone.Disabled = nil, true
	s.Store = meanwhile{inner, func() { s.ok(inner.SavePerson(t.Context(), gone, "", s.act())) }}
	if got := s.change(password); got.Code == http.StatusSeeOther {
		t.Error("it says that the password is changed")
	}
	p, err := inner.Person(t.Context(), gone.ID)
	s.ok(err)
	if !p.Disabled || len(p.Roles) > 0 {
		t.Errorf("disabled: %v, with the roles %v", p.Disabled, p.Roles)
	}
}

func TestThePasswordCannotBeGuessedWhereItIsChanged(t *testing.T) {
	s := open(t)
	for n := range 10 {
		if got := s.change("not the password"); got.Code != http.StatusUnprocessableEntity {
			t.Fatalf("guess %d answers %d, want 422", n+1, got.Code)
		}
	}
	if got := s.change(password); got.Code != http.StatusTooManyRequests {
		t.Errorf("after ten guesses it answers %d, want 429", got.Code)
	}
}

func TestSigningInOftenIsNoGuessing(t *testing.T) {
	s := open(t)
	for n := range 15 {
		got := s.post("/sign-in", url.Values{"email": {eqiatest.Lead().Email}, "password": {password}})
		if got.Code != http.StatusSeeOther {
			t.Fatalf("sign-in %d answers %d", n+1, got.Code)
		}
	}
}
