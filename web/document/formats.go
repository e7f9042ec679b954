package document

import (
	"strconv"
	"strings"

	"dorset-eqia/eqia"
)

// FormatWords names another format of an assessment, with its language and, for a file, what it is and how large.
func FormatWords(a eqia.Attachment) string {
	text := a.Kind.Label()
	if a.Language != "" {
		text += ", " + a.Language
	}
	if a.Link != "" {
		return text + " (film)"
	}
	return text + " (" + a.Type.Label() + ", " + sized(a.Size) + ")"
}

// sized is a number of bytes in words.
func sized(n int) string {
	const kb, mb = 1 << 10, 1 << 20
	if n < mb {
		return strconv.Itoa(max(1, (n+kb/2)/kb)) + " KB"
	}
	return strconv.FormatFloat(float64(n)/mb, 'f', 1, 64) + " MB"
}

// FormatHref is where a format is had: its link, or its file below an address.
func FormatHref(below string, a eqia.Attachment) string {
	if a.Link != "" {
		return a.Link
	}
	return below + "/" + string(a.ID)
}

// FormatName is what the file of a format is called when it is saved.
func FormatName(reference, number string, a eqia.Attachment) string {
	name := reference + "-v" + number + "-" + strings.ReplaceAll(string(a.Kind), "_", "-")
	plain := func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}
	if language := strings.Map(plain, strings.ToLower(a.Language)); language != "" {
		name += "-" + language
	}
	return name + "." + string(a.Type)
}
