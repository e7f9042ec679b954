package store

import (
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Rows are the tables as gorm sees them. Instants are stored as microseconds since 1970, 0 for none.

type settingRow struct {
	Name  string `gorm:"primaryKey"`
	Value string
}

type personRow struct {
	ID           string `gorm:"primaryKey"`
	Email        string
	EmailKey     string
	Name         string
	PasswordHash string
	Disabled     bool
	Demo         bool
}

type roleRow struct {
	PersonID string `gorm:"primaryKey"`
	Role     string `gorm:"primaryKey"`
}

type sessionRow struct {
	TokenHash string `gorm:"primaryKey"`
	PersonID  string
	MadeAt    int64
	SeenAt    int64
}

type referenceRow struct {
	Year int64 `gorm:"primaryKey"`
	Last int64
}

type assessmentRow struct {
	ID             string `gorm:"primaryKey"`
	Reference      string
	Profile        string
	Restricted     bool
	Legacy         bool
	CurrentVersion string
	SignedVersion  string
	RestrictedBy   string
	LiftedReason   string
}

type versionRow struct {
	ID            string `gorm:"primaryKey"`
	AssessmentID  string
	Major         int
	Minor         int
	Form          string
	State         string
	Revision      int
	Legacy        bool
	Title         string
	Kind          string
	Directorate   string
	Service       string
	DecisionOn    string
	ReviewDue     string
	BudgetRound   string
	Screening     bool
	StartedAt     int64
	SavedAt       int64
	SubmittedAt   int64
	Submissions   int
	Reviewer      string
	Allowed       string
	AllowedReason string
	SignedAt      int64
	SignedBy      string
	SignerName    string
	SignerRole    string
	Digest        string
	CheckCode     string
	PublishedAt   int64
	Reason        string
	Purpose       string
	FromNumber    string
	FromForm      string
	UrgentAt      int64
	UrgentBy      string
	UrgentReason  string
	UrgentAgreed  string
	UrgentDue     string
	UrgentDoneAt  int64
	UrgentDoneBy  string
	UrgentFound   string
	UrgentEnded   string
}

type partRow struct {
	VersionID string `gorm:"primaryKey"`
	Kind      string `gorm:"primaryKey"`
	Name      string `gorm:"primaryKey"`
	Counter   int
	Body      string
	SavedAt   int64
	SavedBy   string
}

type effectRow struct {
	VersionID      string `gorm:"primaryKey"`
	Characteristic string `gorm:"primaryKey"`
	Audience       string `gorm:"primaryKey"`
	OptionNo       string `gorm:"primaryKey"`
	Effect         string `gorm:"primaryKey"`
}

type partyRow struct {
	VersionID   string `gorm:"primaryKey"`
	PersonID    string `gorm:"primaryKey"`
	Name        string `gorm:"primaryKey"`
	Relation    string
	Active      bool
	Contributed bool
}

type commentRow struct {
	ID         string `gorm:"primaryKey"`
	VersionID  string
	PartKind   string
	PartName   string
	ReplyTo    string
	PersonID   string
	PersonRole string
	ReaderID   string
	Body       string
	MadeAt     int64
	SentAt     int64
	State      string
	EditedAt   int64

	WordingFor    string
	Wording       string
	WordingBase   int
	WordingUsedAt int64
}

type snapshotRow struct {
	VersionID string `gorm:"primaryKey"`
	Kind      string `gorm:"primaryKey"`
	No        int    `gorm:"primaryKey"`
	Content   string
	Digest    string
	MadeAt    int64
}

type auditRow struct {
	Seq          int64 `gorm:"primaryKey"`
	MadeAt       int64
	Actor        string
	Kind         string
	AssessmentID string
	VersionID    string
	Subject      string
	Detail       string
	Prev         string
	Hash         string
}

type outboxRow struct {
	Seq       int64  `gorm:"primaryKey"`
	Recipient string `gorm:"primaryKey"`
	Kind      string
	Reference string
	MadeAt    int64
	SentAt    int64
	Tries     int
}

type onceRow struct {
	FormKey string `gorm:"primaryKey"`
	Result  string
	MadeAt  int64
}

func (settingRow) TableName() string    { return "settings" }
func (personRow) TableName() string     { return "people" }
func (roleRow) TableName() string       { return "roles_held" }
func (sessionRow) TableName() string    { return "sessions" }
func (referenceRow) TableName() string  { return "references_used" }
func (assessmentRow) TableName() string { return "assessments" }
func (versionRow) TableName() string    { return "versions" }
func (partRow) TableName() string       { return "parts" }
func (effectRow) TableName() string     { return "effects" }
func (partyRow) TableName() string      { return "parties" }
func (commentRow) TableName() string    { return "comments" }
func (snapshotRow) TableName() string   { return "snapshots" }
func (auditRow) TableName() string      { return "audit" }
func (outboxRow) TableName() string     { return "outbox" }
func (onceRow) TableName() string       { return "once" }

// micros is an instant as stored: microseconds since 1970, 0 for none.
func micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// instant is a stored instant; the zero time for 0.
func instant(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.UnixMicro(n).UTC()
}

func rowOf(h eqia.Header) versionRow {
	return versionRow{
		ID: string(h.ID), AssessmentID: string(h.AssessmentID), Major: h.Major, Minor: h.Minor, Form: h.Form, State: string(h.State),
		Revision: h.Revision, Legacy: h.Legacy, Title: h.Title, Kind: h.Kind, Directorate: h.Directorate, Service: h.Service,
		DecisionOn: string(h.DecisionOn), ReviewDue: string(h.ReviewDue), BudgetRound: h.BudgetRound, Screening: h.Screening, StartedAt: micros(h.StartedAt),
		SavedAt: micros(h.SavedAt), SubmittedAt: micros(h.SubmittedAt), Submissions: h.Submissions, Reviewer: string(h.Reviewer),
		Allowed: string(h.Allowed), AllowedReason: h.AllowedReason, SignerName: h.SignerName, SignedAt: micros(h.SignedAt), SignedBy: string(h.SignedBy), SignerRole: h.SignerRole,
		Digest: h.Digest, CheckCode: h.CheckCode, PublishedAt: micros(h.PublishedAt), Reason: h.Reason,
		Purpose: string(h.Purpose), FromNumber: h.FromNumber, FromForm: h.FromForm,
		UrgentAt: micros(h.Urgent.At), UrgentBy: string(h.Urgent.By), UrgentReason: h.Urgent.Reason, UrgentAgreed: h.Urgent.Agreed,
		UrgentDue: string(h.Urgent.Due), UrgentDoneAt: micros(h.Urgent.DoneAt), UrgentDoneBy: string(h.Urgent.DoneBy), UrgentFound: h.Urgent.Found, UrgentEnded: h.Urgent.Ended,
	}
}

func (r versionRow) header() eqia.Header {
	return eqia.Header{
		ID: eqia.VersionID(r.ID), AssessmentID: eqia.AssessmentID(r.AssessmentID), Major: r.Major, Minor: r.Minor, Form: r.Form,
		State: workflow.State(r.State), Revision: r.Revision, Legacy: r.Legacy, Title: r.Title, Kind: r.Kind, Directorate: r.Directorate,
		Service: r.Service, DecisionOn: eqia.Day(r.DecisionOn), ReviewDue: eqia.Day(r.ReviewDue), BudgetRound: r.BudgetRound, Screening: r.Screening,
		StartedAt: instant(r.StartedAt), SavedAt: instant(r.SavedAt), SubmittedAt: instant(r.SubmittedAt), Submissions: r.Submissions,
		Reviewer: eqia.PersonID(r.Reviewer), Allowed: eqia.PersonID(r.Allowed), AllowedReason: r.AllowedReason, SignerName: r.SignerName, SignedAt: instant(r.SignedAt),
		SignedBy: eqia.PersonID(r.SignedBy), SignerRole: r.SignerRole, Digest: r.Digest, CheckCode: r.CheckCode,
		PublishedAt: instant(r.PublishedAt), Reason: r.Reason,
		Purpose: eqia.Purpose(r.Purpose), FromNumber: r.FromNumber, FromForm: r.FromForm,
		Urgent: eqia.Urgency{At: instant(r.UrgentAt), By: eqia.PersonID(r.UrgentBy), Reason: r.UrgentReason, Agreed: r.UrgentAgreed,
			Due: eqia.Day(r.UrgentDue), DoneAt: instant(r.UrgentDoneAt), DoneBy: eqia.PersonID(r.UrgentDoneBy), Found: r.UrgentFound, Ended: r.UrgentEnded},
	}
}

func (r assessmentRow) assessment() eqia.Assessment {
	return eqia.Assessment{ID: eqia.AssessmentID(r.ID), Reference: r.Reference, Profile: r.Profile, Restricted: r.Restricted,
		Legacy: r.Legacy, Current: eqia.VersionID(r.CurrentVersion), Signed: eqia.VersionID(r.SignedVersion),
		RestrictedBy: eqia.VersionID(r.RestrictedBy), LiftedReason: r.LiftedReason}
}
