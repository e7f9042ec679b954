package wordform

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// set puts a text into a place of the record, and says why it can't; "" when it is done. An empty text empties the place.
func (f *filling) set(at Where, text string) string {
	kind, key, _ := strings.Cut(at.Part, "-")
	switch eqia.PartKind(kind) {
	case eqia.AnswerPart:
		return f.setAnswer(key, text)
	case eqia.CardPart:
		return f.setCard(key, at, text)
	default:
		no, err := strconv.Atoi(key)
		if err != nil || no < 1 {
			return "Our form has no such place"
		}
		return f.setEntry(eqia.PartKind(kind), no, at.Field, text)
	}
}

func (f *filling) setAnswer(code, text string) string {
	answers := f.Document.Content.Answers
	q, asked := f.form.Question(code)
	switch {
	case code == eqia.SharedReason:
		q = form.Question{Kind: form.Text}
	case !asked:
		return "Our form has no such question"
	case slices.Contains([]form.Kind{form.Evidence, form.Engagement, form.Options, form.Actions}, q.Kind):
		return why(q)
	}
	if text == "" {
		delete(answers, code)
		return ""
	}
	a, ok := answer(q, text)
	if !ok {
		return why(q)
	}
	answers[code] = a
	return ""
}

// setCard puts a text into a field of a block. The block of a blank form is made.
func (f *filling) setCard(code string, at Where, text string) string {
	c := &f.Document.Content
	i := slices.IndexFunc(c.Cards, func(k eqia.Card) bool { return k.Code == code })
	if i < 0 && text == "" {
		return ""
	}
	if i < 0 && at.Audience+at.Option == "" {
		i = len(c.Cards)
		c.Cards = append(c.Cards, eqia.Card{Code: code, Blocks: []eqia.Block{}})
	}
	if i < 0 {
		return "Our form has no such group"
	}
	k := &c.Cards[i]
	if len(k.Blocks) == 0 {
		k.Blocks = append(k.Blocks, eqia.BlankBlock())
	}
	n := slices.IndexFunc(k.Blocks, func(b eqia.Block) bool { return b.Audience == at.Audience && b.Option == at.Option })
	if n < 0 {
		return "The group is not split like that"
	}
	return f.setBlock(&k.Blocks[n], at.Field, text)
}

func (f *filling) setBlock(b *eqia.Block, field, text string) string {
	switch field {
	case "effects", "":
		b.Effects = eqia.Effects{}
		if field == "" {
			head, rest, _ := strings.Cut(text, "\n")
			text, b.How = head, rest
		}
		if text == "" {
			return ""
		}
		return into(b, "effects", text)
	case "aims":
		codes, ok := f.codes(text, func(name string) (string, bool) {
			i := slices.IndexFunc(f.form.Aims, func(a form.Aim) bool { return form.Named(name, a.Label) })
			return strconv.Itoa(i), i >= 0
		})
		b.Aims = []string{}
		for _, n := range codes {
			i, _ := strconv.Atoi(n)
			b.Aims = append(b.Aims, f.form.Aims[i].Code)
		}
		return unless(ok, "They are not aims in the words of the Act")
	case "evidence":
		numbers, ok := f.codes(text, func(name string) (string, bool) {
			i := slices.IndexFunc(f.Document.Content.Evidence, func(e eqia.Evidence) bool { return form.Named(name, e.Title) })
			return strconv.Itoa(i), i >= 0
		})
		b.Evidence = []int{}
		for _, n := range numbers {
			i, _ := strconv.Atoi(n)
			b.Evidence = append(b.Evidence, f.Document.Content.Evidence[i].No)
		}
		return unless(ok, "They are not all names of evidence in the list")
	}
	at, ok := map[string]*string{"how": &b.How, "mitigation": &b.Mitigation, "justification": &b.Justification, "find_out": &b.FindOut}[field]
	if ok {
		*at = text
	}
	return unless(ok, "Our form has no such place")
}

func unless(ok bool, says string) string {
	if ok {
		return ""
	}
	return says
}

// codes are what the lines of a text, or its ticked boxes, stand for; false when one of them stands for nothing.
func (f *filling) codes(text string, of func(name string) (string, bool)) ([]string, bool) {
	names, labels := boxes(text)
	if labels == 0 {
		names = lines(text)
	}
	var out []string
	for _, name := range names {
		code, ok := of(name)
		if !ok || slices.Contains(out, code) {
			return nil, false
		}
		out = append(out, code)
	}
	return out, true
}

