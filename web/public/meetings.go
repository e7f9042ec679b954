package public

import (
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
)

// meetingLines says, a line each, which meetings had or will have this assessment before them. An item that is not open has no title.
func meetingLines(list []committee.PublicAppeared) []string {
	var out []string
	for _, m := range list {
		when := []string{m.Committee, eqia.Moment(m.StartsAt)}
		if m.Venue != "" {
			when = append(when, m.Venue)
		}
		line := strings.Join(when, ", ")
		if m.Item != "" {
			line += ". Item " + m.Item
		}
		out = append(out, line+". Version "+m.Number+".")
	}
	return out
}
