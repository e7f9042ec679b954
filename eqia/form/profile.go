// Package form holds the assessment form as data: its sections, pages and questions, the characteristics it asks about, and the
// words that explain them. A council's form is a profile file; the law and the council's own choices change there, not in code.
package form

import "slices"

// Profile is one council's form through time: every version it has used, oldest first.
type Profile struct {
	Code     string    `json:"code"`
	Council  string    `json:"council"`
	Contact  string    `json:"contact"` // role and address of the equality team, as shown on pages
	Versions []Version `json:"versions"`

	PublicNames string `json:"public_names,omitempty"` // how published assessments name people: as roles; empty for as they were written
}

// NamesAsRoles is the choice of a council that publishes roles and not people's names.
const NamesAsRoles = "roles"

// Version is the form in force between two dates. An assessment keeps the version it was started on.
type Version struct {
	Code            string           `json:"code"` // for example "2026-1"
	From            string           `json:"from"` // first day in force, YYYY-MM-DD
	To              string           `json:"to,omitempty"`
	Sections        []Section        `json:"sections"`
	Audiences       []Choice         `json:"audiences"` // residents and service users; employees
	Aims            []Aim            `json:"aims"`
	Characteristics []Characteristic `json:"characteristics"`
	Triggers        []Trigger        `json:"triggers"`
	Depths          []Depth          `json:"depths"`
	Advice          Advice           `json:"advice"`
	Together        Together         `json:"together"`
}

// Section groups pages under one heading of the task list.
type Section struct {
	Code  string `json:"code"`
	Title string `json:"title"`
	Pages []Page `json:"pages"`
}

// Page is one page of questions, answered and saved together.
type Page struct {
	Code      string     `json:"code"`
	Title     string     `json:"title"`           // the h1, sentence case
	Aside     bool       `json:"aside,omitempty"` // not on the short path: offered on the task list, never required at submit
	Guidance  []string   `json:"guidance,omitempty"`
	Questions []Question `json:"questions"`
	If        *Condition `json:"if,omitempty"` // the page is asked only when this holds
}

// Kind is how a question is answered.
type Kind string

// The kinds of answer. The list kinds hold entries of their own (evidence items and so on), added one at a time.
const (
	Line       Kind = "line"       // one line of text
	Text       Kind = "text"       // paragraphs
	OneOf      Kind = "one_of"     // radios
	PickOne    Kind = "pick_one"   // a select, for long lists
	AnyOf      Kind = "any_of"     // checkboxes; none is an answer only where a choice says so
	Day        Kind = "day"        // an exact date
	DayOrNot   Kind = "day_or_not" // an exact date, or "not known yet"
	Evidence   Kind = "evidence"
	Engagement Kind = "engagement"
	Options    Kind = "options"
	Actions    Kind = "actions"
)

// Question is one question of the form. Its answer is stored under its code.
type Question struct {
	Code     string     `json:"code"`
	Number   string     `json:"number,omitempty"` // the number on the council's printed form
	Kind     Kind       `json:"kind"`
	Label    string     `json:"label"`
	Short    string     `json:"short"`             // how the question is named in lists and errors, for example "Aims and objectives"
	Aliases  []string   `json:"aliases,omitempty"` // how older forms asked it
	Hint     string     `json:"hint,omitempty"`
	Choices  []Choice   `json:"choices,omitempty"`
	Required bool       `json:"required,omitempty"` // needed before the assessment is sent
	If       *Condition `json:"if,omitempty"`
	Error    string     `json:"error,omitempty"`     // what to say when it is missing: "Enter…" or "Select…"
	MinChars int        `json:"min_chars,omitempty"` // fewest characters once trimmed; 0 is no lower limit
	MaxChars int        `json:"max_chars,omitempty"`
}

// Condition holds when another question's answer is, or includes, one of the values of Is; or, where Not is given instead, none of those.
// An unanswered question meets no Is and every Not.
type Condition struct {
	Question string   `json:"question"`
	Is       []string `json:"is,omitempty"`
	Not      []string `json:"not,omitempty"`
}

// Choice is one option of a closed list.
type Choice struct {
	Code  string `json:"code"`
	Label string `json:"label"`
	Hint  string `json:"hint,omitempty"`

	Aliases []string `json:"aliases,omitempty"` // its label on older forms
}

// Aim is one of the three aims of section 149(1), in the words of the Act.
type Aim struct {
	Code  string `json:"code"`  // eliminate, advance, foster
	Label string `json:"label"` // the statutory words
}

// Kind of characteristic: protected by the Equality Act 2010, added by the council's own choice, or several of either together.
const (
	Statutory = "statutory"
	Local     = "local"
	Combined  = "combined" // never in a file: Combine makes them
)

// Characteristic is one protected group the form asks about, national or local.
type Characteristic struct {
	Code       string   `json:"code"`
	Kind       string   `json:"kind"`
	Label      string   `json:"label"`
	Aliases    []string `json:"aliases,omitempty"` // names on older forms
	Definition string   `json:"definition"`
	Source     string   `json:"source"`           // where the definition comes from, in words
	Link       string   `json:"link,omitempty"`   // https address of the source
	Caveat     string   `json:"caveat,omitempty"` // a known gap or dispute, shown beside the definition
	Prompts    []string `json:"prompts"`          // questions worth asking yourself
	Aims       []string `json:"aims"`             // codes of the aims it can touch
	From       string   `json:"from"`             // first day in force, YYYY-MM-DD
	To         string   `json:"to,omitempty"`
}

// Trigger is a fact about the decision that points to groups which then need a reason of their own.
type Trigger struct {
	Code   string   `json:"code"`
	Points []string `json:"points"` // codes of characteristics
}

// InForce reports whether the characteristic is asked about on a day (YYYY-MM-DD).
func (c Characteristic) InForce(day string) bool {
	return c.From <= day && (c.To == "" || day <= c.To)
}

// Latest is the newest version in force on a day (YYYY-MM-DD); false when none is.
func (p Profile) Latest(day string) (Version, bool) {
	for _, v := range slices.Backward(p.Versions) {
		if v.From <= day && (v.To == "" || day <= v.To) {
			return v, true
		}
	}
	return Version{}, false
}

// Version finds a version by its code; false when the profile has none such.
func (p Profile) Version(code string) (Version, bool) {
	i := slices.IndexFunc(p.Versions, func(v Version) bool { return v.Code == code })
	if i < 0 {
		return Version{}, false
	}
	return p.Versions[i], true
}
