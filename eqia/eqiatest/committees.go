package eqiatest

import (
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/moderngov"
	"dorset-eqia/eqia/pdftext"
	"dorset-eqia/eqia/store"
)

// Committees is the committee side on the store of a service made by New, by the same clock and calendar.
func Committees(tb testing.TB, s *eqia.Service) *committee.Service {
	tb.Helper()
	kept, ok := s.Store.(*store.Store)
	if !ok {
		tb.Fatalf("the service's store is a %T, which has no committee side", s.Store)
	}
	return &committee.Service{Store: kept.Committees(), Assessments: kept, Forms: s.CouncilWith, Now: s.Now, NewID: s.NewID, ReadMeetings: moderngov.Read,
		ReadPages: pdftext.New(pdftext.Usual).Pages, Exposes: s.Exposes, Calendar: s.Pace.Calendar}
}
