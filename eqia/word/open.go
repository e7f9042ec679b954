package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// The limits of a file. Bytes are those that are really read, whatever the file says of itself.
const (
	MostFile    = 20 << 20 // bytes of the file
	mostEntries = 1000     // parts in it
	mostRead    = 32 << 20 // bytes of all parts that are read, unpacked
	mostDepth   = 200      // elements inside each other
	mostCustom  = 20       // parts of data that other programs keep
)

// pack is an opened file that gives its parts, up to a number of bytes in all.
type pack struct {
	parts map[string]*zip.File
	left  int64
}

// open looks at a file as a package of parts, and refuses one that is not what a Word file is.
func open(raw []byte) (*pack, error) {
	switch {
	case len(raw) > MostFile:
		return nil, &Refused{"The file is larger than 20 MB. Take pictures out of it and save it again"}
	case bytes.HasPrefix(raw, []byte{0xD0, 0xCF, 0x11, 0xE0}): // the container of older Word files, and of files with a password
		return nil, &Refused{"The file has a password or is from an old version of Word. Open it in Word and save it as .docx without a password"}
	case bytes.HasPrefix(raw, []byte("%PDF")):
		return nil, &Refused{"This is a PDF. Choose the Word file that it was made from"}
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, errNotWord
	}
	if len(z.File) > mostEntries {
		return nil, &Refused{"The file has too many parts. Copy its text into a new Word file and save that"}
	}
	p := &pack{parts: map[string]*zip.File{}, left: mostRead}
	for _, f := range z.File {
		if err := p.add(f); err != nil {
			return nil, err
		}
	}
	return p, p.macros()
}

// errNotWord is the answer to what is no Word file, or a broken one.
var errNotWord = &Refused{"This is not a Word file, or it is damaged. Open it in Word and save it as .docx"}

// add takes a part in, unless its name leads out of the package or it is there twice.
func (p *pack) add(f *zip.File) error {
	name := f.Name
	odd := strings.ContainsAny(name, "\\\x00") || path.IsAbs(name) || slices.Contains(strings.Split(name, "/"), "..") || strings.Contains(name, ":")
	if _, twice := p.parts[strings.ToLower(name)]; odd || twice || f.Mode()&fs.ModeSymlink != 0 {
		return &Refused{"The file has a part that a Word file does not have. Copy its text into a new Word file and save that"}
	}
	if f.Flags&1 != 0 {
		return &Refused{"The file has a password. Save it without one"}
	}
	p.parts[strings.ToLower(name)] = f
	return nil
}

// macros refuses a file that brings a program with it.
func (p *pack) macros() error {
	program := false
	for name := range p.parts {
		program = program || strings.HasSuffix(name, "vbaproject.bin") || strings.HasSuffix(name, "vbadata.xml")
	}
	types, err := p.part("[content_types].xml")
	if err != nil {
		return err
	}
	if program || bytes.Contains(bytes.ToLower(types), []byte("macroenabled")) {
		return &Refused{"The file has macros. Save it in Word as .docx, which has none"}
	}
	return nil
}

// part is one part of the package; nil when there is none such.
func (p *pack) part(name string) ([]byte, error) {
	f, ok := p.parts[strings.ToLower(name)]
	if !ok {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, errNotWord
	}
	defer r.Close()
	raw, err := io.ReadAll(io.LimitReader(r, p.left+1))
	p.left -= int64(len(raw))
	if p.left < 0 {
		return nil, &Refused{"The file unpacks to more than 32 MB. Take pictures and tables that do not belong to the assessment out of it"}
	}
	if err != nil {
		return nil, errNotWord
	}
	return raw, nil
}

// Read reads a Word file. What is not read is a *Refused with what to do about it.
func Read(raw []byte) (File, error) {
	p, err := open(raw)
	if err != nil {
		return File{}, err
	}
	main, err := p.main()
	if err != nil {
		return File{}, err
	}
	text, err := p.part(main)
	if err != nil || text == nil {
		return File{}, errors.Join(err, missing(text))
	}
	styles, err := p.styles(path.Join(path.Dir(main), "styles.xml"))
	if err != nil {
		return File{}, err
	}
	r := &reader{styles: styles}
	if err := r.read(text); err != nil {
		return File{}, err
	}
	r.file.Unread = r.unread
	if r.file.Title, err = p.title(); err != nil {
		return File{}, err
	}
	r.file.Custom, err = p.custom()
	return r.file, err
}

func missing(text []byte) error {
	if text == nil {
		return errNotWord
	}
	return nil
}

// custom is the data that other programs keep in the file.
func (p *pack) custom() ([][]byte, error) {
	var out [][]byte
	for n := 1; n <= mostCustom; n++ {
		raw, err := p.part(fmt.Sprintf("customXml/item%d.xml", n))
		if err != nil {
			return nil, err
		}
		if raw != nil {
			out = append(out, raw)
		}
	}
	return out, nil
}
