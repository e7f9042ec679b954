package lead

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// compared is the options of an assessment side by side.
type compared struct {
	eqia.Case
	Comparison document.Comparison
}

// Options shows what each option would do to each group, to anyone who may read the assessment.
func (Pages) Options(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	f := frame(r, c, "Compare the options", &components.BackLink{Href: to(c).Hub()})
	f.Wide = true
	return r.Show(f, optionsPage(compared{c, document.CompareOptions(c)}))
}

// more is where a group's answer is read, or changed by those who may.
func (v compared) more(k eqia.PartKey) string {
	if v.May(workflow.Edit) {
		return to(v.Case).Part(v.Case, k)
	}
	return to(v.Case).Do("read") + "#" + document.ID(k)
}

// differing names the groups that the options would reach in different ways.
func (v compared) differing() []string {
	var out []string
	for _, row := range v.Comparison.Rows {
		if row.Differs() {
			out = append(out, row.Label)
		}
	}
	return out
}
