package section

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dorset-eqia/eqia/form"
)

func TestAPastedTextIsReadAsItWasMeant(t *testing.T) {
	for name, c := range map[string]struct{ pasted, want string }{
		"quotes and spaces of Word":       {"The\u00a0council’s “EqIA”", `The council's "EqIA"`},
		"soft hyphens and hidden marks":   {"equal\u00adity\u200b impact\ufeff", "equality impact"},
		"letters that were joined":        {"a ﬁnal ﬂoor", "a final floor"},
		"a line that the page broke":      {"The assessment found that older people who live in\nvillages would lose their bus.", "The assessment found that older people who live in villages would lose their bus."},
		"two lines that are two":          {"Age: neutral\nSex: neutral", "Age: neutral\nSex: neutral"},
		"a list after a long line":        {"The assessment looked at each of these groups and found effects on\n- older people\n- carers", "The assessment looked at each of these groups and found effects on\n- older people\n- carers"},
		"a row of a table":                {"Age\tNegative\tOlder people pay more", "Age | Negative | Older people pay more"},
		"a bullet of Word's own":          {"\uf0b7 Age", "• Age"},
		"bytes that are no text":          {"EqIA \xff done", "EqIA done"},
		"lines of an old Mac and Windows": {"One.\rTwo.\r\nThree.", "One.\nTwo.\nThree."},
	} {
		if got := clean(c.pasted); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestASentenceEndsWhereItDoes(t *testing.T) {
	for text, want := range map[string]int{
		"See para. 4 and s. 149 of the Act. It is attached.": 2, "It cost £1.5m. It is done.": 2, "Is it done? Yes.": 2,
		"For example, e.g. Carers, are named.": 1, "Age; sex; race": 3, `He said "yes." Then it ended.`: 2, "": 0,
	} {
		if got := split(text); len(got) != want {
			t.Errorf("%q has %d sentences: %q", text, len(got), got)
		}
	}
}

func TestAPastedTextSaysTheSameAsATypedOne(t *testing.T) {
	pasted := "11.\u00a0Equalities Impact Assessment\r\n\r\n11.1\tAn Equal\u00adities Impact Assess\u00adment (“EqIA”) has been\u00a0completed. It isn’t long.\r\n"
	if s := Read(pasted); s.ClaimsDone() == "" || s.Directs() || s.Blank() {
		t.Errorf("claims %q, directs %v, blank %v", s.ClaimsDone(), s.Directs(), s.Blank())
	}
	law := strings.NewReplacer("— ", " –\r\n", "; ", ";\r\n").Replace(form.Section149)
	if said := Read("1.1 " + law).DepartsFromLaw(); said != "" {
		t.Errorf("the words of the Act, pasted, are questioned: %q", said)
	}
}

func TestASectionNamesItsAppendicesAndReferences(t *testing.T) {
	s := Read("The EqIA (EQIA-2026-0012) is attached as Appendix 3. Appendix 4 has the map. See eqia-2026-0012 and EQIA-2026-0044.")
	if got := s.Appendices(); !slices.Equal(got, []string{"Appendix 3"}) {
		t.Errorf("the appendices are %q", got)
	}
	if got := s.References(); !slices.Equal(got, []string{"EQIA-2026-0012", "EQIA-2026-0044"}) {
		t.Errorf("the references are %q", got)
	}
	if !Mentions("Appendix 3 – Equality impact assessment", "appendix 3") || Mentions("Appendix 31", "Appendix 3") {
		t.Error("a label is found where it is not, or not where it is")
	}
}

func TestAnExplanationThatOnlyPointsElsewhereIsKnown(t *testing.T) {
	for text, want := range map[string]bool{"Please see the action plan.": true, "See section 4 of the report": true, "As detailed above": true,
		"See how many older people use the bus: 400 a week do, and they would have to change twice.": false, "Older people pay more.": false} {
		if got := OnlyPoints(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "quality", "*.txt"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			f.Add(strings.ReplaceAll(line, " ¶ ", "\n"))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := Read(text)
		if again := clean(s.text); again != s.text && len(text) < most/4 {
			if third := clean(again); third != again {
				t.Errorf("it never settles: %q, %q, %q", s.text, again, third)
			}
		}
		s.ClaimsDone()
		s.Directs()
		s.Blank()
		s.DepartsFromLaw()
		s.Unsaid([]string{"Age", "Sex", "Rural isolation"})
		for _, left := range s.Residue() {
			if left == "" {
				t.Error("residue without words")
			}
		}
		for _, ref := range s.References() {
			if !strings.HasPrefix(ref, "EQIA-") {
				t.Errorf("%q is no reference", ref)
			}
		}
		s.Appendices()
		OnlyPoints(text)
		PurposeConflict(text, []string{text})
	})
}
