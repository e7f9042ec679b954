package author

import (
	"cmp"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// alikeRow is one earlier assessment in a list of similar ones.
type alikeRow struct {
	Title, Href, About string
	Copy               string // where it is copied; empty where only reading is offered
}

func alikeRows(r *page.Request, found []eqia.Alike) []alikeRow {
	out := make([]alikeRow, len(found))
	for i, a := range found {
		out[i] = alikeRow{Title: cmp.Or(a.Title, "No name yet"), Href: "/assessments/" + a.Reference, Copy: "/casework/copy/" + a.Reference,
			About: a.Reference + " version " + a.Number + ", published on " + eqia.DayOf(a.At).Words()}
		if a.Casework {
			out[i].Href = page.ToCase(a.Reference).Do("read")
			out[i].About = a.Reference + " version " + a.Number + ", " + strings.ToLower(a.State.Label()) + ", last saved on " + eqia.DayOf(a.At).Words()
		}
		if d := directorateOf(r, a.Directorate); d != "" {
			out[i].About += ", " + d
		}
	}
	return out
}

// directorateOf is a directorate's name on the newest form.
func directorateOf(r *page.Request, code string) string {
	fv, _ := r.Council().Latest(string(eqia.DayOf(r.Kit.Now())))
	q, _ := fv.Question("directorate")
	ch, _ := q.Choice(code)
	return ch.Label
}

type finding struct {
	Words  string `form:"words" label:"Words or reference" rule:"max=200"`
	Errors webform.Errors
	Found  []alikeRow
	Asked  bool
}

// FindSource lists earlier assessments to copy from: those found by words or a reference, or else the person's own.
func (Pages) FindSource(r *page.Request) error {
	v := finding{Asked: r.Query("words") != ""}
	v.Errors = r.Kit.Reader.Read(r.Request.URL.Query(), &v)
	if len(v.Errors) == 0 {
		found, err := r.Kit.Eqia.Alike(r.Ctx(), r.Person, v.Words, "")
		if err != nil {
			return err
		}
		v.Found = alikeRows(r, found)
	}
	f := r.Frame("Copy from an earlier assessment", "")
	f.Back = &components.BackLink{Href: "/casework/start", Text: "Back to starting an assessment"}
	return r.Show(page.Failed(f, v.Errors), findSourcePage(v))
}

// Similar lists assessments like the one at hand, by the words of its name and its directorate.
func (Pages) Similar(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	found, err := r.Kit.Eqia.Alike(r.Ctx(), r.Person, c.Title, c.Directorate)
	if err != nil {
		return err
	}
	var rows []alikeRow
	for _, row := range alikeRows(r, found) {
		if row.Copy != "/casework/copy/"+c.Assessment.Reference {
			row.Copy = ""
			rows = append(rows, row)
		}
	}
	return r.Show(frame(r, c, "Similar assessments"), similarPage(c, rows))
}

type copying struct {
	Title  string `form:"title" label:"Name of the proposal" rule:"required,min=3,max=200" error:"Enter the name of the proposal"`
	Errors webform.Errors
	Source eqia.Source
	Once   components.Hidden
}

func copyOf(r *page.Request) (copying, error) {
	ref, err := eqia.ParseReference(r.Param("ref"))
	if err != nil {
		return copying{}, err
	}
	v := copying{Once: r.Key()}
	v.Source, err = r.Kit.Eqia.SourceOf(r.Ctx(), r.Person, ref)
	return v, err
}

func (v copying) show(r *page.Request) error {
	f := r.Frame("Copy an assessment", v.Source.Reference)
	f.Back = &components.BackLink{Href: "/casework/copy", Text: "Back to earlier assessments"}
	return r.Show(page.Failed(f, v.Errors), copyPage(v))
}

// Copy asks what the new assessment is called, and says what will be copied.
func (Pages) Copy(r *page.Request) error {
	v, err := copyOf(r)
	if err != nil {
		return err
	}
	return v.show(r)
}

// PostCopy makes the copy and goes to its task list.
func (Pages) PostCopy(r *page.Request) error {
	v, err := copyOf(r)
	if err != nil {
		return err
	}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.show(r)
	}
	ref, err := r.Kit.Eqia.Copy(r.Ctx(), r.Person, eqia.CopyCommand{Once: r.Once(), From: v.Source.Reference, Title: v.Title})
	if again, ok := repeated(err); ok {
		ref = again
	} else if errs, ok := page.WrongIn(err, map[string]string{form.QuestionTitle: "title"}); ok {
		v.Errors = errs
		return v.show(r)
	} else if err != nil {
		return err
	}
	return r.Go(page.ToCase(ref).Hub(), "copied")
}
