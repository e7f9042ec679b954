package public

import (
	"time"

	"github.com/ulule/limiter/v3"
	"github.com/ulule/limiter/v3/drivers/store/memory"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// How much feedback one network can give in one period.
const (
	voicePeriod = time.Hour
	mostVoices  = 10
)

// Voice is the pages on which anyone tells the council about a published assessment. No cookie is set and no session is read.
type Voice struct{ given *limiter.Limiter }

// NewVoice makes the pages, with nothing counted yet.
func NewVoice() *Voice {
	return &Voice{limiter.New(memory.NewStore(), limiter.Rate{Period: voicePeriod, Limit: mostVoices})}
}

// voice is the form for feedback. Trap is a field that people never see; what fills it in is a program.
type voice struct {
	Text   string `form:"text,lines" label:"What do you want to tell us?" rule:"required,max=2000" error:"Enter what you want to tell us"`
	Email  string `form:"email" label:"Email address" rule:"max=200"`
	Trap   string `form:"website" label:"Website" rule:"max=2000"`
	Errors form.Errors

	p   eqia.Publication
	key components.Hidden
}

const feedbackTitle = "Give feedback on this assessment"

// feedbackAt is where feedback on an assessment is given.
func feedbackAt(reference string) string { return "/assessments/" + reference + "/feedback" }

// open finds the published version that feedback is about: the one in force, or the newest that anyone can read.
func (*Voice) open(r *page.Request) (f voice, err error) {
	if f.p, _, err = published(r); err == nil && f.p.Standing == eqia.TakenAway {
		err = eqia.ErrNotFound
	}
	return f, err
}

func (f voice) show(r *page.Request) error {
	r.Header("Cache-Control", "no-store")
	f.key = r.Key()
	return r.Show(page.Failed(f.frame(r, feedbackTitle), f.Errors), voicePage(f))
}

func (f voice) frame(r *page.Request, title string) components.Page {
	p := under(frame(r, title, f.p.Reference))
	p.Crumbs = append(p.Crumbs, components.Link{Text: f.p.Reference, Href: "/assessments/" + f.p.Reference})
	return p
}

// Feedback asks what someone wants to tell the council about an assessment.
func (v *Voice) Feedback(r *page.Request) error {
	f, err := v.open(r)
	if err != nil {
		return err
	}
	return f.show(r)
}

// PostFeedback keeps it for the equality lead to read. A program is thanked like anyone else, and nothing of it is kept.
func (v *Voice) PostFeedback(r *page.Request) error {
	f, err := v.open(r)
	if err != nil {
		return err
	}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	if f.Trap != "" {
		return r.Go(feedbackAt(f.p.Reference)+"/sent", "")
	}
	count, err := v.given.Get(r.Ctx(), page.Network(r.ClientIP()))
	if err == nil && count.Reached {
		err = eqia.ErrTooMany
	}
	if err != nil {
		return err
	}
	cmd := eqia.FeedbackCommand{Once: r.OnceOf("feedback", f.Text), Text: f.Text, Email: f.Email}
	err = page.Done(r.Kit.Eqia.GiveFeedback(r.Ctx(), f.p, cmd))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(feedbackAt(f.p.Reference)+"/sent", "")
}

// Sent says what happens next.
func (v *Voice) Sent(r *page.Request) error {
	f, err := v.open(r)
	if err != nil {
		return err
	}
	r.Header("Cache-Control", "no-store")
	return r.Show(f.frame(r, "Thank you for your feedback"), sentPage(f))
}
