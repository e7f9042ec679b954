package components

import "strings"

// Size is how large a label, legend or caption is set.
type Size string

// The sizes of a label. A label that is the page's heading is Large unless another size is given.
const (
	Plain  Size = ""
	Small  Size = "s"
	Medium Size = "m"
	Large  Size = "l"
	// Unseen keeps the label for people who listen to the page and hides it from people who look at it.
	Unseen Size = "hidden"
)

// class gives the classes of a label (block "govuk-label"), legend or caption of this size.
func (s Size) class(block string, heading bool) string {
	if s == Unseen {
		return block + " govuk-visually-hidden"
	}
	if s == Plain && heading {
		s = Large
	}
	if s == Plain {
		return block
	}
	return block + " " + block + "--" + string(s)
}

// labelled is what every kind of field shares: its label, its hint, its error and the ids that tie them together.
type labelled struct {
	ID, Label, Hint, Error, DescribedBy string
	Heading                             bool
	Size                                Size
}

// describedBy lists the ids of the texts that explain a field, in the order they are read out.
func (l labelled) describedBy() string {
	ids := make([]string, 0, 3)
	if l.DescribedBy != "" {
		ids = append(ids, l.DescribedBy)
	}
	if l.Hint != "" {
		ids = append(ids, l.ID+"-hint")
	}
	if l.Error != "" {
		ids = append(ids, l.ID+"-error")
	}
	return strings.Join(ids, " ")
}
