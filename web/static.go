package web

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
)

//go:embed all:static
var static embed.FS

const assetsPrefix = "/assets/"

// ErrAssetsNotBuilt says that the program was compiled before its styles and scripts were built.
var ErrAssetsNotBuilt = errors.New("The web pages' styles are not built: run make assets")

// neededAssets are the files that the layout of every page asks for.
var neededAssets = []string{"app.css", "start.js", "app.js", "icon.svg"}

// Assets finds the built styles and scripts under the hashed names they have this time.
type Assets struct {
	files fs.FS
	names map[string]string
}

// LoadAssets reads the embedded build and returns ErrAssetsNotBuilt when there is none.
func LoadAssets() (Assets, error) {
	built, err := fs.Sub(static, "static")
	if err != nil {
		return Assets{}, fmt.Errorf("open the embedded styles: %w", err)
	}
	return loadAssets(built)
}

func loadAssets(files fs.FS) (Assets, error) {
	manifest, err := fs.ReadFile(files, "manifest.json")
	if err != nil {
		return Assets{}, ErrAssetsNotBuilt
	}
	assets := Assets{files: files, names: map[string]string{}}
	if err := json.Unmarshal(manifest, &assets.names); err != nil {
		return Assets{}, fmt.Errorf("read the list of styles and scripts: %w", err)
	}
	for _, name := range neededAssets {
		if _, err := fs.Stat(files, assets.names[name]); assets.names[name] == "" || err != nil {
			return Assets{}, fmt.Errorf("%s is missing: %w", name, ErrAssetsNotBuilt)
		}
	}
	return assets, nil
}

// Path gives the address of an asset from its plain name, such as /assets/app-0123456789ab.css for app.css.
func (a Assets) Path(name string) string {
	return assetsPrefix + a.names[name]
}

// Handler serves the assets under /assets/, to be kept for a year because a changed file has a new name.
func (a Assets) Handler() http.Handler {
	built := map[string]bool{}
	for _, name := range a.names {
		built[name] = true
	}
	files := http.StripPrefix(assetsPrefix, http.FileServerFS(a.files))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !built[strings.TrimPrefix(r.URL.Path, assetsPrefix)] {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		files.ServeHTTP(w, r)
	})
}
