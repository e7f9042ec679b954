package public

import (
	"net/http"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// Format gives the file of another format of a published version, to be saved and not to be shown here.
func (Pages) Format(r *page.Request) error {
	ref, err := eqia.ParseReference(r.Param("ref"))
	if err != nil {
		return err
	}
	id, err := eqia.ParseID[eqia.AttachmentID](r.Param("format"))
	if err != nil {
		return err
	}
	a, p, raw, err := r.Kit.Eqia.Register.Format(r.Ctx(), ref, id)
	if err != nil {
		return err
	}
	keep(r)
	r.Header("Content-Disposition", `attachment; filename="`+document.FormatName(p.Reference, p.Number(), a)+`"`)
	r.Data(http.StatusOK, a.Type.MediaType(), raw)
	return nil
}

// formatLinks lead to the other formats.
func (v assessment) formatLinks() []components.Link {
	var out []components.Link
	for _, a := range v.Formats {
		out = append(out, components.Link{Text: document.FormatWords(a), Href: document.FormatHref("/assessments/"+v.Reference+"/formats", a)})
	}
	return out
}
