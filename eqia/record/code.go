package record

import (
	"crypto/hmac"
	"crypto/sha256"
	"strconv"
	"strings"
	"unicode"
)

// Code is a check code: nine symbols in capitals without hyphens, as stored and as used in addresses.
type Code string

const (
	// alphabet is Crockford's base 32, which leaves out I, L, O and U.
	alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	// dataLength symbols carry forty bits; the check symbol follows them.
	dataLength = 8
	codeLength = dataLength + 1
	// checkModulus is the largest prime whose remainders all have a symbol in the alphabet.
	checkModulus = 31
)

// NewCode returns the check code of a signed version: the first forty bits of an HMAC-SHA256 under key over
// ref|version|digest|signedAt, and a check symbol. None of the four texts may hold a "|". Attempt is 0 at first and
// counts up while the code is already taken; from 1 on it is added as a fifth part.
func NewCode( //nolint:revive // what is signed has four parts, and each belongs in the code
	key []byte, ref, version, digest, signedAt string, attempt int) Code {
	parts := []string{ref, version, digest, signedAt}
	if attempt > 0 {
		parts = append(parts, strconv.Itoa(attempt))
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(strings.Join(parts, "|")))
	var value uint64
	for _, b := range mac.Sum(nil)[:5] {
		value = value<<8 | uint64(b)
	}
	return spell(value)
}

// ParseCode reads a code as people type it: capitals or not, spaces and dashes anywhere, O for 0, I or L for 1.
// The error is ErrCodeShape or ErrCodeCheck. The check symbol finds any one wrong symbol except 0 for Z or Z for 0;
// two symbols swapped pass it, and then simply lead to no record.
func ParseCode(s string) (Code, error) {
	var typed strings.Builder
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) {
			continue
		}
		symbol, ok := readSymbol(r)
		if !ok || typed.Len() == codeLength {
			return "", ErrCodeShape
		}
		typed.WriteByte(symbol)
	}
	if typed.Len() != codeLength {
		return "", ErrCodeShape
	}
	code := Code(typed.String())
	if spell(code.value()) != code {
		return "", ErrCodeCheck
	}
	return code, nil
}

// String returns the code as printed, such as 7K4Q-9XM2-T; for an address use string(c) instead.
func (c Code) String() string {
	if len(c) != codeLength {
		return string(c)
	}
	return string(c[:4] + "-" + c[4:dataLength] + "-" + c[dataLength:])
}

// value returns the forty bits that the symbols before the check symbol stand for.
func (c Code) value() uint64 {
	var value uint64
	for i := range dataLength {
		value = value<<5 | uint64(strings.IndexByte(alphabet, c[i])) //nolint:gosec // a code holds only symbols of the alphabet
	}
	return value
}

// spell writes forty bits as eight symbols and the check symbol.
func spell(value uint64) Code {
	var symbols [codeLength]byte
	symbols[dataLength] = alphabet[value%checkModulus]
	for i := range dataLength {
		symbols[dataLength-1-i] = alphabet[value>>(5*i)&31]
	}
	return Code(symbols[:])
}

// readSymbol turns one typed character into a symbol of the alphabet.
func readSymbol(r rune) (byte, bool) {
	if r >= 'a' && r <= 'z' {
		r -= 'a' - 'A'
	}
	switch r {
	case 'O':
		r = '0'
	case 'I', 'L':
		r = '1'
	}
	at := strings.IndexRune(alphabet, r)
	if at < 0 {
		return 0, false
	}
	return alphabet[at], true
}
