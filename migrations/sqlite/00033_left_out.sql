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
CREATE TRIGGER a_redaction_never_changes BEFORE UPDATE ON redactions
BEGIN
    SELECT RAISE(ABORT, 'a redaction never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_redaction_is_never_removed BEFORE DELETE ON redactions
BEGIN
    SELECT RAISE(ABORT, 'a redaction is never removed');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER what_a_publication_leaves_out_stays BEFORE UPDATE ON published
WHEN NEW.copy_of <> OLD.copy_of OR NEW.grounds <> OLD.grounds
BEGIN
    SELECT RAISE(ABORT, 'a published text never changes');
END;
-- +goose StatementEnd

-- +goose Down
DROP TRIGGER what_a_publication_leaves_out_stays;
ALTER TABLE published DROP COLUMN withheld;
ALTER TABLE published DROP COLUMN grounds;
ALTER TABLE published DROP COLUMN copy_of;
DROP TABLE redactions;
DROP TABLE redaction_marks;
