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
	v.hidden = []components.Hidden{r.Key(), counter(v.Counter)}
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
	v.Set, v.Shown, v.Counter = committee.RuleSet(r.Posted("set")), r.Posted("shown") == "yes", seen(r)
	v.Weights = map[string]eqia.Severity{}
	for _, id := range ruleIDs() {
		v.Weights[id] = eqia.Severity(r.Posted("weight-" + id))
	}
	err = r.Kit.Committee.KeepBook(r.Ctx(), r.Person, v.RuleBook, r.Once())
	if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		for n, e := range errs {
			if e.Field != "set" {
				v.Errors[n].Field, v.Errors[n].ID = "weight-"+e.Field, "weight-"+e.Field
			}
		}
		return v.show(r)
	}
	if err := page.Done(err); err != nil {
		return err
	}
	return r.Go("/meetings/rules", "rules")
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
		{Text: "What it looks for, and why"}, {Text: "Where it comes from"}, {Text: "Who may let it pass"}, {Text: "Weight"}}}
	for _, id := range ruleIDs() {
		rules := rows(id)
		t.Rows = append(t.Rows, []components.Cell{{Text: id}, {Content: ruleWords(rules)}, {Text: basisWords(rules[0].Basis)}, {Text: passersOf(rules)}, {Content: v.weight(id)}})
	}
	return t
}

// basisWords is where a rule comes from, as a page says it.
func basisWords(b eqia.Basis) string {
	return map[eqia.Basis]string{eqia.Law: "Law", eqia.Policy: "Council policy", eqia.GoodPractice: "Good practice"}[b]
}

func passersOf(rules []committee.Rule) string {
	if rules[0].Severity == eqia.Inform {
		return "It only informs"
	}
	if rules[0].MayPass == "" {
		return "Nobody"
	}
	return rules[0].MayPass.Label()
}

func weights(id string) []components.Item {
	var out []components.Item
	for n, w := range committee.Weights(id) {
		text := committee.WeightLabel(w)
		if n == 0 {
			text += " (as it comes)"
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
