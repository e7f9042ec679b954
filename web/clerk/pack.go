package clerk

import (
	"errors"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/pdftext"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// packing is the form that brings a pack to be checked, with the checks that were made before.
type packing struct {
	Kind   committee.PackKind `form:"kind" label:"Which pack is it?" rule:"required" error:"Select which pack it is"`
	Errors form.Errors

	meeting committee.Meeting
	before  []committee.PackCheck
	hidden  []components.Hidden // none for those who may not check
}

func toPacks(id committee.MeetingID) string { return toMeeting(id) + "/packs" }

// Packs asks for a pack, and lists the checks of a meeting's packs.
func (Pages) Packs(r *page.Request) error {
	m, err := meeting(r, staff...)
	if err != nil {
		return err
	}
	return (&packing{meeting: m}).show(r)
}

func (v *packing) show(r *page.Request) error {
	var err error
	if v.before, err = r.Kit.Committee.PackChecks(r.Ctx(), r.Person, v.meeting.ID); err != nil {
		return err
	}
	if r.Person.Holds(workflow.Clerk) {
		v.hidden = []components.Hidden{r.Key()}
	}
	return r.Show(page.Failed(meetingFrame(r, v.meeting, "Check the pack"), v.Errors), packsPage(*v))
}

// PostPack checks a pack, and goes on to what was found in it.
func (Pages) PostPack(r *page.Request) error {
	m, err := meeting(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := &packing{meeting: m}
	raw, fileErr := r.File("file")
	v.Errors = r.Read(v)
	if errors.Is(fileErr, page.ErrTooLarge) {
		v.Errors = nil // the fields that came after it may not have been read
	}
	if fileErr == nil && len(raw) == 0 {
		fileErr = errNoPack
	}
	if v.Errors = append(v.Errors, wrongPack(fileErr)...); len(v.Errors) > 0 {
		return v.show(r)
	}
	if fileErr != nil {
		return fileErr
	}
	id, err := r.Kit.Committee.CheckPack(r.Ctx(), r.Person, m.ID, committee.PackCommand{Once: r.Once(), Kind: v.Kind, File: raw})
	if done := repeated(err); done != "" {
		id, err = committee.PackCheckID(done), nil
	}
	problems, _ := wrong(err, nil)
	if v.Errors = append(problems, wrongPack(err)...); len(v.Errors) > 0 {
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toPacks(m.ID)+"/"+string(id), "")
}

var errNoPack = errors.New("no pack was brought")

// wrongPack says what has to be put right about the file of a pack.
func wrongPack(err error) form.Errors {
	var unreadable *pdftext.Unreadable
	says := ""
	switch {
	case errors.Is(err, errNoPack):
		says = "Choose the PDF of the pack"
	case errors.Is(err, page.ErrTooLarge):
		says = "The pack must be smaller than " + strconv.Itoa(committee.MostPack>>20) + " MB"
	case errors.Is(err, pdftext.ErrBusy):
		says = "We are reading many files just now. Try again in a few minutes"
	case errors.As(err, &unreadable):
		says = "This file cannot be read: " + unreadable.Says + ". Choose another file"
	default:
		return nil
	}
	return form.Errors{{Field: "file", ID: "file", Message: says}}
}

// kinds are the packs to choose from.
func (v packing) kinds() []components.Item {
	var out []components.Item
	for _, k := range committee.PackKinds() {
		out = append(out, components.Item{Value: string(k), Text: k.Label()})
	}
	return out
}

// checks lists what was checked before.
func (v packing) checks() components.Table {
	t := components.Table{ID: "packs", Caption: "Packs that were checked", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "When"}, {Text: "Pack"}, {Text: "What was found"}, {Text: "By"}}}
	for _, c := range v.before {
		t.Rows = append(t.Rows, []components.Cell{{Text: eqia.Moment(c.At), Href: toPacks(c.Meeting) + "/" + string(c.ID), Unseen: "fingerprint " + short(c.SHA256)},
			{Text: c.Kind.Label()}, {Text: packFound(c)}, {Text: c.ByName}})
	}
	return t
}

// packFound says what came of a check in a few words.
func packFound(c committee.PackCheck) string {
	if c.Agrees() {
		return "Nothing wrong"
	}
	return components.Count(len(c.PackRead.Problems), "thing to look at", "things to look at")
}

// packed is one check of a pack, as it is read.
type packed struct {
	committee.PackCheck
	meeting committee.Meeting
}

