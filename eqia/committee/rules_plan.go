package committee

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// planRule is one thing to look for on an item of a plan. The same number may have two rows, where it weighs differently for different items.
type planRule struct {
	Rule
	finds func(planCase) []string
}

// planCase is an item as its rules see it.
type planCase struct {
	Planned
	Sight
	needed Needed
}

// planRules lists the rules on items of a plan, by number.
func planRules() []planRule {
	return []planRule{
		{Rule{"FP-01", eqia.Warn, eqia.Policy, "An assessment has begun in good time", "An assessment that starts late can't change the decision.", ""}, noneStarted},
		{Rule{"FP-02", eqia.Stop, eqia.Law, "Notice is long enough", "Notice of a key decision, or of a private meeting, must be out for 28 clear days (SI 2012/2089, regulations 5 and 9).", ""}, shortNoticeByLaw},
		{Rule{"FP-02", eqia.Warn, eqia.GoodPractice, "Notice is long enough", "People who want to have their say need time to hear of it.", ""}, shortNotice},
		{Rule{"FP-03", eqia.Warn, eqia.Policy, "The plan names what will be decided", "Someone who reads the plan alone would not know that this will be decided.", ""}, leftOutOfThePlan},
		{Rule{"FP-04", eqia.Inform, eqia.Law, "The plan lists the assessment", "Notice of a key decision lists the documents for those who decide (SI 2012/2089, regulation 9(1)(e)).", ""}, notListed},
		{Rule{"FP-05", eqia.Inform, eqia.GoodPractice, "The plan gives a date to come", "An old or missing date hides what is still to come.", ""}, oddDate},
		{Rule{"FP-05", eqia.Inform, eqia.GoodPractice, "The item is in the right plan", "A plan that names another body may be in the wrong place.", ""}, otherBody},
	}
}

// JudgePlan is every finding about an item of a plan, those that weigh most first.
func JudgePlan(p Planned, sight Sight) []eqia.Finding {
	c := planCase{Planned: p, Sight: sight, needed: p.Needed(sight.Deadlines)}
	var found []eqia.Finding
	for _, r := range planRules() {
		severity := p.Book.weighs(r.Rule)
		if severity == Off {
			continue
		}
		for _, message := range r.finds(c) {
			found = append(found, p.Book.finding(r.Rule, severity, message))
		}
	}
	slices.SortStableFunc(found, func(x, y eqia.Finding) int { return weight(x.Severity) - weight(y.Severity) })
	return found
}

// toCome reports whether the item's day is today or later.
func (c planCase) toCome() bool { return c.On != "" && c.On >= c.Today }

func noneStarted(c planCase) []string {
	limit := dayOf(date(c.Today).AddDate(0, 0, c.Ahead))
	if !c.Key || !c.toCome() || c.On >= limit || c.State() != PlanNone {
		return nil
	}
	return []string{fmt.Sprintf("Due at %s on %s. No assessment started; it is needed by %s.", c.body(), c.On.Words(), c.needed.By.Words())}
}

// body is who decides, or else whose plan it is.
func (c planCase) body() string {
	if c.Maker != "" {
		return c.Maker
	}
	return c.Plan
}

// notice is the clear days between the edition that first had the item and the decision; not known when that edition is not.
func (c planCase) notice() (days int, known bool) {
	if c.FirstSeen == "" || !c.toCome() || c.Kind != ForwardPlan {
		return 0, false
	}
	return workflow.ClearDays(date(c.FirstSeen), date(c.On), workflow.EveryDay), true
}

func (c planCase) short() []string {
	n, known := c.notice()
	if !known || n >= c.Notice {
		return nil
	}
	return []string{fmt.Sprintf("%d of %d clear days of notice.", n, c.Notice)}
}

func shortNoticeByLaw(c planCase) []string {
	found := c.short()
	if !c.NeedsNotice() || len(found) == 0 {
		return nil
	}
	if c.Access != Open {
		return []string{found[0] + " A private item needs the agreement that regulation 5 asks for."}
	}
	return []string{found[0] + " A general exception or special urgency is needed."}
}

func shortNotice(c planCase) []string {
	if c.NeedsNotice() {
		return nil
	}
	return c.short()
}

// notListed finds a key decision to come whose documents do not name an assessment.
func notListed(c planCase) []string {
	if !c.Key || !c.toCome() || c.State() == PlanNotNeeded || namesAssessment.MatchString(c.Documents+" "+c.Named) {
		return nil
	}
	return []string{"Add the assessment to the list of documents (regulation 9(1)(e))."}
}

var namesAssessment = regexp.MustCompile(`(?i)\bequalit(y|ies)\b[^.;|]{0,40}\b(impact|analysis|assessments?)\b|\beq?ias?\b|\beqia-\d{4}-\d{4,9}\b`)

func oddDate(c planCase) []string {
	switch {
	case c.On == "" && c.Period == "":
		return []string{"No date is given under " + c.Plan + "."}
	case c.On != "" && c.On < c.Today:
		return []string{"Dated " + c.On.Words() + " under " + c.Plan + "."}
	default:
		return nil
	}
}

// otherBody finds an item that a body decides whose plan it is not in. A full council takes decisions from every plan.
func otherBody(c planCase) []string {
	maker, plan := plainly(c.Maker), plainly(c.Plan)
	if maker == "" || strings.Contains(maker, plan) || strings.Contains(plan, maker) || strings.HasSuffix(maker, "council") || c.Kind == WorkProgramme {
		return nil
	}
	return []string{c.Maker + " decides this, but it is in the plan of " + c.Plan + "."}
}

// leftOutOfThePlan finds a document that the title of a report names and the plan does not.
func leftOutOfThePlan(c planCase) []string {
	known := map[string]bool{}
	for _, w := range telling(c.Title + " " + c.Summary + " " + c.Documents) {
		known[w] = true
	}
	var out []string
	for _, r := range c.Reports {
		for _, part := range titleParts.Split(r.Title, -1) {
			words := telling(part)
			missing := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return known[w] })
			if document.MatchString(part) && len(words) > 0 && 2*len(missing) > len(words) {
				out = append(out, "The plan does not mention “"+line(part)+"”, which report "+r.Reference+" names.")
			}
		}
	}
	return out
}

var (
	titleParts = regexp.MustCompile(`(?i)\s+and\s+|[,;&]`)
	document   = regexp.MustCompile(`(?i)\b(strategy|strategies|plan|policy|policies|programme|framework|statement|charter|scheme)\b`)
)
