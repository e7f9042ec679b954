package committee

import (
	"slices"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Link says that one signed version of an assessment was put before members at an appearance, and how. It never changes: replacing it
// makes a new one, and withdrawing it keeps it with the reason.
type Link struct {
	ID              LinkID
	AppearanceID    AppearanceID
	Pinned          Pinned
	Relation        Relation
	Covers          Coverage
	Recommendations []PointID // when it covers some
	Options         []PointID // when it covers some
	Note            string    // what it covers, in words
	Appendix        string    // as printed: "Appendix 3"
	At              time.Time // the server's: when it was recorded here
	By              eqia.PersonID
	ByName          string    // where it is shown
	EndedAt         time.Time // zero while it holds
	EndedBy         eqia.PersonID
	EndedByName     string
	ReplacedBy      LinkID
	WithdrawnReason string
}

// Live reports whether the link holds: neither replaced nor withdrawn.
func (l Link) Live() bool { return l.EndedAt.IsZero() }

// Pinned is what is known of the version a link points at, as the rules and the clerk's pages need it.
type Pinned struct {
	AssessmentID      eqia.AssessmentID
	VersionID         eqia.VersionID
	Reference         string
	Title             string // empty when the assessment is restricted
	Number            string
	State             workflow.State // now
	SignedAt          time.Time
	SignerName        string // empty when it is not known
	SignerRole        string
	SignerContributed bool // the signer wrote some of it, or is named as having helped; as known when it was linked
	SignerAllowed     bool // the monitoring officer allowed that
	Legacy            bool
	Restricted        bool
	Published         bool   // in the public register
	Digest            string // of the signed content
	ReviewDue         eqia.Day
	Facts             LinkFacts // as known when it was linked
	Unrated           []string  // labels of characteristics with no effect recorded; as known when it was linked
	NewerNumber       string    // of the version now in force, when that is another one
	NewerSignedAt     time.Time // zero when there is none
	WithdrawnAt       time.Time // zero when it was not withdrawn
}

// LinkFacts is what the rules need to know of a signed version's answers. They can't change, so they are kept with the link.
type LinkFacts struct {
	Effects   map[string][]string `json:"effects,omitempty"`   // the effects recorded, by the label of the characteristic
	Repeated  int                 `json:"repeated,omitempty"`  // how many groups share one explanation
	Explained int                 `json:"explained,omitempty"` // how many groups have an explanation
	Proposal  string              `json:"proposal,omitempty"`  // the title of what was assessed
	Digest    string              `json:"digest,omitempty"`    // of the signed content
	Pointing  int                 `json:"pointing,omitempty"`  // how many groups have an explanation that only points to another paper
	Look      []string            `json:"look,omitempty"`      // what someone should look at before it becomes public, each in words that could be read out
}

// RestrictedTitle is shown instead of the title of a restricted assessment.
const RestrictedTitle = "Restricted assessment"

// Relation is how an assessment stands to a report.
type Relation string

// The relations.
const (
	Appended          Relation = "appended"
	ExpresslyReferred Relation = "expressly_referred"
	BackgroundPaper   Relation = "background_paper"
	ReliedOnElsewhere Relation = "relied_on_elsewhere"
)

// Relations lists the relations in the order they are offered.
func Relations() []Relation {
	return []Relation{Appended, ExpresslyReferred, BackgroundPaper, ReliedOnElsewhere}
}

// Valid reports whether r is one of the relations.
func (r Relation) Valid() bool { return slices.Contains(Relations(), r) }

// Label is the relation in the words shown on pages.
func (r Relation) Label() string {
	return map[Relation]string{Appended: "Appended to the report", ExpresslyReferred: "Members are directed to it in the report",
		BackgroundPaper: "Listed as a background paper", ReliedOnElsewhere: "Relied on, but not with the report"}[r]
}

// Coverage is whether an assessment covers the whole report or some of it.
type Coverage string

// The coverages.
const (
	CoversAll  Coverage = "all"
	CoversSome Coverage = "some"
)

// Coverages lists the coverages in the order they are offered.
func Coverages() []Coverage { return []Coverage{CoversAll, CoversSome} }

// Label is the coverage in the words shown on pages.
func (c Coverage) Label() string {
	return map[Coverage]string{CoversAll: "All of the report", CoversSome: "Some of the report"}[c]
}

// Expected is an assessment that should be before members and is not linked yet, because it is not signed or nobody has linked it.
type Expected struct {
	AppearanceID AppearanceID
	AssessmentID eqia.AssessmentID
	Reference    string
	Title        string // empty when the assessment is restricted
	State        workflow.State
	Number       string
	SignedNumber string // of the version in force; empty when there is none
	Restricted   bool
	Since        time.Time // how long it has stood so: since it was sent, or signed, or else since it was noted
}

// LinkCommand is a link as the clerk makes it.
type LinkCommand struct {
	Once            string
	Reference       string // of the assessment
	Number          string // of the version; empty for the one in force
	Relation        Relation
	Covers          Coverage
	Recommendations []PointID
	Options         []PointID
	Note            string
	Appendix        string
}

func (c *LinkCommand) validate(v ReportVersion) error {
	c.Note, c.Appendix = eqia.Lines(c.Note), line(c.Appendix)
	if !c.Relation.Valid() {
		return &eqia.Invalid{Field: "relation", Says: "Select how members will find the assessment"}
	}
	if c.Covers == CoversAll {
		c.Recommendations, c.Options = nil, nil
	}
	if !slices.Contains(Coverages(), c.Covers) {
		return &eqia.Invalid{Field: "covers", Says: "Select what the assessment covers"}
	}
	if c.Covers == CoversSome && len(c.Recommendations)+len(c.Options) == 0 && c.Note == "" {
		return &eqia.Invalid{Field: "note", Says: "Select the recommendations it covers, or say in words what it covers"}
	}
	if !v.hasRecommendations(c.Recommendations) || !v.hasOptions(c.Options) {
		return eqia.ErrNotFound
	}
	if err := short("appendix", c.Appendix); err != nil {
		return err
	}
	return eqia.ValidText("note", c.Note)
}

func (v ReportVersion) hasRecommendations(ids []PointID) bool {
	return !slices.ContainsFunc(ids, func(id PointID) bool {
		return !slices.ContainsFunc(v.Recommendations, func(r Recommendation) bool { return r.ID == id })
	})
}

func (v ReportVersion) hasOptions(ids []PointID) bool {
	return !slices.ContainsFunc(ids, func(id PointID) bool {
		return !slices.ContainsFunc(v.Options, func(o Option) bool { return o.ID == id })
	})
}
