package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/pdftext"
	"dorset-eqia/eqia/record"
)

type verifyCommand struct {
	inData
	What string `arg:"" help:"A check code, for example 7K4Q-9XM2-T, or the PDF file of a copy or of a committee pack." placeholder:"CODE|FILE"`
	JSON bool   `help:"Print as JSON." name:"json"`
}

// Help is what --help says below the first line.
func (verifyCommand) Help() string {
	return "Says how the version stands that a code was given to, published or not, or which assessments a PDF has pages of and what is wrong with them. " +
		"The exit code is 1 where a code is not recognised, or something is wrong with a file. It shows what is recorded and is no proof."
}

// verified is what is known of a code, as --json prints it.
type verified struct {
	Code         string            `json:"code"`
	Status       eqia.CodeStanding `json:"status"`
	Reference    string            `json:"reference,omitempty"`
	Version      string            `json:"version,omitempty"`
	Title        string            `json:"title,omitempty"`
	SignerRole   string            `json:"signer_role,omitempty"`
	SignedOn     eqia.Day          `json:"signed_on,omitempty"`
	Digest       string            `json:"digest,omitempty"`
	SupersededBy string            `json:"superseded_by,omitempty"`
	Public       bool              `json:"public"`
}

// errWrong means that what was checked is not as it should be, which was printed.
var errWrong = errors.New("what was checked is not as it should be")

// Run looks a code up, or reads a file.
func (c *verifyCommand) Run(a *app) error {
	code, wrong := record.ParseCode(c.What)
	if wrong == nil {
		return a.with(c.Data, func(o *opened) error { return c.code(a, o, code) })
	}
	file, err := os.ReadFile(c.What)
	if errors.Is(err, os.ErrNotExist) && errors.Is(wrong, record.ErrCodeCheck) {
		return c.unknown(a, c.What)
	}
	if err != nil {
		return usageError{fmt.Errorf("%s is neither a check code such as 7K4Q-9XM2-T nor a file that can be read", c.What)}
	}
	if len(file) > committee.MostPack {
		return usageError{fmt.Errorf("%s is larger than %d MB", c.What, committee.MostPack>>20)}
	}
	return a.with(c.Data, func(o *opened) error { return c.file(a, o, file) })
}

func (c *verifyCommand) code(a *app, o *opened, code record.Code) error {
	v, err := o.committees.VersionOf(a.ctx, code)
	if errors.Is(err, eqia.ErrNotFound) {
		return c.unknown(a, code.String())
	}
	if err != nil {
		return err
	}
	return c.print(a.out, verified{Code: code.String(), Status: v.Standing(eqia.DayOf(a.config.now())), Reference: v.Reference, Version: v.Number, Title: v.Title,
		SignerRole: v.SignerRole, SignedOn: eqia.DayOf(v.SignedAt), Digest: v.Digest, SupersededBy: v.Newer, Public: v.Public})
}

// unknown says that no version has a code.
func (c *verifyCommand) unknown(a *app, code string) error {
	return errors.Join(c.print(a.out, verified{Code: code, Status: eqia.CodeUnknown}), errWrong)
}

func (c *verifyCommand) print(out io.Writer, v verified) error {
	if c.JSON {
		return printJSON(out, v)
	}
	if v.Reference == "" {
		_, err := fmt.Fprintf(out, "%s: %s. Compare each letter and number with the copy.\n", v.Code, v.Status.Label())
		return err
	}
	public := "public"
	if !v.Public {
		public = "not public"
	}
	_, err := fmt.Fprintf(out, "%s: %s\n%s version %s, %s\n", v.Code, v.Status.Label(), v.Reference, v.Version, public)
	for _, line := range [][2]string{{"Title", v.Title}, {"Signed off by", v.SignerRole}, {"Signed off on", v.SignedOn.Words()},
		{"Superseded by version", v.SupersededBy}, {"Digest", v.Digest}} {
		if line[1] != "" {
			_, e := fmt.Fprintf(out, "%s: %s\n", line[0], line[1])
			err = errors.Join(err, e)
		}
	}
	return err
}

func (c *verifyCommand) file(a *app, o *opened, file []byte) error {
	read, err := readPack(a.ctx, o, file)
	if err != nil {
		return err
	}
	if c.JSON {
		err = printJSON(a.out, read)
	} else {
		err = printPack(a.out, read)
	}
	if len(read.Copies) == 0 || !read.Sound() {
		return errors.Join(err, errWrong)
	}
	return err
}

func readPack(ctx context.Context, o *opened, file []byte) (committee.PackRead, error) {
	read, err := o.committees.ReadPack(ctx, file)
	var unreadable *pdftext.Unreadable
	if errors.As(err, &unreadable) {
		return read, usageError{err}
	}
	return read, err
}

func printPack(out io.Writer, read committee.PackRead) error {
	_, err := fmt.Fprintf(out, "Pages: %d. Copies of assessments: %d\n", read.Pages, len(read.Copies))
	for _, k := range read.Copies {
		_, e := fmt.Fprintf(out, "%s version %s, %s: %s, pages %d to %d, %d of %d\n", k.Reference, k.Version, k.Code, k.Standing.Label(), k.From, k.To, k.Found, k.Of)
		err = errors.Join(err, e)
	}
	for _, p := range read.Problems {
		_, e := fmt.Fprintf(out, "page %d: %s\n", p.Page, p.Says)
		err = errors.Join(err, e)
	}
	return err
}
