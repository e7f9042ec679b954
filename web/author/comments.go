package author

import (
	"strconv"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// returned is the page of comments to answer.
type returned struct {
	Case    eqia.Case
	Key     func() components.Hidden // makes the key of one form
	Began   time.Time                // when the page began to be made
	Summary []eqia.Comment           // about the whole assessment
	Parts   []commented
}

// commented is one part with what was said about it.
type commented struct {
	Label, Href string
	Comments    []eqia.Comment
}

// Comments lists every comment by the answer it is about, with the way to each.
func (Pages) Comments(r *page.Request) error {
	c, err := inside(r)
	if err != nil {
		return err
	}
	c = c.WithComments()
	v := returned{Case: c, Key: r.Key, Began: time.Now(), Summary: firsts(c.On(eqia.PartKey{}))}
	seen := map[eqia.PartKey]bool{{}: true}
	for _, m := range c.Seen() {
		if seen[m.Part] {
			continue
		}
		seen[m.Part] = true
		v.Parts = append(v.Parts, commented{Label: document.PartName(c, m.Part), Href: page.ToCase(c.Assessment.Reference).Part(c, m.Part), Comments: firsts(c.On(m.Part))})
	}
	return r.Show(frame(r, c, "Comments"), commentsPage(v))
}

// firsts are the comments that start a thread.
func firsts(all []eqia.Comment) []eqia.Comment {
	var out []eqia.Comment
	for _, m := range all {
		if m.ReplyTo == "" {
			out = append(out, m)
		}
	}
	return out
}

// canAnswer reports whether this person can say that a comment is dealt with.
func (v returned) canAnswer(m eqia.Comment) bool {
	return m.State == eqia.CommentOpen && v.Case.May(workflow.AnswerComment)
}

// compared is a text beside other words for it, within the time that all of the page may take.
func (v returned) compared(before, after string) []components.Run {
	return document.Compare(before, after, document.WholeWithin-time.Since(v.Began))
}

// useHidden is what the button for suggested wording carries: the counter of the answer that the wording was made for, so that nothing that
// was saved since is lost.
func (v returned) useHidden(m eqia.Comment) []components.Hidden {
	return []components.Hidden{{Name: "base", Value: strconv.Itoa(m.Wording.Base)}, v.Key()}
}

// verdictRows lists what is asked of each part, with the way to it.
func (v returned) verdictRows() []components.Row {
	var out []components.Row
	for _, d := range v.Case.Verdicts {
		out = append(out, components.Row{Key: document.PartName(v.Case, d.Part), Text: d.Says.Label() + "\n" + d.Text,
			Actions: []components.Link{{Text: "Go to it", Unseen: ": " + document.PartName(v.Case, d.Part), Href: page.ToCase(v.Case.Assessment.Reference).Part(v.Case, d.Part)}}})
	}
	return out
}

// lead says how much there is to answer, for example "3 comments on 2 answers".
func lead(c eqia.Case) string {
	open := c.Open()
	parts := map[eqia.PartKey]bool{}
	for _, m := range open {
		parts[m.Part] = true
	}
	return components.Count(len(open), "comment", "comments") + " on " + components.Count(len(parts), "answer", "answers")
}
