package lead

import (
	"regexp"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// remark is the form to comment on one part, or to reply to a comment on it.
type remark struct {
	Text    string `form:"text,lines" label:"Comment" rule:"required,max=200000" error:"Enter a comment"`
	Part    string `form:"part" label:"Part" rule:"max=200"`
	ReplyTo string `form:"reply_to" label:"Reply to" rule:"max=26"`
	From    string `form:"from" label:"From" rule:"max=200"`
	Errors  form.Errors

	c   eqia.Case
	key eqia.PartKey
}

// PostComment adds a comment and goes back to the page it was written on. Without a text it asks again, on a page of its own.
func (Pages) PostComment(r *page.Request) error {
	var f remark
	f.Errors = r.Read(&f)
	var err error
	if f.c, err = r.Case(); err != nil {
		return err
	}
	if f.key, err = eqia.ParsePartKey(f.Part); err != nil {
		return err
	}
	if err := may(f.c, workflow.Comment); err != nil {
		return err
	}
	if len(f.Errors) > 0 {
		return f.again(r)
	}
	var replyTo eqia.CommentID
	if f.ReplyTo != "" {
		if replyTo, err = eqia.ParseID[eqia.CommentID](f.ReplyTo); err != nil {
			return err
		}
	}
	err = page.Done(r.Kit.Eqia.AddComment(r.Ctx(), f.c, eqia.Remark{Part: f.key, ReplyTo: replyTo, Text: f.Text, Once: r.OnceOf(f.Part, f.ReplyTo, f.Text)}))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.again(r)
	}
	if err != nil {
		return err
	}
	return r.Go(origin(f.c, f.From)+"#"+document.ID(f.key), "commented")
}

func (f remark) again(r *page.Request) error {
	p := page.Failed(frame(r, f.c, "Add a comment", &components.BackLink{Href: origin(f.c, f.From)}), f.Errors)
	return r.Show(p, remarkPage(f, r.Key()))
}

func (f remark) hidden(key components.Hidden) []components.Hidden {
	return []components.Hidden{{Name: "part", Value: f.Part}, {Name: "reply_to", Value: f.ReplyTo}, {Name: "from", Value: f.From}, key}
}

// origins are the pages of an assessment that a comment can be written on.
var origins = regexp.MustCompile(`^(review|read|comments|check|impacts|shared-reason|(page|impacts)/[a-z0-9_+-]{1,120}|list/[a-z]{1,20}(/[0-9]{1,6})?)$`)

// origin is the page that a form came from, when it is one of ours; the assessment's own page otherwise.
func origin(c eqia.Case, from string) string {
	if origins.MatchString(from) {
		return to(c).Do(from)
	}
	return to(c).Hub()
}

// PostAnswer marks a comment as dealt with by the author.
func (Pages) PostAnswer(r *page.Request) error { return settle(r, workflow.AnswerComment, "answered") }

// PostResolve marks a comment as dealt with in the equality team's eyes.
func (Pages) PostResolve(r *page.Request) error {
	return settle(r, workflow.ResolveComment, "resolved")
}

func settle(r *page.Request, event workflow.Event, flash string) error {
	c, err := opened(r)
	if err != nil {
		return err
	}
	id, err := eqia.ParseID[eqia.CommentID](r.Param("comment"))
	if err != nil {
		return err
	}
	does := r.Kit.Eqia.AnswerComment
	if event == workflow.ResolveComment {
		does = r.Kit.Eqia.ResolveComment
	}
	if err := page.Done(does(r.Ctx(), c, id)); err != nil {
		return err
	}
	return r.Go(origin(c, r.Posted("from"))+"#"+anchor(c, id), flash)
}

// anchor is the id of the part that a comment is about.
func anchor(c eqia.Case, id eqia.CommentID) string {
	i := slices.IndexFunc(c.Comments, func(m eqia.Comment) bool { return m.ID == id })
	if i < 0 {
		return document.ID(eqia.PartKey{})
	}
	return document.ID(c.Comments[i].Part)
}
