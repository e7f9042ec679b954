package verify

import (
	"errors"
	"net/http"
	"strings"
	"unicode/utf8"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/pdftext"
	"dorset-eqia/eqia/record"
	"dorset-eqia/web/components"
	"dorset-eqia/web/document"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// copied is the form for a whole copy: a file or its text, and the code where the pages do not have it.
type copied struct {
	Code   string `form:"code" label:"Check code" rule:"max=100"`
	Text   string `form:"text,lines" label:"Text of your copy" rule:"max=1000000"`
	Errors form.Errors
}

// comparison is what comes of holding a copy against what was signed.
type comparison struct {
	checked
	document.Held
}

const copyTitle = "Compare a copy with what was signed"

// Copy asks for a whole copy.
func (p *Pages) Copy(r *page.Request) error {
	v := &copied{}
	if code, err := record.ParseCode(r.Query("code")); err == nil {
		v.Code = code.String()
	}
	return v.show(r)
}

func (v *copied) show(r *page.Request) error {
	f := frame(r, copyTitle)
	f.Crumbs = append(f.Crumbs, components.Link{Text: askTitle, Href: page.Check})
	return r.Show(page.Failed(f, v.Errors), copyPage(*v))
}

// PostCopy holds the copy against what was signed and answers with what it found. Nothing of the copy is kept, so there is no page to go on to.
func (p *Pages) PostCopy(r *page.Request) error {
	if full, err := p.often(r); full || err != nil {
		return err
	}
	v := &copied{}
	raw, fileErr := r.File("file")
	v.Errors = r.Read(v)
	pages, err := p.pages(r, raw, v.Text)
	if err = errors.Join(fileErr, err); err != nil {
		if v.Errors = append(v.Errors, wrongFile(err)...); len(v.Errors) == 0 {
			return err
		}
	}
	if len(v.Errors) > 0 {
		return v.show(r)
	}
	printed := committee.ReadPrinted(pages)
	code, errs := codeOf(v.Code, printed.Codes)
	if v.Errors = errs; len(errs) > 0 {
		return v.show(r)
	}
	return v.compare(r, code, printed)
}

// pages is what was brought, page by page: a PDF, a file of plain text, or what was pasted.
func (p *Pages) pages(r *page.Request, raw []byte, pasted string) ([]string, error) {
	switch {
	case len(raw) == 0 && strings.TrimSpace(pasted) == "":
		return nil, errNothing
	case len(raw) == 0:
		return []string{pasted}, nil
	case pdftext.Is(raw):
		return p.pdf.Pages(r.Ctx(), raw)
	case !utf8.Valid(raw) || strings.ContainsRune(string(raw), 0):
		return nil, errKind
	default:
		return strings.SplitAfter(string(raw), "\f"), nil
	}
}

var (
	errNothing = errors.New("no copy was brought")
	errKind    = errors.New("neither a PDF nor plain text")
)

// wrongFile says what has to be put right about a copy.
func wrongFile(err error) form.Errors {
	var unreadable *pdftext.Unreadable
	says := ""
	switch {
	case errors.Is(err, page.ErrTooLarge):
		says = "The file must be smaller than 20 MB"
	case errors.Is(err, errNothing):
		says = "Choose a file, or paste the text of your copy"
	case errors.Is(err, errKind):
		says = "The file must be a PDF or plain text. You can save a Word file as a PDF, or paste its text"
	case errors.Is(err, pdftext.ErrBusy):
		says = "We are reading many files just now. Try again in a few minutes"
	case errors.As(err, &unreadable):
		says = "This file cannot be read: " + unreadable.Says + ". Choose another file, or paste the text"
	default:
		return nil
	}
	return form.Errors{{Field: "file", ID: "file", Message: says}}
}

// codeOf is the code of the copy: the one that was typed, or else the one in its footers.
func codeOf(typed string, found []record.Code) (record.Code, form.Errors) {
	if typed != "" {
		code, err := record.ParseCode(typed)
		if err != nil {
			return "", wrongCode(err)
		}
		return code, nil
	}
	says := ""
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		says = "Enter the check code: it is not in the copy"
	default:
		says = "This copy has pages of more than one assessment. Enter the check code of one of them"
	}
	return "", form.Errors{{Field: "code", ID: "code", Message: says}}
}

// compare shows how the copy differs from what was signed under a code.
func (v *copied) compare(r *page.Request, code record.Code, printed committee.Printed) error {
	found, err := r.Kit.Eqia.Register.Coded(r.Ctx(), code)
	if errors.Is(err, eqia.ErrNotFound) {
		v.Errors = form.Errors{{Field: "code", ID: "code", Message: "We have no public assessment with this code. Compare each letter and number with your copy"}}
		v.Code = code.String()
		return v.show(r)
	}
	if err != nil {
		return err
	}
	if found.Standing == eqia.TakenAway {
		return r.Go(page.Code+"/"+string(code), "")
	}
	council, err := r.Kit.Eqia.CouncilWith(r.Ctx(), found.Profile, found.Form)
	if err != nil {
		return err
	}
	fv, ok := council.Version(found.Form)
	if !ok { // a form this service never had is read beside the newest one
		fv, _ = council.Newest()
	}
	c := comparison{checked: checked{Publication: found, code: code, standing: found.CodeStanding(eqia.DayOf(r.Kit.Now()))}}
	c.Held = document.ForPublic(found, fv).Hold(printed.Words(code))
	f := frame(r, c.says())
	f.Crumbs = append(f.Crumbs, components.Link{Text: askTitle, Href: page.Check})
	return r.Render(http.StatusOK, f, comparisonPage(c))
}

// says is what came of the comparison.
func (c comparison) says() string {
	switch {
	case c.Far:
		return "This does not look like a copy of " + c.Reference
	case len(c.Places) == 0 && c.Order:
		return "Your copy says the same in another order"
	case c.Same():
		return "Your copy says the same"
	case len(c.Places) == 1:
		return "Your copy differs in one place"
	default:
		return "Your copy differs in " + components.Count(len(c.Places), "place", "places")
	}
}

// which names what the copy was held against.
func (c comparison) which() string {
	return c.Title + ", " + c.Reference + " version " + c.Number() + ", signed off on " + c.SignedOn.Words()
}
