package lead

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// rewording is the form to change one's own comment before it is sent.
type rewording struct {
	Text   string `form:"text,lines" label:"Comment" rule:"max=200000"`
	Errors form.Errors

	c       eqia.Case
	comment eqia.Comment
}

// changeable reports whether the person can still change the words of a comment: it is theirs, and not sent yet.
func changeable(c eqia.Case, m eqia.Comment) bool {
	return m.By == c.Person.ID && !m.Sent() && c.May(workflow.EditComment)
}

// ownComment opens the assessment and the comment that the address names, for whoever wrote it.
func ownComment(r *page.Request) (rewording, error) {
	c, err := opened(r)
	if err != nil {
		return rewording{}, err
	}
	id, err := eqia.ParseID[eqia.CommentID](r.Param("comment"))
	if err != nil {
		return rewording{}, err
	}
	seen := c.Seen()
	i := slices.IndexFunc(seen, func(m eqia.Comment) bool { return m.ID == id })
	if i < 0 {
		return rewording{}, eqia.ErrNotFound
	}
	if !changeable(c, seen[i]) {
		return rewording{}, &workflow.Refusal{Event: workflow.EditComment, State: c.State, Why: workflow.NotYours}
	}
	return rewording{c: c, comment: seen[i], Text: seen[i].Text}, nil
}

// EditComment shows one's own comment, to be changed.
func (Pages) EditComment(r *page.Request) error {
	f, err := ownComment(r)
	if err != nil {
		return err
	}
	return f.show(r)
}

func (f rewording) show(r *page.Request) error {
	p := page.Failed(frame(r, f.c, "Change your comment", toReview(f.c)), f.Errors)
	return r.Show(p, rewordingPage(f, []components.Hidden{r.Key()}))
}

// PostEditComment changes one's own comment.
func (Pages) PostEditComment(r *page.Request) error {
	f, err := ownComment(r)
	if err != nil {
		return err
	}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	err = page.Done(r.Kit.Eqia.EditComment(r.Ctx(), f.c, f.comment.ID, eqia.Remark{Text: f.Text, Once: r.OnceOf(f.Text)}))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(to(f.c).Do("review")+"#"+document.ID(f.comment.Part), "reworded")
}
