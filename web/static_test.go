package web

import (
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
)

func builtFiles() fstest.MapFS {
	return fstest.MapFS{
		"manifest.json": {Data: []byte(`{"app.css":"app-1.css","start.js":"start-2.js","app.js":"app-3.js","icon.svg":"icon-4.svg"}`)},
		"app-1.css":     {Data: []byte("body{color:black}")},
		"start-2.js":    {Data: []byte("1")},
		"app-3.js":      {Data: []byte("2")},
		"icon-4.svg":    {Data: []byte("<svg/>")},
		".keep":         {},
	}
}

func TestAMissingBuildSaysWhatToRun(t *testing.T) {
	cases := map[string]func(fstest.MapFS){
		"nothing is built":           func(f fstest.MapFS) { clear(f) },
		"a listed file is missing":   func(f fstest.MapFS) { delete(f, "app-1.css") },
		"the list leaves a file out": func(f fstest.MapFS) { f["manifest.json"].Data = []byte(`{"app.css":"app-1.css"}`) },
	}
	for name, spoil := range cases {
		t.Run(name, func(t *testing.T) {
			files := builtFiles()
			spoil(files)
			if _, err := loadAssets(files); !errors.Is(err, ErrAssetsNotBuilt) {
				t.Errorf("got %v, want %v", err, ErrAssetsNotBuilt)
			}
		})
	}
}

func TestTheEmbeddedFolderIsEitherWholeOrRefused(t *testing.T) {
	assets, err := LoadAssets()
	if errors.Is(err, ErrAssetsNotBuilt) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range neededAssets {
		if got := get(t, assets, assets.Path(name)); got.Code != http.StatusOK {
			t.Errorf("%s answered %d, want 200", assets.Path(name), got.Code)
		}
	}
}

func TestAnAssetIsServedUnderItsHashedNameAndKept(t *testing.T) {
	assets := mustLoad(t, builtFiles())
	answer := get(t, assets, assets.Path("app.css"))
	if answer.Code != http.StatusOK || answer.Body.String() != "body{color:black}" {
		t.Errorf("got %d %q", answer.Code, answer.Body)
	}
	if got := answer.Header().Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
		t.Errorf("Cache-Control is %q", got)
	}
	if got := answer.Header().Get("Content-Type"); got != "text/css; charset=utf-8" {
		t.Errorf("Content-Type is %q", got)
	}
}

func TestOnlyBuiltAssetsAreServed(t *testing.T) {
	assets := mustLoad(t, builtFiles())
	for _, path := range []string{"/assets/", "/assets/manifest.json", "/assets/.keep", "/assets/app.css", "/assets/../static.go"} {
		if answer := get(t, assets, path); answer.Code != http.StatusNotFound {
			t.Errorf("%s answered %d, want 404", path, answer.Code)
		}
	}
}

func mustLoad(t *testing.T, files fs.FS) Assets {
	t.Helper()
	assets, err := loadAssets(files)
	if err != nil {
		t.Fatal(err)
	}
	return assets
}

func get(t *testing.T, assets Assets, path string) *httptest.ResponseRecorder {
	t.Helper()
	answer := httptest.NewRecorder()
	assets.Handler().ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
	return answer
}
