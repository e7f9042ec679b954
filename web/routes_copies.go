package web

import (
	"dorset-eqia/web/copies"
	"dorset-eqia/web/public"
)

// files is what can be had as a file, in every format there is.
func files() []Route {
	var p public.Pages
	var out []Route
	for _, f := range copies.Formats() {
		out = append(out,
			Route{"GET", "/assessments/:ref/v/:number/" + f.Ending, Anyone, p.Copy(f)},
			Route{"GET", "/casework/blank-form/" + f.Ending, SignedIn, f.Blank},
			Route{"GET", "/casework/:ref/v/:number/" + f.Ending, SignedIn, f.Assessment},
			Route{"GET", "/casework/:ref/v/:number/plan/" + f.Ending, SignedIn, f.Plan},
			Route{"GET", "/casework/:ref/v/:number/report-text/" + f.Ending, SignedIn, f.ReportText},
			Route{"GET", "/meetings/:meeting/items/:item/report-text/" + f.Ending, SignedIn, f.MeetingText},
			Route{"GET", "/meetings/:meeting/items/:item/links/:link/" + f.Ending, SignedIn, f.Appendix},
		)
	}
	return out
}
