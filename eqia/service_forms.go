package eqia

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// Editing is a form being prepared beside what it may be compared with.
type Editing struct {
	FormDraft
	Council form.Profile
}

// Draft is the version being prepared as edits see it.
func (e Editing) Draft() form.Draft {
	base, _ := e.Council.Version(e.BasedOn)
	return form.Draft{Version: e.Version, BasedOn: base, Used: e.Council.Versions}
}

// administers refuses anyone who may not know how the form is made.
func administers(by Person) error {
	if by.Holds(workflow.Administrator) {
		return nil
	}
	return ErrNotFound
}

// FormVersions is the council's form with every version, and what is known of those that administrators published, for administrators.
func (s *Service) FormVersions(ctx context.Context, by Person) (form.Profile, []PublishedForm, error) {
	if err := administers(by); err != nil {
		return form.Profile{}, nil, err
	}
	council, err := s.council(ctx, s.Profile, 0)
	if err != nil {
		return council, nil, err
	}
	all, err := s.Published.since(ctx, s.Store, s.Now(), formsKept)
	return council, slices.DeleteFunc(slices.Clone(all), func(p PublishedForm) bool { return p.Profile != s.Profile }), err
}

// EditingForm is the version being prepared, for administrators. ErrNotFound when there is none.
func (s *Service) EditingForm(ctx context.Context, by Person) (Editing, error) {
	if err := administers(by); err != nil {
		return Editing{}, err
	}
	d, err := s.Store.FormDraft(ctx, s.Profile)
	if err != nil {
		return Editing{}, err
	}
	council, err := s.council(ctx, s.Profile, 0)
	return Editing{FormDraft: d, Council: council}, err
}

// draftCode stands for the code of a version until it is published.
const draftCode = "draft"

// DraftForm starts a version of the form from the newest one. Someone else's that is under way is left as it is, with ErrMoved.
func (s *Service) DraftForm(ctx context.Context, by Person, once string) error {
	if err := administers(by); err != nil {
		return err
	}
	council, err := s.council(ctx, s.Profile, 0)
	if err != nil {
		return err
	}
	base, _ := council.Newest()
	now := s.Now().UTC()
	d := FormDraft{Profile: s.Profile, BasedOn: base.Code, Version: base.Clone(), Counter: 1, SavedAt: now, SavedBy: by.ID}
	d.Version.Code, d.Version.From, d.Version.To = draftCode, string(DayOf(now)), ""
	act := s.formAct(by, ActFormDraft, draftCode, map[string]string{"based_on": base.Code})
	return s.Store.Write(ctx, &Change{Once: once, Result: s.Profile, Draft: &d, Acts: []Act{act}})
}

// EditForm makes one change to the version being prepared, as it was at a counter. *Invalid says what stands in the way.
func (s *Service) EditForm(ctx context.Context, by Person, counter int, e form.Edit) error {
	d, err := s.EditingForm(ctx, by)
	if err != nil {
		return err
	}
	if d.Counter != counter {
		return ErrMoved
	}
	next, err := d.Draft().After(e)
	var wrong *form.Wrong
	if errors.As(err, &wrong) {
		return &Invalid{Field: wrong.Field, Says: wrong.Says}
	}
	if err != nil {
		return err
	}
	after := d.FormDraft
	after.Version, after.Counter, after.SavedAt, after.SavedBy = next, counter+1, s.Now().UTC(), by.ID
	act := s.formAct(by, ActFormEdit, draftCode, map[string]string{"part": e.Subject(), "counter": strconv.Itoa(after.Counter)})
	return s.Store.Write(ctx, &Change{Draft: &after, Acts: []Act{act}})
}

// DropForm throws the version being prepared away.
func (s *Service) DropForm(ctx context.Context, by Person, counter int) error {
	d, err := s.EditingForm(ctx, by)
	if err != nil {
		return err
	}
	d.Counter = counter
	return s.Store.Write(ctx, &Change{Dropped: &d.FormDraft, Acts: []Act{s.formAct(by, ActFormDrop, draftCode, nil)}})
}

// PublishFormCommand publishes the version being prepared as it was at a counter, from a day on.
type PublishFormCommand struct {
	Counter int
	From    Day
	Once    string
}

// PublishForm makes the version being prepared the form of every assessment and review that starts on or after a day, and gives its code.
// Those under way keep the form they were started on.
func (s *Service) PublishForm(ctx context.Context, by Person, cmd PublishFormCommand) (string, error) {
	d, err := s.EditingForm(ctx, by)
	if errors.Is(err, ErrNotFound) && administers(by) == nil {
		err = s.again(ctx, cmd.Once, err)
	}
	if err != nil {
		return "", err
	}
	if d.Counter != cmd.Counter {
		return "", ErrMoved
	}
	v, err := d.dated(cmd.From, DayOf(s.Now()))
	if err != nil {
		return "", err
	}
	digest, err := sealedForm(v)
	if err != nil {
		return "", err
	}
	p := &PublishedForm{Profile: d.Profile, BasedOn: d.BasedOn, Version: v, Digest: digest, PublishedAt: s.Now().UTC(), PublishedBy: by.ID}
	act := s.formAct(by, ActFormPublish, v.Code, map[string]string{"digest": digest, "from": v.From, "based_on": d.BasedOn})
	if err := s.Store.Write(ctx, &Change{Once: cmd.Once, Result: v.Code, Form: p, Dropped: &d.FormDraft, Acts: []Act{act}}); err != nil {
		return "", err
	}
	_, err = s.council(ctx, s.Profile, 0)
	return v.Code, err
}

// dated is the draft as it would be published: with its first day, and a code of its own. The whole profile is checked with it in place.
func (e Editing) dated(from, today Day) (form.Version, error) {
	newest, _ := e.Council.Newest()
	switch {
	case from == "":
		return form.Version{}, &Invalid{Field: "from", Says: "Enter the first day on which new assessments use it"}
	case from < today:
		return form.Version{}, &Invalid{Field: "from", Says: "The first day must be today or later"}
	case string(from) <= newest.From:
		return form.Version{}, &Invalid{Field: "from", Says: "The first day must be after " + Day(newest.From).Words() + ", when version " + newest.Code + " starts"}
	}
	v := e.Version.Clone()
	v.From = string(from)
	for n := 1; ; n++ {
		v.Code = fmt.Sprintf("%d-%d", from.Time().Year(), n)
		if _, taken := e.Council.Version(v.Code); !taken {
			break
		}
	}
	if err := e.Council.With(v).Validate(); err != nil {
		return form.Version{}, &Invalid{Says: "The form could not be used like that: " + err.Error()}
	}
	return v, nil
}

func (s *Service) formAct(by Person, kind workflow.Event, code string, facts map[string]string) Act {
	return Act{At: s.Now().UTC(), By: by.ID, Kind: kind, Subject: "form/" + s.Profile + "/" + code, Facts: facts}
}

// today is the form in force on the day of an instant, newly asked for.
func (s *Service) formToday(ctx context.Context, profile string, at time.Time) (form.Version, error) {
	council, err := s.council(ctx, profile, 0)
	if err != nil {
		return form.Version{}, err
	}
	fv, ok := council.Latest(string(DayOf(at)))
	if !ok {
		return form.Version{}, ErrNotFound
	}
	return fv, nil
}
