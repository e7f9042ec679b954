package record

import (
	"errors"
	"fmt"
)

// The reasons a value has no canonical form.
var (
	// ErrNotJSON means the bytes are not one well-formed JSON value.
	ErrNotJSON = errors.New("not one well-formed JSON value")
	// ErrText means a text holds invalid UTF-8 or half of a surrogate pair.
	ErrText = errors.New("a text is not valid Unicode")
	// ErrNumber means a number is not written as an integer between -2^53 and 2^53.
	ErrNumber = errors.New("a number is not an integer between -2^53 and 2^53")
	// ErrDuplicateKey means one object names the same key twice.
	ErrDuplicateKey = errors.New("an object has the same key twice")
	// ErrDepth means objects and lists are nested more than MaxDepth deep.
	ErrDepth = errors.New("objects and lists are nested too deeply")
)

// The reasons a typed text is no check code.
var (
	// ErrCodeShape means the text is not nine symbols of the code's alphabet.
	ErrCodeShape = errors.New("a check code has nine letters and numbers")
	// ErrCodeCheck means the last symbol does not fit the first eight, so the code was mistyped.
	ErrCodeCheck = errors.New("the last symbol of the check code does not fit the others")
)

// Fault says in what way a chain is broken.
type Fault string

// The faults a chain can show, in the order they are looked for.
const (
	// FaultGap means another entry stands where the next sequence number should be.
	FaultGap Fault = "the entry with this number is missing or out of order"
	// FaultPrev means the entry does not follow the hash of the one before it.
	FaultPrev Fault = "the entry does not follow the one before it"
	// FaultHash means the entry's contents do not give the hash stored with it.
	FaultHash Fault = "the entry was changed after it was written"
)

// Break is the first place where a chain stops holding: the sequence number expected there, and what is wrong.
type Break struct {
	Seq int64
	Why Fault
}

// Error says where the chain breaks and why.
func (b *Break) Error() string { return fmt.Sprintf("audit entry %d: %s", b.Seq, b.Why) }
