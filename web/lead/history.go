package lead

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// History shows what happened to an assessment, newest first, to those who work on it and to the team.
func (Pages) History(r *page.Request) error {
	c, err := opened(r)
	if err != nil {
		return err
	}
	all, err := r.Kit.Eqia.History(r.Ctx(), c)
	if err != nil {
		return err
	}
	f := frame(r, c, "History", toReview(c))
	return r.Show(f, historyPage(c, components.Timeline{Events: events(c, all)}))
}

// events puts the record into words. Answers that one person changed one after another on one day are one line. The team's comments are
// left out for others until the review is sent.
func events(c eqia.Case, all []eqia.Recorded) []components.Event {
	var out []components.Event
	var parts []string
	edits, last := 0, eqia.Recorded{}
	for _, a := range all {
		if keptBack(c, a) {
			continue
		}
		if a.Kind == workflow.Edit && edits > 0 && together(a, last) {
			edits++
			parts = append(parts, concerns(c, a))
			out[len(out)-1].Title, out[len(out)-1].Text = fmt.Sprintf("Changed answers %d times", edits), what(a, parts)
			last = a
			continue
		}
		edits, last, parts = 0, a, []string{concerns(c, a)}
		if a.Kind == workflow.Edit {
			edits = 1
		}
		out = append(out, components.Event{Title: did(a), By: by(c, a), When: eqia.Moment(a.At), At: a.At,
			Text: what(a, parts)})
	}
	return out
}

// mostNamed is how many parts one line of the history names.
const mostNamed = 6

// what is the version that an event is about, and the parts it concerns, each once.
func what(a eqia.Recorded, parts []string) string {
	var names []string
	for _, name := range parts {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	text := "Version " + a.Number
	if from := a.Facts["from"]; from != "" && (a.Kind == workflow.NewVersion || a.Kind == workflow.StartReview) {
		text += ", from version " + from
	}
	switch {
	case len(names) == 0:
		return text
	case len(names) > mostNamed:
		return text + fmt.Sprintf(": %s, and %d more", strings.Join(names[:mostNamed], ", "), len(names)-mostNamed)
	default:
		return text + ": " + strings.Join(names, ", ")
	}
}

// concerns names the part that an event is about; "" when it is about the whole.
func concerns(c eqia.Case, a eqia.Recorded) string {
	k, err := eqia.ParsePartKey(a.Facts["part"])
	if err != nil || k == (eqia.PartKey{}) {
		return ""
	}
	return document.PartName(c, k)
}

func together(a, b eqia.Recorded) bool {
	return a.By == b.By && a.Version == b.Version && eqia.DayOf(a.At) == eqia.DayOf(b.At)
}

// by is who did it: a person, an outside reader by what they call themselves, or the service.
func by(c eqia.Case, a eqia.Recorded) string {
	i := slices.IndexFunc(c.Comments, func(m eqia.Comment) bool { return m.ID == eqia.CommentID(a.Facts["comment"]) })
	if a.Kind == workflow.OutsideComment {
		if i < 0 { // on an earlier version, whose comments are not on this page
			return workflow.OutsideReader.Label()
		}
		return c.Comments[i].From()
	}
	return cmp.Or(a.ByName, workflow.Service.Label())
}

// keptBack reports whether an event is about a comment that this person may not see yet.
func keptBack(c eqia.Case, a eqia.Recorded) bool {
	id := eqia.CommentID(a.Facts["comment"])
	if id == "" || a.Version != c.ID {
		return false
	}
	return !slices.ContainsFunc(c.Seen(), func(m eqia.Comment) bool { return m.ID == id })
}

// did is an event in words that can stand alone.
func did(a eqia.Recorded) string {
	if a.Kind == eqia.Started {
		return "Started the assessment"
	}
	if a.Kind == eqia.Imported {
		return "Brought in from outside"
	}
	if words := committee.Did(a.Kind); words != "" {
		return upper(words)
	}
	return upper(workflow.Did(a.Kind))
}
