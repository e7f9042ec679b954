package main

import (
	"fmt"
	"runtime/debug"
)

type versionCommand struct{}

// Run says which version this is: of the module, the commit where it is known, and of Go.
func (versionCommand) Run(a *app) error {
	version, commit, compiler := "development", "", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		compiler = info.GoVersion
		if info.Main.Version != "" && info.Main.Version != "(devel)" {
			version = info.Main.Version
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				commit = " " + s.Value
			}
		}
	}
	_, err := fmt.Fprintf(a.out, "eqia %s%s %s\n", version, commit, compiler)
	return err
}
