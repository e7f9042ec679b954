package form

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

//go:embed profiles/*.json
var files embed.FS

// ErrNoProfile is returned by Load when there is no profile of that name.
var ErrNoProfile = errors.New("there is no form profile of that name")

// Profiles lists the codes of the profiles that come with the service, in alphabetical order.
func Profiles() []string {
	entries, err := files.ReadDir("profiles")
	if err != nil {
		panic("form: the profiles were not embedded: " + err.Error())
	}
	var codes []string
	for _, e := range entries {
		codes = append(codes, strings.TrimSuffix(e.Name(), ".json"))
	}
	return codes
}

// Load reads and checks a profile; the error wraps ErrNoProfile when the code is unknown, and otherwise says what is wrong with it.
func Load(code string) (Profile, error) {
	if !slices.Contains(Profiles(), code) {
		return Profile{}, fmt.Errorf("%w: %q; choose from %s", ErrNoProfile, code, strings.Join(Profiles(), ", "))
	}
	raw, err := files.ReadFile(path.Join("profiles", code+".json"))
	if err != nil {
		return Profile{}, fmt.Errorf("read form profile %s: %w", code, err)
	}
	p, err := decode(raw)
	if err == nil && p.Code != code {
		err = fmt.Errorf("it calls itself %q", p.Code)
	}
	if err == nil {
		err = p.Validate()
	}
	if err != nil {
		return Profile{}, fmt.Errorf("form profile %s: %w", code, err)
	}
	return p, nil
}

// profileFile is a profile as written in its file.
type profileFile struct {
	Code     string        `json:"code"`
	Council  string        `json:"council"`
	Contact  string        `json:"contact"`
	Names    string        `json:"public_names,omitempty"`
	Versions []versionFile `json:"versions"`
}

// versionFile is a version as written in its file: in full, or as another version without some of its characteristics.
type versionFile struct {
	Version
	BasedOn string   `json:"based_on"`
	Without []string `json:"without"`
}

// decode reads one profile and nothing after it, refusing fields it does not know.
func decode(raw []byte) (Profile, error) {
	var file profileFile
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return Profile{}, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Profile{}, errors.New("there is more after the profile")
	}
	p := Profile{Code: file.Code, Council: file.Council, Contact: file.Contact, PublicNames: file.Names}
	for _, v := range file.Versions {
		full, err := file.complete(v)
		if err != nil {
			return Profile{}, fmt.Errorf("version %s: %w", v.Code, err)
		}
		p.Versions = append(p.Versions, full)
	}
	return p, nil
}

// complete fills in a version that is based on another one of the same file.
func (f profileFile) complete(v versionFile) (Version, error) {
	if v.BasedOn == "" && len(v.Without) == 0 {
		return v.Version, nil
	}
	base, ok := find(f.Versions, func(b versionFile) bool { return b.Code == v.BasedOn && b.BasedOn == "" })
	if !ok {
		return Version{}, fmt.Errorf("it is based on %q, which is not a version written in full", v.BasedOn)
	}
	if len(v.Sections)+len(v.Audiences)+len(v.Aims)+len(v.Characteristics)+len(v.Triggers)+len(v.Depths) > 0 {
		return Version{}, errors.New("it is based on another version and also has parts of its own")
	}
	full := base.Version
	full.Code, full.From, full.To = v.Code, v.From, v.To
	for _, code := range v.Without {
		if _, ok := base.Characteristic(code); !ok {
			return Version{}, fmt.Errorf("it leaves out %q, which %s does not have", code, v.BasedOn)
		}
	}
	full.Characteristics = slices.DeleteFunc(slices.Clone(base.Characteristics), func(c Characteristic) bool {
		return slices.Contains(v.Without, c.Code)
	})
	return full, nil
}
