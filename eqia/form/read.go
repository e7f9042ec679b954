package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// ReadVersion reads one version of a form written as JSON, and nothing after it. Fields that it does not know are refused, so that nothing
// is lost without a word. Whether the version can be used is for Validate to say.
func ReadVersion(raw []byte) (Version, error) {
	var v Version
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&v); err != nil {
		return Version{}, fmt.Errorf("read the form: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Version{}, errors.New("read the form: there is more after it")
	}
	return v, nil
}

// Validate reports everything that would stop the service from asking this version, joined into one error, or nil.
func (v Version) Validate() error { return v.validate() }

// With is the profile with a later version after those it has. The one before it ends on the day before the later one starts.
func (p Profile) With(later Version) Profile {
	versions := make([]Version, 0, len(p.Versions)+1)
	versions = append(versions, p.Versions...)
	if last := len(versions) - 1; last >= 0 {
		if before := dayBefore(later.From); versions[last].To == "" || versions[last].To > before {
			versions[last].To = before
		}
	}
	p.Versions = append(versions, later)
	return p
}

// Newest is the version that starts last, whether or not it is in force yet; false when there is none.
func (p Profile) Newest() (Version, bool) {
	if len(p.Versions) == 0 {
		return Version{}, false
	}
	return p.Versions[len(p.Versions)-1], true
}

// dayBefore is the day before a day, both YYYY-MM-DD; "" for what is no day.
func dayBefore(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}
