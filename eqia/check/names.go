package check

import (
	"regexp"
	"strings"
)

// given are first names that many people in England have, without those that are more often words, places or surnames.
var given = lexiconOf(`aaron, abigail, adam, aisha, alan, alex, alexander, alice, alison, amanda, amelia, amina, amy, andrea, andrew, angela, anita, ann, anna, anne, anthony, barbara, ben,
	benjamin, bernard, beth, bethany, betty, beverley, brenda, brian, bridget, callum, carl, carol, caroline, catherine, charles, cheryl, chloe, chris, christine, christopher, claire, clare,
	colin, connor, craig, dan, daniel, danielle, darren, dave, david, dawn, debbie, deborah, denise, dennis, derek, diana, diane, donald, donna, doreen, doris, dorothy, douglas, edna, edward, eileen,
	elaine, eleanor, elizabeth, ella, ellen, ellie, emily, emma, eric, ethan, eva, fatima, fiona, frances, frank, fred, gareth, gary, gemma, geoff, geoffrey, gerald, gillian, graham, greg,
	gwen, hannah, harriet, harry, hassan, hazel, heather, helen, hilary, holly, ian, imran, irene, isabel, isla, jack, jackie, jacqueline, jacob, jake, james, jamie, jan, jane, janet, janice, jasmine, jason,
	jean, jennifer, jenny, jeremy, jessica, jill, jim, joan, joanna, joanne, joe, john, jonathan, joseph, josh, joshua, joyce, judith, julia, julian, julie, karen, kate, katherine, kathleen, katie, keith, kelly,
	ken, kenneth, kevin, kieran, laura, lauren, leanne, lesley, liam, linda, lisa, liz, louise, lucy, luke, lynn, mandy, margaret, maria, marie, marion, martin, mary, matthew, maureen, megan, melanie, michael, michelle,
	mike, mohamed, mohammad, mohammed, muhammad, molly, natalie, natasha, nathan, neil, nicholas, nick, nicola, nigel, noah, norman, oliver, olivia, omar, pamela, pat, patricia, patrick, paul, paula, pauline, peter,
	philip, phillip, phoebe, poppy, priya, rachel, raymond, rebecca, richard, robert, roger, ronald, ruth, ryan, sally, sam, samantha, samuel, sandra, sara, sarah, sean, sharon, sheila, shirley, simon, sophie,
	stacey, stephanie, stephen, steve, steven, stuart, sue, susan, suzanne, sylvia, tariq, teresa, terence, thomas, tim, timothy, toby, tom, tony, tracey, tracy, trevor, valerie, vera, veronica, vincent, vivien, walter, wendy,
	yasmin, yusuf, yvonne, zoe`)

// initialled is a surname after the first letter of a first name.
var initialled = regexp.MustCompile(`(?:^|[ (/,])[A-Z]\.? ?[A-Z][a-z]+`)

// personIn is the first full name of a person in a text, and what follows it; empty when there is none. Something called after a person
// is not one.
func personIn(text string) (found, after string) {
	for i := 0; i < len(text); i++ {
		if text[i] < 'A' || text[i] > 'Z' || i > 0 && letter(text[i-1]) {
			continue
		}
		first := i + wordEnd(text[i:])
		if !given.in(tokens(text[i:first])) || first+1 >= len(text) || text[first] != ' ' {
			continue
		}
		last := first + 1 + surnameEnd(text[first+1:])
		if last > first+1 && !works.in(tokens(text[i:last])) && !works.in(firstOf(tokens(text[last:min(len(text), last+nextWords)]), 2)) {
			return text[i:last], text[last:]
		}
	}
	return "", ""
}

// nextWords is how many bytes behind a name are looked at for what it may be the name of.
const nextWords = 40

// surnameEnd is where a surname ends, with a middle name or letter before it; 0 when there is none.
func surnameEnd(text string) int {
	n := capitalEnd(text)
	if n == 0 {
		return 0
	}
	for rest := n; rest < len(text) && (text[rest] == ' ' || text[rest] == '.'); rest++ {
		if more := capitalEnd(text[rest+1:]); more > 1 {
			return rest + 1 + more
		}
	}
	return n
}

// capitalEnd is where a word that starts with a capital ends; 0 when the text does not start with one.
func capitalEnd(text string) int {
	if text == "" || text[0] < 'A' || text[0] > 'Z' {
		return 0
	}
	return wordEnd(text)
}

func wordEnd(text string) int {
	for i := range len(text) {
		if !letter(text[i]) {
			return i
		}
	}
	return len(text)
}

// letter takes every byte of a letter beyond English for one.
func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80 }

// namesSomeone reports whether who is to do something starts with the name of a person.
func namesSomeone(text string) bool {
	first, rest, _ := strings.Cut(text, " ")
	surname := rest != "" && rest[0] >= 'A' && rest[0] <= 'Z'
	return surname && given.in(tokens(first)) || initialled.MatchString(text)
}

func firstOf(words []string, most int) []string { return words[:min(most, len(words))] }
