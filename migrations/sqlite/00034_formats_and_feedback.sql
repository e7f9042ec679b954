-- Other formats of a signed version, such as Easy Read or a translation, and what people say to the council about a published one. The bytes
-- of files are kept here too, once each, so that they are in the same transaction and the same backup.
-- +goose Up

CREATE TABLE files (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    bytes  BLOB NOT NULL
);

CREATE TABLE attachments (
    id         TEXT PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id),
    kind       TEXT NOT NULL,
    language   TEXT NOT NULL,
    link       TEXT NOT NULL,
    type       TEXT NOT NULL,
    size       BIGINT NOT NULL,
    sha256     TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    made_by    TEXT NOT NULL
);
CREATE INDEX attachments_by_version ON attachments (version_id, id);
CREATE INDEX attachments_by_file ON attachments (sha256);

CREATE TABLE feedback (
    id         TEXT PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id),
    body       TEXT NOT NULL, -- as it was typed, for the equality lead alone
    email      TEXT NOT NULL, -- erased in time
    made_at    BIGINT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'shown', 'hidden')),
    shown      TEXT NOT NULL,
    answer     TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    decided_by TEXT NOT NULL
);
CREATE INDEX feedback_by_version ON feedback (version_id, state, id);
CREATE INDEX feedback_by_state ON feedback (state, id);

-- +goose Down
DROP TABLE feedback;
DROP TABLE attachments;
DROP TABLE files;
