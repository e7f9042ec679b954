package store_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
)

// retitled is the question about aims in other words.
func retitled(label string) form.QuestionWords {
	return form.QuestionWords{Code: "aims", Label: label, Short: "Aims", Error: "Enter what it is meant to do", Required: true}
}

// editing is the form being prepared, as the administrator opens it.
func (w world) editing() eqia.Editing {
	w.t.Helper()
	d, err := w.EditingForm(w.t.Context(), eqiatest.Administrator())
	w.ok(err)
	return d
}

// edit makes changes to the form being prepared, which is started where there is none.
func (w world) edit(edits ...form.Edit) {
	w.t.Helper()
	if _, err := w.EditingForm(w.t.Context(), eqiatest.Administrator()); errors.Is(err, eqia.ErrNotFound) {
		w.ok(w.DraftForm(w.t.Context(), eqiatest.Administrator(), ""))
	}
	for _, e := range edits {
		w.ok(w.EditForm(w.t.Context(), eqiatest.Administrator(), w.editing().Counter, e))
	}
}

// publishForm publishes the form being prepared from a day on.
func (w world) publishForm(from eqia.Day) string {
	w.t.Helper()
	code, err := w.PublishForm(w.t.Context(), eqiatest.Administrator(), eqia.PublishFormCommand{Counter: w.editing().Counter, From: from})
	w.ok(err)
	return code
}

func TestANewAssessmentStartsOnThePublishedFormAndOthersKeepTheirs(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		before, signed := w.started(), w.signed()
		w.edit(retitled("What is it for?"), form.TurnOff{Code: "service"})
		code := w.publishForm("2026-11-10")
		if got := w.as(eqiatest.Author(), w.started()).Form.Code; code != "2026-2" || got != "2026-1" {
			t.Errorf("published as %s; before its first day an assessment starts on %s", code, got)
		}
		w.clock.Set(eqia.Day("2026-11-10").Time())
		after := w.as(eqiatest.Author(), w.started())
		if q, _ := after.Form.Question("aims"); after.Form.Code != code || q.Label != "What is it for?" {
			t.Errorf("from its first day it starts on %s and asks %q", after.Form.Code, q.Label)
		}
		old := w.as(eqiatest.Author(), before)
		if q, _ := old.Form.Question("aims"); old.Form.Code != "2026-1" || q.Label == "What is it for?" {
			t.Errorf("one under way is on %s and asks %q", old.Form.Code, q.Label)
		}
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), signed), eqia.NewVersionCommand{Purpose: eqia.Reviews})
		w.ok(err)
		if got := w.as(eqiatest.Author(), signed).Form.Code; got != code {
			t.Errorf("a review starts on %s", got)
		}
	})
}

// another is a copy of the service on the same database, with a memory of its own.
func (w world) another() *eqia.Service {
	other := *w.Service
	other.Published = &eqia.FormCache{}
	return &other
}

func TestAnotherCopyOfTheServiceKnowsAPublishedFormAtOnceWhereItMatters(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		other := w.another()
		if _, err := other.Council(t.Context(), eqiatest.Profile); err != nil {
			t.Fatal(err)
		}
		w.edit(retitled("What is it for?"))
		code := w.publishForm(eqia.DayOf(w.Now()))
		newest := func() string {
			council, err := other.Council(t.Context(), eqiatest.Profile)
			w.ok(err)
			v, _ := council.Newest()
			return v.Code
		}
		if got := newest(); got != "2026-1" {
			t.Errorf("it asked again at once and knows %s", got)
		}
		w.clock.Pass(6 * time.Second)
		if got := newest(); got != code {
			t.Errorf("six seconds later it knows %s", got)
		}
		third := w.another()
		if _, err := third.Council(t.Context(), eqiatest.Profile); err != nil {
			t.Fatal(err)
		}
		w.clock.Set(eqia.Day("2026-12-01").Time())
		w.edit(retitled("What is it meant for?"))
		w.publishForm("2026-12-01")
		reference, err := third.Start(t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
		w.ok(err)
		c, err := other.Open(t.Context(), eqiatest.Author(), reference)
		w.ok(err)
		if c.Form.Code != "2026-3" {
			t.Errorf("the third copy started one that the second reads on %s", c.Form.Code)
		}
	})
}

func TestOnlyAdministratorsMayKnowOfAFormBeingPrepared(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.edit(retitled("What is it for?"))
		for _, p := range eqiatest.People() {
			_, _, versions := w.FormVersions(t.Context(), p)
			_, draft := w.EditingForm(t.Context(), p)
			_, publish := w.PublishForm(t.Context(), p, eqia.PublishFormCommand{Counter: 99})
			errs := []error{versions, draft, w.DraftForm(t.Context(), p, ""), w.EditForm(t.Context(), p, 99, form.TurnOff{Code: "service"}),
				publish, w.DropForm(t.Context(), p, 99)}
			for i, err := range errs {
				if allowed := p.ID == eqiatest.Administrator().ID; errors.Is(err, eqia.ErrNotFound) == allowed {
					t.Errorf("%s, attempt %d: %v", p.Name, i, err)
				}
			}
		}
	})
}

