package committee

import (
	"context"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// SectionStyle is what a report's own layout asks of its equality section: the number it has there, and where the public register is.
type SectionStyle struct {
	Number   string
	Register string // address of the public register
	Codes    string // address that a check code follows
}

// SectionBefore is the text for a report from one signed version, before any meeting is known. Anyone who may read the version may.
func (s *Service) SectionBefore(ctx context.Context, c eqia.Case, style SectionStyle) (Section, error) {
	if c.State != workflow.SignedOff {
		return Section{}, eqia.ErrNotFound
	}
	said, err := s.MaySay(ctx, c.AssessmentID)
	if err != nil {
		return Section{}, err
	}
	b := Brief{Number: style.Number, Register: style.Register, Codes: style.Codes, Silent: !said, Closed: !said,
		With: []Accounted{{Account: AccountOf(c.Version, c.Form), Restricted: c.Assessment.Restricted}}}
	return b.Section(), nil
}

// SectionFor is the text for the report at an item, from everything that is with it. Those who work with meetings may, and the report's
// author. What is not signed, linked or agreed is not in it, and is named as missing.
func (s *Service) SectionFor(ctx context.Context, by eqia.Person, id ItemID, style SectionStyle) (Item, Section, error) {
	item, err := s.Store.Item(ctx, ItemKey{Item: id})
	if err != nil {
		return Item{}, Section{}, err
	}
	if item.Appearance == nil || !by.Holds(readers...) && item.Appearance.Report.Author != by.ID {
		return Item{}, Section{}, eqia.ErrNotFound
	}
	b := Brief{Number: style.Number, Register: style.Register, Codes: style.Codes, Closed: item.Access.Closed(), Silent: item.Silent,
		Recommendations: item.Appearance.Version.Recommendations}
	if b.With, err = s.accounted(ctx, item); err != nil {
		return Item{}, Section{}, err
	}
	for _, r := range agreed(*item.Appearance) {
		reasoned := Reasoned{Reason: r}
		if r.RelyOn.Reference != "" {
			account, err := s.account(ctx, r.RelyOn.Reference, r.RelyOn.Number)
			if err != nil {
				return Item{}, Section{}, err
			}
			reasoned.RelyOn = &account
		}
		b.Reasons = append(b.Reasons, reasoned)
	}
	out := b.Section()
	out.Missing = missing(*item.Appearance)
	return item, out, nil
}

// missing names what may still come to stand in the text.
func missing(a Appearance) []string {
	var out []string
	for _, e := range a.Expected {
		if !slices.ContainsFunc(a.Live(), func(l Link) bool { return l.Pinned.AssessmentID == e.AssessmentID }) {
			out = append(out, e.Reference+" is expected and is not linked yet.")
		}
	}
	for _, r := range a.Given() {
		if !r.Agreed() {
			out = append(out, "The reason “"+r.Code.Label()+"” is not agreed yet.")
		}
	}
	return out
}

// account reads one signed version and tells what it found.
func (s *Service) account(ctx context.Context, reference, number string) (Account, error) {
	c, err := s.readVersion(ctx, reference, number)
	return AccountOf(c.Version, c.Form), err
}

// readVersion is a version with the form that it is read by: its own, or the newest where this service never had that. It is nobody's case.
func (s *Service) readVersion(ctx context.Context, reference, number string) (eqia.Case, error) {
	v, err := s.Assessments.Version(ctx, reference, number)
	if err != nil {
		return eqia.Case{}, err
	}
	c := eqia.Case{Version: v, Today: eqia.DayOf(s.Now()), Now: s.Now().UTC()}
	if c.Council, err = s.Forms(ctx, v.Assessment.Profile, v.Form); err != nil {
		return c, err
	}
	known := false
	if c.Form, known = c.Council.Version(v.Form); !known {
		c.Form = c.Council.Versions[len(c.Council.Versions)-1]
	}
	return c, nil
}

// accounted reads every assessment that is with the report at an item, and what the meeting before had of it.
func (s *Service) accounted(ctx context.Context, item Item) ([]Accounted, error) {
	var out []Accounted
	for _, l := range item.Appearance.Live() {
		w := Accounted{Link: l, Restricted: l.Pinned.Restricted}
		if !l.Pinned.Restricted {
			c, err := s.readVersion(ctx, l.Pinned.Reference, l.Pinned.Number)
			if err != nil {
				return nil, err
			}
			w.Case, w.Account = c, AccountOf(c.Version, c.Form)
			if w.Before, err = s.considered(ctx, c.Version, c.Form, item.before(l)); err != nil {
				return nil, err
			}
		}
		out = append(out, w)
	}
	return out, nil
}

// visited is a meeting that had an assessment before it, with the link that held there.
type visited struct {
	meeting Meeting
	link    Link
}

// before is the last meeting before the item's that had the linked assessment before it; nil when none had.
func (i Item) before(l Link) *visited {
	all := i.hadBefore(l)
	if len(all) == 0 {
		return nil
	}
	return &all[len(all)-1]
}

// hadBefore lists the meetings before the item's that had the linked assessment before them, the last at the end.
func (i Item) hadBefore(l Link) []visited {
	var out []visited
	for _, then := range i.Appearance.Earlier(i.Meeting) {
		if then.Appearance == nil || then.Meeting.Status == Cancelled || then.Meeting.Status == Rescheduled {
			continue
		}
		for _, o := range then.Appearance.Live() {
			if o.Pinned.AssessmentID == l.Pinned.AssessmentID {
				out = append(out, visited{then.Meeting, o})
			}
		}
	}
	return out
}

// considered says what an earlier meeting had, and which parts say something else since.
func (s *Service) considered(ctx context.Context, v eqia.Version, fv form.Version, earlier *visited) (*EarlierVersion, error) {
	if earlier == nil {
		return nil, nil
	}
	out := &EarlierVersion{Number: earlier.link.Pinned.Number, Body: earlier.meeting.Committee.Name, On: earlier.meeting.Day()}
	if out.Number == v.Number() {
		return out, nil
	}
	was, err := s.Assessments.Version(ctx, v.Assessment.Reference, out.Number)
	if err != nil {
		return nil, err
	}
	out.Changes = changes(was.Content, v.Content, fv)
	return out, nil
}

// changes names the parts that say something else in one record than in another, each once.
func changes(was, is eqia.Content, fv form.Version) []string {
	var out []string
	for _, k := range eqia.Changed(was, is) {
		name := map[eqia.PartKind]string{eqia.OptionPart: "the options", eqia.EvidencePart: "the evidence", eqia.ActionPart: "the action plan",
			eqia.EngagementPart: "who was asked", eqia.OutcomePart: "what happened since"}[k.Kind]
		if ch, ok := fv.Group(k.Key); ok && k.Kind == eqia.CardPart {
			name = inSentence(ch.Label)
		}
		if q, ok := fv.Question(k.Key); ok && k.Kind == eqia.AnswerPart {
			name = "“" + q.Short + "”"
		}
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
