package eqia

import (
	"errors"
	"strings"
)

// The errors a caller can meet, a sentence each. One table in the web package turns them into pages.
var (
	// ErrNotFound is anything that is not there, or that this person may not know is there.
	ErrNotFound = errors.New("not found")
	// ErrMoved means the assessment changed between being read and being acted on: a newer revision, or another state.
	ErrMoved = errors.New("the assessment has changed since it was read")
	// ErrNotSaved means the database did not keep the change; nothing was half done.
	ErrNotSaved = errors.New("the change was not saved")
	// ErrNoCode means that no free check code could be made for a signature; nothing was signed.
	ErrNoCode = errors.New("no free check code could be made")
	// ErrSignIn means the e-mail address and password do not go together, or the account is disabled; never which.
	ErrSignIn = errors.New("the email address or password is wrong")
	// ErrTooMany means too many tries in a short time.
	ErrTooMany = errors.New("too many tries")
)

// Invalid is one thing wrong with what was asked: the field it concerns and what to do about it.
type Invalid struct {
	Field string
	Says  string
}

func (e *Invalid) Error() string { return e.Field + ": " + e.Says }

// Conflict means that someone else saved these parts first. What they wrote is in the database; what this person wrote is in the
// request.
type Conflict struct {
	Parts []PartKey
}

func (e *Conflict) Error() string {
	names := make([]string, len(e.Parts))
	for i, k := range e.Parts {
		names[i] = k.String()
	}
	return "someone else changed " + strings.Join(names, ", ")
}

// Blocked means that rules stand in the way of a move; each finding says which answer and what to do.
type Blocked struct {
	Findings []Finding
}

func (e *Blocked) Error() string { return "rules stand in the way" }

// Repeat means that the same form was sent before, and that it was done then.
type Repeat struct {
	Result string // what the first one made: a reference or an identifier
}

func (e *Repeat) Error() string { return "this was done already" }
