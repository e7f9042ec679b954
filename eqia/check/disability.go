package check

import "regexp"

// impairments are kinds of impairment, what people use because of one, and what is done to suit them.
var impairments = lexiconOf(`adjustment, adjust, accessible, accessibility, access need, access group, access audit, access statement, easy read, easy to read, large print, larger print, bigger print, large type, larger type, bigger type, alternative format, format,
	braille, moon type, makaton, bsl, sign language, signer, signing, interpreter, audio, talking book, loop, caption, subtitle, transcript, alt text, screen reader, screen magnifier, magnifier, speech software, voice control, assistive, keyboard, font, contrast, ramp, lift, stairlift,
	step free, level access, low floor, wheelchair, powered chair, scooter, rollator, zimmer, walker, walking aid, walking, walk far, stick, frame, crutch, handrail, grab rail, wet room, doorway, wider door, automatic door, turning circle, changing places, toilet, hoist, blue badge, dropped kerb, kerb,
	tactile, gradient, uneven, bench, seat, seating, standing, step, stair, handle, ground floor, upstairs, downstairs, lighting, glare, noise, noisy, sensory, quiet room, quiet space, quiet hour, quieter time, extra time, more time, longer appointment, double appointment, phased return, workplace passport, adjustment passport,
	access to work, ergonomic, auxiliary aid, telecare, pendant alarm, lifeline alarm, communication aid, communicator, communication need, text number, text relay, textphone, text phone, minicom, video relay, relay uk, lip read, lipread, plain english, carer ticket, companion, chaperone, passenger assistance,
	personal assistant, support worker, guide dog, assistance dog, hearing dog, sunflower lanyard, dial a ride, shop mobility, disabled facilities grant, send, ehcp, health and care plan, special educational, special school,
	blind, deaf, deafblind, sight, vision, visual, hearing, hearing aid, cochlear, colour blind, cataract, glaucoma, macular, mobility, mobile, physical, limb, amputee, prosthetic, spinal, paralysed, palsy, ms, sclerosis, parkinson, huntington, motor neurone, dystrophy, cystic fibrosis, arthritis, rheumatism, osteoporosis,
	fibromyalgia, lupus, stroke, brain injury, aphasia, epilepsy, epileptic, fits, seizure, tremor, vertigo, tinnitus, dizziness, balance problem, dexterity, grip, swallow, bladder, continence, incontinence, stoma, colitis, crohn, bowel, kidney, dialysis, diabetes, diabetic, insulin, cancer, chemotherapy, heart condition, angina, asthma,
	copd, oxygen, breathing, breathless, allergy, eczema, thyroid, sickle cell, endometriosis, hiv, long covid, chronic, pain, fatigue, tired, tire easily, exhaustion, migraine, medication, long term condition, long term illness, long term health, degenerative, terminal illness, learning disability, learning difficulty, learning need,
	down syndrome, downs syndrome, autism, autistic, asperger, neurodiverse, neurodivergent, neurodiversity, neurological, dyslexia, dyslexic, dyspraxia, dyspraxic, dyscalculia, adhd, tourette, mental health, mental illness, mentally ill, anxiety, anxious, depression, depressed, bipolar, schizophrenia, psychosis, psychotic, personality disorder, ptsd, ocd,
	eating disorder, self harm, suicidal, panic attack, phobia, addiction, trauma, dementia, alzheimer, memory, cognition, cognitive, speech, spoken, stammer, impairment, impaired, hidden disability, non visible, invisible, fall, falling, push button, push of a button, push pad, automatic, opens by itself`, forms(`adapt, stumble, vibrate`), `adaptation, adaptable`)

// elsewise are uses of those words that say nothing of a disability.
var elsewise = lexiconOf(`our vision, a vision, the vision, vision for, vision of, vision is, vision statement, shared vision, new vision, next step, first step, step to, step in, step up, step taken, key step, step towards, step for, a step, take step, taking step, time frame, mobile app, mobile phone, mobile library,
	mobile signal, physical change, physical asset, physical improvement, physical building, public hearing, hearing from, hearing about, hearing panel, hearing their, licensing hearing, planning hearing, lift the, lift restriction, walking route, walking group, walking distance, health walk, to handle, handle the,
	handle call, handle complaint, seat on, seat at the table, standing order, standing committee, long standing, noise complaint, fall to, fall on, fall outside, fall within, fall into, fall from, fall in, fall by, fall under, fall due, falling number, send a, send the, send them, send us, send in, send out, send it, send their, will send, we send, ground floor office, contrast with,
	in contrast, pain point, growing pain, format of the meeting, handle with, grip on, get to grip, trauma informed partnership, allergy to change, benchmark`)

// hardTo is what someone can't do, or does only with trouble, because of an impairment.
var hardTo = regexp.MustCompile(`\b(?:cant|cannot|can no longer|can not|unable to|not able to|struggles? to|hard(?:er)? to|hard(?:er)? for them to|difficult(?:y)? (?:to|in|with)|trouble|without help|help to|need(?:s|ing)? to|needs? help(?: to| with)?) ` +
	`(?:see|seeing|hear|hearing|walk|walking|stand|standing|climb|climbing|reach|reaching|read|reading|write|writing|speak|speaking|lift|lifting|carry|carrying|push|pushing|grip|gripping|hold|holding|sit|sitting|bend|bending|queue|queuing|concentrate|concentrating|remember|remembering` +
	`|communicate|communicating|turn|press|get up|get out of bed|wash|dress|eat|breathe|bear|cope with (?:noise|crowds|change)|follow (?:speech|signs)|use (?:the )?(?:stairs|steps|a phone|the phone|a keyboard|a mouse|their hands))\b`)

// allOfThem are words for disabled people as one group.
var allOfThem = lexiconOf(`disabled, disability, disabilities, this group, this characteristic, protected characteristic, these people, personal independence payment, pip, attendance allowance, disability living allowance`)

// saysWhichDisability reports whether a text names an impairment, something that suits one, or what people can't do because of one. A text
// of substance that never speaks of disabled people as one group is about some of them.
func saysWhichDisability(c *reading, text string) bool {
	words := c.words(text)
	speaksOfSome := !allOfThem.in(words) && len(emptyPraise.without(words)) >= minContent
	return speaksOfSome || impairments.in(elsewise.without(words)) || hardTo.MatchString(plain(text))
}

// whichDisability looks at what is said of disabled people and what will be done for them.
func whichDisability(c *reading) []Remark {
	return unparticular(c, cardDisability, saysWhichDisability, "Say which disabled people are affected, and what adjustments or formats they would need.")
}
