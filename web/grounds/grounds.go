// Package grounds asks for the reason why a finding of the rules is let stand: the author's, to keep an answer as it is, and the equality
// lead's, to let a block pass.
package grounds

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// Pages are the two pages that ask for a reason.
type Pages struct{}

// way is one way to let a finding stand: who may, what the page says, and where it leads back to.
type way struct {
	path, title, ask, hint, change string
	event                          workflow.Event
	find                           func(*eqia.Service, eqia.Case, string) (eqia.Finding, error)
	give                           func(*eqia.Service, context.Context, eqia.Case, eqia.GroundsCommand) error
	back                           func(eqia.Case, eqia.PartKey) string
}

var keeping = way{
	path: "keep", title: "Keep an answer as it is", ask: "Why is it right as it is?",
	hint:   "A few sentences are enough. The equality team reads this with the answer, and anyone who asks for the record can read it too.",
	change: "Change the answer instead", event: workflow.KeepFinding, find: (*eqia.Service).Keepable, give: (*eqia.Service).Keep,
	back: func(c eqia.Case, _ eqia.PartKey) string { return page.ToCase(c.Assessment.Reference).Do("check") },
}

var passing = way{
	path: "pass", title: "Let this pass", ask: "Why can it be signed off all the same?",
	hint:  "It is recorded under your name, and anyone who asks for the record can read it.",
	event: workflow.PassRule, find: (*eqia.Service).Passable, give: (*eqia.Service).Pass,
	back: func(c eqia.Case, where eqia.PartKey) string {
		return page.ToCase(c.Assessment.Reference).Do("review") + "#" + document.ID(where)
	},
}

// giving is the form with the reason.
type giving struct {
	Reason   string `form:"reason,lines" label:"Reason" rule:"required,max=200000" error:"Enter a reason"`
	Counter  int    `form:"counter" label:"Counter" rule:"min=0"`
	Revision int    `form:"revision" label:"Revision" rule:"min=0"`
	Errors   form.Errors

	way
	c       eqia.Case
	finding eqia.Finding
	given   eqia.Grounds // the reason as it is now; without text where there is none
	met     bool         // someone else changed it since this person opened the page
	once    components.Hidden
}

// Keep asks why an answer is right as it is.
func (Pages) Keep(r *page.Request) error { return keeping.show(r) }

// PostKeep records why, or takes it back.
func (Pages) PostKeep(r *page.Request) error { return keeping.post(r) }

// Pass asks why a block may pass.
func (Pages) Pass(r *page.Request) error { return passing.show(r) }

// PostPass records why, or takes it back.
func (Pages) PostPass(r *page.Request) error { return passing.post(r) }

// errSettled means that the rules no longer say what the address names: it was put right meanwhile.
var errSettled = errors.New("the finding is gone")

// open finds the finding that the address names, with the reason given for it so far.
func (w way) open(r *page.Request) (giving, error) {
	c, err := r.Case()
	if err != nil {
		return giving{}, err
	}
	facts := workflow.Facts{workflow.ReasonGiven: true}
	maps.Copy(facts, c.Facts)
	if _, err := workflow.Find(c.State, w.event, c.Standing, facts); err != nil {
		return giving{}, err
	}
	mark, err := eqia.ParseMark(r.Param("mark"))
	if err != nil {
		return giving{}, err
	}
	v := giving{way: w, c: c, Revision: c.Revision, once: r.Key()}
	if v.finding, err = w.find(r.Kit.Eqia, c, mark); errors.Is(err, eqia.ErrNotFound) {
		return v, errSettled
	}
	v.now()
	return v, err
}

// now takes up the reason as it is saved.
func (v *giving) now() {
	v.given, v.Counter = eqia.Grounds{}, 0
	mark := v.finding.Mark()
	for _, g := range v.c.Grounds {
		if g.Mark == mark {
			v.given, v.Counter = g, g.Counter
		}
	}
}

func (w way) show(r *page.Request) error {
	v, err := w.open(r)
	if errors.Is(err, errSettled) {
		return r.Go(w.back(v.c, eqia.PartKey{}), "")
	}
	if err != nil {
		return err
	}
	v.Reason = v.given.Text
	return v.draw(r, http.StatusOK)
}

func (v giving) draw(r *page.Request, status int) error {
	f := r.Frame(v.title, v.c.Assessment.Reference)
	f.Back = &components.BackLink{Href: v.back(v.c, v.finding.Where)}
	f.Errors = v.Errors
	return r.Render(status, f, givingPage(v))
}

func (w way) post(r *page.Request) error {
	v, err := w.open(r)
	if errors.Is(err, errSettled) {
		return r.Go(w.back(v.c, eqia.PartKey{}), "")
	}
	if err != nil {
		return err
	}
	takeBack := r.Posted("do") == "take_back"
	if v.Errors = r.Read(&v); len(v.Errors) > 0 && !takeBack {
		return v.draw(r, http.StatusUnprocessableEntity)
	}
	cmd := eqia.GroundsCommand{Mark: v.finding.Mark(), Text: v.Reason, TakeBack: takeBack, Base: v.Counter, Revision: v.Revision,
		Once: r.OnceOf(w.path, v.Reason, takeBack)}
	err = page.Done(w.give(r.Kit.Eqia, r.Ctx(), v.c, cmd))
	var clash *eqia.Conflict
	if errors.As(err, &clash) {
		return v.meet(r)
	}
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.draw(r, http.StatusUnprocessableEntity)
	}
	if err != nil {
		return err
	}
	return r.Go(w.back(v.c, v.finding.Where), map[bool]string{false: "reason", true: "reason-withdrawn"}[takeBack])
}

// meet shows what someone else saved first beside what this person typed. Nothing of theirs is lost.
func (v giving) meet(r *page.Request) error {
	typed := v.Reason
	v, err := v.open(r)
	if errors.Is(err, errSettled) {
		return r.Go(v.back(v.c, eqia.PartKey{}), "")
	}
	if err != nil {
		return err
	}
	v.Reason, v.met = typed, true
	return v.draw(r, http.StatusConflict)
}

func (v giving) hidden() []components.Hidden {
	return []components.Hidden{{Name: "counter", Value: strconv.Itoa(v.Counter)}, {Name: "revision", Value: strconv.Itoa(v.Revision)}, v.once}
}

// action is the address of the page.
func (v giving) action() string {
	return page.ToCase(v.c.Assessment.Reference).Do(v.path) + "/" + v.finding.Mark()
}

// place is where the answer itself is changed.
func (v giving) place() string {
	return page.ToCase(v.c.Assessment.Reference).Part(v.c, v.finding.Where)
}
