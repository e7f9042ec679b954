package committee

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Reason is why no assessment is with a report, or with some of its recommendations. It holds for one appearance only, and only once
// someone whom its code names has agreed it. It sets no duty aside.
type Reason struct {
	ID              ReasonID
	AppearanceID    AppearanceID
	Code            Code
	Recommendations []PointID // empty: the whole report
	Public          string
	Private         string // never shown to the public; it may be legal advice
	RelyOn          RelyOn
	DueOn           eqia.Day // of the later decision, or of the follow-up
	At              time.Time
	By              eqia.PersonID
	AgreedAt        time.Time // zero while it waits
	AgreedBy        eqia.PersonID
	AgreedName      string
	AgreedRole      workflow.Actor
	EndedAt         time.Time // zero while it holds
	EndedBy         eqia.PersonID
	Counter         int // 0 for one that is new
}

// RelyOn is the signed version of an assessment that a reason relies on; the zero value for none.
type RelyOn struct {
	AssessmentID eqia.AssessmentID
	VersionID    eqia.VersionID
	Reference    string
	Number       string
	State        workflow.State // now
}

// Agreed reports whether someone who may has agreed the reason.
func (r Reason) Agreed() bool { return !r.AgreedAt.IsZero() }

// Code is what kind of reason it is.
type Code string

// The codes of reasons.
const (
	ProceduralItem Code = "PROC"
	ToNote         Code = "INFO"
	Screened       Code = "SCREEN"
	CoveredBy      Code = "COVERED"
	Partner        Code = "PARTNER"
	LaterStage     Code = "STAGE"
	QuasiJudicial  Code = "QUASI"
	UrgentItem     Code = "URGENT"
	OtherReason    Code = "OTHER"
)

// codeRule is what a code asks for.
type codeRule struct {
	Code       Code
	Label      string
	Hint       string
	Agrees     workflow.Actor // whose agreement makes it hold
	Assessment bool           // it relies on a signed assessment
	Day        string         // the question whose answer is a day; empty when none is asked
	Least      int            // how many characters the public text needs
}

var codeRules = []codeRule{
	{ProceduralItem, "The item is procedural", "For example appointments to a panel.", workflow.Clerk, false, "", 1},
	{ToNote, "Members are only asked to note it", "No decision is asked for.", workflow.Clerk, false, "", 1},
	{Screened, "A screening found that no assessment is needed", "Give the reference of the signed screening.", workflow.Clerk, true, "", 1},
	{CoveredBy, "Another assessment covers it", "Give its reference, and say what was checked.", workflow.Lead, true, "", 1},
	{Partner, "It relies on a partner's assessment", "Say whose it is, where it can be read and who checked it.", workflow.Lead, false, "", 1},
	{LaterStage, "The assessment is due at a later decision", "Name that decision and give its date.", workflow.Lead, false, "Enter the date of the later decision", 1},
	{QuasiJudicial, "It decides one case on its own facts", "For example a licence. The officer's report deals with equality.", workflow.MonitoringOfficer, false, "", 1},
	{UrgentItem, "The item is urgent", "Say how equality was thought about, and when an assessment will follow.", workflow.MonitoringOfficer, false, "Enter the date by which an assessment will follow", 1},
	{OtherReason, "Another reason", "Explain in at least 40 characters.", workflow.MonitoringOfficer, false, "", 40},
}

// Codes lists the codes in the order they are offered.
func Codes() []Code {
	out := make([]Code, len(codeRules))
	for i, r := range codeRules {
		out[i] = r.Code
	}
	return out
}

func (c Code) rule() codeRule {
	i := slices.IndexFunc(codeRules, func(r codeRule) bool { return r.Code == c })
	if i < 0 {
		return codeRule{}
	}
	return codeRules[i]
}

// Valid reports whether c is one of the codes.
func (c Code) Valid() bool { return c.rule().Code != "" }

// Label is the code in the words shown on pages.
func (c Code) Label() string { return c.rule().Label }

// Hint says what to write for the code.
func (c Code) Hint() string { return c.rule().Hint }

// Agrees is whose agreement makes a reason of this code hold.
func (c Code) Agrees() workflow.Actor { return c.rule().Agrees }

// AsksAssessment reports whether the code relies on a signed assessment, named by its reference.
func (c Code) AsksAssessment() bool { return c.rule().Assessment }

// AsksDay reports whether the code needs a day: of the later decision, or of the follow-up.
func (c Code) AsksDay() bool { return c.rule().Day != "" }

// ReasonCommand is a reason as it is given.
type ReasonCommand struct {
	Once            string
	Code            Code
	Recommendations []PointID
	Public          string
	Private         string
	Reference       string // of the assessment it relies on, for the codes that do
	DueOn           eqia.Day
}

func (c *ReasonCommand) validate(item Item, followUp int) error {
	c.Public, c.Private = eqia.Lines(c.Public), eqia.Lines(c.Private)
	rule := c.Code.rule()
	switch {
	case !c.Code.Valid():
		return &eqia.Invalid{Field: "code", Says: "Select why there is no assessment"}
	case c.Public == "":
		return &eqia.Invalid{Field: "public", Says: "Enter the reason, in words the public can read"}
	case utf8.RuneCountInString(c.Public) < rule.Least:
		return &eqia.Invalid{Field: "public", Says: "Explain the reason in at least 40 characters"}
	case rule.Assessment && c.Reference == "":
		return &eqia.Invalid{Field: "reference", Says: "Enter the reference of the signed assessment"}
	case !item.Appearance.Version.hasRecommendations(c.Recommendations):
		return eqia.ErrNotFound
	case c.Code == ToNote && item.Appearance.Version.decides():
		return &eqia.Invalid{Field: "code", Says: "A recommendation asks members to decide something. Select another reason"}
	}
	if err := c.validDay(item, rule, followUp); err != nil {
		return err
	}
	if err := eqia.ValidText("private", c.Private); err != nil {
		return err
	}
	return eqia.ValidText("public", c.Public)
}

func (c *ReasonCommand) validDay(item Item, rule codeRule, followUp int) error {
	if rule.Day == "" {
		c.DueOn = ""
		return nil
	}
	if _, err := eqia.ParseDay(string(c.DueOn)); err != nil {
		return &eqia.Invalid{Field: "due", Says: rule.Day}
	}
	meeting := item.Meeting.Day()
	last := eqia.DayOf(meeting.Time().AddDate(0, 0, followUp))
	switch {
	case c.DueOn <= meeting && c.Code == LaterStage:
		return &eqia.Invalid{Field: "due", Says: "Enter a date after this meeting"}
	case c.DueOn > last && c.Code == UrgentItem:
		return &eqia.Invalid{Field: "due", Says: "Enter a date no later than " + last.Words() + ", " + strconv.Itoa(followUp) + " days after the meeting"}
	}
	return nil
}

// deciding are words by which a recommendation asks for more than noting.
var deciding = []string{"approve", "adopt", "endorse", "recommend", "agree"}

// decides reports whether any recommendation asks members to decide something.
func (v ReportVersion) decides() bool {
	return slices.ContainsFunc(v.Recommendations, func(r Recommendation) bool {
		words := strings.FieldsFunc(strings.ToLower(r.Text), func(c rune) bool { return c < 'a' || c > 'z' })
		return slices.ContainsFunc(words, func(w string) bool {
			return slices.ContainsFunc(deciding, func(d string) bool { return w == d || w == d+"s" })
		})
	})
}
