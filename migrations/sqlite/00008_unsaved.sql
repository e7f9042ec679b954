-- Text that was typed and not saved, kept for the person who typed it; and what a copied assessment was copied from.
-- Neither is part of the record: no digest covers them, and the audit says nothing of them.
-- +goose Up

-- Drawn names the one showing of a page that the text was typed on, so that two windows on one page never write over each other.
CREATE TABLE unsaved (
    version_id TEXT NOT NULL REFERENCES versions (id),
    person_id  TEXT NOT NULL REFERENCES people (id),
    drawn      TEXT NOT NULL,
    page       TEXT NOT NULL,
    fields     TEXT NOT NULL,
    posted     BOOLEAN NOT NULL,
    kept_at    BIGINT NOT NULL,
    PRIMARY KEY (version_id, person_id, drawn)
);
CREATE INDEX unsaved_by_person ON unsaved (person_id, kept_at);
CREATE INDEX unsaved_by_age ON unsaved (kept_at);

-- A part is copied until it is saved once, which its own counter says; so these rows never change.
CREATE TABLE copied (
    version_id TEXT NOT NULL REFERENCES versions (id),
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    source     TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (version_id, kind, name)
);

CREATE INDEX sessions_by_age ON sessions (made_at);

-- +goose Down
DROP INDEX sessions_by_age;
DROP TABLE copied;
DROP TABLE unsaved;
