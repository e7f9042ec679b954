package committee

import "testing"

func TestAnAmountIsReadAsPeopleWriteItAndShownWithCommas(t *testing.T) {
	for text, want := range map[string]int64{"": 0, " £1,250,000 ": 125_000_000, "500000": 50_000_000, "499.50": 49_950, "£7.05": 705, "12 500": 1_250_000, "99,999,999,99": -1,
		"1,25,000": -1, "half a million": -1, "1.5m": -1, "-5": -1, "5.5": -1, "123456789012": -1, "€5": -1, "1e6": -1} {
		got, err := ParsePounds(text)
		if (err != nil) != (want < 0) || err == nil && got != want {
			t.Errorf("%q is %d, %v; want %d", text, got, err, want)
		}
	}
	for pence, want := range map[int64]string{0: "", 5: "0.05", 100: "1", 99_950: "999.50", 100_000: "1,000", 125_000_000: "1,250,000", 12_345_678_901: "123,456,789.01"} {
		if got := Pounds(pence); got != want {
			t.Errorf("%d is %q, want %q", pence, got, want)
		}
		if again, err := ParsePounds(Pounds(pence)); err != nil || again != pence {
			t.Errorf("%d comes back as %d, %v", pence, again, err)
		}
	}
}
