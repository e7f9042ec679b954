package eqia

import (
	"slices"

	"dorset-eqia/eqia/form"
)

// Coach is what the rules say while an assessment is being written: of these parts, when they have been begun, the worst first, as many
// as there is room for. What is kept for a reason has been settled, and nobody is told off for what they have not come to yet.
func (s *Service) Coach(c Case, most int, parts []PartKey) []Finding {
	var out []Finding
	for _, f := range s.Judge(c, AtDraft) {
		_, settled := c.GroundsFor(f)
		if len(out) < most && !settled && slices.Contains(parts, f.Where) && c.Begun(f.Where) {
			out = append(out, f)
		}
	}
	return out
}

// Begun reports whether something has been written in a part. Effects that were ticked in the table of all groups do not begin a card:
// its words are asked for later.
func (c Case) Begun(k PartKey) bool {
	switch k.Kind {
	case "":
		return false
	case AnswerPart:
		q, ok := c.Form.Question(k.Key)
		if !ok {
			q = form.Question{Code: k.Key}
		}
		return c.Answered(q)
	case CardPart:
		return slices.ContainsFunc(c.Content.Card(k.Key).Blocks, Block.begun)
	default:
		return c.HasPart(k)
	}
}

func (b Block) begun() bool {
	return b.How+b.Mitigation+b.Justification+b.FindOut != "" || len(b.Aims)+len(b.Evidence) > 0
}
