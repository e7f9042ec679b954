package author

import (
	"errors"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// changing opens the page of one entry that is there already.
func changing(r *page.Request) (entryView, int, error) {
	v, err := adding(r)
	if err != nil {
		return v, 0, err
	}
	no, err := strconv.Atoi(r.Param("no"))
	if err != nil {
		return v, 0, eqia.ErrNotFound
	}
	e, err := v.Case.Content.EntryOf(v.Kind, no)
	if err != nil {
		return v, 0, err
	}
	key := eqia.Entry(v.Kind, no)
	v.Heading = "Change this " + listWords[v.Kind].One
	v.Action = page.ToCase(v.Case.Assessment.Reference).Entry(v.Kind, no)
	v.No, v.Form = no, formOf(e)
	v.Form.offer(v.Case)
	v.Hidden = []components.Hidden{{Name: "base-entry", Value: stamp(v.Case.Stamps[key].Counter, e)}}
	v.Case = v.Case.WithComments()
	v.Aside = asideOf(r, v.Case, key)
	v.Comments = document.Threads(v.Case, v.Case.On(key))
	if v.Kind == eqia.EvidencePart {
		v.Case, err = r.Kit.Eqia.WithReplaced(r.Ctx(), v.Case)
		v.Old = slices.DeleteFunc(overtakenIn(v.Case), func(o overtaken) bool { return o.No != no })
	}
	return v, no, err
}

// Entry shows one entry to be changed.
func (Pages) Entry(r *page.Request) error {
	v, no, err := changing(r)
	if err != nil {
		return err
	}
	key := eqia.Entry(v.Kind, no)
	v.Look = look{"entry", looksOn(r, v.Case, key)[key]}
	if shown, err := restored(r, v.Case, func(u eqia.Unsaved) error { return v.restore(r, no, u) }); shown {
		return err
	}
	return r.Show(frame(r, v.Case, v.Heading), entryPage(v))
}

// PostEntry saves a changed entry.
func (Pages) PostEntry(r *page.Request) error {
	v, no, err := changing(r)
	if err != nil {
		return err
	}
	settle(r)
	was := v.Form
	v.Form = blankForm(v.Kind)
	v.Form.offer(v.Case)
	keepFact(was, v.Form)
	e, err := v.read(r)
	if e == nil || err != nil {
		return err
	}
	e = e.WithNumber(no)
	counter, same := base(r, "entry", e)
	if same && !v.Case.Unchecked(eqia.Entry(v.Kind, no)) {
		return r.Go(homeOf(v.Case, v.Kind), "nothing-to-save")
	}
	err = r.Kit.Eqia.ChangeEntry(r.Ctx(), v.Case, e, counter)
	var clash *eqia.Conflict
	if errors.As(err, &clash) {
		return v.conflict(r, was, no)
	}
	if err != nil {
		return v.refused(r, err)
	}
	return r.Go(homeOf(v.Case, v.Kind), "saved")
}

// keepFact carries the fact of the library that a source was taken from to the form that is posted, which does not hold it.
func keepFact(was, now entryForm) {
	if a, ok := was.(*evidenceForm); ok {
		if b, ok := now.(*evidenceForm); ok {
			b.fact = a.fact
		}
	}
}

// conflict shows both versions of an entry, row by row.
func (v entryView) conflict(r *page.Request, theirs entryForm, no int) error {
	s := v.Case.Stamps[eqia.Entry(v.Kind, no)]
	view := conflict{Action: v.Action, Title: v.Heading, By: s.ByName, At: s.At}
	mine, now := v.Form.rows(), theirs.rows()
	for i, row := range mine {
		if i < len(now) && row.Text != now[i].Text {
			view.Rows = append(view.Rows, clashing{Label: row.Key, Name: v.Form.names()[i], Mine: row.Text, Theirs: now[i].Text, Text: v.Form.names()[i] != ""})
		}
	}
	view.carry(r, map[string]string{"base-entry": strconv.Itoa(s.Counter) + settled})
	return showConflict(r, v.Case, view)
}

// Remove asks before an entry is removed.
func (Pages) Remove(r *page.Request) error {
	v, _, err := changing(r)
	if err != nil {
		return err
	}
	v.Action += "/remove"
	return r.Show(frame(r, v.Case, "Remove this "+listWords[v.Kind].One), removePage(v))
}

// PostRemove removes an entry, unless it was changed after the page asked.
func (Pages) PostRemove(r *page.Request) error {
	v, no, err := changing(r)
	if _, was := v.Case.Stamps[eqia.PartKey{Kind: v.Kind, Key: r.Param("no")}]; was && errors.Is(err, eqia.ErrNotFound) {
		return r.Go(homeOf(v.Case, v.Kind), "removed") // pressed twice: it was done the first time
	}
	if err != nil {
		return err
	}
	if r.Posted("base-entry") == "" {
		return errUnsaid
	}
	counter, _ := base(r, "entry", nil)
	if err := r.Kit.Eqia.RemoveEntry(r.Ctx(), v.Case, eqia.Entry(v.Kind, no), counter); err != nil {
		return moved(err)
	}
	return r.Go(homeOf(v.Case, v.Kind), "removed")
}
