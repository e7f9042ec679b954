package docx

import (
	"fmt"
	"strings"
	"time"
)

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	office  = "http://schemas.openxmlformats.org/officeDocument/2006/"
	spaces  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="` + office + `relationships" ` +
		`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
		`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"`
	packageSpace = `xmlns="http://schemas.openxmlformats.org/package/2006/`
	wordType     = `application/vnd.openxmlformats-officedocument.wordprocessingml.`
)

const contentTypes = xmlHead + `<Types ` + packageSpace + `content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
	`<Default Extension="png" ContentType="image/png"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + wordType + `settings+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="` + wordType + `numbering+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="` + wordType + `header+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + wordType + `footer+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
	`<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`

const packageRelations = xmlHead + `<Relationships ` + packageSpace + `relationships">` +
	`<Relationship Id="rId1" Type="` + office + `relationships/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const itemRelations = xmlHead + `<Relationships ` + packageSpace + `relationships">` +
	`<Relationship Id="rId1" Type="` + office + `relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`

const itemProperties = xmlHead + `<ds:datastoreItem ds:itemID="{6E0F2C52-5A5B-4C5E-9D0E-EC1A5A7E0001}" xmlns:ds="` + office + `customXml"><ds:schemaRefs/></ds:datastoreItem>`

// settings keep Word from asking older versions how to lay out the text.
const settings = xmlHead + `<w:settings ` + spaces + `><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const numbering = xmlHead + `<w:numbering ` + spaces + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
	`<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

// relations lists the other parts that the text needs, and the web addresses it leads to.
func (p *press) relations() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships ` + packageSpace + `relationships">`)
	for i, part := range []string{"styles", "settings", "numbering", "header", "footer"} {
		file := map[string]string{"header": "header1", "footer": "footer1"}[part]
		if file == "" {
			file = part
		}
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%srelationships/%s" Target="%s.xml"/>`, i+1, office, part, file)
	}
	fmt.Fprintf(&b, `<Relationship Id="rId6" Type="%srelationships/customXml" Target="../customXml/item1.xml"/>`, office)
	for i, address := range p.links {
		fmt.Fprintf(&b, `<Relationship Id="rLink%d" Type="%srelationships/hyperlink" Target="%s" TargetMode="External"/>`, i+1, office, safe(address))
	}
	for i := range p.images {
		fmt.Fprintf(&b, `<Relationship Id="rImage%d" Type="%srelationships/image" Target="media/image%d.png"/>`, i+1, office, i+1)
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

// properties are the title, the language and the maker of the file. No person is named.
func (p *press) properties() string {
	d := p.doc
	at := made(d).Format(time.RFC3339)
	return xmlHead + fmt.Sprintf(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `+
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`+
		`<dc:title>%s</dc:title><dc:subject>%s</dc:subject><dc:creator>%s</dc:creator><dc:language>%s</dc:language>`+
		`<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created></cp:coreProperties>`, safe(d.Name()), safe(d.Kind), safe(d.Council), safe(d.Language), at)
}

// document is the main part: an A4 page with the header and the footer on each.
func (p *press) document() string {
	return xmlHead + `<w:document ` + spaces + `><w:body>` + p.String() + `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>` +
		`<w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

// header is what every page says at its top.
func (p *press) header() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:hdr ` + spaces + `>`)
	for _, line := range append(p.doc.Head(), "") {
		fmt.Fprintf(&b, `<w:p><w:pPr><w:pStyle w:val="EachPage"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, safe(line))
	}
	b.WriteString(`</w:hdr>`)
	return b.String()
}

// footer is what every page says at its bottom, with its number.
func (p *press) footer() string {
	field := func(name string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
			`<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	word := func(text string) string { return `<w:r><w:t xml:space="preserve">` + safe(text) + `</w:t></w:r>` }
	return xmlHead + `<w:ftr ` + spaces + `><w:p><w:pPr><w:pStyle w:val="EachPage"/></w:pPr>` + word(p.doc.Foot()+" · p ") + field("PAGE") + word(" of ") + field("NUMPAGES") + `</w:p></w:ftr>`
}
