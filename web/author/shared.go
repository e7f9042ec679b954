package author

import (
	"errors"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

type shared struct {
	Reason string `form:"reason,lines" label:"Reason" rule:"max=50000"`
	Errors form.Errors
	Case   eqia.Case
	Groups []string
	Base   string
	Look   look
	Aside  aside
}

func sharedPage(r *page.Request) (shared, error) {
	c, err := editing(r)
	if err != nil {
		return shared{}, err
	}
	a := c.Content.Answers[eqia.SharedReason]
	v := shared{Case: c, Aside: asideOf(r, c, eqia.PartKey{Kind: eqia.AnswerPart, Key: eqia.SharedReason}), Reason: a.Text, Base: stamp(c.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: eqia.SharedReason}].Counter, a.Text)}
	for _, k := range c.SharesReason() {
		ch, _ := c.Form.Characteristic(k.Code)
		v.Groups = append(v.Groups, ch.Label)
	}
	return v, nil
}

const sharedTitle = "Why there is no effect on other groups"

// Shared shows the page for the one reason that neutral groups share.
func (Pages) Shared(r *page.Request) error {
	v, err := sharedPage(r)
	if err != nil {
		return err
	}
	key := eqia.PartKey{Kind: eqia.AnswerPart, Key: eqia.SharedReason}
	v.Look = look{"reason", looksOn(r, v.Case, key)[key]}
	if shown, err := restored(r, v.Case, func(u eqia.Unsaved) error { return v.restore(r, u) }); shown {
		return err
	}
	return r.Show(frame(r, v.Case, sharedTitle), sharedView(v))
}

// PostShared saves the shared reason for every group it can speak for.
func (Pages) PostShared(r *page.Request) error {
	v, err := sharedPage(r)
	if err != nil {
		return err
	}
	settle(r)
	saved := v.Reason
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return r.Show(page.Failed(frame(r, v.Case, sharedTitle), v.Errors), sharedView(v))
	}
	counter, same := base(r, "reason", v.Reason)
	if same && r.Posted("settle") != "" {
		return leave(r, v.Case, eqia.SharedStep, "")
	}
	err = r.Kit.Eqia.SaveSharedReason(r.Ctx(), v.Case, v.Reason, counter)
	var clash *eqia.Conflict
	if errors.As(err, &clash) {
		return sharedConflict(r, v, saved)
	}
	if err != nil {
		return err
	}
	return leave(r, v.Case, eqia.SharedStep, "")
}

func sharedConflict(r *page.Request, v shared, saved string) error {
	s := v.Case.Stamps[eqia.PartKey{Kind: eqia.AnswerPart, Key: eqia.SharedReason}]
	view := conflict{Action: page.ToCase(v.Case.Assessment.Reference).Shared(), Title: sharedTitle, By: s.ByName, At: s.At,
		Rows: []clashing{{Label: "The shared reason", Name: "reason", Theirs: saved, Mine: v.Reason, Text: true}}}
	view.carry(r, map[string]string{"base-reason": strconv.Itoa(s.Counter) + settled})
	return showConflict(r, v.Case, view)
}

// groupList is the groups as a sentence part.
func (v shared) groupList() string { return strings.Join(v.Groups, ", ") }

func (v shared) hidden() []components.Hidden {
	return v.Aside.hidden(components.Hidden{Name: "base-reason", Value: v.Base})
}
