package author

import (
	"errors"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// errUnsaid answers a post that does not say what its page showed, so that nothing can be lost by it.
var errUnsaid = &eqia.Invalid{Field: "page", Says: "This does not say what was on the page. Open the page again and use its buttons"}

// moved is the answer to a button that was pressed on an old page: nothing was typed, so there are no texts to choose from.
func moved(err error) error {
	var clash *eqia.Conflict
	if errors.As(err, &clash) {
		return eqia.ErrMoved
	}
	return err
}

// entryFields are the fields of each kind of entry as its form names them, by the domain's names. A full list is said at the first field.
var entryFields = map[eqia.PartKind]map[string]string{
	eqia.EvidencePart: {"title": "evidence_title", "source": "evidence_source", "date": "evidence_date", "area": "evidence_area",
		"link": "evidence_link", "says": "evidence_item_says", "characteristics": "evidence_groups"},
	eqia.EngagementPart: {"title": "engagement_who", "who": "engagement_who", "how": "engagement_how", "when": "engagement_when",
		"how_many": "engagement_how_many", "said": "engagement_said", "changed": "engagement_changed"},
	eqia.OptionPart: {"title": "option_label", "label": "option_label", "text": "option_text"},
	eqia.ActionPart: {"title": "action_what", "what": "action_what", "issue": "action_issue", "who": "action_who", "measure": "action_measure",
		"start": "action_start", "when": "action_when", "when_month": "action_month", "when_year": "action_month", "when_text": "action_words",
		"when_season": "action_month", "when_rule": "action_words", "others": "action_others",
		"answers": "action_answers"},
}

// anyOf reports whether one of these fields has something to be put right, so that the part of the page that holds it is open.
func anyOf(errs form.Errors, names ...string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return errs.For(n) != "" })
}

// wrongEntry shows the page again when the first of these entries was refused. The answers are saved by then, so they are read again; of
// the entries, those that were not added are given back.
func wrongEntry(r *page.Request, was questions, left []eqia.Numbered, err error) error {
	errs, ok := page.WrongIn(err, entryFields[left[0].Kind()])
	if !ok {
		return err
	}
	c, p, err := questionPage(r)
	if err != nil {
		return err
	}
	v := questions{Case: c, Page: p, Fields: fieldsOf(c, p), Lists: listsOf(c, p), Once: r.Key()}
	for i, l := range v.Lists {
		typed, ok := was.listOf(l.Code)
		if ok && slices.ContainsFunc(left, func(e eqia.Numbered) bool { return e.Kind() == l.Kind }) {
			v.Lists[i].First = typed.First
		}
		if l.Kind == left[0].Kind() {
			v.Lists[i].First.wrong(errs)
		}
	}
	return r.Show(page.Failed(frame(r, c, p.Title), errs), questionsPage(v))
}
