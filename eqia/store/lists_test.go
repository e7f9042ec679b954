package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/eqia/store"
	"dorset-eqia/workflow"
)

// titled starts a draft by the author under a title.
func (w world) titled(title string) string {
	w.t.Helper()
	first := eqiatest.FirstPage()
	first["title"] = eqia.Answer{Text: title}
	reference, err := w.Start(w.t.Context(), eqiatest.Author(), eqia.StartCommand{Answers: first})
	w.ok(err)
	return reference
}

// paged reads a list to its end, a few rows at a time, and gives what each row is called.
func paged[T any](t *testing.T, read func(eqia.Page) ([]T, error), called func(T) (name, cursor string)) []string {
	t.Helper()
	var out []string
	for page := (eqia.Page{Size: 3}); ; {
		rows, err := read(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			var name string
			name, page.After = called(r)
			out = append(out, name)
		}
		if len(rows) < page.Size {
			return out
		}
	}
}

func titleOf(l eqia.Line) (name, cursor string) { return l.Title, l.Cursor }

func TestMineBeginsWithWhatWasReturnedAndThenWhatWasSavedLast(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		var want []string
		for n := range 8 {
			if n%3 != 0 { // some are saved in the same moment
				w.clock.Pass(time.Minute)
			}
			w.titled(fmt.Sprint("Draft ", n))
		}
		returned := w.titled("Returned")
		c := w.as(eqiatest.Author(), returned)
		w.ok(w.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}))
		w.move(eqiatest.Lead(), returned, eqia.MoveCommand{Event: workflow.Take})
		w.move(eqiatest.Lead(), returned, eqia.MoveCommand{Event: workflow.RequestChanges, Reason: "Say who is affected."})
		w.clock.Pass(time.Hour)
		w.titled("Newest draft")
		mine := func(p eqia.Page) ([]eqia.Line, error) { return s.Mine(t.Context(), eqiatest.Author().ID, p) }
		got := paged(t, mine, titleOf)
		if len(got) != 10 || got[0] != "Returned" || got[1] != "Newest draft" {
			t.Fatalf("the list is %v", got)
		}
		for n := range 8 {
			want = append(want, fmt.Sprint("Draft ", n))
		}
		slices.Sort(want)
		if rest := slices.Sorted(slices.Values(got[2:])); !slices.Equal(rest, want) {
			t.Errorf("the pages hold %v, want each of %v once", rest, want)
		}
	})
}

func TestMineHoldsWhatAPersonMayOpenAndNothingElse(t *testing.T) {
	cases := []struct {
		name   string
		person eqia.Person
		want   int
	}{
		{"the author", eqiatest.Author(), 1}, {"an invited editor", eqiatest.CoAuthor(), 1}, {"someone asked to comment", eqiatest.Adviser(), 1},
		{"someone named as involved", eqiatest.Member(), 0}, {"someone who was removed", eqiatest.Clerk(), 0}, {"anyone else", eqiatest.Lead(), 0},
	}
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		reference := w.started()
		w.invite(eqiatest.CoAuthor(), reference, workflow.Editor)
		w.invite(eqiatest.Adviser(), reference, workflow.Commenter)
		w.invite(eqiatest.Member(), reference, eqia.Involved)
		w.invite(eqiatest.Clerk(), reference, workflow.Editor)
		w.ok(w.RemoveParty(t.Context(), w.as(eqiatest.Author(), reference), eqiatest.Clerk().ID, ""))
		for _, c := range cases {
			lines, err := s.Mine(t.Context(), c.person.ID, eqia.Page{Size: 50})
			if err != nil || len(lines) != c.want {
				t.Errorf("%s sees %d lines, want %d: %v", c.name, len(lines), c.want, err)
			}
		}
	})
}

