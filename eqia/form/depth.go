package form

import "slices"

// Depth is how far an assessment goes for some kinds of proposal: whom it asks about, who may read it, and what its author is told.
type Depth struct {
	Code       string   `json:"code"`
	Title      string   `json:"title"`
	Says       string   `json:"says"`                 // what it means for the author, in a sentence or two
	Kinds      []string `json:"kinds,omitempty"`      // the kinds of proposal it is for; none for the two that every form has
	Audiences  []string `json:"audiences,omitempty"`  // the only ones asked about; none where the answer to who is affected decides
	Restricted bool     `json:"restricted,omitempty"` // seen by few from the start
	Care       []string `json:"care,omitempty"`       // what to take care of while writing about people
}

// The two depths that every form has: the record of why no assessment is needed, and what any kind of proposal gets that has no depth of
// its own.
const (
	DepthScreening = "screening"
	DepthFull      = "full"
)

// DepthOf is how far an assessment of a kind of proposal goes.
func (v Version) DepthOf(kind string) Depth {
	if d, ok := find(v.Depths, func(d Depth) bool { return kind != "" && slices.Contains(d.Kinds, kind) }); ok {
		return d
	}
	return v.Depth(DepthFull)
}

// Depth finds a depth by its code; the zero Depth when the form has none such.
func (v Version) Depth(code string) Depth {
	d, _ := find(v.Depths, func(d Depth) bool { return d.Code == code })
	return d
}

// RestrictedKinds lists the kinds of proposal whose assessments few may read from the start.
func (v Version) RestrictedKinds() []string {
	var kinds []string
	for _, d := range v.Depths {
		if d.Restricted {
			kinds = append(kinds, d.Kinds...)
		}
	}
	return kinds
}

// KindsInRounds lists the kinds of proposal that the form asks for a budget round.
func (v Version) KindsInRounds() []string {
	round, asks := v.Question(QuestionBudgetRound)
	kind, _ := v.Question(QuestionKind)
	var kinds []string
	for _, c := range kind.Choices {
		if asks && round.If.Met(func(string) []string { return []string{c.Code} }) {
			kinds = append(kinds, c.Code)
		}
	}
	return kinds
}

// Advice is what a form says to someone who is not sure whether an assessment is needed.
type Advice struct {
	Questions []string `json:"questions"` // codes of the questions it is worked out from, in the order they are asked
	Reasons   []Reason `json:"reasons"`
	Otherwise string   `json:"otherwise"` // what is said when no reason holds
}

// Reason is one fact about a proposal that speaks for an assessment, and why.
type Reason struct {
	If   Condition `json:"if"`
	Says string    `json:"says"`
}

// Advised lists why an assessment is needed, given the values answered to each question; none when nothing speaks for one.
func (v Version) Advised(answered func(question string) []string) []string {
	var why []string
	for _, r := range v.Advice.Reasons {
		if r.If.Met(answered) {
			why = append(why, r.Says)
		}
	}
	return why
}
