package committee

import (
	"context"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// Link pins a signed version of an assessment to an appearance and gives the link. Clerks may. A restricted assessment can't be linked
// to an item that is open.
func (s *Service) Link(ctx context.Context, by eqia.Person, at AppearanceID, cmd LinkCommand) (LinkID, error) {
	if err := may(by, ActLink, workflow.Clerk); err != nil {
		return "", err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return "", err
	}
	item, err := s.Store.Item(ctx, ItemKey{Appearance: at})
	if err != nil {
		return "", err
	}
	return s.link(ctx, by, linking{item: item, cmd: cmd})
}

// ReplaceLink puts a new link in the place of one that holds, which is kept. Clerks may.
func (s *Service) ReplaceLink(ctx context.Context, by eqia.Person, id LinkID, cmd LinkCommand) (LinkID, error) {
	if err := may(by, ActReplaceLink, workflow.Clerk); err != nil {
		return "", err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return "", err
	}
	item, old, err := s.live(ctx, id)
	if err != nil {
		return "", err
	}
	return s.link(ctx, by, linking{item, &old, cmd})
}

// linking is a link about to be made, and the one it replaces.
type linking struct {
	item Item
	old  *Link
	cmd  LinkCommand
}

func (s *Service) link(ctx context.Context, by eqia.Person, l linking) (LinkID, error) {
	change, err := s.pin(ctx, by, l)
	if err != nil {
		return "", err
	}
	change.Once, change.Result = l.cmd.Once, string(change.Link.ID)
	return change.Link.ID, s.Store.Write(ctx, change)
}

// pin is the change that makes a link.
func (s *Service) pin(ctx context.Context, by eqia.Person, l linking) (*Change, error) {
	cmd, a := l.cmd, l.item.Appearance
	if err := cmd.validate(a.Version); err != nil {
		return nil, err
	}
	v, err := s.signed(ctx, l.item, cmd)
	if err != nil {
		return nil, err
	}
	if l.twice(v) {
		return nil, &eqia.Invalid{Field: "reference", Says: "This version is linked to this item already. Replace that link to change it"}
	}
	pinned, err := s.pinned(ctx, v)
	if err != nil {
		return nil, err
	}
	act := s.about(s.act(by, ActLink, "appearance/"+string(a.ID)), v)
	made := Link{ID: LinkID(s.NewID()), AppearanceID: a.ID, Relation: cmd.Relation, Covers: cmd.Covers, Recommendations: cmd.Recommendations,
		Options: cmd.Options, Note: cmd.Note, Appendix: cmd.Appendix, At: act.At, By: by.ID, Pinned: pinned}
	act.Facts["link"], act.Facts["relation"], act.Facts["number"] = string(made.ID), string(made.Relation), v.Number()
	change := &Change{Link: &made}
	if l.old != nil {
		l.old.EndedAt, l.old.EndedBy, l.old.ReplacedBy = act.At, by.ID, made.ID
		act.Kind, act.Facts["replaces"] = ActReplaceLink, string(l.old.ID)
		change.Ended = l.old
	}
	change.Acts = []eqia.Act{act}
	if !l.item.Closed() {
		return change, nil
	}
	made.Pinned.Restricted = v.Assessment.Restricted
	return change, s.shut(ctx, by, change, []Pinned{made.Pinned})
}

// twice reports whether another live link of the item points at the version already.
func (l linking) twice(v eqia.Version) bool {
	return slices.ContainsFunc(l.item.Appearance.Live(), func(o Link) bool {
		return o.Pinned.VersionID == v.ID && (l.old == nil || o.ID != l.old.ID)
	})
}

// WithdrawCommand is why a link is withdrawn.
type WithdrawCommand struct {
	Once   string
	Reason string
}

// WithdrawLink ends a link, with the reason, and keeps it. Clerks may.
func (s *Service) WithdrawLink(ctx context.Context, by eqia.Person, id LinkID, cmd WithdrawCommand) error {
	if err := may(by, ActWithdrawLink, workflow.Clerk); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return err
	}
	reason := eqia.Lines(cmd.Reason)
	if reason == "" {
		return &eqia.Invalid{Field: "reason", Says: "Enter why the link is withdrawn"}
	}
	if err := eqia.ValidText("reason", reason); err != nil {
		return err
	}
	item, l, err := s.live(ctx, id)
	if err != nil {
		return err
	}
	act := s.act(by, ActWithdrawLink, "appearance/"+string(item.Appearance.ID))
	act.Assessment, act.Version, act.Facts["link"] = l.Pinned.AssessmentID, l.Pinned.VersionID, string(l.ID)
	l.EndedAt, l.EndedBy, l.WithdrawnReason = act.At, by.ID, reason
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: string(id), Ended: &l, Acts: []eqia.Act{act}})
}

// live finds a link that holds, with its item; one that has ended is ErrMoved.
func (s *Service) live(ctx context.Context, id LinkID) (Item, Link, error) {
	item, err := s.Store.Item(ctx, ItemKey{Link: id})
	if err != nil {
		return Item{}, Link{}, err
	}
	live := item.Appearance.Live()
	i := slices.IndexFunc(live, func(l Link) bool { return l.ID == id })
	if i < 0 {
		return Item{}, Link{}, eqia.ErrMoved
	}
	return item, live[i], nil
}
