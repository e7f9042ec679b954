package clerk

import (
	"bytes"
	"context"
	"net/http"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/components"
	"dorset-eqia/web/evidence"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// evidenceFor lists the roles that are given the evidence of a decision.
var evidenceFor = []workflow.Actor{workflow.MonitoringOfficer}

// proof is the form that asks for evidence as at a moment.
type proof struct {
	Date   form.DateParts `form:"date" label:"Date" rule:"required" error:"Enter the date"`
	Time   string         `form:"time" label:"Time" rule:"required,max=20" error:"Enter the time, for example 4:35pm or 16:35"`
	Errors form.Errors

	of     committee.EvidenceOf
	called string
	back   string
}

// MeetingEvidence asks as at which moment evidence about a meeting is wanted or, with ?at=, gives it as a file.
func (Pages) MeetingEvidence(r *page.Request) error {
	v, err := meetingProof(r)
	if err != nil {
		return err
	}
	return v.answer(r)
}

// PostMeetingEvidence leads to the file.
func (Pages) PostMeetingEvidence(r *page.Request) error {
	v, err := meetingProof(r)
	if err != nil {
		return err
	}
	return v.send(r)
}

// ReportEvidence asks as at which moment evidence about a report is wanted or, with ?at=, gives it as a file.
func (Pages) ReportEvidence(r *page.Request) error {
	v, err := reportProof(r)
	if err != nil {
		return err
	}
	return v.answer(r)
}

// PostReportEvidence leads to the file.
func (Pages) PostReportEvidence(r *page.Request) error {
	v, err := reportProof(r)
	if err != nil {
		return err
	}
	return v.send(r)
}

func meetingProof(r *page.Request) (proof, error) {
	m, err := meeting(r, evidenceFor...)
	return proof{of: committee.EvidenceOf{Meeting: m.ID}, called: called(m), back: toMeeting(m.ID)}, err
}

func reportProof(r *page.Request) (proof, error) {
	if err := only(r, evidenceFor...); err != nil {
		return proof{}, err
	}
	reference, err := committee.ParseReportReference(r.Param("report"))
	if err != nil {
		return proof{}, err
	}
	p, err := r.Kit.Committee.Report(r.Ctx(), r.Person, reference)
	return proof{of: committee.EvidenceOf{Report: reference}, called: reference + ", " + p.Title, back: toReport(reference)}, err
}

// answer shows the form, or gives the file as at the moment that the address names.
func (v proof) answer(r *page.Request) error {
	if r.Query("at") == "" {
		return v.show(r)
	}
	at, err := time.Parse(time.RFC3339, r.Query("at"))
	if err != nil {
		return eqia.ErrNotFound
	}
	e, err := r.Kit.Committee.Evidence(r.Ctx(), r.Person, v.of, at)
	if problems, ok := wrong(err, map[string]form.FieldError{"at": {Field: "date", ID: "date-day"}}); ok {
		v.Errors = problems
		return v.show(r)
	}
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := evidence.Write(r.Ctx(), &file, e, paperFor(r)); err != nil {
		return err
	}
	r.Header("Content-Disposition", `attachment; filename="evidence-`+e.At.Format("20060102T150405Z")+`.zip"`)
	r.Data(http.StatusOK, "application/zip", file.Bytes())
	return nil
}

// paperFor opens signed versions as the person may read them.
func paperFor(r *page.Request) evidence.Open {
	return func(ctx context.Context, reference, number string) (evidence.Paper, error) {
		c, err := r.Kit.Eqia.OpenVersion(ctx, r.Person, reference, number)
		return evidence.Paper{Version: c.Version, Form: c.Form}, err
	}
}

func (v proof) send(r *page.Request) error {
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	at, errs := statedTime(v.Date, v.Time)
	if v.Errors = errs; len(errs) > 0 {
		return v.show(r)
	}
	return r.Go(v.back+"/evidence?at="+at.UTC().Format(time.RFC3339), "")
}

func (v proof) show(r *page.Request) error {
	f := r.Frame("Evidence bundle", v.called)
	f.Back = &components.BackLink{Href: v.back, Text: "Back"}
	return r.Show(page.Failed(f, v.Errors), proofPage(v))
}
