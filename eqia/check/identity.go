package check

import "strings"

var (
	identity = lexiconOf(`gender identity, gender identities, non binary, nonbinary, gender fluid, gender diverse, transgender, trans people, trans women, trans men, trans person,
		trans woman, trans man, trans staff, trans resident, transitioning, gender reassignment, transsexual`)
	// apart are words that keep the two apart, so that naming the one in the other's row is no mix-up.
	apart = lexiconOf(`not gender identity, not gender, rather than gender, separately, separate row, looked at in, looked at under, considered under, considered in, see gender, see the row,
		single sex, not sex, own row, own card, separate card, a card of it, different card, another card, card for, is separate, are separate, looked at below, looked at above, looked at separately, dealt with below, dealt with separately, covered below, considered separately, kept apart, in the row, on the card, under gender reassignment, in the section, biological sex`)
)

func mixedUp(c *reading) []Remark {
	var out []Remark
	same := map[string]bool{}
	for b := range blocks(c) {
		words := c.words(b.How)
		switch b.characteristic.Code {
		case cardSex:
			if mixes(words) {
				out = append(out, b.remark("Say here what the proposal means for women and for men. What it means for trans people has a card of its own."))
			}
		case cardGenderReassignment:
			same[strings.Join(words, " ")] = true
		}
	}
	for b := range blocks(c) {
		words := c.words(b.How)
		if b.characteristic.Code == cardSex && len(words) > 2 && same[strings.Join(words, " ")] {
			out = append(out, b.remark("Say what is different here: gender reassignment has the same words, and the two are not the same."))
		}
	}
	return out
}

// mixes reports whether words speak of gender identity or of trans people, other than to say that they are not about them.
func mixes(words []string) bool {
	if apart.in(words) {
		return false
	}
	for i := range words {
		if identity.at(words, i) > 0 && !contrasts.in(words[max(0, i-contrastReach):i]) {
			return true
		}
	}
	return false
}

// contrasts are words that keep what follows apart, and contrastReach how many words after them may do.
var contrasts = lexiconOf(`not, nor, neither, rather than, instead of, other than, apart from, different from, distinct from, as opposed to, excluding, without`)

const contrastReach = 4
