package author

import (
	"errors"

	"dorset-eqia/eqia"
)

// repeated is what the first sending of a form made; false when the error says something else.
func repeated(err error) (string, bool) {
	var again *eqia.Repeat
	if errors.As(err, &again) {
		return again.Result, true
	}
	return "", false
}
