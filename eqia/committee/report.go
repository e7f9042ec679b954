package committee

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"dorset-eqia/eqia"
)

// Report is the matter that goes before members, once or at several meetings.
type Report struct {
	ID          ReportID
	Reference   string // R-2026-0001; given by the store
	Title       string
	Author      eqia.PersonID // empty for someone without an account
	AuthorName  string        // of the author's account, where it is shown
	LeadOfficer string
	Directorate string
	Purpose     string // for example "For decision"
	Access      Access
	Counter     int             // how often it was saved; 0 for one that is new
	Versions    []ReportVersion // newest last, where the page shows them
	Journey     []Item          // the items it was or will be at, in the order of the meetings, where the page shows them

	Aliases         []string // other titles it has had
	Director        string
	CabinetMembers  []string
	Wards           []string
	Key             KeyDecision
	KeyLimb         KeyLimb
	ValuePence      int64 // 0 when not known
	PolicyFramework bool
	Paragraphs      []string // of Schedule 12A, where it is exempt
}

// KeyDecision is whether a report asks for a key decision; empty when nobody has said.
type KeyDecision string

// The answers.
const (
	KeyYes KeyDecision = "yes"
	KeyNo  KeyDecision = "no"
)

// KeyLimb is what makes a decision key (regulation 8 of SI 2012/2089).
type KeyLimb string

// The limbs; empty when nobody has said.
const (
	KeySpend    KeyLimb = "spend"
	KeyTwoWards KeyLimb = "two_wards"
	KeyBoth     KeyLimb = "both"
	KeyNone     KeyLimb = "none"
)

// KeyLimbs lists the limbs in the order they are offered.
func KeyLimbs() []KeyLimb { return []KeyLimb{KeySpend, KeyTwoWards, KeyBoth, KeyNone} }

// Label is the limb in the words shown on pages.
func (l KeyLimb) Label() string {
	return map[KeyLimb]string{KeySpend: "What it spends or saves", KeyTwoWards: "Its effect on two or more wards", KeyBoth: "Both", KeyNone: "Neither"}[l]
}

// Origin is who put a recommendation.
type Origin string

// The origins of a recommendation.
const (
	ByOfficer          Origin = "officer"
	CommitteeAmendment Origin = "committee_amendment"
	CabinetAmendment   Origin = "cabinet_amendment"
	ByMotion           Origin = "motion"
)

// OptionStatus is whether an option is still open.
type OptionStatus string

// The statuses of an option.
const (
	LiveOption     OptionStatus = "live"
	RejectedOption OptionStatus = "rejected"
	AddedOption    OptionStatus = "added"
)

// EqualitySource is where a report's equality section comes from.
type EqualitySource string

// The sources.
const (
	TypedText     EqualitySource = "typed"
	GeneratedText EqualitySource = "generated"
	EditedText    EqualitySource = "edited"
)

// ReportVersion is a report as it goes to one or more meetings. It never changes: what changes is a version of its own. Its equality section
// alone can be put in until an agenda with it is published.
type ReportVersion struct {
	ID              ReportVersionID
	ReportID        ReportID
	No              int
	EqualityText    string // what the report says under its equality heading
	Recommendations []Recommendation
	Options         []Option
	At              time.Time
	By              eqia.PersonID

	Title          string   // of this version; empty when it is the report's
	Appendices     []string // as listed in the report
	Background     []string // the background papers, as listed in the report
	EqualitySource EqualitySource
	GeneratedFrom  []eqia.VersionID // the versions that the equality section was made from
	Texts          int              // how often a section was put in it
	Generated      string           // the section as it was made, before anyone changed it; empty when it was typed
}

// Recommendation is one thing that members are asked to agree. It keeps its identifier in every version of the report that has its words.
type Recommendation struct {
	ID     PointID
	Label  string // as printed: "1", "3(a)"
	Text   string
	Origin Origin
	Since  time.Time // when a version first had these words; zero when not known
}

// Option is one of the options that the report puts before members. It keeps its identifier as a recommendation does.
type Option struct {
	ID     PointID
	Label  string
	Text   string
	Status OptionStatus
	Since  time.Time
}

// Appearance is one version of a report at one item of one meeting. What was before members belongs to it.
type Appearance struct {
	ID       AppearanceID
	ItemID   ItemID
	Report   Report // without versions
	Version  ReportVersion
	Links    []Link // newest last; those replaced or withdrawn are kept
	Expected []Expected
	Reasons  []Reason
	At       time.Time
	By       eqia.PersonID

	Decision
	Clearances  []Clearance // of the version, oldest first
	Overrides   []Override  // oldest first; those that ended are kept
	Challenges  []Challenge
	Commitments []Commitment
	Journey     []Item // where else the report was or will be, in the order of the meetings, with decisions, links and reasons
	Counter     int
}

// Earlier is where the report was before the meeting of an item, oldest first.
func (a Appearance) Earlier(than Meeting) []Item {
	return slices.DeleteFunc(slices.Clone(a.Journey), func(i Item) bool { return !i.Meeting.StartsAt.Before(than.StartsAt) })
}

// Live is the links that hold now.
func (a Appearance) Live() []Link {
	var out []Link
	for _, l := range a.Links {
		if l.Live() {
			out = append(out, l)
		}
	}
	return out
}

// pinned is what the links that hold now point at.
func (a Appearance) pinned() []Pinned {
	var out []Pinned
	for _, l := range a.Live() {
		out = append(out, l.Pinned)
	}
	return out
}

