package wordform

import (
	"regexp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/word"
)

// answer reads the answer to a question out of what was written, by its kind; false when it is none that the question takes. Lists are read
// elsewhere.
func answer(q form.Question, text string) (eqia.Answer, bool) {
	switch q.Kind {
	case form.Text:
		return eqia.Answer{Text: text}, text != ""
	case form.Line:
		return eqia.Answer{Text: strings.Join(lines(text), ", ")}, text != ""
	case form.OneOf, form.PickOne, form.AnyOf:
		codes, ok := choices(q, text)
		return eqia.Answer{Choices: codes}, ok && len(codes) > 0
	case form.Day, form.DayOrNot:
		if ticked, labels := boxes(text); labels > 0 && len(ticked) == 1 {
			text = ticked[0]
		}
		if q.Kind == form.DayOrNot && form.Named(text, "Not known yet", "Not known", "Unknown", "TBC", "To be confirmed", "The date is not known yet") {
			return eqia.Answer{NotKnown: true}, true
		}
		day, ok := dayIn(text)
		return eqia.Answer{Day: day}, ok
	default:
		return eqia.Answer{}, false
	}
}

// blank reports whether what was written says nothing: no text, boxes of which none is ticked, or a prompt.
func blank(text string) bool {
	if ticks, labels := boxes(text); labels > 0 {
		return len(ticks) == 0
	}
	return strings.Trim(text, " -–—_.…\n\t") == "" ||
		form.Named(text, Prompt, "Click or tap here to enter text", "Click here to enter text", "Choose an item", "Click or tap to enter a date", "Not answered", "This form did not ask")
}

// choices reads the choices of a question: the labels of boxes that are ticked, or one label to a line.
func choices(q form.Question, text string) ([]string, bool) {
	said, labels := boxes(text)
	if labels == 0 {
		said = lines(text)
	}
	if q.Kind != form.AnyOf { // "Internal" and "External" may be what our form calls both
		if c, ok := choice(q, strings.Join(said, " and ")); ok {
			return []string{c.Code}, true
		}
		return nil, false
	}
	var codes []string
	for _, label := range said {
		c, ok := choice(q, label)
		if !ok || slices.Contains(codes, c.Code) {
			return nil, false
		}
		codes = append(codes, c.Code)
	}
	return codes, true
}

func choice(q form.Question, label string) (form.Choice, bool) {
	for _, name := range variants(label) {
		if c, ok := form.ChoiceNamed(q.Choices, name); ok {
			return c, true
		}
	}
	return form.Choice{}, false
}

// boxes reads boxes with their labels: the labels of those that are ticked, and how many boxes there are. Labels stand after their boxes where
// the text begins with one, and otherwise before them.
func boxes(text string) (ticked []string, all int) {
	for _, line := range lines(text) {
		rest := strings.NewReplacer(word.Ticked, "\x00"+word.Ticked, word.Unticked, "\x00"+word.Unticked).Replace(line)
		parts := strings.Split(rest, "\x00")
		first := strings.Trim(parts[0], " \t")
		for i, part := range parts[1:] {
			on := strings.HasPrefix(part, word.Ticked)
			label := strings.TrimPrefix(strings.TrimPrefix(part, word.Ticked), word.Unticked)
			if first != "" { // the label of this box is what came before it
				label = strings.TrimPrefix(strings.TrimPrefix(parts[i], word.Ticked), word.Unticked)
			}
			if all++; on {
				ticked = append(ticked, strings.Trim(label, " \t:;,"))
			}
		}
	}
	return ticked, all
}

// lines are the lines of a text that say something.
func lines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(strings.TrimPrefix(line, bullet)); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// bullet stands before an item of a list.
const bullet = "- "

// dayIn reads an exact date.
func dayIn(text string) (eqia.Day, bool) {
	if day, err := eqia.ParseDay(strings.TrimSpace(text)); err == nil {
		return day, true
	}
	if spaced.MatchString(strings.TrimSpace(text)) { // as our own pages ask for it: "27 3 2027"
		text = strings.Join(strings.Fields(text), "/")
	}
	w, ok := eqia.ReadWhen(text)
	return w.Day, ok && w.Kind == eqia.OnDay
}

var spaced = regexp.MustCompile(`^\d{1,2} +\d{1,2} +20\d\d$`)

// effects reads what the effect is: ticked boxes, or the words alone, such as "Positive and negative" or "Anticipated positive impact".
func effects(text string) (eqia.Effects, bool) {
	said, labels := boxes(text)
	if labels == 0 {
		said = lines(strings.NewReplacer(",", "\n", "/", "\n", " and ", "\n", "&", "\n", ";", "\n").Replace(text))
	}
	var codes []string
	for _, s := range said {
		e, ok := effect(s)
		if !ok {
			return nil, false
		}
		codes = append(codes, string(e))
	}
	set, err := eqia.NewEffects(codes)
	return set, err == nil && len(set) > 0
}

// effect is the one effect that a few words name.
func effect(text string) (eqia.Effect, bool) {
	words := strings.Fields(strings.ToLower(strings.Trim(text, " .:")))
	if len(words) > 1 && slices.Contains([]string{"anticipated", "likely", "potential", "possible", "expected"}, words[0]) {
		words = words[1:]
	}
	if len(words) > 1 && slices.Contains([]string{"impact", "impacts", "effect", "effects"}, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	for _, e := range eqia.AllEffects() {
		if len(words) == 1 && words[0] == string(e) {
			return e, true
		}
	}
	return "", false
}

// tick reads a cell under the name of an effect: whether it is chosen, and whether that could be told.
func tick(text string) (chosen, ok bool) {
	ticks, labels := boxes(text)
	switch {
	case labels == 1:
		return len(ticks) == 1, true
	case blank(text), form.Named(text, "no", "n"):
		return false, true
	default:
		return true, form.Named(text, "x", "yes", "y")
	}
}
