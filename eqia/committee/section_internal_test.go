package committee

import "testing"

func TestATextIsShownByWholeSentences(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		most             int
	}{
		{"a short one is whole", "Prices go up. Few can pay.", "Prices go up. Few can pay.", 10},
		{"no more than fits", "Prices go up. Few can pay.", "Prices go up.", 5},
		{"one that is too long is cut", "Prices go up for all of them", "Prices go up…", 3},
		{"an abbreviation ends nothing", "Places, e.g. libraries, close early.", "Places, e.g.…", 2},
		{"line ends are spaces", "Prices\n\ngo up.\n", "Prices go up.", 10},
		{"a letter of several bytes at the end", "Visit the café", "Visit the café", 10},
		{"nothing", "", "", 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := opening(c.text, c.most); got != c.want {
				t.Errorf("it shows %q, want %q", got, c.want)
			}
		})
	}
}
