package storetest

import (
	"context"
	"database/sql"
	"fmt"
)

// meetingCopies copies a meeting, an item of its agenda, the report on it and the link of that, as often as asked. Five days lie between
// two meetings, and so many items are on each.
func meetingCopies(items int) []copies {
	const item, report, version, at = "printf('01JI%022d', numbers.no)", "printf('01JR%022d', numbers.no)", "printf('01JW%022d', numbers.no)",
		"printf('01JX%022d', numbers.no)"
	return []copies{
		{"meetings", map[string]string{"id": "printf('01JM%022d', no)", "starts_at": "starts_at + no * 432000000000"}},
		{"agenda_items", map[string]string{"id": item, "meeting_id": fmt.Sprintf("printf('01JM%%022d', (no - 1) / %d + 1)", items),
			"position": "no", "title": "'Report ' || no"}},
		{"reports", map[string]string{"id": report, "reference": "printf('R-2030-%04d', no)", "title": "'Report ' || no"}},
		{"report_versions", map[string]string{"id": version, "report_id": report, "no": "1"}},
		{"appearances", map[string]string{"id": at, "agenda_item_id": item, "report_version_id": version}},
		{"assessment_links", map[string]string{"id": "printf('01JL%022d', no)", "appearance_id": at}},
	}
}

// FillMeetings puts made-up meetings, each with so many items that have a report and an assessment linked to it, into an SQLite file that holds
// one such meeting with one such item already: they are that one, with other identifiers and days. The reports are R-2030-0001 and on.
func FillMeetings(ctx context.Context, path string, meetings, items int) error {
	var steps []step
	for _, copied := range meetingCopies(items) {
		n := meetings * items
		if copied.table == "meetings" {
			n = meetings
		}
		steps = append(steps, step{copied.table, func(ctx context.Context, tx *sql.Tx) error { return copied.fill(ctx, tx, n) }})
	}
	return fill(ctx, path, steps)
}
