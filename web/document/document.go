// Package document puts an assessment into words for reading: the questions with their answers, the effects at a glance, a card for each
// group and the action plan. The equality team's, the author's and the public's pages all draw it from here.
package document

import (
	"slices"
	"strings"

	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
)

// Extra is something a page adds to one part of the assessment, such as the comments on it; it gives nil for nothing.
type Extra func(eqia.PartKey) templ.Component

// Doc is an assessment in words. Fill it with Of; a page may leave parts out before it draws the rest.
type Doc struct {
	Parts     []Section
	Groups    []Card // a card for each group, in the order of the form; rows that an older form merged come last
	Reason    string // the one reason that the groups that share it are neutral for
	Plan      []Action
	Screening bool   // records why no assessment is needed, so there are no groups
	Gap       string // what is said where nothing was answered
	beside    Extra
	below     Extra
	folded    func(eqia.PartKey) bool
}

// Section is a part of the form under one heading.
type Section struct {
	Code, Title string
	Questions   []Question
}

// Question is one question with its answer in words. Entries holds a list's answers; Missing says that it was asked and not answered.
type Question struct {
	Part     eqia.PartKey
	Label    string // as the form asks it
	Short    string // as lists and headings name it
	Text     string
	Entries  []Entry
	Lines    []Line // what is said under names of its own
	Missing  bool
	IsAction bool // the answer is the action plan
}

// Entry is one entry of a list: an option, a source of evidence or people who were asked.
type Entry struct {
	Part  eqia.PartKey
	Title string
	Lines []Line
}

// Line is one thing said, under its name. Link is set where the text is a web address; Field is the name it has in JSON.
type Line struct {
	Name, Text, Link, Field string
}

// outside marks a record on a form that this service never had.
const outside = "outside"

// Of puts a record into words, by the form it was written on. Day is when the version was started (YYYY-MM-DD): the groups in force then
// are the ones it was asked about.
func Of(content eqia.Content, fv form.Version, day string) Doc {
	w := writer{content, fv, day}
	d := Doc{Gap: "Not answered", Screening: content.Answers[form.QuestionAssessmentNeeded].Choice() == form.AssessmentNo, Plan: w.plan()}
	if content.Form.Version == outside {
		d.Gap = "This form did not ask"
	}
	d.Parts = slices.Concat(w.since(), w.sections(), w.others())
	if !d.Screening || len(content.Cards) > 0 {
		d.Groups, d.Reason = w.groups(), content.Answers[eqia.SharedReason].Text
	}
	return d
}

// With is the document with something beside its parts, in a narrow column on wide screens, and something below them. Either may be nil.
func (d Doc) With(beside, below Extra) Doc {
	d.beside, d.below = beside, below
	return d
}

// Folding is the document with these parts folded away, for a reader who has read them before. It may be nil.
func (d Doc) Folding(these func(eqia.PartKey) bool) Doc {
	d.folded = these
	return d
}

// ID is the id of a part's heading, so that links can lead to it.
func ID(k eqia.PartKey) string {
	if k == (eqia.PartKey{}) {
		return "whole"
	}
	return string(k.Kind) + "-" + k.Key
}

// SectionID is the id of a section's heading.
func (s Section) SectionID() string { return "section-" + s.Code }

// turn is the place among the sections before which the groups are drawn.
func (d Doc) turn() int {
	i := slices.IndexFunc(d.Parts, func(s Section) bool { return s.Code == "summary" })
	if i < 0 {
		return len(d.Parts)
	}
	return i
}

const impactsID, impactsTitle = "section-impacts", "Impacts on people"

// Contents lists the headings that Whole draws, with links to them.
func (d Doc) Contents() []components.Link {
	var out []components.Link
	for _, s := range d.Parts {
		out = append(out, components.Link{Text: s.Title, Href: "#" + s.SectionID()})
	}
	if len(d.Groups) > 0 {
		out = slices.Insert(out, d.turn(), components.Link{Text: impactsTitle, Href: "#" + impactsID})
	}
	return out
}

// said keeps the lines that say something.
func said(all ...Line) []Line {
	var kept []Line
	for _, l := range all {
		if strings.TrimSpace(l.Text) != "" {
			kept = append(kept, l)
		}
	}
	return kept
}
