package admin

import (
	"slices"
	"strings"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/form"
	"dorset-eqia/web/components"
	webform "dorset-eqia/web/form"
	"dorset-eqia/web/page"
)

// pageForm is the heading and the guidance of one page of the form.
type pageForm struct {
	Title    string `form:"title" label:"Heading" rule:"required,max=500" error:"Enter the page’s heading"`
	Guidance string `form:"guidance,lines" label:"Guidance" rule:"max=4000"`
	drafting
	code string
}

func pageOf(r *page.Request) (pageForm, error) {
	d, err := opened(r)
	if err != nil {
		return pageForm{}, err
	}
	p, ok := d.Version.Page(r.Param("page"))
	if !ok {
		return pageForm{}, eqia.ErrNotFound
	}
	return pageForm{Title: p.Title, Guidance: strings.Join(p.Guidance, "\n"), drafting: d, code: p.Code}, nil
}

// Page shows the words of one page of the form.
func (Pages) Page(r *page.Request) error {
	f, err := pageOf(r)
	if err != nil {
		return err
	}
	return f.show(r, "Change a page", pagePage(f))
}

// PostPage changes the words of one page of the form.
func (Pages) PostPage(r *page.Request) error {
	f, err := pageOf(r)
	if err != nil {
		return err
	}
	again := func(errs webform.Errors) error {
		f.Errors = errs
		return f.show(r, "Change a page", pagePage(f))
	}
	if errs := r.Read(&f); len(errs) > 0 {
		return again(errs)
	}
	return f.edit(r, form.PageWords{Page: f.code, Title: f.Title, Guidance: f.Guidance}, draft+"#page-"+f.code, again)
}

// words are what every question says.
type words struct {
	Label    string `form:"label" label:"Question" rule:"required,max=500" error:"Enter the question"`
	Short    string `form:"short" label:"Short name" rule:"required,max=500" error:"Enter a short name for the question"`
	Hint     string `form:"hint" label:"Hint" rule:"max=500"`
	Required bool   `form:"required" label:"Must be answered"`
	Error    string `form:"error" label:"What it says when it is not answered" rule:"max=500"`
	More     string `form:"more,lines" label:"Choices" rule:"max=4000"`
}

// questionForm is one question of the form as it is changed.
type questionForm struct {
	words
	drafting
	Question form.Question
	labels   map[string]string
}

func questionOf(r *page.Request) (questionForm, error) {
	d, err := opened(r)
	if err != nil {
		return questionForm{}, err
	}
	q, ok := d.Version.Question(r.Param("question"))
	if !ok {
		return questionForm{}, eqia.ErrNotFound
	}
	f := questionForm{drafting: d, Question: q, labels: map[string]string{}, words: words{Label: q.Label, Short: q.Short, Hint: q.Hint, Required: q.Required,
		Error: q.Error}}
	for _, c := range q.Choices {
		f.labels[c.Code] = c.Label
	}
	return f, nil
}

// Question shows the words of one question.
func (Pages) Question(r *page.Request) error {
	f, err := questionOf(r)
	if err != nil {
		return err
	}
	return f.show(r, "Change a question", questionPage(f))
}

// PostQuestion changes the words of one question.
func (Pages) PostQuestion(r *page.Request) error {
	f, err := questionOf(r)
	if err != nil {
		return err
	}
	again := func(errs webform.Errors) error {
		f.Errors = errs
		return f.show(r, "Change a question", questionPage(f))
	}
	errs := r.Read(&f.words)
	for _, c := range f.Question.Choices {
		text, more := r.Kit.Reader.Text(r.Request.PostForm, webform.Field{Name: "choice-" + c.Code, Label: "Choice", Rule: "required,max=500", Error: "Enter the words for this choice"})
		f.labels[c.Code], errs = text, append(errs, more...)
	}
	if form.Relied(f.Question.Code) { // its page has no box to untick
		f.Required = f.Question.Required
	}
	if len(errs) > 0 {
		return again(errs)
	}
	return f.edit(r, form.QuestionWords{Code: f.Question.Code, Label: f.Label, Short: f.Short, Hint: f.Hint, Error: f.Error, Required: f.Required,
		Labels: f.labels, More: f.More}, draft+"#question-"+f.Question.Code, again)
}

