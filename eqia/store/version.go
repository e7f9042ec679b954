package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// familyVersion is a version with its family, as one query brings them. Like every row here that holds another, it names it: gorm does not
// look into a part that has no exported name.
type familyVersion struct {
	Row            versionRow `gorm:"embedded"`
	Reference      string
	Profile        string
	Restricted     bool
	FamilyLegacy   bool
	CurrentVersion string
	SignedVersion  string
	RestrictedBy   string
	LiftedReason   string
	Placed         bool
	PartyList      string // JSON, so that the people come in the same query
}

// Version is one version of an assessment with everything in it; two queries, whatever its size.
func (s *Store) Version(ctx context.Context, reference, number string) (eqia.Version, error) {
	db := s.read.WithContext(ctx)
	q := db.Table("versions").Joins("JOIN assessments ON assessments.id = versions.assessment_id").
		Select("versions.*, assessments.reference, assessments.profile, assessments.restricted, assessments.legacy AS family_legacy, "+
			"assessments.current_version, assessments.signed_version, assessments.restricted_by, assessments.lifted_reason, "+
			isPlaced+" AS placed, "+s.partyList()+" AS party_list").Where("assessments.reference = ?", reference)
	if number == "" {
		q = q.Where("versions.id = assessments.current_version")
	} else {
		major, minor, err := eqia.ParseNumber(number)
		if err != nil {
			return eqia.Version{}, err
		}
		q = q.Where("versions.major = ? AND versions.minor = ?", major, minor)
	}
	var row familyVersion
	if err := q.Take(&row).Error; err != nil {
		return eqia.Version{}, missing(err)
	}
	v := eqia.Version{Header: row.Row.header(), Assessment: row.family(), Placed: row.Placed}
	var err error
	if v.Parties, err = parties(row.PartyList); err != nil {
		return v, err
	}
	v.Content, v.Stamps, err = content(db, v)
	return v, err
}

func (r familyVersion) family() eqia.Assessment {
	return assessmentRow{r.Row.AssessmentID, r.Reference, r.Profile, r.Restricted, r.FamilyLegacy, r.CurrentVersion, r.SignedVersion,
		r.RestrictedBy, r.LiftedReason}.assessment()
}

// content reads the parts of a version into its record.
func content(db *gorm.DB, v eqia.Version) (eqia.Content, map[eqia.PartKey]eqia.Stamp, error) {
	c := eqia.NewContent(eqia.FormRef{Profile: v.Assessment.Profile, Version: v.Form})
	stamps := map[eqia.PartKey]eqia.Stamp{}
	rows, err := db.Table("parts").Select("kind, parts.name, counter, body, saved_at, saved_by, COALESCE(people.name, '')").
		Joins("LEFT JOIN people ON people.id = parts.saved_by").Where("version_id = ?", string(v.ID)).Rows()
	if err != nil {
		return c, stamps, err
	}
	defer rows.Close()
	for rows.Next() {
		var r partRow
		var by string
		if err := rows.Scan(&r.Kind, &r.Name, &r.Counter, &r.Body, &r.SavedAt, &r.SavedBy, &by); err != nil {
			return c, stamps, err
		}
		if err := r.into(&c); err != nil {
			return c, stamps, fmt.Errorf("read %s/%s: %w", r.Kind, r.Name, err)
		}
		stamps[eqia.PartKey{Kind: eqia.PartKind(r.Kind), Key: r.Name}] = eqia.Stamp{
			Counter: r.Counter, At: instant(r.SavedAt), By: eqia.PersonID(r.SavedBy), ByName: by}
	}
	c.Sort()
	return c, stamps, rows.Err()
}

// removed is the body of a part that was taken away.
const removed = "null"

// into puts one stored part where it belongs in the record.
func (r partRow) into(c *eqia.Content) error {
	body := []byte(r.Body)
	if r.Body == removed {
		return nil
	}
	switch eqia.PartKind(r.Kind) {
	case eqia.AnswerPart:
		var a eqia.Answer
		err := json.Unmarshal(body, &a)
		c.Answers[r.Name] = a
		return err
	case eqia.CardPart:
		return extend(&c.Cards, body)
	case eqia.OptionPart:
		return extend(&c.Options, body)
	case eqia.EvidencePart:
		return extend(&c.Evidence, body)
	case eqia.EngagementPart:
		return extend(&c.Engagement, body)
	case eqia.ActionPart:
		return extend(&c.Actions, body)
	default:
		return errors.New("unknown kind of part")
	}
}

func extend[T any](list *[]T, body []byte) error {
	var one T
	err := json.Unmarshal(body, &one)
	*list = append(*list, one)
	return err
}

// isPlaced is whether an assessment is linked to, or expected with, a report, so that a page need not ask where when it is nowhere.
const isPlaced = "(EXISTS (SELECT 1 FROM assessment_links l WHERE l.assessment_id = versions.assessment_id) OR " +
	"EXISTS (SELECT 1 FROM expected_assessments e WHERE e.assessment_id = versions.assessment_id))"

