package account

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/ulule/limiter/v3"
	"github.com/ulule/limiter/v3/drivers/store/memory"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// Pages are the account pages.
type Pages struct {
	Passwords *Passwords
	byAccount *limiter.Limiter
	byAddress *limiter.Limiter
}

// New makes the account pages, with their brakes: ten tries for one account and sixty from one address in a quarter of an hour.
func New(p *Passwords) *Pages {
	brake := func(n int64) *limiter.Limiter {
		return limiter.New(memory.NewStore(), limiter.Rate{Period: 15 * time.Minute, Limit: n})
	}
	return &Pages{Passwords: p, byAccount: brake(10), byAddress: brake(60)}
}

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
		people, err := r.Kit.Eqia.Store.PeopleList(r.Ctx())
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
	if err := a.brake(r, f.Email); err != nil {
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
	if err := r.SignIn(p); err != nil {
		return err
	}
	return r.Go(page.Next(f.Next), "")
}

// brake refuses when there were too many tries for this account or from this address.
func (a *Pages) brake(r *page.Request, email string) error {
	for key, l := range map[string]*limiter.Limiter{"account " + strings.ToLower(email): a.byAccount, "address " + r.RemoteIP(): a.byAddress} {
		state, err := l.Get(r.Ctx(), key)
		if err != nil {
			return err
		}
		if state.Reached {
			return eqia.ErrTooMany
		}
	}
	return nil
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
