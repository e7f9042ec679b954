package store

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"gorm.io/gorm/schema"
)

// parsed is what gorm knows of the rows here.
var parsed sync.Map

// row is one row of a table that names it.
type row interface{ TableName() string }

// columnsOf is the columns of a row's table. A row type that gorm can't read is a mistake of this package, seen by every test.
func columnsOf(r row) []*schema.Field {
	s, err := schema.Parse(r, &parsed, schema.NamingStrategy{})
	if err != nil {
		panic(err)
	}
	return s.Fields
}

// columnsAs lists the columns of a row's table under an alias, each named with a prefix, for a row that is embedded with that prefix.
func columnsAs(r row, alias, prefix string) string {
	var names []string
	for _, f := range columnsOf(r) {
		names = append(names, alias+"."+f.DBName+" AS "+prefix+f.DBName)
	}
	return strings.Join(names, ", ")
}

// listOf is a sub-select that gives the rows of a table that match as one JSON list, so that they come in the query of what they belong to. The
// table goes by the name of x. More is further pairs of a name and a value.
func (s *Store) listOf(r row, where string, more ...string) string {
	list, one := s.jsonNames()
	pairs := more
	for _, f := range columnsOf(r) {
		value := "x." + f.DBName
		if f.DataType == schema.Bool && !s.pg {
			value = "json(CASE WHEN " + value + " THEN 'true' ELSE 'false' END)"
		}
		pairs = append(pairs, "'"+f.Name+"', "+value)
	}
	return "(SELECT COALESCE(" + list + "(" + one + "(" + strings.Join(pairs, ", ") + ")), '[]') FROM " + r.TableName() + " x WHERE " + where + ")"
}

// rowsOf reads a list that listOf gave.
func rowsOf[T any](list string) ([]T, error) {
	if list == "" || list == "[]" {
		return nil, nil
	}
	var out []T
	if err := json.Unmarshal([]byte(list), &out); err != nil {
		return nil, fmt.Errorf("read a list of %T: %w", *new(T), err)
	}
	return out, nil
}
