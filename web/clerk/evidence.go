package clerk

import "dorset-eqia/workflow"

// evidenceFor lists the roles that are given the evidence of a decision.
var evidenceFor = []workflow.Actor{workflow.MonitoringOfficer}
