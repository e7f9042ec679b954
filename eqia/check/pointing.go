package check

import (
	"slices"
	"strings"
)

var (
	// pointers are ways of sending the reader elsewhere. A bare "see" is read by crossReference.
	pointers = lexiconOf(`please see, pls see, refer to, refers to, referred to in, please refer, set out in, as set out, set out within, outlined in, outlined within, detailed in,
		detailed within, described in, described within, covered in, covered by, covered within, covered elsewhere, contained in, contained within, can be found, found in, as above, see above,
		see below, same as, as per, as below, ditto, as stated, as mentioned, as noted, as for, as described, as detailed, as outlined, as previously, as discussed,
		elsewhere in, listed in, included in, included within, provided in, addressed in, addressed through, addressed by, addressed via, addressed within, dealt with in, detailed under, outlined under, outlined above, detailed above, set out above, described above, explained in, given in, shown in, recorded in, details in, details are in,
		given under, given at, under the heading, discussed in, discussed under, considered in, considered under, considered within, considered elsewhere, summarised in, summarised under, summarised at, appear in, reported in, noted in, analysed in, assessed in, assessed under, answered in,
		answered under, answered at, stated in, attached as, attached at, available in, available on, available from, available at, held in, published in, published on, held on, dealt with under, dealt with elsewhere, dealt with by,
		see also, signposted in, referenced in, captured in, captured within, captured under, included under, included elsewhere, reflected in, reflected within, documented in, documented within, laid out in, spelt out in, are in the, is in the, cross refer, cross reference, link to, linked to the, identical to, repeat of, repeated from`)
	// papers are what the reader is sent to, and what stands beside such a word.
	papers = lexiconOf(`report, action plan, plan, appendix, appendices, annex, section, paragraph, para, page, pg, table, row, column, document, documentation, strategy, business case, eqia, eia, equia,
		summary, comment, mitigation, consultation, main, cabinet, committee, attached, attachment, above, below, previous, previously, parent strategy, parent policy, parent plan, parent programme, parent assessment, parent eqia, full, detail, detailed, information,
		question, answer, part, chapter, item, link, file, paper, guidance, website, spreadsheet, evidence, finding, engagement, analysis, body, action, mitigating, option, appraisal, profile, financial, implication, legal, technical, template, q, no, ref, reference, re, version, following, next, box, elsewhere, please, pls, refer, see, ditto,
		stated, mentioned, noted, set, outlined, described, covered, contained, found, discussed, explained, listed, accompanying, relevant, original, other, earlier, i, ii, iii, iv, v`)
	// commands are pointers that a sentence starts with.
	commands     = lexiconOf(`see, please see, pls see, refer to, please refer to, as detailed, as outlined, look at, look in, turn to, consult, read, go to`)
	emptyPointer = lexiconOf(functionWords, effectWords, peopleWords, proposalWords)
	beforeSee    = []string{"please", "pls", "impact", "effect", "a", "na", "also", "and", "or", "positive", "negative", "neutral", "unclear", "but"}
)

// shortPointer is the most words in which a sentence can name another paper and say nothing else.
const shortPointer = 18

// longest is the most bytes that a text can have and still be nothing but a pointer or an empty phrase.
const longest = 400

// onlyPoints reports whether a text sends the reader elsewhere and says nothing itself.
func onlyPoints(text string, all []string) bool {
	if len(text) > longest {
		return false
	}
	if !pointers.in(all) && !refers.in(all) && !slices.Contains(all, "see") && !slices.Contains(all, "as") {
		return false
	}
	points := false
	for raw := range pieces(text) {
		empty, here := pointing(raw)
		if !empty {
			return false
		}
		points = points || here
	}
	return points
}

// pointing reports whether a sentence says nothing of its own, and whether it points elsewhere.
func pointing(raw string) (empty, points bool) {
	words := tokens(raw)
	points = crossReference(words)
	most := 1
	if commands.first(words) == 0 && len(words) <= shortPointer && !strings.Contains(raw, ":") {
		most = 3 // the name of what it points to
	}
	left := slices.DeleteFunc(labelWords.without(papers.without(emptyPointer.without(pointers.without(words)))), numeral)
	if len(left) == 0 || points && len(left) <= most {
		return true, points || pointsByName(raw)
	}
	named := pointsByName(raw)
	return named, named
}

func crossReference(words []string) bool {
	alike := len(words) > 1 && words[0] == "as" && len(labelWords.without(words[1:])) == 0 // "as age"
	if alike || pointers.in(words) || commands.in(firstOf(words, 3)) && commands.first(words) == 0 {
		return true
	}
	i := slices.Index(words, "see")
	return i == 0 && len(words) > 1 || i > 0 && i+1 < len(words) && (slices.Contains(beforeSee, words[i-1]) || papers.at(words, i+1) > 0)
}

// numeral reports whether a word is a number or a letter that counts, such as the ones that sections have.
func numeral(w string) bool { return len(w) == 1 || strings.ContainsAny(w, "0123456789") }

