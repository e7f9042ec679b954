-- What a reviewer asks for besides comments (verdicts, conditions of sign-off, suggested wording), who stands in for whom, and urgent
-- sign-offs that a review has to follow: so that a review can be finished in the service and nothing of it is kept in e-mail.
-- +goose Up

ALTER TABLE versions ADD COLUMN urgent_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN urgent_by TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN urgent_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN urgent_agreed TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN urgent_due TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN urgent_done_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN urgent_done_by TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN urgent_found TEXT NOT NULL DEFAULT '';
CREATE INDEX versions_outstanding ON versions (urgent_due, id) WHERE urgent_due <> '' AND urgent_done_at = 0;

CREATE TABLE verdicts (
    version_id TEXT NOT NULL REFERENCES versions (id),
    part_kind  TEXT NOT NULL,
    part_name  TEXT NOT NULL,
    says       TEXT NOT NULL CHECK (says IN ('improve', 'correct')),
    body       TEXT NOT NULL,
    round      BIGINT NOT NULL,
    made_at    BIGINT NOT NULL,
    made_by    TEXT NOT NULL,
    PRIMARY KEY (version_id, part_kind, part_name)
);

CREATE TABLE sign_off_conditions (
    version_id TEXT NOT NULL REFERENCES versions (id),
    no         BIGINT NOT NULL,
    part_kind  TEXT NOT NULL,
    part_name  TEXT NOT NULL,
    body       TEXT NOT NULL,
    PRIMARY KEY (version_id, no)
);

ALTER TABLE comments ADD COLUMN edited_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE comments ADD COLUMN wording_for TEXT NOT NULL DEFAULT '';
ALTER TABLE comments ADD COLUMN wording TEXT NOT NULL DEFAULT '';
ALTER TABLE comments ADD COLUMN wording_base BIGINT NOT NULL DEFAULT 0;
ALTER TABLE comments ADD COLUMN wording_used_at BIGINT NOT NULL DEFAULT 0;

ALTER TABLE published ADD COLUMN conditions TEXT NOT NULL DEFAULT '[]'; -- a JSON list of texts

CREATE TABLE absences (
    id         TEXT PRIMARY KEY,
    person_id  TEXT NOT NULL REFERENCES people (id),
    deputy_id  TEXT NOT NULL REFERENCES people (id),
    from_on    TEXT NOT NULL,
    until_on   TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    made_by    TEXT NOT NULL,
    ended_at   BIGINT NOT NULL DEFAULT 0,
    CHECK (person_id <> deputy_id AND until_on >= from_on)
);
CREATE INDEX absences_by_day ON absences (until_on, from_on);
CREATE INDEX absences_by_deputy ON absences (deputy_id, until_on);

DROP TRIGGER a_comment_keeps_its_words;

-- +goose StatementBegin
CREATE TRIGGER a_comment_keeps_its_words BEFORE UPDATE ON comments
WHEN OLD.sent_at <> 0 AND (NEW.body <> OLD.body OR NEW.sent_at <> OLD.sent_at OR NEW.edited_at <> OLD.edited_at)
    OR NEW.person_id <> OLD.person_id OR NEW.made_at <> OLD.made_at OR NEW.version_id <> OLD.version_id
    OR NEW.wording_for <> OLD.wording_for OR NEW.wording <> OLD.wording OR NEW.wording_base <> OLD.wording_base
BEGIN
    SELECT RAISE(ABORT, 'a comment keeps its words');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER an_urgent_mark_stays BEFORE UPDATE ON versions
WHEN OLD.signed_at <> 0 AND (NEW.urgent_at, NEW.urgent_by, NEW.urgent_reason, NEW.urgent_agreed, NEW.urgent_due) <> (
        OLD.urgent_at, OLD.urgent_by, OLD.urgent_reason, OLD.urgent_agreed, OLD.urgent_due)
    OR OLD.urgent_done_at <> 0 AND (NEW.urgent_done_at, NEW.urgent_done_by, NEW.urgent_found) <> (
        OLD.urgent_done_at, OLD.urgent_done_by, OLD.urgent_found)
BEGIN
    SELECT RAISE(ABORT, 'an urgent mark stays');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_published_condition_never_changes BEFORE UPDATE ON published
WHEN NEW.conditions <> OLD.conditions
BEGIN
    SELECT RAISE(ABORT, 'a published text never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_condition_is_not_added BEFORE INSERT ON sign_off_conditions
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = NEW.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_condition_never_changes BEFORE UPDATE ON sign_off_conditions
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER a_condition_is_never_removed BEFORE DELETE ON sign_off_conditions
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE absences;
DROP TABLE sign_off_conditions;
DROP TABLE verdicts;
DROP TRIGGER an_urgent_mark_stays;
DROP TRIGGER a_published_condition_never_changes;
DROP TRIGGER a_comment_keeps_its_words;

-- +goose StatementBegin
CREATE TRIGGER a_comment_keeps_its_words BEFORE UPDATE ON comments
WHEN NEW.body <> OLD.body OR NEW.person_id <> OLD.person_id OR NEW.made_at <> OLD.made_at OR NEW.version_id <> OLD.version_id
    OR OLD.sent_at <> 0 AND NEW.sent_at <> OLD.sent_at
BEGIN
    SELECT RAISE(ABORT, 'a comment keeps its words');
END;
-- +goose StatementEnd

DROP INDEX versions_outstanding;
ALTER TABLE published DROP COLUMN conditions;
ALTER TABLE comments DROP COLUMN edited_at;
ALTER TABLE comments DROP COLUMN wording_for;
ALTER TABLE comments DROP COLUMN wording;
ALTER TABLE comments DROP COLUMN wording_base;
ALTER TABLE comments DROP COLUMN wording_used_at;
ALTER TABLE versions DROP COLUMN urgent_at;
ALTER TABLE versions DROP COLUMN urgent_by;
ALTER TABLE versions DROP COLUMN urgent_reason;
ALTER TABLE versions DROP COLUMN urgent_agreed;
ALTER TABLE versions DROP COLUMN urgent_due;
ALTER TABLE versions DROP COLUMN urgent_done_at;
ALTER TABLE versions DROP COLUMN urgent_done_by;
ALTER TABLE versions DROP COLUMN urgent_found;
