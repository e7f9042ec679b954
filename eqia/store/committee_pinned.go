package store

import (
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/workflow"
)

// pinnedRow is a link beside what the rules need to know of the version it points at, as that stands now.
type pinnedRow struct {
	Row           linkRow `gorm:"embedded"`
	Reference     string
	Title         string
	Major         int
	Minor         int
	State         string
	SignedAt      int64
	SignedBy      string
	SignerName    string
	SignerRole    string
	Allowed       string
	Legacy        bool
	Restricted    bool
	ReviewDue     string
	NewerMajor    int
	NewerMinor    int
	NewerSignedAt int64
	WithdrawnAt   int64
	PublishedAt   int64
	Digest        string
	ByName        string
	EndedByName   string
}

const pinnedColumns = "assessment_links.*, s.reference, s.restricted, v.title, v.major, v.minor, v.state, v.signed_at, v.signed_by, v.signer_role, " +
	"v.allowed, v.legacy, v.review_due, CASE WHEN v.published_at > 0 THEN v.published_at ELSE (SELECT COALESCE(MAX(pub.published_at), 0) " +
	"FROM redactions red JOIN versions pub ON pub.id = red.public_id WHERE red.whole_id = v.id) END AS published_at, v.digest, COALESCE(people.name, v.signer_name) AS signer_name, COALESCE(n.major, 0) AS newer_major, " +
	"COALESCE(n.minor, 0) AS newer_minor, COALESCE(n.signed_at, 0) AS newer_signed_at, " +
	"COALESCE((SELECT p.name FROM people p WHERE p.id = assessment_links.made_by), '') AS by_name, " +
	"COALESCE((SELECT p.name FROM people p WHERE p.id = assessment_links.ended_by), '') AS ended_by_name, " +
	"COALESCE((SELECT MAX(u.made_at) FROM audit u WHERE u.assessment_id = v.assessment_id AND u.version_id = v.id AND u.kind = 'withdraw'), 0) AS withdrawn_at"

func fillLinks(db *gorm.DB, ids []string, at map[string]*committee.Appearance) error {
	var rows []pinnedRow
	err := db.Table("assessment_links").Select(pinnedColumns).Joins("JOIN versions v ON v.id = assessment_links.version_id").
		Joins("JOIN assessments s ON s.id = assessment_links.assessment_id").Joins("LEFT JOIN people ON people.id = v.signed_by").
		Joins("LEFT JOIN versions n ON n.id = s.signed_version AND n.id <> v.id").
		Where("assessment_links.appearance_id IN ?", ids).Order("assessment_links.made_at, assessment_links.id").Find(&rows).Error
	if err != nil {
		return err
	}
	for _, r := range rows {
		l := r.link()
		if r.Row.Facts != "" {
			if err := json.Unmarshal([]byte(r.Row.Facts), &l.Pinned.Facts); err != nil {
				return fmt.Errorf("read what link %s knows: %w", r.Row.ID, err)
			}
		}
		a := at[r.Row.AppearanceID]
		a.Links = append(a.Links, l)
	}
	return nil
}

func (r pinnedRow) link() committee.Link {
	l := r.Row
	return committee.Link{ID: committee.LinkID(l.ID), AppearanceID: committee.AppearanceID(l.AppearanceID), Pinned: r.pinned(),
		Relation: committee.Relation(l.Relation), Covers: committee.Coverage(l.Covers), Recommendations: unspaced[committee.PointID](l.RecommendationIds),
		Options: unspaced[committee.PointID](l.OptionIds), Note: l.Note, Appendix: l.Appendix, At: instant(l.MadeAt), By: eqia.PersonID(l.MadeBy),
		EndedAt: instant(l.EndedAt), EndedBy: eqia.PersonID(l.EndedBy), ReplacedBy: committee.LinkID(l.ReplacedBy), WithdrawnReason: l.WithdrawnReason,
		ByName: r.ByName, EndedByName: r.EndedByName}
}

func (r pinnedRow) pinned() committee.Pinned {
	p := committee.Pinned{AssessmentID: eqia.AssessmentID(r.Row.AssessmentID), VersionID: eqia.VersionID(r.Row.VersionID), Reference: r.Reference,
		Title: titleOf(r.Title, r.Restricted), Number: number(r.Major, r.Minor), State: workflow.State(r.State), SignedAt: instant(r.SignedAt),
		SignerName: r.SignerName, SignerRole: r.SignerRole, SignerContributed: r.Row.SignerContributed,
		SignerAllowed: r.Allowed != "" && r.Allowed == r.SignedBy, Legacy: r.Legacy, Restricted: r.Restricted, ReviewDue: eqia.Day(r.ReviewDue),
		WithdrawnAt: instant(r.WithdrawnAt), Published: r.PublishedAt > 0, Digest: r.Digest}
	p.Unrated = linesOf(r.Row.Unrated)
	if r.NewerMajor > 0 {
		p.NewerNumber, p.NewerSignedAt = number(r.NewerMajor, r.NewerMinor), instant(r.NewerSignedAt)
	}
	return p
}

// titleOf is a title that may be shown on the committee side: none for a restricted assessment.
func titleOf(title string, restricted bool) string {
	if restricted {
		return ""
	}
	return title
}

func fillReasons(db *gorm.DB, ids []string, at map[string]*committee.Appearance) error {
	var rows []struct {
		Row          reasonRow `gorm:"embedded"`
		AgreedName   string
		AssessmentID string
		Reference    string
		Major        int
		Minor        int
		State        string
	}
	err := db.Table("no_assessment_reasons").Select("no_assessment_reasons.*, COALESCE(people.name, '') AS agreed_name, "+
		"COALESCE(s.id, '') AS assessment_id, COALESCE(s.reference, '') AS reference, COALESCE(v.major, 0) AS major, "+
		"COALESCE(v.minor, 0) AS minor, COALESCE(v.state, '') AS state").
		Joins("LEFT JOIN people ON people.id = no_assessment_reasons.agreed_by").
		Joins("LEFT JOIN versions v ON v.id = no_assessment_reasons.relies_on").Joins("LEFT JOIN assessments s ON s.id = v.assessment_id").
		Where("no_assessment_reasons.appearance_id IN ?", ids).Order("no_assessment_reasons.made_at, no_assessment_reasons.id").Find(&rows).Error
	for _, r := range rows {
		reason := r.Row.reason()
		reason.AgreedName = r.AgreedName
		if r.Reference != "" {
			reason.RelyOn = committee.RelyOn{AssessmentID: eqia.AssessmentID(r.AssessmentID), VersionID: eqia.VersionID(r.Row.ReliesOn),
				Reference: r.Reference, Number: number(r.Major, r.Minor), State: workflow.State(r.State)}
		}
		at[r.Row.AppearanceID].Reasons = append(at[r.Row.AppearanceID].Reasons, reason)
	}
	return err
}

func (r reasonRow) reason() committee.Reason {
	return committee.Reason{ID: committee.ReasonID(r.ID), AppearanceID: committee.AppearanceID(r.AppearanceID), Code: committee.Code(r.Code),
		Recommendations: unspaced[committee.PointID](r.RecommendationIds), Public: r.PublicText, Private: r.PrivateNote, DueOn: eqia.Day(r.DueOn), At: instant(r.MadeAt),
		By: eqia.PersonID(r.MadeBy), AgreedAt: instant(r.AgreedAt), AgreedBy: eqia.PersonID(r.AgreedBy), AgreedRole: workflow.Actor(r.AgreedRole),
		EndedAt: instant(r.EndedAt), EndedBy: eqia.PersonID(r.EndedBy), Counter: r.Counter}
}