// newQuestion is a question to be added to a page.
type newQuestion struct {
	words
	Kind form.Kind `form:"kind" label:"How it is answered" rule:"required" error:"Select how it is answered"`
	drafting
	page form.Page
}

func newOn(r *page.Request) (newQuestion, error) {
	d, err := opened(r)
	if err != nil {
		return newQuestion{}, err
	}
	p, ok := d.Version.Page(r.Param("page"))
	if !ok || !d.takes(p) {
		return newQuestion{}, eqia.ErrNotFound
	}
	return newQuestion{drafting: d, page: p}, nil
}

// takes reports whether questions can be added to a page: all but the one that starts an assessment.
func (drafting) takes(p form.Page) bool {
	return !slices.ContainsFunc(p.Questions, func(q form.Question) bool { return q.Code == form.QuestionTitle })
}

// NewQuestion asks for a question to be added to a page.
func (Pages) NewQuestion(r *page.Request) error {
	f, err := newOn(r)
	if err != nil {
		return err
	}
	return f.show(r, "Add a question", newQuestionPage(f))
}

// PostNewQuestion adds a question at the end of a page.
func (Pages) PostNewQuestion(r *page.Request) error {
	f, err := newOn(r)
	if err != nil {
		return err
	}
	again := func(errs webform.Errors) error {
		f.Errors = errs
		return f.show(r, "Add a question", newQuestionPage(f))
	}
	errs := r.Read(&f.words)
	kind, more := r.Kit.Reader.Text(r.Request.PostForm, webform.Field{Name: "kind", Label: "How it is answered", Rule: "required", Choice: true, Error: "Select how it is answered"})
	f.Kind = form.Kind(kind)
	if errs = append(errs, more...); len(errs) > 0 {
		return again(errs)
	}
	e := form.NewQuestion{Page: f.page.Code, Label: f.Label, Short: f.Short, Hint: f.Hint, Error: f.Error, Kind: f.Kind, Required: f.Required, Choices: f.More}
	return f.edit(r, e, draft+"#page-"+f.page.Code, func(errs webform.Errors) error {
		for i := range errs { // the page has one box for choices
			errs[i].Field, errs[i].ID = strings.Replace(errs[i].Field, "choices", "more", 1), strings.Replace(errs[i].ID, "choices", "more", 1)
		}
		return again(errs)
	})
}

func kindItems() []components.Item {
	var out []components.Item
	for _, k := range form.AddedKinds() {
		out = append(out, components.Item{Value: string(k), Text: k.Label()})
	}
	return out
}

// PostPlace moves a question up or down, or turns it off or on.
func (Pages) PostPlace(r *page.Request) error {
	d, err := opened(r)
	if err != nil {
		return err
	}
	code := r.Param("question")
	e, ok := map[string]form.Edit{"up": form.MoveQuestion{Code: code, Up: true}, "down": form.MoveQuestion{Code: code}, "off": form.TurnOff{Code: code},
		"on": form.TurnOn{Code: code}}[r.Param("do")]
	if !ok {
		return eqia.ErrNotFound
	}
	return d.edit(r, e, draft+"#question-"+code, d.wrong(r))
}

// wrong shows the whole draft again with what stands in the way.
func (d drafting) wrong(r *page.Request) func(webform.Errors) error {
	return func(errs webform.Errors) error {
		d.Errors = errs
		return d.overview(r)
	}
}

// about says in a line how a question is answered.
func about(q form.Question) string {
	text := q.Kind.Label()
	if q.Required {
		text += ", must be answered"
	}
	if q.If != nil {
		text += ", asked only after a certain answer"
	}
	if form.Relied(q.Code) {
		text += ". The service relies on it"
	}
	return text
}

func ticked(yes bool) []string {
	if yes {
		return []string{"yes"}
	}
	return nil
}
