// Package components holds the pieces pages are built from: one GOV.UK component to a file, and a few of our own (app-…).
//
// There is one convention. A component is a small struct whose fields are the words and choices a page has to give, and its View
// method draws it:
//
//	@components.Radios{Name: "depth", Label: "How much detail?", Items: items, Value: p.Depth, Error: p.Errors.For("depth")}.View()
//
// Where a component can hold other components it takes them as children. Fields put their children between the error message and
// the control. The two pieces fed by a single value are plain functions: Paragraphs and Effects.
//
// The markup is that of govuk-frontend 6. All text is escaped; no component writes a style, a script body or a "required" attribute.
package components