// Given is the reasons that hold now, agreed or still waiting to be.
func (a Appearance) Given() []Reason {
	var out []Reason
	for _, r := range a.Reasons {
		if r.EndedAt.IsZero() {
			out = append(out, r)
		}
	}
	return out
}

var reportForm = regexp.MustCompile(`^R-\d{4}-\d{4,9}$`)

// ParseReportReference reads a report's reference from an address.
func ParseReportReference(s string) (string, error) {
	if !reportForm.MatchString(s) {
		return "", eqia.ErrNotFound
	}
	return s, nil
}

func (r *Report) validate() error {
	r.Title, r.LeadOfficer, r.Directorate, r.Purpose = line(r.Title), line(r.LeadOfficer), line(r.Directorate), line(r.Purpose)
	if r.Title == "" {
		return &eqia.Invalid{Field: "title", Says: "Enter the title of the report"}
	}
	r.Director, r.Aliases = line(r.Director), lineByLine(strings.Join(r.Aliases, "\n"))
	switch {
	case !r.Access.Valid():
		return &eqia.Invalid{Field: "access", Says: "Select who can read the report"}
	case r.Key != "" && r.Key != KeyYes && r.Key != KeyNo:
		return &eqia.Invalid{Field: "key", Says: "Select whether it is a key decision"}
	case r.KeyLimb != "" && !slices.Contains(KeyLimbs(), r.KeyLimb):
		return &eqia.Invalid{Field: "key_limb", Says: "Select what makes it a key decision"}
	case !validParagraphs(r.Paragraphs):
		return &eqia.Invalid{Field: "paragraphs", Says: "Select paragraphs from the list"}
	}
	for field, text := range map[string]string{"title": r.Title, "lead_officer": r.LeadOfficer, "directorate": r.Directorate, "purpose": r.Purpose} {
		if err := short(field, text); err != nil {
			return err
		}
	}
	return nil
}

// ReportText is what a version of a report says that matters here: its equality section, and its recommendations, options, appendices and
// background papers, one to a line.
type ReportText struct {
	Title           string // of this version; empty when it is the report's
	Equality        string
	Recommendations string
	Options         string
	Appendices      string
	Background      string
}

// Text is a version as it was typed, to be changed into the next.
func (v ReportVersion) Text() ReportText {
	t := ReportText{Title: v.Title, Equality: v.EqualityText, Appendices: strings.Join(v.Appendices, "\n"), Background: strings.Join(v.Background, "\n")}
	for _, r := range v.Recommendations {
		t.Recommendations += r.Label + ". " + r.Text + "\n"
	}
	for _, o := range v.Options {
		t.Options += o.Label + ". " + o.Text + "\n"
	}
	return t
}

// mostPoints is how many recommendations or options one report may have.
const mostPoints = 100

func (s *Service) version(by eqia.Person, report ReportID, no int, text ReportText) (ReportVersion, error) {
	v := ReportVersion{ID: ReportVersionID(s.NewID()), ReportID: report, No: no, EqualityText: eqia.Lines(text.Equality), At: s.Now().UTC(), By: by.ID,
		EqualitySource: TypedText, Title: line(text.Title), Appendices: lineByLine(text.Appendices), Background: lineByLine(text.Background)}
	if err := eqia.ValidText("equality", v.EqualityText); err != nil {
		return v, err
	}
	if err := errors.Join(short("title", v.Title), eqia.ValidText("appendices", eqia.Lines(text.Appendices)),
		eqia.ValidText("background", eqia.Lines(text.Background))); err != nil {
		return v, err
	}
	for _, p := range points(text.Recommendations) {
		v.Recommendations = append(v.Recommendations, Recommendation{ID: PointID(s.NewID()), Label: p[0], Text: p[1], Origin: ByOfficer, Since: v.At})
	}
	for _, p := range points(text.Options) {
		v.Options = append(v.Options, Option{ID: PointID(s.NewID()), Label: p[0], Text: p[1], Status: LiveOption, Since: v.At})
	}
	if len(v.Recommendations) > mostPoints || len(v.Options) > mostPoints {
		return v, &eqia.Invalid{Field: "recommendations", Says: "Enter no more than 100 recommendations or options"}
	}
	if err := eqia.ValidText("recommendations", eqia.Lines(text.Recommendations)); err != nil {
		return v, err
	}
	return v, eqia.ValidText("options", eqia.Lines(text.Options))
}

// lineByLine is the lines of a text that say something.
func lineByLine(text string) []string {
	var out []string
	for raw := range strings.Lines(text) {
		if l := line(raw); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// points reads lines such as "3(a) Agree the plan" into label and text; a line without a number takes its place in the list.
func points(text string) [][2]string {
	var out [][2]string
	for raw := range strings.Lines(text) {
		words, label := line(raw), ""
		if m := pointStart.FindStringSubmatch(words); m != nil {
			label, words = strings.Trim(m[1], ".:"), m[2]
		}
		if words == "" {
			continue
		}
		if label == "" {
			label = strconv.Itoa(len(out) + 1)
		}
		out = append(out, [2]string{label, words})
	}
	return out
}

var pointStart = regexp.MustCompile(`^(\d{1,3}(?:\.\d{1,3})*(?:\([a-zA-Z0-9]{1,3}\)|[a-zA-Z])?|\([a-zA-Z0-9]{1,3}\))[.:)]?\s+(.+)$`)
