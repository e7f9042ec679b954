package committee

import (
	"regexp"
	"slices"
	"strings"
)

var exemptMark = regexp.MustCompile(`(?i)\s*\((part(ly|ially)? )?exempt( category| paragraph)?[^)]*\)`)

// MarkedExempt reports whether a title itself says that the item is exempt, as committee systems write it: "(Exempt Category 3)".
func MarkedExempt(title string) bool { return exemptMark.MatchString(title) }

// Twin names the item of which this one may be the exempt part, as its title is the same but for the mark; empty where it is none.
func (c MeetingChange) Twin() string {
	if c.twin == nil {
		return ""
	}
	return strings.TrimSpace("Item " + c.twin.Number + " " + c.twin.Title)
}

// pair finds, for each exempt item that changes or is new, the item of the same agenda of which it may be the exempt part. A clerk says whether it is.
func (m *MeetingsImport) pair(under *Meeting) {
	whole := m.wholes(under)
	for n, c := range m.Changes {
		if c.item == nil || c.under != under || c.item.Access == Open || c.item.TwinOf != "" || !MarkedExempt(c.item.Title) {
			continue
		}
		bare := plainly(exemptMark.ReplaceAllString(c.item.Title, ""))
		if at := slices.IndexFunc(whole, func(o *Item) bool { return plainly(o.Title) == bare }); at >= 0 {
			m.Changes[n].twin = whole[at]
		}
	}
}

// wholes lists the items of a meeting that others could be the exempt part of, as they become.
func (m *MeetingsImport) wholes(under *Meeting) []*Item {
	var out []*Item
	add := func(i *Item) {
		known := slices.ContainsFunc(out, func(o *Item) bool { return o.ID != "" && o.ID == i.ID })
		if !known && i.Kind.Asks() && i.TwinOf == "" && !MarkedExempt(i.Title) {
			out = append(out, i)
		}
	}
	for _, c := range m.Changes {
		if c.item != nil && c.under == under {
			add(c.item)
		}
	}
	for n := range under.Items {
		add(&under.Items[n])
	}
	return out
}

// twins notes which of the items that were offered as exempt parts a clerk says are.
func (m *MeetingsImport) twins(keys []string) {
	for n, c := range m.Changes {
		m.Changes[n].joined = c.twin != nil && slices.Contains(keys, c.Key)
	}
}
