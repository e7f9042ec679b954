package verify_test

import (
	"bytes"
	"testing"

	"dorset-eqia/eqia/pdftext/pdftest"
	"dorset-eqia/web/document"
	"dorset-eqia/web/document/pdf"
)

// drawn is the assessment as the service itself draws it.
func (s *site) drawn(reference string) []byte {
	s.t.Helper()
	p, err := s.Register.Published(s.t.Context(), reference, 0, 0)
	s.ok(err)
	council, err := s.CouncilWith(s.t.Context(), p.Profile, p.Form)
	s.ok(err)
	fv, _ := council.Version(p.Form)
	c := document.ForPublic(p, fv)
	c.Council, c.Home = "Dorset Council", "https://eqia.example"
	var file bytes.Buffer
	s.ok(pdf.Write(&file, c.Whole()))
	return file.Bytes()
}

func TestTheServicesOwnPaperSaysWhatWasSigned(t *testing.T) {
	pdftest.Need(t)
	s := open(t)
	reference, _ := s.published()
	a := s.bring(s.drawn(reference), nil)
	a.says(t, "Your copy says the same")
	if n := a.Find("ins, del").Length(); n > 0 {
		t.Errorf("it shows %d differences: %s", n, a.main())
	}
}
