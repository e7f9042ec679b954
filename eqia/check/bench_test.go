package check

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
)

// whole is a case of the size that careful authors write: every group in words of its own, with sources, people asked and actions.
func whole(t testing.TB) eqia.Case {
	c := full(t)
	for i := range c.Content.Cards {
		b := &c.Content.Cards[i].Blocks[0]
		b.Effects, b.Shared = eqia.Effects{eqia.Positive, eqia.Negative}, false
		b.How = fmt.Sprintf("About %d people come in the evening, some of them in a wheelchair and some with a child. They told us in the survey of May that the last bus goes at ten past seven, and that the next branch is four miles away. ", 40+i)
		b.Mitigation = "The branch stays open until seven on Fridays, and the van calls at both villages every second week."
	}
	for i := range 5 {
		c.Content.Evidence = append(c.Content.Evidence, eqia.Evidence{No: 10 + i, Title: "Visits by hour", Source: "Library service", Date: "2026",
			Says: "Of 1,204 visitors in a week, 212 came after six. 58% of those who answered would come at another time."})
		c.Content.Engagement = append(c.Content.Engagement, eqia.Engagement{No: 10 + i, Who: "Friends of the library", Said: "Keep Fridays.", Changed: "Fridays are kept."})
	}
	return c
}

func BenchmarkJudge(b *testing.B) {
	c := whole(b)
	for b.Loop() {
		Judge(c, eqia.AtSubmit)
	}
}

// TestTheWorkGrowsWithTheTextAndNotWithItsSquare compares a text with one eight times as long: work that grew with the square would take
// sixty-four times as long. It may try three times, because the machine does other things as well.
func TestTheWorkGrowsWithTheTextAndNotWithItsSquare(t *testing.T) {
	const least, times, most, tries = 8_000, 8, 30, 3
	for name, piece := range map[string]string{
		"sentences":             "Two people may see the report, as 40% told us on 3 May 2011 in the census. ",
		"one sentence":          "two people may see the report as 40% told us on 3 May 2011 in the census ",
		"figures":               "1 2 3 4 % 5 % ",
		"words of many phrases": "as set out in the in the as at by one of the one in the not considered under ",
	} {
		t.Run(name, func(t *testing.T) {
			took := func(size int) time.Duration {
				c := whole(t)
				huge := strings.Repeat(piece, size/len(piece))
				blockOf(&c, "sex").How, c.Content.Answers["summary"] = huge, text(huge)
				start := time.Now()
				Judge(c, eqia.AtSubmit)
				return time.Since(start)
			}
			for range tries {
				short, long := took(least), took(least*times)
				if long <= most*short {
					return
				}
				t.Logf("%d KB take %s, %d KB take %s", least/1000, short, least*times/1000, long)
			}
			t.Errorf("the longer text took more than %d times as long, %d times over", most, tries)
		})
	}
}
