package eqia

import "strings"

// Identifiers are ULIDs: 26 characters of Crockford base32 that sort by the time they were made. Each kind has a type of its own,
// so that one can't be passed for another.
type (
	// PersonID names an account.
	PersonID string
	// AssessmentID names a family of versions.
	AssessmentID string
	// VersionID names one version.
	VersionID string
	// CommentID names one comment.
	CommentID string
	// AbsenceID names one absence.
	AbsenceID string
	// DayOffID names one entry of the council's own days off.
	DayOffID string
	// ConsultationID names one draft released for consultation.
	ConsultationID string
	// ReaderID names one outside reader of one released draft.
	ReaderID string
)

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// ParseID reads an identifier from outside. Anything that is not exactly a ULID is ErrNotFound: an address that can't exist.
func ParseID[T ~string](s string) (T, error) {
	if len(s) != 26 || s[0] > '7' || strings.Trim(s, crockford) != "" {
		return "", ErrNotFound
	}
	return T(s), nil
}
