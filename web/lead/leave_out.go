package lead

import (
	"cmp"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

const leavingOut = "Leave words out for the public"

// leaving is the list of what the public version of a signed one leaves out, with the form for more and what the public would read instead.
type leaving struct {
	Words   string `form:"words,lines" label:"Words to leave out" rule:"required,max=5000" error:"Enter the words to leave out"`
	Instead string `form:"instead,lines" label:"What to say in their place" rule:"max=5000"`
	Errors  form.Errors

	c      eqia.Case
	marks  []eqia.Marked
	counts []int
	found  []flag // in the whole version
	diff   []document.Change
	key    func() components.Hidden
}

// leaveOutAt is where words are left out of the public version of a signed one.
func leaveOutAt(c eqia.Case) string {
	return page.To(to(c).Version(c.Number())).Do("leave-out")
}

// LeaveOut shows what the public version leaves out.
func (Pages) LeaveOut(r *page.Request) error {
	f, err := newLeaving(r)
	if err != nil {
		return err
	}
	return f.show(r)
}

func newLeaving(r *page.Request) (f leaving, err error) {
	if f.c, err = r.Case(); err != nil {
		return f, err
	}
	f.marks, err = r.Kit.Eqia.Marks(r.Ctx(), f.c)
	return f, err
}

func (f leaving) show(r *page.Request) error {
	var public eqia.Content
	public, f.counts = f.c.Content.Without(f.marks)
	f.diff = document.Changes(f.c.Content, public, f.c.Form, string(eqia.DayOf(f.c.StartedAt)))
	f.found, f.key = flags(f.c, r.Kit.Eqia.BeforePublic(f.c)), r.Key
	back := &components.BackLink{Href: to(f.c).Version(f.c.Number()), Text: "Back to version " + f.c.Number()}
	return r.Show(page.Failed(frame(r, f.c, leavingOut, back), f.Errors), leaveOutPage(f))
}

// PostLeaveOut puts words on the list.
func (Pages) PostLeaveOut(r *page.Request) error {
	f, err := newLeaving(r)
	if err != nil {
		return err
	}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	err = page.Done(r.Kit.Eqia.LeaveOut(r.Ctx(), f.c, r.OnceOf(f.Words), eqia.Marked{Words: f.Words, Instead: f.Instead}))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(leaveOutAt(f.c), "left-out")
}

// PostPutBack takes words off the list.
func (Pages) PostPutBack(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	if err := r.Kit.Eqia.PutBack(r.Ctx(), c, r.Posted("mark")); err != nil {
		return err
	}
	return r.Go(leaveOutAt(c), "put-back")
}

// rows say what stands in place of the words of a mark, and how often.
func (f leaving) rows(i int) []components.Row {
	m := f.marks[i]
	return []components.Row{{Key: "Words", Text: m.Words}, {Key: "Instead", Text: cmp.Or(m.Instead, eqia.LeftOut)},
		{Key: "Found", Text: components.Count(f.counts[i], "time", "times")}}
}

// withholding is the decision to publish a version with words left out.
type withholding struct {
	Grounds []string       `form:"grounds" label:"Why are words left out?"`
	Reason  string         `form:"reason,lines" label:"Why should the public not read them?" rule:"max=5000"`
	Review  form.DateParts `form:"review" label:"When will you look at it again?"`
	Looked  bool           `form:"looked" label:"Before you publish"`
	Errors  form.Errors

	c, public eqia.Case
	found     []flag // in what the public would read
	count     int
	hidden    []components.Hidden
}

// Withhold asks for the decision to publish without the words on the list.
func (Pages) Withhold(r *page.Request) error {
	f, err := newWithholding(r)
	if err != nil {
		return err
	}
	return f.show(r)
}

func newWithholding(r *page.Request) (f withholding, err error) {
	if f.c, err = r.Case(); err != nil {
		return f, err
	}
	if err := may(f.c, workflow.PublishRedacted); err != nil {
		return f, err
	}
	marks, err := r.Kit.Eqia.Marks(r.Ctx(), f.c)
	f.public, f.count = f.c.Without(marks), len(marks)
	return f, err
}

func (f withholding) show(r *page.Request) error {
	f.found = flags(f.public, r.Kit.Eqia.BeforePublic(f.public))
	f.hidden = []components.Hidden{page.Counter(f.c.Revision), r.Key()}
	back := &components.BackLink{Href: leaveOutAt(f.c), Text: "Back to the words that are left out"}
	return r.Show(page.Failed(frame(r, f.c, "Publish without these words", back), f.Errors), withholdPage(f))
}

// PostWithhold makes the public version and puts it in the register.
func (Pages) PostWithhold(r *page.Request) error {
	f, err := newWithholding(r)
	if err != nil {
		return err
	}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	cmd := eqia.RedactCommand{Once: r.Once(), Revision: r.Seen(), Grounds: f.Grounds, Reason: f.Reason, ReviewOn: eqia.Day(f.Review.ISO()), Looked: f.Looked}
	number, err := r.Kit.Eqia.PublishWithout(r.Ctx(), f.c, cmd)
	if errs, ok := page.Wrong(err); ok {
		if errs[0].Field == "review" {
			errs[0].ID = "review-day"
		}
		f.Errors = errs
		return f.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go(to(f.c).Version(cmp.Or(number, f.c.Number())), "published")
}

// at is where the decision is made.
func (f withholding) at() string { return leaveOutAt(f.c) + "/publish" }

// shown says what the public sees first.
func (f withholding) shown() []components.Row {
	return []components.Row{{Key: "Title", Text: f.public.Title}, {Key: "Made from", Text: f.c.Assessment.Reference + ", version " + f.c.Number()},
		{Key: "Left out", Text: components.Count(f.count, "passage", "passages")}}
}

// reasons are the grounds on which words are left out, as boxes.
func reasons() []components.Item {
	var out []components.Item
	for _, g := range eqia.RedactionGrounds() {
		out = append(out, components.Item{Value: g[0], Text: document.Ground(g)})
	}
	return out
}

// redactionRows say what a public version leaves out, on which grounds, why, and when that is looked at again.
func redactionRows(d eqia.Redaction) []components.Row {
	words := ""
	for _, m := range d.Marks {
		words += "“" + m.Words + "” now says “" + cmp.Or(m.Instead, eqia.LeftOut) + "”\n"
	}
	return []components.Row{{Key: "Words", Text: strings.TrimSuffix(words, "\n")}, {Key: "Grounds", Text: strings.Join(document.Grounds(d.Grounds), "\n")},
		{Key: "Reason", Text: d.Reason}, {Key: "Decided", Text: eqia.Moment(d.At) + " by " + d.ByName}, {Key: "Look at it again", Text: d.ReviewOn.Words()}}
}
