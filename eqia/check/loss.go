package check

import (
	"regexp"
	"strings"
)

// verbs matches every form of some regular verbs in plain words, the one in -s among them.
func verbs(list string) string {
	var out []string
	for form := range strings.SplitSeq(forms(list), ",") {
		out = append(out, form)
		if !strings.HasSuffix(form, "ed") && !strings.HasSuffix(form, "ing") {
			out = append(out, form+"s", form+"es")
		}
	}
	return `(?:` + strings.Join(out, "|") + `)`
}

var (
	// losing are words for taking away.
	losing = regexp.MustCompile(`\b(?:withdr[ae]w(?:n|s|al|ing)?|closures?|(?:will |would |to |shall |is to )?close[sd]?|closing|cuts?|cutting|remov(?:e|es|ed|al|ing)|delet(?:e|ed|ion)|reduc(?:e|es|ed|ing|tions?)` +
		`|fewer|no longer|not (?:be )?(?:renewed|replaced|extended)|shut(?:s|ting|ting down)?|redundan(?:t|cy|cies)|los(?:e|es|ing)|loss of|lost|job losses|worse off|harder|stricter|tighten(?:ed|ing|s)?|(?:new|higher|extra) (?:charges?|fees?)|(?:charges?|fees?|prices?) (?:go(?:es)? up|rise|will rise|increase|will increase)` +
		`|(?:fees?|charges?|prices?|tickets?|rents?|fares?|permits?)[a-z ]{0,30} (?:go(?:es)? up|increases?|increased|rises?)|price rises?|decommission(?:ed|ing)?|less (?:often|frequent)|ceas(?:e|es|ed|ing)|scal(?:e|ed|ing) back|disadvantaged?|adverse(?:ly)?|negative(?:ly)? (?:impact|affect|effect)\w*|stops|(?:will|would) stop|ends|will end|ending|capped|capping|dropp(?:ed|ing)|restrict(?:s|ed|ing)?` +
		`|(?:go|goes|going|went) up (?:to|by|from) \d+|let go|lev(?:y|ies)|surcharges?|tolls?|limited to|(?:roles?|posts?|jobs?|places?|sessions?|staff|beds|seats) (?:go|will go|would go)|becomes? (?:a |an )?(?:phone|online|digital|telephone|app|website)\w*|take(?:s)? on (?:a second|another|more|extra|two|the work)|restructur\w+|outsourc\w+|tupe|at risk of|privatis\w+|terminat\w+|abolish\w*|discontinu\w+|suspen(?:d|ds|ded|ding|sion)|(?:phased?|phasing) out|wound (?:up|down)|wind(?:s|ing)? (?:up|down)|scrap(?:s|ped|ping)?|axed|axing|downsiz\w+|downgrad\w+|rationalis\w+|consolidat\w+|evict\w*|dispos(?:al|ed|ing) of|sold off|sell(?:s|ing)? off|means test\w*` +
		`|(?:get|gets|have|has|receive|receives|offer|offers|with) less|less (?:support|help|money|time|care|space|choice|grant|funding|cover|bus|staff)|(?:lower|smaller|shorter) (?:awards?|grants?|discounts?|support|payments?|budgets?|hours|visits)|key decision|efficiency savings?|make savings|(?:budget|mtfp) savings?|savings? (?:targets?|plans?|proposals?|programme|options?|of)|to save money` +
		`|(?:will|would|to|can|could|should|we) save(?: \w+){0,2} \d{3,}\w*|sav(?:es|ing|ings of)(?: \w+){0,2} \d{3,}\w*)\b`)
	// harmless are uses of them that take nothing from anyone.
	harmless = regexp.MustCompile(`\b(?:(?:chang\w+|the) (?:its |the |of )?names?|names? (?:of \w+ )?(?:is|are|becomes?|chang\w+)|closing (?:date|time|balance)s?|close to|clos(?:es|ing) the gap|clos(?:e|es|ing) (?:a |the )?(?:gap|loop|case|account)s?|(?:reduc|cut)(?:e|es|ed|ing|s|ting)? (?:the |our |its |down on )?(?:\w+ )?(?:carbon|emissions?|waiting|waits?|risks?|costs?|double|duplication|paper|waste|errors?|delays?|energy|gas|bureaucracy|steps?|harm|crime|accidents?|noise|inequalit\w+|barriers?|time)` +
		`|bus stops|weekends?|speed limits?|year ends|fewer (?:steps|errors|delays|complaints|forms|clicks|accidents|journeys)|consolidated (?:text|version)|sav\w+ (?:\w+ ){0,2}\d+ (?:minutes?|hours?|days?|sheets?|tonnes?|kg|kwh|trees?|litres?))\b`)
	denying = regexp.MustCompile(`\b(?:no|not|nobody|none|nothing|never|without|neither|nor|doesnt|wont|isnt|arent|didnt|cannot|cant)\b`)
	// unchanged is said of what stays as it was.
	unchanged = regexp.MustCompile(`\b(?:stays?|staying|remains?|unchanged|unaffected|carr(?:y|ies) on|as (?:it|they) (?:is|are|was|were)|as (?:now|before|today)|the same)\b`)
)

// turning is one kind of change that some people feel more than others: what is changed, and how.
type turning struct{ what, how *regexp.Regexp }

