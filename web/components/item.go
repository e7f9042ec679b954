package components

import "strconv"

// Item is one choice of radios, checkboxes or a select. An item with a Divider ("or") is only that word between two choices; None
// marks the checkbox that unticks all the others.
type Item struct {
	Value, Text, Hint string
	Divider           string
	None              bool
}

// itemID gives the id of the choice at a place in the list. The first has the field's own id, so an error can link to it.
func itemID(field string, place int) string {
	if place == 0 {
		return field
	}
	return field + "-" + strconv.Itoa(place+1)
}
