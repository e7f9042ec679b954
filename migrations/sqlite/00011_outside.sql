-- What comes from outside an assessment's own people: drafts released for consultation with their readers, and versions of the form that administrators make.
-- +goose Up

CREATE TABLE consultations (
    id          TEXT PRIMARY KEY,
    version_id  TEXT NOT NULL REFERENCES versions (id),
    revision    BIGINT NOT NULL,
    content     TEXT NOT NULL,
    digest      TEXT NOT NULL,
    released_at BIGINT NOT NULL,
    released_by TEXT NOT NULL
);
CREATE INDEX consultations_by_version ON consultations (version_id, id);

-- Only a digest of the link is kept, so that nobody can read a link out of the database.
CREATE TABLE consultation_readers (
    id              TEXT PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    name            TEXT NOT NULL,
    position        TEXT NOT NULL,
    email           TEXT NOT NULL,
    token_hash      TEXT NOT NULL UNIQUE,
    closes_on       TEXT NOT NULL,
    invited_at      BIGINT NOT NULL,
    ended_at        BIGINT NOT NULL
);
CREATE INDEX consultation_readers_by_consultation ON consultation_readers (consultation_id, id);

ALTER TABLE comments ADD COLUMN reader_id TEXT NOT NULL DEFAULT '';

CREATE TABLE form_drafts (
    profile  TEXT PRIMARY KEY,
    based_on TEXT NOT NULL,
    body     TEXT NOT NULL,
    counter  BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT NOT NULL
);

CREATE TABLE published_forms (
    no           INTEGER PRIMARY KEY,
    profile      TEXT NOT NULL,
    code         TEXT NOT NULL,
    based_on     TEXT NOT NULL,
    body         TEXT NOT NULL,
    digest       TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT NOT NULL,
    UNIQUE (profile, code)
);

-- +goose StatementBegin
CREATE TRIGGER a_released_draft_never_changes BEFORE UPDATE ON consultations
BEGIN
    SELECT RAISE(ABORT, 'a released draft never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_released_draft_is_not_put_in_again BEFORE INSERT ON consultations
WHEN EXISTS (SELECT 1 FROM consultations c WHERE c.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'a released draft never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_link_only_ends BEFORE UPDATE ON consultation_readers
WHEN NEW.id <> OLD.id OR NEW.consultation_id <> OLD.consultation_id OR NEW.name <> OLD.name OR NEW.position <> OLD.position
    OR NEW.email <> OLD.email OR NEW.token_hash <> OLD.token_hash OR NEW.closes_on <> OLD.closes_on
    OR NEW.invited_at <> OLD.invited_at OR OLD.ended_at <> 0
BEGIN
    SELECT RAISE(ABORT, 'a link only ends');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_link_is_not_put_in_again BEFORE INSERT ON consultation_readers
WHEN EXISTS (SELECT 1 FROM consultation_readers r WHERE r.id = NEW.id OR r.token_hash = NEW.token_hash)
BEGIN
    SELECT RAISE(ABORT, 'a link only ends');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_comment_keeps_its_reader BEFORE UPDATE ON comments
WHEN NEW.reader_id <> OLD.reader_id
BEGIN
    SELECT RAISE(ABORT, 'a comment keeps its words');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_comment_is_not_put_in_for_another_reader BEFORE INSERT ON comments
WHEN EXISTS (SELECT 1 FROM comments c WHERE c.id = NEW.id AND c.reader_id <> NEW.reader_id)
BEGIN
    SELECT RAISE(ABORT, 'a comment keeps its words');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_published_form_never_changes BEFORE UPDATE ON published_forms
BEGIN
    SELECT RAISE(ABORT, 'a published form never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_published_form_is_never_removed BEFORE DELETE ON published_forms
BEGIN
    SELECT RAISE(ABORT, 'a published form is never removed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_published_form_is_not_put_in_again BEFORE INSERT ON published_forms
WHEN EXISTS (SELECT 1 FROM published_forms p WHERE p.no = NEW.no OR p.profile = NEW.profile AND p.code = NEW.code)
BEGIN
    SELECT RAISE(ABORT, 'a published form never changes');
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE published_forms;
DROP TABLE form_drafts;
DROP TRIGGER a_comment_is_not_put_in_for_another_reader;
DROP TRIGGER a_comment_keeps_its_reader;
ALTER TABLE comments DROP COLUMN reader_id;
DROP TABLE consultation_readers;
DROP TABLE consultations;
