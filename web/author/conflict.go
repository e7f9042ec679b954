package author

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// settled ends the stamp of a part whose conflict was shown: whatever is posted for it is meant.
const settled = ".settled"

// theirs is the stamp of a part that is left as someone else saved it.
const theirs = "theirs"

// clashing is one answer that two people changed: what each of them wrote.
type clashing struct {
	Label, Name, Theirs, Mine string
	Text                      bool // typed text, which can be brought together by hand
}

// conflict is the page for answers that someone else saved first.
type conflict struct {
	Action, Title, By string
	At                time.Time
	Rows              []clashing
	Hidden            []components.Hidden
	Keep              string
	Error             string
}

// carry keeps everything that was posted in the page, twice: as it will be sent, and as "mine", so that either can be chosen.
func (v *conflict) carry(r *page.Request, bases map[string]string) {
	for name, values := range posted(r) {
		if strings.HasPrefix(name, "mine-") {
			continue
		}
		shown := slices.ContainsFunc(v.Rows, func(c clashing) bool { return c.Text && c.Name == name })
		if b, ok := bases[name]; ok {
			values = []string{b}
		}
		for _, value := range values {
			if !shown {
				v.Hidden = append(v.Hidden, components.Hidden{Name: name, Value: value})
				continue
			}
			v.Hidden = append(v.Hidden, components.Hidden{Name: "mine-" + name, Value: value})
		}
	}
	v.Hidden = append(v.Hidden, r.Key())
	slices.SortFunc(v.Hidden, func(a, b components.Hidden) int { return strings.Compare(a.Name+a.Value, b.Name+b.Value) })
}

// showConflict answers with both texts. Nothing was saved and nothing is lost.
func showConflict(r *page.Request, c eqia.Case, v conflict) error {
	v.Keep = page.ToCase(c.Assessment.Reference).Do("unsaved")
	f := frame(r, c, "Someone else changed this answer")
	if r.Posted("settle-shown") != "" && r.Posted("settle") == "" {
		v.Error = "Select which text to keep"
		f.Errors = form.Errors{{Field: "settle", ID: "settle", Message: v.Error}}
	}
	return r.Render(http.StatusConflict, f, conflictPage(v))
}

// settle reads the choice made on the conflict page. Keeping theirs leaves those answers alone and saves the others of the page; keeping
// mine puts back what this person first typed; no choice brings the page up again, because the answers then count as never read.
func settle(r *page.Request) {
	switch r.Posted("settle") {
	case "":
		restamp(r, "0"+settled)
	case "theirs":
		restamp(r, theirs)
	case "mine":
		for name, values := range r.Request.PostForm {
			if field, ok := strings.CutPrefix(name, "mine-"); ok {
				r.Request.PostForm[field] = values
			}
		}
	}
}

// restamp gives every part whose conflict was shown another stamp.
func restamp(r *page.Request, to string) {
	for name, values := range r.Request.PostForm {
		if strings.HasPrefix(name, "base-") && strings.HasSuffix(values[0], settled) {
			r.Request.PostForm[name] = []string{to}
		}
	}
}
