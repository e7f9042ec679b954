package public

import (
	"encoding/xml"
	"net/http"
	"strconv"
	"strings"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/web/page"
)

// A sitemap holds this many addresses at most, as its protocol says.
const mostInSitemap = 50_000

// Robots tells search engines that they may read the register, page by page, and nothing else.
func (Pages) Robots(r *page.Request) error {
	keep(r)
	r.String(http.StatusOK, strings.Join([]string{"User-agent: *", "Allow: /assessments", "Allow: /assets/", "Disallow: /assessments?", "Disallow: /", "",
		"Sitemap: " + r.Address("/sitemap.xml"), ""}, "\n"))
	return nil
}

// securityUntil is the day until which what security.txt says holds. A test fails before it comes, so that someone looks at it again.
const securityUntil = "2027-11-01"

// Security tells people who find a weakness whom to tell (RFC 9116).
func (Pages) Security(r *page.Request) error {
	keep(r)
	r.String(http.StatusOK, strings.Join([]string{"Contact: " + r.Address("/contact"), "Expires: " + securityUntil + "T00:00:00Z", "Preferred-Languages: en",
		"Canonical: " + r.Address("/.well-known/security.txt"), ""}, "\n"))
	return nil
}

const sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"

type sitemapIndex struct {
	XMLName xml.Name `xml:"sitemapindex"`
	Space   string   `xml:"xmlns,attr"`
	Maps    []listed `xml:"sitemap"`
}

type sitemap struct {
	XMLName xml.Name `xml:"urlset"`
	Space   string   `xml:"xmlns,attr"`
	Pages   []listed `xml:"url"`
}

// listed is one address in a sitemap.
type listed struct {
	At      string `xml:"loc"`
	Changed string `xml:"lastmod,omitempty"`
}

// Sitemap lists the sitemaps of the register, one for each year in which something was published.
func (Pages) Sitemap(r *page.Request) error {
	years, err := r.Kit.Eqia.Register.Years(r.Ctx())
	if err != nil {
		return err
	}
	index := sitemapIndex{Space: sitemapSpace}
	for _, year := range years {
		index.Maps = append(index.Maps, listed{At: r.Address("/sitemap/" + strconv.Itoa(year) + ".xml")})
	}
	return answerXML(r, index)
}

// SitemapYear lists the assessments in force that were published in a year.
func (Pages) SitemapYear(r *page.Request) error {
	year, ok := strings.CutSuffix(r.Param("year"), ".xml")
	if _, err := time.Parse("2006", year); err != nil || !ok {
		return eqia.ErrNotFound
	}
	out := sitemap{Space: sitemapSpace}
	err := each(r, eqia.PublicFilter{Year: year}, func(list []eqia.Publication) error {
		for _, p := range list {
			out.Pages = append(out.Pages, listed{At: r.Address(leads(p)), Changed: stamp(p.PublishedAt)})
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(out.Pages) == 0 {
		return eqia.ErrNotFound
	}
	out.Pages = out.Pages[:min(len(out.Pages), mostInSitemap)]
	return answerXML(r, out)
}

func answerXML(r *page.Request, v any) error {
	body, err := asXML(v)
	if err != nil {
		return err
	}
	if same, err := known(r, string(body)); same || err != nil {
		return err
	}
	r.Data(http.StatusOK, "application/xml; charset=utf-8", body)
	return nil
}

// each reads a whole list of the register, some rows at a time.
func each(r *page.Request, f eqia.PublicFilter, do func([]eqia.Publication) error) error {
	at := eqia.Page{Size: 500}
	for {
		rows, err := r.Kit.Eqia.Register.Search(r.Ctx(), f, at)
		if err == nil {
			err = do(rows)
		}
		if err != nil || len(rows) < at.Size {
			return err
		}
		at.After = rows[len(rows)-1].Cursor
	}
}
