package account

import (
	"dorset-eqia/eqia"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

type changePassword struct {
	Current string `form:"current_password,exact" label:"Your password now" rule:"required,max=1024" error:"Enter the password you use now"`
	New     string `form:"new_password,exact" label:"New password" rule:"required,max=1024" error:"Enter a new password"`
	Errors  form.Errors
	Email   string
}

// Password shows the page for changing your own password.
func (a *Pages) Password(r *page.Request) error {
	return a.showPassword(r, changePassword{})
}

func (a *Pages) showPassword(r *page.Request, f changePassword) error {
	f.Email = r.Person.Email
	return r.Show(page.Failed(r.Frame("Change your password", "Your account"), f.Errors), changePasswordPage(f))
}

// PostPassword changes the password and signs out every other browser.
func (a *Pages) PostPassword(r *page.Request) error {
	var f changePassword
	if f.Errors = r.Read(&f); len(f.Errors) > 0 {
		return a.showPassword(r, f)
	}
	ok, err := a.Confirm(r, f.Current)
	if err != nil {
		return err
	}
	if !ok {
		f.Errors = form.Errors{{Field: "current_password", ID: "current_password", Message: "This is not the password you use now"}}
		return a.showPassword(r, f)
	}
	if weak := Weak(f.New, r.Person.Email); weak != "" {
		f.Errors = form.Errors{{Field: "new_password", ID: "new_password", Message: weak}}
		return a.showPassword(r, f)
	}
	hash, err := a.Passwords.Hash(f.New)
	if err != nil {
		return err
	}
	act := eqia.Act{At: r.Kit.Now().UTC(), By: r.Person.ID, Kind: "change_password", Subject: "person/" + string(r.Person.ID)}
	if err := r.Kit.Eqia.Store.SetPassword(r.Ctx(), r.Person.ID, hash, act); err != nil {
		return err
	}
	if err := r.SignIn(r.Person); err != nil {
		return err
	}
	return r.Go("/casework", "password")
}

// Confirm reports whether the signed-in person typed their own password; ErrTooMany after too many wrong ones. In a demonstration the
// sample people have none, so anything they type is taken.
func (a *Pages) Confirm(r *page.Request, password string) (bool, error) {
	if r.Kit.Settings.Demo && r.Person.Demo {
		return true, nil
	}
	try := attemptOf(r, r.Person.Email)
	if err := a.brakes.try(r.Ctx(), try); err != nil {
		return false, err
	}
	_, hash, err := r.Kit.Eqia.Store.PersonByEmail(r.Ctx(), r.Person.Email)
	if err != nil {
		return false, err
	}
	if !a.Passwords.Match(password, hash) {
		return false, nil
	}
	return true, a.brakes.right(r.Ctx(), try)
}
