package clerk

import (
	"errors"

	"dorset-eqia/eqia"
)

// repeated is what the first sending of a form made, when this is the second; empty when it is not.
func repeated(err error) string {
	var again *eqia.Repeat
	if errors.As(err, &again) {
		return again.Result
	}
	return ""
}