// Pack shows what was found in a pack.
func (Pages) Pack(r *page.Request) error {
	m, err := meeting(r, staff...)
	if err != nil {
		return err
	}
	id, err := eqia.ParseID[committee.PackCheckID](r.Param("pack"))
	if err != nil {
		return err
	}
	list, err := r.Kit.Committee.PackChecks(r.Ctx(), r.Person, m.ID)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list, func(c committee.PackCheck) bool { return c.ID == id })
	if i < 0 {
		return eqia.ErrNotFound
	}
	f := meetingFrame(r, m, "What is in the pack")
	f.Back, f.Wide = &components.BackLink{Href: toPacks(m.ID), Text: "Back to the packs"}, true
	return r.Show(f, packPage(packed{list[i], m}))
}

// heading says what came of the check.
func (v packed) heading() string {
	if v.Agrees() {
		return "The pack holds what was linked"
	}
	return "The pack has " + packFound(v.PackCheck)
}

// facts is what was checked, against what.
func (v packed) facts() []components.Row {
	rows := []components.Row{{Key: "Pack", Text: v.Kind.Label()}, {Key: "Pages", Text: strconv.Itoa(v.PackRead.Pages)},
		{Key: "Held against", Text: v.against()}, {Key: "Checked", Text: eqia.Moment(v.At) + ", by " + v.ByName},
		{Key: "Fingerprint of the file (SHA-256)", Text: v.SHA256}}
	return rows
}

// against names what the pack was held against.
func (v packed) against() string {
	i := slices.IndexFunc(v.meeting.Editions, func(e committee.Edition) bool { return e.ID == v.Edition })
	if i < 0 {
		return "What was linked here then. No agenda was recorded as published."
	}
	return edition(v.meeting.Editions[i])
}

// problems lists what is wrong with the pack, by its pages.
func (v packed) problems() components.Table {
	t := components.Table{ID: "problems", Caption: "What to put right", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Page of the pack"}, {Text: "What is wrong"}}}
	for _, p := range v.PackRead.Problems {
		place := "All of it"
		if p.Page > 0 {
			place = "Page " + strconv.Itoa(p.Page)
		}
		t.Rows = append(t.Rows, []components.Cell{{Text: place}, {Text: p.Says}})
	}
	return t
}

// copies lists the assessments that are in the pack.
func (v packed) copies() components.Table {
	t := components.Table{ID: "copies", Caption: "Assessments in the pack", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Assessment"}, {Text: "Check code"}, {Text: "Pages of the pack"}, {Text: "How many"}, {Text: "How it stood"}, {Text: "Its words"}}}
	for _, c := range v.PackRead.Copies {
		t.Rows = append(t.Rows, []components.Cell{{Text: c.Reference + " version " + c.Version}, {Text: c.Code}, {Text: span(c.From, c.To)},
			{Text: strconv.Itoa(c.Found) + " of " + strconv.Itoa(c.Of)}, {Text: c.Standing.Label()}, {Text: wordsOf(c)}})
	}
	return t
}

// wordsOf says what came of comparing the words of a copy.
func wordsOf(c committee.PackCopy) string {
	switch {
	case c.Differs < 0:
		return "Not compared"
	case c.Differs == 0:
		return "As signed"
	default:
		return "Differ in " + components.Count(c.Differs, "place", "places")
	}
}

// span names pages from one to another.
func span(from, to int) string {
	if from == to {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + " to " + strconv.Itoa(to)
}

// seenInPack says what is known of the packs of an edition: the newest check of each kind of pack.
func seenInPack(e committee.Edition, list []committee.PackCheck) []string {
	var out []string
	for _, kind := range committee.PackKinds() {
		i := slices.IndexFunc(list, func(c committee.PackCheck) bool { return c.Edition == e.ID && c.Kind == kind })
		if i < 0 {
			continue
		}
		c := list[i]
		says := kind.Label() + " was checked on " + eqia.Moment(c.At) + ", by its fingerprint " + short(c.SHA256) + ". "
		if c.Agrees() {
			says += "Members saw what is listed here."
		} else {
			says += "It had " + packFound(c) + ", so members may have seen something else."
		}
		out = append(out, says)
	}
	if len(out) == 0 && e.Kind.Checked() {
		out = append(out, "This is what was linked here. The pack that members were sent has not been checked.")
	}
	return out
}
