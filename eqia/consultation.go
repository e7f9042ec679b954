package eqia

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/mail"
	"time"
	"unicode/utf8"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Limits of a consultation: how long a link is good for, in days, and what one reader may write.
const (
	ConsultationDays     = 28
	ConsultationMostDays = 183
	OutsideCommentChars  = 5000
	OutsideCommentMost   = 200
	readerChars          = 200
)

// Consultation is a draft as it stood when the equality lead released it to people outside the service. It never changes, whatever
// becomes of the version it was taken from.
type Consultation struct {
	ID         ConsultationID
	Version    VersionID
	Number     string // of the version
	Revision   int
	Content    Content
	Digest     string
	ReleasedAt time.Time
	ReleasedBy PersonID
	Readers    []Reader
}

// Reader is someone outside the service who was given a link of their own to one released draft. Their e-mail address is for the equality
// lead alone; the link itself is kept nowhere.
type Reader struct {
	ID           ReaderID
	Consultation ConsultationID
	Name         string
	Position     string // what they are or whom they speak for: "Chair, disability forum"
	Email        string
	LinkHash     string
	ClosesOn     Day // the last day on which the link opens
	InvitedAt    time.Time
	EndedAt      time.Time // zero unless the lead ended the link
}

// Ended reports whether the link no longer opens on a day, whatever has become of the assessment.
func (r Reader) Ended(today Day) bool { return !r.EndedAt.IsZero() || today > r.ClosesOn }

// Consultations is the part of the store that keeps drafts released for consultation.
type Consultations interface {
	// Consultations lists the drafts of an assessment that were released, newest first, with their readers and without their content.
	Consultations(ctx context.Context, assessment AssessmentID) ([]Consultation, error)
	// Reading is what a link shows, by the digest of its secret part. ErrNotFound when there is no such link.
	Reading(ctx context.Context, linkHash string) (Reading, error)
}

// Reading is a released draft as its outside reader meets it.
type Reading struct {
	Consultation
	Reader     Reader
	Assessment Assessment
	Header     Header // of the version as it is now
	Form       form.Version
	Comments   []Comment // the reader's own, oldest first
	Open       bool      // it can be read and commented on
}

// NewLink is the secret part of a link, and the digest that is kept of it.
func NewLink() (link, hash string, err error) {
	raw := make([]byte, 32)
	if _, err := rand.Read(raw); err != nil {
		return "", "", err
	}
	link = base64.RawURLEncoding.EncodeToString(raw)
	return link, HashOfLink(link), nil
}

// HashOfLink is what is kept of the secret part of a link.
func HashOfLink(link string) string {
	sum := sha256.Sum256([]byte(link))
	return hex.EncodeToString(sum[:])
}

// Case is the frozen copy as if it were a version of its own, to ask which parts it has and what they are called.
func (r Reading) Case() Case {
	return Case{Version: Version{Header: r.Header, Content: r.Content, Assessment: r.Assessment}, Form: r.Form}
}

// On lists the reader's own comments on one part.
func (r Reading) On(part PartKey) []Comment {
	var out []Comment
	for _, m := range r.Comments {
		if m.Part == part {
			out = append(out, m)
		}
	}
	return out
}

// ReaderCommand names someone outside the service who is to read a released draft.
type ReaderCommand struct {
	Consultation ConsultationID
	Name         string
	Position     string
	Email        string
	Days         int
	Once         string
}

// reader is the command as a reader without a link.
func (cmd ReaderCommand) reader(now time.Time) (Reader, error) {
	r := Reader{Consultation: cmd.Consultation, Name: Lines(cmd.Name), Position: Lines(cmd.Position), Email: Lines(cmd.Email), InvitedAt: now}
	for _, t := range []struct{ field, text, missing string }{
		{"name", r.Name, "Enter the reader’s name"},
		{"position", r.Position, "Enter what they are or whom they speak for"},
		{"email", r.Email, "Enter an email address in the correct format, like name@example.com"},
	} {
		if t.text == "" {
			return r, &Invalid{Field: t.field, Says: t.missing}
		}
		if utf8.RuneCountInString(t.text) > readerChars {
			return r, &Invalid{Field: t.field, Says: "Keep this to 200 characters or fewer"}
		}
		if err := ValidText(t.field, t.text); err != nil {
			return r, err
		}
	}
	if a, err := mail.ParseAddress(r.Email); err != nil || a.Address != r.Email {
		return r, &Invalid{Field: "email", Says: "Enter an email address in the correct format, like name@example.com"}
	}
	if cmd.Days < 1 || cmd.Days > ConsultationMostDays {
		return r, &Invalid{Field: "days", Says: "Enter a number of days between 1 and 183"}
	}
	r.ClosesOn = DayOf(now.AddDate(0, 0, cmd.Days))
	return r, nil
}

// outsideStanding is what an outside reader is to any assessment: nothing else.
var outsideStanding = workflow.Standing{workflow.OutsideReader}
