package evidence_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"log/slog"
	"os"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/pdftext/pdftest"
	"dorset-eqia/eqia/record"
	"dorset-eqia/web/evidence"
)

func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// caseFile is a meeting with one report, an assessment of the given kind linked to it, and its agenda published.
type caseFile struct {
	*eqia.Service
	c         *committee.Service
	t         *testing.T
	meeting   committee.MeetingID
	report    string
	reference string
	item      committee.ItemID
	at        committee.AppearanceID
}

func (f *caseFile) ok(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

func opened(t *testing.T, kind string, access committee.Access) *caseFile {
	t.Helper()
	service := eqiatest.New(t)
	f := &caseFile{Service: service, c: eqiatest.Committees(t, service), t: t}
	ctx, clerk := t.Context(), eqiatest.Clerk()
	cabinet, err := f.c.AddCommittee(ctx, clerk, committee.Committee{Name: "Cabinet", Kind: committee.Cabinet, Regime: committee.Exec2012}, "")
	f.ok(err)
	f.meeting, err = f.c.AddMeeting(ctx, clerk, committee.Meeting{Committee: committee.Committee{ID: cabinet}, Status: committee.Confirmed, StartsAt: f.Now().AddDate(0, 0, 21)}, "")
	f.ok(err)
	f.ok(f.c.AddItems(ctx, clerk, committee.AgendaCommand{Meeting: f.meeting, Items: []committee.Item{{Order: 1, Number: "1", Title: "Parking charges", Kind: committee.ReportItem, Access: access}}}))
	m, err := f.c.Meeting(ctx, clerk, f.meeting)
	f.ok(err)
	f.item = m.Items[0].ID
	f.report, err = f.c.AddReport(ctx, clerk, committee.ReportCommand{Report: committee.Report{Title: "Parking charges", Access: access}})
	f.ok(err)
	f.at, err = f.c.Appear(ctx, clerk, committee.AppearCommand{Item: f.item, Reference: f.report})
	f.ok(err)
	f.signs(kind)
	_, err = f.c.Link(ctx, clerk, f.at, committee.LinkCommand{Reference: f.reference, Relation: committee.Appended, Covers: committee.CoversAll, Appendix: "Appendix 1"})
	f.ok(err)
	f.ok(f.c.Store.Write(ctx, &committee.Change{Book: &committee.RuleBook{Set: committee.Introductory}, Acts: []eqia.Act{{At: f.Now(), Kind: "test"}}}))
	_, err = f.c.PublishAgenda(ctx, clerk, f.meeting, committee.PublishCommand{Kind: committee.MainEdition})
	f.ok(err)
	return f
}

func (f *caseFile) signs(kind string) {
	f.t.Helper()
	ctx, pages := f.t.Context(), eqiatest.FirstPage()
	if kind != "" {
		pages["kind"] = eqia.Answer{Choices: []string{kind}}
	}
	var err error
	f.reference, err = f.Start(ctx, eqiatest.Author(), eqia.StartCommand{Answers: pages})
	f.ok(err)
	c, err := f.Open(ctx, eqiatest.Author(), f.reference)
	f.ok(err)
	content := eqiatest.Full(eqiatest.Profile, c.Form)
	content.Answers["kind"] = c.Content.Answers["kind"]
	f.ok(eqiatest.Write(ctx, f.Service, eqiatest.Author(), f.reference, content))
	f.ok(eqiatest.Sign(ctx, f.Service, f.reference, eqiatest.Author(), eqiatest.Lead()))
}

// bundle is the evidence as at a moment, as a person may read it.
func (f *caseFile) bundle(of committee.EvidenceOf, at time.Time, reader eqia.Person) []byte {
	f.t.Helper()
	e, err := f.c.Evidence(f.t.Context(), eqiatest.MonitoringOfficer(), of, at)
	f.ok(err)
	var out bytes.Buffer
	f.ok(evidence.Write(f.t.Context(), &out, e, func(ctx context.Context, reference, number string) (evidence.Paper, error) {
		c, err := f.OpenVersion(ctx, reader, reference, number)
		return evidence.Paper{Version: c.Version, Form: c.Form}, err
	}))
	return out.Bytes()
}

// unzipped is the files of a bundle by path.
func unzipped(t *testing.T, raw []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(content)
	}
	return out
}