// turnings are who may have something, what it costs, who does it, and when and where it is there.
var turnings = []turning{
	{regexp.MustCompile(`\b(?:eligib\w+|thresholds?|criteri(?:a|on)|entitle(?:d|ments?)|qualif(?:y|ies|ied|ying)|allocations?|residency|priority bands?|bandings?|age for|age limits?|minimum age|upper age)\b`),
		regexp.MustCompile(`\b(?:` + verbs(`change, alter, amend, revise, raise, lower, narrow, limit, move, introduce, tighten, replace, align, increase, add`) + `|new|higher|must|only|instead|rather than)\b`)},
	{regexp.MustCompile(`\b(?:charg(?:e|es|ing)|fees?|fares?|rents?|tariffs?|prices?|parking|permits?|tickets?|council tax (?:support|reduction|discount|premium)|discounts?|concessions?|grants?|subsid(?:y|ies)|allowances?|benefits?|fines?|deposits?|bus pass(?:es)?)\b`),
		regexp.MustCompile(`\b(?:` + verbs(`introduce, raise, increase, double, charge, reform, redesign, limit, replace`) + `|bring(?:s|ing)? in|new charges?|new fees?|less|for the first time|from free|costs? (?:\w+ )?(?:\d+ )?more|(?:is|are) charged|rises?|rising|went up|go(?:es)? up|will (?:have to |need to )?pay|start(?:s|ing)? to (?:pay|charge)|no longer free)\b`)},
	{regexp.MustCompile(`\b(?:posts?|jobs?|roles?|staffing|staff|teams?|officers|employees|workforce|shifts?|shift patterns?|rotas?|working hours|terms and conditions|contracts? of employment|vacanc(?:y|ies)|departments)\b`),
		regexp.MustCompile(`\b(?:` + verbs(`delete, replace, merge, transfer, relocate, reorganise, split, regrade, downgrade, share, centralise, dismiss, freeze`) + `|(?:go|goes|going|falls?|moves?|reduc\w+) from \w+ to \w+|mov(?:e|es|ed|ing) to (?:a |an |the |another |new )?(?:\w+ )?(?:office|site|depot|building|town|base|location)s?|join(?:s|ed|ing)? (?:up )?(?:the |our |these )?(?:two|three|both|four)|into (?:one|a single)|new (?:structure|rota|shift|hours|terms|pattern)|chang\w+ (?:to )?(?:\w+ )?(?:hours|shifts?|rota|terms|base|grades?)|(?:hours|shifts?|rota|terms|grades?) (?:will |would )?chang\w+|unfilled|not (?:be )?filled|instead of (?:two|three|four|five|six|\d+))\b`)},
	{regexp.MustCompile(`\b(?:open(?:s|ing)?(?: hours| times)?|timetables?|sessions?|collections?|rounds?|visits?|bus(?:es)?|routes?|lessons?|classes|services?|centres?|librar(?:y|ies)|clinics?|counters?|desks?|wardens?|patrols?|packages?|care|meals?|school|clubs?|groups?|halls?|schemes?|support|grants?|subsid(?:y|ies)|toilets?|pools?|gyms?|tips?|parks?|playgrounds?` +
		`|nurser(?:y|ies)|respite|transport|helplines?|markets?|homes|beds|places|seats|hostels?|shelters?|passes|projects?|trips|outings|hours|nights?|days|advice|advisers?|managers|nurses?|workers)\b`),
		regexp.MustCompile(`\b(?:` + verbs(`end, stop, halve, relocate, merge, combine, pause, drop, cap, shrink, shorten, axe, disband, limit, ration, halt, discontinue, slash, trim, freeze`) + `|for (?:shorter|half)|(?:half|part) (?:the )?(?:time|day|week)s?|fortnightly|every (?:two|three|four) weeks|online only|only online|digital only|by phone only|appointment only|less` +
			`|(?:come|comes|brought|brings?) to an end|taken (?:off|away|out)|(?:goes|go|went|falls?|drops?|down|cut) from \w+ to \w+|moves? (?:out|away|from|to another|online|to the)|will move|instead of|in place of|rather than|becomes? one|into one|(?:cover|share|serve|run)s? (?:\w+ ){0,3}each|only (?:for|on|in|at|if|open|those|the|over|under|people|residents|by)|once a (?:week|fortnight|month)|by half|by a (?:third|quarter|fifth|tenth)|(?:is|are|will be) (?:\w+ )?gone|runs? out)\b`)},
	{regexp.MustCompile(`\b(?:applicants?|residents?|tenants?|famil(?:y|ies)|claimants?|users?|drivers?|customers?|pupils?|parents?|households?|everyone|people|members?|visitors?|holders?|carers?|traders?|they|you|those|only)\b`),
		regexp.MustCompile(`\b(?:must (?:now |also |first )?\w+|(?:will|would) (?:now |then )?(?:have to|need (?:to|a|an)|be (?:asked|expected|required) to|pay)|are (?:now )?required to|only (?:if|those)|may (?:only )?(?:use|have|claim|apply|join|book|park|stay)|pay more|travel further|go elsewhere)\b`)},
}

// turned is what a sentence says is changed for people, unless it denies it or says that all stays as it was.
func turned(words string) string {
	if denying.MatchString(words) || unchanged.MatchString(words) {
		return ""
	}
	for _, t := range turnings {
		if what := t.what.FindString(words); what != "" && t.how.MatchString(words) {
			return what
		}
	}
	return ""
}

// reach is how many characters before a word a denial is looked for in.
const reach = 60

// loss is the first words in a text for something being taken away or made harder to have, as written but for case and marks; empty when
// there are none.
func loss(text string) string {
	for raw := range pieces(text) {
		words := harmless.ReplaceAllString(plain(raw), " , ")
		for _, at := range losing.FindAllStringIndex(words, -1) {
			found := words[at[0]:at[1]]
			if denying.MatchString(found) || !denying.MatchString(words[max(0, at[0]-reach):at[0]]) {
				return found
			}
		}
		if found := turned(harmless.ReplaceAllString(plain(strings.ReplaceAll(raw, ", not ", " rather than ")), " , ")); found != "" {
			return found
		}
	}
	return ""
}
