package web_test

// kindOf says by which rule a route lets people through.
type kindOf string

const (
	open      kindOf = "open"      // everyone, signed in or not
	signedIn  kindOf = "signed in" // everyone with an account
	reading   kindOf = "reading"   // everyone who may read the assessment
	acting    kindOf = "acting"    // the people named, at the stages named; others who may read it are refused
	gone      kindOf = "gone"      // as acting, but not there at all at other stages
	roleOnly  kindOf = "role only" // people with one of the roles; not there for others
	published kindOf = "published" // everyone, once it is published
	elsewhere kindOf = "elsewhere" // has a matrix of its own
)

// matrixRow says who may use a route, and when.
type matrixRow struct {
	kind     kindOf
	may      map[who][]stage
	roles    []who
	event    string // for routes that name a move
	revision bool   // a post is sent with the revision of the moment
}

var (
	editable = []stage{"draft", "changes requested", "restricted"}
	started  = []stage{"draft", "submitted", "in review", "changes requested", "restricted"}
	signed   = []stage{"signed off", "published"}
	writers  = map[who][]stage{"author": editable, "editor": editable}
	author   = map[who][]stage{"author": editable}
	team     = []who{"reviewer", "lead"}
)

// matrixRows holds a row for every route, written out from the rules and not from the code.
func matrixRows() map[string]matrixRow {
	write, read := matrixRow{kind: acting, may: writers}, matrixRow{kind: reading}
	review := map[who][]stage{"reviewer": {"in review"}, "lead": {"in review"}}
	commenting := []stage{"draft", "in review", "changes requested", "restricted"}
	return map[string]matrixRow{
		"GET /":                               {kind: open},
		"GET /sign-in":                        {kind: open},
		"POST /sign-in":                       {kind: open},
		"POST /sign-in/demo":                  {kind: elsewhere}, // only in a demonstration: see its own test
		"POST /sign-out":                      {kind: open},
		"GET /account/password":               {kind: signedIn},
		"POST /account/password":              {kind: signedIn},
		"GET /account/calendar":               {kind: signedIn},
		"POST /account/calendar":              {kind: signedIn},
		"POST /account/calendar/end":          {kind: signedIn},
		"GET /calendar/:token":                {kind: elsewhere}, // in the tests of calendars
		"GET /council-meetings":               {kind: open},
		"GET /council-meetings/:meeting":      {kind: elsewhere}, // in the tests of calendars
		"GET /review/closed":                  {kind: roleOnly, roles: []who{"lead", "monitoring officer"}},
		"GET /review/feedback":                {kind: roleOnly, roles: []who{"lead"}},
		"GET /review/feedback/:feedback":      {kind: elsewhere}, // in the tests of feedback
		"POST /review/feedback/:feedback":     {kind: elsewhere}, // in the tests of feedback
		"GET /assessments/:ref/feedback":      {kind: published},
		"POST /assessments/:ref/feedback":     {kind: published},
		"GET /assessments/:ref/feedback/sent": {kind: published},
		"GET /casework/:ref/access":           {kind: elsewhere}, // what is before a closed meeting alone has it: see its own test
		"POST /casework/:ref/access":          {kind: elsewhere},
		"GET /meetings.ics":                   {kind: open},
		"GET /check":                          {kind: open},
		"POST /check":                         {kind: open},
		"GET /check/copy":                     {kind: open},
		"POST /check/copy":                    {kind: elsewhere}, // in the tests of checking copies
		"GET /v/:code":                        {kind: elsewhere}, // in the tests of checking copies: nobody is told more than anyone
		"GET /V/:code":                        {kind: elsewhere},
		"GET /casework":                       {kind: signedIn},
		"GET /casework/reviews":               {kind: signedIn},
		"GET /casework/asked":                 {kind: signedIn},
		"GET /casework/start":                 {kind: signedIn},
		"POST /casework/start":                {kind: signedIn},
		"POST /casework/unsaved":              {kind: elsewhere}, // its own test: it answers someone whose session has ended, too
		"POST /casework/unsaved/drop":         {kind: elsewhere}, // its own test: each person has their own
		"GET /casework/:ref":                  read,
		"GET /casework/:ref/read":             read,

		"GET /casework/:ref/options":               read,
		"GET /casework/start/questions":            {kind: signedIn},
		"POST /casework/start/questions":           {kind: signedIn},
		"GET /casework/start/advice":               {kind: signedIn},
		"GET /casework/:ref/together":              write,
		"POST /casework/:ref/together":             {kind: elsewhere}, // in the tests of groups that are looked at together
		"GET /casework/:ref/impacts/:code/remove":  {kind: elsewhere}, // in the tests of groups that are looked at together
		"POST /casework/:ref/impacts/:code/remove": {kind: elsewhere}, // in the tests of groups that are looked at together

		"GET /casework/:ref/people":                     {kind: gone, may: history()},
		"POST /casework/:ref/people":                    {kind: acting, may: author},
		"POST /casework/:ref/people/remove":             {kind: elsewhere},
		"GET /casework/:ref/page/:page":                 write,
		"POST /casework/:ref/page/:page":                {kind: elsewhere},
		"GET /casework/:ref/list/:list":                 write,
		"POST /casework/:ref/list/:list":                write,
		"GET /casework/:ref/list/:list/:no":             write,
		"POST /casework/:ref/list/:list/:no":            write,
		"GET /casework/:ref/list/:list/:no/remove":      write,
		"POST /casework/:ref/list/:list/:no/remove":     write,
		"GET /casework/:ref/impacts":                    write,
		"POST /casework/:ref/impacts":                   {kind: elsewhere},
		"GET /casework/:ref/impacts/:code":              write,
		"POST /casework/:ref/impacts/:code":             {kind: elsewhere},
		"POST /casework/:ref/impacts/:code/split":       write,
		"POST /casework/:ref/impacts/:code/cite":        write,
		"GET /casework/:ref/library":                    write,
		"POST /casework/:ref/library":                   write,
		"POST /casework/:ref/library/renew":             write,
		"GET /casework/:ref/shared-reason":              write,
		"POST /casework/:ref/shared-reason":             {kind: elsewhere},
		"GET /casework/copy":                            {kind: signedIn},
		"GET /casework/copy/:ref":                       {kind: elsewhere}, // its own test: what is published can be copied as well
		"POST /casework/copy/:ref":                      {kind: elsewhere},
		"GET /imports/assessment":                       {kind: signedIn},
		"POST /imports/assessment":                      {kind: signedIn},
		"GET /imports/assessment/:file":                 {kind: elsewhere}, // each person's own: see their own test
		"POST /imports/assessment/:file":                {kind: elsewhere},
		"POST /imports/assessment/:file/drop":           {kind: elsewhere},
		"GET /casework/blank-form":                      {kind: signedIn},
		"GET /casework/blank-form/pdf":                  {kind: signedIn},
		"GET /casework/blank-form/docx":                 {kind: signedIn},
		"GET /casework/blank-form/json":                 {kind: signedIn},
		"GET /casework/:ref/similar":                    read,
		"POST /casework/:ref/unsaved":                   {kind: elsewhere}, // its own test: it answers someone whose session has ended, too
		"POST /casework/:ref/unsaved/drop":              write,
		"GET /casework/:ref/check":                      write,
		"GET /casework/:ref/keep/:mark":                 write,
		"POST /casework/:ref/keep/:mark":                write,
		"GET /casework/:ref/before-sending":             {kind: acting, may: author},
		"GET /casework/:ref/send":                       {kind: acting, may: author},
		"POST /casework/:ref/send":                      {kind: elsewhere},
		"GET /casework/:ref/sent":                       {kind: elsewhere},
		"GET /casework/:ref/move/:event":                {kind: acting, event: "withdraw", may: map[who][]stage{"author": started, "lead": signed}},
		"POST /casework/:ref/move/:event":               {kind: acting, event: "withdraw", may: map[who][]stage{"author": started, "lead": signed}},
		"GET /casework/:ref/v/:number/move/:event":      {kind: acting, event: "withdraw", may: map[who][]stage{"author": started, "lead": signed}},
		"POST /casework/:ref/v/:number/move/:event":     {kind: acting, event: "withdraw", may: map[who][]stage{"author": started, "lead": signed}},
		"GET /casework/:ref/new-version":                {kind: acting, may: newVersion()},
		"POST /casework/:ref/new-version":               {kind: acting, may: newVersion()},
		"GET /casework/:ref/start-review":               {kind: acting, may: newVersion()},
		"POST /casework/:ref/start-review":              {kind: acting, may: newVersion()},
		"GET /casework/:ref/outcomes":                   {kind: elsewhere}, // a review alone has it: see its own test
		"POST /casework/:ref/outcomes":                  {kind: elsewhere},
		"GET /casework/:ref/comments":                   {kind: gone, may: history()},
		"GET /casework/:ref/changes":                    read,
		"GET /casework/:ref/history":                    {kind: gone, may: history()},
		"GET /casework/:ref/v/:number":                  read,
		"GET /casework/:ref/v/:number/pdf":              read,
		"GET /casework/:ref/v/:number/docx":             read,
		"GET /casework/:ref/v/:number/json":             read,
		"GET /casework/:ref/v/:number/plan/pdf":         read,
		"GET /casework/:ref/v/:number/plan/docx":        read,
		"GET /casework/:ref/v/:number/plan/json":        read,
		"GET /casework/:ref/v/:number/report-text/pdf":  {kind: gone, may: reportText()},
		"GET /casework/:ref/v/:number/report-text/docx": {kind: gone, may: reportText()},
		"GET /casework/:ref/v/:number/report-text/json": {kind: gone, may: reportText()},
		"GET /casework/:ref/v/:number/report-text":      {kind: gone, may: reportText()},
		"GET /review":                                   {kind: roleOnly, roles: team},
		"GET /casework/:ref/review":                     {kind: elsewhere},
		"GET /casework/:ref/correction":                 {kind: elsewhere}, // a correction alone has it: see its own test
		"POST /casework/:ref/comments": {kind: acting, may: map[who][]stage{"author": commenting, "editor": commenting, "commenter": commenting,
			"reviewer": commenting, "lead": commenting}},
		"POST /casework/:ref/comments/:comment/answer":         {kind: acting, may: writers},
		"POST /casework/:ref/comments/:comment/resolve":        {kind: acting, may: map[who][]stage{"reviewer": {"in review", "changes requested"}, "lead": {"in review", "changes requested"}}},
		"GET /casework/:ref/pass/:mark":                        {kind: acting, may: map[who][]stage{"lead": {"in review"}}},
		"POST /casework/:ref/pass/:mark":                       {kind: acting, may: map[who][]stage{"lead": {"in review"}}},
		"GET /casework/:ref/decision":                          {kind: acting, may: review},
		"POST /casework/:ref/decision":                         {kind: acting, may: review},
		"GET /casework/:ref/return":                            {kind: acting, may: review},
		"POST /casework/:ref/return":                           {kind: acting, may: review, revision: true},
		"GET /casework/:ref/sign-off":                          {kind: elsewhere},
		"POST /casework/:ref/sign-off":                         {kind: elsewhere},
		"GET /casework/:ref/v/:number/leave-out":               {kind: acting, may: map[who][]stage{"lead": signed}},
		"POST /casework/:ref/v/:number/leave-out":              {kind: acting, may: map[who][]stage{"lead": signed}},
		"POST /casework/:ref/v/:number/leave-out/remove":       {kind: acting, may: map[who][]stage{"lead": signed}},
		"GET /casework/:ref/v/:number/leave-out/publish":       {kind: acting, may: map[who][]stage{"lead": signed}},
		"POST /casework/:ref/v/:number/leave-out/publish":      {kind: acting, may: map[who][]stage{"lead": signed}},
		"GET /casework/:ref/v/:number/formats":                 {kind: acting, may: map[who][]stage{"lead": signed}},
		"POST /casework/:ref/v/:number/formats":                {kind: acting, may: map[who][]stage{"lead": signed}},
		"POST /casework/:ref/v/:number/formats/remove":         {kind: elsewhere}, // in the tests of other formats
		"GET /casework/:ref/v/:number/formats/:format":         {kind: elsewhere}, // in the tests of other formats
		"GET /assessments/:ref/formats/:format":                {kind: elsewhere}, // in the tests of other formats
		"GET /casework/:ref/consultation":                      {kind: gone, may: map[who][]stage{"lead": stages}},
		"POST /casework/:ref/consultation":                     {kind: elsewhere}, // in the tests of consultations
		"POST /casework/:ref/consultation/readers":             {kind: elsewhere}, // in the tests of consultations
		"GET /casework/:ref/consultation/readers/:reader":      {kind: elsewhere}, // in the tests of consultations
		"POST /casework/:ref/consultation/readers/:reader/end": {kind: elsewhere}, // in the tests of consultations
		"GET /consultation/:token":                             {kind: elsewhere}, // in the tests of consultations
		"POST /consultation/:token/comments":                   {kind: elsewhere}, // in the tests of consultations

		"GET /casework/:ref/publish":  {kind: acting, may: map[who][]stage{"lead": {"signed off"}}},
		"POST /casework/:ref/publish": {kind: acting, may: map[who][]stage{"lead": signed}, revision: true},

		"GET /library":               {kind: signedIn},
		"GET /library/:fact":         {kind: signedIn},
		"GET /library/add":           {kind: roleOnly, roles: []who{"lead"}},
		"POST /library/add":          {kind: roleOnly, roles: []who{"lead"}},
		"GET /library/:fact/change":  {kind: roleOnly, roles: []who{"lead"}},
		"POST /library/:fact/change": {kind: roleOnly, roles: []who{"lead"}},
		"GET /library/:fact/retire":  {kind: roleOnly, roles: []who{"lead"}},
		"POST /library/:fact/retire": {kind: roleOnly, roles: []who{"lead"}},

		"GET /review/absences":                       {kind: roleOnly, roles: team},
		"POST /review/absences":                      {kind: roleOnly, roles: team},
		"POST /review/absences/:absence/end":         {kind: elsewhere},
		"GET /casework/:ref/assign":                  {kind: acting, may: map[who][]stage{"lead": {"submitted", "in review"}}},
		"POST /casework/:ref/assign":                 {kind: acting, may: map[who][]stage{"lead": {"submitted", "in review"}}},
		"GET /casework/:ref/verdict":                 {kind: acting, may: review},
		"POST /casework/:ref/verdict":                {kind: acting, may: review},
		"POST /casework/:ref/verdict/lift":           {kind: elsewhere},
		"GET /casework/:ref/wording":                 {kind: elsewhere},
		"POST /casework/:ref/wording":                {kind: elsewhere},
		"POST /casework/:ref/comments/:comment/use":  {kind: elsewhere},
		"GET /casework/:ref/comments/:comment/edit":  {kind: elsewhere},
		"POST /casework/:ref/comments/:comment/edit": {kind: elsewhere},
		"GET /casework/:ref/comments-file/:format":   {kind: elsewhere},
		"GET /casework/:ref/urgent":                  {kind: acting, may: urgent()},
		"POST /casework/:ref/urgent":                 {kind: acting, may: urgent()},
		"GET /casework/:ref/v/:number/review-done":   {kind: elsewhere},
		"POST /casework/:ref/v/:number/review-done":  {kind: elsewhere},
		"GET /forms":                                  {kind: roleOnly, roles: []who{"administrator"}},
		"POST /forms":                                 {kind: elsewhere}, // in the tests of forms
		"GET /forms/versions/:version":                {kind: elsewhere}, // in the tests of forms
		"GET /forms/draft":                            {kind: elsewhere}, // in the tests of forms
		"GET /forms/draft/pages/:page":                {kind: elsewhere}, // in the tests of forms
		"POST /forms/draft/pages/:page":               {kind: elsewhere}, // in the tests of forms
		"GET /forms/draft/pages/:page/add":            {kind: elsewhere}, // in the tests of forms
		"POST /forms/draft/pages/:page/add":           {kind: elsewhere}, // in the tests of forms
		"GET /forms/draft/questions/:question":        {kind: elsewhere}, // in the tests of forms
		"POST /forms/draft/questions/:question":       {kind: elsewhere}, // in the tests of forms
		"POST /forms/draft/questions/:question/:do":   {kind: elsewhere}, // in the tests of forms
		"GET /forms/draft/characteristics/:code":      {kind: elsewhere}, // in the tests of forms
		"POST /forms/draft/characteristics/:code":     {kind: elsewhere}, // in the tests of forms
		"POST /forms/draft/characteristics/:code/:do": {kind: elsewhere}, // in the tests of forms
		"GET /forms/draft/new-characteristic":         {kind: elsewhere}, // in the tests of forms
		"POST /forms/draft/new-characteristic":        {kind: elsewhere}, // in the tests of forms
		"GET /forms/draft/changes":                    {kind: elsewhere}, // in the tests of forms
		"GET /forms/draft/publish":                    {kind: elsewhere}, // in the tests of forms
		"POST /forms/draft/publish":                   {kind: elsewhere}, // in the tests of forms
		"GET /forms/draft/drop":                       {kind: elsewhere}, // in the tests of forms
		"POST /forms/draft/drop":                      {kind: elsewhere}, // in the tests of forms

		"GET /plan":                              {kind: roleOnly, roles: []who{"lead", "clerk", "monitoring officer"}},
		"GET /plan/export":                       {kind: roleOnly, roles: []who{"lead", "clerk", "monitoring officer"}},
		"GET /plan/add":                          {kind: roleOnly, roles: []who{"clerk"}},
		"POST /plan/add":                         {kind: roleOnly, roles: []who{"clerk"}},
		"GET /plan/:item":                        {kind: elsewhere}, // in the tests of web/plan
		"GET /plan/:item/edit":                   {kind: elsewhere}, // in the tests of web/plan
		"POST /plan/:item/edit":                  {kind: elsewhere}, // in the tests of web/plan
		"POST /plan/:item/take-over":             {kind: elsewhere}, // in the tests of web/plan
		"POST /plan/:item/match":                 {kind: elsewhere}, // in the tests of web/plan
		"POST /plan/:item/link":                  {kind: elsewhere}, // in the tests of web/plan
		"POST /plan/:item/unlink":                {kind: elsewhere}, // in the tests of web/plan
		"POST /plan/:item/expect":                {kind: elsewhere}, // in the tests of web/plan
		"GET /imports":                           {kind: roleOnly, roles: []who{"lead", "clerk", "monitoring officer"}},
		"GET /imports/plan":                      {kind: roleOnly, roles: []who{"clerk"}},
		"POST /imports/plan":                     {kind: roleOnly, roles: []who{"clerk"}},
		"GET /imports/waiting/:import":           {kind: elsewhere}, // in the tests of web/plan
		"POST /imports/waiting/:import":          {kind: elsewhere}, // in the tests of web/plan
		"GET /imports/meetings":                  {kind: roleOnly, roles: []who{"clerk"}},
		"POST /imports/meetings":                 {kind: roleOnly, roles: []who{"clerk"}},
		"POST /imports/waiting/:import/meetings": {kind: elsewhere}, // in the tests of web/plan
		"POST /imports/waiting/:import/drop":     {kind: elsewhere}, // in the tests of web/plan
		"GET /calendar":                          {kind: signedIn},
		"POST /calendar":                         {kind: roleOnly, roles: []who{"administrator"}},
		"POST /calendar/:day/remove":             {kind: elsewhere}, // in the tests of days off

		"GET /meetings":                                                {kind: roleOnly, roles: []who{"lead", "clerk", "monitoring officer", "member"}},
		"GET /meetings/deadlines":                                      {kind: signedIn},
		"GET /meetings/committees":                                     {kind: roleOnly, roles: []who{"lead", "clerk", "monitoring officer"}},
		"POST /meetings/committees":                                    {kind: roleOnly, roles: []who{"clerk"}},
		"GET /meetings/timetable":                                      {kind: roleOnly, roles: []who{"lead", "clerk", "monitoring officer", "administrator"}},
		"POST /meetings/timetable":                                     {kind: roleOnly, roles: []who{"monitoring officer", "administrator"}},
		"GET /meetings/rules":                                          {kind: roleOnly, roles: []who{"lead", "clerk", "monitoring officer", "administrator"}},
		"POST /meetings/rules":                                         {kind: roleOnly, roles: []who{"monitoring officer", "administrator"}},
		"GET /meetings/passes":                                         {kind: roleOnly, roles: []who{"monitoring officer"}},
		"GET /meetings/:meeting/items/:item/pass/:mark":                {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/pass/:mark":               {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/passes/:pass/confirm":     {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/passes/:pass/end":         {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/add":                                            {kind: roleOnly, roles: []who{"clerk"}},
		"POST /meetings/add":                                           {kind: roleOnly, roles: []who{"clerk"}},
		"GET /meetings/add-decision":                                   {kind: roleOnly, roles: []who{"clerk"}},
		"POST /meetings/add-decision":                                  {kind: roleOnly, roles: []who{"clerk"}},
		"GET /meetings/changes":                                        {kind: roleOnly, roles: []who{"lead", "clerk", "monitoring officer"}},
		"GET /meetings/:meeting/changes/:mark":                         {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/changes/:mark":                        {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/publish":                               {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/publish":                              {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/editions/:edition":                     {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/editions/:edition/manifest":            {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/editions/:edition/state":               {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/editions/:edition/state":              {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/packs":                                 {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/packs":                                {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/packs/:pack":                           {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/minutes":                               {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/outcome":                   {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/outcome":                  {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/points":                    {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/points":                   {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/points/:point":             {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/points/:point":            {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/promises":                  {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/promises":                 {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/promises/:promise":         {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/promises/:promise":        {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/take-off":                  {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/take-off":                 {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/remove":                    {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/remove":                   {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/evidence":                              {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/evidence":                             {kind: elsewhere}, // in the tests of web/clerk
		"GET /reports/:report/evidence":                                {kind: elsewhere}, // in the tests of web/clerk
		"POST /reports/:report/evidence":                               {kind: elsewhere}, // in the tests of web/clerk
		"GET /reports/:report/revise":                                  {kind: elsewhere}, // in the tests of web/clerk
		"POST /reports/:report/revise":                                 {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting":                                       {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/sheets/:sheet":                         {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/edit":                                  {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/edit":                                 {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/agenda":                                {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/agenda":                               {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/edit":                      {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/edit":                     {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/report":                    {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/report":                   {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/briefing":                  {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/report-text":              {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/report-text":               {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/link":                      {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/link":                     {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/not-expected":             {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/links/:link/withdraw":      {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/links/:link/pdf":           {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/links/:link/docx":          {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/links/:link/json":          {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/report-text/pdf":           {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/report-text/docx":          {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/report-text/json":          {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/links/:link/withdraw":     {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/reason":                    {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/reason":                   {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/reasons/:reason/agree":    {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/reasons/:reason/withdraw": {kind: elsewhere}, // in the tests of web/clerk
		"GET /reports/:report":                                         {kind: elsewhere}, // in the tests of web/clerk
		"GET /reports/:report/edit":                                    {kind: elsewhere}, // in the tests of web/clerk
		"POST /reports/:report/edit":                                   {kind: elsewhere}, // in the tests of web/clerk
		"GET /reports/:report/compare":                                 {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/together":                              {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/together":                             {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/named":                                {kind: elsewhere}, // in the tests of web/clerk
		"GET /meetings/:meeting/items/:item/check":                     {kind: elsewhere}, // in the tests of web/clerk
		"POST /meetings/:meeting/items/:item/clearance":                {kind: elsewhere}, // in the tests of web/clerk

		"GET /assessments":                     {kind: open},
		"GET /assessments.atom":                {kind: open},
		"GET /open-data":                       {kind: open},
		"GET /open-data/assessments.csv":       {kind: open},
		"GET /open-data/assessments.json":      {kind: open},
		"GET /robots.txt":                      {kind: open},
		"GET /sitemap.xml":                     {kind: open},
		"GET /sitemap/:year":                   {kind: elsewhere}, // in the tests of the public's pages
		"GET /assessments/:ref":                {kind: published},
		"GET /assessments/:ref/v/:number":      {kind: published},
		"GET /assessments/:ref/v/:number/pdf":  {kind: published},
		"GET /assessments/:ref/v/:number/docx": {kind: published},
		"GET /assessments/:ref/v/:number/json": {kind: published},

		"GET /.well-known/security.txt": {kind: open},
		"GET /texts":                    {kind: roleOnly, roles: []who{"administrator"}},
		"GET /texts/:text":              {kind: elsewhere}, // in the tests of the council's own words
		"POST /texts/:text":             {kind: elsewhere},

		"GET /assessments/:ref/v/:number/changes": {kind: elsewhere}, // it needs two versions: in the tests of the public's pages
		"GET /accessibility":                      {kind: open},
		"GET /privacy":                            {kind: open},
		"GET /cookies":                            {kind: open},
		"GET /contact":                            {kind: open},
	}
}

// reportText is for everyone who may read a signed version, as it says no more than that does.
func reportText() map[who][]stage {
	out := history()
	out["clerk"] = stages
	for w := range out {
		out[w] = signed
	}
	return out
}

func urgent() map[who][]stage {
	return map[who][]stage{"author": started, "reviewer": started, "lead": started}
}

func newVersion() map[who][]stage {
	return map[who][]stage{"author": signed, "editor": signed, "reviewer": signed, "lead": signed}
}

// history, comments and the list of people are not for clerks: they say who wrote, said and reviewed what.
func history() map[who][]stage {
	out := map[who][]stage{}
	for _, w := range []who{"author", "editor", "commenter", "reviewer", "lead", "monitoring officer"} {
		out[w] = stages
	}
	return out
}
