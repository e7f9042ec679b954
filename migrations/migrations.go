// Package migrations holds the database's schema as numbered SQL, one set for each database, with the same numbers. They are made and
// run by goose; nothing else creates a table.
package migrations

import "embed"

// Files holds the folders sqlite and postgres.
//
//go:embed sqlite/*.sql postgres/*.sql
var Files embed.FS
