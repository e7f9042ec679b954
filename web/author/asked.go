package author

import (
	"net/url"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

const askedTitle = "Who has been asked before"

// askedBefore is a search of people who were told, asked or involved before.
type askedBefore struct {
	Text   string `form:"text" label:"Words to look for" rule:"max=200"`
	Errors form.Errors
	Cards  []components.SummaryCard
	Next   components.Pagination
}

// Asked finds people who were asked for other assessments, so that nobody is asked the same twice.
func (Pages) Asked(r *page.Request) error {
	var v askedBefore
	v.Errors = r.Kit.Reader.Read(r.Request.URL.Query(), &v)
	if len(v.Errors) == 0 {
		if err := v.search(r); err != nil {
			return err
		}
	}
	f := r.Frame(askedTitle, "")
	f.Back = &components.BackLink{Href: "/casework", Text: "Back to your assessments"}
	return r.Show(page.Failed(f, v.Errors), askedPage(v))
}

func (v *askedBefore) search(r *page.Request) error {
	found, err := r.Kit.Eqia.AskedBefore(r.Ctx(), r.Person, v.Text, eqia.Page{After: r.Query("after"), Size: rowsOnPage + 1})
	if err != nil {
		return err
	}
	if len(found) > rowsOnPage {
		found = found[:rowsOnPage]
		v.Next = components.Pagination{Next: "/casework/asked?" + url.Values{"text": {v.Text}, "after": {found[rowsOnPage-1].Cursor}}.Encode()}
	}
	for _, a := range found {
		v.Cards = append(v.Cards, askedCard(a))
	}
	return nil
}

// askedCard is one group of people, with where it was written down.
func askedCard(a eqia.Asked) components.SummaryCard {
	to := "/assessments/" + a.Reference + "/v/" + a.Version
	if a.Inside {
		to = page.ToCase(a.Reference).Version(a.Version)
	}
	rows := []components.Row{{Key: "How", Text: a.How}, {Key: "How much say they had", Text: labels(depthItems(), []string{a.Depth})}, {Key: "When", Text: a.When},
		{Key: "How many people", Text: a.HowMany}, {Key: "What they said", Text: a.Said}, {Key: "What changed because of it", Text: a.Changed}}
	card := components.SummaryCard{Title: document.Short(a.Who), Level: 2, Actions: []components.Link{{Text: "Read " + a.Reference,
		Href: to + "#" + document.ID(eqia.Entry(eqia.EngagementPart, a.No)), Unseen: "about " + a.Who}}}
	for _, row := range append([]components.Row{{Key: "Asked for", Text: a.Title}}, rows...) {
		if row.Text != "" {
			card.Rows = append(card.Rows, row)
		}
	}
	return card
}
