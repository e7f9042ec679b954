package check

import "dorset-eqia/eqia/form"

// The words that carry no finding of their own, in lists by what they do in an assessment.
const (
	functionWords = `a, an, the, this, that, these, those, it, its, there, here, they, them, their, we, our, us, you, your, i, he, she, his, her, who, whom, whose, which,
		what, when, where, while, as, at, by, for, from, in, into, of, on, onto, to, with, within, without, across, through, throughout, over, under, up, out, per,
		and, or, but, nor, so, if, than, then, also, too, both, either, neither, not, no, yes, any, some, all, each, every, most, many, more, much, few, other, another,
		such, same, only, very, quite, be, been, being, is, are, was, were, am, has, have, had, having, do, does, did, done, will, would, shall, should, can, cannot,
		could, may, might, must, wont, isnt, arent, doesnt, dont, via, etc, eg, ie, about, between, because, due, however, therefore, overall, generally, currently,
		at this time, at this stage, itself, themselves, one, how, again, just, well, further`
	effectWords = `impact, impacts, impacted, impacting, effect, effects, affect, affects, affected, affecting, positive, positively, negative, negatively, neutral, unclear,
		adverse, adversely, disproportionate, disproportionately, differential, diferential, difference, differently, different, advantage, disadvantage, disadvantaged,
		disadvantages, favourable, unfavourable, favourably, detrimental, detriment, detrimentally, significant, significantly, direct, directly, indirect, indirectly,
		ve, level, degree, minimal, low, high, medium, small, limited, likely, unlikely, likelihood, possible, possibly, potential, potentially, expect, expected,
		anticipate, anticipated, envisage, envisaged, foresee, foreseen, identify, identified, consider, considered, considering, thought, believe, believed, assess,
		assessed, recognise, recognised, found, know, known, aware, see, seen, feel, felt, result, resulting, outcome, consequence, implication, issue, concern, risk,
		change, changes, changed, remain, exist, arise, occur, happen, make, made, take, taken, find, bring, mean, lead, get, give, given, cause, kept, keep, review,
		particular, particularly, specific, specifically, certain, individual, none, n a, na, nil, applicable, relevant, relevance, kind, way`
	peopleWords = `people, person, persons, group, groups, everyone, everybody, anyone, anybody, nobody, no one, community, communities, resident, residents, citizen, public,
		customer, user, service user, staff, employee, employees, workforce, member, individual, protected, characteristic, characteristics, population, society,
		stakeholder, those, household, section, council, authority, organisation, service, services, department, directorate, local, area, county, dorset, team`
	promiseWords = `health, healthy, among, gain, gains, gaining, benefit, benefits, beneficial, benefitting, benefiting, benefited, improve, improves, improved, improving, improvement, better, best, good, great, enhance,
		enhanced, enhancing, support, supports, supported, supporting, supportive, help, helps, helping, helped, ensure, ensures, ensuring, promote, promotes, promoting,
		promoted, equal, equally, equality, equalities, equitable, equity, fair, fairly, fairer, fairness, inclusive, inclusion, inclusivity, include, included, including,
		diverse, diversity, access, accessible, accessibility, opportunity, opportunities, commit, committed, commitment, value, valued, values, respect, respected,
		deliver, delivers, delivering, delivery, provide, provides, provided, providing, provision, need, needs, meet, meets, meeting, met, aim, aims, aiming, advance,
		advances, advancing, strengthen, develop, developing, development, aspire, encourage, encourages, encouraging, enable, enables, enabling, empower, empowering, quality, wellbeing,
		life, lives, positive outcomes, clear, place, in place, approach, vision, objective, priority, priorities, welcome, welcoming, aware, awareness, consistent,
		continue, continues, seek, seeks, seeking, intend, intends, intended, reduce, reduces, reducing, tackle, tackles, tackling, inequality, inequalities, dignity, treat, treated,
		range, wide, wider, broad, effective, effectively, efficient, efficiently, key, core, important, embed, embedded, embedding, thrive, experience, arrangement, arrangements, category,
		disparity, culture, underpin, underpins, contribute, contributes, principle, principles, address, addresses, work, working, able, long, longer, live`
	proposalWords = `proposal, proposals, proposed, policy, policies, strategy, strategies, project, programme, scheme, plan, plans, action plan, initiative, framework, decision,
		restructure, design, designed, implement, implemented, implementation, new, current, existing, future, approved, adopted, introduced, introduction, assessment, eqia`
	sameness = `apply, applies, applied, equal, equally, same, treat, treated, treatment, regardless, irrespective, whatever, alike, less, whether, evidence, suggest, suggests,
		indicate, indicates, indication, show, data, information, reason, basis, against, discriminate, discriminates, discrimination, available, open, universal, accessed, share`
)

// labelWords are what the groups themselves are called, which a cross-reference or an empty sentence may name.
var labelWords = lexiconOf(`age, disability, gender reassignment, gender identity, marriage, civil partnership, pregnancy, maternity, race, ethnicity, religion, belief,
	sex, sexual orientation, armed forces, carer, care experience, care leaver, lone parent, single parent, rural isolation, socio economic, status, deprivation, gender,
	background, old, young, older, younger, elderly, disabled, men, women, man, woman, ethnic, religious, rural, sexual, orientation, backgrounds`)

var (
	emptyTalk    = lexiconOf(functionWords, effectWords, peopleWords, proposalWords)
	emptyPraise  = lexiconOf(functionWords, effectWords, peopleWords, proposalWords, promiseWords)
	emptyNeutral = lexiconOf(functionWords, effectWords, peopleWords, proposalWords, sameness)
)

// minContent is the fewest words of substance in which a text can say who notices what.
const minContent = 3

// thin reports whether words hold too little once empty ones and the group's own name are taken away.
func thin(words []string, empty lexicon, ch form.Characteristic) bool {
	left := groupWords[ch.Code].without(labelWords.without(empty.without(words)))
	return len(left) < minContent
}
