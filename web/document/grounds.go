package document

import "dorset-eqia/eqia"

// Ground is one of the grounds on which words are left out of a public version, in words.
func Ground(g [2]string) string {
	if g[0] == eqia.GroundPersonal {
		return g[1]
	}
	return g[1] + " (paragraph " + g[0] + " of Schedule 12A)"
}

// Grounds are the grounds with these codes, in words and in the order of the law.
func Grounds(codes []string) []string {
	var out []string
	for _, g := range eqia.RedactionGrounds() {
		for _, code := range codes {
			if code == g[0] {
				out = append(out, Ground(g))
			}
		}
	}
	return out
}
