package word_test

import (
	"strings"
	"testing"

	"dorset-eqia/eqia/word"
	wt "dorset-eqia/eqia/word/wordtest"
)

func read(t *testing.T, body string) word.File {
	t.Helper()
	f, err := word.Read(wt.File(body))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTheTextOfAFileIsReadInOrder(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", wt.P("One") + wt.P("Two & three"), "One\nTwo & three"},
		{"pieces of a paragraph", wt.Para(wt.R("One "), wt.B("two"), wt.R(" three")), "One two three"},
		{"tabs and line breaks", wt.Para(`<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>`), "a\tb\nc"},
		{"inserted text", wt.Para(wt.R("It "), `<w:ins w:author="x">`+wt.R("does")+`</w:ins>`), "It does"},
		{"deleted text", wt.Para(wt.R("It"), `<w:del><w:r><w:delText> did not</w:delText></w:r></w:del>`), "It"},
		{"text that was moved", wt.Para(`<w:moveFrom>`+wt.R("here")+`</w:moveFrom>`) + wt.Para(`<w:moveTo>`+wt.R("there")+`</w:moveTo>`), "\nthere"},
		{"a deleted end of a paragraph", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + wt.R("One and ") + `</w:p>` + wt.P("the same"), "One and the same"},
		{"a deleted end before a table", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + wt.R("One") + `</w:p>` + wt.Table(wt.Texts("a")) + wt.P("Two"), "One\na\nTwo"},
		{"a deleted end in the last paragraph of a cell", wt.Table(wt.Row(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+wt.R("a")+`</w:p>`, wt.P("b"))), "a\nb"},
		{"a control around paragraphs", wt.Control("x", wt.P("One")+wt.P("Two")), "One\nTwo"},
		{"a control in a paragraph", wt.Para(wt.R("Name: "), wt.Control("x", wt.R("Library"))), "Name: Library"},
		{"controls inside each other", wt.Control("x", wt.P("One")+wt.Control("y", wt.P("Two"))), "One\nTwo"},
		{"a control around a cell", wt.Table(`<w:tr>` + wt.Control("x", wt.Cell("", wt.P("One"))) + wt.Cell("", wt.P("Two")) + `</w:tr>`), "One\nTwo"},
		{"a prompt around a cell keeps the cell", wt.Table(`<w:tr>` + wt.Prompt(wt.Cell("", wt.P("Type here"))) + wt.Cell("", wt.P("Two")) + `</w:tr>`), "\nTwo"},
		{"a prompt that nobody typed over", wt.Para(wt.R("Name: "), wt.Prompt(wt.R("Click or tap here to enter text."))), "Name:"},
		{"a link", wt.Para(`<w:hyperlink>` + wt.R("the census") + `</w:hyperlink>`), "the census"},
		{"hidden text", wt.Para(wt.R("seen"), `<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>`), "seen"},
		{"the code of a field", wt.Para(`<w:r><w:instrText>PAGE</w:instrText></w:r>`, wt.R("3")), "3"},
		{"a table in a table", wt.Table(wt.Row(wt.P("out") + wt.Table(wt.Texts("in")))), "out\nin"},
		{"a row that was deleted", wt.Table(`<w:tr><w:trPr><w:del/></w:trPr>`+wt.Cell("", wt.P("gone"))+`</w:tr>`, wt.Texts("there")), "there"},
		{"a text box, once", wt.Para(wt.R("before"), `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>`+wt.P("in a box")+
			`</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>`+wt.P("in a box")+`</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`),
			"before\nin a box"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := word.Text(read(t, c.body).Blocks); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestEveryKindOfBoxReadsAsTickedOrNot(t *testing.T) {
	old := func(checked string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/>` + checked + `</w:checkBox></w:ffData></w:fldChar></w:r>`
	}
	symbol := func(font, char string) string {
		return `<w:r><w:sym w:font="` + font + `" w:char="` + char + `"/></w:r>`
	}
	for _, c := range []struct{ name, box, want string }{
		{"a control that is ticked", wt.Box(true), "☒"}, {"a control that is not", wt.Box(false), "☐"},
		{"an old field that is ticked", old(`<w:checked/>`), "☒"}, {"one that was unticked", old(`<w:checked w:val="0"/>`), "☐"}, {"one that nobody touched", old(""), "☐"},
		{"a symbol with a tick", symbol("Wingdings", "F0FE"), "☒"}, {"an empty symbol", symbol("Wingdings", "F0A8"), "☐"},
		{"another font's tick", symbol("Wingdings 2", "F052"), "☒"}, {"a symbol that is no box", symbol("Wingdings", "F04A"), ""},
		{"a typed tick", wt.R("[x]"), "☒"}, {"a typed box", wt.R("[ ]"), "☐"}, {"a check mark", wt.R("✓"), "☒"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := word.Text(read(t, wt.Para(c.box)).Blocks); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestAnOldListReadsAsWhatWasChosen(t *testing.T) {
	list := `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Positive"/><w:listEntry w:val="Negative"/></w:ddList></w:ffData></w:fldChar></w:r>`
	if got := word.Text(read(t, wt.Para(list)).Blocks); got != "Negative" {
		t.Errorf("got %q", got)
	}
}

func TestAHeadingIsKnownWhateverItsStyleIsCalled(t *testing.T) {
	f := read(t, wt.H("Aims")+`<w:p><w:pPr><w:pStyle w:val="Vraag"/></w:pPr>`+wt.R("Based on it")+`</w:p>`+wt.P("Text")+wt.Para(wt.B("All of it"))+wt.Item("In a list"))
	var got []string
	for _, b := range f.Blocks {
		p := b.Paragraph
		got = append(got, strings.TrimSpace(strings.Repeat("#", p.Level)+map[bool]string{true: "bold "}[p.Bold]+map[bool]string{true: "item "}[p.Item]))
	}
	if want := "#|#||bold|item"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}

func TestAControlSaysWhatIsTypedInIt(t *testing.T) {
	f := read(t, wt.Control("answer/aims", wt.P("One")+wt.P("")+wt.P("Two"))+wt.Para(wt.R("Name: "), wt.Control("answer/title", wt.R("Library")))+
		wt.Control("out", wt.P("a")+wt.Control("in", wt.P("b"))))
	want := []word.Control{{"answer/aims", "Place of answer/aims", "One\n\nTwo"}, {"answer/title", "Place of answer/title", "Library"},
		{"out", "Place of out", "a\nb"}, {"in", "Place of in", "b"}}
	if len(f.Controls) != len(want) {
		t.Fatalf("got %d controls", len(f.Controls))
	}
	for i, c := range f.Controls {
		if c != want[i] {
			t.Errorf("control %d is %q, want %q", i, c, want[i])
		}
	}
}

func TestAControlAroundItsFirstParagraphAloneGoesOnToTheNextHeading(t *testing.T) {
	f := read(t, wt.H("Aims")+wt.Para(wt.Control("x", wt.R("One")))+wt.P("Two")+wt.H("Background")+wt.P("Three"))
	if got := f.Whole(0); got != "One\nTwo" {
		t.Errorf("got %q", got)
	}
}

func TestCellsSayWhatTheySpan(t *testing.T) {
	f := read(t, wt.Table(`<w:tr><w:trPr><w:tblHeader/></w:trPr>`+wt.Cell(`<w:gridSpan w:val="2"/>`, wt.P("a"))+wt.Cell(`<w:vMerge w:val="restart"/>`, wt.P("b"))+`</w:tr>`,
		`<w:tr>`+wt.Cell("", wt.P("c"))+wt.Cell("", wt.P("d"))+wt.Cell(`<w:vMerge/>`, wt.P(""))+`</w:tr>`))
	rows := f.Blocks[0].Table.Rows
	if !rows[0].Head || rows[1].Head || rows[0].Cells[0].Span != 2 || rows[0].Cells[1].Joined || !rows[1].Cells[2].Joined || rows[1].Cells[0].Span != 1 {
		t.Errorf("got %+v", rows)
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	f := read(t, wt.Para(wt.R("See"), `<w:r><w:footnoteReference w:id="1"/></w:r>`, `<w:r><w:drawing><pic/></w:drawing></w:r>`, `<w:r><w:commentReference w:id="0"/></w:r>`)+wt.P("x"))
	if got := strings.Join(f.Unread, ", "); got != "footnotes, pictures, comments in the margin" {
		t.Errorf("got %q", got)
	}
}
