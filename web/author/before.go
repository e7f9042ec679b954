package author

import (
	"net/url"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/web/page"
)

// mostSaid is how many findings are put before a person at one time; the check page has them all.
const mostSaid = 5

// onward is the page that follows the check page: a last look where answers are kept although a rule warns, and otherwise the declaration.
func onward(found []eqia.Finding) string {
	if slices.ContainsFunc(found, func(f eqia.Finding) bool { return f.Severity == eqia.Warn }) {
		return "before-sending"
	}
	return "send"
}

// lastLook is what a reviewer will ask about, the worst first.
type lastLook struct {
	Case eqia.Case
	Said []eqia.Finding
	More int // how many there are besides
	Send string
}

// Before stops the author for a moment when answers are kept that the rules warn about. It asks for nothing.
func (Pages) Before(r *page.Request) error {
	v, err := sendable(r)
	if err != nil {
		return err
	}
	found := r.Kit.Eqia.Judge(v.Case, eqia.AtSubmit)
	checked := judged(v.Case, found)
	if !checked.Ready {
		return r.Go(page.ToCase(v.Case.Assessment.Reference).Do("check"), "")
	}
	look := lastLook{Case: v.Case, Send: page.ToCase(v.Case.Assessment.Reference).Do("send")}
	if read := r.Query("revision"); read != "" {
		look.Send += "?revision=" + url.QueryEscape(read)
	}
	if onward(found) == "send" {
		return r.Go(look.Send, "")
	}
	for _, f := range found {
		if f.Severity == eqia.Warn || f.Severity == eqia.Prompt {
			look.Said = append(look.Said, f)
		}
	}
	look.More = max(0, len(look.Said)-mostSaid)
	look.Said = look.Said[:len(look.Said)-look.More]
	return r.Show(frame(r, v.Case, beforeTitle), beforePage(look))
}

const beforeTitle = "Before you send it, look again"
