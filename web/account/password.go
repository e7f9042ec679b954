// Package account holds signing in and out, and changing a password.
package account

import (
	"strings"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
)

// cost is OWASP's least for argon2id: 19 MiB, two passes, one thread.
var cost = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// Limits of a password: characters at least, bytes at most (a longer one would only serve to keep the server busy).
const (
	LeastChars = 12
	MostBytes  = 1024
)

// Passwords hashes and compares passwords, two at once and no more.
type Passwords struct {
	places chan struct{}
	none   string // the hash of no password, so that an unknown address takes as long as a known one
}

// NewPasswords makes ready to hash.
func NewPasswords() (*Passwords, error) {
	none, err := argon2id.CreateHash("no account has this password", cost)
	return &Passwords{places: make(chan struct{}, 2), none: none}, err
}

// Hash is the argon2id hash of a password, with its salt and cost.
func (p *Passwords) Hash(password string) (string, error) {
	p.places <- struct{}{}
	defer func() { <-p.places }()
	return argon2id.CreateHash(password, cost)
}

// Match reports whether a password goes with a hash. An empty hash matches nothing, and takes as long.
func (p *Passwords) Match(password, hash string) bool {
	if len(password) > MostBytes {
		return false
	}
	known := hash != ""
	if !known {
		hash = p.none
	}
	p.places <- struct{}{}
	defer func() { <-p.places }()
	ok, err := argon2id.ComparePasswordAndHash(password, hash)
	return ok && err == nil && known
}

// Weak says what is wrong with a new password; "" when nothing is.
func Weak(password, email string) string {
	plain := strings.ToLower(password)
	name, _, _ := strings.Cut(strings.ToLower(email), "@")
	switch {
	case utf8.RuneCountInString(password) < LeastChars:
		return "Enter a password with 12 characters or more"
	case len(password) > MostBytes:
		return "Enter a password with 1,000 characters or fewer"
	case strings.Trim(plain, plain[:1]) == "" || strings.Contains(plain, "password") || name != "" && strings.Contains(plain, name):
		return "Enter a password that is harder to guess: not your name, not the word password, not one letter again and again"
	}
	return ""
}