func TestTheQueueIsFilteredAndThoseThatWaitLongestComeFirst(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		titles := []string{"Éire ferry", "Bus fares 100%", "Library hours", "Bus_shelters", "Parking", "Allotments", "Swimming"}
		for i, title := range titles {
			if i%2 == 0 {
				w.clock.Pass(time.Minute)
			}
			c := w.as(eqiatest.Author(), w.titled(title))
			w.ok(w.SaveAnswers(t.Context(), c, map[string]eqia.Answer{"directorate": {Choices: []string{[]string{"place", "corporate"}[i%2]}}}, nil))
			c = w.as(eqiatest.Author(), c.Assessment.Reference)
			w.ok(w.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}))
		}
		w.titled("A draft that nobody sent")
		w.move(eqiatest.Reviewer(), "EQIA-2026-0003", eqia.MoveCommand{Event: workflow.Take})
		cases := []struct {
			name   string
			filter eqia.Filter
			want   []string
		}{
			{"all that wait", eqia.Filter{States: []workflow.State{workflow.Submitted}}, but(titles, "Library hours")},
			{"all that wait or are in review", eqia.Filter{States: []workflow.State{workflow.Submitted, workflow.InReview}}, titles},
			{"a directorate", eqia.Filter{Directorate: "corporate"}, []string{"Bus fares 100%", "Bus_shelters", "Allotments"}},
			{"a reviewer", eqia.Filter{Reviewers: []eqia.PersonID{eqiatest.Reviewer().ID}}, []string{"Library hours"}},
			{"a word in any case", eqia.Filter{Text: "PARK"}, []string{"Parking"}},
			{"a word with an accent, as it is written", eqia.Filter{Text: "Éire"}, []string{"Éire ferry"}},
			{"a reference", eqia.Filter{Text: "eqia-2026-0005"}, []string{"Parking"}},
			{"a percent sign stands for itself", eqia.Filter{Text: "%"}, []string{"Bus fares 100%"}},
			{"an underscore stands for itself", eqia.Filter{Text: "s_s"}, []string{"Bus_shelters"}},
			{"a quote is no end of a text", eqia.Filter{Text: "' OR '1'='1"}, nil},
		}
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				list := func(p eqia.Page) ([]eqia.Line, error) { return s.List(t.Context(), c.filter, p) }
				if got := paged(t, list, titleOf); strings.Join(got, ", ") != strings.Join(c.want, ", ") {
					t.Errorf("got %v, want %v", got, c.want)
				}
			})
		}
	})
}

func but(all []string, one string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return s == one })
}

func TestALineNamesItsPeopleAndCountsItsOpenComments(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		c := w.as(eqiatest.Author(), w.started())
		w.ok(w.AddComment(t.Context(), c, eqia.Remark{Text: "Open and sent"}))
		w.ok(w.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}))
		w.move(eqiatest.Reviewer(), c.Assessment.Reference, eqia.MoveCommand{Event: workflow.Take})
		w.ok(w.AddComment(t.Context(), w.as(eqiatest.Reviewer(), c.Assessment.Reference), eqia.Remark{Text: "Kept back for now"}))
		lines, err := s.List(t.Context(), eqia.Filter{}, eqia.Page{Size: 5})
		if err != nil || len(lines) != 1 {
			t.Fatalf("got %d lines: %v", len(lines), err)
		}
		l := lines[0]
		if l.AuthorName != eqiatest.Author().Name || l.ReviewerName != eqiatest.Reviewer().Name || l.OpenComments != 1 {
			t.Errorf("the author is %q, the reviewer %q, with %d open comments", l.AuthorName, l.ReviewerName, l.OpenComments)
		}
	})
}

