package public

import (
	"bytes"
	"encoding/xml"
	"net/http"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/web/page"
)

const (
	feedPath = "/assessments.atom"
	atomType = "application/atom+xml"
)

// atom is a list of assessments as feed readers take it (RFC 4287).
type atom struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Kind string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string   `xml:"id"`
	Title     string   `xml:"title"`
	Updated   string   `xml:"updated"`
	Published string   `xml:"published"`
	Link      atomLink `xml:"link"`
	Summary   string   `xml:"summary"`
}

// Atom is the newest of a list of the register, narrowed as the page is, for feed readers.
func (Pages) Atom(r *page.Request) error {
	s, err := readSearch(r)
	if err != nil {
		return err
	}
	if len(s.Errors) > 0 {
		return eqia.ErrNotFound
	}
	rows, err := r.Kit.Eqia.Register.Search(r.Ctx(), s.filter(), eqia.Page{Size: rowsOnPage})
	if err != nil {
		return err
	}
	body, err := asXML(feedOf(r, s, rows))
	if err != nil {
		return err
	}
	if same, err := known(r, string(body)); same || err != nil {
		return err
	}
	r.Data(http.StatusOK, atomType+"; charset=utf-8", body)
	return nil
}

// feedOf writes a list as a feed. Nothing has been published yet when it is empty, so it is as old as the first feeds could be.
func feedOf(r *page.Request, s search, rows []eqia.Publication) atom {
	self := r.Address(strings.TrimSuffix(feedPath+"?"+s.query().Encode(), "?"))
	list := r.Address(strings.TrimSuffix("/assessments?"+s.query().Encode(), "?"))
	feed := atom{Lang: "en-GB", ID: self, Title: title(s, place{}) + " - " + r.Kit.Settings.Council, Author: r.Kit.Settings.Council, Updated: stamp(time.Unix(0, 0)),
		Links: []atomLink{{"self", atomType, self}, {"alternate", "text/html", list}}}
	for i, p := range rows {
		if i == 0 {
			feed.Updated = stamp(p.PublishedAt)
		}
		at := r.Address(address(p))
		e := atomEntry{ID: at, Title: p.Title, Updated: stamp(p.PublishedAt), Published: stamp(p.PublishedAt), Link: atomLink{"alternate", "text/html", at}}
		if p.Standing != eqia.TakenAway {
			e.Summary = p.Summary
		}
		feed.Entries = append(feed.Entries, e)
	}
	return feed
}

func stamp(at time.Time) string { return at.UTC().Format(time.RFC3339) }

// asXML writes a value as an XML file.
func asXML(v any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	err := e.Encode(v)
	b.WriteByte('\n')
	return b.Bytes(), err
}
