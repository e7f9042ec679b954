package author

import (
	"errors"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// bringAt is where a Word file is brought.
const bringAt = "/imports/assessment"

// bringing is the form that brings a Word file.
type bringing struct {
	Errors webform.Errors
	Once   components.Hidden
}

// Bring asks for a Word file.
func (Pages) Bring(r *page.Request) error { return bringing{Once: r.Key()}.show(r) }

func (v bringing) show(r *page.Request) error {
	f := r.Frame("Bring in a Word file", "")
	f.Back = &components.BackLink{Href: "/casework/start", Text: "Back to starting an assessment"}
	return r.Show(page.Failed(f, v.Errors), bringPage(v))
}

// PostBring keeps the file, and goes on to what was understood of it.
func (Pages) PostBring(r *page.Request) error {
	v := bringing{Once: r.Key()}
	raw, err := r.File("file")
	switch {
	case errors.Is(err, page.ErrTooLarge):
		v.Errors = wrongFile("The file must be smaller than 20 MB")
		return v.show(r)
	case err != nil:
		return err
	case len(raw) == 0:
		v.Errors = wrongFile("Choose a Word file")
		return v.show(r)
	}
	id, err := r.Kit.Eqia.BringWord(r.Ctx(), r.Person, raw, r.Once())
	if again, ok := repeated(err); ok {
		id = eqia.BroughtID(again)
	} else if errs, ok := page.Wrong(err); ok {
		v.Errors = errs
		return v.show(r)
	} else if err != nil {
		return err
	}
	return r.Go(toBrought(id), "")
}

func wrongFile(says string) webform.Errors {
	return webform.Errors{{Field: "file", ID: "file", Message: says}}
}

func toBrought(id eqia.BroughtID) string { return bringAt + "/" + string(id) }

// brought is the page that says what was understood of a file, and asks what the draft is called.
type brought struct {
	Title  string `form:"title" label:"Name of the proposal" rule:"required,min=3,max=200" error:"Enter the name of the proposal"`
	Errors webform.Errors
	ID     eqia.BroughtID
	Read   eqia.Transcript
	Once   components.Hidden
}

func broughtIn(r *page.Request) (brought, error) {
	id, err := eqia.ParseID[eqia.BroughtID](r.Param("file"))
	if err != nil {
		return brought{}, err
	}
	v := brought{ID: id, Once: r.Key()}
	v.Read, err = r.Kit.Eqia.BroughtWord(r.Ctx(), r.Person, id)
	v.Title = v.Read.Document.Content.Answers[form.QuestionTitle].Text
	return v, err
}

func (v brought) show(r *page.Request) error {
	f := r.Frame("Check what was understood", "")
	f.Back = &components.BackLink{Href: bringAt, Text: "Back to choosing a file"}
	f.Wide = true
	return r.Show(page.Failed(f, v.Errors), broughtPage(v))
}

// Brought shows what was understood of a file.
func (Pages) Brought(r *page.Request) error {
	v, err := broughtIn(r)
	if err != nil {
		return err
	}
	return v.show(r)
}

// PostBrought makes the draft and goes to its task list.
func (Pages) PostBrought(r *page.Request) error {
	id, err := eqia.ParseID[eqia.BroughtID](r.Param("file"))
	if err != nil {
		return err
	}
	v := brought{}
	if v.Errors = r.Read(&v); len(v.Errors) > 0 {
		return v.again(r)
	}
	ref, err := r.Kit.Eqia.TakeWord(r.Ctx(), r.Person, eqia.TakeCommand{File: id, Title: v.Title, Once: r.Once()})
	if made, ok := repeated(err); ok {
		ref = made
	} else if errs, ok := page.WrongIn(err, map[string]string{form.QuestionTitle: "title"}); ok {
		v.Errors = errs
		return v.again(r)
	} else if err != nil {
		return err
	}
	return r.Go(page.ToCase(ref).Hub(), "brought")
}

// again shows the page with what was typed and what is wrong with it.
func (v brought) again(r *page.Request) error {
	whole, err := broughtIn(r)
	if err != nil {
		return err
	}
	whole.Title, whole.Errors = v.Title, v.Errors
	return whole.show(r)
}

// PostDropBrought lets the file go.
func (Pages) PostDropBrought(r *page.Request) error {
	id, err := eqia.ParseID[eqia.BroughtID](r.Param("file"))
	if err != nil {
		return err
	}
	err = r.Kit.Eqia.DropWord(r.Ctx(), r.Person, id, r.Once())
	if _, ok := repeated(err); !ok && err != nil {
		return err
	}
	return r.Go("/casework/start", "dropped-file")
}

// passages lists pieces of the file: where each goes, or why it was left out.
func passages(list []eqia.Passage, note string) []components.Row {
	var out []components.Row
	for _, p := range list {
		name := p.Name
		if name == "" {
			name = "No name"
		}
		out = append(out, components.Row{Key: name, Content: passage(p, note)})
	}
	return out
}

// summary says in a sentence what came of the file.
func (v brought) summary() string {
	if v.Read.Ours {
		return "This file was written out here. " + strconv.Itoa(len(v.Read.Changed)) + " of its answers were changed since, and " + strconv.Itoa(len(v.Read.Puzzles)) + " pieces of it were not understood."
	}
	return strconv.Itoa(len(v.Read.Placed)) + " pieces of the file were understood, and " + strconv.Itoa(len(v.Read.Puzzles)) + " were not. " +
		strconv.Itoa(len(v.Read.Unasked)) + " questions of our form were never asked in it."
}
