package clerk

import (
	"bytes"
	"io"
	"net/http"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/page"
)

// sheets are what can be taken away of a meeting as CSV files.
var sheets = map[string]func(io.Writer, committee.Meeting, bool) error{"agenda.csv": committee.WriteAgenda, "links.csv": committee.WriteLinks}

// Sheet gives a meeting's agenda, or what is linked at it, as a CSV file; with a mark for spreadsheets that need one.
func (Pages) Sheet(r *page.Request) error {
	m, err := meeting(r, staff...)
	if err != nil {
		return err
	}
	name := r.Param("sheet")
	write, known := sheets[name]
	if !known {
		return eqia.ErrNotFound
	}
	var out bytes.Buffer
	if err := write(&out, m, r.Query("mark") == "yes"); err != nil {
		return err
	}
	r.Header("Content-Disposition", `attachment; filename="`+name+`"`)
	r.Data(http.StatusOK, "text/csv; charset=utf-8", out.Bytes())
	return nil
}
