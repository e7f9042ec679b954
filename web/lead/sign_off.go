package lead

import (
	"errors"
	"net/http"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/form"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// signing is the form that signs an assessment off: the person has read it, and is who they say.
type signing struct {
	Read     bool   `form:"read" label:"I have read this assessment" rule:"required" error:"Select the box to say that you have read this assessment"`
	Password string `form:"password,exact" label:"Your password" rule:"required,max=1024" error:"Enter your password"`
	Errors   form.Errors

	c        eqia.Case
	name     string
	revision int    // the revision that the person read
	digest   string // the digest of what the person read
	now      time.Time
	blocks   []flag
	reasons  []eqia.Grounds // that go with the signature
}

// SignOff shows what is signed, and asks for a signature. Someone who helped to write it is told who else can sign; the monitoring
// officer can allow one of those people to.
func (Pages) SignOff(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	_, digest, err := eqia.Seal(c.Content, eqia.Words(c.ToSign()))
	if err != nil {
		return err
	}
	return signing{c: c, revision: wasRead(r, c), digest: digest}.show(r)
}

// unmoved is ErrMoved when the assessment is at another revision than the person read, or says something else.
func (f signing) unmoved() error {
	_, now, err := eqia.Seal(f.c.Content, eqia.Words(f.c.ToSign()))
	if err != nil {
		return err
	}
	if now != f.digest {
		return eqia.ErrMoved
	}
	return unmoved(f.c, f.revision)
}

func (f signing) show(r *page.Request) error {
	err := may(f.c, workflow.SignOff, workflow.ReadyToSign)
	var refusal *workflow.Refusal
	switch {
	case errors.As(err, &refusal) && refusal.Condition == workflow.NotContributor:
		return showBarred(r, f.c)
	case err != nil && may(f.c, workflow.AllowSigner, workflow.Contributor, workflow.ReasonGiven) == nil:
		return allowing{c: f.c, revision: f.revision}.show(r)
	case err != nil:
		return err
	}
	if err := f.unmoved(); err != nil {
		return err
	}
	f.name, f.now, f.blocks = r.Person.Name, r.Kit.Now(), flags(f.c, r.Kit.Eqia.InTheWay(f.c))
	f.reasons = f.c.SignedWith(r.Kit.Eqia.Judge(f.c, eqia.AtSignOff))
	p := page.Failed(frame(r, f.c, "Sign off", toReview(f.c)), f.Errors)
	return r.Show(p, signOffPage(f, r.Key()))
}

// PostSignOff signs the version that was read, or records the monitoring officer's permission.
func (a Pages) PostSignOff(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	if r.Posted("do") == "allow" {
		return allow(r, c)
	}
	f := signing{c: c, revision: wasRead(r, c), digest: r.Posted("digest")}
	f.Errors = r.Read(&f)
	if err := may(c, workflow.SignOff, workflow.ReadyToSign); err != nil {
		return f.refused(r, err)
	}
	if len(f.Errors) > 0 {
		return f.show(r)
	}
	if err := f.unmoved(); err != nil {
		return err
	}
	ok, err := a.Confirm(r, f.Password)
	if err != nil {
		return err
	}
	if !ok {
		f.Errors = form.Errors{{Field: "password", ID: "password", Message: "This is not your password. Enter it again"}}
		return f.show(r)
	}
	cmd := eqia.SignCommand{Revision: r.Seen(), Digest: f.digest, Once: r.Once()}
	if err := page.Done(r.Kit.Eqia.SignOff(r.Ctx(), c, cmd)); err != nil {
		return f.refused(r, err)
	}
	return r.Go(to(c).Do("read"), "signed")
}

// refused shows why nothing was signed: the page for contributors, and the list of what stands in the way, have words of their own. A
// form that was sent twice was signed the first time.
func (f signing) refused(r *page.Request, err error) error {
	var refusal *workflow.Refusal
	var blocked *eqia.Blocked
	switch {
	case errors.As(err, &refusal) && refusal.Condition == workflow.NotContributor:
		return showBarred(r, f.c)
	case errors.As(err, &blocked):
		return f.show(r)
	case errors.As(err, &refusal) && f.c.SignedBy == r.Person.ID && f.c.Digest == f.digest:
		return r.Go(to(f.c).Do("read"), "signed")
	}
	return err
}

// showBarred says to someone who helped to write the assessment that they cannot sign it, and who can.
func showBarred(r *page.Request, c eqia.Case) error {
	people, err := r.Kit.Eqia.People(r.Ctx())
	if err != nil {
		return err
	}
	var names []string
	for _, p := range people {
		if p.Holds(workflow.Lead) && !p.Disabled && !c.ContributedTo(p) {
			names = append(names, p.Name)
		}
	}
	f := frame(r, c, "You cannot sign this off", toReview(c))
	return r.Render(http.StatusForbidden, f, barredPage(c, names))
}

func (f signing) hidden(key components.Hidden) []components.Hidden {
	return []components.Hidden{page.Counter(f.revision), {Name: "digest", Value: f.digest}, key}
}

// rows says what is about to be signed, and by whom. The digest is shown by its first 16 characters.
func (f signing) rows() []components.Row {
	return []components.Row{{Key: "Assessment", Text: f.c.Title}, {Key: "Reference", Text: f.c.Assessment.Reference},
		{Key: "Version", Text: f.c.VersionWords()}, {Key: "Digest of what you sign", Text: f.digest[:16]}, {Key: "Your name", Text: f.name}}
}

// ticked is the box as it was left.
func (f signing) ticked() []string {
	if f.Read {
		return []string{"yes"}
	}
	return nil
}

// attestation is what the signature says.
func attestation(c eqia.Case) string {
	if c.Screening {
		return "By signing, you say that you agree that no full assessment is needed, for the reason it gives."
	}
	if c.IsMinor() && c.FromNumber != "" {
		return "By signing, you say that you have read what this correction changes, that the effects on people are as they were signed off in version " +
			c.FromNumber + ", and that the assessment is still fit for the decision to be made on it."
	}
	return "By signing, you say that this assessment considers the effects on people fairly, rests on the evidence it names, and is fit for the decision to be made on it."
}
