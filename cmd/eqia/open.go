package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/oklog/ulid/v2"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/calendar"
	"dorset-eqia/eqia/check"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/moderngov"
	"dorset-eqia/eqia/pdftext"
	"dorset-eqia/eqia/store"
	"dorset-eqia/eqia/wordform"
	"dorset-eqia/web/document"
)

// opened is the record with the service that works on it.
type opened struct {
	store      *store.Store
	service    *eqia.Service
	committees *committee.Service
	config     Config
	client     *moderngov.Client // of the committee system; nil until it is asked
}

// source is where the database is: the address in the settings, or a file in the data folder, which is made where it is missing.
func (a *app) source(data string) (string, error) {
	file, err := store.FileIn(data)
	if err != nil || a.config.DatabaseURL == "" {
		return file, err
	}
	return a.config.DatabaseURL, nil
}

// open opens the record, bringing it up to date, and wires the service by hand.
func (a *app) open(data string) (*opened, error) {
	if a.config.Ahead > 0 && !a.demo {
		return nil, errors.New("EQIA_DEMO_AHEAD is for eqia serve --demo alone: real records keep the real time")
	}
	source, err := a.source(data)
	if err != nil {
		return nil, err
	}
	key, err := readSecret(a.config.SecretFile, filepath.Join(data, "secret"))
	if err != nil {
		return nil, err
	}
	profiles, err := profiles()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(a.ctx, source)
	if err != nil {
		return nil, err
	}
	days := &eqia.WorkCalendar{Rule: calendar.Working, Off: s.DaysOff, Times: s.Committees().Times, Now: a.config.now}
	service := &eqia.Service{Store: s, Register: s.Register(), Checks: check.Judge, Profiles: profiles, Published: &eqia.FormCache{}, Word: wordform.Read,
		Profile: a.config.Profile, Now: a.config.now, NewID: newID, Key: key,
		Pace: eqia.Standards{ReviewWithin: a.config.Review, UrgentWithin: a.config.Urgent, Calendar: days}}
	committees := &committee.Service{Store: s.Committees(), Assessments: s, Forms: service.CouncilWith, Now: a.config.now, NewID: newID, Calendar: days,
		ReadMeetings: moderngov.Read, ReadPages: pdftext.New(pdftext.Usual).Pages}
	committees.Differs, committees.Exposes = document.Differs(service), service.Exposes
	service.Linked, service.Closed = committees.Linked, committees.Closed
	return &opened{store: s, committees: committees, service: service, config: a.config}, nil
}

// with opens the record for one piece of work and closes it afterwards.
func (a *app) with(data string, work func(*opened) error) error {
	o, err := a.open(data)
	if err != nil {
		return err
	}
	return errors.Join(work(o), o.store.Close())
}

// person finds an account by its e-mail address.
func (o *opened) person(ctx context.Context, email string) (eqia.Person, error) {
	p, _, err := o.store.PersonByEmail(ctx, email)
	if errors.Is(err, eqia.ErrNotFound) {
		return p, fmt.Errorf("There is no account with that email address")
	}
	return p, err
}

func profiles() (map[string]form.Profile, error) {
	out := map[string]form.Profile{}
	for _, code := range form.Profiles() {
		p, err := form.Load(code)
		if err != nil {
			return nil, err
		}
		out[code] = p
	}
	return out, nil
}

// newID is a new identifier: a ULID, which sorts by the time it was made.
func newID() string { return ulid.Make().String() }
