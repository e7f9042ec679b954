// Package record keeps what was signed provable: the canonical form of a record, its digest, the check code
// printed on paper, and the hash-chained audit. It knows nothing of assessments and imports only the standard library.
package record
