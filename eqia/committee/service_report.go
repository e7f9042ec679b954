package committee

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// ReportCommand is a new report with what its first version says.
type ReportCommand struct {
	Once   string
	Report Report
	Text   ReportText
}

// AddReport adds a report with its first version and gives its reference. Clerks may.
func (s *Service) AddReport(ctx context.Context, by eqia.Person, cmd ReportCommand) (string, error) {
	if err := may(by, ActReport, workflow.Clerk); err != nil {
		return "", err
	}
	change, err := s.reporting(ctx, by, cmd)
	if err != nil {
		return "", err
	}
	change.Once = cmd.Once
	if err := s.Store.Write(ctx, change); err != nil {
		return "", err
	}
	return change.Report.Reference, nil
}

// reporting is the change that makes a report with its first version.
func (s *Service) reporting(ctx context.Context, by eqia.Person, cmd ReportCommand) (*Change, error) {
	r := cmd.Report
	if err := s.validReport(ctx, &r); err != nil {
		return nil, err
	}
	r.ID, r.Reference, r.Counter = ReportID(s.NewID()), "", 0
	v, err := s.version(by, r.ID, 1, cmd.Text)
	if err != nil {
		return nil, err
	}
	return &Change{Report: &r, Version: &v, Acts: []eqia.Act{s.act(by, ActReport, "report/"+string(r.ID))}}, nil
}

func (s *Service) validReport(ctx context.Context, r *Report) error {
	if err := r.validate(); err != nil {
		return err
	}
	if r.Author == "" {
		return nil
	}
	_, err := s.Assessments.Person(ctx, r.Author)
	return err
}

// EditReport changes a report's title, people, purpose, value or access, from the counter it was read with. Clerks may.
func (s *Service) EditReport(ctx context.Context, by eqia.Person, r Report) error {
	if err := may(by, ActEditReport, workflow.Clerk); err != nil {
		return err
	}
	if err := s.validReport(ctx, &r); err != nil {
		return err
	}
	if r.Counter < 1 {
		return eqia.ErrMoved
	}
	return s.Store.Write(ctx, &Change{Report: &r, Acts: []eqia.Act{s.act(by, ActEditReport, "report/"+string(r.ID))}})
}

// Author is the account with an email address, to be a report's author; none for an empty one. An account that is closed may only stay the author's.
// Clerks may.
func (s *Service) Author(ctx context.Context, by eqia.Person, email string, now eqia.PersonID) (eqia.PersonID, error) {
	if err := may(by, ActEditReport, workflow.Clerk); err != nil || email == "" {
		return "", err
	}
	p, _, err := s.Assessments.PersonByEmail(ctx, email)
	if errors.Is(err, eqia.ErrNotFound) || err == nil && p.Disabled && p.ID != now {
		return "", &eqia.Invalid{Field: "author", Says: "Nobody with this email address can sign in here. Check it, or leave it empty and enter the lead officer"}
	}
	return p.ID, err
}

// AuthorEmail is the email address of the account of a report's author; empty for none. Clerks may.
func (s *Service) AuthorEmail(ctx context.Context, by eqia.Person, r Report) (string, error) {
	if err := may(by, ActEditReport, workflow.Clerk); err != nil || r.Author == "" {
		return "", err
	}
	p, err := s.Assessments.Person(ctx, r.Author)
	return p.Email, err
}

// ReviseCommand is what the next version of a report says.
type ReviseCommand struct {
	Once      string
	Reference string
	Text      ReportText
	At        []AppearanceID // where it takes the place of the version that was there
}

// ReviseReport adds a version of a report and gives its number. Clerks may. It takes the place of an older one only where that is said, at meetings
// that were not held yet: where the report has been stays with the version it was.
func (s *Service) ReviseReport(ctx context.Context, by eqia.Person, cmd ReviseCommand) (int, error) {
	if err := may(by, ActReviseReport, workflow.Clerk); err != nil {
		return 0, err
	}
	r, err := s.Store.Report(ctx, cmd.Reference)
	if err != nil {
		return 0, err
	}
	v, err := s.version(by, r.ID, len(r.Versions)+1, cmd.Text)
	if err != nil {
		return 0, err
	}
	v.inherit(r.Versions)
	act := s.act(by, ActReviseReport, "report/"+string(r.ID))
	act.Facts["no"] = strconv.Itoa(v.No)
	change := &Change{Once: cmd.Once, Result: r.Reference, Version: &v, Acts: []eqia.Act{act}}
	for _, id := range cmd.At {
		uses, err := s.using(by, r, id, v)
		if err != nil {
			return 0, err
		}
		change.Also = append(change.Also, uses)
	}
	return v.No, s.Store.Write(ctx, change)
}

