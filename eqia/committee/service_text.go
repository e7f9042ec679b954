package committee

import (
	"context"
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/record"
	"dorset-eqia/workflow"
)

// TextCommand is the equality section that a clerk puts in the report at an item. Was is the digest of what the report said when it was read.
type TextCommand struct {
	Once  string
	Item  ItemID
	Text  string
	Was   string
	Style SectionStyle
}

// putter is who may put an equality section in a report, and so who has changed one that was changed by hand.
const putter = workflow.Clerk

// TextMark is the digest of what a version of a report says about equality, for TextCommand.
func TextMark(v ReportVersion) string { return record.Digest([]byte(v.EqualityText)) }

// PutText puts an equality section in the report at an item, and keeps beside it the text as it was made and the versions it was made from, so
// that a change by hand can be seen. Clerks may, until an agenda with this version of the report is published.
func (s *Service) PutText(ctx context.Context, by eqia.Person, cmd TextCommand) error {
	if err := may(by, ActPutText, putter); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return err
	}
	item, made, err := s.SectionFor(ctx, by, cmd.Item, cmd.Style)
	if err != nil {
		return err
	}
	text := eqia.Lines(cmd.Text)
	if text == "" {
		return &eqia.Invalid{Field: "text", Says: "Enter what the report says about equality"}
	}
	if err := eqia.ValidText("text", text); err != nil {
		return err
	}
	v := item.Appearance.Version
	if cmd.Was != TextMark(v) {
		return eqia.ErrMoved
	}
	if !item.Writable() {
		return &eqia.Invalid{Field: "text", Says: "An agenda with this version of the report is published. Add a version of the report instead"}
	}
	v.EqualityText, v.Generated, v.GeneratedFrom, v.EqualitySource = text, eqia.Lines(made.Plain()), made.From, GeneratedText
	if v.EqualityText != v.Generated {
		v.EqualitySource = EditedText
	}
	act := s.act(by, ActPutText, "report/"+string(v.ReportID))
	act.Facts["source"], act.Facts["digest"] = string(v.EqualitySource), TextMark(v)
	return s.Store.Write(ctx, &Change{Once: cmd.Once, Result: string(item.ID), Text: &NewText{ID: s.NewID(), Version: v, Was: v.Texts}, Acts: []eqia.Act{act}})
}

// NewText is a version of a report with another equality section than it had.
type NewText struct {
	ID      string
	Version ReportVersion
	Was     int // how often a section was put in it before
}

// Writable reports whether the equality section of the report at the item can still be put in: its agenda is not published. The store refuses it
// as well where another agenda with the same version is.
func (i Item) Writable() bool {
	_, published := i.Meeting.Published()
	return !published && i.Appearance != nil
}

// MadeFromOthers reports whether the section was made from other versions than those that a section would be made from now.
func (v ReportVersion) MadeFromOthers(now Section) bool {
	sorted := func(ids []eqia.VersionID) []eqia.VersionID { return slices.Sorted(slices.Values(ids)) }
	return v.EqualitySource != TypedText && !slices.Equal(sorted(v.GeneratedFrom), sorted(now.From))
}
