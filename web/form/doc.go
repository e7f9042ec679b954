// Package form reads posted forms. A page declares a struct, and each field's tags are the whole specification of that question:
//
//	type nameForm struct {
//		Name    string         `form:"name" label:"Name of the proposal" rule:"required,max=200"`
//		Purpose string         `form:"purpose,lines" label:"Purpose" rule:"required"`
//		Review  form.DateParts `form:"review" label:"Review date"`
//	}
//
// The tags are:
//
//	form   the field's name in the page; ",lines" allows line breaks, ",exact" keeps spaces at the ends (passwords)
//	label  what the field is called on the page
//	rule   go-playground/validator rules: required, min, max (characters, or number of choices), oneof, email and so on
//	error  the sentence to show when the answer is missing, when the one made from the label does not read well
//	id     the id of the control in the page, when it differs from the name
//
// Pages whose questions are data, not a struct, read one question at a time with Text, Choices and Date.
package form
