package eqia_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

// reasoned is the text of a signed assessment on which an answer was kept as it was and a block was let pass.
func reasoned(t *testing.T, s *eqia.Service) string {
	t.Helper()
	ctx, clock := t.Context(), eqiatest.NewClock()
	s.Now = clock.Now
	reference := full(t, s)
	warning := eqia.Finding{Rule: "X2", Severity: eqia.Warn, Where: eqia.PartKey{Kind: eqia.CardPart, Key: "age"}, Message: "Say which “ages” you mean.", Ruleset: "tests-1"}
	block := eqia.Finding{Rule: "X1", Severity: eqia.Stop, MayPass: workflow.Lead, Message: "Enter who will decide.", Ruleset: "tests-1"}
	s.Checks = func(_ eqia.Case, gate eqia.Gate) []eqia.Finding {
		if gate == eqia.AtSignOff {
			return []eqia.Finding{block}
		}
		return []eqia.Finding{warning}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	open := func(p eqia.Person) eqia.Case {
		t.Helper()
		c, err := s.Open(ctx, p, reference)
		must(err)
		return c
	}
	must(s.Keep(ctx, open(eqiatest.Author()), eqia.GroundsCommand{Mark: warning.Mark(), Text: "The table <gives> them,\nby \"band of age\"."}))
	clock.Pass(24 * time.Hour)
	c := open(eqiatest.Author())
	must(s.Send(ctx, c, eqia.SendCommand{Revision: c.Revision}))
	c = open(eqiatest.Lead())
	must(s.Move(ctx, c, eqia.MoveCommand{Event: workflow.Take, Revision: c.Revision}))
	c = open(eqiatest.Lead())
	must(s.Pass(ctx, c, eqia.GroundsCommand{Mark: block.Mark(), Text: "The leader decides next week.", Revision: c.Revision}))
	c = open(eqiatest.Lead())
	_, digest, err := eqia.Seal(c.Content, nil)
	must(err)
	must(s.SignOff(ctx, c, eqia.SignCommand{Revision: c.Revision, Digest: digest}))
	return exported(t, s, reference)
}

func TestReasonsAreInTheRecordAndNeverInTheContent(t *testing.T) {
	s := eqiatest.New(t)
	text := reasoned(t, s)
	if err := valid(t, schema(t), text); err != nil {
		t.Error(err)
	}
	d := read(t, text)
	if len(d.Record.Reasons) != 2 || strings.Contains(canonical(t, text), "band of age") {
		t.Fatalf("the record has %+v", d.Record.Reasons)
	}
	kept, passed := d.Record.Reasons[0], d.Record.Reasons[1]
	want := eqia.GivenReason{Rule: "X2", Part: "card/age", Said: "Say which “ages” you mean.", Ruleset: "tests-1",
		Reason: "The table <gives> them,\nby \"band of age\".", By: eqiatest.Author().Name, Role: workflow.Author, On: "2026-11-02"}
	if kept != want {
		t.Errorf("kept is %+v", kept)
	}
	if !passed.Passes || passed.Part != "" || passed.By != eqiatest.Lead().Name || passed.On != "2026-11-03" {
		t.Errorf("passed is %+v", passed)
	}
}

func TestALegacyRecordKeepsItsReasonsAndADraftDoesNot(t *testing.T) {
	s := eqiatest.New(t)
	once := reasoned(t, s)
	second, err := s.Import(t.Context(), "", read(t, once), eqia.ImportOptions{Legacy: true})
	if err != nil {
		t.Fatal(err)
	}
	before, after := read(t, once).Record.Reasons, read(t, exported(t, s, second)).Record.Reasons
	if len(after) != len(before) || after[0] != before[0] || after[1] != before[1] {
		t.Errorf("went out as\n%+v\nand came back as\n%+v", before, after)
	}
	if v := imported(t, s, once, eqia.ImportOptions{}); len(v.Grounds) != 0 {
		t.Errorf("a draft starts with %+v", v.Grounds)
	}
}

func TestAnExportWithoutReasonsSaysNothingOfThem(t *testing.T) {
	s := eqiatest.New(t)
	if strings.Contains(exported(t, s, full(t, s)), `"reasons"`) {
		t.Error("an empty list changes every export")
	}
}

func TestAReasonThatCannotBeKeptIsRefusedWithItsField(t *testing.T) {
	s := eqiatest.New(t)
	good := reasoned(t, s)
	for name, c := range map[string]struct{ old, now, field string }{
		"an odd rule":               {`"rule": "X2"`, `"rule": "x 2"`, "record.reasons[0].rule"},
		"an odd part":               {`"part": "card/age"`, `"part": "age"`, "record.reasons[0].part"},
		"no reason":                 {`"reason": "The leader decides next week."`, `"reason": " "`, "record.reasons[1].reason"},
		"no day":                    {`"on": "2026-11-02"`, `"on": ""`, "record.reasons[0].on"},
		"a very long name":          {`"by": "` + eqiatest.Author().Name, `"by": "` + strings.Repeat("x", 201), "record.reasons[0]"},
		"an unknown field":          {`"said": "Say`, `"says": "Say`, "record.reasons[0].says"},
		"a month that there is not": {`"on": "2026-11-02"`, `"on": "2026-13-02"`, "record.reasons[0].on"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(good, c.old, c.now, 1)
			d, err := eqia.ReadDocument(strings.NewReader(text))
			if err == nil {
				_, err = s.Import(t.Context(), "", d, eqia.ImportOptions{Legacy: true})
			}
			var wrong *eqia.Unreadable
			if !errors.As(err, &wrong) || wrong.Field != c.field || wrong.Line < 2 || text == good {
				t.Errorf("got %v", err)
			}
		})
	}
	twice := read(t, good)
	twice.Record.Reasons = append(twice.Record.Reasons, twice.Record.Reasons[0])
	if _, err := s.Import(t.Context(), "", twice, eqia.ImportOptions{Legacy: true}); err == nil {
		t.Error("one finding has two reasons")
	}
}

func TestReasonsAreKeptFromThoseWhoHaveNoPartInIt(t *testing.T) {
	s := eqiatest.New(t)
	reference := read(t, reasoned(t, s)).Record.Reference
	for who, want := range map[eqia.PersonID]int{eqiatest.Author().ID: 2, eqiatest.Lead().ID: 2, eqiatest.Clerk().ID: 0} {
		p, err := s.Store.Person(t.Context(), who)
		if err != nil {
			t.Fatal(err)
		}
		c, err := s.Open(t.Context(), p, reference)
		if err != nil || len(c.Grounds) != want {
			t.Errorf("%s reads %d reasons (%v)", p.Name, len(c.Grounds), err)
		}
	}
}
