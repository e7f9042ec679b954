package eqia_test

import (
	"errors"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
)

// combined is a finished assessment with two options, a card for each of them and a card for two groups together.
func combined(t *testing.T, s *eqia.Service) string {
	t.Helper()
	reference := full(t, s)
	for _, label := range []string{"Do nothing", "Move online"} {
		if _, err := s.AddEntry(t.Context(), opened(t, s, reference), eqia.Option{Label: label, Text: "As it says."}, ""); err != nil {
			t.Fatal(err)
		}
	}
	c := opened(t, s, reference)
	if err := s.DivideCard(t.Context(), c, "age", eqia.Layout{ByOption: true}, c.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: "age"}].Counter); err != nil {
		t.Fatal(err)
	}
	code, err := s.AddIntersection(t.Context(), opened(t, s, reference), []string{"age", "disability"})
	if err != nil {
		t.Fatal(err)
	}
	k := eqia.Card{Code: code, Blocks: []eqia.Block{saying("", "", "Older disabled people find a screen harder still.", eqia.Negative)}}
	k.Blocks[0].Justification = "Libraries sign people up in person."
	if err := s.SaveCard(t.Context(), opened(t, s, reference), k, 1); err != nil {
		t.Fatal(err)
	}
	return reference
}

func TestOptionsAndGroupsTogetherComeBackByteForByte(t *testing.T) {
	s := eqiatest.New(t)
	first := exported(t, s, combined(t, s))
	if err := valid(t, schema(t), first); err != nil {
		t.Errorf("the schema refuses it: %v", err)
	}
	again, err := s.Import(t.Context(), eqiatest.Author().ID, read(t, first), eqia.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if before, after := canonical(t, first), canonical(t, exported(t, s, again)); before != after {
		t.Errorf("went out as\n%s\nand came back as\n%s", before, after)
	}
	if got := opened(t, s, again).Intersections(); len(got) != 1 || got[0].Code != "age+disability" {
		t.Errorf("looked at together: %v", got)
	}
}

func TestANewVersionCarriesOptionsAndGroupsTogether(t *testing.T) {
	s := eqiatest.New(t)
	reference := combined(t, s)
	if err := eqiatest.Sign(t.Context(), s, reference, eqiatest.Author(), eqiatest.Lead()); err != nil {
		t.Fatal(err)
	}
	before := opened(t, s, reference)
	if _, err := s.NewVersion(t.Context(), before, eqia.NewVersionCommand{}); err != nil {
		t.Fatal(err)
	}
	if changed := eqia.Changed(before.Content, opened(t, s, reference).Content); len(changed) != 0 {
		t.Errorf("the next version says something else in %v", changed)
	}
}

func TestAnImportRefusesGroupsTogetherThatAreNotOfTheForm(t *testing.T) {
	s := eqiatest.New(t)
	good := exported(t, s, combined(t, s))
	for name, code := range map[string]string{"in another order": "disability+age", "an unknown group": "age+height", "one of them twice": "age+age"} {
		bad := strings.ReplaceAll(good, `"age+disability"`, `"`+code+`"`)
		_, err := s.Import(t.Context(), eqiatest.Author().ID, read(t, bad), eqia.ImportOptions{})
		var unreadable *eqia.Unreadable
		if !errors.As(err, &unreadable) || !strings.HasSuffix(unreadable.Field, ".code") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestTheFirstSummarySpeaksOfGroupsTogether(t *testing.T) {
	s := eqiatest.New(t)
	if got := opened(t, s, combined(t, s)).DraftSummary(); !strings.Contains(got, "age and disability together") {
		t.Errorf("it says %q", got)
	}
}
