package lead_test

import (
	"context"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/library"
)

func TestTheReviewerSeesBesideTheEvidenceThatItsFigureWasReplaced(t *testing.T) {
	const cited, other = library.ID("age-65-to-74-residents-all-2021"), library.ID("age-65-to-74-nation-2021")
	s := open(t)
	s.ok(s.SeedLibrary(t.Context()))
	ref := s.written()
	s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error { return s.CiteFacts(ctx, c, []library.ID{cited}) })
	s.as(eqiatest.Author(), ref, func(ctx context.Context, c eqia.Case) error {
		return s.Send(ctx, c, eqia.SendCommand{Revision: c.Revision})
	})
	at := "/casework/" + ref + "/review"
	if got := s.get(eqiatest.Lead(), at).sound(t); strings.Contains(got.Text(), "Figure replaced") {
		t.Error("it says so while the figure holds")
	}
	s.ok(s.RetireFact(t.Context(), eqiatest.Lead(), eqia.Retirement{Fact: cited, With: other}))
	got := s.get(eqiatest.Lead(), at).sound(t)
	got.says(t, "Figure replaced")
	if got.Find("a[href='/library/"+string(other)+"']").Length() == 0 {
		t.Error("it does not lead to the figure that holds now")
	}
	got.says(t, "1 part has something open")
	s.ok(s.RetireFact(t.Context(), eqiatest.Lead(), eqia.Retirement{Fact: other}))
	s.get(eqiatest.Lead(), at).sound(t).says(t, "was taken out of use on")
}
