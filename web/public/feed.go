package public

import (
	"net/http"

	"dorset-eqia/eqia/committee"
	"dorset-eqia/web/feed"
	"dorset-eqia/web/page"
)

// MeetingsFeed is the council's public meetings as a calendar that other programs read.
func (Pages) MeetingsFeed(r *page.Request) error {
	list, err := r.Kit.Committee.PublicDiary(r.Ctx())
	if err != nil {
		return err
	}
	c := feed.Calendar{Name: r.Kit.Settings.Council + " meetings", Site: r.Address(""), Page: toMeeting}
	for _, m := range list {
		c.Entries = append(c.Entries, m.Entry())
	}
	body, err := c.Write()
	if err != nil {
		return err
	}
	if same, err := known(r, string(body)); same || err != nil {
		return err
	}
	r.Data(http.StatusOK, feed.ContentType, body)
	return nil
}

// toMeeting is where the public reads a meeting's open items.
func toMeeting(id committee.MeetingID) string { return "/council-meetings/" + string(id) }
