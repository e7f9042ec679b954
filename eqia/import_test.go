package eqia_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

// imported brings a document in and reads it back.
func imported(t *testing.T, s *eqia.Service, text string, o eqia.ImportOptions) eqia.Version {
	t.Helper()
	reference, err := s.Import(t.Context(), eqiatest.Author().ID, read(t, text), o)
	if err != nil {
		t.Fatal(err)
	}
	v, err := s.Store.Version(t.Context(), reference, "")
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestAnImportMakesADraftOfWhoeverBringsItIn(t *testing.T) {
	s := eqiatest.New(t)
	v := imported(t, s, example(t, "draft"), eqia.ImportOptions{})
	if v.State != workflow.Draft || v.Legacy || v.Number() != "1.0" || v.AuthorOf().Person != eqiatest.Author().ID {
		t.Errorf("it is %s %s, legacy %v, by %q", v.State, v.Number(), v.Legacy, v.AuthorOf().Person)
	}
	c, err := s.Open(t.Context(), eqiatest.Author(), v.Assessment.Reference)
	if err != nil || !c.May(workflow.Edit) {
		t.Errorf("its author can't edit it (%v)", err)
	}
}

func TestASignedVersionBroughtInWithoutLegacyIsADraft(t *testing.T) {
	s := eqiatest.New(t)
	reference := full(t, s)
	if err := eqiatest.Sign(t.Context(), s, reference, eqiatest.Author(), eqiatest.Lead()); err != nil {
		t.Fatal(err)
	}
	v := imported(t, s, exported(t, s, reference), eqia.ImportOptions{})
	if v.State != workflow.Draft || !v.SignedAt.IsZero() || v.Digest != "" || v.CheckCode != "" {
		t.Errorf("it is %s, signed %s", v.State, v.SignedAt)
	}
	if !slices.ContainsFunc(v.Contributors(), func(p eqia.Party) bool { return p.Name == eqiatest.Author().Name && p.Person == "" }) {
		t.Error("those named in the file are not among its contributors")
	}
}

func TestALegacyRecordKeepsItsSignOff(t *testing.T) {
	s := eqiatest.New(t)
	v := imported(t, s, example(t, "legacy"), eqia.ImportOptions{Legacy: true})
	if v.State != workflow.SignedOff || !v.Legacy || !v.Assessment.Legacy || v.Assessment.Signed != v.ID {
		t.Errorf("it is %s, legacy %v", v.State, v.Legacy)
	}
	if v.SignerName != "Equality officer" || v.SignerRole != "" || v.SignedBy != "" || v.CheckCode != "" {
		t.Errorf("signed by %q, account %q, check code %q", v.SignerName, v.SignedBy, v.CheckCode)
	}
	if _, digest, err := eqia.Seal(v.Content, nil); err != nil || v.Digest != digest {
		t.Errorf("its digest is %s, and its content gives %s (%v)", v.Digest, digest, err)
	}
}

func TestALegacyRecordKeepsTheConditionsOfItsSignOff(t *testing.T) {
	s := eqiatest.New(t)
	text := strings.Replace(example(t, "legacy"), `"conditions": []`, `"conditions": ["Ask again", "Count them <by> June"]`, 1)
	v := imported(t, s, text, eqia.ImportOptions{Legacy: true})
	want := []string{"Ask again", "Count them <by> June"}
	if got := eqia.Words(v.Conditions); !slices.Equal(got, want) {
		t.Errorf("its conditions are %q", got)
	}
	if _, digest, err := eqia.Seal(v.Content, want); err != nil || v.Digest != digest {
		t.Errorf("its digest is %s, with the conditions it is %s (%v)", v.Digest, digest, err)
	}
	once := exported(t, s, v.Assessment.Reference)
	again := eqiatest.New(t)
	if twice := exported(t, again, imported(t, again, once, eqia.ImportOptions{Legacy: true}).Assessment.Reference); twice != once {
		t.Errorf("it comes back as\n%s\nwant\n%s", twice, once)
	}
	wrong := strings.Replace(once, "Ask again", "Ask once", 1)
	if _, err := s.Import(t.Context(), "", read(t, wrong), eqia.ImportOptions{Legacy: true}); err == nil {
		t.Error("a condition that the digest does not cover was taken")
	}
}

func TestALegacyRecordKeepsItsDatesAndItsPeople(t *testing.T) {
	s := eqiatest.New(t)
	v := imported(t, s, example(t, "legacy"), eqia.ImportOptions{Legacy: true})
	if eqia.DayOf(v.SignedAt) != "2024-05-24" || eqia.DayOf(v.SubmittedAt) != "2024-05-17" {
		t.Errorf("signed %s, completed %s", eqia.DayOf(v.SignedAt), eqia.DayOf(v.SubmittedAt))
	}
	if a := v.Content.Actions[0].When; a.Text != "By the end of autumn 2024" || v.Content.Answers[form.QuestionReviewDate].Text != "Spring 2025" {
		t.Errorf("its days in words are %q and %q", a.Text, v.Content.Answers[form.QuestionReviewDate].Text)
	}
	if v.AuthorOf().Name != "Customer services manager" || len(v.Contributors()) != 3 {
		t.Errorf("its author is %q and its contributors are %v", v.AuthorOf().Name, v.Contributors())
	}
}

func TestAMergedRowCountsUnderNoneOfItsGroups(t *testing.T) {
	s := eqiatest.New(t)
	v := imported(t, s, example(t, "legacy"), eqia.ImportOptions{Legacy: true})
	c := eqia.Case{Version: v}
	k := v.Content.Card("gender_reassignment+gender_identity")
	if k.Label != "Gender reassignment and gender identity" || !slices.Equal(k.Covers, []string{"gender_reassignment", "gender_identity"}) {
		t.Errorf("the row is %q for %v", k.Label, k.Covers)
	}
	for _, e := range c.Publication().Effects {
		if strings.HasPrefix(e.Characteristic, "gender") {
			t.Errorf("%s is counted as %s", e.Characteristic, e.Effect)
		}
	}
}

func TestASignedLegacyRecordCanBeStartedAgainOnTodaysForm(t *testing.T) {
	s := eqiatest.New(t)
	v := imported(t, s, example(t, "legacy"), eqia.ImportOptions{Legacy: true})
	c, err := s.Open(t.Context(), eqiatest.Lead(), v.Assessment.Reference)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.NewVersion(t.Context(), c, eqia.NewVersionCommand{Purpose: eqia.Revises}); err != nil {
		t.Fatal(err)
	}
	next, err := s.Store.Version(t.Context(), v.Assessment.Reference, "")
	if err != nil || next.Number() != "2.0" || next.Legacy || next.Content.Card("gender_identity").Blocks[0].How == "" {
		t.Errorf("version %s, legacy %v (%v)", next.Number(), next.Legacy, err)
	}
}

func TestAReferenceIsKeptWhereItIsFreeAndNeverGivenTwice(t *testing.T) {
	s := eqiatest.New(t)
	text := strings.Replace(example(t, "draft"), `"record": {}`, `"record": {"reference": "EQIA-2026-0002"}`, 1)
	want := []string{"EQIA-2026-0002", "EQIA-2026-0001", "EQIA-2026-0003"}
	for i, reference := range want {
		if got := imported(t, s, text, eqia.ImportOptions{}).Assessment.Reference; got != reference {
			t.Errorf("import %d is %s, want %s", i+1, got, reference)
		}
	}
}

func TestWhatAFormDoesNotTakeIsRefusedAndNothingIsKept(t *testing.T) {
	s := eqiatest.New(t)
	for name, bad := range map[string]struct {
		from, old, now, field string
		line                  int
	}{
		"another council's form":            {"draft", `"dorset"`, `"nowhere"`, "content.form.profile", 5},
		"a version that never was":          {"draft", `"2026-1"`, `"1999-1"`, "content.form.version", 6},
		"an outside form without legacy":    {"draft", `"2026-1"`, `"outside"`, "content.form.version", 6},
		"a question the form lacks":         {"draft", `"kind"`, `"knid"`, "content.answers.knid", 0},
		"a choice the form lacks":           {"draft", `"service_change"`, `"nothing"`, "content.answers.kind", 12},
		"no title":                          {"draft", `"Longer opening hours at the recycling centre"`, `" "`, "content.answers.title", 0},
		"a characteristic the form lacks":   {"draft", `"code": "age"`, `"code": "height"`, "content.cards[0].code", 0},
		"an effect that is none":            {"draft", `"positive"`, `"splendid"`, "content.cards[0].blocks[0].effects", 0},
		"neutral with another":              {"draft", `"positive"`, `"positive", "neutral"`, "content.cards[0].blocks[0].effects", 0},
		"evidence that is not there":        {"draft", `"no": 1`, `"no": 2`, "content.cards[0].blocks[0].evidence", 0},
		"a number below one":                {"draft", `"no": 1`, `"no": 0`, "content.evidence[0].no", 0},
		"a fact that can't be":              {"draft", `"title": "Gate counts"`, `"fact": "../x", "title": "Gate counts"`, "content.evidence[0].fact", 0},
		"an aim that is none":               {"draft", `"advance"`, `"retreat"`, "content.cards[0].blocks[0].aims", 0},
		"an odd reference":                  {"draft", `"record": {}`, `"record": {"reference": "7"}`, "record.reference", 0},
		"an odd state":                      {"draft", `"record": {}`, `"record": {"state": "done"}`, "record.state", 0},
		"a person without a part":           {"draft", `"record": {}`, `"record": {"people": [{"role": "boss", "name": "Head"}]}`, "record.people[0].role", 0},
		"a draft as legacy":                 {"legacy", `"signed_off",`, `"draft",`, "record.state", 0},
		"a day that never was":              {"legacy", `"2024-05-24"`, `"2024-02-30"`, "record.signed_off.on", 0},
		"a day of sign-off to come":         {"legacy", `"2024-05-24"`, `"2099-05-24"`, "record.signed_off.on", 0},
		"a day of completion to come":       {"legacy", `"2024-05-17"`, `"2099-05-17"`, "record.completed_on", 0},
		"a version that is no number":       {"legacy", `"version": "1.0"`, `"version": "one"`, "record.version", 0},
		"a digest of something else":        {"legacy", `"digest": ""`, `"digest": "` + strings.Repeat("0", 64) + `"`, "record.digest", 0},
		"review words kept elsewhere":       {"legacy", `"review_due_text": "Spring 2025"`, `"review_due_text": "Summer"`, "record.review_due_text", 0},
		"a condition that says nothing":     {"legacy", `"conditions": []`, `"conditions": ["Ask again", " "]`, "record.conditions[1]", 0},
		"a merged row over one group":       {"legacy", "\"gender_reassignment\",\n          \"gender_identity\"", `"gender_identity"`, "content.cards[2].covers", 0},
		"an action for a row not there":     {"legacy", `"card": "rural_isolation"`, `"card": "height"`, "content.actions[0]", 0},
		"a month that never was":            {"legacy", `"2024-09"`, `"2024-13"`, "content.actions[1]", 0},
		"a day in an action that is no day": {"legacy", `"2024-11-30"`, `"soon"`, "content.actions[0].when.day", 0},
	} {
		t.Run(name, func(t *testing.T) {
			text := example(t, bad.from)
			if !strings.Contains(text, bad.old) {
				t.Fatalf("the example has no %s", bad.old)
			}
			_, err := s.Import(t.Context(), "", read(t, strings.Replace(text, bad.old, bad.now, 1)), eqia.ImportOptions{Legacy: bad.from == "legacy"})
			var got *eqia.Unreadable
			if !errors.As(err, &got) || got.Field != bad.field || bad.line > 0 && got.Line != bad.line {
				t.Errorf("got %v, want line %d, %s", err, bad.line, bad.field)
			}
		})
	}
	if lines, err := s.Store.List(t.Context(), eqia.Filter{}, eqia.Page{Size: 5}); err != nil || len(lines) > 0 {
		t.Errorf("%d were kept (%v)", len(lines), err)
	}
}

func TestALegacyRecordShowsWhatItsFormDidNotAsk(t *testing.T) {
	s := eqiatest.New(t)
	v := imported(t, s, example(t, "legacy"), eqia.ImportOptions{Legacy: true})
	c, err := s.Open(t.Context(), eqiatest.Lead(), v.Assessment.Reference)
	if err != nil {
		t.Fatal(err)
	}
	got := c.NotAsked()
	if len(got.Characteristics) != 1 || got.Characteristics[0].Code != "care_experience" {
		t.Errorf("groups it did not ask about: %v", got.Characteristics)
	}
	asks := func(code string) bool {
		return slices.ContainsFunc(got.Questions, func(q form.Question) bool { return q.Code == code })
	}
	for code, want := range map[string]bool{form.QuestionDecisionMaker: true, form.QuestionTriggers: true, form.QuestionMonitoring: true,
		form.QuestionTitle: false, form.QuestionActions: false, form.QuestionScreeningReason: false, "delivered_note": false} {
		if asks(code) != want {
			t.Errorf("%s among the questions not asked: %v, want %v", code, asks(code), want)
		}
	}
}

func TestARecordOnTodaysFormWasAskedEverything(t *testing.T) {
	s := eqiatest.New(t)
	c, err := s.Open(t.Context(), eqiatest.Author(), full(t, s))
	if err != nil || !c.NotAsked().Empty() {
		t.Errorf("not asked: %v (%v)", c.NotAsked(), err)
	}
}

func TestTheSignerIsFlaggedOnlyWhereTheyHelpedToWriteIt(t *testing.T) {
	s := eqiatest.New(t)
	for name, signer := range map[string]struct {
		old, now string
		flagged  bool
	}{
		"the same name":             {"", "", true},
		"with what they signed as":  {`"role": "",`, `"role": "For the board",`, true},
		"in other capitals":         {`"by": "Equality officer"`, `"by": "EQUALITY OFFICER"`, true},
		"someone else":              {`"by": "Equality officer"`, `"by": "Head of equality"`, false},
		"a longer name of the same": {`"by": "Equality officer"`, `"by": "Equality officer of the county"`, false},
	} {
		t.Run(name, func(t *testing.T) {
			v := imported(t, s, strings.Replace(example(t, "legacy"), signer.old, signer.now, 1), eqia.ImportOptions{Legacy: true})
			if got := eqia.SignerContributed(v); got != signer.flagged {
				t.Errorf("flagged: %v, want %v (signed by %s)", got, signer.flagged, v.SignerName)
			}
		})
	}
}

func TestTheNameOfAnOutsideSignerIsNeverTakenForTheirRole(t *testing.T) {
	s := eqiatest.New(t)
	text := strings.Replace(example(t, "legacy"), `"by": "Equality officer"`, `"by": "Officer (northern area) of equality"`, 1)
	v := imported(t, s, strings.Replace(text, `"role": "",`, `"role": "Equality lead (deputy)",`, 1), eqia.ImportOptions{Legacy: true})
	name, role := v.OutsideSigner()
	if name != "Officer (northern area) of equality" || role != "Equality lead (deputy)" {
		t.Errorf("signed by %q as %q", name, role)
	}
	if got := (eqia.Case{Version: v}).Publication().SignerRole; got != "Equality lead (deputy)" {
		t.Errorf("the public reads %q", got)
	}
}

func TestTheRecordSaysWhoBroughtAnAssessmentIn(t *testing.T) {
	author, reviewer := eqiatest.Author().ID, eqiatest.Reviewer().ID
	for name, c := range map[string]struct {
		author, operator, by eqia.PersonID
		fact                 string
	}{
		"an operator with an account": {author, reviewer, reviewer, ""},
		"the author":                  {author, "", author, ""},
		"whoever runs commands":       {"", "", "", "the command line"},
	} {
		for _, legacy := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				s := eqiatest.New(t)
				text := example(t, map[bool]string{false: "draft", true: "legacy"}[legacy])
				reference, err := s.Import(t.Context(), c.author, read(t, text), eqia.ImportOptions{Legacy: legacy, Operator: c.operator})
				if err != nil {
					t.Fatal(err)
				}
				v, err := s.Store.Version(t.Context(), reference, "")
				if err != nil {
					t.Fatal(err)
				}
				history, err := s.Store.History(t.Context(), v.AssessmentID)
				if err != nil || history[0].By != c.by || history[0].Facts["operator"] != c.fact {
					t.Errorf("the record says %q and %v (%v)", history[0].By, history[0].Facts, err)
				}
			})
		}
	}
}

func TestALegacyRecordWithoutADayOfSignOffHasTheDayItWasCompleted(t *testing.T) {
	s := eqiatest.New(t)
	v := imported(t, s, strings.Replace(example(t, "legacy"), "2024-05-24", "", 1), eqia.ImportOptions{Legacy: true})
	if eqia.DayOf(v.SignedAt) != "2024-05-17" {
		t.Errorf("signed %s", eqia.DayOf(v.SignedAt))
	}
}