func TestOfTwoAdministratorsTheLaterIsToldAndNothingIsLost(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.edit()
		admin := eqiatest.Administrator()
		if err := w.DraftForm(t.Context(), admin, "again"); !errors.Is(err, eqia.ErrMoved) {
			t.Errorf("a second draft gave %v", err)
		}
		seen := w.editing().Counter
		var all sync.WaitGroup
		errs := make([]error, 8)
		for i := range errs {
			all.Go(func() {
				errs[i] = w.EditForm(t.Context(), admin, seen, retitled("What is it for? "+strings.Repeat("x", i)))
			})
		}
		all.Wait()
		kept := 0
		for _, err := range errs {
			switch {
			case err == nil:
				kept++
			case !errors.Is(err, eqia.ErrMoved):
				t.Errorf("got %v", err)
			}
		}
		if kept != 1 || w.editing().Counter != seen+1 {
			t.Errorf("%d of the edits were kept, and the counter is %d", kept, w.editing().Counter)
		}
		for what, err := range map[string]error{"publishing": second(w.PublishForm(t.Context(), admin, eqia.PublishFormCommand{Counter: seen, From: "2026-11-10"})),
			"dropping": w.DropForm(t.Context(), admin, seen)} {
			if !errors.Is(err, eqia.ErrMoved) {
				t.Errorf("%s what has changed gave %v", what, err)
			}
		}
	})
}

func second(_ string, err error) error { return err }

func TestAFormIsPublishedOnceAndNotForThePast(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		admin := eqiatest.Administrator()
		w.edit(retitled("What is it for?"))
		cmd := eqia.PublishFormCommand{Counter: w.editing().Counter, Once: "publish"}
		for _, from := range []eqia.Day{"", "2026-11-01"} {
			cmd.From = from
			var invalid *eqia.Invalid
			if _, err := w.PublishForm(t.Context(), admin, cmd); !errors.As(err, &invalid) || invalid.Field != "from" {
				t.Errorf("from %q: %v", from, err)
			}
		}
		cmd.From = "2026-11-20"
		_, err := w.PublishForm(t.Context(), admin, cmd)
		w.ok(err)
		var again *eqia.Repeat
		if _, err := w.PublishForm(t.Context(), admin, cmd); !errors.As(err, &again) || again.Result != "2026-2" {
			t.Errorf("pressed twice: %v", err)
		}
		w.edit(retitled("What is it all for?"))
		cmd = eqia.PublishFormCommand{Counter: w.editing().Counter, From: "2026-11-20"}
		var invalid *eqia.Invalid
		if _, err := w.PublishForm(t.Context(), admin, cmd); !errors.As(err, &invalid) || !strings.Contains(invalid.Says, "20 November 2026") {
			t.Errorf("on the first day of another: %v", err)
		}
		council, published, err := w.FormVersions(t.Context(), admin)
		w.ok(err)
		w.ok(council.Validate())
		if before, _ := council.Version("2026-1"); before.To != "2026-11-19" || len(published) != 1 || published[0].BasedOn != "2026-1" {
			t.Errorf("the version before ends on %s, and %d are published", before.To, len(published))
		}
	})
}

func TestADroppedFormLeavesTheOneInForce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.edit(retitled("What is it for?"))
		w.ok(w.DropForm(t.Context(), eqiatest.Administrator(), w.editing().Counter))
		if _, err := w.EditingForm(t.Context(), eqiatest.Administrator()); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("got %v", err)
		}
		w.edit()
		if d := w.editing(); len(form.Changes(d.Draft().BasedOn, d.Version)) > 0 {
			t.Error("the next draft has what was dropped")
		}
	})
}

func TestAnEditThatSpoilsTheFormSaysWhichFieldAndChangesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.edit()
		before := dump(t, s)
		for field, e := range map[string]form.Edit{"label": retitled(""), "": form.TurnOff{Code: "title"}} {
			var invalid *eqia.Invalid
			if err := w.EditForm(t.Context(), eqiatest.Administrator(), 1, e); !errors.As(err, &invalid) || invalid.Field != field {
				t.Errorf("got %v, want a refusal in %q", err, field)
			}
		}
		if dump(t, s) != before {
			t.Error("something changed all the same")
		}
	})
}

func TestTheDatabaseItselfKeepsPublishedForms(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.edit(retitled("What is it for?"))
		w.publishForm("2026-11-20")
		before := dump(t, s)
		for statement, refusal := range map[string]string{
			"UPDATE published_forms SET body = '{}'":       "a published form never changes",
			"UPDATE published_forms SET published_by = ''": "a published form never changes",
			"DELETE FROM published_forms":                  "a published form is never removed",
		} {
			if err := s.Writer().Exec(statement).Error; err == nil || !strings.Contains(err.Error(), refusal) {
				t.Errorf("%s: got %v", statement, err)
			}
		}
		if dump(t, s) != before {
			t.Error("something changed all the same")
		}
	})
}

func TestOpeningAnAssessmentAsksForPublishedFormsNoMoreThanOnce(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		l := (&listener{}).on(t, s)
		for range 3 {
			w.clock.Pass(time.Hour)
			_, err := w.Open(t.Context(), eqiatest.Author(), reference)
			w.ok(err)
		}
		asked := 0
		for _, h := range l.heard {
			if strings.Contains(h.sql, "published_forms") {
				asked++
			}
		}
		if asked != 0 {
			t.Errorf("it asked %d times after the assessment was started", asked)
		}
	})
}
