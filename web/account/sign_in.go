package account

import (
	"errors"
	"net/http"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// Pages are the account pages.
type Pages struct {
	Passwords *Passwords
	brakes    brakes
}

// New makes the account pages, with their brakes on wrong passwords.
func New(p *Passwords) *Pages { return &Pages{Passwords: p, brakes: newBrakes()} }

type signIn struct {
	Email    string `form:"email" label:"Email address" rule:"required,max=200" error:"Enter your email address"`
	Password string `form:"password,exact" label:"Password" rule:"required,max=1024" error:"Enter your password"`
	Next     string `form:"next" label:"Next page" rule:"max=500"`
	Errors   form.Errors
	Sample   []eqia.Person // only in a demonstration
	Choice   string
}

// SignIn shows the sign-in page.
func (a *Pages) SignIn(r *page.Request) error {
	if r.Person.ID != "" {
		return r.Go(page.Next(r.Query("next")), "")
	}
	return a.show(r, signIn{Next: page.Next(r.Query("next"))})
}

func (a *Pages) show(r *page.Request, f signIn) error {
	if r.Kit.Settings.Demo {
		people, err := r.Kit.Eqia.People(r.Ctx())
		if err != nil {
			return err
		}
		for _, p := range people {
			if p.Demo && !p.Disabled {
				f.Sample = append(f.Sample, p)
			}
		}
	}
	return r.Show(page.Failed(r.Frame("Sign in", ""), f.Errors), signInPage(f))
}

// PostSignIn signs a person in. A wrong address and a wrong password are answered alike, in words and in time.
func (a *Pages) PostSignIn(r *page.Request) error {
	var f signIn
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return a.show(r, f)
	}
	try := attemptOf(r, f.Email)
	if err := a.brakes.try(r.Ctx(), try); err != nil {
		return err
	}
	p, hash, err := r.Kit.Eqia.Store.PersonByEmail(r.Ctx(), f.Email)
	if err != nil && !errors.Is(err, eqia.ErrNotFound) {
		return err
	}
	if !a.Passwords.Match(f.Password, hash) || p.Disabled {
		f.Errors = form.Errors{{Field: "email", ID: "email", Message: "Check your email address and password. One of them is wrong"}}
		return a.show(r, f)
	}
	if err := errors.Join(a.brakes.right(r.Ctx(), try), r.SignIn(p)); err != nil {
		return err
	}
	return r.Go(page.Next(f.Next), "")
}

// PostDemo signs in as one of the sample people. It is there in a demonstration alone.
func (a *Pages) PostDemo(r *page.Request) error {
	if !r.Kit.Settings.Demo {
		return eqia.ErrNotFound
	}
	id, err := eqia.ParseID[eqia.PersonID](r.Posted("person"))
	if err != nil {
		f := signIn{Errors: form.Errors{{Field: "person", ID: "person", Message: "Select who you want to be"}}}
		return a.show(r, f)
	}
	p, err := r.Kit.Eqia.Store.Person(r.Ctx(), id)
	if err != nil || !p.Demo || p.Disabled {
		return eqia.ErrNotFound
	}
	if err := r.SignIn(p); err != nil {
		return err
	}
	return r.Go(page.Next(r.Posted("next")), "")
}

// PostSignOut ends the session.
func (a *Pages) PostSignOut(r *page.Request) error {
	if err := r.SignOut(); err != nil {
		return err
	}
	r.Redirect(http.StatusSeeOther, "/sign-in")
	return nil
}

// people are the radios for the sample people.
func (f signIn) people() []components.Item {
	items := make([]components.Item, len(f.Sample))
	for i, p := range f.Sample {
		items[i] = components.Item{Value: string(p.ID), Text: p.Name}
	}
	return items
}
