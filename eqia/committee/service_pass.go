package committee

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// The acts of letting a finding pass, and of the rule book.
const (
	ActPass        workflow.Event = "committee.pass"
	ActConfirmPass workflow.Event = "committee.confirm_pass"
	ActEndPass     workflow.Event = "committee.end_pass"
	ActRules       workflow.Event = "committee.rules"
)

// PassCommand lets a finding pass, with the reason.
type PassCommand struct {
	Once    string
	Mark    string // of the finding
	Public  string
	Private string
	How     string // how the one who may agreed to it, when the clerk records it for them: "by telephone at 16:35"
}

// leastPublic is how many characters the public reason for a pass has at least.
const leastPublic = 20

func (c *PassCommand) validate(forOther bool) error {
	c.Public, c.Private, c.How = eqia.Lines(c.Public), eqia.Lines(c.Private), line(c.How)
	switch {
	case utf8.RuneCountInString(c.Public) < leastPublic:
		return &eqia.Invalid{Field: "public", Says: "Enter the reason in at least 20 characters, in words the public can read"}
	case forOther && c.How == "":
		return &eqia.Invalid{Field: "how", Says: "Enter how the monitoring officer agreed and when, for example by telephone at 16:35"}
	}
	if !forOther {
		c.How = ""
	}
	if err := eqia.ValidText("public", c.Public); err != nil {
		return err
	}
	if err := eqia.ValidText("private", c.Private); err != nil {
		return err
	}
	return short("how", c.How)
}

// PassedBy is the role in which a person may let a finding pass; empty when they may not. Told means that a clerk records what the
// monitoring officer has agreed to, which the monitoring officer then confirms.
func (f Finding) PassedBy(by eqia.Person) (role workflow.Actor, told bool) {
	switch {
	case f.Rule == "" || f.MayPass == "" || f.Severity == eqia.Inform || f.Override != nil:
		return "", false
	case by.Holds(f.MayPass):
		return f.MayPass, false
	case by.Holds(workflow.MonitoringOfficer):
		return workflow.MonitoringOfficer, false
	case by.Holds(workflow.Clerk) && f.MayPass == workflow.MonitoringOfficer:
		return workflow.MonitoringOfficer, true
	default:
		return "", false
	}
}

// Found finds what a rule says about an item by its mark; ErrNotFound when no rule says it any more.
func (i Item) Found(mark string) (Finding, error) {
	n := slices.IndexFunc(i.Findings, func(f Finding) bool { return f.Mark() == mark })
	if n < 0 {
		return Finding{}, eqia.ErrNotFound
	}
	return i.Findings[n], nil
}

// Pass lets a finding pass at an appearance, and gives the pass. Whom the rule names may, and the monitoring officer; a clerk may record what
// the monitoring officer agreed to, which holds until the end of the next working day unless it is confirmed.
func (s *Service) Pass(ctx context.Context, by eqia.Person, at AppearanceID, cmd PassCommand) (OverrideID, error) {
	if err := may(by, ActPass, readers...); err != nil {
		return "", err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return "", err
	}
	item, err := s.Store.Item(ctx, ItemKey{Appearance: at})
	if err != nil {
		return "", err
	}
	s.judge(&item)
	f, err := item.Found(cmd.Mark)
	if err != nil {
		return "", err
	}
	if f.Override != nil {
		return "", eqia.ErrMoved
	}
	role, told := f.PassedBy(by)
	if role == "" {
		return "", &workflow.Refusal{Event: ActPass, Why: workflow.NotYours}
	}
	if err := cmd.validate(told); err != nil {
		return "", err
	}
	act := s.passing(by, ActPass, item, f.Rule)
	o := Override{ID: OverrideID(s.NewID()), AppearanceID: at, Rule: f.Rule, Mark: cmd.Mark, Public: cmd.Public, Private: cmd.Private, AgreedHow: cmd.How,
		Role: role, At: act.At, By: by.ID}
	if told {
		o.ConfirmBy = dayOf(workflow.WorkingAfter(date(eqia.DayOf(act.At)), 1, s.sight().Works))
	}
	act.Facts["pass"], act.Facts["mark"], act.Facts["role"], act.Facts["ruleset"] = string(o.ID), o.Mark, string(role), f.Ruleset
	item.speaksOf(f, &act)
	return o.ID, s.Store.Write(ctx, &Change{Once: cmd.Once, Result: string(o.ID), Override: &o, Acts: []eqia.Act{act}})
}

