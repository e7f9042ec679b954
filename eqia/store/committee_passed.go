package store

import (
	"context"

	"dorset-eqia/eqia/committee"
)

// waitingRow is a pass that waits to be confirmed, beside its item and its meeting.
type waitingRow struct {
	Sat    satRow        `gorm:"embedded"`
	Item   agendaItemRow `gorm:"embedded;embeddedPrefix:it_"`
	Pass   overrideRow   `gorm:"embedded;embeddedPrefix:pa_"`
	ByName string
}

// Unconfirmed is every pass that waits for the monitoring officer to confirm it, the oldest first.
func (c *Committees) Unconfirmed(ctx context.Context) ([]committee.WaitingPass, error) {
	var rows []waitingRow
	err := sat(c.s.read.WithContext(ctx)).Select(satColumns + ", " + columnsAs(agendaItemRow{}, "i", "it_") + ", " +
		columnsAs(overrideRow{}, "o", "pa_") + ", COALESCE(p.name, '') AS by_name").
		Joins("JOIN agenda_items i ON i.meeting_id = meetings.id").Joins("JOIN appearances a ON a.agenda_item_id = i.id").
		Joins("JOIN overrides o ON o.appearance_id = a.id").Joins("LEFT JOIN people p ON p.id = o.made_by").
		Where("o.confirm_by <> '' AND o.confirmed_at = 0 AND o.ended_at = 0").Order("o.made_at, o.id").Find(&rows).Error
	var out []committee.WaitingPass
	for _, r := range rows {
		item, err := placedRow{Row: r.Item}.item()
		if err != nil {
			return nil, err
		}
		item.Meeting = r.Sat.meeting()
		out = append(out, committee.WaitingPass{Override: namedOverride{r.Pass, r.ByName}.override(), Item: item})
	}
	return out, err
}
