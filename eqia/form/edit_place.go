package form

import "slices"

// MoveQuestion moves a question one place up or down on its page.
type MoveQuestion struct {
	Code string
	Up   bool
}

// Subject names the question.
func (e MoveQuestion) Subject() string { return "question/" + e.Code }

func (e MoveQuestion) apply(d *Draft) error {
	p, i := d.question(e.Code)
	if p == nil {
		return errGone
	}
	if !swap(p.Questions, i, e.Up) {
		return &Wrong{"", "It is at the end of its page already"}
	}
	if found := (problems{}); d.dependsLater(&found) {
		return &Wrong{"", "One of these questions depends on the answer to the other, so it has to come after it"}
	}
	return nil
}

// swap changes a thing's place with its neighbour's; false when it has none on that side.
func swap[T any](list []T, i int, up bool) bool {
	j := i + 1
	if up {
		j = i - 1
	}
	if j < 0 || j >= len(list) {
		return false
	}
	list[i], list[j] = list[j], list[i]
	return true
}

// dependsLater reports whether a question or a page depends on one that is not asked before it.
func (v Version) dependsLater(found *problems) bool {
	v.checkQuestions(found)
	return len(*found) > 0
}

// TurnOff takes a question out of the form. What was answered to it stays with the assessments that asked it.
type TurnOff struct{ Code string }

// Subject names the question.
func (e TurnOff) Subject() string { return "question/" + e.Code }

func (e TurnOff) apply(d *Draft) error {
	p, i := d.question(e.Code)
	switch {
	case p == nil:
		return errGone
	case Relied(e.Code):
		return &Wrong{"", "The service relies on this question, so it cannot be turned off"}
	case len(p.Questions) == 1:
		return &Wrong{"", "This is the only question on its page, so it cannot be turned off"}
	}
	p.Questions = slices.Delete(p.Questions, i, i+1)
	if found := (problems{}); d.dependsLater(&found) {
		return &Wrong{"", "Another question is asked only after a certain answer to this one, so it cannot be turned off"}
	}
	return nil
}

// TurnOn puts a question back that the draft left out of the version it is based on, where it was.
type TurnOn struct{ Code string }

// Subject names the question.
func (e TurnOn) Subject() string { return "question/" + e.Code }

func (e TurnOn) apply(d *Draft) error {
	for _, off := range d.Off() {
		if off.Code != e.Code {
			continue
		}
		base := d.BasedOn.Clone()
		was, at := base.question(e.Code)
		p := d.page(was.Code)
		if p == nil {
			return errGone
		}
		place := 0
		for _, before := range was.Questions[:at] {
			if i := slices.IndexFunc(p.Questions, func(q Question) bool { return q.Code == before.Code }); i >= 0 {
				place = i + 1
			}
		}
		p.Questions = slices.Insert(p.Questions, place, was.Questions[at])
		return nil
	}
	return errGone
}

// Off lists the questions of the version it is based on that the draft does not ask.
func (d Draft) Off() []Question {
	var out []Question
	for _, q := range d.BasedOn.Questions() {
		if _, asked := d.Question(q.Code); !asked {
			out = append(out, q)
		}
	}
	return out
}
