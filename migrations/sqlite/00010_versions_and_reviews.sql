-- Why a version was started and from what, so that corrections and reviews can be told apart and what a newer form asks anew can be shown;
-- the order in which reviews fall due; and who was asked before, so that the same people are not asked twice.
-- +goose Up

ALTER TABLE versions ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN from_number TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN from_form TEXT NOT NULL DEFAULT '';
CREATE INDEX versions_by_review ON versions (review_due, id);

-- +goose StatementBegin
CREATE TRIGGER what_a_version_came_from_stays BEFORE UPDATE ON versions
WHEN (NEW.purpose, NEW.from_number, NEW.from_form) <> (OLD.purpose, OLD.from_number, OLD.from_form)
BEGIN
    SELECT RAISE(ABORT, 'what a version came from stays');
END;
-- +goose StatementEnd

-- Words are the stems of what an entry says, with a space before and after each. The entry itself stays where it is, among the parts.
CREATE TABLE engaged (
    version_id TEXT NOT NULL REFERENCES versions (id),
    no         BIGINT NOT NULL,
    words      TEXT NOT NULL,
    PRIMARY KEY (version_id, no)
);

-- What is there already is found by the words whose stem begins them.
INSERT INTO engaged (version_id, no, words)
SELECT version_id, CAST(name AS BIGINT), ' ' || LOWER(COALESCE(json_extract(body, '$.who'), '') || ' ' || COALESCE(json_extract(body, '$.how'), '')) || ' '
FROM parts WHERE kind = 'engagement' AND body <> 'null';

-- +goose Down
DROP TABLE engaged;
DROP TRIGGER what_a_version_came_from_stays;
DROP INDEX versions_by_review;
ALTER TABLE versions DROP COLUMN from_form;
ALTER TABLE versions DROP COLUMN from_number;
ALTER TABLE versions DROP COLUMN purpose;
