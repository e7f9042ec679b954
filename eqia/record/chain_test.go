package record

import (
	"encoding/binary"
	"errors"
	"iter"
	"slices"
	"testing"
	"time"
)

var testAt = time.Date(2026, 7, 12, 9, 30, 0, 123456000, time.UTC)

// chainOf seals n entries a second apart.
func chainOf(n int) []Sealed {
	var chain []Sealed
	var last Link
	for i := range n {
		s := last.Seal(Entry{
			At: testAt.Add(time.Duration(i) * time.Second), Actor: "author-1", Kind: "save",
			Subject: "EQIA-2026-0001", Detail: "revision",
		})
		chain, last = append(chain, s), s.Link()
	}
	return chain
}

func reading(chain []Sealed) iter.Seq2[Sealed, error] {
	return func(yield func(Sealed, error) bool) {
		for _, s := range chain {
			if !yield(s, nil) {
				return
			}
		}
	}
}

// The expected hash was worked out apart from this package, from the framing alone.
func TestAnEntryHasTheHashItsFramingGives(t *testing.T) {
	e := Entry{Seq: 1, At: testAt, Actor: "author-1", Kind: "submit", Subject: "EQIA-2026-0001", Detail: "revision 7"}
	const want = "e9fb1c5ed3805d15bd296e91736acc6a5674f5c5ed73b2fab719bae4367ced44"
	if got := e.Hash(""); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAnEntryIsSealedInUTCMicroseconds(t *testing.T) {
	summer := time.FixedZone("BST", 3600)
	s := Link{Seq: 4, Hash: "before"}.Seal(Entry{Seq: 99, At: testAt.In(summer).Add(999 * time.Nanosecond)})
	if s.Seq != 5 || s.Prev != "before" || s.At != testAt {
		t.Errorf("got %+v", s)
	}
	if s.Hash != s.Entry.Hash("before") {
		t.Error("the stored hash is not the entry's own")
	}
}

func TestAWholeChainHolds(t *testing.T) {
	for _, n := range []int{0, 1, 7} {
		chain := chainOf(n)
		want := ""
		if n > 0 {
			want = chain[n-1].Hash
		}
		count, head, err := Verify(reading(chain))
		if count != int64(n) || head != want || err != nil {
			t.Errorf("%d entries: got %d, %q, %v", n, count, head, err)
		}
	}
}

func TestTamperingShowsWhereItStarts(t *testing.T) {
	change := func(f func(*Sealed)) func([]Sealed) []Sealed {
		return func(c []Sealed) []Sealed { f(&c[2]); return c }
	}
	for _, c := range []struct {
		name   string
		tamper func([]Sealed) []Sealed
		want   Break
	}{
		{"number", change(func(s *Sealed) { s.Seq = 8 }), Break{3, FaultGap}},
		{"time", change(func(s *Sealed) { s.At = s.At.Add(-time.Microsecond) }), Break{3, FaultHash}},
		{"actor", change(func(s *Sealed) { s.Actor = "lead-1" }), Break{3, FaultHash}},
		{"kind", change(func(s *Sealed) { s.Kind = "sign" }), Break{3, FaultHash}},
		{"subject", change(func(s *Sealed) { s.Subject += "0" }), Break{3, FaultHash}},
		{"detail", change(func(s *Sealed) { s.Detail = "" }), Break{3, FaultHash}},
		{"a letter moved to the next field", change(func(s *Sealed) { s.Actor, s.Kind = "author-", "1save" }),
			Break{3, FaultHash}},
		{"hash followed", change(func(s *Sealed) { s.Prev = s.Hash }), Break{3, FaultPrev}},
		{"own hash", change(func(s *Sealed) { s.Hash = s.Prev }), Break{3, FaultHash}},
		{"an entry changed and hashed anew",
			change(func(s *Sealed) { s.Detail = "x"; s.Hash = s.Entry.Hash(s.Prev) }), Break{4, FaultPrev}},
		{"the first entry gone", func(c []Sealed) []Sealed { return c[1:] }, Break{1, FaultGap}},
		{"a middle entry gone", func(c []Sealed) []Sealed { return slices.Delete(c, 2, 3) }, Break{3, FaultGap}},
		{"a middle entry gone and the rest numbered anew", func(c []Sealed) []Sealed {
			c = slices.Delete(c, 2, 3)
			c[2].Seq--
			return c
		}, Break{3, FaultPrev}},
		{"two entries the other way round", func(c []Sealed) []Sealed { c[2], c[3] = c[3], c[2]; return c },
			Break{3, FaultGap}},
		{"an old entry added again", func(c []Sealed) []Sealed { return append(c, c[2]) }, Break{6, FaultGap}},
		{"an old entry added again with the next number", func(c []Sealed) []Sealed {
			again := c[2]
			again.Seq = 6
			return append(c, again)
		}, Break{6, FaultPrev}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tampered := c.tamper(chainOf(5))
			count, head, err := Verify(reading(tampered))
			var broken *Break
			if !errors.As(err, &broken) || *broken != c.want {
				t.Fatalf("got %v, want %v", err, &c.want)
			}
			wantHead := ""
			if count > 0 {
				wantHead = tampered[count-1].Hash
			}
			if count != c.want.Seq-1 || head != wantHead {
				t.Errorf("got count %d and head %q before the break", count, head)
			}
		})
	}
}

