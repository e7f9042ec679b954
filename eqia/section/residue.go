package section

import (
	"regexp"
	"slices"
	"strings"
)

// leftOver are what a template or a change that was not accepted leaves in a text.
var leftOver = compiled(
	`(?i)\b(?:paragraphs?|paras?\.?|appendix|annex|recommendations?|page|table|item) (?:[x?]{1,3}|\[ ?\w? ?\]|\.{3,}|_{2,})(?:\W|$)`,
	`(?i)\bsection (?:[x?]{1,3}|\[ ?\w? ?\]|\.{3,})(?:\W|$)`,
	`(?i)\badd (?:your |the |an? )?(?:e-?mail address|name|job title|telephone(?: number)?|date|text|details|reference|link)(?: here)?\b`,
	`(?i)\bwill be signed[- ]off\b`,
	`(?i)[\[<{] ?(?:insert|add|enter|delete|name|date|title|author|officer|service|tb[cd]|xx+|link|number|reference|ref|text|director|report|council|appendix|year|amount|e\.g)[^\]>}]{0,80}[\]>}]`,
	`(?i)\binsert (?:your |the |an? )?(?:\w+ )?(?:text|name|date|title|details|number|reference|appendix|link|here|paragraph|summary)\b`,
	`(?i)\bdelete (?:as|where|if) (?:appropriate|applicable|not applicable|not required|necessary)\b`,
	`(?i)\bclick (?:or tap )?here to enter\b|\bclick or tap\b|(?-i:Choose an item\.)|\b(?:enter|type) (?:your )?text here\b`,
	`(?i)\b(?:dd|xx)/(?:mm|xx)/(?:yy|xx)(?:yy|xx)?\b|\bX{2,}\b`,
	`(?i)\blorem ipsum\b|\bguidance(?: note)?s?(?: for (?:the )?(?:report )?authors?)? ?:|\bnotes? (?:to|for) (?:the )?(?:report )?authors?\b|\bauthors? (?:should|must|to) (?:complete|delete|insert|set out|include|add|confirm)\b`,
	`(?i)\bthis section (?:should|must|needs to) (?:be |include|set out|contain|explain|summarise|describe|state)|\bplease (?:complete|delete|summarise|insert|state whether|set out here)\b`,
	`\b(?:Commented|Comment) ?\[[A-Z]{1,4}\d{1,3}\]|\b(?:Deleted|Inserted|Formatted|Moved (?:from|down|up))(?: ?\[[^\]]{1,20}\])?: ?\S`,
	`\[\+|\+\]|\{\+\+|\+\+\}|\{--|--\}|~~\S`,
	`(?i)\berror! (?:reference|bookmark)|\bREF _Ref\d+|\bMERGEFIELD\b`,
	`\?{3,}|\bTBC\b|\bTBD\b|\bTBA\b`,
)

// roman is an appendix that is numbered in Roman figures, where x is ten.
var roman = regexp.MustCompile(`(?i)\b(?:appendix|annex|section) (?:ix|viii|vii)\b`)

// Residue lists what a template or a tracked change left in the section, as written, each once.
func (s Section) Residue() []string {
	var out []string
	for line := range strings.Lines(s.text) {
		for _, p := range leftOver {
			for _, at := range p.FindAllString(line, -1) {
				at = strings.Trim(at, " \n,;)")
				if x := strings.HasSuffix(strings.TrimRight(at, "."), "X"); x && roman.MatchString(s.text) {
					continue
				}
				if !slices.ContainsFunc(out, func(o string) bool { return strings.Contains(o, at) || strings.Contains(at, o) }) {
					out = append(out, at)
				}
			}
		}
	}
	return out
}
