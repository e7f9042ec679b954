package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/hashicorp/golang-lru/v2/expirable"
	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// What was read of a version is kept in memory for a while: how many, and how long, which bounds how long a person's old name is shown.
const (
	maxKept  = 100 // a long one takes about a quarter of a megabyte
	keptLong = 5 * time.Minute
)

// moment names a version at one entry of its assessment's audit. Every change to an assessment writes to the audit in the same transaction,
// so what was read at a moment stays true of it, whichever copy of the service makes the next change.
type moment struct {
	Version string
	Seq     int64
}

type memory = expirable.LRU[moment, eqia.Version]

func newMemory() *memory { return expirable.NewLRU[moment, eqia.Version](maxKept, nil, keptLong) }

// Version is one version of an assessment with everything in it: a short query when nothing has happened since it was last read, and
// otherwise one more, whatever its size.
func (s *Store) Version(ctx context.Context, reference, number string) (eqia.Version, error) {
	var now struct {
		Moment      moment `gorm:"embedded"`
		Placed      bool
		Library     int64
		UnsavedList string
	}
	which, err := s.momentOf(ctx, reference, number)
	if err != nil {
		return eqia.Version{}, err
	}
	if err := which.Take(&now).Error; err != nil {
		return eqia.Version{}, missing(err)
	}
	left, err := unsaved(now.UnsavedList, now.Moment.Version)
	if err != nil {
		return eqia.Version{}, err
	}
	v, ok := s.kept.Get(now.Moment)
	if !ok {
		if v, err = s.readVersion(ctx, now.Moment.Version); err != nil {
			return eqia.Version{}, err
		}
	}
	v.Content, v.Stamps, v.Placed = v.Content.Clone(), maps.Clone(v.Stamps), now.Placed
	v.Parties, v.Grounds = slices.Clone(v.Parties), slices.Clone(v.Grounds)
	v.Library = now.Library
	v.Copied, v.Unsaved = maps.Clone(v.Copied), left
	v.Verdicts, v.Conditions, v.Carried = slices.Clone(v.Verdicts), slices.Clone(v.Conditions), slices.Clone(v.Carried)
	return v, nil
}

// momentOf asks where the one version stands that a reference and a number name; no number names the current one. Its statement is
// written once: every page of an assessment asks it.
func (s *Store) momentOf(ctx context.Context, reference, number string) (*gorm.DB, error) {
	db := s.read.WithContext(ctx)
	if number == "" {
		return db.Raw(s.momentStatement+"versions.id = assessments.current_version", reference), nil
	}
	major, minor, err := eqia.ParseNumber(number)
	return db.Raw(s.momentStatement+"versions.major = ? AND versions.minor = ?", reference, major, minor), err
}

func (s *Store) makeMomentStatement() string {
	return "SELECT versions.id AS version, " + lastSeq + " AS seq, " + isPlaced + " AS placed, " + libraryAt + " AS library, " +
		s.unsavedList() + " AS unsaved_list FROM versions JOIN assessments ON assessments.id = versions.assessment_id " +
		"WHERE assessments.reference = ? AND "
}

func (s *Store) withFamily(ctx context.Context) *gorm.DB {
	return s.read.WithContext(ctx).Table("versions").Joins("JOIN assessments ON assessments.id = versions.assessment_id")
}

// wholeVersion is a version with its family, as one query brings them. Like every row here that holds another, it names it: gorm does not
// look into a part that has no exported name.
type wholeVersion struct {
	Row            versionRow `gorm:"embedded"`
	Reference      string
	Profile        string
	Restricted     bool
	FamilyLegacy   bool
	CurrentVersion string
	SignedVersion  string
	RestrictedBy   string
	LiftedReason   string
	Seq            int64
	PartyList      string // JSON, so that the people and the answers come in the same query, of one moment
	PartList       string
	GroundsList    string
	CopyList       string
	VerdictList    string
	ConditionList  string
	CommentList    string
}

// readVersion reads a version with all that belongs to it, and keeps it.
func (s *Store) readVersion(ctx context.Context, id string) (eqia.Version, error) {
	var row wholeVersion
	err := s.withFamily(ctx).Select("versions.*, assessments.reference, assessments.profile, assessments.restricted, "+
		"assessments.legacy AS family_legacy, assessments.current_version, assessments.signed_version, assessments.restricted_by, "+
		"assessments.lifted_reason, "+lastSeq+" AS seq, "+s.partyList()+" AS party_list, "+s.partList()+" AS part_list, "+s.groundsList()+" AS grounds_list, "+
		s.copyList()+" AS copy_list, "+s.verdictList()+" AS verdict_list, "+s.conditionList()+" AS condition_list, "+s.commentList()+" AS comment_list").
		Where("versions.id = ?", id).Take(&row).Error
	if err != nil {
		return eqia.Version{}, missing(err)
	}
	v := eqia.Version{Header: row.Row.header(), Assessment: row.family()}
	if v.Parties, err = parties(row.PartyList); err != nil {
		return v, err
	}
	if v.Grounds, err = grounds(v.ID, row.GroundsList); err != nil {
		return v, err
	}
	if err := written(row.PartList, &v); err != nil {
		return v, err
	}
	if v.Copied, err = copies(row.CopyList); err != nil {
		return v, err
	}
	if err := judged(row.VerdictList, &v); err != nil {
		return v, err
	}
	if err := agreed(row.ConditionList, &v); err != nil {
		return v, err
	}
	if v.Said, err = comments(row.CommentList); err != nil {
		return v, err
	}
	s.kept.Add(moment{id, row.Seq}, v)
	return v, nil
}

