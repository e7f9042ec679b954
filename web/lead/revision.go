package lead

import (
	"net/http"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/page"
)

// atRevision is an address with the revision that the person read before they follow it.
func atRevision(address string, n int) string { return address + "?revision=" + strconv.Itoa(n) }

// number is a revision as it was written; 0, which is never one, when it is none.
func number(written string) int {
	n, err := strconv.Atoi(written)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// wasRead is the revision that the person read: the one that the form or the link brings, or the one of now when they come straight to
// the page.
func wasRead(r *page.Request, c eqia.Case) int {
	brought := r.Posted("revision")
	if r.Request.Method == http.MethodGet {
		brought = r.Query("revision")
	}
	if brought == "" {
		return c.Revision
	}
	return number(brought)
}

// unmoved is ErrMoved when the assessment is not at the revision that the person read.
func unmoved(c eqia.Case, read int) error {
	if c.Revision != read {
		return eqia.ErrMoved
	}
	return nil
}