// partyList is everyone of a version's cycle as JSON: the versions of the family with the same major number, up to this one. What the two
// databases call the functions that make it is all that differs.
func (s *Store) partyList() string {
	list, one := "json_group_array", "json_object"
	if s.pg {
		list, one = "json_agg", "json_build_object"
	}
	return "(SELECT COALESCE(" + list + "(" + one + "('version', p.version_id, 'person', p.person_id, 'name', p.name, 'relation', p.relation, " +
		"'active', CASE WHEN p.active THEN 'yes' ELSE '' END, 'contributed', CASE WHEN p.contributed THEN 'yes' ELSE '' END, " +
		"'called', COALESCE(who.name, ''))), '[]') FROM parties p JOIN versions cycle ON cycle.id = p.version_id " +
		"LEFT JOIN people who ON who.id = p.person_id WHERE cycle.assessment_id = versions.assessment_id " +
		"AND cycle.major = versions.major AND cycle.minor <= versions.minor)"
}

// parties reads the list back.
func parties(list string) ([]eqia.Party, error) {
	var rows []struct{ Version, Person, Name, Relation, Active, Contributed, Called string }
	if err := json.Unmarshal([]byte(list), &rows); err != nil {
		return nil, fmt.Errorf("read who worked on it: %w", err)
	}
	out := make([]eqia.Party, len(rows))
	for i, r := range rows {
		out[i] = eqia.Party{VersionID: eqia.VersionID(r.Version), Person: eqia.PersonID(r.Person), Name: r.Called + r.Name,
			Relation: workflow.Actor(r.Relation), Active: r.Active != "", Contributed: r.Contributed != ""}
	}
	return out, nil
}

// Versions lists a family's versions, newest first.
func (s *Store) Versions(ctx context.Context, assessment eqia.AssessmentID) ([]eqia.Header, error) {
	var rows []versionRow
	err := s.read.WithContext(ctx).Where("assessment_id = ?", string(assessment)).Order("major DESC, minor DESC").Find(&rows).Error
	out := make([]eqia.Header, len(rows))
	for i, r := range rows {
		out[i] = r.header()
	}
	return out, err
}

// CheckCodeTaken reports whether a signed version has this check code.
func (s *Store) CheckCodeTaken(ctx context.Context, code string) (bool, error) {
	var n int64
	err := s.read.WithContext(ctx).Model(&versionRow{}).Where("check_code = ? AND check_code <> ''", code).Count(&n).Error
	return n > 0, err
}

// Comments is every comment on a version, oldest first.
func (s *Store) Comments(ctx context.Context, version eqia.VersionID) ([]eqia.Comment, error) {
	var rows []struct {
		Row    commentRow `gorm:"embedded"`
		ByName string
	}
	err := s.read.WithContext(ctx).Table("comments").Select("comments.*, COALESCE(people.name, '') AS by_name").
		Joins("LEFT JOIN people ON people.id = comments.person_id").Where("version_id = ?", string(version)).Order("comments.id").Find(&rows).Error
	out := make([]eqia.Comment, len(rows))
	for i, found := range rows {
		r := found.Row
		out[i] = eqia.Comment{ID: eqia.CommentID(r.ID), Version: version, Part: eqia.PartKey{Kind: eqia.PartKind(r.PartKind), Key: r.PartName},
			ReplyTo: eqia.CommentID(r.ReplyTo), By: eqia.PersonID(r.PersonID), ByName: found.ByName, Role: workflow.Actor(r.PersonRole), Text: r.Body,
			At: instant(r.MadeAt), SentAt: instant(r.SentAt), State: eqia.CommentState(r.State)}
	}
	return out, err
}

// Submitted is the content as it was at a version's nth submission.
func (s *Store) Submitted(ctx context.Context, version eqia.VersionID, n int) (eqia.Content, error) {
	var row snapshotRow
	err := s.read.WithContext(ctx).Where("version_id = ? AND kind = ? AND no = ?", string(version), string(workflow.Submit), n).Take(&row).Error
	if err != nil {
		return eqia.Content{}, missing(err)
	}
	return eqia.ReadContent([]byte(row.Content))
}

// missing is ErrNotFound for a row that is not there.
func missing(err error) error {
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return eqia.ErrNotFound
	}
	return err
}

func facts(detail string) map[string]string {
	out := map[string]string{}
	if err := json.Unmarshal([]byte(detail), &out); err != nil {
		return map[string]string{}
	}
	return out
}

// cursorOf makes a cursor of a number and an identifier; after reads it back. A cursor that can't be read starts from the beginning.
func cursorOf(n int64, id string) string { return strconv.FormatInt(n, 36) + "." + id }

func after(cursor string) (n int64, id string, ok bool) {
	i := slices.Index([]byte(cursor), '.')
	if i < 1 {
		return 0, "", false
	}
	n, err := strconv.ParseInt(cursor[:i], 36, 64)
	return n, cursor[i+1:], err == nil
}
