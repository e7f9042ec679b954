package public

import (
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
)

const (
	rowsOnPage  = 50
	lineOfWords = 200 // characters of a summary in the list
)

// register is one page of the list.
type register struct {
	Search  search
	Heading string
	Found   []found
	Pages   components.Pagination
	Feed    string // where the same list is read by feed readers
}

// found is one assessment of the list.
type found struct {
	Title, Href, Summary, Why, About string
}

// Register lists the assessments in force, newest first, and searches them.
func (Pages) Register(r *page.Request) error {
	s, err := readSearch(r)
	if err != nil {
		return err
	}
	if len(s.Errors) > 0 {
		return r.Show(page.Failed(frame(r, registerName, ""), s.Errors), registerPage(register{Search: s}))
	}
	at := readPlace(r.Kit.Eqia.Key, s.query().Encode(), r.Query("from"))
	rows, err := r.Kit.Eqia.Register.Search(r.Ctx(), s.filter(), at.page())
	if err != nil {
		return err
	}
	n, err := r.Kit.Eqia.Register.Count(r.Ctx(), s.filter(), eqia.CountLimit)
	if err != nil {
		return err
	}
	v := list(s, at, rows)
	v.Heading = counted(n)
	v.Pages = pages(r.Kit.Eqia.Key, s, at, rows)
	v.Feed = strings.TrimSuffix(feedPath+"?"+s.query().Encode(), "?")
	if same, err := known(r, []any{v, s.form.Code, s.day, s.bodies}); same || err != nil {
		return err
	}
	f := frame(r, title(s, at), "")
	f.Alternates = []components.Alternate{{Kind: atomType, Title: title(s, place{}), Href: v.Feed}}
	if !s.narrow() {
		indexed(r)
	}
	return r.Show(f, registerPage(v))
}

// title says which part of the register the page shows.
func title(s search, at place) string {
	t := registerName
	if s.narrow() {
		t = "Search results"
	}
	if s.Text != "" {
		t += " for “" + s.Text + "”"
	}
	if at.No > 1 {
		t += ", page " + strconv.Itoa(at.No)
	}
	return t
}

// counted is how many there are in words. A count that reached its limit stopped there.
func counted(n int) string {
	switch {
	case n == 0:
		return "No assessments found"
	case n >= eqia.CountLimit:
		return "1,000+ assessments"
	default:
		return components.Count(n, "assessment", "assessments")
	}
}

// leads is where a publication is read: the assessment's own page, or the version's when it was replaced and found by its check code.
func leads(p eqia.Publication) string {
	if p.Standing != eqia.InForce {
		return address(p)
	}
	return "/assessments/" + p.Reference
}

func list(s search, at place, rows []eqia.Publication) register {
	v := register{Search: s}
	for _, p := range shown(at, rows) {
		f := found{Title: p.Title, Href: leads(p), Why: s.why(p), About: line(p)}
		if p.Standing != eqia.TakenAway {
			f.Summary = excerpt(p.Summary, p.Why)
		}
		v.Found = append(v.Found, f)
	}
	return v
}

// shown is the rows of the page, without the one that only tells of another page.
func shown(at place, rows []eqia.Publication) []eqia.Publication {
	switch {
	case len(rows) <= rowsOnPage:
		return rows
	case at.Back:
		return rows[1:]
	default:
		return rows[:rowsOnPage]
	}
}

// pages leads to the pages before and after. Whoever goes back to the first page gets it from its beginning.
func pages(key []byte, s search, at place, rows []eqia.Publication) components.Pagination {
	here := shown(at, rows)
	if len(here) == 0 {
		return components.Pagination{}
	}
	more := len(rows) > rowsOnPage
	link := func(to place) string {
		q := s.query()
		if to.No > 1 {
			q.Set("from", to.signed(key, s.query().Encode()))
		}
		return strings.TrimSuffix("/assessments?"+q.Encode(), "?")
	}
	var out components.Pagination
	if at.No > 1 {
		out.Previous = link(place{No: at.No - 1, Back: true, Cursor: here[0].Cursor})
		out.PreviousLabel = "Newer assessments"
	}
	if more || at.Back {
		out.Next = link(place{No: at.No + 1, Cursor: here[len(here)-1].Cursor})
		out.NextLabel = "Older assessments"
	}
	return out
}
