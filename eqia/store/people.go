package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"dorset-eqia/eqia"
	"dorset-eqia/workflow"
)

// PersonByEmail finds an account and its password hash by e-mail address, whatever its case.
func (s *Store) PersonByEmail(ctx context.Context, email string) (eqia.Person, string, error) {
	return s.person(s.read.WithContext(ctx).Where("people.email_key = ?", emailKey(email)))
}

// emailKey is an e-mail address as it is looked up: without spaces around it, in small letters.
func emailKey(email string) string { return strings.ToLower(strings.TrimSpace(email)) }

// Person finds an account by its identifier.
func (s *Store) Person(ctx context.Context, id eqia.PersonID) (eqia.Person, error) {
	p, _, err := s.person(s.read.WithContext(ctx).Where("people.id = ?", string(id)))
	return p, err
}

// heldRow is a person beside one of their roles; a person with three roles makes three rows.
type heldRow struct {
	Row  personRow `gorm:"embedded"`
	Role string
}

func (s *Store) person(where *gorm.DB) (eqia.Person, string, error) {
	var rows []heldRow
	err := where.Table("people").Select("people.*, COALESCE(roles_held.role, '') AS role").
		Joins("LEFT JOIN roles_held ON roles_held.person_id = people.id").Order("roles_held.role").Find(&rows).Error
	if err != nil {
		return eqia.Person{}, "", err
	}
	if len(rows) == 0 {
		return eqia.Person{}, "", eqia.ErrNotFound
	}
	return people(rows)[0], rows[0].Row.PasswordHash, nil
}

// people gathers rows that stand together into persons with their roles.
func people(rows []heldRow) []eqia.Person {
	var out []eqia.Person
	for _, r := range rows {
		if len(out) == 0 || string(out[len(out)-1].ID) != r.Row.ID {
			out = append(out, eqia.Person{ID: eqia.PersonID(r.Row.ID), Email: r.Row.Email, Name: r.Row.Name, Disabled: r.Row.Disabled, Demo: r.Row.Demo})
		}
		if r.Role != "" {
			last := &out[len(out)-1]
			last.Roles = append(last.Roles, workflow.Actor(r.Role))
		}
	}
	return out
}

// PeopleList is every account, by name.
func (s *Store) PeopleList(ctx context.Context) ([]eqia.Person, error) {
	var rows []heldRow
	err := s.read.WithContext(ctx).Table("people").Select("people.*, COALESCE(roles_held.role, '') AS role").
		Joins("LEFT JOIN roles_held ON roles_held.person_id = people.id").Order("people.name, people.id, roles_held.role").Find(&rows).Error
	return people(rows), err
}

// SavePerson makes or changes an account with its roles, and ends its sessions when it is disabled.
func (s *Store) SavePerson(_ context.Context, p eqia.Person, hash string, act eqia.Act) error {
	return s.queue.write(func(b *batch) error {
		row := personRow{ID: string(p.ID), Email: p.Email, EmailKey: emailKey(p.Email), Name: p.Name, PasswordHash: hash,
			Disabled: p.Disabled, Demo: p.Demo}
		columns := []string{"email", "email_key", "name", "disabled"}
		if hash != "" {
			columns = append(columns, "password_hash")
		}
		err := b.tx.Clauses(clause.OnConflict{Columns: []clause.Column{{Name: "id"}}, DoUpdates: clause.AssignmentColumns(columns)}).Create(&row).Error
		if errors.Is(err, gorm.ErrDuplicatedKey) {
			return &eqia.Invalid{Field: "email", Says: "Someone has an account with this email address already"}
		}
		if err != nil {
			return fmt.Errorf("save the account: %w", err)
		}
		if err := b.roles(p); err != nil {
			return err
		}
		if p.Disabled || hash != "" {
			if err := b.endSessions(p.ID); err != nil {
				return err
			}
		}
		return b.acts(&eqia.Change{Acts: []eqia.Act{withAccount(act, p)}})
	})
}

// SetPassword changes an account's password alone, unless it is disabled, and ends all its sessions.
func (s *Store) SetPassword(_ context.Context, id eqia.PersonID, hash string, act eqia.Act) error {
	return s.queue.write(func(b *batch) error {
		done := b.tx.Model(&personRow{}).Where("id = ? AND NOT disabled", string(id)).Updates(map[string]any{"password_hash": hash})
		if done.Error != nil {
			return done.Error
		}
		if done.RowsAffected == 0 {
			return eqia.ErrNotFound
		}
		if err := b.endSessions(id); err != nil {
			return err
		}
		return b.acts(&eqia.Change{Acts: []eqia.Act{act}})
	})
}