func TestACutTailOrARewrittenChainShowsAgainstTheHeadKeptElsewhere(t *testing.T) {
	whole := chainOf(5)
	wantCount, wantHead, err := Verify(reading(whole))
	if err != nil {
		t.Fatal(err)
	}
	count, head, err := Verify(reading(whole[:4]))
	if err != nil || count == wantCount || head == wantHead {
		t.Errorf("a cut tail: got %d, %s, %v", count, head, err)
	}
	var rewritten []Sealed
	var last Link
	for _, s := range whole {
		s.Actor = "author-2"
		next := last.Seal(s.Entry)
		rewritten, last = append(rewritten, next), next.Link()
	}
	if _, head, err = Verify(reading(rewritten)); err != nil || head == wantHead {
		t.Errorf("a rewritten chain: got %s, %v", head, err)
	}
}

func TestAnErrorOfReadingIsNotABreak(t *testing.T) {
	lost := errors.New("the disk went away")
	chain := chainOf(2)
	count, head, err := Verify(func(yield func(Sealed, error) bool) {
		_ = yield(chain[0], nil) && yield(chain[1], nil) && yield(Sealed{}, lost)
	})
	var broken *Break
	if !errors.Is(err, lost) || errors.As(err, &broken) {
		t.Errorf("got %v", err)
	}
	if count != 2 || head != chain[1].Hash {
		t.Errorf("got count %d and head %q", count, head)
	}
}

func FuzzNoTwoEntriesFrameAlike(f *testing.F) {
	f.Add("", int64(1), int64(0), "author-1", "save", "EQIA-2026-0001", "revision")
	f.Add("hash", int64(-1), int64(1), "\x00\x00\x00\x00\x00\x00\x00\x01a", "", "\xff", "")
	f.Fuzz(func(t *testing.T, prev string, seq, micro int64, actor, kind, subject, detail string) {
		e := Entry{Seq: seq, At: time.UnixMicro(micro), Actor: actor, Kind: kind, Subject: subject, Detail: detail}
		want := []string{prev, bigEndian(seq), bigEndian(micro), actor, kind, subject, detail}
		if got := unframed(t, e.framed(prev)); !slices.Equal(got, want) {
			t.Fatalf("framed %q and read back %q", want, got)
		}
	})
}

// unframed reads the fields back: bytes that give back every field cannot stand for two entries.
func unframed(t *testing.T, framed []byte) []string {
	t.Helper()
	var fields []string
	for len(framed) > 0 {
		if len(framed) < 8 {
			t.Fatalf("%d bytes left over", len(framed))
		}
		length := binary.BigEndian.Uint64(framed)
		if framed = framed[8:]; length > uint64(len(framed)) {
			t.Fatalf("a field of %d bytes has %d", length, len(framed))
		}
		fields, framed = append(fields, string(framed[:length])), framed[length:]
	}
	return fields
}

func FuzzTheVerifierFindsEveryChangedField(f *testing.F) {
	f.Add(uint8(0), int64(0), "author-1", "save", "EQIA-2026-0001", "revision")
	f.Add(uint8(3), int64(5), "author-", "1save", "EQIA-2026-0001", "revision")
	f.Fuzz(func(t *testing.T, at uint8, micros int64, actor, kind, subject, detail string) {
		chain := chainOf(4)
		s := &chain[int(at)%len(chain)]
		before := s.Entry
		s.At = time.UnixMicro(before.At.UnixMicro() + micros).UTC()
		s.Actor, s.Kind, s.Subject, s.Detail = actor, kind, subject, detail
		_, _, err := Verify(reading(chain))
		if same := s.Entry == before; same != (err == nil) {
			t.Fatalf("changed %+v to %+v: %v", before, s.Entry, err)
		}
	})
}
