package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"unicode/utf16"

	"dorset-eqia/web/document/paper"
)

// ending is what is written behind the file that fpdf made, as a PDF allows: the tree, and the pages and the catalog again with what they
// need for it. A library that reads and rewrites the whole file was weighed; it stamps each file with the time and a number of its own, so
// that no two copies of a version were the same.
type ending struct {
	bytes.Buffer
	before  []byte
	offsets map[int]int // of each object written here
	next    int         // the number of the next new object
}

// The objects that fpdf writes first: the root of the pages, what all pages use, then each page before its content.
const (
	pagesObject = 1
	usedObject  = 2
)

func pageObject(page int) int    { return 1 + 2*page }
func contentObject(page int) int { return 2 + 2*page }

var (
	trailerForm = regexp.MustCompile(`/Size (\d+)\n/Root (\d+) 0 R\n/Info (\d+) 0 R\n>>\nstartxref\n(\d+)\n%%EOF\s*$`)
	catalogForm = regexp.MustCompile(`/(?:Outlines|Metadata) \d+ 0 R`)
)

// finish writes the file with its tree.
func (p *press) finish(w io.Writer) error {
	var made bytes.Buffer
	if err := p.pdf.Output(&made); err != nil {
		return fmt.Errorf("draw the PDF: %w", err)
	}
	found := trailerForm.FindSubmatch(made.Bytes())
	if found == nil {
		return fmt.Errorf("the PDF does not end as it should")
	}
	var numbers [4]int
	for i := range numbers {
		numbers[i], _ = strconv.Atoi(string(found[i+1])) // digits, by the form
	}
	size, root, info, start := numbers[0], numbers[1], numbers[2], numbers[3]
	e := &ending{before: made.Bytes(), offsets: map[int]int{}, next: size}
	fmt.Fprint(e, "\n")
	p.tree.reach(p.pdf.PageCount())
	p.number(e)
	structure := p.structure(e)
	p.pages(e)
	files := e.attach(p.doc.Attached)
	catalog := bytes.Join(catalogForm.FindAll(made.Bytes()[bytes.LastIndex(made.Bytes(), []byte("/Type /Catalog")):], -1), []byte(" "))
	e.object(root, "<</Type /Catalog /Version /1.7 /Pages %d 0 R /Lang %s /PageMode /UseOutlines %s /MarkInfo <</Marked true>> /StructTreeRoot %d 0 R "+
		"/ViewerPreferences <</DisplayDocTitle true>>%s>>", pagesObject, latin(p.doc.Language), catalog, structure, files)
	e.trailer(root, info, start)
	if _, err := w.Write(made.Bytes()); err != nil {
		return err
	}
	_, err := w.Write(e.Bytes())
	return err
}

// object writes one object under its number.
func (e *ending) object(number int, format string, args ...any) {
	e.offsets[number] = len(e.before) + e.Len()
	fmt.Fprintf(e, "%d 0 obj\n", number)
	fmt.Fprintf(e, format, args...)
	fmt.Fprint(e, "\nendobj\n")
}

// fresh is the number of a new object.
func (e *ending) fresh() int {
	e.next++
	return e.next - 1
}

// trailer writes where each object of the ending is, and that the rest is where it was.
func (e *ending) trailer(root, info, before int) {
	start := len(e.before) + e.Len()
	fmt.Fprint(e, "xref\n0 1\n0000000000 65535 f \n")
	for number := 1; number < e.next; number++ {
		at, here := e.offsets[number]
		if !here {
			continue
		}
		fmt.Fprintf(e, "%d %d\n%010d 00000 n \n", number, e.run(number), at)
		for e.run(number) > 1 {
			number++
			fmt.Fprintf(e, "%010d 00000 n \n", e.offsets[number])
		}
	}
	fmt.Fprintf(e, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", e.next, root, info, before, start)
}

// run is how many objects follow each other from a number on, itself counted.
func (e *ending) run(number int) int {
	n := 0
	for {
		if _, here := e.offsets[number+n]; !here {
			return n
		}
		n++
	}
}

// attach writes files into the document, and gives what the catalog says of them.
func (e *ending) attach(files []paper.File) string {
	if len(files) == 0 {
		return ""
	}
	var names, all bytes.Buffer
	for _, f := range files {
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		_, _ = z.Write(f.Bytes) // a buffer takes whatever it is given
		_ = z.Close()
		stream, spec := e.fresh(), e.fresh()
		e.object(stream, "<</Type /EmbeddedFile /Subtype /%s /Filter /FlateDecode /Length %d /Params <</Size %d>>>>\nstream\n%s\nendstream",
			name(f.Type), packed.Len(), len(f.Bytes), packed.Bytes())
		e.object(spec, "<</Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /Data /EF <</F %d 0 R /UF %d 0 R>>>>", latin(f.Name), text(f.Name),
			text(f.About), stream, stream)
		fmt.Fprintf(&names, "%s %d 0 R ", text(f.Name), spec)
		fmt.Fprintf(&all, "%d 0 R ", spec)
	}
	return fmt.Sprintf(" /Names <</EmbeddedFiles <</Names [%s]>>>> /AF [%s]", names.String(), all.String())
}

// text is a text as PDF writes any: the units of UTF-16 as digits.
func text(s string) string {
	out := []byte("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		out = fmt.Appendf(out, "%04X", unit)
	}
	return string(append(out, '>'))
}

// latin is a text of plain letters as PDF writes it, each as digits.
func latin(s string) string { return fmt.Sprintf("<%X>", s) }

// name is a name as PDF writes it, without the slash before it.
func name(s string) string {
	var out []byte
	for _, c := range []byte(s) {
		if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			out = append(out, c)
		} else {
			out = fmt.Appendf(out, "#%02X", c)
		}
	}
	return string(out)
}
