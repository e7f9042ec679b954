package word_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	"dorset-eqia/eqia/word"
	wt "dorset-eqia/eqia/word/wordtest"
)

// bomb is how many bytes a part unpacks to that is more than may be read; packed it is a few kilobytes.
const bomb = 34 << 20

func TestAHostileFileIsRefusedWithWords(t *testing.T) {
	plain := wt.Parts(wt.P("Text"))
	with := func(more ...wt.Part) []byte { return wt.Pack(append(plain[:len(plain):len(plain)], more...)...) }
	document := func(text string) []byte {
		return wt.Pack(plain[0], plain[1], wt.Part{Name: "word/document.xml", Text: text})
	}
	var many []wt.Part
	for n := range 1001 {
		many = append(many, wt.Part{Name: fmt.Sprintf("word/media/%d.png", n)})
	}
	for _, c := range []struct {
		name string
		raw  []byte
		says string
	}{
		{"nothing", nil, "not a Word file"},
		{"no zip", []byte("Equality impact assessment"), "not a Word file"},
		{"a PDF", []byte("%PDF-1.7"), "This is a PDF"},
		{"a page", []byte("<html>"), "not a Word file"},
		{"an old file or one with a password", []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1}, "has a password"},
		{"too large", make([]byte, word.MostFile+1), "larger than 20 MB"},
		{"a zip of something else", wt.Pack(wt.Part{Name: "a.txt", Text: "a"}), "not a Word file"},
		{"half a file", wt.File(wt.P("Text"))[:300], "not a Word file"},
		{"too many parts", with(many...), "too many parts"},
		{"a bomb", document(wt.Document(strings.Repeat(" ", bomb))), "unpacks to more than 32 MB"},
		{"a bomb beside the text", with(wt.Part{Name: "customXml/item1.xml", Text: strings.Repeat(" ", bomb)}), "unpacks to more than 32 MB"},
		{"a part that leads out", with(wt.Part{Name: "../../etc/passwd", Text: "x"}), "does not have"},
		{"an absolute part", with(wt.Part{Name: "/etc/passwd", Text: "x"}), "does not have"},
		{"a part of another system", with(wt.Part{Name: `C:\word\document.xml`, Text: "x"}), "does not have"},
		{"a part twice", with(wt.Part{Name: "word/Document.xml", Text: "x"}), "does not have"},
		{"macros", with(wt.Part{Name: "word/vbaProject.bin", Text: "x"}), "has macros"},
		{"macros by type", wt.Pack(wt.Part{Name: plain[0].Name, Text: strings.Replace(plain[0].Text, "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
			"vnd.ms-word.document.macroEnabled.main", 1)}, plain[1], plain[2]), "has macros"},
		{"definitions of entities", document(`<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>` + strings.TrimPrefix(wt.Document(wt.P("&b;")),
			`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`)), "has definitions"},
		{"an unknown entity", document(wt.Document(`<w:p><w:r><w:t>&b;</w:t></w:r></w:p>`)), "not a Word file"},
		{"broken XML", document(`<w:document><w:body>`), "not a Word file"},
		{"too deep", document(wt.Document(strings.Repeat("<w:ins>", 300) + strings.Repeat("</w:ins>", 300))), "too many things inside each other"},
		{"too long", document(wt.Document(strings.Repeat("<w:p/>", 300_000))), "too long"},
		{"a link for a part", linked(t), "does not have"},
		{"a lie about its size", lied(t), "not a Word file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := word.Read(c.raw)
			var refused *word.Refused
			if !errors.As(err, &refused) || !strings.Contains(refused.Says, c.says) {
				t.Errorf("got %v, want words with %q", err, c.says)
			}
		})
	}
}

// linked is a file with a part that is a symbolic link.
func linked(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	h := &zip.FileHeader{Name: "word/document.xml"}
	h.SetMode(os.ModeSymlink | 0o777)
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = w.Write([]byte("/etc/passwd"))
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// lied is a file that says its text is one byte long.
func lied(t *testing.T) []byte {
	t.Helper()
	raw := wt.File(wt.P("Text"))
	at := bytes.LastIndex(raw, []byte("word/document.xml")) // its entry in the list at the end
	binary.LittleEndian.PutUint32(raw[at-22:], 1)
	return raw
}

func TestAHostileFileTakesLittleMemory(t *testing.T) {
	deep := strings.Repeat(`<w:sdt><w:sdtContent>`, 90) + wt.P(strings.Repeat("text ", 1<<20)) + strings.Repeat(`</w:sdtContent></w:sdt>`, 90)
	for name, raw := range map[string][]byte{
		"a bomb": wt.File(strings.Repeat(" ", bomb)), "controls around controls": wt.File(deep), "many cells": wt.File(wt.Table("<w:tr>" + strings.Repeat("<w:tc/>", 1<<20) + "</w:tr>")),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, _ = word.Read(raw)
		runtime.ReadMemStats(&after)
		if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 256 {
			t.Errorf("%s: %d MB", name, took)
		}
	}
}
