package workflow

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// reachable lists the states that can follow from a state, by the moves that a test lets through.
func reachable(from State, through func(Move) bool) map[State]bool {
	seen := map[State]bool{from: true}
	for queue := []State{from}; len(queue) > 0; queue = queue[1:] {
		for _, m := range Table() {
			if m.To != "" && !seen[m.To] && slices.Contains(m.From, queue[0]) && through(m) {
				seen[m.To] = true
				queue = append(queue, m.To)
			}
		}
	}
	return seen
}

func anyMove(Move) bool { return true }

func TestNothingButSignOffLeadsToSignedOff(t *testing.T) {
	for _, from := range States() {
		if from == SignedOff {
			continue
		}
		if reachable(from, func(m Move) bool { return m.Event != SignOff })[SignedOff] {
			t.Errorf("from %s, signed off is reached without signing off", from)
		}
	}
}

func TestOnlyALeadWhoDidNotWriteItSignsOff(t *testing.T) {
	signing := 0
	for _, m := range Table() {
		if m.Event != SignOff && m.To != SignedOff {
			continue
		}
		signing++
		if !slices.Equal(m.By, []Actor{Lead}) || !slices.Contains(m.If, NotContributor) || !slices.Equal(m.From, []State{InReview}) {
			t.Errorf("%s is by %v if %v from %v", m.Event, m.By, m.If, m.From)
		}
	}
	if signing != 1 {
		t.Errorf("%d rows sign off, want 1", signing)
	}
}

func TestEveryStateIsReachedFromADraft(t *testing.T) {
	got := reachable(Draft, anyMove)
	for _, s := range States() {
		if !got[s] {
			t.Errorf("%s is never reached", s)
		}
	}
}

func TestASignedVersionNeverOpensAgain(t *testing.T) {
	for _, from := range []State{SignedOff, Superseded, Withdrawn} {
		for s := range reachable(from, anyMove) {
			if s.Open() || s.Editable() {
				t.Errorf("%s is reached from %s", s, from)
			}
		}
	}
}

func TestAnswersChangeOnlyWhereTheStateSaysSo(t *testing.T) {
	for _, s := range States() {
		_, err := Find(s, Edit, Standing(everyone), allFacts())
		if (err == nil) != s.Editable() {
			t.Errorf("in %s, editable is %t and an edit answers %v", s, s.Editable(), err)
		}
	}
}

func TestEveryRowNamesStatesThatExist(t *testing.T) {
	for _, m := range Table() {
		if len(m.From) == 0 || len(m.By) == 0 {
			t.Errorf("%s starts nowhere or is nobody's: %+v", m.Event, m)
		}
		if m.To != "" && !m.To.Valid() {
			t.Errorf("%s leads to %q", m.Event, m.To)
		}
		for _, s := range m.From {
			if !s.Valid() || s.Label() == "" {
				t.Errorf("%s starts in %q", m.Event, s)
			}
		}
	}
	if State("archived").Valid() {
		t.Error("a state that is not in the list is valid")
	}
}

func TestEveryEventHasWordsForTheHistory(t *testing.T) {
	said := map[string]Event{}
	for event := range expected {
		if event == See || event == Outline { // reading is not recorded
			continue
		}
		words := Did(event)
		if words == string(event) || strings.Contains(words, "_") {
			t.Errorf("the history says %q for %s", words, event)
		}
		if other, twice := said[words]; twice {
			t.Errorf("the history says %q for both %s and %s", words, event, other)
		}
		said[words] = event
	}
	for _, m := range Table() {
		if m.Did != "" && m.Did != Did(m.Event) {
			t.Errorf("the history says both %q and %q for %s", m.Did, Did(m.Event), m.Event)
		}
	}
	if got := Did("approve"); got != "approve" {
		t.Errorf("an unknown event is said as %q", got)
	}
}

func TestNoTwoButtonsOfAStateSayTheSame(t *testing.T) {
	for _, s := range States() {
		seen := map[string]Event{}
		for _, m := range Offers(s, Standing(everyone)) {
			if other, twice := seen[m.Button]; twice {
				t.Errorf("in %s, %s and %s both say %q", s, m.Event, other, m.Button)
			}
			seen[m.Button] = m.Event
		}
	}
}

func TestButtonsAreOfferedBeforeTheirConditionsHold(t *testing.T) {
	eachCell(t, func(t *testing.T, event Event, who Actor, state State) {
		offered := slices.ContainsFunc(Offers(state, Standing{who}), func(m Move) bool { return m.Event == event })
		unseen := slices.Contains([]Event{See, Outline, Edit, Supersede, RemindReview, RemovePerson, KeepFinding, DropReason, PassRule, DropPass, PublishRedacted, GiveFeedback}, event) // these have no button of their own
		if want := !unseen && outcomeOf(event, who, state).allowed; offered != want {
			t.Errorf("offered: %t, want %t", offered, want)
		}
	})
}

func TestTheDiagramShowsEveryStateAndArrow(t *testing.T) {
	lines := strings.Split(Mermaid(), "\n")
	for _, s := range States() {
		if !slices.Contains(lines, fmt.Sprintf("    %s: %s", s, s.Label())) {
			t.Errorf("%s is not in the diagram", s)
		}
	}
	drawn := 0
	for event, rows := range expected {
		for who := range rows {
			for _, from := range States() {
				to := outcomeOf(event, who, from).to
				if to == "" {
					continue
				}
				drawn++
				if !slices.ContainsFunc(lines, arrow(from, to, event, who)) {
					t.Errorf("no arrow from %s to %s for %s by %s", from, to, event, who)
				}
			}
		}
	}
	if drawn < 12 || lines[0] != "stateDiagram-v2" {
		t.Errorf("%d arrows looked for under %q", drawn, lines[0])
	}
}

func TestTheDiagramDrawsNothingElse(t *testing.T) {
	for _, line := range strings.Split(Mermaid(), "\n") {
		from, rest, isArrow := strings.Cut(strings.TrimSpace(line), " --> ")
		if !isArrow || strings.Contains(line, "[*]") {
			continue
		}
		to, what, _ := strings.Cut(rest, ": ")
		event := Event(strings.ReplaceAll(strings.Split(what, " (")[0], " ", "_"))
		backed := slices.ContainsFunc(everyone, func(a Actor) bool { return outcomeOf(event, a, State(from)).to == State(to) })
		if !backed {
			t.Errorf("the diagram has %q", line)
		}
	}
}

// arrow recognises the line that draws one move and names one of the people who may make it.
func arrow(from, to State, event Event, who Actor) func(string) bool {
	start := fmt.Sprintf("    %s --> %s: %s (", from, to, strings.ReplaceAll(string(event), "_", " "))
	return func(line string) bool {
		people, ok := strings.CutPrefix(line, start)
		named := strings.Split(strings.TrimSuffix(people, ")"), ", ")
		return ok && slices.Contains(named, strings.ReplaceAll(string(who), "_", " "))
	}
}
