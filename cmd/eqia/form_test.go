package main_test

import (
	"path/filepath"
	"strings"
	"testing"

	domain "dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/store"
)

func TestThePublishedFormIsShownWhereThereIsADatabase(t *testing.T) {
	data := t.TempDir()
	s, err := store.Open(t.Context(), filepath.Join(data, "eqia.db"))
	if err != nil {
		t.Fatal(err)
	}
	service, err := eqiatest.On(t.Context(), s, eqiatest.NewClock())
	if err != nil {
		t.Fatal(err)
	}
	admin := eqiatest.Administrator()
	aims := form.QuestionWords{Code: "aims", Label: "What is it all for?", Short: "Aims", Error: "Enter what it is for", Required: true}
	if err := service.DraftForm(t.Context(), admin, ""); err != nil {
		t.Fatal(err)
	}
	if err := service.EditForm(t.Context(), admin, 1, aims); err != nil {
		t.Fatal(err)
	}
	if _, err := service.PublishForm(t.Context(), admin, domain.PublishFormCommand{Counter: 2, From: domain.DayOf(service.Now())}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if out := done(t, "form", "--json", "--data", data); !strings.Contains(out, "What is it all for?") || !strings.Contains(out, `"code": "2026-2"`) {
		t.Error("the published form is not shown")
	}
	if out := done(t, "form", "--json"); strings.Contains(out, "What is it all for?") {
		t.Error("without a database there is a published form")
	}
}
