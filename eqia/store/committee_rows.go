package store

import (
	"strings"

	"dorset-eqia/eqia"
)

type committeeRow struct {
	ID      string `gorm:"primaryKey"`
	Name    string
	NameKey string
	Kind    string
	Regime  string
	Active  bool
	Counter int
}

type meetingRow struct {
	ID          string `gorm:"primaryKey"`
	CommitteeID string
	StartsAt    int64
	Venue       string
	Status      string
	AgendaOn    string
	Counter     int
	ShortNotice string
	Source      string
	SourceID    string
	ChangedAt   int64
}

type agendaItemRow struct {
	ID           string `gorm:"primaryKey"`
	MeetingID    string
	Position     int
	NumberText   string
	Title        string
	Kind         string
	Access       string
	UrgentReason string
	Counter      int
	Paragraphs   string
	PageFrom     int
	PageTo       int
	Source       string
	SourceID     string
	TwinOf       string
	AddedAt      int64
	Silent       bool
}

type reportReferenceRow struct {
	Year int64 `gorm:"primaryKey"`
	Last int64
}

type reportRow struct {
	ID          string `gorm:"primaryKey"`
	Reference   string
	Title       string
	Author      string
	LeadOfficer string
	Directorate string
	Purpose     string
	Access      string
	Counter     int

	Aliases         string
	Director        string
	CabinetMembers  string
	Wards           string
	KeyDecision     string
	KeyLimb         string
	ValuePence      int64
	PolicyFramework bool
	Paragraphs      string
}

type reportVersionRow struct {
	ID           string `gorm:"primaryKey"`
	ReportID     string
	No           int
	EqualityText string
	MadeAt       int64
	MadeBy       string

	Title          string
	Appendices     string
	Background     string
	EqualitySource string
	GeneratedFrom  string
	GeneratedText  string
}

type reportPointRow struct {
	ID              string `gorm:"primaryKey"`
	ReportVersionID string
	Kind            string
	Position        int
	Label           string
	Body            string
	Origin          string
	Status          string
	PointID         string // of the point, in every version that has its words; empty in older rows, where it is the row's own
	Since           int64
}

type appearanceRow struct {
	ID              string `gorm:"primaryKey"`
	AgendaItemID    string
	ReportVersionID string
	MadeAt          int64
	MadeBy          string
	Role            string
	Outcome         string
	Resolution      string
	Amendments      string
	Considered      string
	Minute          string
	Counter         int
}

type expectedRow struct {
	AppearanceID string `gorm:"primaryKey"`
	AssessmentID string `gorm:"primaryKey"`
	MadeAt       int64
	MadeBy       string
}

type linkRow struct {
	ID                string `gorm:"primaryKey"`
	AppearanceID      string
	AssessmentID      string
	VersionID         string
	Relation          string
	Covers            string
	RecommendationIds string
	OptionIds         string
	Note              string
	Appendix          string
	Unrated           string
	SignerContributed bool
	MadeAt            int64
	MadeBy            string
	EndedAt           int64
	EndedBy           string
	ReplacedBy        string
	WithdrawnReason   string
	Facts             string
}

type reasonRow struct {
	ID                string `gorm:"primaryKey"`
	AppearanceID      string
	Code              string
	RecommendationIds string
	PublicText        string
	PrivateNote       string
	ReliesOn          string
	DueOn             string
	MadeAt            int64
	MadeBy            string
	AgreedAt          int64
	AgreedBy          string
	AgreedRole        string
	EndedAt           int64
	EndedBy           string
	Counter           int
}

type editionRow struct {
	ID         string `gorm:"primaryKey"`
	MeetingID  string
	Seq        int
	Kind       string
	RecordedAt int64
	RecordedBy string
	Reason     string
	Manifest   string
	Digest     string
	Ruleset    string
}

type statementRow struct {
	EditionID string `gorm:"primaryKey"`
	Seq       int    `gorm:"primaryKey"`
	StatedAt  int64
	Source    string
	Why       string
	MadeAt    int64
	MadeBy    string
}

type toldRow struct {
	ID        string `gorm:"primaryKey"`
	MeetingID string
	Mark      string
	Way       string
	ToldAt    int64
	Note      string
	MadeAt    int64
	MadeBy    string
}

type clearanceRow struct {
	ID              string `gorm:"primaryKey"`
	ReportVersionID string
	Role            string
	State           string
	Comment         string
	MadeAt          int64
	MadeBy          string
}

type overrideRow struct {
	ID           string `gorm:"primaryKey"`
	AppearanceID string
	Rule         string
	Mark         string
	PublicText   string
	PrivateNote  string
	AgreedHow    string
	Role         string
	MadeAt       int64
	MadeBy       string
	ConfirmBy    string
	ConfirmedAt  int64
	ConfirmedBy  string
	EndedAt      int64
	EndedBy      string
	Counter      int
}

type challengeRow struct {
	ID           string `gorm:"primaryKey"`
	AppearanceID string
	Councillor   string
	Channel      string
	Body         string
	AskedOn      string
	Answer       string
	LedTo        string
	MadeAt       int64
	MadeBy       string
	Counter      int
}

type commitmentRow struct {
	ID           string `gorm:"primaryKey"`
	AppearanceID string
	Body         string
	Owner        string
	DueOn        string
	MadeAt       int64
	MadeBy       string
	ClosedAt     int64
	ClosedBy     string
	Closing      string
	Counter      int
}

type ruleBookRow struct {
	ID      int64 `gorm:"primaryKey"`
	Body    string
	Counter int
}

func (editionRow) TableName() string         { return "agenda_editions" }
func (toldRow) TableName() string            { return "members_told" }
func (statementRow) TableName() string       { return "edition_statements" }
func (clearanceRow) TableName() string       { return "clearances" }
func (overrideRow) TableName() string        { return "overrides" }
func (challengeRow) TableName() string       { return "challenges" }
func (commitmentRow) TableName() string      { return "commitments" }
func (ruleBookRow) TableName() string        { return "rule_books" }
func (committeeRow) TableName() string       { return "committees" }
func (meetingRow) TableName() string         { return "meetings" }
func (agendaItemRow) TableName() string      { return "agenda_items" }
func (reportReferenceRow) TableName() string { return "report_references_used" }
func (reportRow) TableName() string          { return "reports" }
func (reportVersionRow) TableName() string   { return "report_versions" }
func (reportPointRow) TableName() string     { return "report_points" }
func (appearanceRow) TableName() string      { return "appearances" }
func (expectedRow) TableName() string        { return "expected_assessments" }
func (linkRow) TableName() string            { return "assessment_links" }
func (reasonRow) TableName() string          { return "no_assessment_reasons" }

// The kinds of point a report version holds.
const (
	recommendationPoint = "recommendation"
	optionPoint         = "option"
)

// spaced is identifiers as one column holds them; unspaced reads them back. They are never looked for in it.
func spaced[T ~string](ids []T) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = string(id)
	}
	return strings.Join(parts, " ")
}

func unspaced[T ~string](list string) []T {
	var out []T
	for id := range strings.FieldsSeq(list) {
		out = append(out, T(id))
	}
	return out
}

// lineList is short texts as one column holds them, a line each; linesOf reads them back.
func lineList(lines []string) string { return strings.Join(lines, "\n") }

func linesOf(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, "\n")
}

func number(major, minor int) string { return eqia.Header{Major: major, Minor: minor}.Number() }
