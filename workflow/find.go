package workflow

import "slices"

// Facts says which conditions hold. A condition that is missing does not hold.
type Facts map[Condition]bool

// Why is the reason a move was refused.
type Why string

// The reasons for a refusal, in the order they are looked for.
const (
	NotYours    Why = "not_yours"     // nothing lets this person do this to the assessment, in any state
	NotFromHere Why = "not_from_here" // the person may do it, but not in this state
	Unmet       Why = "unmet"         // a condition does not hold
)

// Refusal is the error Find returns: which event, in which state, why, and the first condition that does not hold.
type Refusal struct {
	Event     Event
	State     State
	Why       Why
	Condition Condition
}

func (r *Refusal) Error() string {
	if r.Why == Unmet {
		return string(r.Event) + " refused: " + r.Condition.Says()
	}
	return string(r.Event) + " refused in state " + string(r.State) + ": " + string(r.Why)
}

// Find is the move that this person may make in this state, or a *Refusal. Where several rows fit, the first whose conditions all
// hold is taken.
func Find(state State, event Event, who Standing, facts Facts) (Move, error) {
	refusal := &Refusal{Event: event, State: state, Why: NotYours}
	for _, m := range Table() {
		if m.Event != event || !who.Has(m.By...) {
			continue
		}
		if !slices.Contains(m.From, state) {
			refusal.worse(NotFromHere, "")
			continue
		}
		if c, ok := m.unmet(facts); !ok {
			refusal.worse(Unmet, c)
			continue
		}
		return m, nil
	}
	return Move{}, refusal
}

// Offers lists the events this person has a button for in this state, whether or not every condition holds yet: a page can then say
// what is missing, which a hidden button cannot.
func Offers(state State, who Standing) []Move {
	var out []Move
	for _, m := range Table() {
		if m.Button != "" && who.Has(m.By...) && slices.Contains(m.From, state) {
			out = append(out, m)
		}
	}
	return out
}

// Did is how the history says an event, after the name of the person who did it.
func Did(event Event) string {
	for _, m := range Table() {
		if m.Event == event && m.Did != "" {
			return m.Did
		}
	}
	return string(event)
}

func (m Move) unmet(facts Facts) (Condition, bool) {
	for _, c := range m.If {
		if !facts[c] {
			return c, false
		}
	}
	return "", true
}

// worse keeps the refusal that got furthest: a person who may do it in another state is told so rather than sent away.
func (r *Refusal) worse(why Why, c Condition) {
	rank := map[Why]int{NotYours: 0, NotFromHere: 1, Unmet: 2}
	if rank[why] > rank[r.Why] {
		r.Why, r.Condition = why, c
	}
}
