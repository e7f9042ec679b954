package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

// maxAge is how many years old a source of figures may be before it is asked about. The number is the council's choice: services and
// places change in that time. The Census and the like come in editions, and are judged by whether there is a newer one.
const maxAge = 5

func sourceRules() []Rule {
	return []Rule{
		{
			ID: "E3", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "The figures are the newest there are",
			Why:    "Places and services change. Someone who knows the newer figures will ask why the older ones were used.",
			Weak:   "Census 2011.",
			Better: "Census 2021. (The Census of 2011 is given beside it to show the change.)",
			Judge:  outOfDate,
		},
		{
			ID: "E4", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "A figure says what it is a share of, and is the library's",
			Why:    "Half of twelve people and half of a town are not the same. Without the whole, a share can't be weighed. Two figures for one thing leave readers in doubt of both.",
			Weak:   "58% agreed.",
			Better: "Of the 412 people who answered the survey in May 2026, 58% agreed.",
			Judge:  wrongFigure,
		},
	}
}

// edition is a published set of figures, the years of the editions that were replaced, and the newest with the day it came out.
type edition struct {
	name     string
	says     *regexp.Regexp // the name, in plain words
	replaced []string
	newest   string
	out      eqia.Day
}

// editions are the sets that assessments use most. Days of publication: Census 2021, Office for National Statistics, first results;
// English indices of deprivation 2025, Ministry of Housing, Communities and Local Government.
var editions = []edition{
	{"Census", regexp.MustCompile(`\bcensus\b`), []string{"2011", "2001", "1991"}, "2021", "2022-06-28"},
	{"Indices of Deprivation", regexp.MustCompile(`\b(?:imd|iod|ind(?:ex|ices) of (?:multiple )?deprivation) ?(?:\d{2}|\d{4})?\b`),
		[]string{"2019", "2015", "2010", "2007", "2004"}, "2025", "2025-10-30"},
}

// replaced finds an edition in a text that a newer one has replaced. A text that names the newer one too compares them.
func replaced(c *reading, text string) (old, now string, ok bool) {
	if !strings.ContainsAny(text, "12") || !slices.ContainsFunc(c.words(text), editioned) {
		return "", "", false
	}
	on := asOf(c)
	words := plain(text)
	for _, e := range editions {
		at := e.says.FindStringIndex(words)
		if at == nil || on < e.out || strings.Contains(words, e.newest) {
			continue
		}
		near := words[max(0, at[0]-40):min(len(words), at[1]+40)]
		for _, year := range e.replaced {
			if strings.Contains(near, year) || strings.HasSuffix(words[:at[1]], "d"+year[2:]) {
				return e.name + " " + year, e.name + " " + e.newest, true
			}
		}
	}
	return "", "", false
}

// editioned reports whether a word may name a set that comes in editions.
func editioned(w string) bool {
	return w == "census" || w == "deprivation" || strings.HasPrefix(w, "imd") || strings.HasPrefix(w, "iod")
}

var (
	years = regexp.MustCompile(`\b(?:19|20)\d\d\b(?:[/-](\d\d)\b)?`)
	// lasting are sources that do not grow old by the year: law, what it means, and what the council has decided.
	lasting = lexiconOf(`act, acts, regulation, law, legal, legislation, case law, judgment, court, guidance, code of practice, duty, statutory, strategy, policy, corporate plan, council plan, plan,
		charter, convention, standard, minutes, contract, framework`)
	living = lexiconOf(`live, ongoing, since, to date, onwards, current, currently, present, now, latest, today, continuous, updated, as at`)
)

func outOfDate(c *reading) []Remark {
	var out []Remark
	for _, e := range c.Content.Evidence {
		where := eqia.Entry(eqia.EvidencePart, e.No)
		if old, now, ok := replaced(c, strings.Join([]string{e.Title, e.Source, e.Date, e.Says}, " . ")); ok {
			out = append(out, atPart(where, fmt.Sprintf("Use %s, or say why %s still fits. It has been replaced.", now, old)))
			continue
		}
		if year := latestYear(c, e); year > 0 && yearOf(asOf(c))-year > maxAge {
			out = append(out, atPart(where, fmt.Sprintf("Use a newer source, or say why one from %d still fits.", year)))
		}
	}
	texts := []Remark{atPart(eqia.PartKey{Kind: eqia.AnswerPart, Key: form.QuestionEvidenceSays}, c.Content.Answers[form.QuestionEvidenceSays].Text)}
	for b := range blocks(c) {
		texts = append(texts, atPart(eqia.PartKey{Kind: eqia.CardPart, Key: b.characteristic.Code}, b.How))
	}
	for _, t := range texts {
		if old, now, ok := replaced(c, t.Message); ok {
			out = append(out, atPart(t.Where, fmt.Sprintf("Use %s, or say why %s still fits. It has been replaced.", now, old)))
		}
	}
	return out
}

func yearOf(d eqia.Day) int {
	year, _ := strconv.Atoi(string(d[:min(4, len(d))]))
	return year
}

// latestYear is the last year that a source's date names; 0 for a source that does not grow old, that goes on, or whose date is not
// known. What comes in editions is judged by those.
func latestYear(c *reading, e eqia.Evidence) int {
	about := e.Title + ". " + e.Source
	comes := slices.ContainsFunc(editions, func(d edition) bool { return d.says.MatchString(plain(about)) })
	if comes || lasting.in(c.words(e.Title)) || living.in(c.words(e.Date)) {
		return 0
	}
	latest := 0
	for _, m := range years.FindAllStringSubmatch(e.Date, -1) {
		year, _ := strconv.Atoi(m[0][:4])
		if end, err := strconv.Atoi(m[1]); err == nil && end > 12 {
			year = year/100*100 + end
		}
		latest = max(latest, year)
	}
	return latest
}
