// Package library holds facts about people that assessments rest on: what share of the workforce, of residents and of the nation each
// group is, with who it is a share of, its date and its source. What a council starts with is a data file.
package library

import (
	"regexp"
	"slices"
	"strings"
)

// ID names a fact for ever. Those of the data files say what the fact is; later ones are made up.
type ID string

var idForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{2,79}$`)

// ParseID reads a fact's name from outside; false when there can be no such fact.
func ParseID(s string) (ID, bool) { return ID(s), idForm.MatchString(s) }

// Population is whom a fact is about.
type Population string

// The populations that are compared with each other.
const (
	Workforce Population = "workforce"
	Residents Population = "residents"
	Nation    Population = "nation"
)

// Populations lists every population, in the order of charts and tables.
func Populations() []Population { return []Population{Workforce, Residents, Nation} }

// Label is the population in the words of pages.
func (p Population) Label() string {
	return map[Population]string{Workforce: "Workforce", Residents: "Residents", Nation: "England and Wales"}[p]
}

// Valid reports whether it is one of the populations.
func (p Population) Valid() bool { return slices.Contains(Populations(), p) }

// Measure says whether there is a value, and if not, why. What is suppressed or was not asked is never 0.
type Measure string

// The measures.
const (
	Known        Measure = "known"
	Suppressed   Measure = "suppressed"    // below what may be published
	NotAsked     Measure = "not_asked"     // nobody asked
	NotPublished Measure = "not_published" // asked or not, no figure is published
)

// Measures lists every measure.
func Measures() []Measure { return []Measure{Known, Suppressed, NotAsked, NotPublished} }

// Label is the measure in the words of pages.
func (m Measure) Label() string {
	return map[Measure]string{Known: "There is a figure", Suppressed: "Suppressed", NotAsked: "Not asked", NotPublished: "Not published"}[m]
}

// Valid reports whether it is one of the measures.
func (m Measure) Valid() bool { return slices.Contains(Measures(), m) }

// Unit is what a value counts.
type Unit string

// The units.
const (
	Percent  Unit = "percent"
	People   Unit = "people"
	Services Unit = "services"
)

// Units lists every unit.
func Units() []Unit { return []Unit{Percent, People, Services} }

// Label is the unit in the words of pages.
func (u Unit) Label() string {
	return map[Unit]string{Percent: "Per cent", People: "People", Services: "Services"}[u]
}

// Valid reports whether it is one of the units.
func (u Unit) Valid() bool { return slices.Contains(Units(), u) }

// Fact is one figure, or the plain statement that there is none.
type Fact struct {
	ID             ID
	Characteristic string // its code; empty for what concerns everyone
	Topic          string // the table it belongs to, for example "Ethnic group"
	Group          string // its row, for example "Aged 65 to 74"
	Population     Population
	Measure        Measure
	Value          string // a decimal as published, for example "13.5"; empty unless known
	Unit           Unit
	Base           string // who it is a share of
	Date           string // as published: "2021", "31 March 2023"
	Source         string
	Link           string
	Area           string
	Caveat         string
	Gap            string // what is not known, as a sentence; empty when there is no known gap

	ReplacedOn string // the day it was replaced or taken out of use, YYYY-MM-DD; empty while it holds
	ReplacedBy ID     // the fact that took its place; empty when none did
	Place      int    // where it stands among the others; given by whoever keeps it
}

// Replaced reports whether the fact is no longer to be cited.
func (f Fact) Replaced() bool { return f.ReplacedOn != "" }

// Shown is the value as pages show it, or the word for there being none.
func (f Fact) Shown() string {
	switch {
	case f.Measure != Known:
		return f.Measure.Label()
	case f.Unit == Percent:
		return f.Value + "%"
	default:
		return grouped(f.Value)
	}
}

// grouped sets commas between the thousands of a whole number.
func grouped(value string) string {
	whole, rest, _ := strings.Cut(value, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		return whole + "." + rest
	}
	return whole
}

// Title is what the fact is called among evidence.
func (f Fact) Title() string {
	name := f.Group
	if !strings.EqualFold(f.Topic, f.Group) {
		name = f.Topic + ": " + f.Group
	}
	people := f.series().Short()
	if f.Population != Nation {
		people = strings.ToLower(people[:1]) + people[1:]
	}
	return name + ", " + people + ", " + f.Date
}

// Citable reports whether the fact says something: a figure, that it is suppressed, or what is not known.
func (f Fact) Citable() bool { return f.Measure == Known || f.Measure == Suppressed || f.Gap != "" }

func midSentence(p Population) string {
	if p == Nation {
		return p.Label()
	}
	return strings.ToLower(p.Label())
}

// Says is what the fact tells, with who it is a share of and what to keep in mind.
func (f Fact) Says() string {
	var said []string
	switch {
	case f.Measure == Suppressed:
		said = append(said, "Suppressed: the share of "+f.Base+" is too small to publish.")
	case f.Measure != Known && f.Gap == "":
		said = append(said, f.Measure.Label()+" for "+f.Base+".")
	case f.Measure == Known && f.Unit == Percent:
		said = append(said, f.Shown()+" of "+f.Base+".")
	case f.Measure == Known:
		said = append(said, f.Shown()+" ("+f.Base+").")
	}
	for _, more := range []string{f.Gap, f.Caveat} {
		if more != "" {
			said = append(said, more)
		}
	}
	return strings.Join(said, " ")
}

// Hundredths is the value in hundredths of its unit; false when there is none.
func (f Fact) Hundredths() (int, bool) {
	if f.Measure != Known || !valueForm.MatchString(f.Value) {
		return 0, false
	}
	whole, part, _ := strings.Cut(f.Value, ".")
	n := 0
	for _, digit := range whole + (part + "00")[:2] {
		n = n*10 + int(digit-'0')
	}
	return n, true
}

var valueForm = regexp.MustCompile(`^\d{1,9}(\.\d{1,2})?$`)
