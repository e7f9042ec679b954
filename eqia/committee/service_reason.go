package committee

import (
	"context"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// GiveReason records why no assessment is with a report. Clerks may give any reason; others those that they agree. It holds at once when
// the person is the one who agrees reasons of that code, and waits for agreement otherwise.
func (s *Service) GiveReason(ctx context.Context, by eqia.Person, at AppearanceID, cmd ReasonCommand) (ReasonID, error) {
	if err := may(by, ActReason, settlers...); err != nil {
		return "", err
	}
	item, err := s.Store.Item(ctx, ItemKey{Appearance: at})
	if err != nil {
		return "", err
	}
	if err := may(by, ActReason, workflow.Clerk, item.Agrees(cmd.Code)); err != nil {
		return "", err
	}
	if err := cmd.validate(item, s.Calendar.Deadlines().FollowUp); err != nil {
		return "", err
	}
	act := s.act(by, ActReason, "appearance/"+string(at))
	act.Facts["code"] = string(cmd.Code)
	r := Reason{ID: ReasonID(s.NewID()), AppearanceID: at, Code: cmd.Code, Recommendations: cmd.Recommendations, Public: cmd.Public,
		Private: cmd.Private, DueOn: cmd.DueOn, At: act.At, By: by.ID}
	if r.RelyOn, err = s.relyOn(ctx, item, cmd); err != nil {
		return "", err
	}
	act.Assessment, act.Version, act.Facts["reason"] = r.RelyOn.AssessmentID, r.RelyOn.VersionID, string(r.ID)
	role, err := s.agreesNow(ctx, by, item, cmd.Code)
	if err != nil {
		return "", err
	}
	if role != "" {
		r.AgreedAt, r.AgreedBy, r.AgreedRole = act.At, by.ID, role
		act.Facts["agreed_as"] = string(role)
	}
	return r.ID, s.Store.Write(ctx, &Change{Once: cmd.Once, Result: string(r.ID), Reason: &r, Acts: []eqia.Act{act}})
}

// agreesNow is the role in which the person's giving the reason is also its agreement; empty when it has to wait. The monitoring
// officer's agreement to a quasi-judicial reason holds for a committee for twelve months, and the clerk applies it.
func (s *Service) agreesNow(ctx context.Context, by eqia.Person, item Item, code Code) (workflow.Actor, error) {
	if by.Holds(item.Agrees(code)) {
		return item.Agrees(code), nil
	}
	if code != QuasiJudicial {
		return "", nil
	}
	standing, err := s.Store.AgreedSince(ctx, item.Meeting.Committee.ID, code, s.Now().AddDate(-1, 0, 0))
	if err != nil || !standing {
		return "", err
	}
	return workflow.Clerk, nil
}

func (s *Service) relyOn(ctx context.Context, item Item, cmd ReasonCommand) (RelyOn, error) {
	if !cmd.Code.AsksAssessment() {
		return RelyOn{}, nil
	}
	v, err := s.signed(ctx, item, LinkCommand{Reference: cmd.Reference})
	if err != nil {
		return RelyOn{}, err
	}
	if cmd.Code == Screened && !v.Screening {
		return RelyOn{}, &eqia.Invalid{Field: "reference", Says: "This is a full assessment, not a screening. Link it instead"}
	}
	return RelyOn{AssessmentID: v.AssessmentID, VersionID: v.ID}, nil
}

// AgreeReason agrees a reason that waits. Only the role its code names may.
func (s *Service) AgreeReason(ctx context.Context, by eqia.Person, id ReasonID, at Settling) error {
	if err := s.Store.Used(ctx, at.Once); err != nil {
		return err
	}
	item, r, err := s.given(ctx, by, id)
	if err != nil {
		return err
	}
	if err := may(by, ActAgreeReason, item.Agrees(r.Code)); err != nil {
		return err
	}
	if r.Agreed() {
		return eqia.ErrMoved
	}
	act := s.act(by, ActAgreeReason, "appearance/"+string(item.Appearance.ID))
	act.Facts["reason"], act.Facts["code"], act.Facts["agreed_as"] = string(r.ID), string(r.Code), string(item.Agrees(r.Code))
	r.AgreedAt, r.AgreedBy, r.AgreedRole, r.Counter = act.At, by.ID, item.Agrees(r.Code), at.Counter
	return s.Store.Write(ctx, &Change{Once: at.Once, Result: string(id), Reason: &r, Acts: []eqia.Act{act}})
}

// WithdrawReason ends a reason and keeps it. Clerks and the role its code names may.
func (s *Service) WithdrawReason(ctx context.Context, by eqia.Person, id ReasonID, at Settling) error {
	if err := s.Store.Used(ctx, at.Once); err != nil {
		return err
	}
	item, r, err := s.given(ctx, by, id)
	if err != nil {
		return err
	}
	if err := may(by, ActWithdrawReason, workflow.Clerk, item.Agrees(r.Code)); err != nil {
		return err
	}
	act := s.act(by, ActWithdrawReason, "appearance/"+string(item.Appearance.ID))
	act.Facts["reason"], act.Facts["code"] = string(r.ID), string(r.Code)
	r.EndedAt, r.EndedBy, r.Counter = act.At, by.ID, at.Counter
	return s.Store.Write(ctx, &Change{Once: at.Once, Result: string(id), Reason: &r, Acts: []eqia.Act{act}})
}

// given finds a reason that holds or waits, with its item; one that has ended is ErrMoved.
func (s *Service) given(ctx context.Context, by eqia.Person, id ReasonID) (Item, Reason, error) {
	if err := may(by, actRead, readers...); err != nil {
		return Item{}, Reason{}, err
	}
	item, err := s.Store.Item(ctx, ItemKey{Reason: id})
	if err != nil {
		return Item{}, Reason{}, err
	}
	all := item.Appearance.Given()
	i := slices.IndexFunc(all, func(r Reason) bool { return r.ID == id })
	if i < 0 {
		return Item{}, Reason{}, eqia.ErrMoved
	}
	return item, all[i], nil
}