func (b *batch) endSessions(id eqia.PersonID) error {
	return b.tx.Where("person_id = ?", string(id)).Delete(&sessionRow{}).Error
}

// withAccount is an act on an account that says which one, and the roles it holds from then on.
func withAccount(act eqia.Act, p eqia.Person) eqia.Act {
	roles := make([]string, len(p.Roles))
	for i, r := range p.Roles {
		roles[i] = string(r)
	}
	slices.Sort(roles)
	facts := maps.Clone(orEmpty(act.Facts))
	facts["person"], facts["roles"] = string(p.ID), strings.Join(roles, " ")
	act.Facts = facts
	return act
}

func (b *batch) roles(p eqia.Person) error {
	if err := b.tx.Where("person_id = ?", string(p.ID)).Delete(&roleRow{}).Error; err != nil {
		return err
	}
	for _, r := range p.Roles {
		if err := b.tx.Create(&roleRow{PersonID: string(p.ID), Role: string(r)}).Error; err != nil {
			return err
		}
	}
	return nil
}

// maxSessions is how many browsers one person can be signed in on at once; the oldest give way.
const maxSessions = 5

// SaveSession keeps a session.
func (s *Store) SaveSession(_ context.Context, n eqia.Session) error {
	return s.queue.write(func(b *batch) error {
		row := sessionRow{TokenHash: n.TokenHash, PersonID: string(n.Person), MadeAt: micros(n.MadeAt), SeenAt: micros(n.SeenAt)}
		if err := b.tx.Create(&row).Error; err != nil {
			return err
		}
		if err := b.outlived(n.MadeAt); err != nil {
			return err
		}
		others := b.tx.Model(&sessionRow{}).Select("token_hash").Where("person_id = ? AND token_hash <> ?", row.PersonID, row.TokenHash).
			Order("made_at DESC, token_hash").Limit(maxSessions - 1)
		return b.tx.Where("person_id = ? AND token_hash <> ? AND token_hash NOT IN (?)", row.PersonID, row.TokenHash, others).
			Delete(&sessionRow{}).Error
	})
}

// sessionStatement is written out: every page signed in asks it.
const sessionStatement = "SELECT people.id, people.email, people.name, people.disabled, people.demo, COALESCE(roles_held.role, '') AS role, " +
	"sessions.token_hash, sessions.made_at, sessions.seen_at FROM sessions " +
	"JOIN people ON people.id = sessions.person_id AND NOT people.disabled " +
	"LEFT JOIN roles_held ON roles_held.person_id = people.id WHERE sessions.token_hash = ?"

// Session is a live session with its person and their roles, in one query.
func (s *Store) Session(ctx context.Context, tokenHash string) (eqia.Session, eqia.Person, error) {
	var rows []struct {
		Held      heldRow `gorm:"embedded"`
		TokenHash string
		MadeAt    int64
		SeenAt    int64
	}
	if err := s.read.WithContext(ctx).Raw(sessionStatement, tokenHash).Scan(&rows).Error; err != nil {
		return eqia.Session{}, eqia.Person{}, err
	}
	if len(rows) == 0 {
		return eqia.Session{}, eqia.Person{}, eqia.ErrNotFound
	}
	held := make([]heldRow, len(rows))
	for i, r := range rows {
		held[i] = r.Held
	}
	first := rows[0]
	return eqia.Session{TokenHash: first.TokenHash, Person: eqia.PersonID(first.Held.Row.ID), MadeAt: instant(first.MadeAt), SeenAt: instant(first.SeenAt)},
		people(held)[0], nil
}

// SeenSession notes that a session was used.
func (s *Store) SeenSession(_ context.Context, tokenHash string, at time.Time) error {
	return s.queue.write(func(b *batch) error {
		return b.tx.Model(&sessionRow{}).Where("token_hash = ?", tokenHash).Updates(map[string]any{"seen_at": micros(at)}).Error
	})
}

// EndSessions ends one session by its hash or, when that is empty, all of a person's.
func (s *Store) EndSessions(_ context.Context, tokenHash string, person eqia.PersonID) error {
	return s.queue.write(func(b *batch) error {
		if tokenHash != "" {
			return b.tx.Where("token_hash = ?", tokenHash).Delete(&sessionRow{}).Error
		}
		return b.endSessions(person)
	})
}
