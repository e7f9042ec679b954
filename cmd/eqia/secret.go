package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// leastSecret is how many characters a secret has to have: 32 of the sixteen hexadecimal digits are 128 bits.
const leastSecret = 32

// readSecret is the key of check codes and cursors: from the file in the settings, which has to be there, or from the data folder, where
// it is made the first time. A file that others can read, and a secret that could be guessed, are refused.
func readSecret(chosen, usual string) ([]byte, error) {
	path := chosen
	if path == "" {
		path = usual
		if err := makeSecret(path); err != nil {
			return nil, fmt.Errorf("make the secret: %w", err)
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read the secret: %w", err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("Others can read the secret file %s. Run chmod 600 on it", path)
	}
	raw, err := os.ReadFile(path) //nolint:gosec // the operator names the file
	if err != nil {
		return nil, fmt.Errorf("read the secret: %w", err)
	}
	secret := strings.TrimSpace(string(raw))
	if weak(secret) {
		return nil, fmt.Errorf("The secret in %s could be guessed. Write 32 random characters or more, for example from openssl rand -hex 32", path)
	}
	return []byte(secret), nil
}

// makeSecret writes a random secret, readable by its owner alone, unless there is one.
func makeSecret(path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // the operator names the folder
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	random := make([]byte, 32)
	rand.Read(random)
	_, err = fmt.Fprintln(file, hex.EncodeToString(random))
	return errors.Join(err, file.Sync(), file.Close())
}

// weak reports whether a secret is short, a word people leave in place, or a few characters again and again.
func weak(secret string) bool {
	different := map[rune]bool{}
	for _, r := range secret {
		different[r] = true
	}
	plain := strings.ToLower(secret)
	for _, word := range []string{"secret", "change", "default", "example", "password"} {
		if strings.Contains(plain, word) {
			return true
		}
	}
	return len(secret) < leastSecret || len(different) < 8
}
