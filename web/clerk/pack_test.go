package clerk_test

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/pdftext/pdftest"
	"dorset-eqia/eqia/record"
	"dorset-eqia/web/document"
	"dorset-eqia/web/document/pdf"
)

// readsPacks skips a test on a machine that has not the program that reads packs.
func (h *hall) readsPacks() {
	h.t.Helper()
	pdftest.Need(h.t)
}

// pages are the printed pages of a signed assessment, one after the other.
func (h *hall) pages(reference string, of int) [][]string {
	h.t.Helper()
	c, err := h.Open(h.t.Context(), eqiatest.Lead(), reference)
	h.ok(err)
	var out [][]string
	for no := 1; no <= of; no++ {
		out = append(out, []string{"Words", fmt.Sprintf("%s v%s · %s · p %d of %d", reference, c.Number(), record.Code(c.CheckCode), no, of)})
	}
	return out
}

// checkedPack is a check of a pack that has nothing of ours in it.
func (h *hall) checkedPack() committee.PackCheckID {
	h.t.Helper()
	h.readsPacks()
	id, err := h.c.CheckPack(h.t.Context(), eqiatest.Clerk(), h.meeting, committee.PackCommand{Kind: committee.PublicPack, File: pdftest.File([]string{"A report"})})
	h.ok(err)
	return id
}

// bring sends a pack as the form does.
func (h *hall) bring(p eqia.Person, file []byte, fields map[string]string) answer {
	h.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name, value := range fields {
		h.ok(form.WriteField(name, value))
	}
	if file != nil {
		part, err := form.CreateFormFile("file", "pack.pdf")
		h.ok(err)
		_, err = part.Write(file)
		h.ok(err)
	}
	h.ok(form.Close())
	request := httptest.NewRequest(http.MethodPost, h.path()+"/packs", &body)
	request.Header.Set("Content-Type", form.FormDataContentType())
	return h.ask(p, request)
}

func TestThePackOfAMeetingIsCheckedAndTheRecordSaysSo(t *testing.T) {
	h := open(t)
	h.readsPacks()
	clerk, ref := eqiatest.Clerk(), h.ready()
	published := h.submit(clerk, h.get(clerk, h.path()+"/publish"), "Record as published", map[string][]string{})
	h.get(clerk, published.Location).says(t, "This is what was linked here. The pack that members were sent has not been checked.")
	pages := h.pages(ref, 4)
	report := [][]string{{"A report", "Page 1"}, {"Its second page"}}

	swapped := slices.Clone(pages)
	swapped[1], swapped[2] = swapped[2], swapped[1]
	done := h.bring(clerk, pdftest.File(slices.Concat(report, swapped)...), map[string]string{"kind": "public", "once": eqiatest.NewID()})
	found := h.get(clerk, done.Location)
	found.says(t, "The pack has 1 thing to look at")
	found.says(t, ref+" version 1.0: pages 2 and 3 are swapped.")
	h.get(clerk, published.Location).says(t, "It had 1 thing to look at, so members may have seen something else.")

	once := map[string]string{"kind": "public", "once": eqiatest.NewID()}
	whole := pdftest.File(slices.Concat(report, pages)...)
	done = h.bring(clerk, whole, once)
	if again := h.bring(clerk, whole, once); done.Status != http.StatusSeeOther || again.Location != done.Location {
		t.Errorf("it leads to %q, and then to %q", done.Location, again.Location)
	}
	found = h.get(eqiatest.Lead(), done.Location)
	for _, want := range []string{"The pack holds what was linked", "1. Agenda", ref + " version 1.0", "3 to 6", "4 of 4", "Current", record.Digest(whole)} {
		found.says(t, want)
	}
	h.get(clerk, published.Location).says(t, "Members saw what is listed here.")
	if n := h.get(clerk, h.path()+"/packs").Find("#packs tbody tr").Length(); n != 2 {
		t.Errorf("%d checks are listed", n)
	}
	if n := h.get(eqiatest.Lead(), h.path()+"/packs").Find("main form").Length(); n != 0 {
		t.Error("the lead is offered the form")
	}
}

func TestAPackThatCannotBeCheckedIsRefusedWithWords(t *testing.T) {
	h := open(t)
	h.readsPacks()
	public := map[string]string{"kind": "public"}
	for name, c := range map[string]struct {
		file   []byte
		fields map[string]string
		want   []string
	}{
		"nothing":   {nil, nil, []string{"Select which pack it is", "Choose the PDF of the pack"}},
		"no bytes":  {[]byte{}, public, []string{"Choose the PDF of the pack"}},
		"not a PDF": {[]byte("PK\x03\x04"), public, []string{"This file cannot be read: it is not a PDF. Choose another file"}},
		"cut short": {[]byte("%PDF-1.7\n1 0 obj"), public, []string{"This file cannot be read: it is damaged. Choose another file"}},
		"60 MB":     {bytes.Repeat([]byte("%PDF-1.7  "), 6<<20), public, []string{"The pack must be smaller than 50 MB"}},
		"90 MB":     {bytes.Repeat([]byte("%PDF-1.7  "), 9<<20), public, []string{"The pack must be smaller than 50 MB"}},
	} {
		t.Run(name, func(t *testing.T) {
			a := h.bring(eqiatest.Clerk(), c.file, c.fields)
			a.wants(t, c.want...)
		})
	}
	list, err := h.c.PackChecks(t.Context(), eqiatest.Clerk(), h.meeting)
	if err != nil || len(list) > 0 {
		t.Errorf("%d checks are kept, %v", len(list), err)
	}
}

func TestThePaperThatTheServiceDrawsIsFoundInAPack(t *testing.T) {
	h := open(t)
	h.readsPacks()
	ref := h.ready()
	v, err := h.Open(t.Context(), eqiatest.Lead(), ref)
	h.ok(err)
	d, err := h.Export(t.Context(), v.Version)
	h.ok(err)
	copied := document.Copy{Document: d, Form: v.Form, Day: string(eqia.DayOf(v.StartedAt)), Council: "Dorset Council", Home: "https://eqia.example", Made: h.Now()}
	appendix, err := copied.Appendix(committee.Appendix{Label: "Appendix 3", Report: "Parking charges", Committee: "Cabinet", On: "2026-12-08"})
	h.ok(err)
	var file bytes.Buffer
	h.ok(pdf.Write(&file, appendix))
	read, err := h.c.ReadPack(t.Context(), file.Bytes())
	h.ok(err)
	if len(read.Copies) != 1 || !read.Sound() || read.Copies[0].Of != read.Pages || read.Copies[0].Standing != eqia.CodeCurrent {
		t.Errorf("got %+v", read)
	}
	pages, err := h.c.ReadPages(t.Context(), file.Bytes())
	h.ok(err)
	held := copied.Hold(committee.ReadPrinted(pages).Words(record.Code(v.CheckCode)))
	if !held.Same() || !strings.Contains(held.Before, "Appendix 3") {
		t.Errorf("it differs in %v; before it comes %q", held.Places, held.Before)
	}
}
