package lead

import (
	"errors"
	"net/http"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

const otherFormats = "Other formats"

// formats is the list of a version's other formats, with the form for one more.
type formats struct {
	Kind     eqia.AttachmentKind `form:"kind" label:"What kind of format is it?"`
	Language string              `form:"language" label:"Language" rule:"max=60"`
	Link     string              `form:"link" label:"Link to a film" rule:"max=500"`
	Errors   form.Errors

	c    eqia.Case
	list []eqia.Attachment
	key  components.Hidden
}

// formatsAt is where a version's other formats are.
func formatsAt(c eqia.Case) string { return page.To(to(c).Version(c.Number())).Do("formats") }

// Formats lists a version's other formats, and asks for one more.
func (Pages) Formats(r *page.Request) error {
	f, err := newFormats(r)
	if err != nil {
		return err
	}
	return f.show(r)
}

func newFormats(r *page.Request) (f formats, err error) {
	if f.c, err = r.Case(); err != nil {
		return f, err
	}
	return f, may(f.c, workflow.Attach)
}

func (f formats) show(r *page.Request) (err error) {
	if f.list, err = r.Kit.Eqia.Attachments(r.Ctx(), f.c); err != nil {
		return err
	}
	f.key = r.Key()
	back := &components.BackLink{Href: to(f.c).Version(f.c.Number()), Text: "Back to version " + f.c.Number()}
	return r.Show(page.Failed(frame(r, f.c, otherFormats, back), f.Errors), formatsPage(f))
}

// PostFormat adds another format.
func (Pages) PostFormat(r *page.Request) error {
	f, err := newFormats(r)
	if err != nil {
		return err
	}
	raw, err := r.File("file")
	if errors.Is(err, page.ErrTooLarge) {
		f.Errors = form.Errors{{Field: "file", ID: "file", Message: "The file must be 10 MB or smaller"}}
		return f.show(r)
	}
	if err != nil {
		return err
	}
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return f.show(r)
	}
	err = page.Done(r.Kit.Eqia.Attach(r.Ctx(), f.c, eqia.AttachCommand{Once: r.Once(), Kind: f.Kind, Language: f.Language, Link: f.Link, File: raw}))
	if errs, ok := page.Wrong(err); ok {
		f.Errors = errs
		return f.show(r)
	}
	if err != nil {
		return err
	}
	return r.Go(formatsAt(f.c), "added")
}

// PostRemoveFormat takes a format away.
func (Pages) PostRemoveFormat(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	id, err := eqia.ParseID[eqia.AttachmentID](r.Posted("format"))
	if err != nil {
		return err
	}
	if err := r.Kit.Eqia.Detach(r.Ctx(), c, id); err != nil {
		return err
	}
	return r.Go(formatsAt(c), "removed")
}

// Format gives the file of a version's other format to someone who may read the version.
func (Pages) Format(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	id, err := eqia.ParseID[eqia.AttachmentID](r.Param("format"))
	if err != nil {
		return err
	}
	a, raw, err := r.Kit.Eqia.Attached(r.Ctx(), c, id)
	if err != nil {
		return err
	}
	r.Header("Content-Disposition", `attachment; filename="`+document.FormatName(c.Assessment.Reference, c.Number(), a)+`"`)
	r.Data(http.StatusOK, a.Type.MediaType(), raw)
	return nil
}

// rows say what a format is.
func (f formats) rows(a eqia.Attachment) []components.Row {
	rows := []components.Row{{Key: "Format", Content: f.open(a).View()}}
	if a.Language != "" {
		rows = append(rows, components.Row{Key: "Language", Text: a.Language})
	}
	return append(rows, components.Row{Key: "Added", Text: eqia.Moment(a.At)})
}

// open leads to what a format is.
func (f formats) open(a eqia.Attachment) components.Link {
	return components.Link{Text: document.FormatWords(a), Href: document.FormatHref(formatsAt(f.c), a)}
}

// kinds are the kinds of format as choices.
func kinds() []components.Item {
	var out []components.Item
	for _, k := range eqia.AttachmentKinds() {
		out = append(out, components.Item{Value: string(k), Text: k.Label()})
	}
	return out
}
