package page

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// upload is a kind of address whose forms bring files, and how many bytes a file can have there.
type upload struct {
	begins, ends string
	most         int
}

// uploads are the addresses whose forms bring files.
var uploads = []upload{
	{"/imports/", "", committee.MostFile},
	{CheckCopy, "", committee.MostFile},
	{"/meetings/", "/packs", committee.MostPack},
	{"/casework/", "/formats", eqia.MostAttachment},
}

// What a form with a file may have besides: bytes around the file, and of a file that is too large, so that its sender can be told; bytes that
// are kept in memory while it is read; and the time that it may take to come.
const (
	spare    = 30 << 20
	inMemory = 32 << 20
	comesIn  = 5 * time.Minute
)

// uploading is the kind of address that a request brings a file to; false when it brings none. It is read when the page has found out who is
// asking.
func uploading(r *http.Request) (upload, bool) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || r.Method != http.MethodPost || kind != "multipart/form-data" {
		return upload{}, false
	}
	for _, u := range uploads {
		if strings.HasPrefix(r.URL.Path, u.begins) && strings.HasSuffix(r.URL.Path, u.ends) {
			return u, true
		}
	}
	return upload{}, false
}

// brings reports whether a request is a form that brings a file.
func brings(r *http.Request) bool {
	_, ok := uploading(r)
	return ok
}

// mostBody is how many bytes the body of a request can have.
func mostBody(r *http.Request) int64 {
	if u, ok := uploading(r); ok {
		return int64(u.most + spare)
	}
	return maxBody
}

// ErrTooLarge is a file that is larger than its address takes.
var ErrTooLarge = errors.New("the file is too large")

// File reads a form that brings a file, and gives what is in the file of that name; nothing when none was chosen. Afterwards the other fields
// are there as on any form.
func (r *Request) File(name string) ([]byte, error) {
	u, ok := uploading(r.Request)
	if !ok {
		return nil, nil
	}
	r.takeTime()
	if err := r.Request.ParseMultipartForm(inMemory); err != nil {
		if tooLarge(err) {
			return nil, ErrTooLarge
		}
		return nil, fmt.Errorf("read the form: %w", errContentType)
	}
	defer func() { _ = r.Request.MultipartForm.RemoveAll() }()
	file, _, err := r.Request.FormFile(name)
	if errors.Is(err, http.ErrMissingFile) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, int64(u.most)+1))
	if len(raw) > u.most {
		return nil, ErrTooLarge
	}
	return raw, err
}

// takeTime gives a large file on a slow line longer than a page may take. Where nothing is timed, as in tests, there is nothing to change.
func (r *Request) takeTime() {
	line, until := http.NewResponseController(r.Writer), time.Now().Add(comesIn)
	_ = errors.Join(line.SetReadDeadline(until), line.SetWriteDeadline(until.Add(time.Minute)))
}
