package record

import (
	"errors"
	"strings"
	"testing"
)

const (
	testRef      = "EQIA-2026-0001"
	testDigest   = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
	testSignedAt = "2026-07-12T09:30:00.000000Z"
)

var testKey = []byte("a key for tests only")

// The expected codes were worked out apart from this package, from the definition alone.
func TestACodeIsTheOneTheDefinitionGives(t *testing.T) {
	if got := NewCode(testKey, testRef, "1.0", testDigest, testSignedAt, 0); got != "8G2CB33E7" {
		t.Errorf("first attempt gave %s", string(got))
	}
	if got := NewCode(testKey, testRef, "1.0", testDigest, testSignedAt, 1); got != "7VKMN77ZF" {
		t.Errorf("second attempt gave %s", string(got))
	}
}

func TestEverythingThatWasSignedIsInTheCode(t *testing.T) {
	seen := map[Code]string{}
	for _, c := range []struct {
		name string
		code Code
	}{
		{"as signed", NewCode(testKey, testRef, "1.0", testDigest, testSignedAt, 0)},
		{"another key", NewCode([]byte("another key"), testRef, "1.0", testDigest, testSignedAt, 0)},
		{"another reference", NewCode(testKey, "EQIA-2026-0002", "1.0", testDigest, testSignedAt, 0)},
		{"another version", NewCode(testKey, testRef, "1.1", testDigest, testSignedAt, 0)},
		{"another digest", NewCode(testKey, testRef, "1.0", Digest(nil), testSignedAt, 0)},
		{"another time", NewCode(testKey, testRef, "1.0", testDigest, "2026-07-12T09:30:00.000001Z", 0)},
		{"another attempt", NewCode(testKey, testRef, "1.0", testDigest, testSignedAt, 2)},
	} {
		if other, taken := seen[c.code]; taken {
			t.Errorf("%s has the code of %s", c.name, other)
		}
		seen[c.code] = c.name
	}
}

func TestACodeIsPrintedInThreeGroups(t *testing.T) {
	if got := Code("8G2CB33E7").String(); got != "8G2C-B33E-7" {
		t.Errorf("got %s", got)
	}
	if got := Code("").String(); got != "" {
		t.Errorf("no code was printed as %q", got)
	}
}

func TestACodeIsReadHoweverItIsTyped(t *testing.T) {
	// 00000011 stands for 33, which leaves 2 when divided by 31.
	for _, c := range []struct {
		name, typed string
		want        Code
	}{
		{"as printed", "8G2C-B33E-7", "8G2CB33E7"},
		{"without hyphens", "8G2CB33E7", "8G2CB33E7"},
		{"in small letters", "8g2c-b33e-7", "8G2CB33E7"},
		{"with spaces around and between", "  8G2C B33E\t7\n", "8G2CB33E7"},
		{"with a no-break space and other dashes", "8G2C\u00a0B3\u20113E\u20137", "8G2CB33E7"},
		{"O for 0 and I and L for 1", "OoOo-ooIL-2", "000000112"},
		{"small i and l", "000000il2", "000000112"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := ParseCode(c.typed); err != nil || got != c.want {
				t.Errorf("got %q, %v", string(got), err)
			}
		})
	}
}

func TestWhatIsNoCodeIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		want        error
	}{
		{"nothing", "", ErrCodeShape},
		{"only hyphens", "---", ErrCodeShape},
		{"a symbol too few", "8G2C-B33E", ErrCodeShape},
		{"a symbol too many", "8G2C-B33E-77", ErrCodeShape},
		{"a U", "8G2C-B33U-7", ErrCodeShape},
		{"a sign", "8G2C_B33E_7", ErrCodeShape},
		{"a letter that only looks like one of ours", "8G2C-\u041233E-7", ErrCodeShape},
		{"a dotless i", "000000\u013112", ErrCodeShape},
		{"bytes that are not UTF-8", "8G2C\xffB33E7", ErrCodeShape},
		{"a wrong check symbol", "8G2C-B33E-8", ErrCodeCheck},
		{"a check symbol no code has", "8G2C-B33E-Z", ErrCodeCheck},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, err := ParseCode(c.typed); !errors.Is(err, c.want) || got != "" {
				t.Errorf("got %q, %v; want %v", string(got), err, c.want)
			}
		})
	}
}

func TestOneWrongSymbolIsFoundUnlessItIsZeroForZ(t *testing.T) {
	for _, code := range []string{"8G2CB33E7", string(spell(0)), string(spell(1<<40 - 1))} {
		for at := range code {
			for _, wrong := range alphabet {
				if rune(code[at]) == wrong {
					continue
				}
				_, err := ParseCode(code[:at] + string(wrong) + code[at+1:])
				pair := string(code[at]) + string(wrong)
				passes := at < dataLength && (pair == "0Z" || pair == "Z0")
				if passes != (err == nil) {
					t.Errorf("%s with %c at %d: %v", code, wrong, at, err)
				}
			}
		}
	}
}

func FuzzAReadCodeReadsTheSameWhenPrinted(f *testing.F) {
	for _, seed := range []string{"8G2C-B33E-7", "oOIiLl002", "", "\xff", "8G2CB33E8", "ZZZZZZZZ8"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		code, err := ParseCode(typed)
		if err != nil {
			return
		}
		if len(code) != codeLength || strings.Trim(string(code), alphabet) != "" {
			t.Fatalf("%q was read as %q", typed, string(code))
		}
		if again, err := ParseCode(strings.ToLower(code.String())); err != nil || again != code {
			t.Fatalf("%q was read as %q, then %q, %v", typed, string(code), string(again), err)
		}
	})
}

func FuzzEveryNewCodeCanBeRead(f *testing.F) {
	f.Add([]byte("key"), testRef, testDigest, 0)
	f.Add([]byte{}, "", "", 3)
	f.Fuzz(func(t *testing.T, key []byte, ref, digest string, attempt int) {
		code := NewCode(key, ref, "1.0", digest, testSignedAt, attempt)
		if read, err := ParseCode(code.String()); err != nil || read != code {
			t.Fatalf("%q was read as %q, %v", string(code), string(read), err)
		}
	})
}
