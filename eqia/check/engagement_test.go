package check

import (
	"testing"

	"dorset-eqia/eqia"
)

// asked lists people who were asked, and gives no reason why nobody was.
func asked(list ...eqia.Engagement) func(*eqia.Case) {
	return func(c *eqia.Case) {
		delete(c.Content.Answers, "no_engagement")
		c.Content.Engagement = list
	}
}

func TestSomeoneWhoIsAffectedWasAsked(t *testing.T) {
	at := []string{"answer/engagement"}
	who := func(names ...string) func(*eqia.Case) {
		var list []eqia.Engagement
		for i, name := range names {
			list = append(list, eqia.Engagement{No: i + 1, Who: name, Said: "Fine.", Changed: "The date."})
		}
		return asked(list...)
	}
	judged(t, "E7", full, []example{
		{"senior people alone", who("Extended Leadership Team"), at},
		{"several, all inside", who("Legal services", "Head of finance", "Portfolio holder for libraries"), at},
		{"the project itself", who("The project board and its consultants"), at},
		{"inside, with a reason", inTurn(who("Legal services"), answering("no_engagement", "The survey opens in May.")), nil},
		{"one from outside", who("Legal services", "Friends of the library"), nil},
		{"a forum", who("Older people's forum"), nil},
		{"a group that is named", who("Blind and deaf visitors"), nil},
		{"the staff who do the work", who("Staff of the branch and their manager"), nil},
		{"trade unions and networks", who("Trade unions and employee networks"), nil},
		{"someone this rule can't place", who("The Wednesday Club"), nil},
		{"nobody is affected", inTurn(who("Legal services"), every(eqia.Neutral)), nil},
		{"nobody at all is another rule's", asked(), nil},
	})
}

func TestWhatPeopleSaidAndWhatChangedIsThere(t *testing.T) {
	one := func(said, changed, depth string) func(*eqia.Case) {
		return asked(eqia.Engagement{No: 3, Who: "Friends of the library", Said: said, Changed: changed, Depth: depth})
	}
	at := []string{"engagement/3"}
	judged(t, "E8", full, []example{
		{"neither", one("", "", "asked"), at},
		{"nothing of what changed", one("Keep Fridays.", "", ""), at},
		{"nothing of what was said", one("", "Fridays are kept.", "involved"), at},
		{"a filler", one("Keep Fridays.", "TBC", ""), at},
		{"both", one("Keep Fridays.", "Fridays are kept.", "asked"), nil},
		{"nothing changed, and it says so", one("Keep Sundays.", "Nothing: nobody can be found to open.", "asked"), nil},
		{"people who were only told", one("", "", "told"), nil},
		{"an entry that names nobody is another rule's", asked(eqia.Engagement{No: 1}), nil},
	})
}

func TestAConsultationThatIsOverIsInTheRecord(t *testing.T) {
	at := []string{"answer/no_engagement"}
	why := func(words string) func(*eqia.Case) { return answering("no_engagement", words) }
	judged(t, "E9", full, []example{
		{"the month has passed", why("The survey will open in September 2026."), at},
		{"the day has passed", why("The consultation runs until 30 October 2026. We will add the answers."), at},
		{"the last of two dates has passed", why("A survey is planned from 1 June 2026 to 31 July 2026."), at},
		{"it is still open", why("The consultation runs until 30 November 2026."), nil},
		{"this month", why("The survey opens in November 2026."), nil},
		{"one date has passed and one has not", why("The survey opens on 1 September 2026 and closes on 1 December 2026."), nil},
		{"no date", why("The survey of users opens next month."), nil},
		{"a date of something else", why("The law changes what we do, as decided in March 2026."), nil},
		{"a date that never was", why("The survey will open on 31 June 2026."), nil},
		{"signed before the date", inTurn(why("The survey will open in September 2026."), signedOn("2026-08-01")), nil},
		{"someone was asked since", inTurn(why("The survey will open in September 2026."), func(c *eqia.Case) {
			c.Content.Engagement = []eqia.Engagement{{No: 1, Who: "Users", Said: "Keep Fridays.", Changed: "Fridays are kept."}}
		}), nil},
	})
}
