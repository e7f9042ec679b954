package web_test

import (
	"net/http"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/check"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/workflow"
)

func TestAnotherCouncilDoesTheMainJobOnItsOwnForm(t *testing.T) {
	s := eqiatest.New(t)
	s.Checks = check.Judge
	council, err := form.Load("example")
	if err != nil {
		t.Fatal(err)
	}
	s.Profiles["example"], s.Profile = council, "example"
	site := siteOf(t, s)
	fv, _ := council.Latest(string(eqia.DayOf(s.Now())))
	ref, err := s.Start(t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: eqiatest.FirstPage()})
	if err != nil {
		t.Fatal(err)
	}
	if err := eqiatest.Write(t.Context(), s, eqiatest.Author(), ref, eqiatest.Full("example", fv)); err != nil {
		t.Fatal(err)
	}
	author := site.as(t, eqiatest.Author())
	c := site.open(t, eqiatest.Author(), ref)
	for _, step := range c.Journey() {
		path := map[eqia.StepKind]string{eqia.PageStep: "page/" + step.Code, eqia.TableStep: "impacts", eqia.CardStep: "impacts/" + step.Code,
			eqia.SharedStep: "shared-reason", eqia.CheckStep: "check"}[step.Kind]
		if a := author.get("/casework/" + ref + "/" + path); a.Status != http.StatusOK {
			t.Errorf("%s: got %d", path, a.Status)
		}
	}
	if err := eqiatest.Sign(t.Context(), s, ref, eqiatest.Author(), eqiatest.Lead()); err != nil {
		t.Fatal(err)
	}
	c = site.open(t, eqiatest.Lead(), ref)
	if err := s.Publish(t.Context(), c, eqia.MoveCommand{Event: workflow.Publish, Revision: c.Revision}); err != nil {
		t.Fatal(err)
	}
	text := site.anyone(t).get("/assessments/" + ref).Find("main").Text()
	for _, ch := range fv.Characteristics {
		if !strings.Contains(text, ch.Label) {
			t.Errorf("the public page does not name %s", ch.Label)
		}
	}
	if strings.Contains(text, "Rural isolation") {
		t.Error("the public page names a group that this council does not ask about")
	}
}
