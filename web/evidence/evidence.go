// Package evidence writes what was recorded about a meeting or a report at a moment as one zip file that can be read alone: an index, the
// manifests of what was published, the signed assessments, and the record of who did what.
package evidence

import (
	"archive/zip"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/a-h/templ"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/form"
	"dorset-eqia/eqia/record"
	"dorset-eqia/web/document"
)

//go:embed style.css
var style []byte

// Paper is one signed version with the form it was written on.
type Paper struct {
	eqia.Version
	Form form.Version
}

// Open finds a signed version by its reference and number, for the person who asked. What they may not read is eqia.ErrNotFound.
type Open func(ctx context.Context, reference, number string) (Paper, error)

// bundle is a zip file under way. The same files in the same order have the same bytes.
type bundle struct {
	zip   *zip.Writer
	at    time.Time
	files []file
}

// file is one file of the bundle with its digest.
type file struct {
	Path   string
	Digest string
}

// paper is a signed version as the index leads to it; it has no files when the person may not read it.
type paper struct {
	committee.Pinned
	Digest     string
	HTML, JSON string
	Same       bool // its content has the digest that was signed
}

// Write writes the bundle. For the same moment and the same record it writes the same bytes.
func Write(ctx context.Context, w io.Writer, e committee.Evidence, open Open) error {
	b := &bundle{zip: zip.NewWriter(w), at: e.At}
	if err := b.add("style.css", style); err != nil {
		return err
	}
	for _, edition := range e.Editions {
		if err := b.add(manifestPath(edition), edition.Manifest); err != nil {
			return err
		}
	}
	papers, err := b.papers(ctx, e, open)
	if err != nil {
		return err
	}
	if err := b.list("record.json", recordOf(e.Items)); err != nil {
		return err
	}
	if len(e.Packs) > 0 {
		if err := b.list("packs.json", e.Packs); err != nil {
			return err
		}
	}
	if err := b.list("audit.json", e.Entries); err != nil {
		return err
	}
	if err := b.draw(ctx, "index.html", index(contents{e, papers})); err != nil {
		return err
	}
	if err := b.digests(); err != nil {
		return err
	}
	return b.zip.Close()
}

// add puts a file into the bundle, at the moment that the bundle is of.
func (b *bundle) add(path string, content []byte) error {
	b.files = append(b.files, file{path, record.Digest(content)})
	w, err := b.zip.CreateHeader(&zip.FileHeader{Name: path, Method: zip.Deflate, Modified: b.at.Truncate(time.Second)})
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}

func (b *bundle) list(path string, list any) error {
	raw, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return err
	}
	return b.add(path, append(raw, '\n'))
}

func (b *bundle) draw(ctx context.Context, path string, page templ.Component) error {
	var out bytes.Buffer
	if err := page.Render(ctx, &out); err != nil {
		return err
	}
	return b.add(path, out.Bytes())
}

// papers adds every signed version that the person may read, as it was signed and as a page.
func (b *bundle) papers(ctx context.Context, e committee.Evidence, open Open) ([]paper, error) {
	var out []paper
	for _, named := range e.Named() {
		v, err := open(ctx, named.Reference, named.Number)
		if errors.Is(err, eqia.ErrNotFound) {
			out = append(out, paper{Pinned: named})
			continue
		}
		if err != nil {
			return nil, err
		}
		p, err := b.paper(ctx, named, v)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func (b *bundle) paper(ctx context.Context, named committee.Pinned, v Paper) (paper, error) {
	signed, err := eqia.Sealed(v.Content, eqia.Words(v.Conditions))
	if err != nil {
		return paper{}, err
	}
	path := "assessments/" + named.Reference + "-v" + named.Number + "-" + record.Short(v.Digest)
	p := paper{Pinned: named, Digest: v.Digest, HTML: path + ".html", JSON: path + ".json", Same: record.Digest(signed) == v.Digest}
	if err := b.add(p.JSON, signed); err != nil {
		return p, err
	}
	doc := document.Of(v.Content, v.Form, string(eqia.DayOf(v.StartedAt)))
	return p, b.draw(ctx, p.HTML, assessment(v, doc))
}

// digests adds the list of every file with its SHA-256, in the form that sha256sum --check reads.
func (b *bundle) digests() error {
	var out bytes.Buffer
	for _, f := range b.files {
		fmt.Fprintf(&out, "%s  %s\n", f.Digest, f.Path)
	}
	return b.add("files.sha256", out.Bytes())
}

func manifestPath(e committee.Edition) string {
	return fmt.Sprintf("editions/%s-%d-%s.json", eqia.DayOf(e.RecordedAt), e.Seq, e.Kind)
}
