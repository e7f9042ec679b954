package document

import (
	"net/url"
	"regexp"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// numbered is the number of the section as an address carries it; "" without one.
func (v ReportText) numbered() string {
	if v.Number == "" {
		return ""
	}
	return "?number=" + url.QueryEscape(v.Number)
}

var sectionForm = regexp.MustCompile(`^\d{0,3}$`)

// SectionStyle reads the number that the section has in its report from the address, and says where the register is. What is no number is
// an error beside an unnumbered text.
func SectionStyle(r *page.Request) (committee.SectionStyle, form.Errors) {
	style := committee.SectionStyle{Number: r.Query("number"), Register: r.Address("/assessments"), Codes: r.Address(page.Code)}
	if sectionForm.MatchString(style.Number) {
		return style, nil
	}
	style.Number = ""
	return style, form.Errors{{Field: "number", ID: "number", Message: "Enter the number of the section as a number, for example 8"}}
}
