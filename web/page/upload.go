package page

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"dorset-eqia/eqia/committee"
)

// Uploads is the beginning of the addresses whose forms bring files.
const Uploads = "/imports/"

// maxUpload is how many bytes a form with a file can have: the file and what is around it.
const maxUpload = committee.MostFile + 1<<20

// brings reports whether a request is a form that brings a file. It is read when the page has found out who is asking.
func brings(r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && r.Method == http.MethodPost && kind == "multipart/form-data" && strings.HasPrefix(r.URL.Path, Uploads)
}

// mostBody is how many bytes the body of a request can have.
func mostBody(r *http.Request) int64 {
	if brings(r) {
		return maxUpload
	}
	return maxBody
}

// ErrTooLarge is a file that is larger than 20 MB.
var ErrTooLarge = errors.New("the file is larger than 20 MB")

// File reads a form that brings a file, and gives what is in the file of that name; nothing when none was chosen. Afterwards the other fields
// are there as on any form.
func (r *Request) File(name string) ([]byte, error) {
	if !brings(r.Request) {
		return nil, nil
	}
	if err := r.Request.ParseMultipartForm(maxUpload); err != nil {
		if tooLarge(err) {
			return nil, ErrTooLarge
		}
		return nil, fmt.Errorf("read the form: %w", errContentType)
	}
	defer func() { _ = r.Request.MultipartForm.RemoveAll() }() // nothing was written to disk below the limit
	file, _, err := r.Request.FormFile(name)
	if errors.Is(err, http.ErrMissingFile) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, committee.MostFile+1))
	if len(raw) > committee.MostFile {
		return nil, ErrTooLarge
	}
	return raw, err
}
