-- What is typed to start an assessment with is kept as well: it belongs to a person, and to no version yet.
-- +goose Up
CREATE TABLE unsaved_anywhere (
    version_id TEXT NOT NULL, -- empty for an assessment that is not started
    person_id  TEXT NOT NULL REFERENCES people (id),
    drawn      TEXT NOT NULL,
    page       TEXT NOT NULL,
    fields     TEXT NOT NULL,
    posted     BOOLEAN NOT NULL,
    kept_at    BIGINT NOT NULL,
    PRIMARY KEY (version_id, person_id, drawn)
);
INSERT INTO unsaved_anywhere SELECT version_id, person_id, drawn, page, fields, posted, kept_at FROM unsaved;
DROP TABLE unsaved;
ALTER TABLE unsaved_anywhere RENAME TO unsaved;
CREATE INDEX unsaved_by_person ON unsaved (person_id, kept_at);
CREATE INDEX unsaved_by_age ON unsaved (kept_at);

-- +goose Down
CREATE TABLE unsaved_of_versions (
    version_id TEXT NOT NULL REFERENCES versions (id),
    person_id  TEXT NOT NULL REFERENCES people (id),
    drawn      TEXT NOT NULL,
    page       TEXT NOT NULL,
    fields     TEXT NOT NULL,
    posted     BOOLEAN NOT NULL,
    kept_at    BIGINT NOT NULL,
    PRIMARY KEY (version_id, person_id, drawn)
);
INSERT INTO unsaved_of_versions SELECT version_id, person_id, drawn, page, fields, posted, kept_at FROM unsaved WHERE version_id <> '';
DROP TABLE unsaved;
ALTER TABLE unsaved_of_versions RENAME TO unsaved;
CREATE INDEX unsaved_by_person ON unsaved (person_id, kept_at);
CREATE INDEX unsaved_by_age ON unsaved (kept_at);
