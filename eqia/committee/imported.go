package committee

import (
	"maps"
	"slices"
	"strings"
	"time"

	"dorset-eqia/eqia/record"
)

// ImportedKind is what sort of row was brought in.
type ImportedKind string

// The kinds of imported row.
const (
	ImportedPlanItem   ImportedKind = "plan_item"
	ImportedMeeting    ImportedKind = "meeting"
	ImportedAgendaItem ImportedKind = "agenda_item"
)

// Imported is what a source last said of something that is kept here. It stays beside the record, so that what was changed here is known
// from what the source changed: here, the clerk's words win until a clerk takes the source's over.
type Imported struct {
	Kind      ImportedKind
	Target    string // the identifier of what is kept
	Source    string // for example "forward plan" or "moderngov"
	SourceID  string // what the source calls it
	FetchedAt time.Time
	Hash      string // of what the source said
	Said      map[string]string
	Counter   int // how often it was saved; 0 for one that is new
}

// hashOf is the digest of what a source said, which tells whether it says something new.
func hashOf(said map[string]string) string {
	var all strings.Builder
	for _, name := range slices.Sorted(maps.Keys(said)) {
		all.WriteString(name + "\x00" + said[name] + "\x00")
	}
	return record.Digest([]byte(all.String()))
}

// merge is what is kept once a source said something new: what the source says, except where something else was written here since it last
// spoke. Held names those fields.
func (i Imported) merge(ours, theirs map[string]string) (next map[string]string, held []string) {
	next = maps.Clone(ours)
	for _, name := range slices.Sorted(maps.Keys(theirs)) {
		switch ours[name] {
		case theirs[name]:
		case i.Said[name]:
			next[name] = theirs[name]
		default:
			held = append(held, name)
		}
	}
	return next, held
}

// heldBack names the fields in which what is kept differs from what the source last said.
func (i Imported) heldBack(ours map[string]string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(i.Said)) {
		if ours[name] != i.Said[name] {
			out = append(out, name)
		}
	}
	return out
}
