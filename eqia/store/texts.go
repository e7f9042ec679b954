package store

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
)

// publicTextRow is one wording of a page that every footer leads to.
type publicTextRow struct {
	Name   string `gorm:"primaryKey"`
	No     int    `gorm:"primaryKey"`
	Body   string
	MadeAt int64
	MadeBy string
}

func (publicTextRow) TableName() string { return "public_texts" }

// publicText keeps a new wording of a page, unless someone made one from the same one before.
func (b *batch) publicText(c *eqia.Change) error {
	t := c.Text
	if t == nil {
		return nil
	}
	err := b.tx.Create(&publicTextRow{Name: string(t.Name), No: t.No, Body: t.Body, MadeAt: micros(t.MadeAt), MadeBy: string(t.MadeBy)}).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return eqia.ErrMoved
	}
	if err != nil {
		return fmt.Errorf("keep the words: %w", err)
	}
	return nil
}

// Texts is every wording of a page that the council made, with who made it, the newest first.
func (s *Store) Texts(ctx context.Context, name eqia.TextName) ([]eqia.PublicText, error) {
	var rows []struct {
		Row    publicTextRow `gorm:"embedded"`
		Called string
	}
	err := s.read.WithContext(ctx).Table("public_texts t").Select("t.*, COALESCE(who.name, '') AS called").
		Joins("LEFT JOIN people who ON who.id = t.made_by").Where("t.name = ?", string(name)).Order("t.no DESC").Find(&rows).Error
	out := make([]eqia.PublicText, len(rows))
	for i, r := range rows {
		out[i] = r.Row.text()
		out[i].ByName = r.Called
	}
	return out, err
}

// Text is the words of a page as they are now; those that the service comes with when the council has none of its own.
func (r *Register) Text(ctx context.Context, name eqia.TextName) (eqia.PublicText, error) {
	var rows []publicTextRow
	err := r.read.WithContext(ctx).Where("name = ?", string(name)).Order("no DESC").Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return eqia.DefaultText(name), err
	}
	return rows[0].text(), nil
}

func (r publicTextRow) text() eqia.PublicText {
	return eqia.PublicText{Name: eqia.TextName(r.Name), No: r.No, Body: r.Body, MadeAt: instant(r.MadeAt), MadeBy: eqia.PersonID(r.MadeBy)}
}
