package store

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"gorm.io/gorm"

	"dorset-eqia/eqia"
	"dorset-eqia/eqia/committee"
	"dorset-eqia/eqia/record"
)

// most is how many saves one transaction takes at most: enough to share a disk flush, few enough that a lost one is soon over.
const most = 64

// queue is the one way in for writes, on both databases. Whatever waits is taken into one transaction, each save under a savepoint of
// its own, so that one stale save fails alone; everyone is answered only after the commit. It also keeps the audit's order.
type queue struct {
	db     *gorm.DB
	writer *writer
	wrote  func()               // is told of each commit, before anyone is answered
	lock   func(*gorm.DB) error // takes the chain for this transaction, where other processes may write too
	jobs   chan *job
	mu     sync.RWMutex
	closed bool
	done   chan struct{}
}

type job struct {
	do     func(*batch) error
	answer chan error
}

// batch is one transaction under way, with the end of the audit chain as it stands in it.
type batch struct {
	tx   *gorm.DB
	head record.Link
}

func newQueue(s *Store) *queue {
	q := &queue{db: s.wdb, writer: s.writer, lock: s.lockChain, wrote: func() { s.edition.commits.Add(1) }, jobs: make(chan *job, 4*most), done: make(chan struct{})}
	go q.run()
	return q
}

// write does one save and answers once it is committed, or with the reason why it was not.
func (q *queue) write(do func(*batch) error) error {
	j := &job{do: do, answer: make(chan error, 1)}
	q.mu.RLock()
	if q.closed {
		q.mu.RUnlock()
		return fmt.Errorf("%w: the service is stopping", eqia.ErrNotSaved)
	}
	q.jobs <- j
	q.mu.RUnlock()
	return <-j.answer
}

// close lets what is queued finish, and takes nothing more.
func (q *queue) close() {
	q.mu.Lock()
	if !q.closed {
		q.closed = true
		close(q.jobs)
	}
	q.mu.Unlock()
	<-q.done
}

func (q *queue) run() {
	defer close(q.done)
	for first := range q.jobs {
		q.commit(q.gather(first))
	}
}

func (q *queue) gather(first *job) []*job {
	jobs := []*job{first}
	for len(jobs) < most {
		select {
		case j, ok := <-q.jobs:
			if !ok {
				return jobs
			}
			jobs = append(jobs, j)
		default:
			return jobs
		}
	}
	return jobs
}

func (q *queue) commit(jobs []*job) {
	results := make([]error, len(jobs))
	err := q.writer.transaction(context.Background(), func() error {
		b, err := q.begin(q.db)
		if err != nil {
			return err
		}
		for i, j := range jobs {
			if results[i], err = b.try(j.do); err != nil {
				return err
			}
		}
		return nil
	})
	q.wrote()
	for i, j := range jobs {
		if err != nil && (results[i] == nil || errors.Is(results[i], errLost)) {
			results[i] = fmt.Errorf("%w: %w", eqia.ErrNotSaved, err)
		}
		j.answer <- results[i]
	}
}

func (q *queue) begin(tx *gorm.DB) (*batch, error) {
	if err := q.lock(tx); err != nil {
		return nil, fmt.Errorf("take the audit chain: %w", err)
	}
	head, err := lastLink(tx)
	return &batch{tx: tx, head: head}, err
}

var errLost = errors.New("the transaction was lost")

// try does one save under a savepoint. Its own error, first, undoes it alone; the second error means that the transaction is lost: a full
// disk may end it under the savepoint's feet, and whatever came after would be kept by itself. The savepoint is set in SQL, because gorm's
// own way keeps its errors from us.
func (b *batch) try(do func(*batch) error) (err, lost error) {
	if lost = b.tx.Exec("SAVEPOINT one").Error; lost != nil {
		return errLost, lost
	}
	head := b.head
	if err = guarded(do, b); err == nil {
		return nil, nil
	}
	b.head = head
	if lost = b.tx.Exec("ROLLBACK TO SAVEPOINT one").Error; lost != nil {
		return errLost, fmt.Errorf("%w after %w", lost, err)
	}
	return worded(err), nil
}

// guarded turns a panic in one save into its error, so that the queue lives on.
func guarded(do func(*batch) error, b *batch) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: panic: %v", eqia.ErrNotSaved, p)
		}
	}()
	return do(b)
}

// worded keeps the errors the domain knows and calls every other one "not saved".
func worded(err error) error {
	var conflict *eqia.Conflict
	var repeat *eqia.Repeat
	var invalid *eqia.Invalid
	var unready *committee.NotReady
	known := errors.As(err, &conflict) || errors.As(err, &repeat) || errors.As(err, &invalid) || errors.As(err, &unready) ||
		errors.Is(err, eqia.ErrMoved) || errors.Is(err, eqia.ErrNotFound) || errors.Is(err, eqia.ErrNotSaved)
	if known {
		return err
	}
	return fmt.Errorf("%w: %w", eqia.ErrNotSaved, err)
}
