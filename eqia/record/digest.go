package record

import (
	"crypto/sha256"
	"encoding/hex"
)

// shortLength is how many hexadecimal digits of a digest are shown to people.
const shortLength = 16

// Digest returns the SHA-256 of a canonical record as 64 lower-case hexadecimal digits.
func Digest(canonical []byte) string {
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:])
}

// Short returns the first sixteen digits of a digest, for pages and print; a shorter text comes back whole.
func Short(digest string) string {
	return digest[:min(shortLength, len(digest))]
}
