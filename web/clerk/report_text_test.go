package clerk_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
)

// link puts a signed version at an appearance, as an appendix.
func (h *hall) link(at committee.AppearanceID, reference, number string) {
	h.t.Helper()
	_, err := h.c.Link(h.t.Context(), eqiatest.Clerk(), at, committee.LinkCommand{Reference: reference, Number: number, Relation: committee.Appended,
		Covers: committee.CoversAll, Appendix: "Appendix 3"})
	h.ok(err)
}

func TestTheTextForAReportSaysWhatIsWithItAndWhatIsMissing(t *testing.T) {
	h := open(t)
	at := h.reported(2, "1. Approve the charges")
	ref, waiting := h.signed(""), h.written("")
	h.link(at, ref, "")
	h.ok(h.c.Expect(t.Context(), eqiatest.Clerk(), committee.ExpectCommand{Appearance: at, Reference: waiting}))
	p := h.get(eqiatest.Clerk(), h.at(2, "report-text")+"?number=8")
	p.says(t, "8.2 An Equality Impact Assessment ("+ref+", version 1.0) was signed off")
	p.says(t, waiting+" is expected and is not linked yet.")
	if text := words(p.Find("#report-text").Text()); strings.Contains(text, waiting) {
		t.Errorf("the text names what is not signed: %s", text)
	}
	h.get(eqiatest.Clerk(), h.at(2, "report-text")+"?number=eight").wants(t, "Enter the number of the section as a number, for example 8")
	if got := h.get(eqiatest.Clerk(), h.at(3, "report-text")).Status; got != http.StatusNotFound {
		t.Errorf("an item without a report answers %d", got)
	}
}

func TestTheAuthorOfAReportReadsItsTextAndOtherOfficersDoNot(t *testing.T) {
	h := open(t)
	ctx, clerk := t.Context(), eqiatest.Clerk()
	ref, err := h.c.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: "Parking charges", Access: committee.Open,
		Author: eqiatest.Adviser().ID}})
	h.ok(err)
	at, err := h.c.Appear(ctx, clerk, committee.AppearCommand{Item: h.item(2).ID, Reference: ref})
	h.ok(err)
	h.link(at, h.signed(""), "")
	h.get(eqiatest.Adviser(), h.at(2, "report-text")).says(t, "Appendix 3")
	if got := h.get(eqiatest.CoAuthor(), h.at(2, "report-text")).Status; got != http.StatusNotFound {
		t.Errorf("someone else's page answers %d", got)
	}
}

func TestTheTextSaysWhatChangedSinceTheLastMeetingHadIt(t *testing.T) {
	h := open(t)
	ctx, clerk, author := t.Context(), eqiatest.Clerk(), eqiatest.Author()
	m, err := h.c.Meeting(ctx, clerk, h.meeting)
	h.ok(err)
	earlier, err := h.c.AddMeeting(ctx, clerk, committee.Meeting{Committee: m.Committee, Status: committee.Confirmed, StartsAt: h.Now().AddDate(0, 0, 7)}, "")
	h.ok(err)
	h.ok(h.c.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: earlier, Items: committee.ParseAgenda("1. Parking charges")}))
	before, err := h.c.Meeting(ctx, clerk, earlier)
	h.ok(err)
	first := h.signed("")
	at := h.reported(2, "")
	report := h.item(2).Appearance.Report.Reference
	then, err := h.c.Appear(ctx, clerk, committee.AppearCommand{Item: before.Items[0].ID, Reference: report})
	h.ok(err)
	h.link(then, first, "1.0")
	h.link(at, first, "1.0")
	h.get(clerk, h.at(2, "report-text")).says(t, "Cabinet had the same version before it on "+before.Day().Words()+".")

	c, err := h.Open(ctx, author, first)
	h.ok(err)
	_, err = h.NewVersion(ctx, c, eqia.NewVersionCommand{Purpose: eqia.Revises})
	h.ok(err)
	c, err = h.Open(ctx, author, first)
	h.ok(err)
	card := c.Content.Card("age")
	card.Blocks[0].How = "People over 80 find the new pages hard to use, and those who work can sign up in the evening."
	h.ok(h.SaveCard(ctx, c, card, c.Stamps[eqia.PartKey{Kind: eqia.CardPart, Key: "age"}].Counter))
	h.ok(eqiatest.Sign(ctx, h.Service, first, author, eqiatest.Lead()))
	old := h.item(2).Appearance.Live()[0]
	_, err = h.c.ReplaceLink(ctx, clerk, old.ID, committee.LinkCommand{Reference: first, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 3"})
	h.ok(err)
	h.get(clerk, h.at(2, "report-text")).says(t, "Version 2.0 replaces version 1.0, which Cabinet had before it on "+before.Day().Words()+". These parts have changed: age.")
}

func TestTheTextForAClosedItemSaysNoMoreThanThatThereIsAnAssessment(t *testing.T) {
	h := open(t)
	i := h.item(4)
	i.Access = committee.FullyExempt
	h.ok(h.c.EditItem(t.Context(), eqiatest.Clerk(), i))
	ref := h.signed(eqiatest.Restructure)
	h.link(h.reported(4, ""), ref, "")
	p := h.get(eqiatest.Clerk(), h.at(4, "report-text"))
	p.says(t, "is before members as an exempt appendix")
	p.neverSays(t, ref)
	p.neverSays(t, "libraries")
}

func TestATextPutInAReportIsKeptWithWhatItWasMadeFrom(t *testing.T) {
	h := open(t)
	clerk := eqiatest.Clerk()
	ref := h.signed("")
	h.link(h.reported(2, "1. Approve the charges"), ref, "")
	page := h.get(clerk, h.at(2, "report-text"))
	made := strings.TrimSpace(page.Find("textarea[name=plain]").Text())
	put := func(from answer, text string) answer { return h.submit(clerk, from, "Put", url.Values{"text": {text}}) }
	put(page, "").wants(t, "Enter what the report says about equality")
	if got := put(page, made); got.Status != http.StatusSeeOther {
		t.Fatalf("putting it in answers %d", got.Status)
	}
	v := h.item(2).Appearance.Version
	if v.EqualitySource != committee.GeneratedText || v.EqualityText != v.Generated || len(v.GeneratedFrom) != 1 {
		t.Errorf("the report keeps %+v", v)
	}
	if got := put(page, made+" And more."); got.Status != http.StatusConflict {
		t.Errorf("a form from before answers %d", got.Status)
	}
	again := h.get(clerk, h.at(2, "report-text"))
	again.says(t, "The report has this text as it was made here.")
	put(again, made+" And more.")
	changed := h.get(clerk, h.at(2, "report-text"))
	changed.says(t, "changed by hand")
	if added := words(changed.Find("ins").Text()); !strings.Contains(added, "And more.") {
		t.Errorf("the difference shows %q", added)
	}
	old := h.item(2).Appearance.Live()[0]
	_, err := h.c.ReplaceLink(t.Context(), clerk, old.ID, committee.LinkCommand{Reference: h.signed(""), Relation: committee.Appended, Covers: committee.CoversAll})
	h.ok(err)
	h.get(clerk, h.at(2, "report-text")).says(t, "It was made from other versions than those that are with the report now.")
}
