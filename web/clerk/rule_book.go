package clerk

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// ruleBook is the page of the rules of the committee gate: what each looks for, how much it weighs, and who may let it pass.
type ruleBook struct {
	committee.RuleBook
	Errors form.Errors
	keeper bool // the person may write in it
	hidden []components.Hidden
}

// keepers may write in the rule book.
var keepers = []workflow.Actor{workflow.MonitoringOfficer, workflow.Administrator}

// Rules shows the rule book to those who work with meetings, and to administrators.
func (Pages) Rules(r *page.Request) error {
	v, err := newRuleBook(r, append(slices.Clone(staff), workflow.Administrator)...)
	if err != nil {
		return err
	}
	return v.show(r)
}

func newRuleBook(r *page.Request, roles ...workflow.Actor) (v ruleBook, err error) {
	if err := only(r, roles...); err != nil {
		return v, err
	}
	v.keeper = r.Person.Holds(keepers...)
	v.RuleBook, err = r.Kit.Committee.Book(r.Ctx(), r.Person)
	return v, err
}

func (v ruleBook) show(r *page.Request) error {
	v.hidden = []components.Hidden{r.Key(), page.Counter(v.Counter)}
	f := r.Frame("Rules for agendas", "Meetings")
	f.Wide = true
	if r.Person.Holds(staff...) {
		f.Back = &components.BackLink{Href: "/meetings", Text: "Back to meetings"}
	}
	return r.Show(page.Failed(f, v.Errors), ruleBookPage(v))
}

// PostRules keeps the rule book as it was filled in.
func (Pages) PostRules(r *page.Request) error {
	v, err := newRuleBook(r, keepers...)
	if err != nil {
		return err
	}
	v.Set, v.Shown, v.Counter = committee.RuleSet(r.Posted("set")), r.Posted("shown") == "yes", r.Seen()
	v.fill(r)
	err = r.Kit.Committee.KeepBook(r.Ctx(), r.Person, v.RuleBook, r.Once())
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go("/meetings/rules", "rules")
}

// fill takes what was chosen for each rule and each reason.
func (v *ruleBook) fill(r *page.Request) {
	v.Weights, v.Passers, v.Agreers = map[string]eqia.Severity{}, map[string]workflow.Actor{}, map[committee.Code]workflow.Actor{}
	for _, id := range ruleIDs() {
		v.Weights[id] = eqia.Severity(r.Posted("weight-" + id))
		if committee.UsualPasser(id) != "" {
			v.Passers[id] = workflow.Actor(r.Posted("passer-" + id))
		}
	}
	for _, c := range committee.Codes() {
		v.Agreers[c] = workflow.Actor(r.Posted("agreer-" + string(c)))
	}
}

func ruleIDs() []string {
	var out []string
	for _, r := range committee.Rules() {
		if !slices.Contains(out, r.ID) {
			out = append(out, r.ID)
		}
	}
	return out
}

// rows are the rules of one number.
func rows(id string) []committee.Rule {
	return slices.DeleteFunc(committee.Rules(), func(r committee.Rule) bool { return r.ID != id })
}

func (v ruleBook) table() components.Table {
	t := components.Table{ID: "rules", Caption: "The rules", CaptionSize: components.Medium, RowHeads: true, Head: []components.Cell{{Text: "Rule"},
		{Text: "What it looks for, and why"}, {Text: "Where it comes from"}, {Text: "Weight, and who may let it pass"}}}
	for _, id := range ruleIDs() {
		rules := rows(id)
		t.Rows = append(t.Rows, []components.Cell{{Text: id}, {Content: ruleWords(rules)}, {Text: basisWords(rules[0].Basis)}, {Content: v.settled(rules)}})
	}
	return t
}

// basisWords is where a rule comes from, as a page says it.
func basisWords(b eqia.Basis) string {
	return map[eqia.Basis]string{eqia.Law: "Law", eqia.Policy: "Council policy", eqia.GoodPractice: "Good practice"}[b]
}

// passedBy is who may let a rule pass, in words.
func (v ruleBook) passedBy(rules []committee.Rule) string {
	switch {
	case rules[0].Severity == eqia.Inform:
		return "It only informs."
	case v.passer(rules[0].ID) == "":
		return "Nobody may let it pass."
	default:
		return "May be let pass by: " + lower(v.passer(rules[0].ID).Label()) + "."
	}
}

// passer is who may let a rule pass; empty where nobody may.
func (v ruleBook) passer(id string) workflow.Actor {
	return v.PassedBy(committee.Rule{ID: id, MayPass: committee.UsualPasser(id)})
}

// settlers are those who can be chosen, the one that a rule or a reason comes with marked.
func settlers(usual workflow.Actor) []components.Item {
	var out []components.Item
	for _, a := range committee.Settlers() {
		text := a.Label()
		if a == usual {
			text += " (usual)"
		}
		out = append(out, components.Item{Value: string(a), Text: text})
	}
	return out
}

// reasons is whose agreement each reason for having no assessment needs.
func (v ruleBook) reasons() components.Table {
	t := components.Table{ID: "reasons", Caption: "Reasons for having no assessment", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Reason"}, {Text: "Who agrees it"}}}
	for _, c := range committee.Codes() {
		t.Rows = append(t.Rows, []components.Cell{{Text: c.Label()}, {Content: v.agreer(c)}})
	}
	return t
}

func weights(id string) []components.Item {
	var out []components.Item
	for n, w := range committee.Weights(id) {
		text := committee.WeightLabel(w)
		if n == 0 {
			text += " (usual)"
		}
		out = append(out, components.Item{Value: string(w), Text: text})
	}
	return out
}

func sets() []components.Item {
	var out []components.Item
	for _, s := range committee.RuleSets() {
		out = append(out, components.Item{Value: string(s), Text: s.Label()})
	}
	return out
}

// inForce is the set that holds: the strict one where nobody chose.
func (v ruleBook) inForce() committee.RuleSet {
	if v.Set == "" {
		return committee.Strict
	}
	return v.Set
}
