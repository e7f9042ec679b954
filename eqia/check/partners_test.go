package check

import "testing"

func TestAContractorHelpsToMeetTheDuty(t *testing.T) {
	at := []string{"answer/delivered_note"}
	contractor := choosing("delivered_with", "contractor")
	judged(t, "D6", full, []example{
		{"nothing is said", contractor, at},
		{"a filler", inTurn(contractor, answering("delivered_note", "TBC")), at},
		{"a few words", inTurn(contractor, answering("delivered_note", "The contractor will.")), at},
		{"what the contract asks for", inTurn(contractor, answering("delivered_note", "The contract asks for training and a yearly count of users.")), nil},
		{"the council alone", choosing("delivered_with", "none"), nil},
		{"a partner is another rule's", choosing("delivered_with", "partner"), nil},
		{"not answered", answering("background", "The contractor went bust."), nil},
	})
}

func TestAJointProposalSaysWhoDecides(t *testing.T) {
	at := []string{"answer/delivered_note"}
	partner := choosing("delivered_with", "partner")
	judged(t, "D8", full, []example{
		{"nothing is said", partner, at},
		{"who they are and no more", inTurn(partner, answering("delivered_note", "The fire service and two housing associations.")), at},
		{"which body decides", inTurn(partner, answering("delivered_note", "The integrated care board decides on the clinics and Cabinet on the vans.")), nil},
		{"who signs", inTurn(partner, answering("delivered_note", "Each council signs its own copy.")), nil},
		{"a contractor is another rule's", choosing("delivered_with", "contractor"), nil},
	})
}
