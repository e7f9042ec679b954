package public

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

const openDataName = "Open data"

// OpenData says what can be downloaded, and what each column of it means.
func (Pages) OpenData(r *page.Request) error {
	f := under(frame(r, openDataName, ""))
	f.Wide = true
	f.Facts = map[string]any{"@context": "https://schema.org", "@type": "Dataset", "name": "Equality impact assessments of " + r.Kit.Settings.Council,
		"description": "Every equality impact assessment that " + r.Kit.Settings.Council + " has published.", "url": r.Address("/open-data"),
		"creator": organisation(r), "distribution": []any{download(r, csvPath, "text/csv"), download(r, jsonPath, "application/json")}}
	keep(r)
	return r.Show(f, openDataPage(newest(r, r.Kit.Eqia.Profile), string(eqia.DayOf(r.Kit.Now()))))
}

const (
	csvPath  = "/open-data/assessments.csv"
	jsonPath = "/open-data/assessments.json"
)

func download(r *page.Request, path, kind string) map[string]any {
	return map[string]any{"@type": "DataDownload", "contentUrl": r.Address(path), "encodingFormat": kind}
}

// organisation is the council in the words of schema.org.
func organisation(r *page.Request) map[string]any {
	return map[string]any{"@type": "GovernmentOrganization", "name": r.Kit.Settings.Council}
}

// OpenCSV is every version that was ever published as a table, a row for each.
func (Pages) OpenCSV(r *page.Request) error {
	w := csv.NewWriter(r.Writer)
	return export(r, exporting{kind: "text/csv; charset=utf-8", file: "assessments.csv", begin: func() error { return w.Write(names()) },
		row: func(d datum) error {
			cells := make([]string, len(columns))
			for i, c := range columns {
				cells[i] = eqia.SheetCell(cellOf(c.of(d)))
			}
			return w.Write(cells)
		},
		end: func() error {
			w.Flush()
			return w.Error()
		}})
}

// cellOf is a value as a table holds it.
func cellOf(v any) string {
	switch v := v.(type) {
	case bool:
		return map[bool]string{true: "yes", false: "no"}[v]
	case []string:
		return strings.Join(v, "; ")
	default:
		return fmt.Sprint(v)
	}
}

// OpenJSON is every version that was ever published as a list of objects, with the names of the table's columns.
func (Pages) OpenJSON(r *page.Request) error {
	before := "[\n"
	return export(r, exporting{kind: "application/json; charset=utf-8", file: "assessments.json", begin: func() error { return nil },
		row: func(d datum) error {
			one := make(map[string]any, len(columns))
			for _, c := range columns {
				one[c.Name] = c.of(d)
			}
			raw, err := json.Marshal(one)
			if err == nil {
				_, err = r.Writer.Write(append([]byte(before), raw...))
			}
			before = ",\n"
			return err
		},
		end: func() error {
			_, err := r.Writer.WriteString(strings.TrimPrefix(before, ",") + "]\n")
			return err
		}})
}

// exporting is a file that is written row by row, so that its length costs no memory.
type exporting struct {
	kind, file string
	begin, end func() error
	row        func(datum) error
}

// export sends every published version, those in force first. Any site may read it: it holds nothing of whoever asks. When the register
// cannot be read to its end the connection ends too, so that half a file is not taken for the whole.
func export(r *page.Request, e exporting) error {
	same, err := sameEdition(r)
	if same || err != nil {
		return err
	}
	r.Header("Content-Type", e.kind)
	r.Header("Content-Disposition", `attachment; filename="`+e.file+`"`)
	r.Header("Access-Control-Allow-Origin", "*")
	r.Header("Cross-Origin-Resource-Policy", "cross-origin")
	if err = e.begin(); err == nil {
		err = rowsOf(r, e.row)
	}
	if err == nil {
		err = e.end()
	}
	if err != nil && r.Writer.Written() {
		panic(http.ErrAbortHandler)
	}
	return err
}

// rowsOf hands over every published version with its effects.
func rowsOf(r *page.Request, row func(datum) error) error {
	for _, standing := range eqia.Standings() {
		err := each(r, eqia.PublicFilter{Standing: standing}, func(list []eqia.Publication) error { return data(r, list, row) })
		if err != nil {
			return err
		}
	}
	return nil
}

func data(r *page.Request, list []eqia.Publication, row func(datum) error) error {
	ids := make([]eqia.VersionID, len(list))
	for i, p := range list {
		ids[i] = p.Version
	}
	effects, err := r.Kit.Eqia.Register.Effects(r.Ctx(), ids)
	if err != nil {
		return err
	}
	for _, p := range list {
		if p.Standing == eqia.TakenAway {
			p.Summary = ""
		}
		if err := row(datum{p, effects[p.Version], r.Address(address(p))}); err != nil {
			return err
		}
	}
	return nil
}

// sameEdition lets a file be kept, and answers 304 when nothing has changed since the reader's copy was made.
func sameEdition(r *page.Request) (bool, error) {
	edition, err := r.Kit.Eqia.Register.Edition(r.Ctx())
	if err != nil {
		return false, err
	}
	return known(r, strconv.FormatInt(edition, 10))
}

// dictionary is the columns as a table, with the values that each can have.
func dictionary(values func(column) string) components.Table {
	t := components.Table{ID: "dictionary", Caption: "What each column holds", CaptionSize: components.Medium, RowHeads: true,
		Head: []components.Cell{{Text: "Column"}, {Text: "What it holds"}, {Text: "Values"}}}
	for _, c := range columns {
		t.Rows = append(t.Rows, []components.Cell{{Text: c.Name}, {Text: c.Says}, {Text: values(c)}})
	}
	return t
}
