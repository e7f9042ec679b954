package check

// groupWords are words that show that a text speaks of people of a group, by the group's code. They are for finding that a group is
// spoken of, so a word that is used for much else is left out.
var groupWords = map[string]lexicon{
	"age": lexiconOf(`older, younger, young, elderly, elder, child, children, pensioner, pension age, retired, retirement, teenager, teen, youth, adolescent,
		pupil, schoolchildren, toddler, baby, infant, working age, over 50, over 55, over 60, over 65, over 70, over 75, over 80, over 85, under 5, under 16,
		under 18, under 21, under 25, aged, of all ages, age group, student, frail, adult, grandparent`),
	"disability": lexiconOf(`disabled, disability, impairment, impaired, wheelchair, blind, sight loss, deaf, hearing loss, hard of hearing, autistic, autism,
		neurodivergent, neurodiverse, dyslexia, dyslexic, learning disability, learning difficulty, mental health, long term condition, long term illness,
		dementia, mobility, blue badge, chronic`),
	"gender_reassignment":            lexiconOf(`trans, transgender, gender reassignment, transition, transitioning, transsexual`),
	"marriage_and_civil_partnership": lexiconOf(`married, marriage, civil partnership, civil partner, spouse, wedding`),
	"pregnancy_and_maternity":        lexiconOf(`pregnant, pregnancy, maternity, breastfeeding, breastfeed, new mother, new parent, pushchair, pram, expectant`),
	"race": lexiconOf(`ethnic, ethnicity, race, racial, racist, racism, black, asian, gypsy, traveller, roma, migrant, refugee, asylum seeker, nationality,
		minority ethnic, bame, global majority, polish, romanian, first language, mother tongue, english as a second language`),
	"religion_or_belief": lexiconOf(`religion, religious, faith, belief, muslim, christian, jewish, hindu, sikh, buddhist, church, mosque, synagogue, temple,
		prayer, worship, ramadan, sabbath, halal, kosher`),
	"sex":                lexiconOf(`women, woman, men, man, girl, boy, male, female, mother, father, sex, menopause`),
	"sexual_orientation": lexiconOf(`gay, lesbian, bisexual, lgb, lgbt, lgbtq, lgbtqia, same sex couple, sexual orientation, homophobia, homophobic`),
	"armed_forces":       lexiconOf(`veteran, armed forces, reservist, serving personnel, military, forces family, service family, regiment, ex service`),
	"carers":             lexiconOf(`carer, caring responsibility, caring for, care for a relative, unpaid care, look after a`),
	"care_experience":    lexiconOf(`care leaver, care experience, care experienced, leaving care, looked after child, looked after children, children in care, foster care`),
	"gender_identity":    lexiconOf(`gender identity, non binary, nonbinary, gender fluid, gender diverse`),
	"lone_parent":        lexiconOf(`lone parent, single parent, lone mother, single mother, single mum`),
	"rural_isolation":    lexiconOf(`rural, village, hamlet, remote, isolated, isolation`),
	"socio_economic": lexiconOf(`low income, low pay, poverty, poor, poorer, poorest, deprived, deprivation, benefit claimant, universal credit, unemployed,
		homeless, food bank, free school meal, cost of living, socio economic, on benefits, low paid`),
}

// together are words for being in more than one group at once.
var together = lexiconOf(`intersectional, intersection, intersectionality, combination, combined, more than one characteristic, more than one group, multiple disadvantage,
	multiple characteristic, two or more characteristic, overlap, overlapping, compound, compounded, cumulative, young carer, older carer, older women, older men,
	older disabled, disabled women, disabled children, disabled young, disabled carer, black women, asian women, muslim women, lone mother, single mother,
	young women, young men, young mother, older lgbt, older veteran, disabled parent, both groups, both older and, both disabled and`)