func (s *Service) passing(by eqia.Person, kind workflow.Event, item Item, rule string) eqia.Act {
	act := s.act(by, kind, "appearance/"+string(item.Appearance.ID))
	act.Facts["rule"] = rule
	return act
}

// speaksOf puts the assessment that a finding names into an act.
func (i Item) speaksOf(f Finding, act *eqia.Act) {
	for _, l := range i.appearance().Live() {
		if strings.Contains(f.Message, l.Pinned.Reference) {
			act.Assessment, act.Version = l.Pinned.AssessmentID, l.Pinned.VersionID
		}
	}
	for _, e := range i.appearance().Expected {
		if act.Assessment == "" && strings.Contains(f.Message, e.Reference) {
			act.Assessment = e.AssessmentID
		}
	}
}

// Waits reports whether a pass was recorded for the monitoring officer, who has not confirmed it.
func (o Override) Waits() bool {
	return o.EndedAt.IsZero() && o.ConfirmBy != "" && o.ConfirmedAt.IsZero()
}

// ConfirmPass confirms what a clerk recorded. The monitoring officer may, also after the day on which it lapsed.
func (s *Service) ConfirmPass(ctx context.Context, by eqia.Person, id OverrideID, at Settling) error {
	if err := may(by, ActConfirmPass, workflow.MonitoringOfficer); err != nil {
		return err
	}
	return s.settlePass(ctx, id, at, func(item Item, o *Override) (eqia.Act, error) {
		act := s.passing(by, ActConfirmPass, item, o.Rule)
		if !o.Waits() {
			return act, eqia.ErrMoved
		}
		o.ConfirmedAt, o.ConfirmedBy = act.At, by.ID
		return act, nil
	})
}

// EndPass ends a pass and keeps it, so that its finding counts again. The monitoring officer may, and whoever recorded it.
func (s *Service) EndPass(ctx context.Context, by eqia.Person, id OverrideID, at Settling) error {
	if err := may(by, ActEndPass, readers...); err != nil {
		return err
	}
	return s.settlePass(ctx, id, at, func(item Item, o *Override) (eqia.Act, error) {
		act := s.passing(by, ActEndPass, item, o.Rule)
		if !o.EndsBy(by) {
			return act, &workflow.Refusal{Event: ActEndPass, Why: workflow.NotYours}
		}
		o.EndedAt, o.EndedBy = act.At, by.ID
		return act, nil
	})
}

// EndsBy reports whether a person may end the pass.
func (o Override) EndsBy(by eqia.Person) bool {
	return o.EndedAt.IsZero() && (by.Holds(workflow.MonitoringOfficer) || by.ID == o.By)
}

// settlePass changes a pass that holds or waits, from the counter it was read with. The act names the assessments that the item has.
func (s *Service) settlePass(ctx context.Context, id OverrideID, at Settling, change func(Item, *Override) (eqia.Act, error)) error {
	if err := s.Store.Used(ctx, at.Once); err != nil {
		return err
	}
	item, err := s.Store.Item(ctx, ItemKey{Override: id})
	if err != nil {
		return err
	}
	n := slices.IndexFunc(item.Appearance.Overrides, func(o Override) bool { return o.ID == id })
	if n < 0 || !item.Appearance.Overrides[n].EndedAt.IsZero() {
		return eqia.ErrMoved
	}
	o := item.Appearance.Overrides[n]
	act, err := change(item, &o)
	if err != nil {
		return err
	}
	o.Counter = at.Counter
	act.Facts["pass"], act.Facts["mark"] = string(o.ID), o.Mark
	s.judge(&item)
	if f, err := item.Found(o.Mark); err == nil {
		item.speaksOf(f, &act)
	}
	return s.Store.Write(ctx, &Change{Once: at.Once, Result: string(id), Override: &o, Acts: []eqia.Act{act}})
}

// WaitingPass is a pass that waits to be confirmed, with its item.
type WaitingPass struct {
	Override Override
	Item     Item // with its meeting, and without what is with it
}

// Unconfirmed lists the passes that were recorded for the monitoring officer and wait to be confirmed, the oldest first.
func (s *Service) Unconfirmed(ctx context.Context, by eqia.Person) ([]WaitingPass, error) {
	if err := may(by, ActConfirmPass, workflow.MonitoringOfficer); err != nil {
		return nil, err
	}
	return s.Store.Unconfirmed(ctx)
}
