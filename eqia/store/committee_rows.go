package store

import (
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
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
}

type reportVersionRow struct {
	ID           string `gorm:"primaryKey"`
	ReportID     string
	No           int
	EqualityText string
	MadeAt       int64
	MadeBy       string
}

type reportPointRow struct {
	ID              string `gorm:"primaryKey"`
	ReportVersionID string
	Kind            string
	Position        int
	Label           string
	Body            string
}

type appearanceRow struct {
	ID              string `gorm:"primaryKey"`
	AgendaItemID    string
	ReportVersionID string
	MadeAt          int64
	MadeBy          string
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

// idList is identifiers as one column holds them; idsOf reads them back. They are never looked for in it.
func idList(ids []committee.PointID) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = string(id)
	}
	return strings.Join(parts, " ")
}

func idsOf(list string) []committee.PointID {
	var out []committee.PointID
	for _, id := range strings.Fields(list) {
		out = append(out, committee.PointID(id))
	}
	return out
}

func number(major, minor int) string { return eqia.Header{Major: major, Minor: minor}.Number() }
