-- Why a version was started and from what, so that corrections and reviews can be told apart and what a newer form asks anew can be shown;
-- the order in which reviews fall due; and who was asked before, so that the same people are not asked twice.
-- +goose Up

ALTER TABLE versions ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN from_number TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN from_form TEXT NOT NULL DEFAULT '';
CREATE INDEX versions_by_review ON versions (review_due, id);

-- +goose StatementBegin
CREATE FUNCTION what_a_version_came_from_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.purpose, NEW.from_number, NEW.from_form) <> (OLD.purpose, OLD.from_number, OLD.from_form) THEN
        RAISE EXCEPTION 'what a version came from stays';
    END IF;
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER what_a_version_came_from_stays BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION what_a_version_came_from_stays();

-- Words are the stems of what an entry says, with a space before and after each. The entry itself stays where it is, among the parts.
CREATE TABLE engaged (
    version_id TEXT NOT NULL REFERENCES versions (id),
    no         BIGINT NOT NULL,
    words      TEXT NOT NULL,
    PRIMARY KEY (version_id, no)
);

-- What is there already is found by the words whose stem begins them.
INSERT INTO engaged (version_id, no, words)
SELECT version_id, CAST(name AS BIGINT), ' ' || LOWER(COALESCE(body::json ->> 'who', '') || ' ' || COALESCE(body::json ->> 'how', '')) || ' '
FROM parts WHERE kind = 'engagement' AND body <> 'null';

-- +goose Down
DROP TABLE engaged;
DROP TRIGGER what_a_version_came_from_stays ON versions;
DROP FUNCTION what_a_version_came_from_stays();
DROP INDEX versions_by_review;
ALTER TABLE versions DROP COLUMN from_form;
ALTER TABLE versions DROP COLUMN from_number;
ALTER TABLE versions DROP COLUMN purpose;