var (
	// titles are the words by which the name of a paper is known, with whatever else is in it: "the Local Transport Plan".
	titles = lexiconOf(`outline case, full case, outline business case, need analysis, need assessment, report, plan, strategy, appendix, appendices, annex, section, paragraph, page, table, document, business case, eqia, eia, assessment, screening, summary, paper, statement, policy, analysis, appraisal, profile, heading, chapter, schedule, spreadsheet, website, webpage,
		intranet, question, box, part, guidance, guide, toolkit, framework, minute, presentation, briefing, specification, review, study, survey, evidence base, evidence, data, jsna, case for change, prospectus, dashboard, portal, file, folder, link, sheet, form, row, column, card, response, answer,
		comment, entry, mitigation, item, register, log, theme, consultation, template, pack, note, proposal form, matrix, model, database, bulletin, factsheet, leaflet, handbook, manual, code, scheme document, action log`)
	// refers are what is done with such a paper, and what it does for someone who looks in it.
	refers = lexiconOf(forms(`see, refer, consult, look, read, consider, cover, address, identify, mention, explain, describe, detail, outline, discuss, summarise, assess, repeat, give, hold, publish, report, state, note, list, contain, include, provide, attach, record, present, document, capture,
		reflect, examine, analyse, explore, direct, signpost, view, check, turn, deal, answer, rehearse, locate, appear, append, cross refer, cross reference, incorporate, expand, highlight, flag, raise, cite, quote, sit, pick up, touch on, draw out, unpack, tabulate, chart, map, attach, embed`) + `, set out, seen, found, dealt, given, held, shown, written, written up, made, laid out, spelt out, available, go`)
	// nearby are words that point by themselves, and pass are words around a pointer that say nothing.
	nearby = lexiconOf(`above, below, earlier, elsewhere, previously, overleaf, aforementioned, ditto, already, under age, under disability, under race, under ethnicity, under sex, under gender, under religion, under belief, under carer, under pregnancy, under marriage, under sexual orientation, under rural isolation, under socio economic, under lone parent`)
	pass   = lexiconOf(`kindly, please, pls, reader, member, back, here, position, response, view, matter, point, topic, aspect, respect, regard, context, full, fuller, greater, great deal, depth, length, how, what, why, separately, supported, background, rationale, reasoning, breakdown, finding, note, available, online, same, ours, narrative, commentary, reference, cohort, request, made, make, information, please, end, start, top, bottom, foot, front, rest, entirety`)
	// stops are words before the name of a paper; behind are those that lead from it to what it is about.
	stops  = lexiconOf(`a, an, the, our, this, that, its, their, in, under, within, at, on, by, from, of, to, through, via, for, as, per, and, with`)
	behind = lexiconOf(`of, for, on, in, to, at, from, dated, by, under, about, and, on how`)
	// claused are words that tell something beside where to look.
	claused = lexiconOf(`because, so, who, which, that, when, while, if, but, although, will, would, lose, gain, cannot, cant, need, have, has, had, is, are, was, were, may, could, can, should, told, asked, said, must, dont, mean, make, use, used`)
)

// mostName is the most words before or behind its last word in which a paper is named.
const mostName = 8

// pointsByName reports whether a sentence says nothing but that a paper it names is where to look: "Details are in the Local Transport
// Plan", or "The Local Transport Plan gives the details".
func pointsByName(raw string) bool {
	if denying.MatchString(strings.ReplaceAll(plain(raw), "not repeated", "")) {
		return false
	}
	paper, refer := false, false
	for clause := range strings.SplitSeq(spaced(raw), " , ") {
		words := tokens(clause)
		paper = paper || titles.in(words) || nearby.in(words)
		refer = refer || refers.in(titles.without(words)) || pointers.in(words)
		if slices.ContainsFunc(unnamed(active(words)), func(w string) bool { return !numeral(w) }) {
			return false
		}
	}
	return paper && refer
}

// active is words without those that only help a word for referring: "has been considered" is "considered".
func active(words []string) []string {
	var out []string
	for i, w := range words {
		next := words[i+1 : min(len(words), i+4)]
		if claused.at(words, i) == 0 || !refers.in(next) {
			out = append(out, w)
		}
	}
	return out
}

// unnamed is what a clause says beside the names of papers, pointers and empty words. A clause that tells something is left whole.
func unnamed(words []string) []string {
	var out []string
	for i := 0; i < len(words); {
		if n := titles.at(words, i); n > 0 {
			out = out[:nameStart(out)]
			i = nameEnd(words, i+n)
			continue
		}
		out = append(out, words[i])
		i++
	}
	if claused.in(out) {
		return out
	}
	return pass.without(nearby.without(refers.without(labelWords.without(papers.without(emptyPointer.without(pointers.without(out)))))))
}

// nameStart is where the name of a paper starts, of the words before its last one.
func nameStart(words []string) int {
	i := len(words)
	for ; i > 0 && len(words)-i < mostName; i-- {
		if stops.at(words, i-1) > 0 || refers.at(words, i-1) > 0 || claused.at(words, i-1) > 0 {
			break
		}
	}
	return i
}

// nameEnd is where what belongs to the name of a paper ends: its number, and what it is about.
func nameEnd(words []string, i int) int {
	for i < len(words) && numeral(words[i]) {
		i++
	}
	if i == len(words) || behind.at(words, i) == 0 || len(words)-i > mostName {
		return i
	}
	asks := i+1 < len(words) && slices.Contains([]string{"how", "what", "why"}, words[i+1])
	if asks || !claused.in(words[i:]) && !titles.in(words[i:]) {
		return len(words)
	}
	return i
}
