package workflow

// The workflow as the people who use it would describe it, written down by hand and not taken from the table. Each word has one letter
// for each state, in this order:
//
//	D draft, S submitted, R in review, C changes requested, O signed off, P superseded (replaced), W withdrawn
//
// A full stop means that the person may not do it in that state; = means that they may and the state stays; a letter is the state that
// follows. Anyone who is not named may not do it in any state.
const stateLetters = "DSRCOPW"

var letters = map[byte]State{
	'D': Draft, 'S': Submitted, 'R': InReview, 'C': ChangesRequested, 'O': SignedOff, 'P': Superseded, 'W': Withdrawn,
}

// everyone is every way to stand towards an assessment.
var everyone = []Actor{Officer, Reviewer, Lead, Clerk, MonitoringOfficer, Member, Administrator, Author, Editor, Commenter, Holder, Service,
	OutsideReader}

var expected = map[Event]map[Actor]string{
	See: {
		Author: "=======", Editor: "=======", Commenter: "=======", Holder: "=======",
		Reviewer: "=======", Lead: "=======", MonitoringOfficer: "=======",
		Clerk: "....==.", Member: "....==.",
	},
	Outline: {
		Author: "=======", Editor: "=======", Commenter: "=======", Holder: "=======",
		Reviewer: "=======", Lead: "=======", MonitoringOfficer: "=======",
		Clerk: "=======",
	},
	Edit:   {Author: "=..=...", Editor: "=..=..."},
	Invite: {Author: "=..=..."},
	Comment: {
		Author: "=.==...", Editor: "=.==...", Commenter: "=.==...",
		Holder: "=.==...", Reviewer: "=.==...", Lead: "=.==...",
	},
	AnswerComment:    {Author: "=..=...", Editor: "=..=..."},
	ResolveComment:   {Reviewer: "..==...", Lead: "..==..."},
	Submit:           {Author: "S......"},
	Recall:           {Author: ".D....."},
	Discard:          {Author: "=......"},
	Take:             {Reviewer: ".R.....", Lead: ".R....."},
	Release:          {Holder: "..S....", Lead: "..S...."},
	RequestChanges:   {Holder: "..C....", Lead: "..C...."},
	Resubmit:         {Author: "...R..."},
	DeclineScreening: {Lead: "..C...."},
	AllowSigner:      {MonitoringOfficer: "..=...."},
	SignOff:          {Lead: "..O...."},
	Publish:          {Lead: "....=..", Service: "....=.."}, // the service itself when the agenda that carries it is public
	Redact:           {Lead: "....=.."},
	PublishRedacted:  {Lead: "....=.."},
	Attach:           {Lead: "....==."},
	Detach:           {Lead: "....==."},
	GiveFeedback:     {Service: "....==."},
	DecideFeedback:   {Lead: "....==="},
	NewVersion:       {Author: "....==.", Editor: "....==.", Reviewer: "....==.", Lead: "....==."},
	StartReview:      {Author: "....=..", Editor: "....=..", Reviewer: "....=..", Lead: "....=.."},
	RemindReview:     {Service: "....=.."},
	Supersede:        {Service: "....P.."},
	Withdraw:         {Author: "WWWW...", Lead: "....WW."},
	RemovePerson:     {Author: "=====..", Lead: "=====..", MonitoringOfficer: "=====.."},
	LiftRestriction:  {Lead: "=====.."},
	KeepFinding:      {Author: "=..=...", Editor: "=..=..."},
	DropReason:       {Author: "=..=...", Editor: "=..=..."},
	PassRule:         {Lead: "..=...."},
	DropPass:         {Lead: "..=...."},
	Assign:           {Lead: ".RR...."},
	Judge:            {Holder: "..=....", Lead: "..=...."},
	LiftVerdict:      {Holder: "..=....", Lead: "..=...."},
	EditComment:      {Holder: "..=....", Reviewer: "..=....", Lead: "..=...."},
	ApplyWording:     {Author: "=..=...", Editor: "=..=..."},
	MarkUrgent:       {Author: "====...", Holder: "====...", Reviewer: "====...", Lead: "====..."},
	TakeBackUrgent:   {Author: "=......", Lead: "====..."},
	ReviewDone:       {Reviewer: "....==.", Lead: "....==."},
	Consult:          {Lead: "===...."},
	InviteReader:     {Lead: "====..."},
	EndLink:          {Lead: "====..."},
	OutsideComment:   {OutsideReader: "====..."},
}

