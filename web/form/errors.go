package form

// FieldError says what to put right in one field. ID is the id of the control an error summary links to.
type FieldError struct {
	Field, ID, Message string
}

// Errors lists what to put right, in page order. It is empty when a form was filled in properly.
type Errors []FieldError

// For gives the message to show beside a field, or "" when there is nothing to put right.
func (e Errors) For(field string) string {
	for _, problem := range e {
		if problem.Field == field {
			return problem.Message
		}
	}
	return ""
}
