package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"golang.org/x/term"

	"dorset-eqia/eqia"
	"dorset-eqia/web/account"
	"dorset-eqia/workflow"
)

// The events of accounts, as the audit names them.
const (
	personAdded    workflow.Event = "person_added"
	personDisabled workflow.Event = "person_disabled"
)

type userCommands struct {
	Add     userAdd     `cmd:"" help:"Add an account."`
	List    userList    `cmd:"" help:"List the accounts."`
	Disable userDisable `cmd:"" help:"Stop someone from signing in. Their name stays in the record."`
}

type userAdd struct {
	inData
	Email         string   `arg:"" help:"Email address to sign in with."`
	Name          string   `required:"" help:"Name, as the record shows it."`
	Role          []string `help:"A role to give: ${roles}. Say it again for another; none is needed to write assessments." placeholder:"ROLE"`
	PasswordStdin bool     `help:"Read the password from standard input instead of asking for it."`
}

// Run adds an account.
func (c *userAdd) Run(a *app) error {
	p, err := c.person()
	if err != nil {
		return usageError{err}
	}
	password, err := c.password(a)
	if err != nil {
		return err
	}
	if says := account.Weak(password, p.Email); says != "" {
		return errors.New(says)
	}
	passwords, err := account.NewPasswords()
	if err != nil {
		return err
	}
	hash, err := passwords.Hash(password)
	if err != nil {
		return fmt.Errorf("keep the password: %w", err)
	}
	return a.with(c.Data, func(o *opened) error {
		p.ID = eqia.PersonID(newID())
		if err := o.store.SavePerson(a.ctx, p, hash, accountAct(personAdded, p.ID)); err != nil {
			return err
		}
		_, err := fmt.Fprintln(a.out, "Added", p.Email)
		return err
	})
}

// person is the account as it was asked for.
func (c *userAdd) person() (eqia.Person, error) {
	p := eqia.Person{Email: strings.TrimSpace(c.Email), Name: eqia.Lines(c.Name)}
	parsed, err := mail.ParseAddress(p.Email)
	if err != nil || parsed.Address != p.Email {
		return p, errors.New("Enter an email address such as name@example.gov.uk")
	}
	if p.Name == "" || len(p.Name) > 200 || eqia.ValidText("name", p.Name) != nil || strings.Contains(p.Name, "\n") {
		return p, errors.New("Enter a name of at most 200 characters")
	}
	for _, code := range c.Role {
		role := workflow.Actor(code)
		if !role.IsRole() {
			return p, fmt.Errorf("There is no role %q. Choose from %s", code, roleCodes())
		}
		if !slices.Contains(p.Roles, role) {
			p.Roles = append(p.Roles, role)
		}
	}
	return p, nil
}

// password asks for a password without showing it, or reads one line where it is told to or nobody is there to ask.
func (c *userAdd) password(a *app) (string, error) {
	descriptor := int(a.in.Fd())
	if c.PasswordStdin || !term.IsTerminal(descriptor) {
		line, err := bufio.NewReader(io.LimitReader(a.in, account.MostBytes+2)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("read the password: %w", err)
		}
		return strings.TrimRight(line, "\r\n"), nil
	}
	fmt.Fprint(a.errs, "Password: ")
	typed, err := term.ReadPassword(descriptor)
	fmt.Fprintln(a.errs)
	return string(typed), err
}

type userList struct {
	inData
}

// Run lists the accounts.
func (c *userList) Run(a *app) error {
	return a.with(c.Data, func(o *opened) error {
		all, err := o.store.PeopleList(a.ctx)
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
		for _, p := range all {
			state := "active"
			if p.Disabled {
				state = "disabled"
			}
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", p.Email, p.Name, state, joinRoles(p.Roles))
		}
		return table.Flush()
	})
}

type userDisable struct {
	inData
	Email string `arg:"" help:"Email address of the account."`
}

// Run disables an account and ends its sessions.
func (c *userDisable) Run(a *app) error {
	return a.with(c.Data, func(o *opened) error {
		p, err := o.person(a.ctx, c.Email)
		if err != nil {
			return err
		}
		p.Disabled = true
		if err := o.store.SavePerson(a.ctx, p, "", accountAct(personDisabled, p.ID)); err != nil {
			return err
		}
		_, err = fmt.Fprintln(a.out, "Disabled", p.Email)
		return err
	})
}

// accountAct is the audit's note of what was done to an account. Nobody is named as having done it: whoever runs commands has no account.
func accountAct(kind workflow.Event, id eqia.PersonID) eqia.Act {
	return eqia.Act{At: time.Now().UTC(), Kind: kind, Subject: "person/" + string(id)}
}

// roleCodes lists the roles that can be given, as they are typed.
func roleCodes() string { return joinRoles(workflow.Roles()) }

func joinRoles(roles []workflow.Actor) string {
	codes := make([]string, len(roles))
	for i, r := range roles {
		codes[i] = string(r)
	}
	return strings.Join(codes, ", ")
}
