package eqia

import (
	"archive/zip"
	"bytes"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// MostAttachment is how many bytes a file that goes with a version may have: 10 MB.
const MostAttachment = 10 << 20

// AttachmentID names another format of one version.
type AttachmentID string

// Attachment is another format of a signed version: a file, or a link to a film. The public can have it while the version is public.
type Attachment struct {
	ID       AttachmentID
	Version  VersionID
	Kind     AttachmentKind
	Language string // in words, for example "Polish"
	Link     string // of a film; empty for a file
	Type     FileType
	Size     int
	Digest   string // SHA-256 of the file, by which its bytes are kept once
	At       time.Time
	By       PersonID
}

// AttachmentKind is what sort of format it is.
type AttachmentKind string

// The kinds of format.
const (
	EasyRead   AttachmentKind = "easy_read"
	SignFilm   AttachmentKind = "bsl"
	Translated AttachmentKind = "translation"
	LargePrint AttachmentKind = "large_print"
)

// AttachmentKinds lists the kinds in the order they are offered.
func AttachmentKinds() []AttachmentKind {
	return []AttachmentKind{EasyRead, SignFilm, Translated, LargePrint}
}

// Label is the kind in the words shown on pages.
func (k AttachmentKind) Label() string {
	return map[AttachmentKind]string{EasyRead: "Easy Read", SignFilm: "British Sign Language", Translated: "Translation", LargePrint: "Large print"}[k]
}

// FileType is what a file is, as its own bytes say.
type FileType string

// The types of file that go with a version.
const (
	PDFFile   FileType = "pdf"
	WordFile  FileType = "docx"
	OpenFile  FileType = "odt"
	PlainFile FileType = "txt"
)

// Label is the type in the words shown beside a link.
func (t FileType) Label() string {
	return map[FileType]string{PDFFile: "PDF", WordFile: "Word", OpenFile: "OpenDocument", PlainFile: "plain text"}[t]
}

// MediaType is the type as browsers know it.
func (t FileType) MediaType() string {
	return map[FileType]string{PDFFile: "application/pdf", WordFile: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		OpenFile: openType, PlainFile: "text/plain; charset=utf-8"}[t]
}

const openType = "application/vnd.oasis.opendocument.text"

// TypeOf is what a file is, whatever its name says; false for a file that is none of those that go with a version, or that has macros in it.
func TypeOf(raw []byte) (FileType, bool) {
	switch {
	case bytes.HasPrefix(raw, []byte("%PDF-")):
		return PDFFile, true
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return packedType(raw)
	case len(raw) > 0 && utf8.Valid(raw) && ValidText("", strings.NewReplacer("\r\n", "\n", "\r", "\n", "\ufeff", "").Replace(string(raw[:min(len(raw), maxText)]))) == nil:
		return PlainFile, !bytes.HasPrefix(bytes.TrimSpace(raw), []byte("<"))
	default:
		return "", false
	}
}

// packedType tells the two kinds of packed document by the files in them.
func packedType(raw []byte) (FileType, bool) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return "", false
	}
	has := func(name string) bool {
		return slices.ContainsFunc(z.File, func(f *zip.File) bool { return strings.EqualFold(f.Name, name) })
	}
	macros := slices.ContainsFunc(z.File, func(f *zip.File) bool {
		name := strings.ToLower(f.Name)
		return strings.HasSuffix(name, "vbaproject.bin") || strings.HasPrefix(name, "basic/") || strings.HasPrefix(name, "scripts/")
	})
	open := len(z.File) > 0 && z.File[0].Name == "mimetype" && z.File[0].Method == zip.Store && bytes.Contains(raw[:min(len(raw), 200)], []byte("mimetype"+openType))
	switch {
	case macros:
		return "", false
	case has("[Content_Types].xml") && has("word/document.xml"):
		return WordFile, true
	case open && has("content.xml"):
		return OpenFile, true
	default:
		return "", false
	}
}

// AttachCommand is another format as the lead adds it: a file, or a link to a film in sign language.
type AttachCommand struct {
	Once     string
	Kind     AttachmentKind
	Language string
	Link     string
	File     []byte
}

// mostLanguage is how many letters the name of a language may have.
const mostLanguage = 60

func (a *AttachCommand) valid() (FileType, error) {
	a.Language, a.Link = Lines(a.Language), Lines(a.Link)
	film := a.Kind == SignFilm
	switch {
	case !slices.Contains(AttachmentKinds(), a.Kind):
		return "", &Invalid{Field: "kind", Says: "Select what kind of format it is"}
	case a.Language == "" && !film:
		return "", &Invalid{Field: "language", Says: "Enter the language, for example English or Polish"}
	case utf8.RuneCountInString(a.Language) > mostLanguage || strings.Contains(a.Language, "\n"):
		return "", &Invalid{Field: "language", Says: "The language must be 60 characters or less"}
	}
	if err := ValidText("language", a.Language); err != nil {
		return "", err
	}
	if a.Link != "" {
		return "", a.validFilm()
	}
	return a.validFile()
}

// validFilm refuses a link that is none, that is not to a film, or that comes with a file.
func (a *AttachCommand) validFilm() error {
	switch {
	case len(a.File) > 0:
		return &Invalid{Field: "link", Says: "Enter a link or choose a file, not both"}
	case a.Kind != SignFilm:
		return &Invalid{Field: "link", Says: "Only a film in British Sign Language can be a link. Choose a file"}
	default:
		return validLink(a.Link)
	}
}

// validFile refuses a file that is missing, too large, or of a type that is not taken.
func (a *AttachCommand) validFile() (FileType, error) {
	t, known := TypeOf(a.File)
	switch {
	case len(a.File) == 0 && a.Kind == SignFilm:
		return "", &Invalid{Field: "link", Says: "Enter a link to the film, or choose a file"}
	case len(a.File) == 0:
		return "", &Invalid{Field: "file", Says: "Choose a file"}
	case len(a.File) > MostAttachment:
		return "", &Invalid{Field: "file", Says: "The file must be 10 MB or smaller"}
	case !known:
		return "", &Invalid{Field: "file", Says: "The file must be a PDF, a Word or OpenDocument text without macros, or plain text"}
	}
	return t, nil
}

// mostLink is how many letters a link may have.
const mostLink = 500

func validLink(link string) error {
	to, err := url.Parse(link)
	if err != nil || to.Scheme != "https" || to.Host == "" || to.User != nil || len(link) > mostLink {
		return &Invalid{Field: "link", Says: "Enter a link that starts with https://"}
	}
	return ValidText("link", link)
}
