package wordform

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"dorset-eqia/eqia/word"
)

// Carried is what a Word file of ours keeps to be read back by: the record that it was drawn from, and what each of its places said then. What
// says the same now is taken from the record to the letter; what says something else was edited.
type Carried struct {
	Document json.RawMessage `json:"document,omitempty"` // an eqia.Document; none in a blank form
	Places   []Place         `json:"places"`
	Around   []string        `json:"around"` // marks of the texts that are no answers

	named map[string]bool
}

// Place is one place for an answer. Tag and Name are those of its content control: programs other than Word keep the name alone.
type Place struct {
	Tag  string `json:"tag"`
	Name string `json:"name"`
	Mark string `json:"mark"` // of what it said
	At   string `json:"at"`   // the answer that it is, as Where writes it
}

// Prompt is what stands where an answer is to be typed.
const Prompt = "Type your answer here"

// BoxOf is a box to tick.
func BoxOf(ticked bool) string {
	if ticked {
		return word.Ticked
	}
	return word.Unticked
}

// The most characters that Word takes in a tag, and that a name is given.
const (
	mostTag  = 64
	mostSays = 56
)

// Where names an answer: its part, as "evidence-1"; of a card also the people and the option that the block is about; and the field as JSON
// names it, empty where the part is one text.
type Where struct{ Part, Audience, Option, Field string }

func (w Where) String() string {
	if w.Audience+w.Option != "" {
		return strings.Join([]string{w.Part, w.Audience, w.Option, w.Field}, "/")
	}
	return strings.TrimSuffix(w.Part+"/"+w.Field, "/")
}

// whereIs reads what String writes.
func whereIs(s string) Where {
	switch parts := strings.Split(s, "/"); len(parts) {
	case 4:
		return Where{parts[0], parts[1], parts[2], parts[3]}
	case 2:
		return Where{Part: parts[0], Field: parts[1]}
	default:
		return Where{Part: s}
	}
}

// Add adds a place for an answer with what it says, and gives the tag and the name of its control. Names are unlike each other, so that a
// place is known by either.
func (c *Carried) Add(at Where, name, text string) (tag, alias string) {
	if tag = at.String(); len(tag) > mostTag {
		tag = fmt.Sprintf("place-%d", len(c.Places)+1)
	}
	name = short(name)
	alias = name
	for n := 2; c.named[alias]; n++ {
		alias = fmt.Sprintf("%s (%d)", name, n)
	}
	if c.named == nil {
		c.named = map[string]bool{}
	}
	c.named[alias] = true
	c.Places = append(c.Places, Place{Tag: tag, Name: alias, Mark: Mark(text), At: at.String()})
	return tag, alias
}

// short is the beginning of a name, as the name of a control.
func short(name string) string {
	if runes := []rune(name); len(runes) > mostSays {
		return string(runes[:mostSays])
	}
	return name
}

// Aside notes a text that is no answer.
func (c *Carried) Aside(text string) {
	if mark := Mark(text); !slices.Contains(c.Around, mark) {
		c.Around = append(c.Around, mark)
	}
}

// Mark is a short digest of a text, whatever the spaces in it.
func Mark(text string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(text), " ")))
	return hex.EncodeToString(sum[:6])
}

// space is the name by which the data is known among what other programs keep in a file.
const space = "urn:dorset-eqia:word:1"

type carriedXML struct {
	XMLName xml.Name `xml:"urn:dorset-eqia:word:1 eqia"`
	Text    string   `xml:",chardata"`
}

// XML is what is carried, as a part of the file.
func (c Carried) XML() (string, error) {
	if c.Around == nil {
		c.Around = []string{}
	}
	if c.Places == nil {
		c.Places = []Place{}
	}
	raw, err := json.Marshal(c)
	if err != nil {
		return "", fmt.Errorf("write what the file is read back by: %w", err)
	}
	out, err := xml.Marshal(carriedXML{Text: string(raw)})
	return xml.Header + string(out), err
}

// carriedIn finds what is carried among the data in a file; false when there is none that can be read.
func carriedIn(custom [][]byte) (Carried, bool) {
	for _, raw := range custom {
		var x carriedXML
		var c Carried
		if xml.Unmarshal(raw, &x) == nil && x.XMLName.Space == space && json.Unmarshal([]byte(x.Text), &c) == nil {
			return c, true
		}
	}
	return Carried{}, false
}
