package check

import "dorset-eqia/eqia"

// The questions about who does the work with the council, which a profile need not ask, and the answers these rules read.
const (
	questionDeliveredWith = "delivered_with"
	questionDeliveredNote = "delivered_note"
	byContractor          = "contractor"
	byPartner             = "partner"
)

func partnerRules() []Rule {
	return []Rule{
		{
			ID: "D6", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.Law,
			Title:  "It says how a contractor will meet the duty",
			Why:    "The council can pay someone else to do the work. Its own duty under section 149 of the Equality Act 2010 stays with it.",
			Weak:   "The contractor is responsible for equality.",
			Better: "The contract asks for step-free vans and a yearly count of users by age and disability. The contracts manager checks both.",
			Judge:  contractor,
		},
		{
			ID: "D8", Severity: eqia.Warn, Gates: atSubmit, Basis: eqia.GoodPractice,
			Title:  "It says which body decides a joint proposal",
			Why:    "Each body that decides has its own duty. If nobody says which one does, each may leave it to the other.",
			Weak:   "We work with the health board on this.",
			Better: "Cabinet decides for the council and the integrated care board for the NHS. Each signs off its own copy.",
			Judge:  jointly,
		},
	}
}

// minDuty is the fewest words in which someone can say what a contractor is asked to do.
const minDuty = 5

func contractor(c *reading) []Remark {
	note := c.Content.Answers[questionDeliveredNote].Text
	if c.Content.Answers[questionDeliveredWith].Choice() != byContractor || !blank(note) && count(note) >= minDuty {
		return nil
	}
	return atAnswer(questionDeliveredNote, "Say how the contractor will help the council meet its equality duty: what the contract asks for, and who checks it.")
}

var deciding = lexiconOf(`decide, decided, deciding, decision, approve, approved, approval, agree, agreed, adopt, adopted, sign, signed, signing, sign off,
	signature, determine, lead authority, lead body, host authority, accountable body, commissioner, each body, both bodies, own assessment, joint committee`)

func jointly(c *reading) []Remark {
	note := c.Content.Answers[questionDeliveredNote].Text
	if c.Content.Answers[questionDeliveredWith].Choice() != byPartner || !blank(note) && deciding.in(tokens(note)) {
		return nil
	}
	return atAnswer(questionDeliveredNote, "Say which body decides, and who signs this off for each of the partners.")
}
