package clerk

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// publishing is the form of the publish check: what is published, and when it was, where that was before now.
type publishing struct {
	Kind   committee.EditionKind `form:"kind" label:"What is published?" rule:"required" error:"Select what is published"`
	Reason string                `form:"reason,lines" label:"Why is there something to publish after the agenda?" rule:"max=5000"`
	Date   form.DateParts        `form:"date" label:"Date it was published"`
	Time   string                `form:"time" label:"Time it was published" rule:"max=20"`
	Source string                `form:"source" label:"How do you know?" rule:"max=500"`
	Looked bool                  `form:"looked" label:"Before you publish"`
	Errors form.Errors

	meeting committee.Meeting
	blocks  []committee.Block
	hidden  []components.Hidden
}

// PublishCheck shows what stands in the way of publication, what becomes public with it, and what was published before.
func (Pages) PublishCheck(r *page.Request) error {
	m, err := meeting(r, staff...)
	if err != nil {
		return err
	}
	v := publishing{meeting: m, Kind: committee.EditionKind(r.Query("kind"))}
	if !v.Kind.Valid() || v.first() {
		v.Kind = ""
	}
	v.judge(r, time.Time{})
	return v.show(r)
}

// judge finds what stands in the way of what is about to be published: the agenda itself where there is none yet, or else what is selected.
func (v *publishing) judge(r *page.Request, stated time.Time) {
	kind := cmp.Or(v.Kind, committee.Supplement)
	if v.first() {
		kind = committee.MainEdition
	}
	v.blocks = r.Kit.Committee.Standing(v.meeting, kind, stated)
}

// blocking is one thing that stands in the way, with the items that it is about.
type blocking struct{ items, says string }

// standing lists what stands in the way, each thing once.
func (v publishing) standing() []blocking {
	var out []blocking
	for _, b := range v.blocks {
		name := "Item " + numbered(b.Item)
		if n := slices.IndexFunc(out, func(s blocking) bool { return s.says == b.Finding.Message }); n >= 0 {
			out[n].items += "; " + strings.ToLower(name[:1]) + name[1:]
			continue
		}
		out = append(out, blocking{name, b.Finding.Message})
	}
	return out
}

// PostPublishCheck records what was published.
func (Pages) PostPublishCheck(r *page.Request) error {
	m, err := meeting(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := publishing{meeting: m}
	v.Errors = r.Read(&v)
	stated, errs := statedTime(v.Date, v.Time)
	v.judge(r, stated)
	if v.Errors = append(v.Errors, errs...); len(v.Errors) > 0 {
		return v.show(r)
	}
	id, err := r.Kit.Committee.PublishAgenda(r.Ctx(), r.Person, m.ID, committee.PublishCommand{Once: r.Once(), Kind: v.Kind, StatedAt: stated,
		StatedSource: v.Source, Reason: v.Reason, Looked: v.Looked})
	if v.refused(err) {
		return v.show(r)
	}
	if done := repeated(err); done != "" {
		id = committee.EditionID(done)
	} else if err != nil {
		return err
	}
	return r.Go(toEdition(m.ID, id), "papers")
}

// refused notes what has to be put right first; false when it was nothing of the kind.
func (v *publishing) refused(err error) (found bool) {
	var unready *committee.NotReady
	if errors.As(err, &unready) {
		v.blocks = unready.Blocks
		v.Errors = form.Errors{{Field: "blocks", ID: "blocks", Message: "Put right what stands in the way before you record this as published"}}
		return true
	}
	v.Errors, found = wrong(err, map[string]form.FieldError{"stated": {Field: "date", ID: "date-day"}})
	return found
}

func (v publishing) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	if v.first() {
		v.hidden = append(v.hidden, components.Hidden{Name: "kind", Value: string(committee.MainEdition)})
	}
	v.clerkOnly(r)
	return r.Show(page.Failed(meetingFrame(r, v.meeting, "Publish check"), v.Errors), publishPage(v))
}

// clerkOnly leaves the form to those who may send it.
func (v *publishing) clerkOnly(r *page.Request) {
	if !r.Person.Holds(workflow.Clerk) {
		v.hidden = nil
	}
}

// first reports whether nothing is recorded as published yet.
func (v publishing) first() bool {
	_, published := v.meeting.Published()
	return !published
}

// kinds lists what can be published after an agenda.
func (v publishing) kinds() []components.Item {
	hints := map[committee.EditionKind]string{committee.Supplement: "Papers that were added or changed.", committee.Revised: "The agenda itself changed.",
		committee.ToFollow: "Papers that the agenda said would follow.", committee.ExemptPack: "Papers that the public do not read."}
	var out []components.Item
	for _, k := range committee.EditionKinds() {
		if k != committee.MainEdition && k != committee.AsMet {
			out = append(out, components.Item{Value: string(k), Text: k.Label(), Hint: hints[k]})
		}
	}
	return out
}

// earlier reports whether anything was said about a time before now.
func (v publishing) earlier() bool {
	return !v.Date.Empty() || v.Time != "" || v.Source != "" || v.Errors.For("date")+v.Errors.For("time")+v.Errors.For("source") != ""
}

// editions lists what was published, newest last.
func (v publishing) editions() components.Table {
	t := components.Table{ID: "editions", Caption: "What was recorded", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Edition"}, {Text: "Published"}, {Text: "Recorded here"}, {Text: "Why"}}}
	for _, e := range v.meeting.Editions {
		t.Rows = append(t.Rows, []components.Cell{{Text: edition(e), Href: toEdition(v.meeting.ID, e.ID)}, {Text: eqia.Moment(e.At())},
			{Text: eqia.Moment(e.RecordedAt)}, {Text: e.Reason}})
	}
	return t
}

// edition is an edition as it is spoken of.
func edition(e committee.Edition) string { return strconv.Itoa(e.Seq) + ". " + e.Kind.Label() }

func toEdition(m committee.MeetingID, e committee.EditionID) string {
	return toMeeting(m) + "/editions/" + string(e)
}

// statedTime puts a day and a time of day together; the zero time when neither was typed.
func statedTime(date form.DateParts, clock string) (time.Time, form.Errors) {
	if date.Empty() && clock == "" {
		return time.Time{}, nil
	}
	at, ok := committee.ReadClock(clock)
	switch {
	case date.ISO() == "":
		return time.Time{}, form.Errors{{Field: "date", ID: "date-day", Message: "Enter the date, for example 27 3 2027"}}
	case !ok:
		return time.Time{}, form.Errors{{Field: "time", ID: "time", Message: "Enter the time, for example 4:35pm or 16:35"}}
	}
	return committee.InLondon(eqia.Day(date.ISO()), at), nil
}
