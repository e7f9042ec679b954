-- Words that a public version of an assessment leaves out: the list that the equality lead makes, and the decision that is kept with the
-- version made from it. A published row says which version it leaves words out of, and on which grounds; one that was
-- public with those words before no longer shows its title.
-- +goose Up

CREATE TABLE redaction_marks (
    id         TEXT PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES versions (id),
    words      TEXT NOT NULL,
    instead    TEXT NOT NULL
);
CREATE INDEX redaction_marks_by_version ON redaction_marks (version_id, id);

CREATE TABLE redactions (
    public_id TEXT PRIMARY KEY REFERENCES versions (id),
    whole_id  TEXT NOT NULL REFERENCES versions (id),
    marks     TEXT NOT NULL, -- JSON
    grounds   TEXT NOT NULL,
    reason    TEXT NOT NULL,
    review_on TEXT NOT NULL,
    made_at   BIGINT NOT NULL,
    made_by   TEXT NOT NULL
);
CREATE INDEX redactions_by_whole ON redactions (whole_id);

ALTER TABLE published ADD COLUMN copy_of TEXT NOT NULL DEFAULT '';
ALTER TABLE published ADD COLUMN grounds TEXT NOT NULL DEFAULT '';
ALTER TABLE published ADD COLUMN withheld BOOLEAN NOT NULL DEFAULT FALSE; -- its title is no longer shown

-- +goose StatementBegin
CREATE FUNCTION a_redaction_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a redaction never changes';
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_redaction_never_changes BEFORE UPDATE ON redactions FOR EACH ROW EXECUTE FUNCTION a_redaction_never_changes();

-- +goose StatementBegin
CREATE FUNCTION a_redaction_is_never_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a redaction is never removed';
    RETURN OLD;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_redaction_is_never_removed BEFORE DELETE ON redactions FOR EACH ROW EXECUTE FUNCTION a_redaction_is_never_removed();

-- +goose StatementBegin
CREATE FUNCTION what_a_publication_leaves_out_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.copy_of <> OLD.copy_of OR NEW.grounds <> OLD.grounds THEN
        RAISE EXCEPTION 'a published text never changes';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER what_a_publication_leaves_out_stays BEFORE UPDATE ON published FOR EACH ROW EXECUTE FUNCTION what_a_publication_leaves_out_stays();

-- +goose Down
DROP TRIGGER what_a_publication_leaves_out_stays ON published;
DROP FUNCTION what_a_publication_leaves_out_stays;
ALTER TABLE published DROP COLUMN withheld;
ALTER TABLE published DROP COLUMN grounds;
ALTER TABLE published DROP COLUMN copy_of;
DROP TABLE redactions;
DROP FUNCTION a_redaction_never_changes;
DROP FUNCTION a_redaction_is_never_removed;
DROP TABLE redaction_marks;
