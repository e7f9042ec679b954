package store_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/pdftext"
	"dorset-eqia/eqia/pdftext/pdftest"
	"dorset-eqia/eqia/record"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// pack is a PDF with the pages of a version whose numbers are given, of so many.
func (h *hall) pack(reference string, of int, numbers ...int) []byte {
	h.t.Helper()
	c := h.as(eqiatest.Lead(), reference)
	var pages [][]string
	for _, no := range numbers {
		pages = append(pages, []string{"Words of the page", fmt.Sprintf("%s v%s · %s · p %d of %d", reference, c.Number(), record.Code(c.CheckCode), no, of)})
	}
	return pdftest.File(pages...)
}

// readsPacks lets the hall read packs, where the program is installed that does.
func (h *hall) readsPacks() {
	h.t.Helper()
	pdftest.Need(h.t)
	h.ReadPages = pdftext.New(pdftext.Usual).Pages
}

func TestACheckOfAPackIsKeptBesideTheNewestEdition(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		h.readsPacks()
		ctx, clerk, reference := t.Context(), eqiatest.Clerk(), h.linked()
		e := h.publishes(first)
		cmd := committee.PackCommand{Once: "a pack", Kind: committee.PublicPack, File: h.pack(reference, 3, 1, 2, 3)}
		id, err := h.CheckPack(ctx, clerk, h.meeting, cmd)
		h.ok(err)
		_, err = h.CheckPack(ctx, clerk, h.meeting, cmd)
		wantRepeat(t, err, string(id))
		_, err = h.CheckPack(ctx, clerk, h.meeting, committee.PackCommand{Kind: committee.PublicPack, File: h.pack(reference, 3, 1, 3, 2)})
		h.ok(err)
		list, err := h.PackChecks(ctx, eqiatest.Lead(), h.meeting)
		h.ok(err)
		if len(list) != 2 || list[0].Agrees() || !list[1].Agrees() || list[1].ID != id {
			t.Fatalf("got %+v", list)
		}
		if got := list[1]; got.Edition != e.ID || got.SHA256 != record.Digest(cmd.File) || got.ByName != clerk.Name || got.PackRead.Copies[0].Standing != eqia.CodeCurrent {
			t.Errorf("got %+v", got)
		}
		if says := list[0].PackRead.Problems[0].Says; !strings.Contains(says, "pages 2 and 3 are swapped") {
			t.Errorf("it says %q", says)
		}
		if err := s.Writer().Exec("UPDATE pack_checks SET body = '{}'").Error; err == nil || !strings.Contains(err.Error(), "a pack check never changes") {
			t.Errorf("changing one: %v", err)
		}
	})
}

func TestAPackThatCannotBeReadLeavesNothingBehind(t *testing.T) {
	h := hallOn(t, opened(t, sqliteFile(t)))
	h.readsPacks()
	_, err := h.CheckPack(t.Context(), eqiatest.Clerk(), h.meeting, committee.PackCommand{Kind: committee.PublicPack, File: []byte("a word file")})
	var unreadable *pdftext.Unreadable
	if !errors.As(err, &unreadable) || count(t, h.store, "pack_checks") != 0 {
		t.Errorf("got %v", err)
	}
	_, err = h.CheckPack(t.Context(), eqiatest.Lead(), h.meeting, committee.PackCommand{})
	var refusal *workflow.Refusal
	if !errors.As(err, &refusal) {
		t.Errorf("the lead may: %v", err)
	}
	_, err = h.CheckPack(t.Context(), eqiatest.Clerk(), h.meeting, committee.PackCommand{Kind: "both"})
	wantInvalid(t, err, "kind")
}

func TestACodeLeadsTheCouncilToItsVersionHoweverItStands(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		h := hallOn(t, s)
		plain, later, gone, closed := h.signed(), h.signed(), h.signed(), h.signed()
		codes := map[string]record.Code{}
		for _, reference := range []string{plain, later, gone, closed} {
			codes[reference] = record.Code(h.as(eqiatest.Lead(), reference).CheckCode)
		}
		_, err := h.NewVersion(t.Context(), h.as(eqiatest.Author(), later), eqia.NewVersionCommand{})
		h.ok(err)
		h.ok(eqiatest.Sign(t.Context(), h.world.Service, later, eqiatest.Author(), eqiatest.Lead()))
		h.move(eqiatest.Lead(), gone, eqia.MoveCommand{Event: workflow.Withdraw, Reason: "It stopped."})
		h.restrict(closed)
		for reference, want := range map[string]eqia.CodeStanding{plain: eqia.CodeCurrent, later: eqia.CodeSuperseded,
			gone: eqia.CodeWithdrawn, closed: eqia.CodeRestricted} {
			v, err := h.VersionOf(t.Context(), codes[reference])
			h.ok(err)
			if got := v.Standing(eqia.DayOf(h.clock.Now())); got != want || v.Reference != reference || v.Number != "1.0" {
				t.Errorf("got %s %+v, want %s", got, v, want)
			}
			if (v.Newer != "") != (want == eqia.CodeSuperseded) || (v.Title == "") != (want == eqia.CodeRestricted) {
				t.Errorf("%s: got %+v", want, v)
			}
		}
		h.ok(h.LeaveOut(t.Context(), h.version(plain, "1.0"), "", eqia.Marked{Words: "Prices go up"}))
		number, err := h.PublishWithout(t.Context(), h.version(plain, "1.0"), leaving(h.version(plain, "1.0")))
		h.ok(err)
		whole, err := h.VersionOf(t.Context(), codes[plain])
		h.ok(err)
		public, err := h.VersionOf(t.Context(), record.Code(h.version(plain, number).CheckCode))
		h.ok(err)
		if whole.Without != number || whole.Newer != "" || public.CopyOf != "1.0" || !public.Public || public.Without != "" || public.Newer != "" {
			t.Errorf("got %+v and %+v", whole, public)
		}
		if _, err := h.VersionOf(t.Context(), record.NewCode([]byte("other"), "a", "b", "c", "d", 0)); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("a code nobody was given: %v", err)
		}
	})
}
