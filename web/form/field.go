package form

import "strings"

// Field specifies one question of a form. Name is also the field's id unless ID is given; Rule is a list of validator rules; Error
// replaces the sentence for a missing answer. Lines allows line breaks and Exact keeps spaces at the ends. Choice marks an answer that
// is selected, not typed; Options, when there are any, are the only answers allowed.
type Field struct {
	Name, ID, Label, Rule, Error string
	Lines, Exact, Choice         bool
	Options                      []string
}

// id gives the id of the field's control.
func (f Field) id() string {
	if f.ID != "" {
		return f.ID
	}
	return f.Name
}

// required reports whether the field has to be answered.
func (f Field) required() bool {
	for rule := range strings.SplitSeq(f.Rule, ",") {
		if rule == "dive" {
			return false
		}
		if rule == "required" {
			return true
		}
	}
	return false
}

// selected reports whether the answer is picked from choices.
func (f Field) selected() bool {
	return f.Choice || len(f.Options) > 0 || strings.Contains(f.Rule, "oneof=")
}

// problem gives the errors of a field with one thing to put right.
func (f Field) problem(message string) Errors {
	return Errors{{Field: f.Name, ID: f.id(), Message: message}}
}
