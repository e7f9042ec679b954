package outside

import (
	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// remark is the form to comment on one part of a released draft, or on all of it.
type remark struct {
	Text   string `form:"text,lines" label:"Your comment" rule:"required,max=5000" error:"Enter a comment"`
	Part   string `form:"part" label:"Part" rule:"max=200"`
	Errors form.Errors

	v   reading
	key eqia.PartKey
}

// PostComment adds a comment and goes back to the part it is about. Where something is to be put right it asks again, on a page of its own.
func (p *Pages) PostComment(r *page.Request) error {
	found, err := p.opened(r)
	if err != nil {
		return err
	}
	if !found.Open {
		return closed(r, found)
	}
	f := remark{v: read(r, found)}
	f.Errors = r.Read(&f)
	if f.key, err = eqia.ParsePartKey(f.Part); err != nil {
		return err
	}
	if !found.Case().HasPart(f.key) {
		return eqia.ErrNotFound
	}
	if len(f.Errors) > 0 {
		return f.again(r)
	}
	count, err := p.comments.Get(r.Ctx(), string(found.Reader.ID))
	if err != nil {
		return err
	}
	if count.Reached {
		return eqia.ErrTooMany
	}
	err = page.Done(r.Kit.Eqia.CommentFromOutside(r.Ctx(), found, eqia.Remark{Part: f.key, Text: f.Text, Once: onceOf(r, found.Reader, f)}))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.again(r)
	}
	if err != nil {
		return err
	}
	return r.Go(f.v.at()+"#"+document.ID(f.key), "")
}

// onceOf is the form's key, made this reader's own; "" when it had none.
func onceOf(r *page.Request, reader eqia.Reader, f remark) string {
	once := r.OnceOf(f.Part, f.Text)
	if once == "" {
		return ""
	}
	return "reader/" + string(reader.ID) + once
}

func (f remark) again(r *page.Request) error {
	p := page.Failed(frame(r, f.v.Reading, "Add a comment"), f.Errors)
	p.Back = &components.BackLink{Href: f.v.at() + "#" + document.ID(f.key), Text: "Back to the draft"}
	return r.Show(p, remarkPage(f))
}

// below draws what the reader said about a part, and the form for more.
func (v reading) below(k eqia.PartKey) templ.Component { return v.comments(k) }

func (v reading) name(k eqia.PartKey) string { return document.PartName(v.Case(), k) }

// shown lists the reader's own comments on a part.
func (v reading) shown(k eqia.PartKey) []components.Comment {
	var out []components.Comment
	for _, m := range v.On(k) {
		out = append(out, components.Comment{ID: "comment-" + string(m.ID), Author: "You", When: eqia.Moment(m.At), At: m.At, Text: m.Text})
	}
	return out
}

func (v reading) hidden(k eqia.PartKey) []components.Hidden {
	return []components.Hidden{{Name: "part", Value: k.String()}, v.key()}
}

func textID(k eqia.PartKey) string { return "text-" + document.ID(k) }

// said is how many comments the reader has made, in words; "" for none.
func (v reading) said() string {
	if len(v.Comments) == 0 {
		return ""
	}
	return "You have made " + components.Count(len(v.Comments), "comment", "comments") + ". Each is shown below, on the part it is about."
}

// until is the last day on which the link opens, in words.
func (v reading) until() string { return v.Reader.ClosesOn.Words() }
