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
    no           BIGINT PRIMARY KEY,
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
CREATE FUNCTION a_released_draft_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a released draft never changes';
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_released_draft_never_changes BEFORE UPDATE ON consultations FOR EACH ROW EXECUTE FUNCTION a_released_draft_never_changes();

-- +goose StatementBegin
CREATE FUNCTION a_link_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id <> OLD.id OR NEW.consultation_id <> OLD.consultation_id OR NEW.name <> OLD.name OR NEW.position <> OLD.position
    OR NEW.email <> OLD.email OR NEW.token_hash <> OLD.token_hash OR NEW.closes_on <> OLD.closes_on
    OR NEW.invited_at <> OLD.invited_at OR OLD.ended_at <> 0 THEN
        RAISE EXCEPTION 'a link only ends';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_link_only_ends BEFORE UPDATE ON consultation_readers FOR EACH ROW EXECUTE FUNCTION a_link_only_ends();

-- +goose StatementBegin
CREATE FUNCTION a_comment_keeps_its_reader() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.reader_id <> OLD.reader_id THEN
        RAISE EXCEPTION 'a comment keeps its words';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_comment_keeps_its_reader BEFORE UPDATE ON comments FOR EACH ROW EXECUTE FUNCTION a_comment_keeps_its_reader();

-- +goose StatementBegin
CREATE FUNCTION a_published_form_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published form never changes';
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_published_form_never_changes BEFORE UPDATE ON published_forms FOR EACH ROW EXECUTE FUNCTION a_published_form_never_changes();

-- +goose StatementBegin
CREATE FUNCTION a_published_form_is_never_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published form is never removed';
    RETURN OLD;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_published_form_is_never_removed BEFORE DELETE ON published_forms FOR EACH ROW EXECUTE FUNCTION a_published_form_is_never_removed();

-- +goose Down
DROP TABLE published_forms;
DROP TABLE form_drafts;
DROP TRIGGER a_comment_keeps_its_reader ON comments;
ALTER TABLE comments DROP COLUMN reader_id;
DROP TABLE consultation_readers;
DROP TABLE consultations;
DROP FUNCTION a_released_draft_never_changes();
DROP FUNCTION a_link_only_ends();
DROP FUNCTION a_comment_keeps_its_reader();
DROP FUNCTION a_published_form_never_changes();
DROP FUNCTION a_published_form_is_never_removed();
