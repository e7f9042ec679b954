package web_test

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/eqiatest"
	"dorset-eqia/workflow"
)

// pair is a draft that two people write together, each in a browser of their own.
type pair struct {
	*site
	t        *testing.T
	ref      string
	one, two visitor
}

func newPair(t *testing.T) pair {
	t.Helper()
	return pairOn(t, newSite(t))
}

// pairOn starts a draft of a pair's own on a site that may hold others.
func pairOn(t *testing.T, s *site) pair {
	t.Helper()
	ref, _ := s.draft(t)
	err := s.Invite(t.Context(), s.open(t, eqiatest.Author(), ref), eqia.Invitation{Email: eqiatest.CoAuthor().Email, Relation: workflow.Editor})
	if err != nil {
		t.Fatal(err)
	}
	return pair{site: s, t: t, ref: ref, one: s.as(t, eqiatest.Author()), two: s.as(t, eqiatest.CoAuthor())}
}

// at is an address within the pair's assessment.
func (p pair) at(tail string) string { return "/casework/" + p.ref + tail }

func (p pair) content() eqia.Content {
	p.t.Helper()
	return p.site.open(p.t, eqiatest.Author(), p.ref).Content
}

// submit sends a form of a page, with some of its fields filled in.
func (v visitor) submit(a answer, selector, to string, filled url.Values) answer {
	v.t.Helper()
	if a.Find(selector).Length() != 1 {
		v.t.Fatalf("%s finds %d forms", selector, a.Find(selector).Length())
	}
	values := a.form(selector)
	maps.Copy(values, filled)
	return v.post(to, values)
}

// fill sends the form of a page that posts to this address.
func (v visitor) fill(a answer, to string, filled url.Values) answer {
	v.t.Helper()
	return v.submit(a, "form[action='"+to+"']", to, filled)
}

// givenBack reports whether a page holds a text in one of its fields for long texts.
func (a answer) givenBack(text string) bool {
	for _, n := range a.Find("textarea").EachIter() {
		if strings.Contains(n.Text(), text) {
			return true
		}
	}
	return false
}

// leads fails the test unless the error summary leads to this field, and the field has a message of its own beside it.
func (a answer) leads(t *testing.T, to string) {
	t.Helper()
	links := a.Find(".govuk-error-summary a").Map(func(_ int, n *goquery.Selection) string { return n.AttrOr("href", "") })
	if !slices.Contains(links, "#"+to) || a.Find("[id='"+to+"']").Length() != 1 || a.Find("[id='"+to+"-error']").Length() != 1 {
		t.Errorf("the summary leads to %v, not to %s; status %d", links, to, a.Status)
	}
}
