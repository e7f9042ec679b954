package evidence

import (
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/workflow"
)

// recorded is one item with everything that was recorded about it, as record.json holds it.
type recorded struct {
	Meeting     committee.MeetingID   `json:"meeting"`
	Committee   string                `json:"committee"`
	StartsAt    time.Time             `json:"starts_at"`
	Item        committee.ItemID      `json:"item"`
	Number      string                `json:"number"`
	Title       string                `json:"title"`
	Access      committee.Access      `json:"access"`
	Report      string                `json:"report"`
	Version     int                   `json:"report_version"`
	Links       []link                `json:"links"`
	Reasons     []reason              `json:"reasons"`
	Passed      []passed              `json:"let_pass"`
	Clearances  []committee.Clearance `json:"clearances"`
	Challenges  []challenge           `json:"challenges"`
	Commitments []commitment          `json:"commitments"`
	Decision    committee.Decision    `json:"decision"`
}

type link struct {
	ID         committee.LinkID   `json:"id"`
	Assessment string             `json:"assessment"`
	Version    string             `json:"version"`
	Digest     string             `json:"digest"`
	Relation   committee.Relation `json:"relation"`
	Appendix   string             `json:"appendix"`
	Covers     committee.Coverage `json:"covers"`
	Note       string             `json:"note"`
	At         time.Time          `json:"at"`
	By         eqia.PersonID      `json:"by"`
	EndedAt    time.Time          `json:"ended_at,omitzero"`
	ReplacedBy committee.LinkID   `json:"replaced_by,omitempty"`
	Withdrawn  string             `json:"withdrawn_reason,omitempty"`
}

type reason struct {
	ID         committee.ReasonID `json:"id"`
	Code       committee.Code     `json:"code"`
	Public     string             `json:"public"`
	Private    string             `json:"private"`
	Assessment string             `json:"assessment"`
	Version    string             `json:"version"`
	At         time.Time          `json:"at"`
	By         eqia.PersonID      `json:"by"`
	AgreedAt   time.Time          `json:"agreed_at,omitzero"`
	AgreedBy   eqia.PersonID      `json:"agreed_by,omitempty"`
	AgreedAs   workflow.Actor     `json:"agreed_as,omitempty"`
	EndedAt    time.Time          `json:"ended_at,omitzero"`
}

type passed struct {
	Rule        string         `json:"rule"`
	Mark        string         `json:"mark"`
	Public      string         `json:"public"`
	Private     string         `json:"private"`
	AgreedHow   string         `json:"agreed_how"`
	Role        workflow.Actor `json:"role"`
	At          time.Time      `json:"at"`
	By          eqia.PersonID  `json:"by"`
	ConfirmedAt time.Time      `json:"confirmed_at,omitzero"`
	EndedAt     time.Time      `json:"ended_at,omitzero"`
}

type challenge struct {
	Councillor string            `json:"councillor"`
	Channel    committee.Channel `json:"channel"`
	Text       string            `json:"text"`
	AskedOn    eqia.Day          `json:"asked_on"`
	Answer     string            `json:"answer"`
	LedTo      committee.LedTo   `json:"led_to"`
	At         time.Time         `json:"at"`
}

type commitment struct {
	Text     string    `json:"text"`
	Owner    string    `json:"owner"`
	DueOn    eqia.Day  `json:"due_on"`
	At       time.Time `json:"at"`
	ClosedAt time.Time `json:"closed_at,omitzero"`
	Closing  string    `json:"closing"`
}

// recordOf is the items of the evidence as record.json holds them.
func recordOf(items []committee.Item) []recorded {
	out := []recorded{}
	for _, i := range items {
		r := recorded{Meeting: i.Meeting.ID, Committee: i.Meeting.Committee.Name, StartsAt: i.Meeting.StartsAt, Item: i.ID, Number: i.Number, Title: i.Title, Access: i.Access}
		if i.Appearance != nil {
			r.appeared(*i.Appearance)
		}
		out = append(out, r)
	}
	return out
}

func (r *recorded) appeared(a committee.Appearance) {
	r.Report, r.Version, r.Clearances, r.Decision = a.Report.Reference, a.Version.No, a.Clearances, a.Decision
	for _, l := range a.Links {
		r.Links = append(r.Links, link{l.ID, l.Pinned.Reference, l.Pinned.Number, l.Pinned.Digest, l.Relation, l.Appendix, l.Covers, l.Note, l.At, l.By, l.EndedAt,
			l.ReplacedBy, l.WithdrawnReason})
	}
	for _, n := range a.Reasons {
		r.Reasons = append(r.Reasons, reason{n.ID, n.Code, n.Public, n.Private, n.RelyOn.Reference, n.RelyOn.Number, n.At, n.By, n.AgreedAt, n.AgreedBy, n.AgreedRole,
			n.EndedAt})
	}
	for _, o := range a.Overrides {
		r.Passed = append(r.Passed, passed{o.Rule, o.Mark, o.Public, o.Private, o.AgreedHow, o.Role, o.At, o.By, o.ConfirmedAt, o.EndedAt})
	}
	for _, h := range a.Challenges {
		r.Challenges = append(r.Challenges, challenge{h.Councillor, h.Channel, h.Text, h.AskedOn, h.Answer, h.LedTo, h.At})
	}
	for _, m := range a.Commitments {
		r.Commitments = append(r.Commitments, commitment{m.Text, m.Owner, m.DueOn, m.At, m.ClosedAt, m.Closing})
	}
}
