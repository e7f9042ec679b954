package eqia

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/library"
)

// incoming is a document's content beside the form it is checked against.
type incoming struct {
	Document
	form    form.Version
	outside bool // on a form this service never had: what it asked is not known here
	legacy  bool
}

// checkContent looks at everything people wrote. A draft has to fit its form; a legacy record may have answers and rows of its own.
func (d Document) checkContent(council form.Profile, o ImportOptions) error {
	in := incoming{Document: d, form: d.formIn(council), legacy: o.Legacy}
	in.outside = in.form.Code != d.Content.Form.Version
	if in.outside && (!o.Legacy || d.Content.Form.Version != FormOutside) {
		return d.wrong("content.form.version", "There is no such version of the form here. A record from another form is brought in with --legacy as \"outside\"")
	}
	for _, check := range []func() error{in.answers, in.lists, in.cards, in.actions, in.outcomes} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// formIn is the form that a document was written on; the newest one for a form that the council never had here.
func (d Document) formIn(council form.Profile) form.Version {
	if fv, ok := council.Version(d.Content.Form.Version); ok {
		return fv
	}
	return council.Versions[len(council.Versions)-1]
}

func (in incoming) answers() error {
	title := strings.TrimSpace(in.Content.Title())
	if title == "" || strings.ContainsRune(title, '\n') || len(title) > 4*maxName {
		return in.wrong("content.answers.title", "Write the name of the proposal on one line")
	}
	for code, a := range in.Content.Answers {
		at := "content.answers." + code
		q, asked := in.form.Question(code)
		switch {
		case !keyForm.MatchString(code) || !asked && !in.outside && code != SharedReason:
			return in.wrong(at, "This form does not ask that question")
		case !asked:
			q = form.Question{Code: code, Kind: form.AnyOf, Choices: unnamed(a.Choices)}
		}
		var invalid *Invalid
		if err := validAnswer(q, a); errors.As(err, &invalid) {
			return in.wrong(at, invalid.Says)
		}
	}
	return nil
}

// unnamed are the choices of a question that is not known here, so that any may stand.
func unnamed(codes []string) []form.Choice {
	out := make([]form.Choice, len(codes))
	for i, code := range codes {
		out[i].Code = code
	}
	return out
}

// lists looks at the numbers of every entry, and at what has to come from a list.
func (in incoming) lists() error {
	for name, kind := range map[string]PartKind{"options": OptionPart, "evidence": EvidencePart, "engagement": EngagementPart, "actions": ActionPart,
		"outcomes": OutcomePart} {
		if err := in.numbers("content."+name, in.Content.Entries(kind)); err != nil {
			return err
		}
	}
	for i, e := range in.Content.Engagement {
		if e.Depth != "" && !slices.ContainsFunc(Depths(), func(d [2]string) bool { return d[0] == e.Depth }) {
			return in.wrong(fmt.Sprintf("content.engagement[%d].depth", i), "Write told, asked, involved or codesigned, or leave it empty")
		}
	}
	for i, e := range in.Content.Evidence {
		if !in.characteristics(e.Characteristics) {
			return in.wrong(fmt.Sprintf("content.evidence[%d].characteristics", i), "Write codes of characteristics of the form, each once")
		}
		if _, ok := library.ParseID(e.Fact); e.Fact != "" && !ok {
			return in.wrong(fmt.Sprintf("content.evidence[%d].fact", i), "Write the name of a fact of the library, or leave it out")
		}
	}
	return nil
}

func (in incoming) numbers(at string, entries []Numbered) error {
	if len(entries) > maxEntries && at != "content.outcomes" { // of which there is one for each block and each action
		return in.wrong(at, "Keep to 200 entries")
	}
	seen := map[int]bool{}
	for i, e := range entries {
		if e.Number() < 1 || seen[e.Number()] {
			return in.wrong(fmt.Sprintf("%s[%d].no", at, i), "Give every entry a number of its own, from 1")
		}
		seen[e.Number()] = true
	}
	return nil
}

// characteristics reports whether all are codes of the form, each once.
func (in incoming) characteristics(codes []string) bool {
	for i, code := range codes {
		if _, ok := in.form.Characteristic(code); !ok || slices.Contains(codes[:i], code) {
			return false
		}
	}
	return true
}

func (in incoming) cards() error {
	for i, k := range in.Content.Cards {
		at := fmt.Sprintf("content.cards[%d]", i)
		if field, says := in.row(k, in.Content.Cards[:i]); says != "" {
			return in.wrong(at+field, says)
		}
		for n := range k.Blocks {
			if field, says := in.block(k, n); says != "" {
				return in.wrong(fmt.Sprintf("%s.blocks[%d]%s", at, n, field), says)
			}
		}
	}
	return nil
}

// row says what is wrong with a card as a row of the form, and in which field; both empty when nothing is.
func (in incoming) row(k Card, before []Card) (field, says string) {
	_, asked := in.group(k)
	twice := slices.ContainsFunc(before, func(o Card) bool { return o.Code == k.Code })
	switch {
	case !keyForm.MatchString(k.Code) || twice:
		return ".code", "Give every card a code of its own"
	case k.Merged() && (!in.legacy || asked || k.Label == "" || len(k.Covers) < 2 || !in.characteristics(k.Covers)):
		return ".covers", "A merged row is for a legacy record: give it a label, a code of its own, and two or more characteristics that it covers"
	case !k.Merged() && !asked && (!in.outside || k.Label == ""):
		return ".code", "The form has no such characteristic. A row of an outside form needs a label"
	}
	return "", ""
}

// group is whom a card of the form is about. A merged row is about none, though its code may be several joined together.
func (in incoming) group(k Card) (form.Characteristic, bool) {
	if k.Merged() {
		return in.form.Characteristic(k.Code)
	}
	return in.form.Group(k.Code)
}

// block says what is wrong with a block of a card, and in which field; both empty when nothing is.
func (in incoming) block(k Card, n int) (field, says string) {
	b := k.Blocks[n]
	audience := slices.ContainsFunc(in.form.Audiences, func(a form.Choice) bool { return a.Code == b.Audience })
	option := slices.ContainsFunc(in.Content.Options, func(o Option) bool { return strconv.Itoa(o.No) == b.Option })
	switch {
	case slices.ContainsFunc(k.Blocks[:n], func(o Block) bool { return o.Ref(k.Code) == b.Ref(k.Code) }):
		return "", "There is another block for the same audience and option. Keep one of them"
	case b.Audience != "" && !audience:
		return ".audience", "Write the code of an audience of the form"
	case b.Option != "" && !option:
		return ".option", "Write the number of one of the options"
	case !in.aims(k, b.Aims):
		return ".aims", "Write codes of aims that the form offers for this characteristic, each once"
	case !in.cited(b.Evidence):
		return ".evidence", "Write numbers of evidence in the list, each once"
	}
	if set, err := NewEffects(b.Effects.Codes()); err != nil || !slices.Equal(set, b.Effects) {
		return ".effects", "Write effects each once, in the order positive, negative, unclear, or neutral alone"
	}
	return "", ""
}

// aims reports whether a block's aims are of the form, and for a card of the form, of that characteristic.
func (in incoming) aims(k Card, aims []string) bool {
	ch, asked := in.group(k)
	for i, aim := range aims {
		_, ok := in.form.Aim(aim)
		if !ok || slices.Contains(aims[:i], aim) || asked && !in.outside && !slices.Contains(ch.Aims, aim) {
			return false
		}
	}
	return true
}

func (in incoming) cited(numbers []int) bool {
	for i, no := range numbers {
		known := slices.ContainsFunc(in.Content.Evidence, func(e Evidence) bool { return e.No == no })
		if !known || slices.Contains(numbers[:i], no) {
			return false
		}
	}
	return true
}

func (in incoming) actions() error {
	c := Case{Version: Version{Content: in.Content}}
	for i, a := range in.Content.Actions {
		var invalid *Invalid
		if err := c.validAction(a); errors.As(err, &invalid) {
			return in.wrong(fmt.Sprintf("content.actions[%d]", i), invalid.Says)
		}
		if _, err := ParseDay(string(a.When.Day)); a.When.Day != "" && err != nil {
			return in.wrong(fmt.Sprintf("content.actions[%d].when.day", i), "Write the date as 2026-07-23")
		}
	}
	return nil
}

// outcomes looks at what is said to have become of predictions and actions.
func (in incoming) outcomes() error {
	for i, o := range in.Content.Outcomes {
		at := fmt.Sprintf("content.outcomes[%d]", i)
		set, err := NewEffects(o.Effects.Codes())
		switch {
		case !numForm.MatchString(o.Of):
			return in.wrong(at+".of", "Write the version that predicted it, for example 1.0")
		case o.IsAction() == (o.Card != "") || o.Action < 0 || o.Card != "" && !keyForm.MatchString(o.Card):
			return in.wrong(at+".card", "Write the code of a card, or the number of an action, and not both")
		case o.Came != "" && !slices.Contains(CameOf(o.IsAction()), o.Came):
			return in.wrong(at+".came", "Write one of the words that say what happened, or leave it empty")
		case err != nil || !slices.Equal(set, o.Effects):
			return in.wrong(at+".effects", "Write effects each once, in the order positive, negative, unclear, or neutral alone")
		}
	}
	return nil
}
