package page

import (
	"crypto/rand"
	"encoding/base32"
	"fmt"
	"log/slog"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// Limits of one request: bytes of a body, and fields of a form.
const (
	maxBody   = 2 << 20
	maxFields = 2000
)

// Guard stands before every page: a request id, the security headers, a limit on the body and the cross-origin check.
func (k *Kit) Guard(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(refuseForeign))
	checked := cross.Handler(k.sameOrigin(next))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		k.headers(w.Header())
		if secret(r.URL.Path) {
			w.Header().Set("Referrer-Policy", "no-referrer")
			w.Header().Set("X-Robots-Tag", "noindex, nofollow")
			w.Header().Set("Cache-Control", "no-store")
		}
		r.Body = http.MaxBytesReader(w, r.Body, mostBody(r))
		checked.ServeHTTP(w, r)
	})
}

func (k *Kit) headers(h http.Header) {
	h.Set("X-Request-Id", requestID())
	h.Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; script-src 'self'; style-src 'self'; "+
		"img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("X-Robots-Tag", "noindex") // but for the register, whose pages take it back
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
	if k.secure() {
		h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
	}
}

// secret reports whether an address holds a link that only one person was given: it goes to no other site, search engine or cache.
func secret(path string) bool {
	return strings.HasPrefix(path, Consultation+"/") || strings.HasPrefix(path, Calendar+"/")
}

func requestID() string {
	raw := make([]byte, 10)
	_, _ = rand.Read(raw) // never fails on the systems Go supports
	return base32.StdEncoding.EncodeToString(raw)
}

// sameOrigin refuses a post that carries a session but says nothing of where it comes from: every browser in use sends one or the other.
func (k *Kit) sameOrigin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		safe := r.Method == http.MethodGet || r.Method == http.MethodHead
		_, err := r.Cookie(k.cookie("session"))
		if !safe && err == nil && r.Header.Get("Origin") == "" && r.Header.Get("Sec-Fetch-Site") == "" {
			refuseForeign(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func refuseForeign(w http.ResponseWriter, _ *http.Request) {
	http.Error(w, "This request did not come from a page of this service, so nothing was done. Go back, reload the page and try again.",
		http.StatusForbidden)
}

// Log writes one line for each request: the route's pattern, never the address or anything a person typed.
func Log(c *gin.Context) {
	start := time.Now()
	c.Next()
	slog.Info("request", "id", c.Writer.Header().Get("X-Request-Id"), "method", c.Request.Method, "route", c.FullPath(),
		"status", c.Writer.Status(), "ms", time.Since(start).Milliseconds())
}

// Recover turns a panic into the page that says something went wrong. The log gets the place, not the request. A handler that could not send
// the rest of a long file ends the connection, so that nobody takes the half for the whole.
func (k *Kit) Recover(c *gin.Context) {
	defer func() {
		p := recover()
		if p == http.ErrAbortHandler { //nolint:errorlint // a value to panic with, never wrapped
			panic(p)
		}
		if p != nil {
			k.fail(&Request{Context: c, Kit: k}, fmt.Errorf("panic: %v", p))
			c.Abort()
		}
	}()
	c.Next()
}

// Posts reads a posted form once, within limits, and refuses other kinds of content. Only the body counts: the query never answers for it.
func (k *Kit) Posts(c *gin.Context) {
	if c.Request.Method != http.MethodPost || brings(c.Request) {
		return
	}
	if err := readForm(c.Request); err != nil {
		k.fail(&Request{Context: c, Kit: k}, err)
		c.Abort()
	}
}

func readForm(r *http.Request) error {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || !strings.EqualFold(kind, "application/x-www-form-urlencoded") {
		return errContentType
	}
	if err := r.ParseForm(); err != nil {
		return err
	}
	fields := 0
	for _, values := range r.PostForm {
		fields += len(values)
	}
	if fields > maxFields {
		return errTooLarge
	}
	return nil
}
