// Package author holds the pages of people who write assessments: starting one, its questions, its characteristics, checking and sending.
package author

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// Pages are the author's pages.
type Pages struct{}

// editing opens the case for a page that changes answers. A person who may read it but not change it is told so.
func editing(r *page.Request) (eqia.Case, error) {
	c, err := r.Case()
	if err != nil {
		return c, err
	}
	c.Drawn = r.Drawn()
	_, err = workflow.Find(c.State, workflow.Edit, c.Standing, c.Facts)
	return c, err
}

// inside opens the case for people who may know who works on it and what was said about it.
func inside(r *page.Request) (eqia.Case, error) {
	c, err := r.Case()
	if err == nil && !c.Insider() {
		return c, eqia.ErrNotFound
	}
	return c, err
}

// section is the part of a page's title that names the assessment.
func section(c eqia.Case) string { return c.Assessment.Reference }

// back is the way back to the assessment.
func back(c eqia.Case) *components.BackLink {
	return &components.BackLink{Href: page.ToCase(c.Assessment.Reference).Hub(), Text: "Back to the assessment"}
}

// frame is the frame of a page about one assessment.
func frame(r *page.Request, c eqia.Case, title string) components.Page {
	f := r.Frame(title, section(c))
	f.Back = back(c)
	return f
}

// stamp is what a form carries of the part it shows: the counter it was read with and a mark of what it said, so that a field left
// alone is never saved over someone else's change.
func stamp(counter int, body any) string {
	return strconv.Itoa(counter) + "." + mark(body)
}

func mark(body any) string {
	raw, err := json.Marshal(body)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:6])
}

// base reads a stamp back: the counter, and whether to leave the part alone, because what is posted now is what the form showed or because
// the person chose what someone else saved.
func base(r *page.Request, name string, now any) (counter int, same bool) {
	if r.Posted("base-"+name) == theirs {
		return 0, true
	}
	n, was, _ := strings.Cut(r.Posted("base-"+name), ".")
	counter, err := strconv.Atoi(n)
	if err != nil || counter < 0 {
		return 0, false
	}
	return counter, was == mark(now)
}

// leave is where a saved page leads: on to the next step, or to the assessment for someone who comes back later.
func leave(r *page.Request, c eqia.Case, kind eqia.StepKind, code string) error {
	to := page.ToCase(c.Assessment.Reference)
	if r.Posted("then") == "later" {
		return r.Go(to.Hub(), "saved")
	}
	next, err := r.Kit.Eqia.Open(r.Ctx(), r.Person, c.Assessment.Reference)
	if err != nil {
		return err
	}
	return r.Go(to.Step(next.After(kind, code)), "")
}
