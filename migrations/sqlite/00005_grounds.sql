-- Grounds on which a finding of the rules is let stand: the author's reason to keep an answer as it is, or a lead's to let a block pass. They
-- are part of what was signed, though not of the content, so they are frozen with it.
-- +goose Up

-- Mark names the finding by what it said and where. What was taken back keeps its row, without its text, so that its counter goes on.
CREATE TABLE grounds (
    version_id  TEXT NOT NULL REFERENCES versions (id),
    mark        TEXT NOT NULL,
    rule        TEXT NOT NULL,
    part_kind   TEXT NOT NULL,
    part_name   TEXT NOT NULL,
    message     TEXT NOT NULL,
    ruleset     TEXT NOT NULL,
    passes      BOOLEAN NOT NULL,
    reason      TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    person_name TEXT NOT NULL,
    person_role TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    counter     BIGINT NOT NULL,
    PRIMARY KEY (version_id, mark)
);

-- +goose StatementBegin
CREATE TRIGGER signed_grounds_are_not_added BEFORE INSERT ON grounds
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = NEW.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER signed_grounds_never_change BEFORE UPDATE ON grounds
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER signed_grounds_are_not_removed BEFORE DELETE ON grounds
WHEN EXISTS (SELECT 1 FROM snapshots s WHERE s.version_id = OLD.version_id AND s.kind = 'sign_off')
BEGIN
    SELECT RAISE(ABORT, 'a signed version never changes');
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE grounds;
