package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"time"

	"dorset-eqia/web/document/paper"
)

// metadata says what the document is, for programs that keep papers.
func metadata(d paper.Document) ([]byte, error) {
	var out bytes.Buffer
	fields := []any{}
	for _, s := range []string{d.Name(), d.Council, d.Kind, d.Language, d.Foot(), d.Made.UTC().Format(time.RFC3339)} {
		var escaped bytes.Buffer
		if err := xml.EscapeText(&escaped, []byte(s)); err != nil {
			return nil, err
		}
		fields = append(fields, escaped.String())
	}
	fmt.Fprintf(&out, packet, fields...)
	return out.Bytes(), nil
}

// packet is the form of the metadata. The mark of PDF/UA says which rules the file was built to.
const packet = `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>%s</pdf:Keywords>
<xmp:CreateDate>%[6]s</xmp:CreateDate><xmp:ModifyDate>%[6]s</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
