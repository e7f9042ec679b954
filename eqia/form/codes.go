package form

// The codes of the questions that the service itself reads, so every profile has to ask them.
const (
	QuestionTitle            = "title"
	QuestionKind             = "kind"
	QuestionAssessmentNeeded = "assessment_needed"
	QuestionAffected         = "affected"
	QuestionRoute            = "route"
	QuestionDecisionMaker    = "decision_maker"
	QuestionDecisionDate     = "decision_date"
	QuestionTriggers         = "triggers"
	QuestionBudgetRound      = "budget_round" // read where a form asks it; a form need not
	QuestionScreeningReason  = "screening_reason"
	QuestionEvidence         = "evidence"
	QuestionEvidenceSays     = "evidence_says"
	QuestionEngagement       = "engagement"
	QuestionNoEngagement     = "no_engagement"
	QuestionSummary          = "summary"
	QuestionActions          = "actions"
	QuestionMonitoring       = "monitoring"
	QuestionReviewDate       = "review_date"
)

// The choices that the service itself reads.
const (
	AssessmentYes      = "yes" // assessment_needed: a full assessment
	AssessmentNo       = "no"  // assessment_needed: a screening record, with its reason
	AffectedInternal   = "internal"
	AffectedExternal   = "external"
	AffectedBoth       = "both"
	RouteCommittee     = "committee"
	RouteCabinetMember = "cabinet_member"
	RouteOfficer       = "officer"
	RouteNotKnown      = "not_known"
	TriggerNone        = "none" // none of the triggers is true; never ticked together with another
)

// The codes of the two audiences; a profile chooses their labels.
const (
	AudienceResidents = "residents"
	AudienceEmployees = "employees"
)

// The codes of the three aims of section 149(1).
const (
	AimEliminate = "eliminate" // section 149(1)(a)
	AimAdvance   = "advance"   // section 149(1)(b)
	AimFoster    = "foster"    // section 149(1)(c)
)

// reliedOn is a question the service reads, with the kind of answer and the choices it counts on.
type reliedOn struct {
	code    string
	kind    Kind
	choices []string
}

// reliedOnQuestions lists every question the service reads, in the order of the form.
func reliedOnQuestions() []reliedOn {
	return []reliedOn{
		{QuestionTitle, Line, nil},
		{QuestionKind, OneOf, nil},
		{QuestionAssessmentNeeded, OneOf, []string{AssessmentYes, AssessmentNo}},
		{QuestionAffected, OneOf, []string{AffectedInternal, AffectedExternal, AffectedBoth}},
		{QuestionRoute, OneOf, []string{RouteCommittee, RouteCabinetMember, RouteOfficer, RouteNotKnown}},
		{QuestionDecisionMaker, Line, nil},
		{QuestionDecisionDate, DayOrNot, nil},
		{QuestionTriggers, AnyOf, []string{TriggerNone}},
		{QuestionScreeningReason, Text, nil},
		{QuestionEvidence, Evidence, nil},
		{QuestionEvidenceSays, Text, nil},
		{QuestionEngagement, Engagement, nil},
		{QuestionNoEngagement, Text, nil},
		{QuestionSummary, Text, nil},
		{QuestionActions, Actions, nil},
		{QuestionMonitoring, Text, nil},
		{QuestionReviewDate, Day, nil},
	}
}