// needed is what must hold besides, for everyone who may do it unless a person is named.
var needed = map[Event]map[Actor][]Condition{
	See:              {Clerk: {Unrestricted}, Member: {Unrestricted, BeforeTheirMeeting}},
	Outline:          {Clerk: {Unrestricted}},
	Submit:           {Author: {ReadyToSend}},
	Resubmit:         {Author: {ReadyToSend}},
	Discard:          {Author: {NeverSubmitted}},
	RequestChanges:   {Holder: {SomethingToChange}, Lead: {SomethingToChange}},
	DeclineScreening: {Lead: {ScreenedOut, ReasonGiven}},
	AllowSigner:      {MonitoringOfficer: {Contributor, ReasonGiven}},
	SignOff:          {Lead: {NotContributor, ReadyToSign}},
	Publish:          {Lead: {NotYetPublished, Unrestricted}, Service: {NotYetPublished, Unrestricted}},
	NewVersion: {
		Author: {NoVersionUnderWay}, Editor: {NoVersionUnderWay}, Reviewer: {NoVersionUnderWay}, Lead: {NoVersionUnderWay},
	},
	StartReview: {
		Author: {NoVersionUnderWay}, Editor: {NoVersionUnderWay}, Reviewer: {NoVersionUnderWay}, Lead: {NoVersionUnderWay},
	},
	Redact:          {Lead: {WholeText}},
	PublishRedacted: {Lead: {WholeText}},
	Withdraw:        {Author: {ReasonGiven}, Lead: {ReasonGiven}},
	LiftRestriction: {Lead: {Restricted, ReasonGiven}},
	KeepFinding:     {Author: {ReasonGiven}, Editor: {ReasonGiven}},
	PassRule:        {Lead: {NotContributor, ReasonGiven}},
	MarkUrgent: {
		Author: {NotUrgent, ReasonGiven}, Holder: {NotUrgent, ReasonGiven}, Reviewer: {NotUrgent, ReasonGiven}, Lead: {NotUrgent, ReasonGiven},
	},
	TakeBackUrgent: {Author: {MarkedUrgent}, Lead: {MarkedUrgent, ReasonGiven}},
	ReviewDone:     {Reviewer: {ReviewOutstanding, ReasonGiven}, Lead: {ReviewOutstanding, ReasonGiven}},
	Consult:        {Lead: {Unrestricted}},
	InviteReader:   {Lead: {Unrestricted}},
	OutsideComment: {OutsideReader: {Unrestricted}},
}

// outcome is what a word of the expectation says of one state.
type outcome struct {
	allowed bool
	to      State // empty when the state stays
}

func outcomeOf(event Event, who Actor, state State) outcome {
	word, named := expected[event][who]
	if !named {
		return outcome{}
	}
	for i := range stateLetters {
		if letters[stateLetters[i]] != state {
			continue
		}
		switch mark := word[i]; mark {
		case '.':
			return outcome{}
		case '=':
			return outcome{allowed: true}
		default:
			return outcome{allowed: true, to: letters[mark]}
		}
	}
	return outcome{}
}

// allFacts is every condition holding, but for those named.
func allFacts(but ...Condition) Facts {
	f := Facts{}
	for _, c := range Conditions() {
		f[c] = true
	}
	for _, c := range but {
		f[c] = false
	}
	return f
}
