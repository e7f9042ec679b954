-- What leaves the committee side: secret addresses of calendars, when a meeting last changed, the text that was made for a report, and who
-- decided that an assessment before a closed meeting may be read.
-- +goose Up

-- Only a digest of the address is kept, so that nobody can read one out of the database.
CREATE TABLE calendar_links (
    id         TEXT PRIMARY KEY,
    person_id  TEXT NOT NULL REFERENCES people (id),
    token_hash TEXT NOT NULL UNIQUE,
    made_at    BIGINT NOT NULL,
    ended_at   BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX calendar_links_one_each ON calendar_links (person_id) WHERE ended_at = 0;

ALTER TABLE meetings ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
UPDATE meetings SET changed_at = CAST(EXTRACT(EPOCH FROM now()) AS BIGINT) * 1000000;

ALTER TABLE report_versions ADD COLUMN generated_text TEXT NOT NULL DEFAULT '';

CREATE TABLE access_decisions (
    id            TEXT PRIMARY KEY,
    assessment_id TEXT NOT NULL REFERENCES assessments (id),
    outcome       TEXT NOT NULL CHECK (outcome IN ('open', 'closed')),
    paragraphs    TEXT NOT NULL,
    reason        TEXT NOT NULL,
    review_on     TEXT NOT NULL,
    role          TEXT NOT NULL,
    made_at       BIGINT NOT NULL,
    made_by       TEXT NOT NULL
);
CREATE INDEX access_decisions_by_assessment ON access_decisions (assessment_id, id);

-- +goose StatementBegin
CREATE FUNCTION a_decision_on_access_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a decision on access never changes';
    RETURN NEW;
END $$;
-- +goose StatementEnd
CREATE TRIGGER a_decision_on_access_never_changes BEFORE UPDATE ON access_decisions FOR EACH ROW EXECUTE FUNCTION a_decision_on_access_never_changes();

-- +goose Down
DROP TABLE access_decisions;
DROP FUNCTION a_decision_on_access_never_changes;
ALTER TABLE report_versions DROP COLUMN generated_text;
ALTER TABLE meetings DROP COLUMN changed_at;
DROP TABLE calendar_links;
