package clerk

import (
	"cmp"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// point is the form of something about equality that a councillor raised.
type point struct {
	Councillor string            `form:"councillor" label:"Who raised it?" rule:"required,max=500" error:"Enter who raised it"`
	Channel    committee.Channel `form:"channel" label:"How was it raised?" rule:"required" error:"Select how it was raised"`
	Text       string            `form:"text,lines" label:"What was asked or said?" rule:"required,max=20000" error:"Enter what was asked or said"`
	Asked      form.DateParts    `form:"asked" label:"When?" rule:"required" error:"Enter the date on which it was raised"`
	Answer     string            `form:"answer,lines" label:"What was the answer?" rule:"max=20000"`
	LedTo      committee.LedTo   `form:"led_to" label:"What came of it?"`
	Errors     form.Errors

	item   committee.Item
	now    committee.Challenge // zero for a new one
	hidden []components.Hidden
}

// raisedPoints is the list of them with the form for another.
type raisedPoints struct {
	point
	writes bool
}

// Points lists what councillors raised about an item, and asks for more.
func (Pages) Points(r *page.Request) error {
	i, err := appeared(r, staff...)
	if err != nil {
		return err
	}
	return point{item: i}.show(r)
}

// PostPoint records another point.
func (Pages) PostPoint(r *page.Request) error {
	i, err := appeared(r, workflow.Clerk)
	if err != nil {
		return err
	}
	return point{item: i}.save(r)
}

// Point asks what changes about a point, for example what came of it.
func (Pages) Point(r *page.Request) error {
	v, err := thePoint(r)
	if err != nil {
		return err
	}
	h := v.now
	v.Councillor, v.Channel, v.Text, v.Asked, v.Answer, v.LedTo = h.Councillor, h.Channel, h.Text, form.PartsOf(string(h.AskedOn)), h.Answer, h.LedTo
	return v.show(r)
}

// PostChangePoint changes it.
func (Pages) PostChangePoint(r *page.Request) error {
	v, err := thePoint(r)
	if err != nil {
		return err
	}
	return v.save(r)
}

func thePoint(r *page.Request) (v point, err error) {
	if v.item, err = appeared(r, workflow.Clerk); err != nil {
		return v, err
	}
	all := v.item.Appearance.Challenges
	n := slices.IndexFunc(all, func(h committee.Challenge) bool { return string(h.ID) == r.Param("point") })
	if n < 0 {
		return v, eqia.ErrNotFound
	}
	v.now = all[n]
	return v, nil
}

func (v point) save(r *page.Request) error {
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	h := committee.Challenge{ID: v.now.ID, AppearanceID: v.item.Appearance.ID, Councillor: v.Councillor, Channel: v.Channel, Text: v.Text,
		AskedOn: eqia.Day(v.Asked.ISO()), Answer: v.Answer, LedTo: v.LedTo}
	if h.ID != "" {
		h.Counter = r.Seen()
		if h.Counter == 0 {
			return eqia.ErrMoved
		}
	}
	err := page.Done(r.Kit.Committee.RecordChallenge(r.Ctx(), r.Person, h, r.Once()))
	if errs, ok := wrong(err, map[string]form.FieldError{"asked": {Field: "asked", ID: "asked-day"}}); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(toItem(v.item, "points"), "point")
}

func (v point) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key()}
	if v.now.ID != "" {
		v.hidden = append(v.hidden, page.Counter(v.now.Counter))
		return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, "Change a point that was raised"), v.Errors), pointPage(v))
	}
	return r.Show(page.Failed(meetingFrame(r, v.item.Meeting, "Points that were raised"), v.Errors), pointsPage(raisedPoints{v, r.Person.Holds(workflow.Clerk)}))
}

func pointRows(i committee.Item, h committee.Challenge, writes bool) []components.Row {
	rows := []components.Row{{Key: "How it was raised", Text: h.Channel.Label()}, {Key: "What was asked or said", Text: h.Text},
		{Key: "Answer", Text: cmp.Or(h.Answer, "None recorded yet")}, {Key: "What came of it", Text: cmp.Or(h.LedTo.Label(), "Not recorded yet")}}
	if writes {
		rows[2].Actions = []components.Link{{Text: "Change", Unseen: "what " + h.Councillor + " raised: “" + h.Text + "”", Href: toItem(i, "points/"+string(h.ID))}}
	}
	return rows
}

func channels() []components.Item {
	var out []components.Item
	for _, c := range committee.Channels() {
		out = append(out, components.Item{Value: string(c), Text: c.Label()})
	}
	return out
}

func ledTo() []components.Item {
	out := []components.Item{{Text: "Not known yet"}}
	for _, l := range committee.LedToWays() {
		out = append(out, components.Item{Value: string(l), Text: l.Label()})
	}
	return out
}
