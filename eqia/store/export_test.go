package store

import (
	"context"

	"github.com/pressly/goose/v3"
	"gorm.io/gorm"
)

// Reader is the pool that reads, for the tests.
func (s *Store) Reader() *gorm.DB { return s.read }

// Writer writes beside the queue, for the tests: it borrows the one connection, which the queue takes again when it next writes.
func (s *Store) Writer() *gorm.DB {
	s.kept.Purge()
	if err := s.writer.Close(); err != nil {
		panic(err)
	}
	db := s.wdb.WithContext(context.Background())
	db.Statement.ConnPool = s.writer.pool
	return db
}

// Forget drops what the store remembers, as when another copy of the service opens the same database.
func (s *Store) Forget() { s.kept.Purge() }

// IsPostgres reports which database it is.
func (s *Store) IsPostgres() bool { return s.pg }

// Migrations is the provider that moves the schema up and down.
func (s *Store) Migrations() (*goose.Provider, error) {
	if err := s.writer.Close(); err != nil {
		return nil, err
	}
	return s.provider(s.writer.pool)
}

// Batch makes several changes in one transaction, as the queue does when they wait together, and gives the error of each.
func (s *Store) Batch(changes ...func(tx *gorm.DB) error) []error {
	jobs := make([]*job, len(changes))
	for i, do := range changes {
		jobs[i] = &job{do: func(b *batch) error { return do(b.tx) }, answer: make(chan error, 1)}
	}
	s.queue.commit(jobs)
	errs := make([]error, len(jobs))
	for i, j := range jobs {
		errs[i] = <-j.answer
	}
	return errs
}

// RowTypes is one row of every table that the service itself reads or writes.
func RowTypes() []any {
	return []any{settingRow{}, personRow{}, roleRow{}, sessionRow{}, referenceRow{}, assessmentRow{}, versionRow{}, partRow{}, effectRow{},
		partyRow{}, commentRow{}, groundsRow{}, snapshotRow{}, auditRow{}, outboxRow{}, onceRow{}, unsavedRow{}, broughtRow{}, copiedRow{}, publishedRow{}, publishedEffectRow{}, publishedWordsRow{},
		committeeRow{}, meetingRow{}, agendaItemRow{}, reportReferenceRow{}, reportRow{}, reportVersionRow{}, reportPointRow{}, appearanceRow{},
		expectedRow{}, linkRow{}, reasonRow{}, engagedRow{}, factRow{}, libraryRow{}, factUseRow{}, verdictRow{}, conditionRow{}, absenceRow{},
		consultationRow{}, readerRow{}, formDraftRow{}, publishedFormRow{}, planItemRow{}, editionRow{}, toldRow{}, statementRow{}, clearanceRow{}, overrideRow{},
		challengeRow{}, commitmentRow{}, ruleBookRow{}, leaseRow{}, dayOffRow{}, importedRow{}, planMatchRow{}, planAssessmentRow{}, importRow{}, fetchRow{},
		calendarLinkRow{}, accessDecisionRow{}, reportTextRow{}, publishedCommitteeRow{}, packCheckRow{},
		markedRow{}, redactionRow{}, publicTextRow{}, fileRow{}, attachmentRow{}, feedbackRow{}}
}

// Listed is the columns that lists of publications read.
func Listed() []string { return listed }
