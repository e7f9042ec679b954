package public

import (
	"net/url"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// notNeeded asks for the records of why no assessment is needed, and for no others.
const notNeeded = "not_needed"

// search is the form above the register, read from the address.
type search struct {
	Text        string `form:"q" label:"Words to look for" rule:"max=200"`
	Directorate string `form:"directorate" label:"Directorate"`
	Group       string `form:"group" label:"Group of people"`
	Effect      string `form:"effect" label:"Effect on the group"`
	Committee   string `form:"committee" label:"Committee"`
	Year        string `form:"year" label:"Year of publication" rule:"max=20"`
	Only        string `form:"only" label:"Kind of record" rule:"omitempty,oneof=not_needed"`
	Status      string `form:"status" label:"Status"`
	Errors      webform.Errors
	form        form.Version
	day         string // only groups in force today can be looked for
	bodies      []committee.Committee
}

func readSearch(r *page.Request) (search, error) {
	s := search{form: newest(r, r.Kit.Eqia.Profile), day: string(eqia.DayOf(r.Kit.Now()))}
	var err error
	if s.bodies, err = r.Kit.Committee.PublicBodies(r.Ctx()); err != nil {
		return s, err
	}
	errs := r.Kit.Reader.Read(r.Request.URL.Query(), &s)
	s.Errors = append(errs, s.wrong()...)
	return s, nil
}

// wrong lists what cannot be looked for, in the order of the form.
func (s search) wrong() webform.Errors {
	var errs webform.Errors
	wrong := func(field, message string) {
		errs = append(errs, webform.FieldError{Field: field, ID: field, Message: message})
	}
	if !offered(s.directorates(), s.Directorate) {
		wrong("directorate", "Select a directorate from the list")
	}
	switch {
	case !offered(s.groups(), s.Group):
		wrong("group", "Select a group from the list")
	case s.Group == "" && s.Effect != "":
		wrong("group", "Select which group the effect is on")
	}
	switch {
	case !offered(effects(), s.Effect):
		wrong("effect", "Select an effect from the list")
	case s.Group != "" && s.Effect == "":
		wrong("effect", "Select the effect on this group")
	}
	if !offered(s.committees(), s.Committee) {
		wrong("committee", "Select a committee from the list")
	}
	if n, err := strconv.Atoi(s.Year); s.Year != "" && (err != nil || n < 2000 || n > 2999) {
		wrong("year", "Enter a year with 4 numbers, for example 2026")
	}
	if !offered(statuses(), s.Status) {
		wrong("status", "Select a status from the list")
	}
	return errs
}

func offered(items []components.Item, value string) bool {
	return slices.ContainsFunc(items, func(i components.Item) bool { return i.Value == value })
}

func (s search) directorates() []components.Item {
	items := []components.Item{{Text: "All directorates"}}
	q, _ := s.form.Question("directorate")
	for _, c := range q.Choices {
		items = append(items, components.Item{Value: c.Code, Text: c.Label})
	}
	return items
}

func (s search) groups() []components.Item {
	items := []components.Item{{Text: "All groups"}}
	for _, c := range s.form.CharacteristicsInForce(s.day) {
		items = append(items, components.Item{Value: c.Code, Text: c.Label})
	}
	return items
}

func effects() []components.Item {
	items := []components.Item{{Text: "Any effect"}}
	for _, e := range eqia.AllEffects() {
		items = append(items, components.Item{Value: string(e), Text: e.Label()})
	}
	return items
}

// records are the kinds of record that can be asked for.
func records() []components.Item {
	return []components.Item{{Text: "All records"}, {Value: notNeeded, Text: "Why an assessment is not needed"}}
}

func (s search) committees() []components.Item {
	items := []components.Item{{Text: "All committees"}}
	for _, b := range s.bodies {
		items = append(items, components.Item{Value: string(b.ID), Text: b.Name})
	}
	return items
}

// statuses are the standings that can be asked for; those in force are listed unless another is.
func statuses() []components.Item {
	var items []components.Item
	for _, standing := range eqia.Standings() {
		value := standing
		if standing == eqia.InForce {
			value = ""
		}
		items = append(items, components.Item{Value: value, Text: eqia.StandingLabel(standing)})
	}
	return items
}

func (s search) filter() eqia.PublicFilter {
	return eqia.PublicFilter{Text: s.Text, Directorate: s.Directorate, Characteristic: s.Group, Effect: eqia.Effect(s.Effect), Year: s.Year,
		Committee: s.Committee, NotNeeded: s.Only == notNeeded, Standing: s.Status}
}

// narrow reports whether anything was chosen or typed.
func (s search) narrow() bool { return s.filter() != eqia.PublicFilter{} }

// chosen reports whether more than words was chosen, so that the page shows what.
func (s search) chosen() bool {
	return s.Directorate+s.Group+s.Effect+s.Committee+s.Year+s.Only+s.Status != ""
}

// query is the search as an address has it, in one order whatever order it came in.
func (s search) query() url.Values {
	v := url.Values{}
	for name, value := range map[string]string{"q": s.Text, "directorate": s.Directorate, "group": s.Group, "effect": s.Effect, "year": s.Year,
		"committee": s.Committee, "only": s.Only, "status": s.Status} {
		if value != "" {
			v.Set(name, value)
		}
	}
	return v
}