// setEntry puts a text into a field of an entry of a list, by the name that the field has in JSON. An entry that is not there is made.
func (f *filling) setEntry(kind eqia.PartKind, no int, field, text string) string {
	list := map[eqia.PartKind]string{eqia.OptionPart: "options", eqia.EvidencePart: "evidence", eqia.EngagementPart: "engagement", eqia.ActionPart: "actions",
		eqia.OutcomePart: "outcomes"}[kind]
	value, says := f.value(kind, no, field, text)
	if list == "" || says != "" {
		return says + unless(list != "", "Our form has no such list")
	}
	raw, err := json.Marshal(f.Document.Content)
	tree := map[string]any{}
	if err == nil {
		err = json.Unmarshal(raw, &tree)
	}
	entries, _ := tree[list].([]any)
	i := slices.IndexFunc(entries, func(e any) bool { return e.(map[string]any)["no"] == float64(no) })
	if i < 0 {
		if text == "" {
			return ""
		}
		i, entries = len(entries), append(entries, map[string]any{"no": no})
	}
	for name, v := range value {
		entries[i].(map[string]any)[name] = v
	}
	tree[list] = entries
	if err == nil {
		raw, err = json.Marshal(tree)
	}
	content, err2 := eqia.ReadContent(raw)
	if err != nil || err2 != nil {
		return "Our form has no such place"
	}
	f.Document.Content = content
	return ""
}

// value is what a text is in a field of an entry; most fields are text.
func (f *filling) value(kind eqia.PartKind, no int, field, text string) (map[string]any, string) {
	switch string(kind) + "/" + field {
	case "evidence/characteristics":
		codes, ok := f.codes(strings.ReplaceAll(text, ", ", "\n"), func(name string) (string, bool) {
			ch, ok := f.form.FindCharacteristic(name)
			return ch.Code, ok
		})
		return map[string]any{field: codes}, unless(ok, "They are not all groups of the form")
	case "engagement/depth":
		i := slices.IndexFunc(eqia.Depths(), func(d [2]string) bool { return form.Named(text, d[1]) })
		if i < 0 {
			return map[string]any{field: ""}, unless(text == "", "It is none of the choices")
		}
		return map[string]any{field: eqia.Depths()[i][0]}, ""
	case "action/when":
		w, ok := eqia.ReadWhen(text)
		return map[string]any{field: w}, unless(ok || text == "", "No day can be worked out from this time")
	case "action/who":
		who := strings.Split(text, ", ")
		if i := slices.IndexFunc(f.Document.Content.Actions, func(a eqia.Action) bool { return a.No == no && len(a.Others) > 0 }); i < 0 {
			who = []string{text}
		}
		return map[string]any{field: strings.TrimSuffix(who[0], " (reports on it)"), "others": who[1:]}, ""
	case "action/answers":
		return f.answered(no, text)
	case "outcome/came":
		for _, c := range slices.Concat(eqia.CameOf(true), eqia.CameOf(false)) {
			if form.Named(text, c.Label()) {
				return map[string]any{field: c}, ""
			}
		}
		return map[string]any{field: ""}, unless(text == "", "It is none of the choices")
	case "outcome/said", "outcome/planned":
		return nil, "What was predicted stays as it was"
	}
	return map[string]any{field: text}, ""
}

// answered reads which impacts an action deals with, from the names of groups. Those that it named before stay as they were.
func (f *filling) answered(no int, text string) (map[string]any, string) {
	refs := []eqia.BlockRef{}
	codes, ok := f.codes(strings.ReplaceAll(text, ", ", "\n"), func(name string) (string, bool) {
		for _, k := range f.Document.Content.Cards {
			if ch, known := f.form.Group(k.Code); known && form.Named(name, ch.Label) || k.Label != "" && form.Named(name, k.Label) {
				return k.Code, len(k.Blocks) > 0
			}
		}
		return "", false
	})
	for _, code := range codes {
		was := 0
		for _, a := range f.Document.Content.Actions {
			for _, ref := range a.Answers {
				if a.No == no && ref.Card == code {
					refs = append(refs, ref)
					was++
				}
			}
		}
		if was == 0 {
			refs = append(refs, f.Document.Content.Card(code).Blocks[0].Ref(code))
		}
	}
	return map[string]any{"answers": refs}, unless(ok, "They are not all groups with an effect")
}
