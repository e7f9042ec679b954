package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/workflow"
)

// packCheckRow is what was found in a pack. EditionID is empty where none was recorded as published.
type packCheckRow struct {
	ID        string `gorm:"primaryKey"`
	MeetingID string
	EditionID string
	Kind      string
	SHA256    string `gorm:"column:sha256"`
	Bytes     int
	Body      string
	MadeAt    int64
	MadeBy    string
}

func (packCheckRow) TableName() string { return "pack_checks" }

// pack keeps what was found in a pack.
func (b *batch) pack(c *committee.Change) error {
	p := c.Pack
	if p == nil {
		return nil
	}
	body, err := encode(p.PackRead)
	if err != nil {
		return err
	}
	return b.added(&packCheckRow{ID: string(p.ID), MeetingID: string(p.Meeting), EditionID: string(p.Edition), Kind: string(p.Kind), SHA256: p.SHA256,
		Bytes: p.Bytes, Body: body, MadeAt: micros(p.At), MadeBy: string(p.By)}, "keep what was found in the pack")
}

// PackChecks lists the checks of a meeting's packs, the newest first; one query.
func (c *Committees) PackChecks(ctx context.Context, meeting committee.MeetingID) ([]committee.PackCheck, error) {
	var rows []struct {
		Row    packCheckRow `gorm:"embedded"`
		ByName string
	}
	err := c.s.read.WithContext(ctx).Table("pack_checks k").Select("k.*, COALESCE(p.name, '') AS by_name").Joins("LEFT JOIN people p ON p.id = k.made_by").
		Where("k.meeting_id = ?", string(meeting)).Order("k.made_at DESC, k.id DESC").Find(&rows).Error
	out := make([]committee.PackCheck, len(rows))
	for i, r := range rows {
		out[i] = committee.PackCheck{ID: committee.PackCheckID(r.Row.ID), Meeting: meeting, Edition: committee.EditionID(r.Row.EditionID),
			Kind: committee.PackKind(r.Row.Kind), SHA256: r.Row.SHA256, Bytes: r.Row.Bytes, At: instant(r.Row.MadeAt), By: eqia.PersonID(r.Row.MadeBy), ByName: r.ByName}
		if err := json.Unmarshal([]byte(r.Row.Body), &out[i].PackRead); err != nil {
			return nil, fmt.Errorf("read what was found in a pack: %w", err)
		}
	}
	return out, err
}

// codedRow is a signed version beside the one of its family that is in force.
type codedRow struct {
	Row        versionRow `gorm:"embedded"`
	Reference  string
	Restricted bool
	Public     bool
	NewerMajor int
	NewerMinor int
	NewerAt    int64
	LessMajor  int
	LessMinor  int
}

// Coded finds the signed versions that these codes were given to, by code; one query.
func (c *Committees) Coded(ctx context.Context, codes []string) (map[string]committee.Coded, error) {
	out := map[string]committee.Coded{}
	for some := range slices.Chunk(codes, mostCodes) {
		var rows []codedRow
		err := c.s.read.WithContext(ctx).Table("versions").Select("versions.*, s.reference, s.restricted, "+
			"EXISTS (SELECT 1 FROM published p WHERE p.version_id = versions.id AND p.standing <> ?) AS public, "+
			"COALESCE(n.major, 0) AS newer_major, COALESCE(n.minor, 0) AS newer_minor, COALESCE(n.signed_at, 0) AS newer_at, "+
			"COALESCE(r.major, 0) AS less_major, COALESCE(r.minor, 0) AS less_minor", eqia.TakenAway).
			Joins("JOIN assessments s ON s.id = versions.assessment_id").
			Joins("LEFT JOIN versions n ON n.assessment_id = s.id AND n.state = ? AND n.purpose <> ? AND versions.state = ?", string(workflow.SignedOff),
				string(eqia.Redacts), string(workflow.Superseded)).
			Joins("LEFT JOIN versions r ON r.assessment_id = s.id AND r.state = ? AND r.purpose = ? AND r.from_number = versions.major || '.' || versions.minor",
				string(workflow.SignedOff), string(eqia.Redacts)).
			Where("versions.check_code <> '' AND versions.check_code IN ?", some).Find(&rows).Error
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out[r.Row.CheckCode] = r.coded()
		}
	}
	return out, nil
}

// mostCodes is how many codes are looked up in one query: both databases allow more.
const mostCodes = 5000

func (r codedRow) coded() committee.Coded {
	v := committee.Coded{Code: r.Row.CheckCode, Assessment: eqia.AssessmentID(r.Row.AssessmentID), Reference: r.Reference, Number: number(r.Row.Major, r.Row.Minor), State: workflow.State(r.Row.State),
		Restricted: r.Restricted, Public: r.Public, SignedAt: instant(r.Row.SignedAt), SignerRole: r.Row.SignerRole, Digest: r.Row.Digest,
		ReviewDue: eqia.Day(r.Row.ReviewDue)}
	if !r.Restricted || r.Public {
		v.Title = r.Row.Title
	}
	if eqia.Purpose(r.Row.Purpose) == eqia.Redacts {
		v.CopyOf = r.Row.FromNumber
	}
	if r.LessMajor > 0 {
		v.Without = number(r.LessMajor, r.LessMinor)
	}
	if r.NewerAt > 0 {
		v.Newer, v.NewerAt = number(r.NewerMajor, r.NewerMinor), instant(r.NewerAt)
	}
	return v
}
