package eqia

import "dorset-eqia/workflow"

// Insider reports whether the person works on this assessment, is of the equality team, or is the monitoring officer: those who may know who
// wrote and reviewed it, and what was said. Clerks and councillors read a signed version without that.
func (c Case) Insider() bool {
	return c.Standing.Has(workflow.Author, workflow.Editor, workflow.Commenter, workflow.Holder, workflow.Reviewer, workflow.Lead,
		workflow.MonitoringOfficer)
}
