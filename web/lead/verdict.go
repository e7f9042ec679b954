package lead

import (
	"cmp"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// judging is the form that says what one part needs.
type judging struct {
	Says   string `form:"verdict" label:"What does this part need?" rule:"required,oneof=improve correct" error:"Select what this part needs"`
	Text   string `form:"text,lines" label:"What has to change?" rule:"required,max=200000" error:"Enter what has to change"`
	Part   string `form:"part" label:"Part" rule:"max=200"`
	Errors form.Errors

	c        eqia.Case
	key      eqia.PartKey
	revision int // the revision that the reviewer read
}

// Verdict asks what one part of the assessment needs.
func (Pages) Verdict(r *page.Request) error {
	f, err := judgedPart(r, r.Query("part"))
	if err != nil {
		return err
	}
	if v, ok := f.c.VerdictOn(f.key); ok {
		f.Says, f.Text = string(v.Says), v.Text
	}
	return f.show(r)
}

// judgedPart opens the assessment for a verdict on a part of it.
func judgedPart(r *page.Request, part string) (judging, error) {
	c, err := r.Case()
	if err != nil {
		return judging{}, err
	}
	f := judging{c: c, Part: part, revision: wasRead(r, c)}
	if f.key, err = eqia.ParsePartKey(part); err != nil || !c.HasPart(f.key) {
		return f, eqia.ErrNotFound
	}
	return f, nil
}

func (f judging) show(r *page.Request) error {
	if err := may(f.c, workflow.Judge); err != nil {
		return err
	}
	if err := unmoved(f.c, f.revision); err != nil {
		return err
	}
	p := page.Failed(frame(r, f.c, "What this part needs", toReview(f.c)), f.Errors)
	return r.Show(p, verdictPage(f, []components.Hidden{{Name: "part", Value: f.Part}, page.Counter(f.revision), r.Key()}))
}

// PostVerdict records what a part needs.
func (Pages) PostVerdict(r *page.Request) error {
	f, err := judgedPart(r, r.Posted("part"))
	if err != nil {
		return err
	}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	err = page.Done(r.Kit.Eqia.GiveVerdict(r.Ctx(), f.c, eqia.VerdictCommand{Part: f.key, Says: eqia.Judgement(f.Says), Text: f.Text, Revision: r.Seen(),
		Once: r.Once()}))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(to(f.c).Do("review")+"#"+document.ID(f.key), "judged")
}

// PostLift takes back what was asked of a part.
func (Pages) PostLift(r *page.Request) error {
	f, err := judgedPart(r, r.Posted("part"))
	if err != nil {
		return err
	}
	err = page.Done(r.Kit.Eqia.LiftVerdict(r.Ctx(), f.c, eqia.VerdictCommand{Part: f.key, Revision: r.Seen(), Once: r.Once()}))
	if err != nil {
		return err
	}
	return r.Go(to(f.c).Do("review")+"#"+document.ID(f.key), "accepted")
}

// judgements offers what a part can need.
func judgements() []components.Item {
	return []components.Item{
		{Value: string(eqia.Improve), Text: "Improve", Hint: "It can be signed off as it is. What you write becomes a condition of the sign-off, and is public with it."},
		{Value: string(eqia.Correct), Text: "Correct", Hint: "It cannot be signed off until you return it to the author or take this back."},
	}
}

// verdictTag is a judgement as a word with a colour.
func verdictTag(v eqia.Verdict) components.Tag {
	if v.Says == eqia.Correct {
		return components.Tag{Text: "Correct", Colour: components.Red}
	}
	return components.Tag{Text: "Improve", Colour: components.Orange}
}

// verdictWords says who asked for it, when, and whether it still holds.
func (v review) verdictWords(d eqia.Verdict) string {
	words := cmp.Or(d.ByName, "The equality team") + ", " + eqia.Moment(d.At) + "."
	if d.Says == eqia.Correct && !v.Stands(d) {
		words += " Asked for before it was last sent: check whether it is put right."
	}
	return words
}

func (v review) liftHidden(k eqia.PartKey) []components.Hidden {
	return []components.Hidden{{Name: "part", Value: k.String()}, page.Counter(v.Revision), v.newKey()}
}

// toPart is the address of a page about one part of the revision that is read.
func (v review) toPart(what string, k eqia.PartKey) string {
	return atRevision(to(v.Case).Do(what), v.Revision) + "&part=" + k.String()
}

// ways lead to the forms that ask for something of a part, beside its comments.
func (v review) ways(k eqia.PartKey) []components.Link {
	var out []components.Link
	if _, judged := v.VerdictOn(k); !judged && v.May(workflow.Judge) {
		out = append(out, components.Link{Text: "Not accepted: improve or correct", Unseen: ": " + v.name(k), Href: v.toPart("verdict", k)})
	}
	if len(v.Wordings(k)) > 0 && v.suggests() {
		out = append(out, components.Link{Text: "Suggest wording", Unseen: "for: " + v.name(k), Href: v.toPart("wording", k)})
	}
	return out
}
