package committee

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// keepers may write in the rule book.
var keepers = []workflow.Actor{workflow.MonitoringOfficer, workflow.Administrator}

// Book is how the council weighs the rules now. Those who work with meetings may read it, and administrators.
func (s *Service) Book(ctx context.Context, by eqia.Person) (RuleBook, error) {
	if err := may(by, actRead, append(slices.Clone(readers), workflow.Administrator)...); err != nil {
		return RuleBook{}, err
	}
	return s.Store.Book(ctx)
}

// KeepBook writes the rule book from the counter it was read with. The monitoring officer and administrators may. Only what differs from how a
// rule comes is kept, so that a later release may weigh its rules anew.
func (s *Service) KeepBook(ctx context.Context, by eqia.Person, b RuleBook, once string) error {
	if err := may(by, ActRules, keepers...); err != nil {
		return err
	}
	if err := b.validate(); err != nil {
		return err
	}
	act := s.act(by, ActRules, "rules")
	if err := b.stated(act.Facts); err != nil {
		return err
	}
	defer s.Calendar.Forget()
	return s.Store.Write(ctx, &Change{Once: once, Result: "rules", Book: &b, Acts: []eqia.Act{act}})
}

// stated puts what differs from how things come into the facts of an act: codes and numbers alone.
func (b RuleBook) stated(facts map[string]string) error {
	facts["set"], facts["ruleset"] = string(b.set()), Ruleset
	for id, weight := range b.Weights {
		facts[id] = string(weight)
	}
	for id, role := range b.Passers {
		facts["passes_"+id] = string(role)
	}
	for code, role := range b.Agreers {
		facts["agrees_"+string(code)] = string(role)
	}
	if b.Times == (workflow.Timetable{}) {
		return nil
	}
	times, err := json.Marshal(b.Times)
	facts["times"] = string(times)
	return err
}

// validate refuses what is not offered, and takes out what is as it comes.
func (b *RuleBook) validate() error {
	if err := b.validWeights(); err != nil {
		return err
	}
	if err := b.validRoles(); err != nil {
		return err
	}
	if b.Times.OrUsual() == workflow.UsualTimetable {
		b.Times = workflow.Timetable{}
		return nil
	}
	return validTimes(b.Times)
}

func (b *RuleBook) validRoles() error {
	b.Passers, b.Agreers = maps.Clone(b.Passers), maps.Clone(b.Agreers)
	for id, role := range b.Passers {
		usual := UsualPasser(id)
		if usual == "" || !slices.Contains(settlers, role) {
			return &eqia.Invalid{Field: "passer-" + id, Says: "Select who may let " + id + " pass"}
		}
		if role == usual {
			delete(b.Passers, id)
		}
	}
	for code, role := range b.Agreers {
		if !code.Valid() || !slices.Contains(settlers, role) {
			return &eqia.Invalid{Field: "agreer-" + string(code), Says: "Select who agrees the reason “" + code.Label() + "”"}
		}
		if role == code.Agrees() {
			delete(b.Agreers, code)
		}
	}
	return nil
}

// UsualPasser is who may let a rule pass as it comes; empty where nobody may, or where it only informs, which a council can't change.
func UsualPasser(id string) workflow.Actor {
	for _, r := range Rules() {
		if r.ID == id && r.MayPass != "" && r.Severity != eqia.Inform {
			return r.MayPass
		}
	}
	return ""
}

func (b *RuleBook) validWeights() error {
	if !slices.Contains(RuleSets(), b.set()) {
		return &eqia.Invalid{Field: "set", Says: "Select how strictly the rules weigh"}
	}
	b.Weights = maps.Clone(b.Weights)
	for id, weight := range b.Weights {
		n := slices.IndexFunc(Rules(), func(r Rule) bool { return r.ID == id })
		if n < 0 || !slices.Contains(Weights(id), weight) {
			return &eqia.Invalid{Field: "weight-" + id, Says: "Select a weight from the list for " + id}
		}
		if weight == Weights(id)[0] {
			delete(b.Weights, id)
		}
	}
	return nil
}

// Weights lists how much a rule can weigh, as it comes first. A council may soften a rule and never make it weigh more; some can't be off.
func Weights(id string) []eqia.Severity {
	var out []eqia.Severity
	most := len(weightsInOrder)
	for _, r := range Rules() {
		if r.ID == id {
			most = min(most, slices.Index(weightsInOrder, r.Severity))
		}
	}
	out = append(out, weightsInOrder[most:]...)
	if !Fixed(id) {
		out = append(out, Off)
	}
	return out
}

var weightsInOrder = []eqia.Severity{eqia.Stop, eqia.Warn, eqia.Inform}

// WeightLabel is a weight in the words shown on pages.
func WeightLabel(s eqia.Severity) string {
	return map[eqia.Severity]string{eqia.Stop: "Blocks", eqia.Warn: "Warns", eqia.Inform: "Informs", Off: "Off"}[s]
}

// Weighs is how much a rule weighs by the book, before a set softens it.
func (b RuleBook) Weighs(id string) eqia.Severity {
	if own, ok := b.Weights[id]; ok {
		return own
	}
	return Weights(id)[0]
}
