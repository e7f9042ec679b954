package record

import "testing"

func TestADigestIsTheSHA256OfTheCanonicalBytes(t *testing.T) {
	const want = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
	if got := Digest([]byte("{}")); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAShortDigestHasSixteenDigits(t *testing.T) {
	if got := Short(Digest([]byte("{}"))); got != "44136fa355b3678a" {
		t.Errorf("got %s", got)
	}
	if got := Short("44136f"); got != "44136f" {
		t.Errorf("a shorter text became %q", got)
	}
}

func TestTheOrderOfKeysDoesNotChangeADigest(t *testing.T) {
	one, errOne := CanonicalJSON([]byte(`{"a":1,"b":[]}`))
	two, errTwo := CanonicalJSON([]byte(`{ "b":[], "a":1 }`))
	other, errOther := CanonicalJSON([]byte(`{"a":1,"b":null}`))
	if errOne != nil || errTwo != nil || errOther != nil {
		t.Fatal(errOne, errTwo, errOther)
	}
	if Digest(one) != Digest(two) {
		t.Error("the same record has two digests")
	}
	if Digest(one) == Digest(other) {
		t.Error("an empty list and nothing have one digest")
	}
}
