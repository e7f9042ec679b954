package page

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"

	"dorset-eqia/eqia"
)

// cookie is the full name of one of our cookies. Over https it carries the prefix that binds it to this host.
func (k *Kit) cookie(name string) string {
	if k.secure() {
		return "__Host-eqia-" + name
	}
	return "eqia-" + name
}

func (k *Kit) secure() bool { return strings.HasPrefix(k.Settings.BaseURL, "https://") }

func (r *Request) setCookie(name, value string, seconds int) {
	http.SetCookie(r.Writer, &http.Cookie{ //nolint:gosec // Secure follows the address: plain http is for this machine alone
		Name: name, Value: value, Path: "/", MaxAge: seconds, Secure: r.Kit.secure(), HttpOnly: true,
		SameSite: http.SameSiteLaxMode})
}

// hashOf is what the database keeps of a session's token.
func hashOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// recall finds who is signed in. The session's last use is noted at most once a minute, so that reading a page writes nothing; and
// reading goes on when it cannot be noted, as on a full disk.
func (r *Request) recall() error {
	ck, err := r.Request.Cookie(r.Kit.cookie("session"))
	if err != nil || len(ck.Value) > 100 {
		return nil //nolint:nilerr // no cookie is no error: nobody is signed in
	}
	hash := hashOf(ck.Value)
	s, person, err := r.Kit.Eqia.Store.Session(r.Ctx(), hash)
	if err != nil {
		return err
	}
	now := r.Kit.Now()
	if now.Sub(s.SeenAt) > eqia.SessionIdle || now.Sub(s.MadeAt) > eqia.SessionMost {
		return r.lapse(s, person)
	}
	r.Person, r.session = person, hash
	if now.Sub(s.SeenAt) > time.Minute {
		r.unnoted(r.Kit.Eqia.Store.SeenSession(r.Ctx(), hash, now))
	}
	return nil
}

// lapse notes whose session it was that ended by itself. It lets nobody in: what is posted on this browser is kept for that person, who has
// to sign in to see it.
func (r *Request) lapse(s eqia.Session, person eqia.Person) error {
	if r.Kit.Now().Sub(s.MadeAt) > eqia.SessionKept {
		r.unnoted(r.Kit.Eqia.Store.EndSessions(r.Ctx(), s.TokenHash, ""))
		return nil
	}
	r.Lapsed, r.session = person, s.TokenHash
	return nil
}

// unnoted logs that something about a session could not be written down, when there was an error.
func (r *Request) unnoted(err error) {
	if err != nil {
		slog.Warn("session not noted", "id", r.Writer.Header().Get("X-Request-Id"), "error", err.Error())
	}
}

// SignIn starts a session for a person under a new token; whatever session the browser had before is ended.
func (r *Request) SignIn(p eqia.Person) error {
	if r.session != "" {
		if err := r.Kit.Eqia.Store.EndSessions(r.Ctx(), r.session, ""); err != nil {
			return err
		}
	}
	raw := make([]byte, 32)
	if _, err := rand.Read(raw); err != nil {
		return err
	}
	token := base64.RawURLEncoding.EncodeToString(raw)
	now := r.Kit.Now()
	err := r.Kit.Eqia.Store.SaveSession(r.Ctx(), eqia.Session{TokenHash: hashOf(token), Person: p.ID, MadeAt: now, SeenAt: now})
	if err != nil {
		return err
	}
	r.setCookie(r.Kit.cookie("session"), token, int(eqia.SessionKept.Seconds()))
	return nil
}

// SignOut ends the session on the server and clears what the browser kept.
func (r *Request) SignOut() error {
	if r.session != "" {
		if err := r.Kit.Eqia.Store.EndSessions(r.Ctx(), r.session, ""); err != nil {
			return err
		}
	}
	r.setCookie(r.Kit.cookie("session"), "", -1)
	r.Header("Clear-Site-Data", `"cache", "cookies", "storage"`)
	return nil
}

// staffPlaces are the starts of the addresses that a browser may be sent to after signing in.
var staffPlaces = []string{"/casework", "/review", "/meetings", "/reports", "/plan", "/imports", "/calendar", "/forms", "/texts", "/account"}

// Next is the page to go to after signing in: a path of our own, or the list of assessments.
func Next(path string) string {
	odd := strings.ContainsAny(path, "\\%?#:\t\r\n") || strings.Contains(path, "//") || strings.Contains(path, "..")
	ours := slices.ContainsFunc(staffPlaces, func(p string) bool { return path == p || strings.HasPrefix(path, p+"/") })
	if odd || !ours {
		return "/casework"
	}
	return path
}
