package components

import (
	"strings"
	"testing"
	"time"
)

func TestEffectsAreWordsWithSignsInOneOrder(t *testing.T) {
	cases := []struct {
		name, want string
		set        []string
	}{
		{"several", "+ Positive − Negative ? Unclear", []string{"unclear", "negative", "positive", "negative"}},
		{"neutral alone", "= Neutral", []string{"neutral"}},
		{"nothing answered is never neutral", "Not answered yet", nil},
		{"a word nobody knows", "Not answered yet", []string{"good"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { same(t, "words", squeezed(rendered(t, Effects(c.set)).Selection), c.want) })
	}
}

func TestADiffJoinsUpToTheTextsItCameFrom(t *testing.T) {
	page := rendered(t, Diff{Runs: []Run{{Same, "One\n two "}, {Removed, "three\n"}, {Added, " four"}, {Same, "\tfive <b>"}}}.View())
	same(t, "removed", squeezed(page.Find("del")), "Start of removed text three End of removed text")
	same(t, "added", squeezed(page.Find("ins")), "Start of added text fourEnd of added text")
	page.Find(".govuk-visually-hidden").Remove()
	same(t, "everything seen", page.Find(".app-diff").Text(), "One\n two three\n four\tfive <b>")
}

func TestTypedTextIsSplitIntoParagraphs(t *testing.T) {
	page := rendered(t, Paragraphs("First\n\n  \nSecond <i>line</i>\nThird\n"))
	var texts []string
	for _, paragraph := range page.Find("p.govuk-body").EachIter() {
		texts = append(texts, paragraph.Text())
	}
	same(t, "paragraphs", strings.Join(texts, "|"), "First|Second <i>line</i>|Third")
}

func TestATimelineIsNewestFirst(t *testing.T) {
	day := time.Date(2026, 6, 4, 9, 0, 0, 0, time.UTC)
	page := rendered(t, Timeline{Level: 3, Events: []Event{{Title: "Started", At: day}, {Title: "Sent", At: day.Add(time.Hour)}}}.View())
	same(t, "first", page.Find("h3").First().Text(), "Sent")
	same(t, "instant", page.Find("time").First().AttrOr("datetime", ""), "2026-06-04T10:00:00Z")
}

func TestATaskThatCannotStartYetIsNotALink(t *testing.T) {
	page := rendered(t, TaskList{ID: "t", Tasks: []Task{
		{Title: "Check", Href: "/check", Status: CannotStartYet},
		{Title: "Name", Href: "/name", Hint: "Short", Status: Completed},
		{Title: "Age", Href: "/age", Status: CommentsToAnswer},
	}}.View())
	same(t, "links", squeezed(page.Find("a")), "NameAge")
	same(t, "what the link is described by", page.Find("a").First().AttrOr("aria-describedby", ""), "t-2-hint t-2-status")
	same(t, "tags", squeezed(page.Find(".govuk-tag")), "Comments to answer")
	same(t, "status of a task that is done", squeezed(page.Find("#t-2-status")), "Completed")
}

func TestLinksThatLookTheSameSoundDifferent(t *testing.T) {
	change := []Link{{Text: "Change", Href: "/a", Unseen: "owner"}}
	page := rendered(t, SummaryCard{Title: "Action 1", Level: 3, Actions: []Link{{Text: "Remove", Href: "/r"}},
		Rows: []Row{{Key: "Owner", Text: "Highways", Actions: change}}}.View())
	same(t, "heading", page.Find("h3").Text(), "Action 1")
	same(t, "change", squeezed(page.Find(`[href="/a"]`)), "Change owner (Action 1)")
	same(t, "remove", squeezed(page.Find(`[href="/r"]`)), "Remove (Action 1)")
	same(t, "text that is seen", page.Find(`[href="/a"]`).Contents().First().Text(), "Change")
}

func TestASummaryOffersToFillInWhatIsMissing(t *testing.T) {
	page := rendered(t, SummaryList{Rows: []Row{
		{Key: "Review date", Missing: Link{Text: "Enter the review date", Href: "/review"}},
		{Key: "Purpose", Text: "One\nTwo", Actions: []Link{{Text: "Change", Href: "/a"}, {Text: "Remove", Href: "/r"}}},
		{Key: "Owner", Content: Tag{Text: "Nobody"}.View()},
	}}.View())
	same(t, "missing", page.Find(`dd a[href="/review"]`).Text(), "Enter the review date")
	if page.Find("dd p").Length() != 2 || page.Find(".govuk-summary-list__actions-list-item").Length() != 2 {
		t.Error("paragraphs or links are missing")
	}
	if page.Find(".govuk-summary-list__row--no-actions").Length() != 2 || page.Find("dd .govuk-tag").Length() != 1 {
		t.Error("rows without links, or drawn content, are missing")
	}
}

func TestATableHasACaptionAndHeadingsAndScrollsByKeyboard(t *testing.T) {
	page := rendered(t, Table{ID: "work", Caption: "Your work", CaptionSize: Medium, RowHeads: true,
		Head: []Cell{{Text: "Title", Href: "?sort=title", Sort: "ascending"}, {Text: "Days", Numeric: true}},
		Rows: [][]Cell{{{Text: "Buses", Href: "/buses"}, {Text: "3", Numeric: true}}}}.View())
	same(t, "caption", page.Find("caption.govuk-table__caption--m").Text(), "Your work")
	same(t, "region", page.Find(`section[tabindex="0"]`).AttrOr("aria-labelledby", ""), "work-caption")
	same(t, "sorted column", squeezed(page.Find("[scope=col][aria-sort=ascending]")), "Title")
	same(t, "row heading", squeezed(page.Find("[scope=row] a")), "Buses")
	same(t, "number", squeezed(page.Find("td.govuk-table__cell--numeric")), "3")
}

func TestCommentsSayWhoWhenAndWhetherTheyAreDone(t *testing.T) {
	page := rendered(t, Comments{Label: "Comments on Age", Comments: []Comment{{
		ID: "c1", Author: "Equality lead", Role: "Corporate", When: "4 June 2026", Text: "Who else?\nSay more", State: CommentOpen,
		Actions: []Link{{Text: "Reply", Href: "/reply", Unseen: "to the comment"}},
		Replies: []Comment{{ID: "c2", Author: "Author", When: "5 June 2026", Text: "Done"}},
	}}}.View())
	same(t, "by", squeezed(page.Find("#c1 > .app-comments__by")), "Equality lead Corporate 4 June 2026 Open")
	same(t, "reply", squeezed(page.Find("#c1 #c2 .app-comments__text")), "Done")
	if page.Find("#c1 > .app-comments__text p").Length() != 2 {
		t.Error("a comment's lines are paragraphs")
	}
	if rendered(t, Comments{}.View()).Find("ul").Length() != 0 {
		t.Error("without comments there is no list")
	}
}

func TestProgressSaysItsStateInWords(t *testing.T) {
	page := rendered(t, Progress{Label: "Progress", Steps: []Step{
		{Text: "Sent", Note: "4 June", State: StepDone}, {Text: "Review", State: StepNow}, {Text: "Sign-off"}}}.View())
	same(t, "now", squeezed(page.Find("[aria-current=step]")), "Review Now")
	same(t, "done", squeezed(page.Find("li").First()), "Sent Done 4 June")
	same(t, "ahead", squeezed(page.Find("li").Last()), "Sign-off Not yet")
}

func TestPaginationLeadsOnlyWhereThereIsAPage(t *testing.T) {
	page := rendered(t, Pagination{Next: "/next", NextLabel: "Older"}.View())
	same(t, "links", squeezed(page.Find("a")), "Next page : Older")
	same(t, "relation", page.Find("a").AttrOr("rel", ""), "next")
	if rendered(t, Pagination{}.View()).Find("nav").Length() != 0 {
		t.Error("a list of one page has no pagination")
	}
}

func TestButtonsSendOrLead(t *testing.T) {
	remove := Button{Text: "Remove", Unseen: "action 1", Name: "do", Value: "remove", Style: Warning}
	sends := rendered(t, remove.View()).Find("button.govuk-button--warning")
	same(t, "words", squeezed(sends), "Remove action 1")
	same(t, "pressed twice", sends.AttrOr("data-prevent-double-click", ""), "true")
	leads := rendered(t, Button{Text: "Start", Href: "/start"}.View()).Find("a.govuk-button[role=button]")
	same(t, "address", leads.AttrOr("href", ""), "/start")
}

func TestTheCurrentPageIsMarkedInTheNavigation(t *testing.T) {
	page := rendered(t, ServiceNavigation{Service: "Equality", Href: "/", Items: []NavItem{
		{Text: "Work", Href: "/w", Current: true}, {Text: "Help", Href: "/h", Active: true}}}.View())
	same(t, "current", squeezed(page.Find("[aria-current=page] strong")), "Work")
	same(t, "above the current", squeezed(page.Find("[aria-current=true] strong")), "Help")
}
