package author

import (
	"cmp"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

// tasks groups the steps as the task list shows them.
func tasks(c eqia.Case) []taskGroup {
	to := page.ToCase(c.Assessment.Reference)
	out := outcomeTasks(c, to)
	for _, sec := range c.Form.Sections {
		if sec.Code == "summary" && !c.Screens() {
			out = append(out, impactTasks(c, to)...)
		}
		g := taskGroup{Title: sec.Title, ID: sec.Code}
		for _, p := range sec.Pages {
			if c.Met(p.If) {
				place := eqia.Place{Kind: eqia.PageStep, Code: p.Code, Title: p.Title, Aside: p.Aside}
				g.Tasks = append(g.Tasks, components.Task{Title: p.Title, Href: to.Step(place), Status: status(c, place), Hint: cmp.Or(copiedHint(c, place), newQuestions(c, p))})
			}
		}
		if len(g.Tasks) > 0 {
			out = append(out, g)
		}
	}
	check := eqia.Place{Kind: eqia.CheckStep}
	return append(out, taskGroup{Title: "Check and send", ID: "check", Tasks: []components.Task{
		{Title: "Check your answers and send", Href: to.Step(check), Status: components.NotYetStarted}}})
}

// outcomeTasks is what a review begins with; none otherwise.
func outcomeTasks(c eqia.Case, to page.To) []taskGroup {
	place := eqia.OutcomePlace()
	if len(c.Content.Outcomes) == 0 {
		return nil
	}
	return []taskGroup{{Title: "Before you start again", ID: "since", Tasks: []components.Task{{Title: place.Title, Href: to.Step(place), Status: status(c, place),
		Hint: "What became of each effect that was predicted, and of each action"}}}}
}

// impactTasks are the whole table, then each group, national before local.
func impactTasks(c eqia.Case, to page.To) []taskGroup {
	quick := taskGroup{Title: "Effects on people", ID: "effects", Tasks: []components.Task{{Title: "All effects in one table",
		Hint: "The quick way: answer for every group on one page", Href: to.Table(), Status: status(c, eqia.Place{Kind: eqia.TableStep})}}}
	if len(c.SharesReason()) > 0 {
		quick.Tasks = append(quick.Tasks, components.Task{Title: sharedTitle, Href: to.Shared(), Status: status(c, eqia.Place{Kind: eqia.SharedStep})})
	}
	out := []taskGroup{quick}
	for _, kind := range []struct{ code, title string }{{form.Statutory, "National characteristics"}, {form.Local, "Local characteristics"},
		{form.Combined, "People in two groups at once"}} {
		g := taskGroup{Title: kind.title, ID: kind.code}
		for _, ch := range c.Groups() {
			if ch.Kind == kind.code {
				g.Tasks = append(g.Tasks, components.Task{Title: ch.Label, Href: to.Card(ch.Code), Hint: cmp.Or(copiedHint(c, eqia.Place{Kind: eqia.CardStep, Code: ch.Code}), newGroup(c, ch.Code)),
					Status: status(c, eqia.Place{Kind: eqia.CardStep, Code: ch.Code})})
			}
		}
		if len(g.Tasks) > 0 {
			out = append(out, g)
		}
	}
	out[len(out)-1].More = components.Link{Text: togetherTitle, Href: to.Do("together")}
	return out
}

// copiedNote warns of a step that holds something that was copied and not checked yet.
const copiedNote = "Copied. Check it is still true"

// uncheckedSteps lead to the steps that hold something that was copied and not checked yet, in the order of the task list.
func uncheckedSteps(c eqia.Case) []components.Link {
	var out []components.Link
	if len(c.Copied) == 0 {
		return nil
	}
	for _, g := range tasks(c) {
		for _, t := range g.Tasks {
			if t.Hint == copiedNote {
				out = append(out, components.Link{Text: t.Title, Unseen: ", copied", Href: t.Href})
			}
		}
	}
	return out
}

// copiedHint is that warning; "" for a step without any.
func copiedHint(c eqia.Case, p eqia.Place) string {
	for k := range c.Copied {
		onCard := p.Kind == eqia.CardStep && k == (eqia.PartKey{Kind: eqia.CardPart, Key: p.Code})
		if c.Unchecked(k) && (onCard || p.Kind == eqia.PageStep && pageHas(c, p.Code, k)) {
			return copiedNote
		}
	}
	return ""
}

// status is how far a step has come, with comments to answer before all else.
func status(c eqia.Case, p eqia.Place) components.TaskStatus {
	if openOn(c, p) {
		return components.CommentsToAnswer
	}
	switch c.ProgressOf(p) {
	case eqia.Complete:
		if copiedHint(c, p) != "" {
			return components.InProgress
		}
		return components.Completed
	case eqia.Begun:
		return components.InProgress
	default:
		if p.Aside {
			return components.Optional
		}
		return components.NotYetStarted
	}
}

// openOn reports whether a step has an open comment on one of its parts.
func openOn(c eqia.Case, p eqia.Place) bool {
	to := page.ToCase(c.Assessment.Reference)
	for _, m := range c.Open() {
		if m.Part == (eqia.PartKey{}) {
			continue
		}
		if p.Kind == eqia.CardStep && m.Part == (eqia.PartKey{Kind: eqia.CardPart, Key: p.Code}) {
			return true
		}
		if p.Kind == eqia.PageStep && pageHas(c, p.Code, m.Part) {
			return true
		}
		if p.Kind == eqia.SharedStep && to.Part(c, m.Part) == to.Shared() {
			return true
		}
	}
	return false
}

func pageHas(c eqia.Case, code string, k eqia.PartKey) bool {
	p, _ := c.Form.Page(code)
	for _, q := range p.Questions {
		if k == (eqia.PartKey{Kind: eqia.AnswerPart, Key: q.Code}) || listKind(q.Kind) == k.Kind && k.Kind != "" {
			return true
		}
	}
	return false
}
