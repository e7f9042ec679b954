package eqia

import (
	"time"

	"dorset-eqia/workflow"
)

// Act is one thing that happened, before it is in the record: who did what to which version. Facts hold codes, numbers and digests,
// never what people wrote, so that text can be erased without breaking the chain.
type Act struct {
	At         time.Time
	By         PersonID // empty for the service itself
	Kind       workflow.Event
	Assessment AssessmentID
	Version    VersionID
	Subject    string // what it concerns when that is not an assessment, for example "report/…" or "person/…"
	Facts      map[string]string
}

// Recorded is one act as the hash-chained record holds it.
type Recorded struct {
	Seq        int64
	At         time.Time
	By         PersonID
	ByName     string
	Kind       workflow.Event
	Assessment AssessmentID
	Version    VersionID
	Number     string
	Facts      map[string]string
}

// Started, Imported and the like are events with no row in the workflow table: they bring a version into being.
const (
	Started  workflow.Event = "start"
	Imported workflow.Event = "import"
)

// Notice is a message to be sent, kept in the outbox until it is. It names the assessment, and never says what is in it.
type Notice struct {
	To        PersonID
	Kind      workflow.Event
	Reference string
}
