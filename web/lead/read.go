package lead

import (
	"slices"

	"dorset-eqia/eqia"
	"dorset-eqia/web/components"
	"dorset-eqia/web/copies"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
	"dorset-eqia/workflow"
)

// reading is one version as anyone who may see it reads it.
type reading struct {
	eqia.Case
	doc      document.Doc
	marking  string          // of one that is not for publication
	versions []eqia.Header   // of the same assessment, newest first; those this person may see
	left     *eqia.Redaction // what it leaves out and why, for those who decide on it
}

// Read shows one version as a record: the current one, or the one that the address numbers.
func (Pages) Read(r *page.Request) error {
	c, err := r.Case()
	if err != nil {
		return err
	}
	v := reading{Case: c, doc: doc(c)}
	if v.versions, err = r.Kit.Eqia.Versions(r.Ctx(), c); err != nil {
		return err
	}
	if v.marking, err = r.Kit.Committee.Marking(r.Ctx(), c); err != nil {
		return err
	}
	left, there, err := r.Kit.Eqia.Redaction(r.Ctx(), c)
	if err != nil {
		return err
	}
	if there {
		v.left = &left
	}
	f := frame(r, c, "Read version "+c.Number(), &components.BackLink{Href: to(c).Hub()})
	if team(c) {
		f.Back = &components.BackLink{Href: "/review", Text: "Back to the review queue"}
	}
	return r.Show(f, readPage(v))
}

// others leads to the versions besides this one.
func (v reading) others() []components.Link {
	var out []components.Link
	for _, h := range v.versions {
		if h.ID != v.ID {
			out = append(out, components.Link{Text: "Version " + h.Number() + ", " + lower(h.State.Label()), Href: to(v.Case).Version(h.Number())})
		}
	}
	return out
}

// links leads to what can be done with the version, when it is the current one, and to what belongs to it.
func (v reading) links() []components.Link {
	var out []components.Link
	if v.Assessment.Current == v.ID {
		if reviewing(v.Case) {
			out = append(out, components.Link{Text: "Review this assessment", Href: to(v.Case).Do("review")})
		}
		out = append(out, offered(v.Case, workflow.Publish, workflow.StartReview, workflow.NewVersion, workflow.Withdraw)...)
	}
	if v.State == workflow.SignedOff {
		out = append(out, components.Link{Text: "Text for your report", Href: page.To(to(v.Case).Version(v.Number())).Do("report-text")})
	}
	if may(v.Case, workflow.Redact) == nil {
		out = append(out, components.Link{Text: leavingOut, Href: leaveOutAt(v.Case)})
	}
	if may(v.Case, workflow.Attach) == nil {
		out = append(out, components.Link{Text: otherFormats, Href: formatsAt(v.Case)})
	}
	if v.Published() {
		out = append(out, components.Link{Text: "See it as the public does", Href: publicAddress(v.Case)})
	}
	if insider(v.Case) && v.Assessment.Current == v.ID {
		out = append(out, components.Link{Text: "See the comments", Href: to(v.Case).Do("comments")})
	}
	return append(out, about(v.Case)...)
}

// files leads to the version, and to its action plan where it has one, as files.
func (v reading) files() []components.Link {
	at := to(v.Case).Version(v.Number())
	out := copies.Links("This version", at)
	if len(v.doc.Plan) > 0 {
		out = append(out, copies.Links("Its action plan", at+"/plan")...)
	}
	return out
}

func (v reading) contents() components.Contents {
	return components.Contents{Links: v.doc.Contents()}
}

// withdrawable reports whether this person has the button that withdraws the version they are reading, and it is no longer being written.
func (v reading) withdrawable() bool {
	return v.State.Frozen() && slices.ContainsFunc(v.Offers(), func(m workflow.Move) bool { return m.Event == workflow.Withdraw })
}
