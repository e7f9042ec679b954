package web

import (
	"strings"

	"dorset-eqia/web/outside"
	"dorset-eqia/web/page"
	"dorset-eqia/web/public"
	"dorset-eqia/web/verify"
)

// published is what the public reads.
func published() []Route {
	var p public.Pages
	return []Route{
		{"GET", "/assessments", Anyone, p.Register},
		{"GET", "/assessments.atom", Anyone, p.Atom},
		{"GET", "/open-data", Anyone, p.OpenData},
		{"GET", "/open-data/assessments.csv", Anyone, p.OpenCSV},
		{"GET", "/open-data/assessments.json", Anyone, p.OpenJSON},
		{"GET", "/.well-known/security.txt", Anyone, p.Security},
		{"GET", "/robots.txt", Anyone, p.Robots},
		{"GET", "/sitemap.xml", Anyone, p.Sitemap},
		{"GET", "/sitemap/:year", Anyone, p.SitemapYear},
		{"GET", "/assessments/:ref", Anyone, p.Assessment},
		{"GET", "/assessments/:ref/formats/:format", Anyone, p.Format},
		{"GET", "/assessments/:ref/v/:number", Anyone, p.Assessment},
		{"GET", "/assessments/:ref/v/:number/changes", Anyone, p.Changes},
		{"GET", "/council-meetings", Anyone, p.CouncilMeetings},
		{"GET", "/council-meetings/:meeting", Anyone, p.CouncilMeeting},
		{"GET", "/meetings.ics", Anyone, p.MeetingsFeed},
		{"GET", "/accessibility", Anyone, p.Accessibility},
		{"GET", "/privacy", Anyone, p.Privacy},
		{"GET", "/cookies", Anyone, p.Cookies},
		{"GET", "/contact", Anyone, p.Contact},
	}
}

// verified is where anyone checks a copy of what was signed. An address in capitals makes a smaller square to scan.
func verified(v *verify.Pages) []Route {
	return []Route{
		{"GET", page.Check, Anyone, v.Ask},
		{"POST", page.Check, Anyone, v.PostAsk},
		{"GET", page.CheckCopy, Anyone, v.Copy},
		{"POST", page.CheckCopy, Anyone, v.PostCopy},
		{"GET", page.Code + "/:code", Anyone, v.Code},
		{"GET", strings.ToUpper(page.Code) + "/:code", Anyone, v.Code},
	}
}

// voiced is what the public tells the council about an assessment.
func voiced(v *public.Voice) []Route {
	return []Route{
		{"GET", "/assessments/:ref/feedback", Anyone, v.Feedback},
		{"POST", "/assessments/:ref/feedback", Anyone, v.PostFeedback},
		{"GET", "/assessments/:ref/feedback/sent", Anyone, v.Sent},
	}
}

// consulted is what people outside the council read before sign-off, each by a link of their own.
func consulted(o *outside.Pages) []Route {
	return []Route{
		{"GET", page.Consultation + "/:token", Anyone, o.Read},
		{"POST", page.Consultation + "/:token/comments", Anyone, o.PostComment},
	}
}
