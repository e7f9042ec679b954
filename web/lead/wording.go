package lead

import (
	"errors"
	"net/http"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// suggesting is the form to suggest other words for one text of a part.
type suggesting struct {
	For     string `form:"for" label:"Which text" rule:"max=200"`
	Wording string `form:"wording,lines" label:"The wording you suggest" rule:"required,max=200000" error:"Enter the wording you suggest"`
	Text    string `form:"text,lines" label:"Why (optional)" rule:"max=200000"`
	Part    string `form:"part" label:"Part" rule:"max=200"`
	Errors  form.Errors

	c        eqia.Case
	key      eqia.PartKey
	wordings []eqia.Wording
	now      eqia.Wording // the text that is suggested for, as it is
}

// suggests reports whether the person may suggest wording now.
func (v review) suggests() bool { return maySuggest(v.Case) == nil }

// maySuggest is the refusal for someone who may not suggest wording; nil for one who may.
func maySuggest(c eqia.Case) error {
	if c.State == workflow.InReview && c.Standing.Has(workflow.Reviewer, workflow.Lead) {
		return nil
	}
	why := workflow.NotYours
	if c.Standing.Has(workflow.Reviewer, workflow.Lead) {
		why = workflow.NotFromHere
	}
	return &workflow.Refusal{Event: workflow.Comment, State: c.State, Why: why}
}

// Wording asks for other words for a text of one part; where the part has several texts, it asks which one first.
func (Pages) Wording(r *page.Request) error {
	f, err := wordedPart(r, r.Query("part"), r.Query("for"))
	if err != nil {
		return err
	}
	f.Wording = f.now.Text
	return f.show(r)
}

func wordedPart(r *page.Request, part, name string) (suggesting, error) {
	c, err := r.Case()
	if err != nil {
		return suggesting{}, err
	}
	f := suggesting{c: c, Part: part, For: name}
	if f.key, err = eqia.ParsePartKey(part); err != nil {
		return f, err
	}
	if err := maySuggest(c); err != nil {
		return f, err
	}
	f.wordings = c.Wordings(f.key)
	if len(f.wordings) == 1 {
		f.For = f.wordings[0].For
	}
	f.now, _ = c.Wording(f.key, f.For)
	if len(f.wordings) == 0 || f.For != "" && f.now.For == "" {
		return f, eqia.ErrNotFound
	}
	return f, nil
}

func (f suggesting) show(r *page.Request) error {
	p := page.Failed(frame(r, f.c, "Suggest wording", toReview(f.c)), f.Errors)
	return r.Show(p, wordingPage(f, []components.Hidden{{Name: "part", Value: f.Part}, {Name: "for", Value: f.For}, r.Key()}))
}

// which leads to the form for each text of the part.
func (f suggesting) which() []components.Link {
	var out []components.Link
	for _, w := range f.wordings {
		out = append(out, components.Link{Text: w.Label, Href: to(f.c).Do("wording") + "?part=" + f.Part + "&for=" + w.For})
	}
	return out
}

// PostWording adds the suggestion as a comment that is kept back until the review is sent.
func (Pages) PostWording(r *page.Request) error {
	f, err := wordedPart(r, r.Posted("part"), r.Posted("for"))
	if err != nil {
		return err
	}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	err = page.Done(r.Kit.Eqia.AddComment(r.Ctx(), f.c, eqia.Remark{Part: f.key, Text: f.Text, For: f.For, Wording: f.Wording,
		Once: r.OnceOf(f.Part, f.For, f.Wording)}))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(to(f.c).Do("review")+"#"+document.ID(f.key), "suggested")
}

// using is the page for a suggestion whose text was saved by someone since it was made.
type using struct {
	c       eqia.Case
	comment eqia.Comment
	now     eqia.Wording
	base    int
}

// PostUse puts suggested wording into the assessment, as the author's own save. Where the text was saved since, both are shown first.
func (Pages) PostUse(r *page.Request) error {
	c, err := opened(r)
	if err != nil {
		return err
	}
	id, err := eqia.ParseID[eqia.CommentID](r.Param("comment"))
	if err != nil {
		return err
	}
	err = page.Done(r.Kit.Eqia.UseWording(r.Ctx(), c, eqia.WordingCommand{Comment: id, Base: number(r.Posted("base")), Once: r.Once()}))
	var conflict *eqia.Conflict
	if errors.As(err, &conflict) {
		return showMoved(r, c, id)
	}
	if err != nil {
		return err
	}
	return r.Go(to(c).Do("comments")+"#comment-"+string(id), "used")
}

// showMoved shows the text as it is now beside the suggestion. Nothing was saved.
func showMoved(r *page.Request, c eqia.Case, id eqia.CommentID) error {
	for _, m := range c.Seen() {
		if m.ID != id {
			continue
		}
		v := using{c: c, comment: m, base: c.Stamps[m.Part].Counter}
		v.now, _ = c.Wording(m.Part, m.Wording.For)
		f := frame(r, c, "This answer has changed", &components.BackLink{Href: to(c).Do("comments"), Text: "Back to the comments"})
		return r.Render(http.StatusConflict, f, movedPage(v, []components.Hidden{{Name: "base", Value: strconv.Itoa(v.base)}, r.Key()}))
	}
	return eqia.ErrNotFound
}

// Suggested is a suggestion as a difference word by word from what the text says now.
func Suggested(c eqia.Case, m eqia.Comment) []components.Run {
	now, _ := c.Wording(m.Part, m.Wording.For)
	return document.Compare(now.Text, m.Wording.Text, document.EachWithin)
}