func TestCommentsKeptBackAreSentTogetherAndStaySent(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		c := w.as(eqiatest.Author(), w.started())
		reference := c.Assessment.Reference
		w.ok(w.Send(t.Context(), c, eqia.SendCommand{Revision: c.Revision}))
		w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.Take})
		reviewing := w.as(eqiatest.Reviewer(), reference)
		w.ok(w.AddComment(t.Context(), reviewing, eqia.Remark{Text: "Kept back for now"}))
		comments, err := s.Comments(t.Context(), c.ID)
		w.ok(err)
		old := comments[0]
		w.move(eqiatest.Reviewer(), reference, eqia.MoveCommand{Event: workflow.RequestChanges})
		old.State = eqia.CommentResolved
		w.ok(s.Write(t.Context(), &eqia.Change{Comments: []eqia.Comment{old}, Acts: []eqia.Act{{At: w.Now(), Kind: workflow.ResolveComment}}}))
		comments, err = s.Comments(t.Context(), c.ID)
		w.ok(err)
		if len(comments) != 1 || !comments[0].Sent() || comments[0].State != eqia.CommentResolved {
			t.Errorf("there is %+v; want it sent and resolved", comments)
		}
	})
}

func TestCountsAreOfCurrentVersionsByState(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		w.started()
		reference := w.signed()
		w.signed()
		_, err := w.NewVersion(t.Context(), w.as(eqiatest.Author(), reference), eqia.NewVersionCommand{})
		w.ok(err)
		got, _, err := s.Counts(t.Context())
		if err != nil || len(got) != 2 || got[workflow.Draft] != 2 || got[workflow.SignedOff] != 1 {
			t.Errorf("got %v, %v", got, err)
		}
	})
}

func TestAVersionComesBackAsItWasWritten(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		fv, _ := w.Profiles[eqiatest.Profile].Latest("2026-11-02")
		full := eqiatest.Full(eqiatest.Profile, fv)
		reference := w.started()
		w.ok(eqiatest.Write(t.Context(), w.Service, eqiatest.Author(), reference, full))
		w.ok(eqiatest.Sign(t.Context(), w.Service, reference, eqiatest.Author(), eqiatest.Lead()))
		c := w.as(eqiatest.Lead(), reference)
		want, err := full.Canonical()
		w.ok(err)
		if got, _ := c.Content.Canonical(); string(got) != string(want) {
			t.Errorf("the record holds\n%s\nwant\n%s", got, want)
		}
		sent, err := s.Submitted(t.Context(), c.ID, 1)
		w.ok(err)
		if got, _ := sent.Canonical(); string(got) != string(want) {
			t.Error("what was submitted is not what was written")
		}
		if _, err := s.Submitted(t.Context(), c.ID, 2); !errors.Is(err, eqia.ErrNotFound) {
			t.Errorf("a submission that never was gave %v", err)
		}
		if c.SignedBy != eqiatest.Lead().ID || !c.SignedAt.Equal(w.Now()) || c.Title != full.Title() || c.CheckCode == "" {
			t.Errorf("the header is %+v", c.Header)
		}
		if c.Stamps[aims].ByName != eqiatest.Author().Name || c.AuthorOf().Name != eqiatest.Author().Name {
			t.Errorf("the names are %q and %q", c.Stamps[aims].ByName, c.AuthorOf().Name)
		}
	})
}

func TestTheHistoryIsNewestFirstWithNamesAndNumbers(t *testing.T) {
	onBoth(t, func(t *testing.T, s *store.Store) {
		w := worldOn(t, s)
		c := w.as(eqiatest.Author(), w.signed())
		history, err := s.History(t.Context(), c.AssessmentID)
		w.ok(err)
		var said []string
		for _, h := range history {
			said = append(said, fmt.Sprint(h.Kind, " ", h.Number, " ", h.ByName))
		}
		lead, author := eqiatest.Lead().Name, eqiatest.Author().Name
		want := []string{"sign_off 1.0 " + lead, "take 1.0 " + lead, "submit 1.0 " + author, "comment 1.0 " + author, "edit 1.0 " + author, "start 1.0 " + author}
		if !slices.Equal(said, want) {
			t.Errorf("it says %q, want %q", said, want)
		}
		if history[4].Facts["part"] != "card/age" {
			t.Errorf("the facts of the edit are %v", history[4].Facts)
		}
	})
}
