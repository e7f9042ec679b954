package committee

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"dorset-eqia/eqia"
)

// Pounds is an amount as it is written, with commas: "1,250,000" or "99.50"; "" for nothing.
func Pounds(pence int64) string {
	if pence <= 0 {
		return ""
	}
	whole := strconv.FormatInt(pence/100, 10)
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if pence%100 > 0 {
		whole += fmt.Sprintf(".%02d", pence%100)
	}
	return whole
}

// amount is at most eleven digits of pounds, with or without commas, and two of pence.
var amount = regexp.MustCompile(`^£?(\d{1,3}(?:,\d{3}){0,3}|\d{1,11})(?:\.(\d{2}))?$`)

// ParsePounds reads an amount as people write it; nothing is 0.
func ParsePounds(text string) (int64, error) {
	text = strings.Join(strings.Fields(text), "")
	if text == "" {
		return 0, nil
	}
	m := amount.FindStringSubmatch(text)
	if m == nil {
		return 0, &eqia.Invalid{Field: "value", Says: "Enter an amount in pounds in figures, for example 500,000 or 499.50"}
	}
	pounds, err := strconv.ParseInt(strings.ReplaceAll(m[1], ",", ""), 10, 64)
	if err != nil || m[2] == "" {
		return pounds * 100, err
	}
	pence, err := strconv.ParseInt(m[2], 10, 64)
	return pounds*100 + pence, err
}
