package check

import (
	"regexp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

func actionRules() []Rule {
	return []Rule{
		{
			ID: "F1", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "One person or role answers for each action",
			Why:    "What a whole team should do, nobody in it may do. Someone has to be there to ask.",
			Weak:   "Project team",
			Better: "Project manager, flood risk",
			Judge:  noOwner,
		},
		{
			ID: "F2", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "Each action has a time",
			Why:    "An action that is ongoing is never late, so nobody asks how it goes. A next day to check helps.",
			Weak:   "Ongoing",
			Better: "Ongoing, next check on 1 June 2027",
			Judge:  noTime,
		},
		{
			ID: "F3", Severity: eqia.Prompt, Gates: atSubmit, Basis: eqia.GoodPractice, Waits: true,
			Title:  "Some action changes something for people",
			Why:    "Taking a report to a meeting is needed. It does not make anyone's day easier.",
			Weak:   "Present the strategy to Cabinet. Publish it. Tell staff.",
			Better: "Fit a hearing loop at both desks before the new hours start.",
			Judge:  onlyProcess,
		},
	}
}

var (
	// roles are words for one person; bodies are words for many. A word for one person settles it.
	roles = []string{"officer", "manager", "director", "head", "lead", "leader", "coordinator", "co", "chief", "executive", "holder", "assistant", "adviser", "advisor", "owner", "commissioner", "engineer",
		"planner", "teacher", "headteacher", "chair", "chairman", "secretary", "clerk", "specialist", "practitioner", "worker", "supervisor", "inspector", "principal", "librarian", "consultant", "analyst",
		"administrator", "champion", "sponsor", "partner", "bp", "author", "surveyor", "architect", "solicitor", "accountant", "nurse", "councillor", "warden", "reviewer", "editor", "designer",
		"developer", "trainer", "coach", "governor", "registrar", "treasurer", "auditor", "buyer", "ranger", "curator", "caseworker", "representative", "rep", "deputy", "ceo"}
	bodies = lexiconOf(`team, board, group, committee, service, services, department, directorate, unit, panel, forum, network, partnership, everyone, everybody, all, staff, council, contractors, provider,
		providers, partners, organisation, leadership, management, hr, human resources, finance, legal, communications, comms, it, ict, highways, housing, procurement, democratic services, social care,
		adult social care, public health, planning, transport, libraries, leisure, education, officers, managers, owners, leads, heads, directors, members, colleagues, employees, councillors, workforce, care, slt, clt, elt, cmt, dmt, smt, pmo, icb, nhs, police, voluntary sector, vcs, suppliers, trust, schools, company, legal services, various, several, multiple, operations, section, division, function, property, estates, assets, parks, regulatory services, enforcement, benefits, revenues, admissions,
		customer services, commissioning, safeguarding, communities, environment, economy, growth, place, corporate, digital, business support, unions, stakeholders, tenants, residents, volunteers, consultants, agents, operators`)
)

func noOwner(c *reading) []Remark {
	var out []Remark
	for _, a := range c.Content.Actions {
		where := eqia.Entry(eqia.ActionPart, a.No)
		switch {
		case blank(a.What) && blank(a.Who):
		case blank(a.Who):
			out = append(out, atPart(where, "Enter who will do it: a person or a role."))
		case groupOnly(a.Who):
			out = append(out, atPart(where, "Enter one person or role who will answer for it. “"+cut(a.Who, 60)+"” is a group."))
		}
	}
	return out
}

// groupOnly reports whether an owner is many people and nobody among them. The words are read as written: "officer" is one and "officers"
// are many. What this rule can't place may be a name, and so may what stands beside a body.
func groupOnly(who string) bool {
	words := strings.Fields(plain(who))
	if slices.ContainsFunc(words, func(w string) bool { return slices.Contains(roles, w) }) {
		return false
	}
	return bodies.in(tokens(who)) && !namesSomeone(who)
}

var (
	// vague are times that never come; definite are those that do, or that come round.
	vague = lexiconOf(`to be, not agreed, fund permit, fund allow, permit, in progress, not set, under way, underway, now and then, now and again, every time, each time, opportunity, ongoing, on going, tbc, tbd, to be confirmed, to be agreed, to be decided, to be determined, to be set, to follow, not yet set, asap, as soon as possible, as soon as practicable, as soon as,
		due course, when resources allow, continuous, continuously, continual, continually, constant, constantly, as and when, required, as required, as needed, needed, where needed, when needed, when possible,
		where possible, wherever possible, whenever, regularly, regular, throughout, future, soon, shortly, rolling, periodically, periodic, business as usual, bau, funding, when funding is available, available, long term, longer term,
		medium term, short term, permanent, permanently, always, immediately, immediate, lifetime, life of, lifespan, duration, from time to time, continuing, continue, under review, as appropriate, where appropriate, when appropriate,
		when known, in time, over time, in the future, open ended, indefinite, indefinitely, tba, no date, no fixed date, no end date, no set, no deadline, no timescale, in post, once agreed, as resources, resources, capacity, not applicable, n a, none, unknown, not known, not decided,
		when time allows, at some point, some stage, at a later, later, eventually, earliest opportunity, first opportunity, as opportunity, opportunity arise, if needed, if required, if necessary, as necessary, when necessary,
		where necessary, ad hoc, on request, on demand, subject to, dependent on, depending on, pending, awaiting, until further notice, further notice, at all times, any time, at any point, day to day, daily work, everyday, part of normal, embedded, during delivery, during the project, during the contract,
		suitable time, right time, appropriate time, convenient, need arise, arises, coming month, coming year, next few, over the coming, when convenient, when able, when we can, in the meantime, reactive, standing, standing item, evolving`)
	definite = regexp.MustCompile(`(?i)\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|winter|easter|christmas|` +
		`(?:mon|tues|wednes|thurs|fri|satur|sun)day|q[1-4]|quarter(?:ly)?|month(?:ly)?|week(?:ly)?|fortnight(?:ly)?|annual(?:ly)?|yearly|(?:a|per|next|new|(?:end|start) of (?:the )?(?:\w+ )?) ?(?:year|term)|each|every|daily|\d{1,2}/\d{1,2}|20\d\d|` +
		`\d+ (?:days?|weeks?|months?|years?)|within (?:\d+|one|two|three|four|five|six))\b`)
	// waits is a time that depends on something else.
	waits = regexp.MustCompile(`(?i)^(?:as|when|once|whenever|if|where|following|upon) `)
	// begun is a day that something goes on from, which is no day to check it, and other words that only look like a time.
	begun = regexp.MustCompile(`(?i)\b(?:every|each) (?:now and (?:then|again)|time|opportunity)\b|\b(?:from|since|starting|beginning|commencing|started|began)(?: (?:in|on))?(?: \d{1,2}(?:st|nd|rd|th)?)?(?: \w+)? 20\d\d(?:[/-]\d\d)?`)
)

// noTime leaves an action that answers something unclear, and has no time at all, to the rule about what is unclear.
func noTime(c *reading) []Remark {
	var out []Remark
	for _, a := range c.Content.Actions {
		if blank(a.What) || a.When.NextDue(asOf(c)) != "" {
			continue
		}
		where, text := eqia.Entry(eqia.ActionPart, a.No), a.When.Text
		switch {
		case a.When.Empty() || text == "" && a.When.Kind != eqia.Ongoing:
			out = append(out, atPart(where, "Enter when it will be done."))
		case (a.When.Kind == eqia.Ongoing || blank(text) || vague.in(c.words(text)) || waits.MatchString(text)) && !definite.MatchString(begun.ReplaceAllString(text, " ")):
			out = append(out, atPart(where, "Enter a date, or the next day on which someone checks how it goes."))
		}
	}
	return out
}

var (
	processVerbs = lexiconOf(telling, forms(`incorporate, confirm, finish, appoint, issue, refresh, amend, edit, reword, correct, meet, consult, discuss, consider, record, log, minute, attend, convene, escalate, check in, feed back, note, file, archive, schedule, host, arrange, seek, ask for, agree`), `present, publish, circulate, develop a, develop an, update, review, take, seek, share, contact, bring in, introduce, promote, submit, report, finalise, communicate, launch, monitor, hold, approve, sign, add,
		raise awareness, send, write, agree, obtain, get, gain, produce, prepare, draft, complete, disseminate, distribute, upload, put, hand over, hand out, brief, inform, notify, schedule, set up, establish, embed, refresh, revise, adopt, introduction, reviewed, taken, presented, published, circulated, shared, submitted, communicated, updated, approved, finalised, agreed, signed, reported, monitored, completed, briefing, seminar, press release,
		newsletter, publicise, publicised, launched, adopted, implemented, publication, presentation, promotion, roll out, cascade, table, implement, deliver, ensure, continue, maintain, create`)
	processThings = lexiconOf(`strategy, policy, plan, report, eqia, eia, assessment, committee, cabinet, council, board, approval, sign off, website, intranet, reporting, framework, register, decision, findings, document, communication, communications,
		communications plan, task owner, governance, project, contract, budget, action plan, implementation, delivery, risk, awareness, paper, minutes, portfolio holder, head of service, manager, member, councillor, consultation, version, draft, guidance, update, progress, proposal, agenda, final, results, press release, press statement, press, statement, note, article, union, seminar, briefing, newsletter, committee paper, scrutiny, slt, leadership team, management team, leadership, meeting, equality lead, equality team, informed, updated, up to date, under review, link, page, web page, notice, stakeholder, project manager, project plan, legal advice, advice, wording, terms of reference, steering group, working group, project group, milestone, timeline, decision, outcome, team meeting, mtfp, business case, specification, tender, dashboard, template`)
	// telling is making something known; news is what is made known, and hearers are those who hear it. Telling people the news is a step of
	// the work, whoever they are, unless it is done in a way that some of them need.
	telling = forms(`post, let, tell, inform, notify, communicate, announce, explain, advise, brief, update, share, circulate, promote, publicise, advertise, email, liaise, let, raise awareness, engage`)
	tellers = lexiconOf(telling)
	// toldNews are those of them that say by themselves that it is news that is told.
	toldNews = lexiconOf(forms(`tell, inform, notify, brief, announce, email, publicise`))
	news     = lexiconOf(`decision, change, proposal, policy, strategy, outcome, result, arrangement, plan, project, scheme, assessment, eqia, consultation, findings, report, informed, updated, up to date`)
	hearers  = lexiconOf(`customer, people, child, children, parent, family, applicant, user, service user, resident, community, tenant, pupil, staff, employee, colleague, public, partner, stakeholder,
		member, household, business, everyone, letter, keep, ask`)
	// kept is a paper or a person kept up to date, which takes "keep" to say.
	kept    = lexiconOf(`informed, updated, up to date, under review, in the loop, sighted`)
	keeping = lexiconOf(`keep`)
	// forPeople are words in an action that show that somebody will notice it.
	forPeople = lexiconOf(`home, no internet, offline, paper copy, train, training, easy read, large print, format, language, translate, interpreter, phone, letter, visit, fit, install, offer, provide, pay, keep, open, move, ask, count, by age, by sex, test, drop in, village hall, tenant,
		customer, people, person, child, children, family, disabled, apply, applied, applicant, user, carer, resident, community, young, older, women, men, adjustment, accessible, mentor, scheme for, ramp, lift, loop, transport, bus, taxi, wheelchair, staff who,
		complaint, survey, take up, equality monitoring, barrier, traveller, in person, blind, deaf, trans, faith, pregnant, veteran, rural, low income`)
)

// onlyProcess asks where every action is a step of the work on the papers.
func onlyProcess(c *reading) []Remark {
	steps := 0
	for _, a := range c.Content.Actions {
		if blank(a.What) {
			continue
		}
		if !process(c.words(a.What)) {
			return nil
		}
		steps++
	}
	if steps == 0 {
		return nil
	}
	return atAnswer(form.QuestionActions, "Add an action that changes something for people. Those in the plan are steps of the work: reports, approvals and news.")
}

// earlyVerb is how near its start a step of the work says what is done.
const earlyVerb = 6

func process(words []string) bool {
	if len(insiders.without(processThings.without(emptyTalk.without(words)))) == 0 && processThings.in(words) {
		return true // a thing of the work and nothing else: "Press release"
	}
	told := tellers.in(words) && news.in(words) || toldNews.in(firstOf(words, 2))
	if told {
		words = hearers.without(words)
	}
	verb := processVerbs.first(words)
	if kept.in(words) {
		verb, words = 0, keeping.without(words)
	}
	return verb >= 0 && verb < earlyVerb && (told || processThings.in(words) || insiders.in(words)) && !forPeople.in(words) && !mentionsAGroup(words)
}
