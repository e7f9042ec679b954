package form

// Section149 is section 149(1) of the Equality Act 2010, word for word, and is never paraphrased.
// Source: https://www.legislation.gov.uk/ukpga/2010/15/section/149.
const Section149 = "A public authority must, in the exercise of its functions, have due regard to the need to— " +
	"(a) eliminate discrimination, harassment, victimisation and any other conduct that is prohibited by or under this Act; " +
	"(b) advance equality of opportunity between persons who share a relevant protected characteristic and persons who do not share it; " +
	"(c) foster good relations between persons who share a relevant protected characteristic and persons who do not share it."

// MarriageAndCivilPartnership is the one protected characteristic that section 149 leaves out of aims (b) and (c).
const MarriageAndCivilPartnership = "marriage_and_civil_partnership"

// Protected lists the codes of the nine protected characteristics of section 4 of the Equality Act 2010; every form asks about all nine.
func Protected() []string {
	return []string{
		"age", "disability", "gender_reassignment", MarriageAndCivilPartnership, "pregnancy_and_maternity",
		"race", "religion_or_belief", "sex", "sexual_orientation",
	}
}
