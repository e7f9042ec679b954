package record

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"iter"
	"time"
)

// Link is an entry's place in the chain: its number, the hash it follows and its own hash. The zero Link is where
// a chain begins, before the first entry.
type Link struct {
	Seq        int64
	Prev, Hash string
}

// Entry is one audit event. Seq counts from 1 without gaps; At is UTC and counts in microseconds only. Detail holds
// identifiers and digests, so that erasing a person's text never breaks the chain.
type Entry struct {
	Seq                          int64
	At                           time.Time
	Actor, Kind, Subject, Detail string
}

// Sealed is an entry as stored, with the hash it follows and its own hash.
type Sealed struct {
	Entry
	Prev, Hash string
}

// Link returns the sealed entry's place in the chain, which the next entry is sealed onto.
func (s Sealed) Link() Link { return Link{Seq: s.Seq, Prev: s.Prev, Hash: s.Hash} }

// Seal puts an entry after the given link: it gives the entry the next number, brings its time to UTC microseconds
// and hashes it.
func (l Link) Seal(e Entry) Sealed {
	e.Seq = l.Seq + 1
	e.At = e.At.UTC().Truncate(time.Microsecond)
	return Sealed{Entry: e, Prev: l.Hash, Hash: e.Hash(l.Hash)}
}

// Hash returns the SHA-256, in hexadecimal, of the entry as it follows the entry whose hash is prev.
func (e Entry) Hash(prev string) string {
	sum := sha256.Sum256(e.framed(prev))
	return hex.EncodeToString(sum[:])
}

// framed writes every field behind its length, so that no two different entries give the same bytes.
func (e Entry) framed(prev string) []byte {
	fields := []string{
		prev, bigEndian(e.Seq), bigEndian(e.At.UnixMicro()), e.Actor, e.Kind, e.Subject, e.Detail,
	}
	var out []byte
	for _, field := range fields {
		out = binary.BigEndian.AppendUint64(out, uint64(len(field)))
		out = append(out, field...)
	}
	return out
}

func bigEndian(n int64) string {
	return string(binary.BigEndian.AppendUint64(nil, uint64(n))) //nolint:gosec // the bits are what is framed, not the number
}

// Verify reads a whole chain from entry 1 in order and returns how many entries hold and the hash of the last of them.
// The error is a *Break at the first entry that does not hold, or the error of reading. A chain cut short or written
// anew holds in itself: only a count and head kept elsewhere show it.
func Verify(chain iter.Seq2[Sealed, error]) (count int64, head string, err error) {
	var last Link
	for s, readErr := range chain {
		if readErr != nil {
			return last.Seq, last.Hash, fmt.Errorf("read audit entry %d: %w", last.Seq+1, readErr)
		}
		if fault := last.fault(s); fault != "" {
			return last.Seq, last.Hash, &Break{Seq: last.Seq + 1, Why: fault}
		}
		last = s.Link()
	}
	return last.Seq, last.Hash, nil
}

// fault returns what is wrong with s as the entry after l, or nothing.
func (l Link) fault(s Sealed) Fault {
	switch {
	case s.Seq != l.Seq+1:
		return FaultGap
	case s.Prev != l.Hash:
		return FaultPrev
	case s.Hash != s.Entry.Hash(s.Prev):
		return FaultHash
	}
	return ""
}
