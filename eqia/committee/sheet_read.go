package committee

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
)

// Limits of a CSV file: rows, and bytes in one cell.
const (
	mostRows = 5000
	mostCell = 20_000
)

// sheetFile is one sort of CSV file: the columns that it may have, by every name they may have there, and those that it must have.
type sheetFile struct {
	columns map[string][]string
	needed  []string
	more    *regexp.Regexp // columns that a file may have several of; nil for none
}

// read gives each row's cells, by the names of their columns, with its number, counted from 1 without the header. It lists the rows that can't be
// read or in which something is wrong; the error is for a file that is not of this sort.
func (f sheetFile) read(in io.Reader, each func(no int, cells map[string]string) BadCell) ([]BadCell, error) {
	r := csv.NewReader(withoutMark(in))
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err != nil {
		return nil, errors.New("the file is empty, or it is not a CSV file")
	}
	at, err := f.header(header)
	if err != nil {
		return nil, err
	}
	bad := []BadCell{}
	for no := 1; ; no++ {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return bad, nil
		}
		if err != nil {
			return nil, fmt.Errorf("row %d can't be read: a quotation mark is not closed, or stands where it should not", no)
		}
		if no > mostRows {
			return nil, fmt.Errorf("there are more than %d rows", mostRows)
		}
		named, wrong := cellsOf(cells, len(header), at)
		if wrong.Says == "" {
			wrong = each(no, named)
		}
		if wrong.Says != "" {
			wrong.Row = no
			bad = append(bad, wrong)
		}
	}
}

// header finds each column; those it does not know are left alone.
func (f sheetFile) header(header []string) (map[string]int, error) {
	at := map[string]int{}
	for i, h := range header {
		word := columnName(h)
		for name, names := range f.columns {
			if slices.Contains(names, word) {
				at[name] = i
			}
		}
		if f.more != nil && f.more.MatchString(word) {
			at[word] = i
		}
	}
	for _, needed := range f.needed {
		if _, ok := at[needed]; !ok {
			return nil, fmt.Errorf("there is no column %s", strings.Join(f.columns[needed], " or "))
		}
	}
	return at, nil
}

// columnName is a column's name however it is written.
func columnName(s string) string { return strings.ReplaceAll(plainly(s), " ", "_") }

// withoutMark leaves out the mark that some programs put at the start of a file in UTF-8.
func withoutMark(in io.Reader) io.Reader {
	head := make([]byte, 3)
	n, _ := io.ReadFull(in, head)
	return io.MultiReader(strings.NewReader(strings.TrimPrefix(string(head[:n]), byteMark)), in)
}

// cellsOf is a row's cells by the names of their columns, and what is wrong with one of them.
func cellsOf(cells []string, columns int, at map[string]int) (map[string]string, BadCell) {
	if len(cells) != columns {
		return nil, BadCell{Says: fmt.Sprintf("The row has %d cells, and the header %d", len(cells), columns)}
	}
	out := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(at)) {
		text := eqia.FromSheetCell(eqia.Lines(cells[at[name]]))
		if len(text) > mostCell || eqia.ValidText(name, text) != nil {
			return nil, BadCell{Column: name, Says: "The text is too long, or it is not plain text in UTF-8"}
		}
		out[name] = text
	}
	return out, BadCell{}
}
