package committee

import (
	"regexp"
	"slices"
	"strings"
)

// Pointer is one thing in an item's own words that points to an assessment, or away from one. It is a hint and never a verdict.
type Pointer struct {
	Code string
	Says string
	Away bool // it points away from an assessment
}

// pointers are what is looked for in an item's title, summary and aims. The words found are shown.
var pointers = []struct {
	code, says string
	away       bool
	words      *regexp.Regexp
}{
	{"saving", "it is about saving money", false, wordsOf(`savings?|efficienc(?:y|ies)|cuts?|reductions?|reduce[ds]?|budget (?:strategy|proposals?)|transformation`)},
	{"closure", "something closes or stops", false, wordsOf(`clos(?:e[ds]?|ure|ures|ing)|withdraw(?:s|al|n)?|decommission\w*|cease[sd]?|disposals?|relocat\w+`)},
	{"charging", "people may pay something else", false, wordsOf(`charg(?:e[ds]?|es)|charging (?:polic(?:y|ies)|schemes?)|fees?|tariffs?|contributions? policy|council tax support|rents?`)},
	{"eligibility", "who can have something may change", false, wordsOf(`eligib\w+|entitle\w+|allocations?|admissions?|criteria|thresholds?|means.test\w*`)},
	{"direction", "it sets a direction", false, wordsOf(`strateg(?:y|ies)|polic(?:y|ies)|(?:local|action|business|delivery|neighbourhood|safety|justice|management|productivity|housing) plan|framework|charter`)},
	{"people", "it is a service that people rely on", false, wordsOf(`care|housing|homeless\w*|schools?|children|young people|youth|older people|disab\w+|day opportunities|transport|library|libraries|leisure|health|carers?|refugees?|travellers?`)},
	{"buying", "a service is bought or arranged anew", false, wordsOf(`commission\w*|procure\w*|re-?tender\w*|contracts?|outsourc\w+|insourc\w+`)},
	{"staff", "it is about the council’s staff", false, wordsOf(`restructur\w*|redundanc\w+|workforce|staff\w*|pay (?:policy|award)|terms and conditions`)},
	{"place", "it changes how a place is used", false, wordsOf(`parking|pavements?|roads?|traffic|regeneration|public realm|car parks?|buses|bus|crossings?|charging infrastructure`)},
	{"noting", "it may only report what was done", true, wordsOf(`(?:quarter \d|financial|performance|annual|organisational) (?:\w+ )?(?:monitoring|update|report|performance)|monitoring report|terms of reference|annual conversation|for noting|report of the chair`)},
}

func wordsOf(forms string) *regexp.Regexp { return regexp.MustCompile(`(?i)\b(?:` + forms + `)\b`) }

// Pointers lists what in an item's own words points to an assessment, or away from one.
func (p PlanItem) Pointers() []Pointer {
	var out []Pointer
	if p.Key {
		out = append(out, Pointer{Code: "key", Says: "it is a key decision"})
	}
	text := p.Title + "\n" + p.Summary + "\n" + p.Aims
	for _, s := range pointers {
		var found []string
		for _, w := range s.words.FindAllString(text, -1) {
			if w = strings.ToLower(line(w)); !slices.Contains(found, w) {
				found = append(found, w)
			}
		}
		if len(found) > 0 {
			out = append(out, Pointer{Code: s.code, Says: s.says + " (“" + strings.Join(found, "”, “") + "”)", Away: s.away})
		}
	}
	return out
}

// Triage is how strongly an item's own words point to an assessment.
type Triage string

// The strengths. None of them says that an assessment is or is not needed: that is for people.
const (
	Probably   Triage = "probably"
	Perhaps    Triage = "perhaps"
	NoPointers Triage = "no_pointers"
)

// Label is the strength in the words shown on pages.
func (t Triage) Label() string {
	return map[Triage]string{Probably: "An assessment is probably needed", Perhaps: "An assessment may be needed",
		NoPointers: "The plan’s words do not point to one"}[t]
}

// Triage weighs the pointers: words about people or services, or a key decision on top of anything else, unless it may only report.
func (p PlanItem) Triage() Triage {
	found := p.Pointers()
	toward := slices.DeleteFunc(slices.Clone(found), func(x Pointer) bool { return x.Away })
	words := slices.ContainsFunc(toward, func(x Pointer) bool { return x.Code != "key" })
	switch {
	case len(toward) == 0:
		return NoPointers
	case words && len(toward) == len(found):
		return Probably
	default:
		return Perhaps
	}
}
