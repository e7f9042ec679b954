package form

import (
	"slices"
	"strings"
)

// checkDepths makes sure that the two depths that the service knows are there, and that every other one is for kinds of proposal that are
// asked about, each kind once.
func (v Version) checkDepths(found *problems) {
	codes := codesOf(v.Depths, func(d Depth) string { return d.Code })
	found.unique("depth", codes)
	for _, code := range []string{DepthScreening, DepthFull} {
		found.unless(slices.Contains(codes, code), "depth %q is missing", code)
	}
	var kinds []string
	for _, d := range v.Depths {
		d.check(v, found)
		kinds = append(kinds, d.Kinds...)
	}
	found.unique("kind with a depth,", kinds)
}

// check finds what is wrong with one depth taken alone.
func (d Depth) check(v Version, found *problems) {
	everyKind := d.Code == DepthScreening || d.Code == DepthFull
	found.unless(d.Title != "" && d.Says != "", "depth %q needs a title and words that say what it means", d.Code)
	found.unless(everyKind == (len(d.Kinds) == 0), "depth %q is for %d kinds of proposal", d.Code, len(d.Kinds))
	asked, _ := v.Question(QuestionKind)
	for _, kind := range d.Kinds {
		_, ok := asked.Choice(kind)
		found.unless(ok, "depth %q is for %q, which is not a kind of proposal", d.Code, kind)
	}
	for _, code := range d.Audiences {
		_, ok := find(v.Audiences, func(a Choice) bool { return a.Code == code })
		found.unless(ok, "depth %q asks about %q, which is not an audience", d.Code, code)
	}
}

// checkAdvice makes sure that the advice rests on closed questions of the form, and that every reason can hold.
func (v Version) checkAdvice(found *problems) {
	var asked []Question
	found.unless(len(v.Advice.Questions) > 0, "the advice asks nothing")
	for _, code := range v.Advice.Questions {
		q, ok := v.Question(code)
		found.unless(ok && q.Kind.Closed(), "the advice asks %q, which is not a question with choices", code)
		asked = append(asked, q)
	}
	found.unless(v.Advice.Otherwise != "", "the advice says nothing where no reason holds")
	for _, r := range v.Advice.Reasons {
		found.unless(strings.HasSuffix(r.Says, "."), "a reason of the advice is not a sentence: %q", r.Says)
		r.If.check("the advice", asked, found)
	}
}

// checkTogether makes sure that there are words about people in several groups at once.
func (v Version) checkTogether(found *problems) {
	t := v.Together
	found.unless(t.Definition != "" && t.Source != "", "people in several groups have no definition, or it does not say where it comes from")
	found.unless(t.Link == "" || strings.HasPrefix(t.Link, "https://"), "people in several groups have a link that is not https")
	found.unless(len(t.Prompts) > 0, "people in several groups have no prompts")
}
