package committee

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// TakenUp reports whether members had the report before them when this became of it, so that the minutes say how they took the assessment.
func (o Outcome) TakenUp() bool { return o != TakenAway && o != NotReached && o != Deferred }

// Clause is words for the minutes about an item, to be changed by the clerk: what was before members, and in brackets what only the clerk
// knows. It is never recorded by itself.
func (i Item) Clause() string {
	var out []string
	if i.UrgentReason != "" {
		out = append(out, "The Chairman agreed that this item was urgent. The reason was: "+i.UrgentReason)
	}
	live := i.appearance().Live()
	switch {
	case len(live) > 0:
		out = append(out, i.Meeting.had()+" "+listed(live)+".", "Members discussed [say what].",
			"[Say what will be done, by whom and by when.]")
	case len(i.appearance().Given()) > 0:
		out = append(out, "There was no equality impact assessment with this report. The reason given was: "+i.appearance().Given()[0].Public)
	default:
		out = append(out, "There was no equality impact assessment with this report.")
	}
	return strings.Join(out, " ")
}

// had begins the sentence that says what was before those who decide.
func (m Meeting) had() string {
	if !m.Committee.Kind.Sits() {
		return "The decision-maker had before them"
	}
	return "The " + strings.TrimPrefix(m.Committee.Name, "The ") + " had before it"
}

// listed names assessments as minutes do.
func listed(links []Link) string {
	var out []string
	for _, l := range links {
		name := "Equality Impact Assessment " + l.Pinned.Reference + " version " + l.Pinned.Number
		if l.Appendix != "" {
			name += " (" + l.Appendix + ")"
		}
		out = append(out, name)
	}
	if last := len(out) - 1; last > 0 {
		return strings.Join(out[:last], ", ") + " and " + out[last]
	}
	return out[0]
}

// Origins lists who can put a recommendation at a meeting, in the order they are offered.
func Origins() []Origin { return []Origin{CommitteeAmendment, CabinetAmendment, ByMotion} }

// Label is who put it, in the words shown on pages.
func (o Origin) Label() string {
	return map[Origin]string{ByOfficer: "The officers’ report", CommitteeAmendment: "An amendment by a committee", CabinetAmendment: "An amendment by Cabinet",
		ByMotion: "A motion"}[o]
}

// DecideCommand is what became of a report at a meeting, from the counter it was read with.
type DecideCommand struct {
	Once    string
	Counter int
	Decision
	Added  string // recommendations that members added, one to a line
	Origin Origin // of those
}

func (c *DecideCommand) validate(i Item, begun bool) error {
	if err := c.validWords(i); err != nil {
		return err
	}
	switch {
	case !c.Outcome.Valid():
		return &eqia.Invalid{Field: "outcome", Says: "Select what became of the report"}
	case !begun && c.Outcome.TakenUp():
		return &eqia.Invalid{Field: "outcome", Says: "The meeting has not begun yet. Only a report that was withdrawn or put off can be recorded before it"}
	case c.Outcome.TakenUp() && len(i.appearance().Live()) > 0 && !slices.Contains(ConsideredWays(), c.Considered):
		return &eqia.Invalid{Field: "considered", Says: "Select how members took up the assessment, or that it was not mentioned"}
	case c.Outcome == AgreedAmended && c.Amendments == "" && c.Added == "":
		return &eqia.Invalid{Field: "amendments", Says: "Enter what members changed"}
	case c.Added != "" && !slices.Contains(Origins(), c.Origin):
		return &eqia.Invalid{Field: "origin", Says: "Select who put the recommendations"}
	case c.Role != "" && !slices.Contains(Roles(), c.Role):
		return &eqia.Invalid{Field: "role", Says: "Select what the report was there for"}
	}
	return nil
}

// validWords checks what was typed. Words in brackets are those of the suggestion that only the clerk knows.
func (c *DecideCommand) validWords(i Item) error {
	c.Resolution, c.Amendments, c.Minute, c.Added = eqia.Lines(c.Resolution), eqia.Lines(c.Amendments), eqia.Lines(c.Minute), eqia.Lines(c.Added)
	if strings.ContainsAny(c.Minute, "[]") {
		return &eqia.Invalid{Field: "minute", Says: "Replace the words in square brackets, or delete them"}
	}
	for _, typed := range []struct{ field, text string }{{"resolution", c.Resolution}, {"amendments", c.Amendments}, {"minute", c.Minute}, {"added", c.Added}} {
		if err := eqia.ValidText(typed.field, typed.text); err != nil {
			return err
		}
	}
	if len(i.Appearance.Version.Recommendations)+strings.Count(c.Added, "\n") >= mostPoints {
		return &eqia.Invalid{Field: "added", Says: "Enter no more than 100 recommendations"}
	}
	return nil
}

// Decide records what became of a report at a meeting. Clerks may, and may put it right later. Recommendations that members added make a
// version of the report of their own, which no assessment covers yet.
func (s *Service) Decide(ctx context.Context, by eqia.Person, at AppearanceID, cmd DecideCommand) error {
	if err := may(by, ActDecide, workflow.Clerk); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return err
	}
	i, err := s.Store.Item(ctx, ItemKey{Appearance: at})
	if err != nil {
		return err
	}
	if err := cmd.validate(i, !s.Now().Before(i.Meeting.StartsAt)); err != nil {
		return err
	}
	a := *i.Appearance
	a.Decision, a.Counter = cmd.Decision, cmd.Counter
	act := s.act(by, ActDecide, "appearance/"+string(at))
	act.Facts["role"], act.Facts["outcome"], act.Facts["considered"] = string(a.Role), string(a.Outcome), string(a.Considered)
	change := &Change{Once: cmd.Once, Result: string(at), Decided: &a}
	if cmd.Added != "" {
		if change.Version, err = s.amended(ctx, by, a, cmd); err != nil {
			return err
		}
		act.Facts["version"] = strconv.Itoa(change.Version.No)
	}
	change.Acts = []eqia.Act{act}
	return s.Store.Write(ctx, change)
}

// amended is the next version of a report: as it was at the meeting, with what members added.
func (s *Service) amended(ctx context.Context, by eqia.Person, a Appearance, cmd DecideCommand) (*ReportVersion, error) {
	r, err := s.Store.Report(ctx, a.Report.Reference)
	if err != nil {
		return nil, err
	}
	v := a.Version
	v.ID, v.No, v.At, v.By = ReportVersionID(s.NewID()), len(r.Versions)+1, s.Now().UTC(), by.ID
	v.Recommendations = slices.Clone(v.Recommendations)
	for raw := range strings.Lines(cmd.Added) {
		words := line(raw)
		if words == "" {
			continue
		}
		if !pointStart.MatchString(words) {
			words = strconv.Itoa(len(v.Recommendations)+1) + " " + words
		}
		p := points(words)[0]
		v.Recommendations = append(v.Recommendations, Recommendation{ID: PointID(s.NewID()), Label: p[0], Text: p[1], Origin: cmd.Origin, Since: v.At})
	}
	return &v, nil
}
