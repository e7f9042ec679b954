package committee

import (
	"errors"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

func TestWhatIsStatedOfAPublicationIsChecked(t *testing.T) {
	now := time.Date(2026, 7, 1, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, field string
		cmd         PublishCommand
	}{
		{"the agenda, now", "", PublishCommand{Kind: MainEdition}},
		{"the agenda, an hour ago", "", PublishCommand{Kind: MainEdition, StatedAt: now.Add(-time.Hour), StatedSource: "The website"}},
		{"no kind", "kind", PublishCommand{}},
		{"as the meeting was held", "kind", PublishCommand{Kind: AsMet, Reason: "It was"}},
		{"a supplement without a reason", "reason", PublishCommand{Kind: Supplement}},
		{"a supplement with one", "", PublishCommand{Kind: Supplement, Reason: "A late paper"}},
		{"a time to come", "stated", PublishCommand{Kind: MainEdition, StatedAt: now.Add(time.Minute), StatedSource: "The website"}},
		{"a time from nowhere", "source", PublishCommand{Kind: MainEdition, StatedAt: now}},
	} {
		t.Run(c.name, func(t *testing.T) { wantField(t, c.cmd.validate(now), c.field) })
	}
}

// wantField fails unless an error is about a field; there is to be no error for an empty one.
func wantField(t *testing.T, err error, field string) {
	t.Helper()
	var invalid *eqia.Invalid
	ok := errors.As(err, &invalid)
	if ok != (field != "") || ok && invalid.Field != field || !ok && err != nil {
		t.Errorf("got %v, want something wrong with %q", err, field)
	}
}

func TestAnEditionComesOnlyAfterThoseItBuildsOn(t *testing.T) {
	published := []Edition{{Kind: MainEdition}}
	for _, c := range []struct {
		name  string
		kind  EditionKind
		m     Meeting
		field string
	}{
		{"the agenda", MainEdition, Meeting{Status: Confirmed, Items: []Item{{}}}, ""},
		{"the agenda of a meeting that was held", MainEdition, Meeting{Status: Held, Items: []Item{{}}}, ""},
		{"the agenda of one that is not confirmed", MainEdition, Meeting{Status: Provisional, Items: []Item{{}}}, "kind"},
		{"the agenda of one that was cancelled", MainEdition, Meeting{Status: Cancelled, Items: []Item{{}}}, "kind"},
		{"an agenda without items", MainEdition, Meeting{Status: Confirmed}, "kind"},
		{"the agenda a second time", MainEdition, Meeting{Status: Confirmed, Items: []Item{{}}, Editions: published}, "kind"},
		{"a supplement after it", Supplement, Meeting{Status: Confirmed, Items: []Item{{}}, Editions: published}, ""},
		{"a supplement to nothing", Supplement, Meeting{Status: Confirmed, Items: []Item{{}}}, "kind"},
		{"what was linked at a meeting", AsMet, Meeting{Status: Held}, ""},
	} {
		t.Run(c.name, func(t *testing.T) { wantField(t, Edition{Kind: c.kind}.follows(c.m), c.field) })
	}
}

func TestOnlyWhatIsGivenToMembersInTheOpenGoesPublic(t *testing.T) {
	good := Link{Relation: Appended, Pinned: Pinned{State: workflow.SignedOff}}
	for _, c := range []struct {
		name string
		item Access
		link func(*Link)
		goes bool
	}{
		{"appended to an open item", Open, func(*Link) {}, true},
		{"expressly referred to", Open, func(l *Link) { l.Relation = ExpresslyReferred }, true},
		{"a background paper", Open, func(l *Link) { l.Relation = BackgroundPaper }, false},
		{"relied on elsewhere", Open, func(l *Link) { l.Relation = ReliedOnElsewhere }, false},
		{"on an item that is partly closed", PartExempt, func(*Link) {}, false},
		{"on a confidential item", Confidential, func(*Link) {}, false},
		{"restricted", Open, func(l *Link) { l.Pinned.Restricted = true }, false},
		{"public already", Open, func(l *Link) { l.Pinned.Published = true }, false},
		{"replaced by a later version", Open, func(l *Link) { l.Pinned.State = workflow.Superseded }, false},
		{"withdrawn from the item", Open, func(l *Link) { l.EndedAt = time.Now() }, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := good
			c.link(&l)
			m := Meeting{Items: []Item{{Access: c.item, Appearance: &Appearance{Links: []Link{l, l}}}}}
			if got := len(m.Goes()) == 1; got != c.goes {
				t.Errorf("%d go public", len(m.Goes()))
			}
		})
	}
}
