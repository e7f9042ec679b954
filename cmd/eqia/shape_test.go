package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// packages lists every package of the module with what it imports, as the go command sees it, tests left out.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		found[words[0]] = words[1:]
	}
	return found
}

func within(path, folder string) bool {
	folder = "dorset-eqia/" + folder
	return path == folder || strings.HasPrefix(path, folder+"/")
}

func TestImportsFollowTheOneArrow(t *testing.T) {
	may := map[string][]string{ // what of ours each package may import; a folder stands for all below it
		"workflow":       {},
		"migrations":     {},
		"eqia/form":      {},
		"eqia/record":    {},
		"eqia/calendar":  {"workflow"},
		"eqia/library":   {},
		"eqia/moderngov": {"eqia", "eqia/committee"},
		"eqia/word":      {},
		"eqia/wordform":  {"eqia", "eqia/form", "eqia/word"},
		"eqia/pdftext":   {},
		"eqia":           {"workflow", "eqia/form", "eqia/record", "eqia/library"},
		"eqia/check":     {"eqia", "workflow", "eqia/form", "eqia/library"},
		"eqia/section":   {"eqia/form"},
		"eqia/committee": {"eqia", "workflow", "eqia/form", "eqia/record", "eqia/section"},
		"eqia/store":     {"eqia", "workflow", "migrations", "eqia/form", "eqia/record", "eqia/library", "eqia/committee"},
		"web":            {"eqia", "workflow", "web", "eqia/form", "eqia/record", "eqia/library", "eqia/committee", "eqia/calendar", "eqia/moderngov", "eqia/wordform", "eqia/pdftext"},
	}
	for path, imports := range packages(t) {
		from := strings.TrimPrefix(path, "dorset-eqia/")
		if from == "web" || strings.HasPrefix(from, "web/") {
			from = "web"
		}
		allowed, ok := may[from]
		if !ok {
			continue // cmd, tools and what tests are made of may import anything
		}
		for _, imported := range imports {
			ours, is := strings.CutPrefix(imported, "dorset-eqia/")
			fits := func(a string) bool { return ours == a || a == "web" && strings.HasPrefix(ours, "web/") }
			if is && !slices.ContainsFunc(allowed, fits) {
				t.Errorf("%s imports %s, against the arrow", path, imported)
			}
		}
	}
}

func TestGinIsKnownToTheWebAloneAndGormToTheStoreAlone(t *testing.T) {
	for path, imports := range packages(t) {
		for _, imported := range imports {
			if strings.HasPrefix(imported, "github.com/gin-gonic/") && !within(path, "web") {
				t.Errorf("%s imports %s", path, imported)
			}
			if strings.HasPrefix(imported, "gorm.io/") && !within(path, "eqia/store") {
				t.Errorf("%s imports %s", path, imported)
			}
		}
	}
}

func TestTheDomainNeedsNothingButTheStandardLibrary(t *testing.T) {
	for path, imports := range packages(t) {
		domain := path == "dorset-eqia/eqia" || slices.ContainsFunc([]string{"workflow", "eqia/form", "eqia/record", "eqia/library", "eqia/check", "eqia/section", "eqia/committee", "eqia/word", "eqia/wordform"},
			func(folder string) bool { return within(path, folder) })
		for _, imported := range imports {
			first, _, _ := strings.Cut(imported, "/")
			if domain && strings.Contains(first, ".") {
				t.Errorf("%s imports %s", path, imported)
			}
		}
	}
}
