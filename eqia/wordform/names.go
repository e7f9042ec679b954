package wordform

import (
	"regexp"
	"slices"
	"strings"

	"dorset-eqia/eqia/form"
)

var (
	numbered = regexp.MustCompile(`^\s*(?:(?:Q|Question|Section|Part|Step)\s*)?\d{1,2}(?:\.\d{1,2})*\s*[a-z]?\s*[.):–-]?\s+|^\s*\(?[a-z0-9]{1,2}\)\s+`)
	aside    = regexp.MustCompile(`\s*[(\[][^()\[\]]*[)\]]`)
)

// variants are the ways in which a printed name is looked up: as it is, without its number, and without what is in brackets.
func variants(name string) []string {
	name = strings.TrimSpace(name)
	out := []string{name}
	for _, v := range []string{numbered.ReplaceAllString(name, ""), aside.ReplaceAllString(name, ""), aside.ReplaceAllString(numbered.ReplaceAllString(name, ""), "")} {
		if v = strings.TrimSpace(v); v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

func named(printed string, names []string) bool {
	return slices.ContainsFunc(variants(printed), func(v string) bool { return form.Named(v, names...) })
}

// column is what a column of a table, or a row about one group, holds. Field is as JSON names it.
type column struct {
	field string
	names []string
}

// What older forms call the fields of a group, of an action, of a source and of people who were asked.
var (
	cardFields = []column{
		{"effects", []string{"Impact", "Choose impact", "Type of impact", "Effect", "Likely impact", "Impact type", "Kind of impact", "What could the effect be", "Level of impact",
			"Positive, negative, unclear or neutral", "Positive, negative, neutral or unclear", "Effects"}},
		{"how", []string{"How", "How and why", "Reason", "Reasons", "Explanation", "Details", "Details of impact", "Description", "Description of impact", "Please explain", "Explain the impact",
			"Who is affected, and in what way", "What is the impact", "Please explain the impact", "Reason for impact", "Rationale"}},
		{"mitigation", []string{"Mitigation", "Mitigations", "Mitigating action", "Mitigating actions", "Mitigation measures", "What will be done about it", "What will you do about it",
			"How will you reduce the impact", "Actions to mitigate", "Action to reduce impact"}},
		{"justification", []string{"Justification", "Why it goes ahead all the same"}},
		{"find_out", []string{"What will be found out", "What do you still need to find out"}},
		{"audience", []string{"Audience", "Affected group", "Who", "People affected", "Whom it affects", "Internal or external"}},
		{"positive", []string{"Positive", "Positive impact", "Positive impacts"}}, {"negative", []string{"Negative", "Negative impact", "Negative impacts", "Adverse"}},
		{"unclear", []string{"Unclear", "Unclear impact"}}, {"neutral", []string{"Neutral", "Neutral impact"}},
	}
	actionFields = []column{
		{"issue", []string{"Issue", "Issue identified", "What is the issue", "Issues"}},
		{"what", []string{"Action", "Actions", "Action to be taken", "Action required", "What will be done", "What needs to be done", "Planned action", "Actions required"}},
		{"who", []string{"Person responsible", "Person(s) responsible", "Persons responsible", "Responsible", "Lead officer", "Owner", "Who is responsible", "Lead", "Responsible officer", "Who",
			"Responsible person", "Officer responsible", "By whom"}},
		{"when", []string{"Date to be completed by", "Date", "By when", "When", "Deadline", "Target date", "Timescale", "Completion date", "Due date", "Complete by"}},
		{"measure", []string{"How we will know it worked", "How will we know", "How you will know it worked", "Success measure", "Measure of success", "Success criteria"}},
		{"start", []string{"Starting position", "Baseline", "Where we start from"}},
	}
	evidenceFields = []column{
		{"title", []string{"Name of the source", "Source of evidence", "Evidence source", "Data source", "Source", "Evidence", "Title", "Data or evidence"}},
		{"source", []string{"Who published it", "Publisher", "Published by", "Author"}},
		{"date", []string{"Date", "Year", "Date of data", "Date published"}}, {"area", []string{"Area", "Area covered"}},
		{"link", []string{"Link", "Where to find it", "Web address", "Link or file"}},
		{"says", []string{"What it says", "What it tells you", "What it tells us", "What does it tell you", "What it told us", "Key findings", "Findings", "Finding"}},
	}
	engagementFields = []column{
		{"who", []string{"Who", "Group", "Stakeholder", "Who was engaged", "Who was consulted", "Consultee", "Stakeholder group", "Who you talked to", "Who did you engage"}},
		{"how", []string{"How", "Method", "How were they engaged", "How they were consulted"}}, {"when", []string{"When", "Date", "Dates"}},
		{"how_many", []string{"How many", "How many people", "Number", "Number of people", "Numbers"}},
		{"said", []string{"What they said", "What did they say", "Feedback", "Key points", "Summary of feedback", "Outcome"}},
		{"changed", []string{"What changed", "What changed because of it", "What changed as a result"}},
	}
)

// fieldNamed is the field that a printed name stands for; "" for none.
func fieldNamed(columns []column, printed string) string {
	for _, c := range columns {
		if named(printed, c.names) {
			return c.field
		}
	}
	return ""
}

// The names of people and days at the end of older forms, and the headings that hold no answer.
const (
	wroteIt, helped, completed, signer, signedOn, number = "author", "helped", "completed", "signer", "signed", "version"
)

var (
	recordFields = []column{
		{wroteIt, []string{"Officer completing this EqIA", "Officer completing the EqIA", "Officer completing this assessment", "Completed by", "Name of officer completing this form",
			"Author", "Assessment completed by", "Name of assessor", "Lead officer for this assessment"}},
		{helped, []string{"Officers involved in completing the EqIA", "Officers involved", "Others involved in the assessment", "Other officers involved"}},
		{completed, []string{"Date of completion", "Date completed", "Date of assessment"}},
		{signer, []string{"Equality lead sign off", "Equality lead", "Signed off by", "Approved by", "Sign off by"}},
		{signedOn, []string{"Date of sign off", "Date signed off", "Date approved", "Sign off date"}},
		{number, []string{"Version number", "Version"}},
	}
	sections = []string{"Equality impact assessment", "Equality impact assessment (EqIA)", "EqIA", "Equality impact assessment form", "Initial information", "Evidence gathering and engagement", "Sign off",
		"Assessing the impact on different groups of people", "Key to impacts", "Impacts", "Next steps", "Guidance", "Guidance notes", "Impact assessment", "Assessment of impact",
		"Protected characteristics", "Local characteristics", "Other groups", "Introduction", "About the proposal", "Impacts on people", "Summary and actions", "Evidence and engagement", "Declaration"}
)
