package eqia

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"dorset-eqia/eqia/library"
	"dorset-eqia/workflow"
)

// SeedLibrary puts the data that a council starts with into its library, once. A council without data starts with none.
func (s *Service) SeedLibrary(ctx context.Context) error {
	edition := library.Edition(s.Profile)
	facts, err := firstFacts(s.Profile)
	if len(facts) == 0 {
		return err
	}
	act := Act{At: s.Now().UTC(), Kind: ActSeedLibrary, Subject: "library/" + s.Profile,
		Facts: map[string]string{"edition": edition, "facts": strconv.Itoa(len(facts))}}
	err = s.Store.Write(ctx, &Change{Once: "library/" + edition, Result: edition, Library: &LibraryChange{Profile: s.Profile, Add: facts},
		Acts: []Act{act}})
	var again *Repeat
	if errors.As(err, &again) {
		return nil
	}
	return err
}

// Facts is the council's library, in order, replaced facts included, for anyone who is signed in. It is not to be changed.
func (s *Service) Facts(ctx context.Context) ([]library.Fact, error) {
	return s.Store.Facts(ctx, s.Profile, -1)
}

// FactsFor is the library of the council that an assessment is of. It is not to be changed.
func (s *Service) FactsFor(ctx context.Context, c Case) ([]library.Fact, error) {
	if c.Library == 0 {
		return nil, nil
	}
	return s.Store.Facts(ctx, c.Assessment.Profile, c.Library)
}

// Fact is one fact of the council's library. ErrNotFound when there is none.
func (s *Service) Fact(ctx context.Context, id library.ID) (library.Fact, error) {
	facts, err := s.Facts(ctx)
	if err != nil {
		return library.Fact{}, err
	}
	f, ok := library.Find(facts, id)
	if !ok {
		return f, ErrNotFound
	}
	return f, nil
}

// FactUses lists the versions that rest on a fact, of those the person may read.
func (s *Service) FactUses(ctx context.Context, by Person, id library.ID) ([]Use, error) {
	uses, err := s.Store.Uses(ctx, id, by.ID)
	return seen(uses, by), err
}

// OutdatedUses lists the open versions that rest on a replaced fact, for the equality lead.
func (s *Service) OutdatedUses(ctx context.Context, by Person) ([]Use, error) {
	if err := mayKeep(by, ActReplaceFact); err != nil {
		return nil, err
	}
	uses, err := s.Store.Outdated(ctx, s.Profile, by.ID)
	return seen(uses, by), err
}

func seen(uses []Use, by Person) []Use {
	var out []Use
	for _, u := range uses {
		if u.seenBy(by) {
			out = append(out, u)
		}
	}
	return out
}

// KeepsLibrary reports whether the person adds to the library and changes it: the equality lead does.
func KeepsLibrary(by Person) bool { return by.Holds(workflow.Lead) }

func mayKeep(by Person, act workflow.Event) error {
	if KeepsLibrary(by) {
		return nil
	}
	return &workflow.Refusal{Event: act, Why: workflow.NotYours}
}

// AddFact adds a fact to the council's library and gives it a name.
func (s *Service) AddFact(ctx context.Context, by Person, f library.Fact, once string) (library.ID, error) {
	if err := mayKeep(by, ActAddFact); err != nil {
		return "", err
	}
	f, err := s.newFact(ctx, f)
	if err != nil {
		return "", err
	}
	change := &Change{Once: once, Result: string(f.ID), Library: &LibraryChange{Profile: s.Profile, Add: []library.Fact{f}},
		Acts: []Act{s.libraryAct(by, ActAddFact, f.ID, nil)}}
	return f.ID, s.Store.Write(ctx, change)
}

// FactChange is a new fact that takes the place of one that holds. Once is the form's key.
type FactChange struct {
	Was  library.ID
	Now  library.Fact
	Once string
}

// ChangeFact puts a new fact in the place of one that holds, and gives its name. The old one stays to be read.
func (s *Service) ChangeFact(ctx context.Context, by Person, cmd FactChange) (library.ID, error) {
	if err := mayKeep(by, ActReplaceFact); err != nil {
		return "", err
	}
	was, err := s.Fact(ctx, cmd.Was)
	if err != nil {
		return "", err
	}
	f, err := s.newFact(ctx, cmd.Now)
	if err != nil {
		return "", err
	}
	f.Place = was.Place
	return f.ID, s.replace(ctx, by, LibraryChange{Add: []library.Fact{f}, Replaced: cmd.Was, By: f.ID}, cmd.Once)
}

// Retirement takes a fact out of use. With is the fact that holds in its place, or empty when there is none; Once is the form's key.
type Retirement struct {
	Fact, With library.ID
	Once       string
}

// RetireFact takes a fact out of use.
func (s *Service) RetireFact(ctx context.Context, by Person, cmd Retirement) error {
	if err := mayKeep(by, ActReplaceFact); err != nil {
		return err
	}
	facts, err := s.Facts(ctx)
	if err != nil {
		return err
	}
	if _, ok := library.Find(facts, cmd.Fact); !ok {
		return ErrNotFound
	}
	if next, ok := library.Find(facts, cmd.With); cmd.With != "" && (!ok || cmd.With == cmd.Fact || next.Replaced()) {
		return &Invalid{Field: "with", Says: "Select a figure that is in use, or that nothing replaces it"}
	}
	return s.replace(ctx, by, LibraryChange{Replaced: cmd.Fact, By: cmd.With}, cmd.Once)
}

func (s *Service) replace(ctx context.Context, by Person, change LibraryChange, once string) error {
	change.Profile, change.On = s.Profile, DayOf(s.Now())
	facts := map[string]string{"on": string(change.On)}
	if change.By != "" {
		facts["by"] = string(change.By)
	}
	return s.Store.Write(ctx, &Change{Once: once, Result: string(change.By), Library: &change,
		Acts: []Act{s.libraryAct(by, ActReplaceFact, change.Replaced, facts)}})
}

// newFact is a fact as it was typed, made whole and given a name.
func (s *Service) newFact(ctx context.Context, f library.Fact) (library.Fact, error) {
	f.ID, f.ReplacedOn, f.ReplacedBy, f.Place = library.ID("fact-"+strings.ToLower(s.NewID())), "", "", 0
	if err := f.Check(); err != nil {
		return f, invalidFact(err)
	}
	if !s.asksAbout(ctx, f.Characteristic) {
		return f, &Invalid{Field: "characteristic", Says: "Select the group it is about, or everyone"}
	}
	return f, validTexts(typedFact(f))
}

func typedFact(f library.Fact) []typed {
	return []typed{{"topic", f.Topic}, {"group", f.Group}, {"base", f.Base}, {"date", f.Date}, {"source", f.Source}, {"link", f.Link},
		{"area", f.Area}, {"caveat", f.Caveat}, {"gap", f.Gap}}
}

// asksAbout reports whether the council's form asks about a characteristic; none stands for everyone.
func (s *Service) asksAbout(ctx context.Context, code string) bool {
	if code == "" {
		return true
	}
	for _, v := range s.KnownCouncil(ctx, s.Profile).Versions {
		if _, ok := v.Characteristic(code); ok {
			return true
		}
	}
	return false
}

func (s *Service) libraryAct(by Person, kind workflow.Event, id library.ID, facts map[string]string) Act {
	return Act{At: s.Now().UTC(), By: by.ID, Kind: kind, Subject: "fact/" + string(id), Facts: facts}
}