func (r wholeVersion) family() eqia.Assessment {
	return assessmentRow{r.Row.AssessmentID, r.Reference, r.Profile, r.Restricted, r.FamilyLegacy, r.CurrentVersion, r.SignedVersion,
		r.RestrictedBy, r.LiftedReason}.assessment()
}

// lastSeq is the newest entry of an assessment's audit.
const lastSeq = "(SELECT MAX(seq) FROM audit WHERE audit.assessment_id = versions.assessment_id)"

// isPlaced is whether an assessment is linked to, or expected with, a report, so that a page need not ask where when it is nowhere.
const isPlaced = "(EXISTS (SELECT 1 FROM assessment_links l WHERE l.assessment_id = versions.assessment_id) OR " +
	"EXISTS (SELECT 1 FROM expected_assessments e WHERE e.assessment_id = versions.assessment_id))"

// partyList is everyone of a version's cycle as JSON: the versions of the family with the same major number, up to this one. What the two
// databases call the functions that make it is all that differs.
func (s *Store) partyList() string {
	list, one := s.jsonNames()
	return "(SELECT COALESCE(" + list + "(" + one + "('version', p.version_id, 'person', p.person_id, 'name', p.name, 'relation', p.relation, " +
		"'active', CASE WHEN p.active THEN 'yes' ELSE '' END, 'contributed', CASE WHEN p.contributed THEN 'yes' ELSE '' END, " +
		"'called', COALESCE(who.name, ''))), '[]') FROM parties p JOIN versions cycle ON cycle.id = p.version_id " +
		"LEFT JOIN people who ON who.id = p.person_id WHERE cycle.assessment_id = versions.assessment_id " +
		"AND cycle.major = versions.major AND cycle.minor <= versions.minor)"
}

// partList is everything written in a version, as JSON.
func (s *Store) partList() string {
	list, one := s.jsonNames()
	body := "json(p.body)"
	if s.pg {
		body = "p.body::json"
	}
	return "(SELECT COALESCE(" + list + "(" + one + "('kind', p.kind, 'name', p.name, 'counter', p.counter, 'saved_at', p.saved_at, " +
		"'saved_by', p.saved_by, 'called', COALESCE(who.name, ''), 'body', " + body + ")), '[]') FROM parts p " +
		"LEFT JOIN people who ON who.id = p.saved_by WHERE p.version_id = versions.id)"
}

// jsonNames are what the database calls the functions that make a list and an object.
func (s *Store) jsonNames() (list, object string) {
	if s.pg {
		return "json_agg", "json_build_object"
	}
	return "json_group_array", "json_object"
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

// written reads the parts of a version into its record.
func written(list string, v *eqia.Version) error {
	var rows []struct {
		Kind    eqia.PartKind
		Name    string
		Counter int
		Body    json.RawMessage
		SavedAt int64         `json:"saved_at"`
		SavedBy eqia.PersonID `json:"saved_by"`
		Called  string
	}
	if err := json.Unmarshal([]byte(list), &rows); err != nil {
		return fmt.Errorf("read what was written: %w", err)
	}
	v.Content = eqia.NewContent(eqia.FormRef{Profile: v.Assessment.Profile, Version: v.Form})
	v.Stamps = make(map[eqia.PartKey]eqia.Stamp, len(rows))
	for _, r := range rows {
		if err := into(&v.Content, r.Kind, r.Name, r.Body); err != nil {
			return fmt.Errorf("read %s/%s: %w", r.Kind, r.Name, err)
		}
		v.Stamps[eqia.PartKey{Kind: r.Kind, Key: r.Name}] = eqia.Stamp{Counter: r.Counter, At: instant(r.SavedAt), By: r.SavedBy, ByName: r.Called}
	}
	v.Content.Sort()
	return nil
}

// removed is the body of a part that was taken away.
const removed = "null"

// into puts one stored part where it belongs in the record.
func into(c *eqia.Content, kind eqia.PartKind, name string, body []byte) error {
	if string(body) == removed {
		return nil
	}
	switch kind {
	case eqia.AnswerPart:
		var a eqia.Answer
		err := json.Unmarshal(body, &a)
		c.Answers[name] = a
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
	case eqia.OutcomePart:
		return extend(&c.Outcomes, body)
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
