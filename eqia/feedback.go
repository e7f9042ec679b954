package eqia

import (
	"context"
	"net/mail"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"dorset-eqia/workflow"
)

// FeedbackID names one thing that someone said about a published assessment.
type FeedbackID string

// Feedback is what someone outside told the council about a published assessment. Nobody but the equality team reads it as it was typed: the
// public reads what the lead shows of it, and the council's answer. The e-mail address is for answering alone and is erased in time.
type Feedback struct {
	ID        FeedbackID
	Version   VersionID
	Reference string
	Number    string // of the version
	Title     string
	Text      string
	Email     string
	At        time.Time
	State     FeedbackState
	Shown     string // what the public reads of it
	Answer    string // the council's, shown with it
	DecidedAt time.Time
	DecidedBy PersonID
}

// FeedbackState is what became of it.
type FeedbackState string

// The states of feedback.
const (
	FeedbackWaiting FeedbackState = "waiting"
	FeedbackShown   FeedbackState = "shown"
	FeedbackHidden  FeedbackState = "hidden"
)

// FeedbackStates lists what the lead can decide, in the order they are offered.
func FeedbackStates() []FeedbackState { return []FeedbackState{FeedbackShown, FeedbackHidden} }

// Label is the decision in the words beside its radio.
func (f FeedbackState) Label() string {
	return map[FeedbackState]string{FeedbackWaiting: "Waiting", FeedbackShown: "Show it on the public page", FeedbackHidden: "Do not show it"}[f]
}

// FeedbackChars is how many letters feedback may have.
const FeedbackChars = 2000

// FeedbackCommand is feedback as it is given.
type FeedbackCommand struct {
	Once  string
	Text  string
	Email string
}

func (f *FeedbackCommand) valid() error {
	f.Text, f.Email = Lines(f.Text), Lines(f.Email)
	if f.Text == "" {
		return &Invalid{Field: "text", Says: "Enter what you want to tell us"}
	}
	if utf8.RuneCountInString(f.Text) > FeedbackChars {
		return &Invalid{Field: "text", Says: "What you want to tell us must be 2,000 characters or less"}
	}
	if f.Email != "" {
		if to, err := mail.ParseAddress(f.Email); err != nil || to.Address != f.Email || len(f.Email) > readerChars {
			return &Invalid{Field: "email", Says: "Enter an email address in the correct format, like name@example.com, or leave it empty"}
		}
	}
	return validTexts([]typed{{"text", f.Text}, {"email", f.Email}})
}

// GiveFeedback keeps what someone says about a published version, for the equality lead to read. Anyone may; what is not public, or was
// withdrawn, is ErrNotFound.
func (s *Service) GiveFeedback(ctx context.Context, p Publication, cmd FeedbackCommand) error {
	if p.Standing == TakenAway {
		return ErrNotFound
	}
	if err := cmd.valid(); err != nil {
		return err
	}
	v, err := s.Store.Version(ctx, p.Reference, p.Number())
	if err != nil {
		return err
	}
	m, err := workflow.Find(v.State, workflow.GiveFeedback, workflow.Standing{workflow.Service}, nil)
	if err != nil {
		return err
	}
	now := s.Now().UTC()
	f := Feedback{ID: FeedbackID(s.NewID()), Version: v.ID, Text: cmd.Text, Email: cmd.Email, At: now, State: FeedbackWaiting}
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: p.Reference, Feedback: &f, Notices: Case{Version: v}.tell(m),
		Acts: []Act{{At: now, Kind: m.Event, Assessment: v.AssessmentID, Version: v.ID, Facts: map[string]string{"feedback": string(f.ID)}}}})
}

// feedbackPage is how much feedback a list shows.
const feedbackPage = 200

// FeedbackList lists feedback, what waits first and then the newest, 200 at most. The equality lead may see it.
func (s *Service) FeedbackList(ctx context.Context, by Person) ([]Feedback, error) {
	if !by.Holds(workflow.Lead) {
		return nil, ErrNotFound
	}
	return s.Store.Feedback(ctx, "", feedbackPage)
}

// FeedbackOn is one thing that someone said. The equality lead may see it.
func (s *Service) FeedbackOn(ctx context.Context, by Person, id FeedbackID) (Feedback, error) {
	if !by.Holds(workflow.Lead) {
		return Feedback{}, ErrNotFound
	}
	list, err := s.Store.Feedback(ctx, id, 1)
	if err != nil {
		return Feedback{}, err
	}
	if len(list) == 0 {
		return Feedback{}, ErrNotFound
	}
	return list[0], nil
}

// DecideCommand is what the lead decides on feedback.
type DecideCommand struct {
	Once   string
	State  FeedbackState
	Shown  string
	Answer string
}

func (d *DecideCommand) valid() error {
	d.Shown, d.Answer = Lines(d.Shown), Lines(d.Answer)
	switch {
	case !slices.Contains(FeedbackStates(), d.State):
		return &Invalid{Field: "state", Says: "Select whether it is shown"}
	case d.State == FeedbackShown && d.Shown == "":
		return &Invalid{Field: "shown", Says: "Enter what the public reads of it"}
	case utf8.RuneCountInString(d.Shown) > 2*FeedbackChars:
		return &Invalid{Field: "shown", Says: "What the public reads must be 4,000 characters or less"}
	case utf8.RuneCountInString(d.Answer) > 2*FeedbackChars:
		return &Invalid{Field: "answer", Says: "The answer must be 4,000 characters or less"}
	}
	return validTexts([]typed{{"shown", d.Shown}, {"answer", d.Answer}})
}

// DecideFeedback shows feedback on the public page in the lead's words for it, with the council's answer, or hides it. The equality lead may, also
// again.
func (s *Service) DecideFeedback(ctx context.Context, by Person, f Feedback, cmd DecideCommand) error {
	if err := cmd.valid(); err != nil {
		return err
	}
	c, err := s.OpenVersion(ctx, by, f.Reference, f.Number)
	if err != nil {
		return err
	}
	m, err := s.find(c, workflow.DecideFeedback, nil)
	if err != nil {
		return s.again(ctx, cmd.Once, err)
	}
	f.State, f.Shown, f.Answer, f.DecidedAt, f.DecidedBy = cmd.State, cmd.Shown, cmd.Answer, s.Now().UTC(), by.ID
	if f.State == FeedbackHidden {
		f.Shown, f.Answer = "", ""
	}
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: f.Reference, Feedback: &f,
		Acts: []Act{s.act(c, m.Event, map[string]string{"feedback": string(f.ID), "state": string(f.State)})}})
}

// EmailsForgotten is the event of erasing addresses that people left with their feedback.
const EmailsForgotten workflow.Event = "emails_forgotten"

// ForgetEmails erases the e-mail addresses of feedback that is older than some days, and says how many there were.
func (s *Service) ForgetEmails(ctx context.Context, days int) (int, error) {
	before := s.Now().UTC().AddDate(0, 0, -days)
	n, err := s.Store.EmailsBefore(ctx, before)
	if err != nil || n == 0 {
		return 0, err
	}
	err = s.Store.Write(ctx, &Change{Forget: before,
		Acts: []Act{{At: s.Now().UTC(), Kind: EmailsForgotten, Subject: "feedback", Facts: map[string]string{"addresses": strconv.Itoa(n)}}}})
	return n, err
}
