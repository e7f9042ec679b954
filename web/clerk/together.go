package clerk

import (
	"cmp"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// together is the form that does the same with several items.
type together struct {
	Items  []committee.ItemID `form:"items" label:"Which items?" rule:"required" error:"Select at least one item"`
	What   string             `form:"what" label:"What is to be done?" rule:"required,oneof=procedural chase" error:"Select what is to be done with them"`
	Errors form.Errors

	meeting committee.Meeting
	hidden  []components.Hidden
}

// What can be done with several items.
const (
	markThem  = "procedural"
	chaseThem = "chase"
)

// Together asks which items the same is to be done with.
func (Pages) Together(r *page.Request) error {
	m, err := meeting(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return together{meeting: m}.show(r)
}

func (v together) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	return r.Show(page.Failed(meetingFrame(r, v.meeting, "Do something with several items"), v.Errors), togetherPage(v))
}

// PostTogether does it.
func (Pages) PostTogether(r *page.Request) error {
	m, err := meeting(r, workflow.Clerk)
	if err != nil {
		return err
	}
	v := together{meeting: m}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	cmd, flash := committee.Together{Once: r.Once(), Meeting: m.ID, Items: v.Items}, "marked"
	if v.What == chaseThem {
		var asked int
		if asked, err = r.Kit.Committee.Chase(r.Ctx(), r.Person, cmd); asked == 0 {
			flash = "nobody-chased"
		} else {
			flash = "chased"
		}
	} else {
		err = page.Done(r.Kit.Committee.MarkProcedural(r.Ctx(), r.Person, cmd))
	}
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toMeeting(m.ID), flash)
}

// choices lists the items that need an assessment or a reason, each with how far it has come.
func (v together) choices() []components.Item {
	var out []components.Item
	for _, i := range v.meeting.Items {
		if i.Kind.Asks() {
			said := i.Readiness.Label()
			if h, ok := i.Holding(); ok {
				said += ". Waits for: " + holder{i, h}.words()
			}
			out = append(out, components.Item{Value: string(i.ID), Text: numbered(i), Hint: said})
		}
	}
	return out
}

func (v together) ticked() []string {
	out := make([]string, len(v.Items))
	for n, id := range v.Items {
		out[n] = string(id)
	}
	return out
}

func whatToDo() []components.Item {
	return []components.Item{{Value: markThem, Text: "Mark them as procedural", Hint: "They need no assessment. Nothing may be linked to them."},
		{Value: chaseThem, Text: "Ask their authors to go on", Hint: "A message goes to each author whom an item waits for, once a day at most."}}
}

// PostNamed notes an assessment that names the meeting as expected on one of its items, and goes on to link it where it is signed.
func (Pages) PostNamed(r *page.Request) error {
	m, err := meeting(r, workflow.Clerk)
	if err != nil {
		return err
	}
	for _, i := range m.Items {
		if string(i.ID) == r.Posted("item") && i.Appearance != nil {
			cmd := committee.ExpectCommand{Once: r.Once(), Appearance: i.Appearance.ID, Reference: r.Posted("reference")}
			if err := page.Done(r.Kit.Committee.Expect(r.Ctx(), r.Person, cmd)); err != nil {
				return err
			}
			return r.Go(filtered(r, m.ID), "expected")
		}
	}
	if r.Posted("item") == "" {
		return r.Go(filtered(r, m.ID), "")
	}
	return eqia.ErrNotFound
}

// places lists the items that an assessment can be expected on.
func (v sat) places() []components.Item {
	out := []components.Item{{Text: "Select an item"}}
	for n, i := range v.Items {
		if i.Kind.Asks() && i.Appearance != nil {
			out = append(out, components.Item{Value: string(i.ID), Text: cmp.Or(numbered(i), strconv.Itoa(n+1))})
		}
	}
	return out
}
