package lead

import (
	"cmp"
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// facts is what the reviewer needs to know before reading.
func (v review) facts() []components.Row {
	rows := []components.Row{{Key: "Stage", Content: page.StateTag(v.State).View()},
		{Key: "Author", Text: cmp.Or(v.AuthorOf().Name, "Not known")}, {Key: "Sent for review", Text: moment(v.Case)},
		{Key: "Decision expected", Text: cmp.Or(v.DecisionOn.Words(), "Not known yet")}, {Key: "Who wrote it or helped", Text: contributors(v.Case)}}
	if v.Assessment.Restricted {
		rows = append(rows, components.Row{Key: "Restricted", Text: "Yes. Only its people, the equality team and the monitoring officer can see it."})
	}
	return append(append(rows, urgency(v.Case)...), exceptions(v.Case)...)
}

// exceptions are the reasons given for going another way than usual. The service leaves them out for anyone who may not read them.
func exceptions(c eqia.Case) []components.Row {
	var rows []components.Row
	for _, r := range []components.Row{{Key: "Why someone who helped may sign", Text: c.AllowedReason},
		{Key: "Why it is no longer restricted", Text: c.Assessment.LiftedReason}} {
		if r.Text != "" {
			rows = append(rows, r)
		}
	}
	return rows
}

func moment(c eqia.Case) string {
	if c.SubmittedAt.IsZero() {
		return "Not yet"
	}
	return eqia.Moment(c.SubmittedAt)
}

// contributors names everyone who wrote any of this cycle, one to a line.
func contributors(c eqia.Case) string {
	var names []string
	for _, p := range c.Contributors() {
		label := p.Relation.Label()
		if p.Relation == eqia.Involved {
			label = "Named as involved"
		}
		names = append(names, p.Name+" ("+label+")")
	}
	return strings.Join(names, "\n")
}

// record is what is known of a version besides its answers. Who worked on it is for those who work on it and the team.
func record(c eqia.Case) []components.Row {
	rows := []components.Row{{Key: "Reference", Text: c.Assessment.Reference}, {Key: "Version", Text: c.VersionWords()},
		{Key: "Stage", Content: page.StateTag(c.State).View()}}
	add := func(key, text string) {
		if text != "" {
			rows = append(rows, components.Row{Key: key, Text: text})
		}
	}
	add("Started", eqia.Moment(c.StartedAt))
	if insider(c) {
		add("Author", c.AuthorOf().Name)
		add("Who wrote it or helped", contributors(c))
	}
	if !c.SignedAt.IsZero() {
		add("Signed off", eqia.Moment(c.SignedAt)+signedBy(c.Header))
	}
	add("Check code", c.CheckCode)
	add("Digest of what was signed", c.Digest)
	if c.Published() {
		add("Published", eqia.Moment(c.PublishedAt))
	}
	add("Decision expected", c.DecisionOn.Words())
	add("Review due", c.ReviewDue.Words())
	add("Why it was withdrawn", c.Reason)
	add("Conditions of the sign-off", strings.Join(eqia.Words(c.Conditions), "\n"))
	return append(append(rows, urgency(c)...), exceptions(c)...)
}

// signedBy says who signed: a role, or the name of someone outside this service whose role is not known.
func signedBy(h eqia.Header) string {
	if h.SignerRole == "" {
		return " by " + cmp.Or(h.SignerName, "someone outside this service")
	}
	return " by the " + lower(h.SignerRole)
}

// lower puts a role in the middle of a sentence.
func lower(role string) string {
	if role == "" {
		return role
	}
	return strings.ToLower(role[:1]) + role[1:]
}

// doors says where the moves that need a page of their own are made.
var doors = map[workflow.Event]string{workflow.Release: "move/release", workflow.Withdraw: "move/withdraw", workflow.Publish: "publish",
	workflow.NewVersion: "new-version", workflow.StartReview: "start-review", workflow.AllowSigner: "sign-off", workflow.Assign: "assign",
	workflow.MarkUrgent: "urgent", workflow.TakeBackUrgent: "move/take_back_urgent"}

// door is the address where a move is made. A permission to sign is for the revision that was read.
func door(c eqia.Case, e workflow.Event) string {
	if e == workflow.AllowSigner {
		return atRevision(to(c).Do(doors[e]), c.Revision)
	}
	return to(c).Do(doors[e])
}

// offered lists links to the moves among these that the person can make now, once they have filled in the form that asks for it.
func offered(c eqia.Case, these ...workflow.Event) []components.Link {
	var out []components.Link
	for _, m := range c.Offers() {
		if slices.Contains(these, m.Event) && may(c, m.Event, workflow.ReasonGiven, workflow.Contributor) == nil {
			out = append(out, components.Link{Text: m.Button, Href: door(c, m.Event)})
		}
	}
	return out
}

// links leads from the review to what belongs to it.
func (v review) links() []components.Link {
	out := offered(v.Case, workflow.Assign, workflow.Release, workflow.MarkUrgent, workflow.TakeBackUrgent, workflow.AllowSigner)
	out = append(out, components.Link{Text: "Download the comments as a spreadsheet", Href: to(v.Case).Do("comments-file/csv")},
		components.Link{Text: "Download the comments as JSON", Href: to(v.Case).Do("comments-file/json")})
	return append(out, about(v.Case)...)
}

// about leads to what changed and what happened.
func about(c eqia.Case) []components.Link {
	out := []components.Link{{Text: "See what changed", Href: to(c).Do("changes")}}
	if c.Compares() && c.Assessment.Current == c.ID {
		out = append(out, components.Link{Text: "Compare the options", Href: to(c).Do("options")})
	}
	if insider(c) {
		out = append(out, components.Link{Text: "See the history", Href: to(c).Do("history")})
	}
	if c.Standing.Has(workflow.Lead) {
		out = append(out, components.Link{Text: consulting, Href: to(c).Do("consultation")})
	}
	return out
}

// publicAddress is where the public reads a published version.
func publicAddress(c eqia.Case) string {
	return "/assessments/" + c.Assessment.Reference + "/v/" + c.Number()
}

// notAsked lists what today's form asks and this record's did not.
func notAsked(c eqia.Case) []string {
	var out []string
	missing := c.NotAsked()
	for _, ch := range missing.Characteristics {
		out = append(out, ch.Label)
	}
	for _, q := range missing.Questions {
		out = append(out, q.Short)
	}
	return out
}

// moving reads what every form that moves an assessment carries: the revision the person saw and the form's key.
func moving(r *page.Request, e workflow.Event) eqia.MoveCommand {
	return eqia.MoveCommand{Event: e, Revision: r.Seen(), Once: r.Once()}
}

// upper starts a sentence with words that could stand in the middle of one.
func upper(words string) string {
	if words == "" {
		return words
	}
	return strings.ToUpper(words[:1]) + words[1:]
}
