package committee

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// Manifest is what was with each item of an agenda when an edition was recorded, as linked here. Its canonical JSON is kept under a digest.
type Manifest struct {
	Format     int           `json:"format"`
	Edition    EditionKind   `json:"edition"`
	RecordedAt string        `json:"recorded_at"`
	Reason     string        `json:"reason"`
	Meeting    FrozenMeeting `json:"meeting"`
	Items      []FrozenItem  `json:"items"`
	Ruleset    string        `json:"ruleset"`
	Set        RuleSet       `json:"rule_set"`
}

// FrozenMeeting is a meeting as a manifest holds it.
type FrozenMeeting struct {
	ID          MeetingID `json:"id"`
	Committee   string    `json:"committee"`
	Regime      Regime    `json:"regime"`
	StartsAt    string    `json:"starts_at"`
	Venue       string    `json:"venue"`
	Status      Status    `json:"status"`
	ShortNotice string    `json:"short_notice"`
}

// FrozenItem is an agenda item as a manifest holds it.
type FrozenItem struct {
	ID           ItemID          `json:"id"`
	Number       string          `json:"number"`
	Title        string          `json:"title"`
	Kind         ItemKind        `json:"kind"`
	Access       Access          `json:"access"`
	Paragraphs   []string        `json:"paragraphs"`
	UrgentReason string          `json:"urgent_reason"`
	AddedAt      string          `json:"added_at"`
	Report       *FrozenReport   `json:"report"`
	Links        []FrozenLink    `json:"links"`
	Expected     []string        `json:"expected"` // references of assessments that were not linked yet
	Reasons      []FrozenReason  `json:"reasons"`
	Findings     []FrozenFinding `json:"findings"`
}

// FrozenReport is which version of a report was at an item.
type FrozenReport struct {
	Reference string `json:"reference"`
	Version   int    `json:"version"`
	Title     string `json:"title"`
	Access    Access `json:"access"`
	Role      Role   `json:"role"`
}

// FrozenLink is an assessment as it was with an item, never by its title: a restricted one has none here.
type FrozenLink struct {
	ID              LinkID   `json:"id"`
	Assessment      string   `json:"assessment"`
	Version         string   `json:"version"`
	Digest          string   `json:"digest"` // of the signed content
	Relation        Relation `json:"relation"`
	Appendix        string   `json:"appendix"`
	Covers          Coverage `json:"covers"`
	Recommendations []string `json:"recommendations"`
	Options         []string `json:"options"`
	Note            string   `json:"note"`
	LinkedAt        string   `json:"linked_at"`
}

// FrozenReason is why there was no assessment, without the private note.
type FrozenReason struct {
	ID              ReasonID       `json:"id"`
	Code            Code           `json:"code"`
	Public          string         `json:"public"`
	Recommendations []string       `json:"recommendations"`
	AgreedBy        workflow.Actor `json:"agreed_by"` // empty while it waited
	AgreedAt        string         `json:"agreed_at"`
	Assessment      string         `json:"assessment"`
	Version         string         `json:"version"`
}

// FrozenFinding is what a rule found about an item, and in public words what let it pass.
type FrozenFinding struct {
	Rule       string         `json:"rule"`
	Severity   eqia.Severity  `json:"severity"`
	Message    string         `json:"message"`
	Mark       string         `json:"mark"`
	Ruleset    string         `json:"ruleset"`
	PassedBy   workflow.Actor `json:"passed_by"`
	PassedWhy  string         `json:"passed_why"`
	PassedFrom string         `json:"passed_at"`
}

// manifestFormat is the edition of the manifest's own form.
const manifestFormat = 1

// manifest is a judged meeting as an edition freezes it.
func (m Meeting) manifest(e Edition) Manifest {
	out := Manifest{Format: manifestFormat, Edition: e.Kind, RecordedAt: stamp(e.RecordedAt), Reason: e.Reason, Items: []FrozenItem{}, Ruleset: Ruleset,
		Set: m.Book.set(), Meeting: FrozenMeeting{ID: m.ID, Committee: m.Committee.Name, Regime: m.Committee.Regime, StartsAt: stamp(m.StartsAt), Venue: m.Venue,
			Status: m.Status, ShortNotice: m.ShortNotice}}
	for _, i := range m.Items {
		out.Items = append(out.Items, i.frozen())
	}
	return out
}

