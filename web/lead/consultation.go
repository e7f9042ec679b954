package lead

import (
	"errors"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

const consulting = "Consult people outside the council"

// consultation is the page where the lead releases drafts and gives people links to them.
type consultation struct {
	eqia.Case
	Copies []eqia.Consultation
	Form   inviting
	key    func() components.Hidden
}

// inviting is the form that gives someone outside the service a link of their own.
type inviting struct {
	Name     string `form:"name" label:"Name" rule:"required,max=200" error:"Enter the reader’s name"`
	Position string `form:"position" label:"Role or organisation" rule:"required,max=200" error:"Enter what they are or whom they speak for"`
	Email    string `form:"email" label:"Email address" rule:"required,max=200,email" error:"Enter an email address in the correct format, like name@example.com"`
	Days     int    `form:"days" label:"Number of days" rule:"required" error:"Enter a number of days between 1 and 183"`
	Copy     string `form:"copy" label:"Released draft" rule:"max=26"`
	Errors   form.Errors
}

// consulted opens the page for the equality lead; for anyone else it is not there.
func consulted(r *page.Request) (consultation, error) {
	c, err := r.Case()
	if err != nil {
		return consultation{}, err
	}
	v := consultation{Case: c, Form: inviting{Days: eqia.ConsultationDays}, key: r.Key}
	v.Copies, err = r.Kit.Eqia.Consultations(r.Ctx(), c)
	return v, err
}

func (v consultation) show(r *page.Request) error {
	f := frame(r, v.Case, consulting, &components.BackLink{Href: to(v.Case).Hub(), Text: "Back to the assessment"})
	return r.Show(page.Failed(f, v.Form.Errors), consultationPage(v))
}

// Consultation shows which drafts were released, to whom, and lets the lead release another.
func (Pages) Consultation(r *page.Request) error {
	v, err := consulted(r)
	if err != nil {
		return err
	}
	return v.show(r)
}

// PostConsultation releases the draft as it is.
func (Pages) PostConsultation(r *page.Request) error {
	v, err := consulted(r)
	if err != nil {
		return err
	}
	if err := page.Done(r.Kit.Eqia.ReleaseForConsultation(r.Ctx(), v.Case, moving(r, workflow.Consult))); err != nil {
		return err
	}
	return r.Go(to(v.Case).Do("consultation"), "consulted")
}

// PostReader gives someone a link, and leads to the page that shows it once.
func (Pages) PostReader(r *page.Request) error {
	v, err := consulted(r)
	if err != nil {
		return err
	}
	if err := may(v.Case, workflow.InviteReader); err != nil {
		return err
	}
	if v.Form.Errors = r.Read(&v.Form); len(v.Form.Errors) > 0 {
		return v.show(r)
	}
	draft, err := eqia.ParseID[eqia.ConsultationID](v.Form.Copy)
	if err != nil {
		return err
	}
	reader, link, err := r.Kit.Eqia.InviteReader(r.Ctx(), v.Case, eqia.ReaderCommand{Consultation: draft, Name: v.Form.Name, Position: v.Form.Position,
		Email: v.Form.Email, Days: v.Form.Days, Once: r.Once()})
	if errs, ok := page.Wrong(err); ok {
		v.Form.Errors = errs
		return v.show(r)
	}
	var again *eqia.Repeat
	if errors.As(err, &again) {
		return r.Go(readerAddress(v.Case, eqia.ReaderID(again.Result)), "")
	}
	if err != nil {
		return err
	}
	r.Hand(string(reader.ID) + " " + link)
	return r.Go(readerAddress(v.Case, reader.ID), "")
}

func readerAddress(c eqia.Case, id eqia.ReaderID) string {
	return to(c).Do("consultation/readers/" + string(id))
}

// invited is the page about one outside reader. Link is their address, on the one occasion that it is shown.
type invited struct {
	eqia.Case
	Reader eqia.Reader
	Link   string
	key    components.Hidden
}

// Reader shows an outside reader with their link, which is there only straight after it was made.
func (Pages) Reader(r *page.Request) error {
	v, reader, err := readerOf(r)
	if err != nil {
		return err
	}
	one := invited{Case: v.Case, Reader: reader, key: r.Key()}
	if id, link, ok := strings.Cut(r.Handed(), " "); ok && id == string(reader.ID) {
		one.Link = r.Address(page.Consultation + "/" + link)
	}
	f := frame(r, v.Case, "Link for an outside reader", &components.BackLink{Href: to(v.Case).Do("consultation"), Text: "Back to the consultation"})
	return r.Show(f, readerPage(one))
}

// PostEndLink ends a reader's link at once.
func (Pages) PostEndLink(r *page.Request) error {
	v, reader, err := readerOf(r)
	if err != nil {
		return err
	}
	if err := page.Done(r.Kit.Eqia.EndLink(r.Ctx(), v.Case, reader.ID)); err != nil {
		return err
	}
	return r.Go(to(v.Case).Do("consultation"), "link-ended")
}

// readerOf is the reader that the address names; one of another assessment is not found.
func readerOf(r *page.Request) (consultation, eqia.Reader, error) {
	v, err := consulted(r)
	if err != nil {
		return v, eqia.Reader{}, err
	}
	id, err := eqia.ParseID[eqia.ReaderID](r.Param("reader"))
	if err != nil {
		return v, eqia.Reader{}, err
	}
	for _, o := range v.Copies {
		for _, reader := range o.Readers {
			if reader.ID == id {
				return v, reader, nil
			}
		}
	}
	return v, eqia.Reader{}, eqia.ErrNotFound
}

// newest is the draft that new readers are given: the one released last, while it is of the version that is being worked on.
func (v consultation) newest() (eqia.Consultation, bool) {
	if len(v.Copies) == 0 || v.Copies[0].Version != v.ID || !v.May(workflow.InviteReader) {
		return eqia.Consultation{}, false
	}
	return v.Copies[0], true
}

// changed reports whether something was saved since the draft that was released last.
func (v consultation) changed() bool { return len(v.Copies) == 0 || v.Copies[0].Revision != v.Revision }

// refused says why no draft can be released now; "" when one can.
func (v consultation) refused() string {
	switch {
	case v.Assessment.Restricted:
		return "This assessment is restricted, so it cannot be shown to people outside the council."
	case v.May(workflow.Consult):
		return ""
	case v.State.Open():
		return "It is with the author, who is changing it. Release it again once it is back."
	default:
		return "It is no longer a draft. The links to it have closed."
	}
}

// standing says whether a reader's link opens.
func (v consultation) standing(o eqia.Consultation, reader eqia.Reader) components.Tag {
	switch {
	case !reader.EndedAt.IsZero():
		return components.Tag{Text: "Ended", Colour: components.Grey}
	case reader.Ended(v.Today), o.Version != v.ID, !v.State.Open(), v.Assessment.Restricted:
		return components.Tag{Text: "Closed", Colour: components.Grey}
	default:
		return components.Tag{Text: "Open", Colour: components.Green}
	}
}

// rows are what is known of a reader, for the lead alone.
func (v consultation) rows(o eqia.Consultation, reader eqia.Reader) []components.Row {
	rows := []components.Row{{Key: "Role or organisation", Text: reader.Position}, {Key: "Email address", Text: reader.Email},
		{Key: "Link", Content: v.standing(o, reader).View()}, {Key: "Last day", Text: reader.ClosesOn.Words()}}
	if !reader.EndedAt.IsZero() {
		rows = append(rows, components.Row{Key: "Ended", Text: eqia.Moment(reader.EndedAt)})
	}
	return rows
}

func (v consultation) endable(o eqia.Consultation, reader eqia.Reader) bool {
	return v.standing(o, reader).Text == "Open" && v.May(workflow.EndLink)
}

func (f inviting) days() string {
	if f.Days == 0 {
		return ""
	}
	return strconv.Itoa(f.Days)
}
