package library

import (
	"bytes"
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed data/*.csv
var files embed.FS

// Edition names the data that a council's library starts with, for example "dorset-2024"; empty when it starts with none.
func Edition(profile string) string {
	return map[string]string{"dorset": "dorset-2024"}[profile]
}

// Load reads the facts of an edition. The error says which line is not right.
func Load(edition string) ([]Fact, error) {
	raw, err := files.ReadFile("data/" + edition + ".csv")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no edition %q of the library", edition)
	}
	if err != nil {
		return nil, err
	}
	return read(raw)
}

// columns are the columns of a data file, in order.
var columns = []string{"id", "characteristic", "topic", "group", "population", "measure", "value", "unit", "base", "date", "source", "link",
	"area", "caveat", "gap"}

// read reads a data file: lines that start with # say where it comes from, the first other line names the columns.
func read(raw []byte) ([]Fact, error) {
	r := csv.NewReader(bytes.NewReader(raw))
	r.Comment, r.FieldsPerRecord = '#', len(columns)
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 || !slices.Equal(rows[0], columns) {
		return nil, errors.New("the columns must be " + strings.Join(columns, ", "))
	}
	seen := map[ID]bool{}
	facts := make([]Fact, 0, len(rows)-1)
	for i, row := range rows[1:] {
		f := factOf(row)
		f.Place = i + 1
		if _, ok := ParseID(row[0]); !ok || seen[f.ID] {
			return nil, fmt.Errorf("fact %d: %q is no name, or is there twice", i+1, row[0])
		}
		if err := f.Check(); err != nil {
			return nil, fmt.Errorf("fact %s: %w", f.ID, err)
		}
		seen[f.ID] = true
		facts = append(facts, f)
	}
	return facts, nil
}

func factOf(row []string) Fact {
	return Fact{ID: ID(row[0]), Characteristic: row[1], Topic: row[2], Group: row[3], Population: Population(row[4]), Measure: Measure(row[5]),
		Value: row[6], Unit: Unit(row[7]), Base: row[8], Date: row[9], Source: row[10], Link: row[11], Area: row[12], Caveat: row[13], Gap: row[14]}
}
