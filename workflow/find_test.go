package workflow

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// refusalOf is the refusal in an error; the test ends when there is none.
func refusalOf(t *testing.T, err error) *Refusal {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) {
		t.Fatalf("got %v, want a refusal", err)
	}
	return r
}

// eachCell runs a test on every state, event and actor there is.
func eachCell(t *testing.T, test func(t *testing.T, event Event, who Actor, state State)) {
	t.Helper()
	for event := range expected {
		for _, who := range everyone {
			for _, state := range States() {
				t.Run(strings.Join([]string{string(event), string(who), string(state)}, "/"), func(t *testing.T) { test(t, event, who, state) })
			}
		}
	}
}

func TestEveryoneMayDoExactlyWhatIsWrittenDown(t *testing.T) {
	eachCell(t, func(t *testing.T, event Event, who Actor, state State) {
		want := outcomeOf(event, who, state)
		m, err := Find(state, event, Standing{who}, allFacts())
		if !want.allowed {
			refusalOf(t, err)
			return
		}
		if err != nil || m.Event != event || m.To != want.to {
			t.Errorf("got %s to %q and %v, want %s to %q", m.Event, m.To, err, event, want.to)
		}
	})
}

func TestTheExpectationCoversTheWholeTable(t *testing.T) {
	for _, m := range Table() {
		if _, ok := expected[m.Event]; !ok {
			t.Errorf("%s is in the table and not in the expectation", m.Event)
		}
		for _, by := range m.By {
			if !slices.Contains(everyone, by) {
				t.Errorf("%s is in the table and not in the expectation", by)
			}
		}
	}
	for _, a := range slices.Concat(Roles(), Relations(), []Actor{Officer, Service}) {
		if !slices.Contains(everyone, a) {
			t.Errorf("%s is a role or a relation and not in the expectation", a)
		}
	}
	for event, rows := range expected {
		for who, word := range rows {
			if len(word) != len(States()) {
				t.Errorf("%s by %s has %d letters, want %d", event, who, len(word), len(States()))
			}
		}
	}
}

func TestARefusalSaysHowFarThePersonGot(t *testing.T) {
	eachCell(t, func(t *testing.T, event Event, who Actor, state State) {
		if outcomeOf(event, who, state).allowed {
			return
		}
		want := NotYours
		if _, named := expected[event][who]; named {
			want = NotFromHere
		}
		_, err := Find(state, event, Standing{who}, allFacts())
		if r := refusalOf(t, err); r.Why != want || r.Event != event || r.State != state || r.Condition != "" {
			t.Errorf("got %+v, want %s", r, want)
		}
	})
}

func TestEveryConditionMattersWhereItIsWrittenDownAndNowhereElse(t *testing.T) {
	eachCell(t, func(t *testing.T, event Event, who Actor, state State) {
		if !outcomeOf(event, who, state).allowed {
			return
		}
		for _, c := range Conditions() {
			_, err := Find(state, event, Standing{who}, allFacts(c))
			if !slices.Contains(needed[event][who], c) {
				if err != nil {
					t.Errorf("refused without %s, which it does not need: %v", c, err)
				}
				continue
			}
			if r := refusalOf(t, err); r.Why != Unmet || r.Condition != c {
				t.Errorf("without %s: got %+v", c, r)
			}
		}
	})
}

func TestEveryConditionIsUsedAndExplained(t *testing.T) {
	for _, c := range Conditions() {
		used := slices.ContainsFunc(Table(), func(m Move) bool { return slices.Contains(m.If, c) })
		if !used {
			t.Errorf("%s is never asked for", c)
		}
		if s := c.Says(); !strings.HasSuffix(s, ".") {
			t.Errorf("%s is explained as %q", c, s)
		}
	}
	for _, m := range Table() {
		for _, c := range m.If {
			if !slices.Contains(Conditions(), c) {
				t.Errorf("%s asks for %q, which is not a condition", m.Event, c)
			}
		}
	}
}

func TestAFactThatIsMissingDoesNotHold(t *testing.T) {
	_, err := Find(InReview, SignOff, Standing{Lead}, nil)
	if r := refusalOf(t, err); r.Why != Unmet || r.Condition != NotContributor {
		t.Errorf("got %+v", r)
	}
}

func TestSeveralRolesAddUp(t *testing.T) {
	for name, tc := range map[string]struct {
		event Event
		state State
		who   Standing
	}{
		"a clerk who also leads may see a draft":                     {See, Draft, Standing{Clerk, Lead}},
		"a lead who is the author may withdraw a draft":              {Withdraw, Draft, Standing{Lead, Author}},
		"a lead who is the author may withdraw a signed version":     {Withdraw, SignedOff, Standing{Author, Lead}},
		"a councillor who was invited sees what no meeting has seen": {See, Draft, Standing{Member, Commenter}},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Find(tc.state, tc.event, tc.who, Facts{ReasonGiven: true}); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAContributorWhoLeadsStillMayNotSign(t *testing.T) {
	_, err := Find(InReview, SignOff, Standing{Officer, Lead, Author, Holder, MonitoringOfficer, Administrator}, allFacts(NotContributor))
	if r := refusalOf(t, err); r.Condition != NotContributor || r.Error() != "sign_off refused: "+NotContributor.Says() {
		t.Errorf("got %v", r)
	}
}

func TestTheRefusalThatGotFurthestIsGiven(t *testing.T) {
	for _, state := range []State{Draft, SignedOff} { // the author's row fits the first, the lead's the second
		_, err := Find(state, Withdraw, Standing{Author, Lead}, nil)
		if r := refusalOf(t, err); r.Why != Unmet || r.Condition != ReasonGiven {
			t.Errorf("in %s: got %+v", state, r)
		}
	}
}

func TestUnknownStatesEventsAndPeopleAreRefused(t *testing.T) {
	for name, tc := range map[string]struct {
		state State
		event Event
		who   Standing
		why   Why
	}{
		"an unknown state":            {"archived", Edit, Standing{Author}, NotFromHere},
		"no state":                    {"", See, Standing{Lead}, NotFromHere},
		"an unknown event":            {Draft, "approve", Standing{Author, Lead, Service}, NotYours},
		"no event":                    {Draft, "", Standing{Author}, NotYours},
		"an unknown role":             {Draft, See, Standing{"director"}, NotYours},
		"somebody with no standing":   {SignedOff, See, nil, NotYours},
		"a state in another spelling": {"Draft", Edit, Standing{Author}, NotFromHere},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Find(tc.state, tc.event, tc.who, allFacts())
			r := refusalOf(t, err)
			if r.Why != tc.why || !strings.Contains(r.Error(), string(tc.why)) {
				t.Errorf("got %v, want %s", r, tc.why)
			}
		})
	}
}
