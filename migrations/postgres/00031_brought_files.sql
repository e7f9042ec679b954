-- Word files that were brought to make a draft of, kept only until the person who brought one has looked at what was understood of it.
-- +goose Up

-- The content is packed. A row is deleted when the draft is made, when the person lets the file go, and after a week.
CREATE TABLE brought_files (
    id      TEXT PRIMARY KEY,
    raw     TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL REFERENCES people (id)
);
CREATE INDEX brought_files_by_age ON brought_files (made_at);

-- +goose Down
DROP TABLE brought_files;
