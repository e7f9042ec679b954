package check

import "strings"

// lexicon is a list of words and phrases to look for in a text, by the first word of each.
type lexicon map[string][][]string

// lexiconOf reads phrases that are parted by commas or line ends. Plural and singular are the same.
func lexiconOf(lists ...string) lexicon {
	l := lexicon{}
	for phrase := range strings.FieldsFuncSeq(strings.Join(lists, "\n"), func(r rune) bool { return r == ',' || r == '\n' }) {
		if words := tokens(phrase); len(words) > 0 {
			l[words[0]] = append(l[words[0]], words[1:])
		}
	}
	return l
}

// forms lists every form of regular verbs but the one in -s, which tokens makes the same as the verb: "merge" gives merge, merged, merging.
// Where the last letter may be doubled it is given both ways.
func forms(verbs string) string {
	var out []string
	for verb := range strings.FieldsFuncSeq(verbs, func(r rune) bool { return r == ',' || r == '\n' }) {
		verb = strings.TrimSpace(verb)
		first, rest, _ := strings.Cut(verb, " ") // "set up" gives "setting up"
		for _, form := range formsOf(first) {
			out = append(out, strings.TrimSpace(form+" "+rest))
		}
	}
	return strings.Join(out, ",")
}

func formsOf(verb string) []string {
	if verb == "" {
		return nil
	}
	last, stem := verb[len(verb)-1], verb[:len(verb)-1]
	switch {
	case last == 'e':
		return []string{verb, verb + "d", stem + "ing"}
	case last == 'y' && len(stem) > 0 && !strings.ContainsRune("aeiou", rune(stem[len(stem)-1])):
		return []string{verb, stem + "ied", verb + "ing"}
	case strings.ContainsRune("bdglmnprt", rune(last)):
		return []string{verb, verb + "ed", verb + "ing", verb + string(last) + "ed", verb + string(last) + "ing"}
	default:
		return []string{verb, verb + "ed", verb + "ing"}
	}
}

// at is how many words the longest phrase has that starts at a word; 0 when none does.
func (l lexicon) at(words []string, i int) int {
	longest := 0
	for _, rest := range l[words[i]] {
		if n := 1 + len(rest); n > longest && i+n <= len(words) && same(words[i+1:i+n], rest) {
			longest = n
		}
	}
	return longest
}

func same(a, b []string) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// in reports whether any of the phrases is among the words.
func (l lexicon) in(words []string) bool { return l.first(words) >= 0 }

// first is where the first of the phrases starts; -1 when there is none.
func (l lexicon) first(words []string) int {
	for i := range words {
		if l.at(words, i) > 0 {
			return i
		}
	}
	return -1
}

// without is the words that are part of none of the phrases.
func (l lexicon) without(words []string) []string {
	var out []string
	for i := 0; i < len(words); {
		n := l.at(words, i)
		if n == 0 {
			out = append(out, words[i])
			n = 1
		}
		i += n
	}
	return out
}

// tokens is the words of a text for comparing, plain and in the singular.
func tokens(text string) []string {
	words := strings.Fields(plain(text))
	for i, w := range words {
		words[i] = singular(w)
	}
	return words
}

// singular takes a plural's ending away, roughly: what matters is that a word meets its plural.
func singular(w string) string {
	switch {
	case len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "buses"):
		return w[:len(w)-2]
	default:
		return w[:len(w)-1]
	}
}
