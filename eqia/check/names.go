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

// fullName is two or three words in capitals that may be a first name and a surname; initialled is a surname after the first letter of one.
var (
	fullName   = regexp.MustCompile(`\b[A-Z][a-z]+ (?:[A-Z]\.? |[A-Z][a-z]+ )?(?:[A-Z][\p{L}’'-]+)`)
	initialled = regexp.MustCompile(`(?:^|[ (/,])[A-Z]\.? ?[A-Z][a-z]+`)
)

// personIn is the first full name of a person in a text; empty when there is none. Something called after a person is not one.
func personIn(text string) string {
	for _, at := range fullName.FindAllStringIndex(text, -1) {
		found := text[at[0]:at[1]]
		first, _, _ := strings.Cut(found, " ")
		if given.in(tokens(first)) && !works.in(tokens(found)) && !works.in(firstOf(tokens(text[at[1]:]), 2)) {
			return found
		}
	}
	return ""
}

// namesSomeone reports whether a text has the name of a person.
func namesSomeone(text string) bool { return personIn(text) != "" || initialled.MatchString(text) }

func firstOf(words []string, most int) []string { return words[:min(most, len(words))] }