func (i Item) frozen() FrozenItem {
	a := i.appearance()
	out := FrozenItem{ID: i.ID, Number: i.Number, Title: i.Title, Kind: i.Kind, Access: i.Access, Paragraphs: full(i.Paragraphs),
		UrgentReason: i.UrgentReason, AddedAt: stamp(i.AddedAt), Links: []FrozenLink{}, Expected: []string{}, Reasons: []FrozenReason{}, Findings: []FrozenFinding{}}
	if i.Appearance != nil {
		out.Report = &FrozenReport{Reference: a.Report.Reference, Version: a.Version.No, Title: titled(a), Access: a.Report.Access, Role: a.Role}
	}
	for _, l := range a.Live() {
		out.Links = append(out.Links, l.frozen(a.Version))
	}
	for _, e := range a.Expected {
		if !slices.ContainsFunc(a.Live(), func(l Link) bool { return l.Pinned.AssessmentID == e.AssessmentID }) {
			out.Expected = append(out.Expected, e.Reference)
		}
	}
	for _, r := range a.Given() {
		out.Reasons = append(out.Reasons, r.frozen(a.Version))
	}
	for _, f := range i.Findings {
		out.Findings = append(out.Findings, f.frozen())
	}
	return out
}

// titled is the title of a report as its version has it.
func titled(a Appearance) string {
	if a.Version.Title != "" {
		return a.Version.Title
	}
	return a.Report.Title
}

func (l Link) frozen(v ReportVersion) FrozenLink {
	if ids, whole := v.Covers(l); l.Covers == CoversAll && !whole {
		l.Covers, l.Recommendations, l.Options = CoversSome, ids, ids
	}
	return FrozenLink{ID: l.ID, Assessment: l.Pinned.Reference, Version: l.Pinned.Number, Digest: l.Pinned.Digest, Relation: l.Relation, Appendix: l.Appendix,
		Covers: l.Covers, Recommendations: v.labels(l.Recommendations), Options: v.labels(l.Options), Note: l.Note, LinkedAt: stamp(l.At)}
}

func (r Reason) frozen(v ReportVersion) FrozenReason {
	return FrozenReason{ID: r.ID, Code: r.Code, Public: r.Public, Recommendations: v.labels(r.Recommendations), AgreedBy: r.AgreedRole,
		AgreedAt: stamp(r.AgreedAt), Assessment: r.RelyOn.Reference, Version: r.RelyOn.Number}
}

func (f Finding) frozen() FrozenFinding {
	out := FrozenFinding{Rule: f.Rule, Severity: f.Severity, Message: f.Message, Mark: f.Mark(), Ruleset: f.Ruleset}
	if f.Override != nil {
		out.PassedBy, out.PassedWhy, out.PassedFrom = f.Override.Role, f.Override.Public, stamp(f.Override.At)
	}
	return out
}

// labels names recommendations and options as they are printed.
func (v ReportVersion) labels(ids []PointID) []string {
	out := []string{}
	for _, r := range v.Recommendations {
		if slices.Contains(ids, r.ID) {
			out = append(out, r.Label)
		}
	}
	for _, o := range v.Options {
		if slices.Contains(ids, o.ID) {
			out = append(out, o.Label)
		}
	}
	return out
}

// seal puts the manifest of a judged meeting into an edition, under its digest.
func (e *Edition) seal(m Meeting) error {
	raw, err := record.Canonical(m.manifest(*e))
	e.Manifest, e.Digest, e.Ruleset = raw, record.Digest(raw), Ruleset
	return err
}

// ReadManifest reads an edition's manifest; the edition must have been read with it.
func ReadManifest(e Edition) (Manifest, error) {
	var m Manifest
	if record.Digest(e.Manifest) != e.Digest {
		return m, fmt.Errorf("the manifest of edition %s is not the one that its digest was made from", e.ID)
	}
	err := json.Unmarshal(e.Manifest, &m)
	return m, err
}

// stamp is an instant as a manifest holds it; empty when it is not known.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// full is a list that is never null.
func full(list []string) []string { return append([]string{}, list...) }
