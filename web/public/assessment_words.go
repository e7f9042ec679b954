package public

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
)

// address is the page of one published version.
func address(p eqia.Publication) string { return "/assessments/" + p.Reference + "/v/" + p.Number() }

// summary is the first thing that a page says; words of its own stand in for a summary that was not written.
func (v assessment) summary() string {
	if v.Summary == "" {
		return "This record has no summary."
	}
	return v.Summary
}

func (v assessment) summaryHeading() string {
	if v.Screening {
		return "Why a full assessment was not needed"
	}
	return "Summary"
}

// replacedBy says what came after a version that is no longer in force.
func (v assessment) replacedBy() string {
	if v.InForce.Reference == "" {
		return "A later version replaced this one, and was then withdrawn."
	}
	if v.InForce.Number() == v.CopyOf {
		return "Version " + v.CopyOf + ", with nothing left out, was published on " + eqia.DayOf(v.InForce.PublishedAt).Words() + "."
	}
	return "Version " + v.InForce.Number() + " replaced this version on " + eqia.DayOf(v.InForce.PublishedAt).Words() + "."
}

// withdrawn says when a version was withdrawn.
func (v assessment) withdrawn() string {
	return "The council withdrew this assessment on " + v.WithdrawnOn.Words() + "."
}

// versionLinks leads to the other published versions, and says how they stand.
func (v assessment) versionLinks() []components.Link {
	stands := map[string]string{eqia.InForce: "in force", eqia.Replaced: "replaced", eqia.TakenAway: "withdrawn"}
	var out []components.Link
	for _, p := range v.Others {
		out = append(out, components.Link{Text: "Version " + p.Number() + ", published " + eqia.DayOf(p.PublishedAt).Words() + ", " + stands[p.Standing],
			Href: address(p)})
	}
	return out
}

// contents lists the parts of the page in their order.
func (v assessment) contents() components.Contents {
	links := []components.Link{{Text: v.summaryHeading(), Href: "#summary"}, {Text: "What is being decided", Href: "#decision"}}
	if len(v.Meetings) > 0 {
		links = append(links, components.Link{Text: "Meetings it is for", Href: "#meetings"})
	}
	if len(v.Doc.Groups) > 0 {
		links = append(links, components.Link{Text: adverseHeading, Href: "#adverse"}, components.Link{Text: "Every group at a glance", Href: "#glance"},
			components.Link{Text: "The other groups", Href: "#others"})
	}
	if len(v.Doc.Plan) > 0 {
		links = append(links, components.Link{Text: "What will be done", Href: "#plan"})
	}
	for _, s := range v.rest().Parts {
		links = append(links, components.Link{Text: s.Title, Href: "#" + s.SectionID()})
	}
	return components.Contents{Links: append(links, components.Link{Text: "Feedback", Href: "#feedback"},
		components.Link{Text: "About this record", Href: "#record"},
		components.Link{Text: "Other formats", Href: "#files"},
		components.Link{Text: "Ask for another format", Href: "#format"})}
}

const adverseHeading = "Where people could lose out, or we are not sure"

// versionWords is the number of the version, and what kind of version it is.
func (v assessment) versionWords() string {
	if v.CopyOf != "" {
		return v.Number()
	}
	return eqia.Header{Major: v.Major, Minor: v.Minor}.VersionWords()
}

// madeFrom says which version it is with words left out; empty for a whole one.
func (v assessment) madeFrom() string { return document.MadeFrom(v.CopyOf) }
