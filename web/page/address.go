package page

import (
	"net/url"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
)

// To is where things live: the staff address of an assessment, from which its other pages follow.
type To string

// Consultation is where the links of outside readers start.
const Consultation = "/consultation"

// Calendar is where the secret addresses of calendars start.
const Calendar = "/calendar"

// ToCase is the staff address of an assessment; without a reference, of all of them.
func ToCase(reference string) To { return To(strings.TrimSuffix("/casework/"+reference, "/")) }

// Hub is the assessment's own page: its task list while it is being written, its record afterwards.
func (t To) Hub() string { return string(t) }

// Page is a page of questions.
func (t To) Page(code string) string { return string(t) + "/page/" + code }

// Table is the page with all effects at once.
func (t To) Table() string { return string(t) + "/impacts" }

// Card is one characteristic's page.
func (t To) Card(code string) string { return string(t) + "/impacts/" + code }

// Shared is the page for the one reason that neutral groups share.
func (t To) Shared() string { return string(t) + "/shared-reason" }

// List is where entries of a list are added.
func (t To) List(kind eqia.PartKind) string { return string(t) + "/list/" + string(kind) }

// ActionFor is where an action is added that deals with one block; what the block says is filled in.
func (t To) ActionFor(b eqia.BlockRef) string {
	q := url.Values{"card": {b.Card}}
	if b.Audience != "" {
		q.Set("audience", b.Audience)
	}
	if b.Option != "" {
		q.Set("option", b.Option)
	}
	return t.List(eqia.ActionPart) + "?" + q.Encode()
}

// Entry is one entry's page.
func (t To) Entry(kind eqia.PartKind, no int) string { return t.List(kind) + "/" + strconv.Itoa(no) }

// Do is a page or a post for something to be done with the assessment: check, send, people, recall, review, decision and so on.
func (t To) Do(what string) string { return string(t) + "/" + what }

// Version is one version, to be read.
func (t To) Version(number string) string { return string(t) + "/v/" + number }

// Step is the page of one step of the author's journey.
func (t To) Step(p eqia.Place) string {
	switch p.Kind {
	case eqia.PageStep:
		return t.Page(p.Code)
	case eqia.TableStep:
		return t.Table()
	case eqia.CardStep:
		return t.Card(p.Code)
	case eqia.SharedStep:
		return t.Shared()
	case eqia.OutcomeStep:
		return t.Do("outcomes")
	default:
		return t.Do("check")
	}
}

// Part is the page where one part is changed; the hub for the whole.
func (t To) Part(c eqia.Case, k eqia.PartKey) string {
	switch k.Kind {
	case eqia.CardPart:
		return t.Card(k.Key)
	case eqia.OutcomePart:
		return t.Do("outcomes") + "#outcome-" + k.Key
	case eqia.AnswerPart:
		if k.Key == eqia.SharedReason {
			return t.Shared()
		}
		for page, q := range c.Form.Questions() {
			if q.Code == k.Key {
				return t.Page(page.Code) + "#" + q.Code
			}
		}
		return t.Hub()
	case "":
		return t.Hub()
	default:
		return t.List(k.Kind) + "/" + k.Key
	}
}

// Check is where a printed check code is looked up, and Code where the address on a copy leads. CheckCopy compares a whole copy with what was
// signed.
const (
	Check     = "/check"
	Code      = "/v"
	CheckCopy = Check + "/copy"
)
