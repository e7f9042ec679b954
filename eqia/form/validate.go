package form

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"time"
)

// problems collects what is wrong with a profile, so that one reading shows all of it.
type problems []error

// add notes a problem, worded as fmt.Sprintf.
func (p *problems) add(format string, args ...any) {
	*p = append(*p, fmt.Errorf(format, args...))
}

// unless notes a problem when a condition does not hold.
func (p *problems) unless(holds bool, format string, args ...any) {
	if !holds {
		p.add(format, args...)
	}
}

// Validate reports everything that would stop the service from using the profile, joined into one error, or nil.
func (p Profile) Validate() error {
	var found problems
	found.unless(isCode(p.Code), "the profile's code %q is not a code", p.Code)
	found.unless(p.Council != "", "the profile does not name its council")
	found.unless(p.Contact != "", "the profile does not say whom to contact")
	found.unless(p.PublicNames == "" || p.PublicNames == NamesAsRoles, "the profile names people in public as %q, which is no way to", p.PublicNames)
	found.unless(len(p.Versions) > 0, "the profile has no versions")
	found.unique("version", codesOf(p.Versions, func(v Version) string { return v.Code }))
	p.checkOrder(&found)
	for _, v := range p.Versions {
		if err := v.validate(); err != nil {
			found.add("version %s: %w", v.Code, err)
		}
	}
	return errors.Join(found...)
}

// checkOrder finds versions whose dates overlap or are out of order; Latest relies on oldest first.
func (p Profile) checkOrder(found *problems) {
	for i := 1; i < len(p.Versions); i++ {
		before, after := p.Versions[i-1], p.Versions[i]
		found.unless(before.To != "" && before.To < after.From, "version %s starts before %s ends", after.Code, before.Code)
	}
}

// validate reports everything that is wrong with one version, joined, or nil.
func (v Version) validate() error {
	var found problems
	found.unless(v.Code != "", "it has no code")
	found.dates("the version", v.From, v.To)
	v.checkPages(&found)
	v.checkQuestions(&found)
	v.checkReliedOn(&found)
	v.checkAims(&found)
	v.checkAudiences(&found)
	v.checkCharacteristics(&found)
	v.checkTriggers(&found)
	v.checkDepths(&found)
	v.checkAdvice(&found)
	v.checkTogether(&found)
	return errors.Join(found...)
}

// checkPages finds sections and pages that are empty, unnamed or named twice.
func (v Version) checkPages(found *problems) {
	found.unique("section", codesOf(v.Sections, func(s Section) string { return s.Code }))
	found.unique("page", codesOf(v.PagesInOrder(), func(p Page) string { return p.Code }))
	for _, s := range v.Sections {
		found.unless(s.Title != "", "section %q has no title", s.Code)
		found.unless(len(s.Pages) > 0, "section %q has no pages", s.Code)
	}
	for _, p := range v.PagesInOrder() {
		found.unless(p.Title != "", "page %q has no title", p.Code)
		found.unless(len(p.Questions) > 0, "page %q has no questions", p.Code)
	}
}

// checkAudiences makes sure that the two audiences the service knows are there, under the council's own labels.
func (v Version) checkAudiences(found *problems) {
	codes := codesOf(v.Audiences, func(c Choice) string { return c.Code })
	found.unless(slices.Equal(codes, []string{AudienceResidents, AudienceEmployees}), "the audiences are %v, not residents and employees", codes)
	for _, a := range v.Audiences {
		found.unless(a.Label != "", "audience %q has no label", a.Code)
	}
}

// checkTriggers makes sure that the triggers and the choices of their question are the same, and that they point somewhere real.
func (v Version) checkTriggers(found *problems) {
	asked, _ := v.Question(QuestionTriggers)
	codes := codesOf(v.Triggers, func(t Trigger) string { return t.Code })
	found.unique("trigger", codes)
	for _, c := range asked.Choices {
		found.unless(slices.Contains(codes, c.Code), "trigger %q is asked about but says nothing of the groups it points to", c.Code)
	}
	for _, t := range v.Triggers {
		_, ok := asked.Choice(t.Code)
		found.unless(ok, "trigger %q is never asked about", t.Code)
		found.unless(t.Code != TriggerNone || len(t.Points) == 0, "trigger %q points to a group", TriggerNone)
		for _, code := range t.Points {
			_, ok := v.Characteristic(code)
			found.unless(ok, "trigger %q points to %q, which is not asked about", t.Code, code)
		}
	}
}

// codePattern is the shape of every code but a version's: lower case words joined by underscores.
var codePattern = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

// isCode reports whether a string has the shape of a code.
func isCode(s string) bool { return codePattern.MatchString(s) }

// unique finds codes given twice to things of one kind.
func (p *problems) unique(what string, codes []string) {
	for i, code := range codes {
		p.unless(!slices.Contains(codes[:i], code), "%s %q is there twice", what, code)
		p.unless(what == "version" || isCode(code), "%s %q is not a code", what, code)
	}
}

// dates finds a first or last day that is not a day of the calendar, or that are the wrong way round.
func (p *problems) dates(what, from, to string) {
	_, err := time.Parse(time.DateOnly, from)
	p.unless(err == nil, "%s starts on %q, which is not a date", what, from)
	if to == "" {
		return
	}
	_, err = time.Parse(time.DateOnly, to)
	p.unless(err == nil, "%s ends on %q, which is not a date", what, to)
	p.unless(from <= to, "%s ends before it starts", what)
}

// codesOf lists the codes of some items.
func codesOf[T any](items []T, code func(T) string) []string {
	codes := make([]string, 0, len(items))
	for _, item := range items {
		codes = append(codes, code(item))
	}
	return codes
}
