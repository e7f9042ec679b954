package form

import (
	"slices"
	"strings"
)

// GroupWords changes how a characteristic is explained, and the last day on which new assessments are asked about it.
type GroupWords struct {
	Code, Label, Definition, Source, Link, Caveat string
	Prompts                                       string // one to a line
	To                                            string // YYYY-MM-DD; empty while it is asked about
}

// Subject names the characteristic.
func (e GroupWords) Subject() string { return "characteristic/" + e.Code }

func (e GroupWords) apply(d *Draft) error {
	i := slices.IndexFunc(d.Characteristics, func(c Characteristic) bool { return c.Code == e.Code })
	if i < 0 {
		return errGone
	}
	c := &d.Characteristics[i]
	if err := e.into(c); err != nil {
		return err
	}
	if e.To != "" && slices.Contains(Protected(), c.Code) {
		return &Wrong{"to", "The law protects this characteristic, so every assessment asks about it"}
	}
	if e.To != "" && e.To < c.From {
		return &Wrong{"to", "The last day must be on or after the first day, " + c.From}
	}
	c.To = e.To
	return d.unlike(*c)
}

// into checks the words and puts them into a characteristic.
func (e GroupWords) into(c *Characteristic) error {
	for _, t := range []struct {
		field, text, missing string
		most                 int
	}{
		{"label", e.Label, "Enter the name of the characteristic", mostWords}, {"definition", e.Definition, "Enter what it means", mostGuidance},
		{"source", e.Source, "Enter where the definition comes from", mostWords}, {"link", e.Link, "", mostWords}, {"caveat", e.Caveat, "", mostGuidance},
		{"prompts", strings.Join(linesOf(e.Prompts), "\n"), "Enter at least one question that people should ask themselves", mostGuidance},
	} {
		if err := words(t.field, t.text, t.missing, t.most); err != nil {
			return err
		}
	}
	if e.Link != "" && !strings.HasPrefix(e.Link, "https://") {
		return &Wrong{"link", "Enter a web address that starts with https://"}
	}
	c.Label, c.Definition, c.Source, c.Link, c.Caveat = e.Label, e.Definition, e.Source, e.Link, e.Caveat
	c.Prompts = linesOf(e.Prompts)
	return nil
}

// unlike refuses a name or a meaning that another characteristic has.
func (d *Draft) unlike(c Characteristic) error {
	for _, o := range d.Characteristics {
		switch {
		case o.Code == c.Code:
		case plain(o.Label) == plain(c.Label):
			return &Wrong{"label", "There is a characteristic of this name already"}
		case plain(o.Definition) == plain(c.Definition):
			return &Wrong{"definition", "“" + o.Label + "” means the same. Say how this one differs"}
		}
	}
	return nil
}

// NewGroup adds a characteristic of the council's own choice, asked about from a day on. Words holds how it is explained; its code is made
// of its name.
type NewGroup struct {
	Words GroupWords
	Aims  []string
	From  string // YYYY-MM-DD
}

// Subject says that it is a new one.
func (e NewGroup) Subject() string { return "characteristics" }

func (e NewGroup) apply(d *Draft) error {
	c := Characteristic{Kind: Local, From: e.From, To: e.Words.To, Aims: inOrder(e.Aims)}
	if err := e.Words.into(&c); err != nil {
		return err
	}
	switch {
	case len(c.Aims) == 0:
		return &Wrong{"aims", "Select the aims it can touch"}
	case e.From == "":
		return &Wrong{"from", "Enter the first day on which it is asked about"}
	case c.To != "" && c.To < c.From:
		return &Wrong{"to", "The last day must be on or after the first day"}
	}
	c.Code = codeFor("", c.Label, d.usedGroup)
	if err := d.unlike(c); err != nil {
		return err
	}
	d.Characteristics = append(d.Characteristics, c)
	return nil
}

// usedGroup reports whether a code is not free for a new characteristic.
func (d *Draft) usedGroup(code string) bool {
	return slices.ContainsFunc(append([]Version{d.Version, d.BasedOn}, d.Used...), func(v Version) bool {
		_, asked := v.Characteristic(code)
		return asked
	})
}

// inOrder lists those of the three aims that were chosen, in the order of the Act.
func inOrder(chosen []string) []string {
	var out []string
	for _, aim := range []string{AimEliminate, AimAdvance, AimFoster} {
		if slices.Contains(chosen, aim) {
			out = append(out, aim)
		}
	}
	return out
}

// MoveGroup moves a characteristic one place up or down among those of its kind.
type MoveGroup struct {
	Code string
	Up   bool
}

// Subject names the characteristic.
func (e MoveGroup) Subject() string { return "characteristic/" + e.Code }

func (e MoveGroup) apply(d *Draft) error {
	i := slices.IndexFunc(d.Characteristics, func(c Characteristic) bool { return c.Code == e.Code })
	if i < 0 {
		return errGone
	}
	j := i + 1
	if e.Up {
		j = i - 1
	}
	if j < 0 || j >= len(d.Characteristics) || d.Characteristics[j].Kind != d.Characteristics[i].Kind {
		return &Wrong{"", "It is at the end of its list already"}
	}
	d.Characteristics[i], d.Characteristics[j] = d.Characteristics[j], d.Characteristics[i]
	return nil
}
