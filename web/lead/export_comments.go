package lead

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"time"

	"dorset-eqia/eqia"
	"dorset-eqia/web/document"
	"dorset-eqia/web/page"
)

// exported is a comment as a file holds it.
type exported struct {
	Comment   string `json:"comment"`
	ReplyTo   string `json:"reply_to"`
	Part      string `json:"part"`
	By        string `json:"by"`
	Role      string `json:"role"`
	At        string `json:"at"` // UTC, RFC 3339
	State     string `json:"state"`
	Sent      bool   `json:"sent"`
	Text      string `json:"text"`
	Suggested string `json:"suggested"`
	Used      bool   `json:"used"`
}

// ExportComments gives the equality team the comments on a version as a file: csv or json.
func (Pages) ExportComments(r *page.Request) error {
	c, err := opened(r)
	if err != nil {
		return err
	}
	write := map[string]func([]exported) ([]byte, string, error){"csv": asCSV, "json": asJSON}[r.Param("format")]
	if write == nil || !team(c) {
		return eqia.ErrNotFound
	}
	list := []exported{}
	for _, m := range c.Seen() {
		list = append(list, exported{string(m.ID), string(m.ReplyTo), document.PartName(c, m.Part), m.ByName, m.Role.Label(), m.At.UTC().Format(time.RFC3339),
			m.State.Label(), m.Sent(), m.Text, m.Wording.Text, !m.Wording.UsedAt.IsZero()})
	}
	body, kind, err := write(list)
	if err != nil {
		return err
	}
	r.Header("Content-Disposition", `attachment; filename="`+c.Assessment.Reference+"-"+c.Number()+"-comments."+r.Param("format")+`"`)
	r.Data(http.StatusOK, kind, body)
	return nil
}

func asJSON(list []exported) ([]byte, string, error) {
	body, err := json.MarshalIndent(list, "", "  ")
	return append(body, '\n'), "application/json; charset=utf-8", err
}

func asCSV(list []exported) ([]byte, string, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"Comment", "Reply to", "Part", "By", "Role", "At (UTC)", "State", "Sent", "Text", "Suggested wording", "Used"}}
	for _, e := range list {
		row := []string{e.Comment, e.ReplyTo, e.Part, e.By, e.Role, e.At, e.State, yesNo(e.Sent), e.Text, e.Suggested, yesNo(e.Used)}
		for i, cell := range row {
			row[i] = eqia.SheetCell(cell)
		}
		rows = append(rows, row)
	}
	err := w.WriteAll(rows)
	return b.Bytes(), "text/csv; charset=utf-8", err
}

func yesNo(yes bool) string {
	if yes {
		return "Yes"
	}
	return "No"
}
