package eqiatest

import "dorset-eqia/eqia"

// consulted releases a draft to someone outside the council, who comments on one group. Nobody has their link, which
// stays open for the usual time from now.
func (d *demo) consulted(reference string) error {
	d.pass(3)
	c, err := d.open(demoLead, reference)
	if err != nil {
		return err
	}
	if err := d.s.ReleaseForConsultation(d.ctx, c, eqia.MoveCommand{Revision: c.Revision}); err != nil {
		return err
	}
	copies, err := d.s.Consultations(d.ctx, c)
	if err != nil {
		return err
	}
	days := eqia.DayOf(d.clock.Now()).Until(eqia.DayOf(d.now)) + eqia.ConsultationDays
	_, link, err := d.s.InviteReader(d.ctx, c, eqia.ReaderCommand{Consultation: copies[0].ID, Name: "Chair, Disability Forum",
		Position: "Speaks for the forum's members", Email: "chair.forum@demo.invalid", Days: days})
	if err != nil {
		return err
	}
	d.pass(20)
	draft, err := d.s.OpenLink(d.ctx, link)
	if err != nil {
		return err
	}
	return d.s.CommentFromOutside(d.ctx, draft, eqia.Remark{Part: eqia.PartKey{Kind: eqia.CardPart, Key: "disability"},
		Text: "Several of our members cannot hear on the phone and do not use the internet. Could they still come to a counter?"})
}