// using is the change that puts another version of a report in the place of the one at an appearance.
func (s *Service) using(by eqia.Person, r Report, id AppearanceID, v ReportVersion) (*Change, error) {
	n := slices.IndexFunc(r.Journey, func(i Item) bool { return i.Appearance.ID == id })
	if n < 0 {
		return nil, eqia.ErrNotFound
	}
	if r.Journey[n].Meeting.Over(s.Now()) {
		return nil, &eqia.Invalid{Field: "at", Says: "The meeting on " + r.Journey[n].Meeting.Day().Words() + " is over. What was before it does not change"}
	}
	a := *r.Journey[n].Appearance
	a.Version = v
	act := s.act(by, ActUse, "appearance/"+string(id))
	act.Facts["no"] = strconv.Itoa(v.No)
	return &Change{Uses: &a, Acts: []eqia.Act{act}}, nil
}

// Report is one report with its versions and its journey from meeting to meeting, each item judged.
func (s *Service) Report(ctx context.Context, by eqia.Person, reference string) (Report, error) {
	if err := may(by, actRead, readers...); err != nil {
		return Report{}, err
	}
	r, err := s.Store.Report(ctx, reference)
	s.judgeAll(r.Journey)
	return r, err
}

// found is how many results a search for something to choose shows.
const found = 20

// Reports finds up to twenty reports by words in the title or by reference, newest first.
func (s *Service) Reports(ctx context.Context, by eqia.Person, words string) ([]Report, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	return s.Store.Reports(ctx, line(words), found)
}

// Assessed is which of these reports have a signed assessment linked to them, at any meeting.
func (s *Service) Assessed(ctx context.Context, by eqia.Person, reports []Report) (map[string]bool, error) {
	if err := may(by, actRead, readers...); err != nil {
		return nil, err
	}
	references := make([]string, len(reports))
	for i, r := range reports {
		references[i] = r.Reference
	}
	return s.Store.Assessed(ctx, references)
}

// AppearCommand puts a version of a report at an agenda item: the newest when No is 0.
type AppearCommand struct {
	Once      string
	Item      ItemID
	Reference string
	No        int
}

// Appear puts a report at an agenda item and gives the appearance. Clerks may. An item holds one report.
func (s *Service) Appear(ctx context.Context, by eqia.Person, cmd AppearCommand) (AppearanceID, error) {
	if err := may(by, ActAppear, workflow.Clerk); err != nil {
		return "", err
	}
	if err := s.Store.Used(ctx, cmd.Once); err != nil {
		return "", err
	}
	item, err := s.Store.Item(ctx, ItemKey{Item: cmd.Item})
	if err != nil {
		return "", err
	}
	r, err := s.Store.Report(ctx, cmd.Reference)
	if err != nil {
		return "", &eqia.Invalid{Field: "report", Says: "Enter the reference of a report, for example R-2026-0001"}
	}
	change, err := s.appearing(by, item, r, cmd.No)
	if err != nil {
		return "", err
	}
	change.Once, change.Result = cmd.Once, string(change.Appearance.ID)
	return change.Appearance.ID, s.Store.Write(ctx, change)
}

// appearing is the change that puts a version of a report at an item: the newest when no is 0.
func (s *Service) appearing(by eqia.Person, item Item, r Report, no int) (*Change, error) {
	no = cmp.Or(no, len(r.Versions))
	if no < 1 || no > len(r.Versions) {
		return nil, eqia.ErrNotFound
	}
	if !item.Kind.Asks() {
		return nil, &eqia.Invalid{Field: "report", Says: "This item is not a report. Change what kind of item it is first"}
	}
	if item.Appearance != nil {
		return nil, &eqia.Invalid{Field: "report", Says: "There is a report on this item already. Take it off first"}
	}
	a := Appearance{ID: AppearanceID(s.NewID()), ItemID: item.ID, Report: r, Version: r.Versions[no-1], By: by.ID}
	act := s.act(by, ActAppear, "appearance/"+string(a.ID))
	a.At = act.At
	act.Facts["report"], act.Facts["no"] = cmp.Or(r.Reference, string(r.ID)), strconv.Itoa(a.Version.No)
	return &Change{Appearance: &a, Acts: []eqia.Act{act}}, nil
}

// TakeOff takes a report off an agenda item it was put at by mistake. Clerks may, while nothing was linked and no reason was given.
func (s *Service) TakeOff(ctx context.Context, by eqia.Person, id AppearanceID, once string) error {
	if err := may(by, ActTakeOff, workflow.Clerk); err != nil {
		return err
	}
	if err := s.Store.Used(ctx, once); err != nil {
		return err
	}
	item, err := s.Store.Item(ctx, ItemKey{Appearance: id})
	if err != nil {
		return err
	}
	if a := item.appearance(); len(a.Links)+len(a.Reasons) > 0 {
		return &eqia.Invalid{Field: "report", Says: "What was linked or recorded here is kept, so the report stays on this item"}
	}
	act := s.act(by, ActTakeOff, "appearance/"+string(id))
	act.Facts["report"] = item.Appearance.Report.Reference
	return s.Store.Write(ctx, &Change{Once: once, Result: string(item.ID), TakenOff: id, Acts: []eqia.Act{act}})
}
