package author

import (
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// list is a question answered by entries: those that are there, or the first one asked on the same page.
type list struct {
	form.Question
	Case     eqia.Case
	Kind     eqia.PartKind
	Cards    []components.SummaryCard
	Look     look
	First    entryForm // shown while the list is empty, and while something typed in it is to be put right
	Comments []components.Comment
}

// listWords are the words for each kind of entry.
var listWords = map[eqia.PartKind]struct{ One, Add, First string }{
	eqia.EvidencePart:   {"source", "Add another source", "First source"},
	eqia.EngagementPart: {"entry", "Add other people", "First people you talked to"},
	eqia.OptionPart:     {"option", "Add another option", "First option"},
	eqia.ActionPart:     {"action", "Add another action", "First action"},
}

// listsOf are the list questions of a page.
func listsOf(c eqia.Case, p form.Page) []list {
	var out []list
	for _, q := range p.Questions {
		kind := listKind(q.Kind)
		if kind == "" || !asked(c, p, q) {
			continue
		}
		l := list{Question: q, Case: c, Kind: kind, First: blankForm(kind)}
		l.First.offer(c)
		for _, e := range c.Content.Entries(kind) {
			l.Cards = append(l.Cards, l.card(e))
			l.Comments = append(l.Comments, document.Threads(c, c.On(eqia.Entry(kind, e.Number())))...)
		}
		out = append(out, l)
	}
	return out
}

// card shows one entry, with the ways to change or remove it.
func (l list) card(e eqia.Numbered) components.SummaryCard {
	to := page.ToCase(l.Case.Assessment.Reference).Entry(l.Kind, e.Number())
	unseen := listWords[l.Kind].One + " " + strconv.Itoa(e.Number())
	f := formOf(e)
	f.offer(l.Case)
	return components.SummaryCard{Title: f.title(), Level: 3, Rows: l.rows(e, f), Actions: []components.Link{
		{Text: "Change", Href: to, Unseen: unseen}, {Text: "Remove", Href: to + "/remove", Unseen: unseen}}}
}

// rows are an entry as it is read, with a warning while it is as it was copied, and what became of its figure where that was replaced.
func (l list) rows(e eqia.Numbered, f entryForm) []components.Row {
	key, rows := eqia.Entry(l.Kind, e.Number()), f.rows()
	if o, ok := oldOf(overtakenIn(l.Case), e); ok {
		link := components.Link{Text: "See the newer figure", Href: page.ToCase(l.Case.Assessment.Reference).Entry(l.Kind, e.Number()), Unseen: listWords[l.Kind].One + " " + key.Key}
		rows = append(rows, components.Row{Key: "Newer figure", Text: o.says(), Actions: []components.Link{link}})
	}
	if !l.Case.Unchecked(key) {
		return rows
	}
	return append([]components.Row{{Key: "Warning", Text: copiedWords(l.Case, l.Case.Copied[key]) + " Check it is still true, then open it with Change and save it."}}, rows...)
}

// typing reports whether the fields of a first entry are on the page.
func (l list) typing() bool { return len(l.Cards) == 0 || !l.First.blank() }

func (l list) legend() string {
	if len(l.Cards) > 0 {
		return listWords[l.Kind].Add
	}
	return listWords[l.Kind].First
}

// readFirst reads the entries typed on the page itself. One typed for an empty list is kept though someone else has added to the list
// since. An entry left blank is no entry.
func readFirst(r *page.Request, lists []list) ([]eqia.Numbered, webform.Errors) {
	var out []eqia.Numbered
	var all webform.Errors
	for i := range lists {
		l := &lists[i]
		errs := l.First.read(r)
		if l.First.blank() {
			continue
		}
		all = append(all, errs...)
		if e, more := l.First.entry(); len(errs)+len(more) == 0 {
			out = append(out, e)
		} else {
			all = append(all, more...)
			l.First.wrong(append(errs, more...))
		}
	}
	return out, all
}

// entryView is the page for one entry of a list.
type entryView struct {
	Case     eqia.Case
	Kind     eqia.PartKind
	No       int // of the entry that is there; 0 for a new one
	Heading  string
	Action   string
	Form     entryForm
	Hidden   []components.Hidden
	Old      []overtaken // the source itself, when its figure was replaced
	Comments []components.Comment
	Look     look
	Aside    aside
}

// answered names the groups that have an answer for the option of the page alone; "" for any other entry, or when there is none.
func (v entryView) answered() string {
	var names []string
	for _, ch := range v.Case.Groups() {
		for _, b := range v.Case.Content.Card(ch.Code).Blocks {
			if v.Kind == eqia.OptionPart && strconv.Itoa(v.No) == b.Option && !slices.Contains(names, ch.Label) {
				names = append(names, ch.Label)
			}
		}
	}
	return strings.Join(names, ", ")
}

// List shows the page for adding an entry.
func (Pages) List(r *page.Request) error {
	v, err := adding(r)
	if err != nil {
		return err
	}
	if shown, err := restored(r, v.Case, func(u eqia.Unsaved) error { return v.refill(r, u) }); shown {
		return err
	}
	if f, ok := v.Form.(*actionForm); ok && r.Query("card") != "" {
		if err := f.answering(v.Case, eqia.BlockRef{Card: r.Query("card"), Audience: r.Query("audience"), Option: r.Query("option")}); err != nil {
			return err
		}
	}
	return r.Show(frame(r, v.Case, v.Heading), entryPage(v))
}

func adding(r *page.Request) (entryView, error) {
	c, err := editing(r)
	if err != nil {
		return entryView{}, err
	}
	kind := eqia.PartKind(r.Param("list"))
	words, ok := listWords[kind]
	if !ok {
		return entryView{}, eqia.ErrNotFound
	}
	v := entryView{Case: c, Kind: kind, Heading: words.Add, Action: page.ToCase(c.Assessment.Reference).List(kind), Form: blankForm(kind),
		Hidden: []components.Hidden{r.Key()}}
	v.Form.offer(c)
	v.Aside = asideOf(r, c)
	return v, nil
}

// PostAdd adds an entry.
func (Pages) PostAdd(r *page.Request) error {
	v, err := adding(r)
	if err != nil {
		return err
	}
	e, err := v.read(r)
	if e == nil || err != nil {
		return err
	}
	if _, err := r.Kit.Eqia.AddEntry(r.Ctx(), v.Case, e, r.OnceOf(v.Kind, e)); page.Done(err) != nil {
		return v.refused(r, err)
	}
	return r.Go(homeOf(v.Case, v.Kind), "added")
}

// read reads the posted entry; nil with no error when the page was shown again with what is wrong.
func (v entryView) read(r *page.Request) (eqia.Numbered, error) {
	errs := v.Form.read(r)
	e, more := v.Form.entry()
	if errs = append(errs, more...); len(errs) > 0 {
		v.Form.wrong(errs)
		return nil, r.Show(page.Failed(frame(r, v.Case, v.Heading), errs), entryPage(v))
	}
	return e, nil
}

func (v entryView) refused(r *page.Request, err error) error {
	errs, ok := page.WrongIn(err, entryFields[v.Kind])
	if !ok {
		return err
	}
	v.Form.wrong(errs)
	return r.Show(page.Failed(frame(r, v.Case, v.Heading), errs), entryPage(v))
}

// homeOf is the page that a list belongs to.
func homeOf(c eqia.Case, kind eqia.PartKind) string {
	for p, q := range c.Form.Questions() {
		if listKind(q.Kind) == kind {
			return page.ToCase(c.Assessment.Reference).Page(p.Code)
		}
	}
	return page.ToCase(c.Assessment.Reference).Hub()
}
