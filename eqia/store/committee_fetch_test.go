package store_test

import (
	"errors"
	"testing"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/moderngov"
	"dorset-eqia/eqia/store"
)

func TestWhatIsFetchedWaitsUntilAClerkAppliesIt(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		h.ReadMeetings = moderngov.Read
		ctx, clerk := t.Context(), eqiatest.Clerk()
		fetch := func(venue string) committee.Fetch {
			read := committee.ReadMeetings{Source: moderngov.Source, Meetings: []committee.ReadMeeting{{SourceID: "77", Committee: "Cabinet", Venue: venue,
				Status: committee.Confirmed, StartsAt: h.clock.Now().AddDate(0, 0, 40), Full: true, Items: []committee.ReadItem{{SourceID: "1", Number: "1", Title: "Roads",
					Kind: committee.ReportItem, Access: committee.Open}}}}}
			raw, err := moderngov.Pack(read)
			h.ok(err)
			f, err := h.KeepFetch(ctx, raw, h.clock.Now(), nil)
			h.ok(err)
			return f
		}
		fetch("Hall")
		h.clock.Pass(1)
		if f := fetch("Town hall"); !f.Good || f.Meetings != 1 {
			t.Errorf("the fetch is %+v", f)
		}
		files, err := h.WaitingFiles(ctx, clerk)
		h.ok(err)
		if len(files) != 1 || files[0].Source != "fetch" || files[0].ByName != "" {
			t.Fatalf("waiting are %+v", files)
		}
		h.ok(h.ApplyMeetings(ctx, clerk, committee.MeetingsCommand{File: files[0].ID}))
		fetch("Town hall")
		_, err = h.KeepFetch(ctx, nil, h.clock.Now(), errors.New("it did not answer"))
		h.ok(err)
		if files, err = h.WaitingFiles(ctx, clerk); err != nil || len(files) != 0 {
			t.Errorf("after nothing new %+v wait, %v", files, err)
		}
		list, good, err := h.Fetches(ctx, eqiatest.Lead())
		h.ok(err)
		if len(list) != 4 || good.ID == "" || !good.Good {
			t.Errorf("%d fetches, the last good one is %+v", len(list), good)
		}
		kept, err := s.Committees().MeetingsKept(ctx)
		h.ok(err)
		if len(kept) != 2 || kept[0].Venue != "Town hall" || kept[0].SourceID != "77" {
			t.Errorf("kept are %+v", kept)
		}
	})
}
