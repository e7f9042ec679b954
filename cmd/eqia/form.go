package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
)

type formCommand struct {
	inData
	Profile string `help:"The council's form. Without it, the one the settings choose." placeholder:"CODE"`
	JSON    bool   `help:"Print it as JSON." name:"json"`
}

// formInForce is a form as it is printed: the version in force today, with the characteristics that are in force.
type formInForce struct {
	Profile string `json:"profile"`
	Council string `json:"council"`
	form.Version
}

// Run shows the form in force today.
func (c *formCommand) Run(a *app) error {
	code := c.Profile
	if code == "" {
		code = a.config.Profile
	}
	council, err := c.council(a, code)
	if err != nil {
		return err
	}
	today := string(eqia.DayOf(time.Now()))
	v, ok := council.Latest(today)
	if !ok {
		return fmt.Errorf("No version of the form %s is in force today", code)
	}
	v.Characteristics = v.CharacteristicsInForce(today)
	if c.JSON {
		return printJSON(a.out, formInForce{council.Code, council.Council, v})
	}
	return c.print(a, v)
}

// council is the council's form with the versions that administrators published, where there is a database to ask.
func (c *formCommand) council(a *app, code string) (form.Profile, error) {
	council, err := form.Load(code)
	if err != nil {
		return council, usageError{err}
	}
	if _, err := os.Stat(filepath.Join(c.Data, "eqia.db")); a.config.DatabaseURL == "" && errors.Is(err, fs.ErrNotExist) {
		return council, nil
	}
	err = a.with(c.Data, func(o *opened) error {
		council, err = o.service.Council(a.ctx, code)
		return err
	})
	return council, err
}

func (c *formCommand) print(a *app, v form.Version) error {
	fmt.Fprintf(a.out, "Form %s, in force from %s\n", v.Code, eqia.Day(v.From).Words())
	for _, s := range v.Sections {
		fmt.Fprintf(a.out, "\n%s\n", s.Title)
		for _, p := range s.Pages {
			for _, q := range p.Questions {
				fmt.Fprintf(a.out, "  %s: %s\n", q.Code, q.Label)
			}
		}
	}
	fmt.Fprintln(a.out, "\nCharacteristics")
	for _, ch := range v.Characteristics {
		fmt.Fprintf(a.out, "  %s: %s (%s)\n", ch.Code, ch.Label, ch.Kind)
	}
	return nil
}
