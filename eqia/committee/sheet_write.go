package committee

import (
	"cmp"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
)

// byteMark is what some spreadsheets need at the start of a file to read it as UTF-8.
const byteMark = "\ufeff"

// writeSheet writes rows as CSV in UTF-8, lines ending in CR and LF; with a byte order mark in front when it is asked for. No cell is a formula in a
// spreadsheet.
func writeSheet(out io.Writer, rows [][]string, mark bool) error {
	if mark {
		if _, err := io.WriteString(out, byteMark); err != nil {
			return err
		}
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, text := range row {
			cells[i] = eqia.SheetCell(text)
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// listBetween stands between the parts of a list in one cell.
const listBetween = " | "

// ref is how a file names a meeting: as its source calls it, or else by its identifier here.
func (m Meeting) ref() string {
	if m.SourceID != "" {
		return m.SourceID
	}
	return string(m.ID)
}

// WriteAgenda writes the items of a meeting as CSV, as a file of agenda items is brought in.
func WriteAgenda(out io.Writer, m Meeting, mark bool) error {
	rows := [][]string{{"meeting_ref", "number", "title", "kind", "access", "page_from", "page_to", "report_ref", "source_id"}}
	for _, i := range m.Items {
		rows = append(rows, []string{m.ref(), i.Number, i.Title, string(i.Kind), string(i.Access), page(i.PageFrom), page(i.PageTo),
			i.appearance().Report.Reference, i.SourceID})
	}
	return writeSheet(out, rows, mark)
}

// WriteLinks writes what is before members at a meeting as CSV: a row for each assessment that is linked, and one for each reason why there is none.
// What only those who work with meetings may read is left out.
func WriteLinks(out io.Writer, m Meeting, mark bool) error {
	rows := [][]string{{"report_ref", "report_version", "meeting_ref", "assessment_ref", "assessment_version", "relation", "covers", "covers_note", "appendix",
		"reason_code", "reason"}}
	for _, i := range m.Items {
		a := i.appearance()
		at := []string{a.Report.Reference, strconv.Itoa(a.Version.No), m.ref()}
		for _, l := range a.Live() {
			rows = append(rows, append(at[:3:3], l.Pinned.Reference, l.Pinned.Number, string(l.Relation), a.Version.coverage(l), l.Note, l.Appendix, "", ""))
		}
		for _, n := range a.Given() {
			covers := cmp.Or(strings.Join(a.Version.labels(n.Recommendations), listBetween), string(CoversAll))
			rows = append(rows, append(at[:3:3], n.RelyOn.Reference, n.RelyOn.Number, "", covers, "", "", string(n.Code), n.Public))
		}
	}
	return writeSheet(out, rows, mark)
}

// coverage is what a link covers: all, or the recommendations and options by their labels.
func (v ReportVersion) coverage(l Link) string {
	ids, whole := v.Covers(l)
	if whole {
		return string(CoversAll)
	}
	return strings.Join(v.labels(ids), listBetween)
}
