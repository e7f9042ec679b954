package eqia

import "dorset-eqia/eqia/form"

// decline sends a record of why no assessment is needed back as one that is: the answer becomes that a full assessment is done, the reason
// goes with it as a comment, and all that was written is kept. The service changes the answer, so the lead does not become a contributor by it.
func (s *Service) decline(c Case, reason string, change *Change, now *Header) {
	part := PartKey{AnswerPart, form.QuestionAssessmentNeeded}
	parts := []Part{{Key: part, Base: c.Stamps[part].Counter, Body: Answer{Choices: []string{form.AssessmentYes}}}}
	change.Saves = []Save{{Version: c.ID, Parts: parts, Lists: c.listsAfter(parts), At: change.Acts[0].At}}
	now.Screening = false
	change.Send = c.ID
	change.Comments = append(change.Comments, s.comment(c, part, reason, true))
	change.Acts[0].Facts["part"] = part.String()
}