func TestEvidenceOfOneMomentIsTheSameBytesWhateverComesLater(t *testing.T) {
	f := opened(t, "", committee.Open)
	ctx, clerk, mo := t.Context(), eqiatest.Clerk(), eqiatest.MonitoringOfficer()
	at := f.Now()
	for name, of := range map[string]committee.EvidenceOf{"of a meeting": {Meeting: f.meeting}, "of a report": {Report: f.report}} {
		if files := unzipped(t, f.bundle(of, at, mo)); !strings.Contains(files["index.html"], "All ") || !strings.Contains(files["record.json"], f.reference) {
			t.Errorf("%s: the index says %s", name, files["index.html"])
		}
	}
	before := f.bundle(committee.EvidenceOf{Meeting: f.meeting}, at, mo)
	later := *f.c
	later.Now = func() time.Time { return at.Add(time.Hour) }
	m, err := later.Meeting(ctx, clerk, f.meeting)
	f.ok(err)
	f.ok(later.WithdrawLink(ctx, clerk, m.Items[0].Appearance.Links[0].ID, committee.WithdrawCommand{Reason: "A later thought."}))
	f.ok(later.Promise(ctx, clerk, committee.Commitment{AppearanceID: f.at, Text: "A later promise", Owner: "Parking", DueOn: "2030-01-01"}, ""))
	i := m.Items[0]
	i.Title = "A later title"
	f.ok(later.EditItem(ctx, clerk, i))
	_, err = later.PublishAgenda(ctx, clerk, f.meeting, committee.PublishCommand{Kind: committee.Supplement, Reason: "A later paper"})
	f.ok(err)
	if after := f.bundle(committee.EvidenceOf{Meeting: f.meeting}, at, mo); !bytes.Equal(before, after) {
		t.Error("what came later changed the evidence")
	}
	f.c.Now = later.Now
	now := unzipped(t, f.bundle(committee.EvidenceOf{Meeting: f.meeting}, later.Now(), mo))
	for _, want := range []string{"A later thought.", "A later promise", "Supplement"} {
		if !strings.Contains(now["index.html"], want) {
			t.Errorf("an hour later the index does not say %q", want)
		}
	}
}

func TestEveryFileOfABundleHasItsDigestAndEveryLinkLeadsToAFile(t *testing.T) {
	f := opened(t, "", committee.Open)
	files := unzipped(t, f.bundle(committee.EvidenceOf{Meeting: f.meeting}, f.Now(), eqiatest.MonitoringOfficer()))
	listed := map[string]string{}
	for line := range strings.Lines(files["files.sha256"]) {
		digest, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		listed[name] = digest
	}
	if len(listed) != len(files)-1 {
		t.Errorf("%d of %d files are listed", len(listed), len(files)-1)
	}
	signed := 0
	for name, content := range files {
		if name != "files.sha256" && listed[name] != record.Digest([]byte(content)) {
			t.Errorf("%s is listed with another digest", name)
		}
		if strings.HasPrefix(name, "assessments/") && strings.HasSuffix(name, ".json") {
			signed++
			if c, err := f.Open(t.Context(), eqiatest.Lead(), f.reference); err != nil || c.Digest != record.Digest([]byte(content)) {
				t.Errorf("%s is not what was signed", name)
			}
		}
		if strings.HasSuffix(name, ".html") {
			followed(t, files, name)
		}
	}
	if signed != 1 {
		t.Errorf("%d assessments are in it", signed)
	}
}

// followed fails for each link of a page that leads to no file of the bundle.
func followed(t *testing.T, files map[string]string, page string) {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(files[page]))
	if err != nil {
		t.Fatal(err)
	}
	if n := doc.Find("h1").Length(); n != 1 {
		t.Errorf("%s has %d main headings", page, n)
	}
	doc.Find("[href]").Each(func(_ int, s *goquery.Selection) {
		href := s.AttrOr("href", "")
		if _, there := files[path.Join(path.Dir(page), href)]; !there && !strings.HasPrefix(href, "#") {
			t.Errorf("%s leads to %s, which is not there", page, href)
		}
	})
}

func TestARestrictedAssessmentIsInTheBundleOnlyOfThoseWhoMayReadIt(t *testing.T) {
	f := opened(t, eqiatest.Restructure, committee.FullyExempt)
	of := committee.EvidenceOf{Meeting: f.meeting}
	full, less := unzipped(t, f.bundle(of, f.Now(), eqiatest.MonitoringOfficer())), unzipped(t, f.bundle(of, f.Now(), eqiatest.Clerk()))
	if len(full) != len(less)+2 || !strings.Contains(less["index.html"], "restricted, and not in this file") {
		t.Errorf("%d files for those who may, %d for others", len(full), len(less))
	}
	if _, err := f.c.Evidence(t.Context(), eqiatest.Clerk(), of, f.Now()); err == nil {
		t.Error("a clerk is given evidence")
	}
}

func TestThePacksThatWereCheckedByThenAreInTheBundle(t *testing.T) {
	pdftest.Need(t)
	f := opened(t, "", committee.Open)
	pack := pdftest.File([]string{"A report"})
	_, err := f.c.CheckPack(t.Context(), eqiatest.Clerk(), f.meeting, committee.PackCommand{Kind: committee.PublicPack, File: pack})
	f.ok(err)
	of, mo := committee.EvidenceOf{Meeting: f.meeting}, eqiatest.MonitoringOfficer()
	files := unzipped(t, f.bundle(of, f.Now(), mo))
	if !strings.Contains(files["packs.json"], record.Digest(pack)) || !strings.Contains(files["index.html"], "packs.json") {
		t.Errorf("the bundle has %q", files["packs.json"])
	}
	if before := unzipped(t, f.bundle(of, f.Now().Add(-time.Second), mo)); before["packs.json"] != "" || strings.Contains(before["index.html"], "packs.json") {
		t.Error("a check that came later is in it")
	}
}
