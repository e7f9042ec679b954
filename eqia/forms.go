package eqia

import (
	"context"
	"errors"
	"math"
	"sync"
	"time"

	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// FormDraft is a version of a council's form that administrators are preparing. A council has one at a time.
type FormDraft struct {
	Profile string
	BasedOn string // code of the version it started from
	Version form.Version
	Counter int // counts every change, so that two administrators do not undo each other's
	SavedAt time.Time
	SavedBy PersonID
	ByName  string
}

// PublishedForm is a version of a council's form that an administrator published. It never changes.
type PublishedForm struct {
	No          int64 // in the order of publication, over all councils; given by the store
	Profile     string
	BasedOn     string
	Version     form.Version
	Digest      string
	PublishedAt time.Time
	PublishedBy PersonID
	ByName      string
}

// Forms is the part of the store that keeps versions of forms.
type Forms interface {
	// FormDraft is the version that is being prepared. ErrNotFound when there is none.
	FormDraft(ctx context.Context, profile string) (FormDraft, error)
	// PublishedForms lists the versions that were published after one, by its number, in the order of publication.
	PublishedForms(ctx context.Context, after int64) ([]PublishedForm, error)
}

// The acts on forms, as the audit names them.
const (
	ActFormDraft   workflow.Event = "form.draft"
	ActFormEdit    workflow.Event = "form.edit"
	ActFormDrop    workflow.Event = "form.drop"
	ActFormPublish workflow.Event = "form.publish"
)

// formsKept is how long a copy of the service takes the published forms to be all there are. Starting an assessment or a new version always asks.
const (
	formsKept = 5 * time.Second
	forever   = time.Duration(math.MaxInt64)
)

// FormCache keeps published forms at hand, so that most pages need not ask for them. They never change, so only newer ones are asked for.
type FormCache struct {
	mu    sync.Mutex
	asked time.Time
	forms []PublishedForm
}

// since lists every published form, having asked for newer ones no longer ago than this.
func (k *FormCache) since(ctx context.Context, store Forms, now time.Time, ago time.Duration) ([]PublishedForm, error) {
	if k == nil {
		return store.PublishedForms(ctx, 0)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if age := now.Sub(k.asked); !k.asked.IsZero() && age >= 0 && age < ago {
		return k.forms, nil
	}
	last := int64(0)
	if len(k.forms) > 0 {
		last = k.forms[len(k.forms)-1].No
	}
	more, err := store.PublishedForms(ctx, last)
	if err != nil {
		return nil, err
	}
	k.asked, k.forms = now, append(k.forms[:len(k.forms):len(k.forms)], more...)
	return k.forms, nil
}

// errNoProfile means that the settings or a record name a form that this service does not have.
var errNoProfile = errors.New("there is no form profile")

// Council is a council's form with every version it has used, those that administrators published among them: all that are known here, of
// which the newest may be some seconds old.
func (s *Service) Council(ctx context.Context, code string) (form.Profile, error) {
	return s.council(ctx, code, formsKept)
}

// CouncilWith is Council for a record that names its version: it asks for newer ones only when that one is not known.
func (s *Service) CouncilWith(ctx context.Context, code, version string) (form.Profile, error) {
	known, err := s.council(ctx, code, forever)
	if err != nil {
		return known, err
	}
	if _, ok := known.Version(version); ok || version == FormOutside {
		return known, nil
	}
	return s.council(ctx, code, formsKept)
}

// KnownCouncil is Council for lists to choose from: while the database does not answer it has the versions that are known here.
func (s *Service) KnownCouncil(ctx context.Context, code string) form.Profile {
	council, err := s.council(ctx, code, formsKept)
	if err != nil {
		return s.Profiles[code]
	}
	return council
}

func (s *Service) council(ctx context.Context, code string, ago time.Duration) (form.Profile, error) {
	council, ok := s.Profiles[code]
	if !ok {
		return form.Profile{}, errNoProfile
	}
	published, err := s.Published.since(ctx, s.Store, s.Now(), ago)
	if err != nil {
		return form.Profile{}, err
	}
	for _, p := range published {
		if p.Profile == code {
			council = council.With(p.Version)
		}
	}
	return council, nil
}

// sealedForm is a version in its canonical form, and its digest.
func sealedForm(v form.Version) (digest string, err error) {
	raw, err := record.Canonical(v)
	if err != nil {
		return "", err
	}
	return record.Digest(raw), nil
}
