package page

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
	lru "github.com/hashicorp/golang-lru/v2"

	"dorset-eqia/eqia"
)

// Limits of what is kept of the public's pages: how many, and how long one can be before it is packed.
const (
	mostPages   = 1000
	longestPage = 1 << 20
)

// shelf keeps public pages as they were last drawn, packed, for as long as nothing in the record has changed and the day is the same.
type shelf struct {
	once  sync.Once
	pages *lru.Cache[string, keptPage]
}

// keptPage is a page with the edition of the record and the day that it is true of.
type keptPage struct {
	edition int64
	day     eqia.Day
	header  http.Header
	packed  []byte
}

// keptHeaders are what a page says of itself, besides what every answer says.
var keptHeaders = []string{"Content-Type", "Etag", "Cache-Control", "Vary", robots}

const robots = "X-Robots-Tag"

// inCopy are headers that a reader's copy came with, which go for it still: they are not said again with its tag.
var inCopy = []string{"Content-Type", "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy",
	"Referrer-Policy", "X-Content-Type-Options"}

func (s *shelf) open() *lru.Cache[string, keptPage] {
	s.once.Do(func() { s.pages, _ = lru.New[string, keptPage](mostPages) }) // fails for a size below 1 alone
	return s.pages
}

// Kept is Public for handlers that look at nothing but the address. A page that has a tag is kept, and drawn again only when the record or
// the day is another. Addresses with a query are drawn each time, so that nobody can fill the shelf with made-up ones.
func (k *Kit) Kept(h Handler) gin.HandlerFunc {
	draw := k.Public(h)
	return func(c *gin.Context) {
		if c.Request.URL.RawQuery != "" {
			draw(c)
			return
		}
		edition, err := k.Eqia.Register.Edition(c.Request.Context())
		if err != nil {
			k.fail(&Request{Context: c, Kit: k}, err)
			return
		}
		day, key := eqia.DayOf(k.Now()), c.Request.Host+c.Request.URL.EscapedPath()
		if p, ok := k.shelf.open().Get(key); ok && p.edition == edition && p.day == day {
			p.answer(c)
			return
		}
		w := &noting{ResponseWriter: c.Writer}
		c.Writer = w
		draw(c)
		if p, ok := w.page(); ok {
			p.edition, p.day = edition, day
			k.shelf.open().Add(key, p)
		}
	}
}

// answer sends a kept page: nothing but its tag to a reader who has it, packed to one who can unpack it.
func (p keptPage) answer(c *gin.Context) {
	out := c.Writer.Header()
	for _, name := range keptHeaders {
		if values, ok := p.header[name]; ok {
			out[name] = values
		} else {
			delete(out, name)
		}
	}
	switch {
	case Has(c.GetHeader("If-None-Match"), p.header.Get("Etag")):
		for _, name := range inCopy {
			delete(out, name)
		}
		c.Status(http.StatusNotModified)
		c.Writer.WriteHeaderNow()
	case strings.Contains(c.GetHeader("Accept-Encoding"), "gzip"):
		out.Set("Content-Encoding", "gzip")
		c.Data(http.StatusOK, p.header.Get("Content-Type"), p.packed)
	default:
		c.Data(http.StatusOK, p.header.Get("Content-Type"), p.unpacked())
	}
}

// unpacked is the page as it was drawn.
func (p keptPage) unpacked() []byte {
	r, err := gzip.NewReader(bytes.NewReader(p.packed))
	if err != nil {
		panic(err) // it was packed here
	}
	page, err := io.ReadAll(r)
	if err != nil {
		panic(err)
	}
	return page
}

// Has reports whether a reader who named these tags has the copy with this one.
func Has(named, tag string) bool {
	for one := range strings.SplitSeq(named, ",") {
		if strings.TrimPrefix(strings.TrimSpace(one), "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// noting is an answer of which a copy is made.
type noting struct {
	gin.ResponseWriter
	body bytes.Buffer
}

// Write sends some of the answer, and notes it while it is not too long to be kept.
func (w *noting) Write(b []byte) (int, error) {
	if w.body.Len() <= longestPage {
		w.body.Write(b)
	}
	return w.ResponseWriter.Write(b)
}

// WriteString is Write for text.
func (w *noting) WriteString(s string) (int, error) { return w.Write([]byte(s)) }

// page is what was answered, packed, when it is a page that may be kept: a whole one with a tag.
func (w *noting) page() (keptPage, bool) {
	h := w.Header()
	whole := w.Status() == http.StatusOK && w.body.Len() > 0 && w.body.Len() <= longestPage
	if !whole || h.Get("Etag") == "" || h.Get("Set-Cookie") != "" || !strings.HasPrefix(h.Get("Content-Type"), "text/html") {
		return keptPage{}, false
	}
	p := keptPage{header: http.Header{}}
	for _, name := range keptHeaders {
		if values, ok := h[name]; ok {
			p.header[name] = values
		}
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err := z.Write(w.body.Bytes())
	if err == nil {
		err = z.Close()
	}
	p.packed = packed.Bytes()
	return p, err == nil
}
