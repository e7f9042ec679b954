package public

import (
	"errors"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/record"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// assessment is one published version as the public reads it.
type assessment struct {
	eqia.Publication
	Doc     document.Doc
	Form    form.Version
	Others  []eqia.Publication // every other published version, newest first
	InForce eqia.Publication   // the version in force; empty when there is none
	Contact string

	Meetings []string // which had or will have it before them
	Formats  []eqia.Attachment
	Voices   []eqia.Feedback
}

// Assessment shows a published version: the one in force, or the one that the address names. One that was withdrawn says so and why.
func (Pages) Assessment(r *page.Request) error {
	p, versions, err := published(r)
	if errors.Is(err, eqia.ErrNotFound) {
		return instead(r, versions)
	}
	if err != nil {
		return err
	}
	v, err := read(r, p, versions)
	if err != nil {
		return err
	}
	if p.Standing != eqia.TakenAway {
		before, err := r.Kit.Committee.PublicAppearances(r.Ctx(), p.Reference)
		if err != nil {
			return err
		}
		v.Meetings = meetingLines(before)
		if v.Voices, err = r.Kit.Eqia.Register.Feedback(r.Ctx(), p.Reference); err != nil {
			return err
		}
		if v.Formats, err = r.Kit.Eqia.Register.Formats(r.Ctx(), p.Version); err != nil {
			return err
		}
	}
	top := under(frame(r, v.Title, p.Reference+" version "+p.Number()))
	if p.Standing == eqia.TakenAway {
		keep(r)
		return r.Render(http.StatusGone, top, withdrawnPage(v))
	}
	same, err := known(r, []any{p.Digest, p.Standing, p.PublishedAt, standings(versions), v.Meetings, v.Formats, v.Voices})
	if same || err != nil {
		return err
	}
	if p.Standing == eqia.InForce { // search engines are to show what holds, under one address
		indexed(r)
		top.Canonical, top.Facts = r.Address("/assessments/"+p.Reference), v.facts(r)
	}
	return r.Show(top, assessmentPage(v))
}

// facts is the assessment in the words of schema.org.
func (v assessment) facts(r *page.Request) map[string]any {
	return map[string]any{"@context": "https://schema.org", "@type": "Report", "name": v.Title, "identifier": v.Reference, "version": v.Number(),
		"abstract": v.Summary, "datePublished": string(eqia.DayOf(v.PublishedAt)), "inLanguage": "en-GB", "url": r.Address("/assessments/" + v.Reference),
		"publisher": organisation(r)}
}

// published finds what the address asks for, with every published version of its reference.
func published(r *page.Request) (p eqia.Publication, versions []eqia.Publication, err error) {
	ref, err := eqia.ParseReference(r.Param("ref"))
	if err != nil {
		return p, nil, err
	}
	major, minor := 0, 0
	if number := r.Param("number"); number != "" {
		if major, minor, err = eqia.ParseNumber(number); err != nil {
			return p, nil, err
		}
	}
	if versions, err = r.Kit.Eqia.Register.PublishedVersions(r.Ctx(), ref); err != nil {
		return p, nil, err
	}
	p, err = r.Kit.Eqia.Register.Published(r.Ctx(), ref, major, minor)
	return p, versions, err
}

// instead leads from a version that is not public to the one that is it with words left out.
func instead(r *page.Request, versions []eqia.Publication) error {
	for _, p := range versions {
		if number := r.Param("number"); number != "" && p.CopyOf == number {
			r.Redirect(http.StatusFound, address(p))
			return nil
		}
	}
	return eqia.ErrNotFound
}

// standings is what a page says of the other versions, for telling whether a kept copy still holds.
func standings(versions []eqia.Publication) []string {
	var out []string
	for _, p := range versions {
		out = append(out, p.Number()+" "+p.Standing+" "+string(p.WithdrawnOn))
	}
	return out
}

// elsewhere lists the answers that a public page shows in another place, and those that may name a person.
var elsewhere = []string{form.QuestionTitle, form.QuestionSummary, form.QuestionActions, form.QuestionAssessmentNeeded,
	form.QuestionScreeningReason, form.QuestionRoute, form.QuestionDecisionMaker, form.QuestionDecisionDate, "change", "kind", "directorate",
	"service", "portfolio_holder", "senior_officer"}

func read(r *page.Request, p eqia.Publication, versions []eqia.Publication) (assessment, error) {
	council, err := r.Kit.Eqia.CouncilWith(r.Ctx(), p.Profile, p.Form)
	if err != nil {
		return assessment{}, err
	}
	fv, ok := council.Version(p.Form)
	if !ok { // a form this service never had is read beside the newest one
		fv = newest(r, p.Profile)
	}
	v := assessment{Publication: p, Form: fv, Doc: document.Of(p.Content, fv, string(p.StartedOn)), Contact: r.Kit.Settings.Contact}
	for _, other := range versions {
		if other.Version != p.Version {
			v.Others = append(v.Others, other)
		}
		if other.Standing == eqia.InForce {
			v.InForce = other
		}
	}
	if p.Withheld && v.InForce.Title != "" {
		v.Title = v.InForce.Title
	}
	return v, nil
}

// adverse is the document with the groups for whom something may get worse, or is not known.
func (v assessment) adverse() document.Doc { return v.Doc.Only(document.Card.Adverse) }

// others is the document with the remaining groups.
func (v assessment) others() document.Doc {
	return v.Doc.Only(func(c document.Card) bool { return !c.Adverse() })
}

// rest is the document with the answers that the page does not show above.
func (v assessment) rest() document.Doc { return v.Doc.Leave(elsewhere...) }

// decision says what is decided, by whom and when.
func (v assessment) decision() []components.Row {
	rows := v.answers("change", form.QuestionRoute, form.QuestionDecisionMaker, form.QuestionDecisionDate)
	return append(rows, v.answers("kind", "directorate", "service")...)
}

// answers is a row for each of these questions that has an answer.
func (v assessment) answers(codes ...string) []components.Row {
	var rows []components.Row
	for _, code := range codes {
		if q, ok := v.Doc.Question(code); ok && q.Text != "" {
			rows = append(rows, components.Row{Key: q.Short, Text: q.Text})
		}
	}
	return rows
}

// codeLink leads to what the check code says of the version.
func (v assessment) codeLink() templ.Component {
	return components.Link{Text: record.Code(v.CheckCode).String(), Unseen: "(how this version stands)", Href: page.Code + "/" + v.CheckCode}.View()
}

// about is the record's own facts: its number, who signed it by their role, and how to check it.
func (v assessment) about() []components.Row {
	rows := []components.Row{{Key: "Reference", Text: v.Reference}, {Key: "Version", Text: v.versionWords()}}
	add := func(key, text string) {
		if text != "" {
			rows = append(rows, components.Row{Key: key, Text: text})
		}
	}
	add("Signed off by", v.SignerRole)
	add("Signed off on", v.SignedOn.Words())
	add("Conditions of the sign-off", strings.Join(v.Conditions, "\n"))
	add("Made from", v.madeFrom())
	add("Words were left out because of", strings.Join(document.Grounds(v.Grounds), "\n"))
	add("Published on", eqia.DayOf(v.PublishedAt).Words())
	add("Next review", v.ReviewDue.Words())
	if v.CheckCode != "" {
		rows = append(rows, components.Row{Key: "Check code", Content: v.codeLink()})
	}
	add("Digest, first 16 characters", record.Short(v.Digest))
	return rows
}
