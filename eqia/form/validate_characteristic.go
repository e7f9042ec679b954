package form

import (
	"slices"
	"strings"
)

// checkAims makes sure that the three aims are there, in the order and the words of section 149(1).
func (v Version) checkAims(found *problems) {
	codes := codesOf(v.Aims, func(a Aim) string { return a.Code })
	found.unless(slices.Equal(codes, []string{AimEliminate, AimAdvance, AimFoster}), "the aims are %v, not eliminate, advance and foster", codes)
	for _, a := range v.Aims {
		whole := strings.Contains(Section149, ") "+a.Label+";") || strings.HasSuffix(Section149, ") "+a.Label+".")
		found.unless(whole && strings.HasPrefix(a.Label, a.Code+" "), "aim %q is not in the words of section 149(1): %q", a.Code, a.Label)
	}
}

// checkCharacteristics makes sure that the nine protected characteristics are there, each on its own, and that all can be asked about.
func (v Version) checkCharacteristics(found *problems) {
	found.unique("characteristic", codesOf(v.Characteristics, func(c Characteristic) string { return c.Code }))
	for _, code := range Protected() {
		_, ok := v.Characteristic(code)
		found.unless(ok, "characteristic %q is protected by law but missing", code)
	}
	labels, definitions := map[string]string{}, map[string]string{}
	for _, c := range v.Characteristics {
		c.check(found)
		found.shared("label", c.Code, labels, c.Label)
		found.shared("definition", c.Code, definitions, c.Definition)
	}
}

// shared finds words already used by an earlier characteristic, since merging two groups hides both.
func (p *problems) shared(what, code string, seen map[string]string, words string) {
	if first, ok := seen[plain(words)]; ok {
		p.add("characteristics %q and %q share a %s", first, code, what)
	}
	seen[plain(words)] = code
}

// check finds what is wrong with one characteristic taken alone.
func (c Characteristic) check(found *problems) {
	kind := Local
	if slices.Contains(Protected(), c.Code) {
		kind = Statutory
	}
	found.unless(c.Kind == kind, "characteristic %q is marked %q but is %s", c.Code, c.Kind, kind)
	found.unless(c.Label != "", "characteristic %q has no label", c.Code)
	found.unless(c.Definition != "", "characteristic %q has no definition", c.Code)
	found.unless(c.Source != "", "characteristic %q does not say where its definition comes from", c.Code)
	found.unless(c.Link == "" || strings.HasPrefix(c.Link, "https://"), "characteristic %q has a link that is not https", c.Code)
	found.unless(len(c.Prompts) > 0, "characteristic %q has no prompts", c.Code)
	found.dates("characteristic "+c.Code, c.From, c.To)
	found.unless(kind == Local || c.To == "", "characteristic %q is protected by law, so it has no last day", c.Code)
	c.checkAims(found)
}

// checkAims finds aims that do not exist or that the law does not give to this characteristic.
func (c Characteristic) checkAims(found *problems) {
	all := []string{AimEliminate, AimAdvance, AimFoster}
	found.unless(len(c.Aims) > 0, "characteristic %q touches no aim", c.Code)
	found.unique("aim of "+c.Code, c.Aims)
	for _, a := range c.Aims {
		found.unless(slices.Contains(all, a), "characteristic %q touches an unknown aim, %q", c.Code, a)
	}
	switch {
	case c.Code == MarriageAndCivilPartnership:
		found.unless(slices.Equal(c.Aims, all[:1]), "characteristic %q can only touch the first aim", c.Code)
	case c.Kind == Statutory:
		found.unless(slices.Equal(c.Aims, all), "characteristic %q touches all three aims by law", c.Code)
	}
}
