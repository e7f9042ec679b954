package eqia

import "strings"

// SheetCell is a text as a cell of a CSV file has it: with a mark in front where a spreadsheet would read it as a formula.
func SheetCell(text string) string {
	if formula(text) || FromSheetCell(text) != text {
		return "'" + text
	}
	return text
}

// FromSheetCell is the text that SheetCell made a cell of.
func FromSheetCell(cell string) string {
	if text, marked := strings.CutPrefix(cell, "'"); marked && (formula(text) || FromSheetCell(text) != text) {
		return text
	}
	return cell
}

func formula(text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "=") || text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0]))
}
